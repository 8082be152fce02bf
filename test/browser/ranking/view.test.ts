import { describe, expect, it } from 'vitest';
import { isShown, isUnrankedShown, readOrder, readView, sortPlaces } from '../../../src/browser/ranking/view.ts';
import type { RankingEntry } from '../../../src/model/page.ts';

function entry(name: string, more: Partial<RankingEntry> = {}): RankingEntry {
  return {
    name,
    offer: null,
    tracks: ['compute'],
    verdict: 'weak-fit',
    verdictAtPossible: 'strong-fit',
    certain: false,
    index: { supported: 30, claimed: 40, possible: 70 },
    gates: { edge: { status: 'not-shown-yet', binds: true }, landmark: { status: 'failed', binds: false } },
    ...more,
  };
}

const view = (text: string) => new URLSearchParams(text);

describe('what a view shows', () => {
  const one = entry('Ünï Cloud', { offer: 'H100 rental', tracks: ['storage', 'compute'] });

  it.each([
    ['', true],
    ['q=cloud', true],
    ['q=CLOUD+rental', true],
    ['q=rental+++', true],
    ['q=cloud+lease', false],
    ['q=u%CC%88ni%CC%88', true],
    ['q=.*', false],
    ['track=compute', true],
    ['track=verification', false],
    ['track=verification&track=storage', true],
    ['verdict=weak-fit', true],
    ['verdict=mismatch', false],
    ['possible=strong-fit&verdict=weak-fit', true],
    ['possible=weak-fit', false],
    ['certain=no', true],
    ['certain=yes', false],
    ['gate-edge=not-shown-yet', true],
    ['gate-edge=binds', true],
    ['gate-landmark=binds', false],
    ['gate-edge=not-shown-yet&gate-landmark=passed', false],
    ['gate-nothing=passed', true],
    ['nonsense=1', true],
  ])('%s: %s', (text, shown) => {
    expect(isShown(view(text), one)).toBe(shown);
  });

  it.each([
    ['', true, true],
    ['hide=reference', false, true],
    ['hide=reference&hide=outside', false, false],
    ['track=storage', true, false],
    ['track=compute', false, false],
    ['q=s3', true, false],
    ['verdict=weak-fit', true, true],
  ])('without a rank, %s: %s and %s', (text, reference, outside) => {
    expect(isUnrankedShown(view(text), { kind: 'reference', name: 'Amazon S3', track: 'storage' })).toBe(reference);
    expect(isUnrankedShown(view(text), { kind: 'outside', name: 'Bakery', track: null })).toBe(outside);
  });
});

describe('the order of a view', () => {
  const of = (supported: number, claimed: number, possible: number) => ({ index: { supported, claimed, possible } });
  const entries = [
    entry('b', of(50, 50, 60)),
    entry('C 10', of(40, 55, 90)),
    entry('c 9', of(40, 40, 60)),
    entry('a', of(10, 20, 60)),
  ];

  it.each([
    ['', [0, 1, 2, 3]],
    ['sort=claimed', [1, 0, 2, 3]],
    ['sort=possible', [1, 0, 2, 3]],
    ['sort=width', [1, 3, 2, 0]],
    ['sort=name', [3, 0, 2, 1]],
    ['sort=nothing', [0, 1, 2, 3]],
    ['reversed=yes', [3, 1, 2, 0]],
    ['sort=possible&reversed=yes', [0, 2, 3, 1]],
  ])('%s: %j', (text, places) => {
    expect(sortPlaces(view(text), entries)).toEqual(places);
  });

  it('is the one of the ranks unless told', () => {
    expect(readOrder(view('sort=__proto__'))).toBe('supported');
  });
});

describe('the view of a form', () => {
  it('holds what is not at rest', () => {
    const form = new FormData();
    for (const [name, value] of [
      ['q', ''],
      ['sort', ''],
      ['track', 'a'],
      ['track', 'b & c'],
    ] as const)
      form.append(name, value);
    expect(readView(form).toString()).toBe('track=a&track=b+%26+c');
  });
});
