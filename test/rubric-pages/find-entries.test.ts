import { describe, expect, it } from 'vitest';
import { findEntries, proposeNames } from '../../src/rubric-pages/find-entries.ts';
import { listEntries } from '../../src/rubric-pages/registry.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const titleOf = (id: string) => listEntries(rubric).find((entry) => entry.id === id)?.title ?? '';

/** What is shown for a text, such as `criterion cost`. */
const shownFor = (text: string) => findEntries(rubric, text).shown.map(({ kind, id }) => `${kind} ${id}`);

describe('findEntries', () => {
  it('finds ids of every kind, alone and behind the kind', () => {
    for (const { id, kind } of listEntries(rubric).filter((_, at) => at % 10 === 0)) {
      const { shown, others } = findEntries(rubric, id);
      expect([...shown, ...others].map((entry) => `${entry.kind} ${entry.id}`)).toContain(`${kind} ${id}`);
    }
    for (const { id, kind } of rubric.gates.map(({ id }) => ({ id, kind: 'gate' })))
      expect(shownFor(`${kind}/${id}`)).toEqual([`${kind} ${id}`]);
  });

  it.each([
    ['landmark-adoption', 'dimension landmark_adoption'],
    ['Paid-Use', 'criterion paid_use'],
    ['COMPUTE/pooled_gpus', 'model compute/pooled-gpus'],
    ['pooled gpus', 'model compute/pooled-gpus'],
    ['Criterion/unmet-need', 'criterion unmet_need'],
    ['usd per tb-month', 'unit USD per TB-month'],
    [titleOf('paid_use'), 'criterion paid_use'],
    [titleOf('paid_use').toUpperCase().replaceAll(' ', '-'), 'criterion paid_use'],
    ['Price', 'criterion cost'],
    [titleOf('on-sale').toLowerCase(), 'gate on-sale'],
    ['Weak fit', 'band weak-fit'],
    ['gates', 'word gate'],
    ['at best', 'word possible'],
    ['so far', 'word so-far'],
    ['break-even', 'word break-even'],
    ['own-benchmark', 'level proof/own-benchmark'],
    ['as_of', 'field as_of'],
    ['disputed_by', 'field disputed_by'],
    ['customers.stage', 'field customers.stage'],
    ['own host', 'rule source/own-host'],
    ['price list', 'source-kind price-list'],
    ['decentralised compute', 'track compute'],
    ['art-12', 'duty eu-ai-act/art-12'],
    ['held back', 'word limits'],
    ['weakest', 'word weakest'],
    ['next caps', 'word not-binding'],
    ['would cap', 'word not-binding'],
    ['not binding', 'word not-binding'],
    ['to change', 'word lever'],
    ['Next date', 'word next-date'],
    ['Ask first', 'word ask-first'],
    ['best case', 'word possible'],
    ['just under', 'word just-under'],
    ['no like-for-like', 'word like-for-like'],
    ['like for like', 'word like-for-like'],
    ['certain', 'word certain'],
    ['cannot rise', 'word cannot-rise'],
    ['cannot fall', 'word cannot-fall'],
    ['value function', 'word value-function'],
    ['value functions', 'word value-function'],
    ['admissible reading', 'word admissible-reading'],
    ['leave-one-out', 'word leave-one-out'],
    ['leave-one-out sensitivity', 'word leave-one-out'],
  ])('takes %s for %s', (written, entry) => {
    expect(shownFor(written)).toEqual([entry]);
  });

  it('shows all that have one name, and says what else a part of a name may be', () => {
    expect(shownFor('press')).toEqual(['grade press', 'source-kind press']);
    expect(findEntries(rubric, 'price').others.map(({ id }) => id)).toEqual(['price-list']);
  });

  it('shows nothing where it is not clear which is meant, and leaves out what belongs to another', () => {
    const { shown, others } = findEntries(rubric, 'node');
    expect(shown).toEqual([]);
    const found = others.map(({ kind, id }) => `${kind} ${id}`);
    expect(found.slice(0, 2)).toEqual(['criterion continuity', 'gate survives-node-failure']);
    expect(found.filter((entry) => entry.startsWith('level continuity/'))).toEqual([]);
  });

  it('finds by the meaning what no name has', () => {
    const { others } = findEntries(rubric, 'beat alternative pays');
    expect(others.length).toBeGreaterThan(0);
  });

  it.each([
    '1 more',
    'low latency, blockchain',
    'to gates',
    'nod',
  ])('shows nothing as if it were called %j, only what is near', (text) => {
    const { shown, others, isNear } = findEntries(rubric, text);
    expect(shown).toEqual([]);
    expect(others).not.toEqual([]);
    expect(isNear).toBe(true);
  });

  it('takes whole words of a name for a part of it', () => {
    expect(findEntries(rubric, 'node').isNear).toBe(false);
  });

  it.each(['', '--', 'zzzzzz'])('finds nothing for %j', (text) => {
    expect(findEntries(rubric, text)).toEqual({ shown: [], others: [], isNear: false });
  });
});

describe('proposeNames', () => {
  it.each([
    ['continuty', 'continuity'],
    ['edge-pays-for-swich', 'edge-pays-for-switch'],
    [titleOf('paid_use').replace('y', 'i'), titleOf('paid_use')],
    ['suported', 'Supported'],
  ])('names for %s first %s', (written, near) => {
    expect(proposeNames(rubric, written)[0]).toBe(near);
  });

  it('names each once, at most three, and none where none is near', () => {
    const near = proposeNames(rubric, 'clam');
    expect(near.length).toBeLessThanOrEqual(3);
    expect(new Set(near.map((name) => name.toLowerCase())).size).toBe(near.length);
    expect(proposeNames(rubric, 'zzzzzzzzzzzz')).toEqual([]);
  });
});
