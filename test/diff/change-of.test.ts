import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf } from '../../src/diff/change-of.ts';
import type { Change, Figure } from '../../src/model/change.ts';
import { fraction, plus, type Rational, ZERO } from '../../src/model/rational.ts';
import type { Rubric } from '../../src/model/rubric.ts';
import { arbitraryDescription } from '../support/arbitrary.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const tracks = rubric.tracks.map(({ id }) => id);

const version = fc
  .tuple(
    arbitraryDescription(rubric),
    fc.constantFrom(...tracks),
    fc.constantFrom('2026-01-31', '2026-09-30', '2027-12-31'),
  )
  .map(([description, track, as_of]) => ({ ...description, track, as_of, reference: false }));

const edited = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 5, max: 95 })).map(
  ([weight, cap]): Rubric => ({
    ...rubric,
    criteria: rubric.criteria.map((entry, at) => (at % 3 === 0 ? { ...entry, weight } : entry)),
    gates: rubric.gates.map((gate) => ({ ...gate, cap })),
  }),
);

function exact({ exact }: Figure): Rational {
  const [n = '0', d = '1'] = exact.split('/');
  return fraction(BigInt(n), BigInt(d));
}

const sum = (figures: readonly Figure[]) => figures.map(exact).reduce(plus, ZERO);

function partsOf({ split }: Change) {
  if (split.status !== 'told') throw new Error('no parts');
  return split;
}

describe('changeOf', () => {
  it('splits a change into parts and lines that sum to it exactly', () => {
    fc.assert(
      fc.property(version, version, edited, (before, after, changed) => {
        const { change, parts } = partsOf(
          changeOf({
            old: { description: before, rubric },
            new: { description: after, rubric: changed },
            oldByNew: { ok: true, value: before },
          }),
        );
        expect(sum(parts.map((part) => part.change))).toEqual(exact(change));
        for (const part of parts)
          expect(sum([...part.criteria.map((line) => line.change), part.gates.change])).toEqual(exact(part.change));
      }),
      { numRuns: 40 },
    );
  });

  it('has no change of a description from itself', () => {
    fc.assert(
      fc.property(version, (same) => {
        const side = { description: same, rubric };
        const { parts } = partsOf(changeOf({ old: side, new: side, oldByNew: { ok: true, value: same } }));
        for (const { change, criteria } of parts) expect([change.exact, criteria]).toEqual(['0', []]);
      }),
      { numRuns: 20 },
    );
  });
});
