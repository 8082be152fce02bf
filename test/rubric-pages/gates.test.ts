import { describe, expect, it } from 'vitest';
import type { Condition, Requirement } from '../../src/model/rubric.ts';
import { toPlainText } from '../../src/report/document.ts';
import { describeCondition, listLeaves, readsCriterion, readsGate, readsTrack } from '../../src/rubric-pages/gates.ts';

function said(node: Condition | Requirement): string {
  return toPlainText(describeCondition(node));
}

const a: Requirement = { criterion: 'a', at_least: 2 };
const b: Requirement = { criterion: 'b', at_least: 3 };

const mixed: Condition = {
  all: [
    { not: { track: ['t', 'u'] } },
    {
      any: [
        { gate: 'g', is: ['failed', 'not-shown-yet'] },
        { criterion: 'c', bound: 'claimed', below: 1 },
      ],
    },
  ],
};

describe('a condition in words', () => {
  it.each([
    [a, 'a at level 2 or more'],
    [{ all: [a, b] }, 'a at level 2 or more and b at level 3 or more'],
    [{ any: [a, { all: [a, b] }] }, 'a at level 2 or more or (a at level 2 or more and b at level 3 or more)'],
    [{ criterion: 'c', bound: 'supported', at_least: 1 } as const, 'c at level 1 or more at supported'],
    [mixed, '(not the track is t or u) and (g is failed or not-shown-yet or c below level 1 at claimed)'],
  ])('%j', (node, words) => {
    expect(said(node)).toBe(words);
  });

  it('knows what it reads', () => {
    expect(listLeaves(mixed)).toHaveLength(3);
    expect([readsCriterion(mixed, 'c'), readsCriterion(mixed, 'a')]).toEqual([true, false]);
    expect([readsGate(mixed, 'g'), readsGate(mixed, 'c')]).toEqual([true, false]);
    expect([readsTrack(mixed, 'u'), readsTrack(mixed, 'g')]).toEqual([true, false]);
  });
});
