import { describe, expect, it } from 'vitest';
import { createRational, toRational } from '../../src/model/rational.ts';
import type { OpenQuestion } from '../../src/model/report.ts';
import type { Rubric } from '../../src/model/rubric.ts';
import { computeShares, computeVerdict, describeVerdict, findBand } from '../../src/score/verdict.ts';
import { shippedRubric } from '../support/rubric.ts';

const shipped = shippedRubric();
const [low, , , high] = shipped.bands;
if (low === undefined || high === undefined) throw new Error('the rubric has four bands');

/** Two bands, parted at 50; at least 40% has to be known. */
const rubric: Rubric = {
  ...shipped,
  coverage_floor: 0.4,
  bands: [
    { ...low, id: 'low', title: 'Low', from: 0, settled: 'It is low', so_far: 'It looks low' },
    { ...high, id: 'high', title: 'High', from: 50, settled: 'It is high', so_far: 'It looks high' },
  ],
};

const bounds = (supported: number, claimed: number, possible: number) => ({
  supported: toRational(supported),
  claimed: toRational(claimed),
  possible: toRational(possible),
});

const question = (kind: 'show' | 'find', title: string) => ({ kind, title }) as unknown as OpenQuestion;

describe('findBand', () => {
  it.each([
    [0, 'low'],
    [49.9, 'low'],
    [50, 'high'],
    [100, 'high'],
  ])('%f lies in %s', (index, id) => {
    expect(findBand(toRational(index), rubric).id).toBe(id);
  });

  it('takes the lowest band under all thresholds, and compares exactly', () => {
    const raised = { ...rubric, bands: rubric.bands.map((band) => ({ ...band, from: band.from + 0.5 })) };
    expect(findBand(toRational(0), raised).id).toBe('low');
    expect(findBand(createRational(50n * 10n ** 30n - 1n, 10n ** 30n), rubric).id).toBe('low');
    expect(() => findBand(toRational(0), { ...rubric, bands: [] })).toThrow('no bands');
  });
});

describe('computeVerdict', () => {
  it.each([
    ['settled where the possible index is in the same band', 10, 49, 0.4, 'low', 'Low, settled', 'settled'],
    ['so far where it is in a higher one', 10, 50, 0.4, 'low', 'Low, so far', 'so-far'],
    ['settled whatever is known', 10, 49, 0, 'low', 'Low, settled', 'settled'],
    ['not rateable under the floor', 10, 50, 0.39, 'not-rateable', 'Not rateable', 'not-rateable'],
    ['settled at the top', 60, 90, 0, 'high', 'High, settled', 'settled'],
  ])('is %s', (_, supported, possible, coverage, id, title, basis) => {
    const [one, other, known] = [supported, possible, coverage].map(toRational);
    if (one === undefined || other === undefined || known === undefined) throw new Error();
    expect(computeVerdict(one, other, known, rubric)).toEqual({ id, title, basis });
  });
});

describe('computeShares', () => {
  it('are the differences of the values as printed, and add up to 100', () => {
    expect(computeShares(bounds(12.9, 40.1, 70.5))).toEqual({ shown: 12, claimedOnly: 28, open: 30, ruledOut: 30 });
    expect(computeShares(bounds(100, 100, 100))).toEqual({ shown: 100, claimedOnly: 0, open: 0, ruledOut: 0 });
  });
});

describe('describeVerdict', () => {
  const shares = (claimedOnly: number, open: number) => ({ shown: 0, claimedOnly, open, ruledOut: 0 });
  const soFar = { id: 'low', title: '', basis: 'so-far' } as const;
  const say = (claimedOnly: number, open: number, questions: readonly OpenQuestion[] = []) =>
    describeVerdict(toRational(10), soFar, shares(claimedOnly, open), questions, false, rubric);

  it('says of a settled one that nothing changes it', () => {
    const settled = { id: 'high', title: '', basis: 'settled' } as const;
    expect(describeVerdict(toRational(60), settled, shares(0, 9), [question('find', 'Who pays')], false, rubric)).toBe(
      'It is high, and nothing still open would change that.',
    );
  });

  it.each([
    [0, 54, '54 of 100 points are open'],
    [0, 1, '1 of 100 points is open'],
    [12, 0, '12 of 100 points are claimed only'],
    [1, 0, '1 of 100 points is claimed only'],
    [12, 54, '12 of 100 points are claimed only and 54 are open'],
    [1, 1, '1 of 100 points is claimed only and 1 is open'],
  ])('counts %i claimed only and %i open', (claimedOnly, open, said) => {
    expect(say(claimedOnly, open)).toBe(`It looks low; ${said}.`);
  });

  it('names what to look for first', () => {
    expect(say(0, 5, [question('find', 'Who pays'), question('show', 'Other')])).toBe(
      'It looks low; 5 of 100 points are open. Find out first: who pays.',
    );
    expect(say(0, 5, [question('show', 'SLA terms')])).toMatch(/ Show first: SLA terms\.$/);
    const thin = { id: 'not-rateable', title: '', basis: 'not-rateable' } as const;
    expect(describeVerdict(toRational(10), thin, shares(0, 5), [question('show', 'A')], false, rubric)).toBe(
      'Too little is known that distinguishes this project from others; 5 of 100 points are open. Show first: a.',
    );
    expect(describeVerdict(toRational(10), thin, shares(0, 5), [], true, rubric)).toBe(
      'No question is answered yet; 5 of 100 points are open.',
    );
  });
});
