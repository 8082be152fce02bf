import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffVersions } from '../../../src/analysis/diff/diff-versions.ts';
import type { Description } from '../../../src/model/description.ts';
import type { DescriptionDiff, ExactPoints } from '../../../src/model/diff.ts';
import { add, createRational, type Rational, ZERO } from '../../../src/model/rational.ts';
import type { Rubric } from '../../../src/model/rubric.ts';
import { listDiffSections } from '../../report/documents/diff-sections.ts';
import { arbitraryDescription } from '../../support/arbitrary.ts';
import { example } from '../../support/describe.ts';
import { shippedRubric } from '../../support/rubric.ts';

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

function exact({ exact }: ExactPoints): Rational {
  const [n = '0', d = '1'] = exact.split('/');
  return createRational(BigInt(n), BigInt(d));
}

const sum = (figures: readonly ExactPoints[]) => figures.map(exact).reduce(add, ZERO);

function partsOf({ split }: DescriptionDiff) {
  if (split.status !== 'told') throw new Error('no parts');
  return split;
}

describe('changeOf', () => {
  it('splits a change into parts and lines that sum to it exactly', () => {
    fc.assert(
      fc.property(version, version, edited, (before, after, changed) => {
        const { change, parts } = partsOf(
          diffVersions({
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
        const { parts } = partsOf(diffVersions({ old: side, new: side, oldByNew: { ok: true, value: same } }));
        for (const { change, criteria } of parts) expect([change.exact, criteria]).toEqual(['0', []]);
      }),
      { numRuns: 20 },
    );
  });

  const same = (before: Description, of: Rubric): DescriptionDiff =>
    diffVersions({
      old: { description: before, rubric },
      new: { description: before, rubric: of },
      oldByNew: { ok: true, value: before },
    });

  it('tells the bands and the floor of coverage that move a verdict with no point moved', () => {
    const moved = {
      ...rubric,
      coverage_floor: 0.5,
      bands: rubric.bands.map((band) => (band.id === 'weak-fit' ? { ...band, from: 34 } : band)),
    };
    const [first, ...others] = partsOf(same(example('grass.yaml', rubric), moved)).parts;
    expect(first).toMatchObject({ change: { exact: '0' }, criteria: [], verdict: { id: 'mismatch' } });
    expect(first?.rules).toEqual([
      { kind: 'band', band: 'weak-fit', title: 'Weak fit', from: 20, to: 34 },
      { kind: 'coverage-floor', from: 0.4, to: 0.5 },
    ]);
    for (const { rules } of others) expect(rules).toEqual([]);
    const said = listDiffSections(same(example('grass.yaml', rubric), moved)).flatMap(({ items }) => items);
    expect(said).toContainEqual({ label: '', text: 'Bands: weak fit from 20, now from 34' });
    expect(said).toContainEqual({ label: '', text: 'Minimum coverage: 40% of the weight, now 50%' });
  });

  it('tells a band that only one of the rubrics has', () => {
    const [, ...bands] = rubric.bands;
    const [first] = partsOf(same(example('grass.yaml', rubric), { ...rubric, bands })).parts;
    expect(first?.rules).toEqual([{ kind: 'band', band: 'mismatch', title: 'Mismatch', from: 0, to: null }]);
  });

  it('gives to the rubric what other weights of a track move', () => {
    const swap: Readonly<Record<string, string>> = {
      technical_edge: 'landmark_adoption',
      landmark_adoption: 'technical_edge',
    };
    const weighed = {
      ...rubric,
      tracks: rubric.tracks.map((track) => ({
        ...track,
        weights: Object.fromEntries(
          Object.keys(track.weights).flatMap((id) => {
            const weight = track.weights[swap[id] ?? id];
            return weight === undefined ? [] : [[id, weight]];
          }),
        ),
      })),
    };
    const { change, parts } = partsOf(same(example('x402.yaml', rubric), weighed));
    const [first, ...others] = parts;
    expect(exact(first?.change ?? change)).toEqual(exact(change));
    expect(change.exact).not.toBe('0');
    expect(new Set(first?.criteria.flatMap(({ causes }) => causes))).toEqual(new Set());
    for (const part of others) expect(part.change.exact).toBe('0');
  });
});
