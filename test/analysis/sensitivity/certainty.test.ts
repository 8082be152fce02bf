import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildWeightSpace,
  computeCappedIndex,
  computeCertainty,
  findExtremeIndex,
  type WeightSpace,
} from '../../../src/analysis/sensitivity/certainty.ts';
import {
  applyCap,
  buildExtremeScenario,
  computeUncappedIndex,
  findLowestCap,
  type Scenario,
  type ScoreState,
  sumByDimension,
  toScoreState,
} from '../../../src/analysis/sensitivity/score-state.ts';
import { createRandom, sampleVerdictFrequencies } from '../../../src/analysis/sensitivity/verdict-frequencies.ts';
import { compareRationals, toNumber } from '../../../src/model/rational.ts';
import { compareByIndex } from '../../../src/score/score-on-track.ts';
import { arbitraryDescription } from '../../support/arbitrary.ts';
import { example, exampleNames } from '../../support/describe.ts';
import { shippedRubric } from '../../support/rubric.ts';
import { choice, describedAs, scored, smallRubric } from './small-rubric.ts';

const rubric = shippedRubric();
const RUNS = { numRuns: 60 };
const BAND = rubric.robustness.weight_band;

/** Every vertex of a space: all weights but one at an end of their bands. */
function verticesOf(space: WeightSpace): readonly (readonly number[])[] {
  const count = space.least.length;
  return space.least.flatMap((_, free) =>
    Array.from({ length: 2 ** count }, (_unused, mask) => {
      const weights = space.least.map((least, at) => (mask & (1 << at) ? (space.most[at] ?? 0) : least));
      weights[free] = 0;
      weights[free] = space.sum - weights.reduce((sum, weight) => sum + weight, 0);
      return weights;
    }).filter((weights) => weights.every((w, at) => w >= (space.least[at] ?? 0) && w <= (space.most[at] ?? 0))),
  );
}

function completionFrom(state: ScoreState, seed: number): Scenario {
  const random = createRandom(seed);
  return state.factors.map(({ positions }) => positions[random.below(positions.length)] ?? positions[0]);
}

describe('a state', () => {
  it('gives the index and the gates of the score that it reduces, at both ends', () => {
    fc.assert(
      fc.property(arbitraryDescription(rubric), (description) => {
        const score = scored(description, rubric);
        const state = toScoreState(score, rubric);
        for (const [end, bound] of [
          ['worst', 'supported'],
          ['best', 'possible'],
        ] as const) {
          const at = buildExtremeScenario(state, end);
          expect(computeCappedIndex(state, at)).toEqual(score.index[bound]);
          expect(
            computeUncappedIndex(
              state,
              sumByDimension(state, at, rubric.marks),
              state.dimensions.map(({ weight }) => weight),
            ),
          ).toEqual(score.uncapped[bound]);
          const passed = state.gates.map(({ gate, passes }) => [gate.id, passes(at)]);
          expect(passed).toEqual(
            score.gates.flatMap(({ gate, passes }) => (passes === null ? [] : [[gate.id, passes[bound]]])),
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never loses by a higher position', () => {
    fc.assert(
      fc.property(arbitraryDescription(rubric), fc.nat(), fc.nat(), (description, seed, which) => {
        const state = toScoreState(scored(description, rubric), rubric);
        const at = completionFrom(state, seed);
        const place = which % state.factors.length;
        const top = buildExtremeScenario(state, 'best')[place];
        const raised = at.map((position, index) => (index === place ? (top ?? position) : position));
        expect(
          compareRationals(computeCappedIndex(state, raised), computeCappedIndex(state, at)),
        ).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });
});

describe('the extreme index over the weights', () => {
  it('is that of the best and the worst vertex', () => {
    fc.assert(
      fc.property(
        arbitraryDescription(rubric),
        fc.nat(),
        fc.constantFrom(0, 10, 25, 100),
        (description, seed, band) => {
          const state = toScoreState(scored(description, rubric), rubric);
          const space = buildWeightSpace(state, band);
          const sums = sumByDimension(state, completionFrom(state, seed), rubric.marks);
          const indices = verticesOf(space).map((weights) => computeUncappedIndex(state, sums, weights));
          const sorted = [...indices].sort(compareRationals);
          expect(findExtremeIndex(state, sums, space, 'worst')).toEqual(sorted[0]);
          expect(findExtremeIndex(state, sums, space, 'best')).toEqual(sorted.at(-1));
        },
      ),
      RUNS,
    );
  });
});

describe('the certainty of a verdict', () => {
  it('holds every admissible weighting, map and completion between its ends, and reaches both', () => {
    fc.assert(
      fc.property(arbitraryDescription(rubric), fc.nat(), (description, seed) => {
        const score = scored(description, rubric);
        const state = toScoreState(score, rubric);
        const { worst, best, byFacts, byJudgement } = computeCertainty([toScoreState(score, rubric)], rubric);
        const found = verticesOf(buildWeightSpace(state, BAND)).flatMap((weights) =>
          rubric.robustness.mark_maps.flatMap(({ marks }) =>
            [
              buildExtremeScenario(state, 'worst'),
              completionFrom(state, seed),
              buildExtremeScenario(state, 'best'),
            ].map((at) =>
              toNumber(
                applyCap(
                  computeUncappedIndex(state, sumByDimension(state, at, marks), weights),
                  findLowestCap(state, at),
                ),
              ),
            ),
          ),
        );
        expect(Math.min(...found)).toBe(worst.index);
        expect(Math.max(...found)).toBe(best.index);
        expect(byFacts.worst.index).toBe(toNumber(score.index.supported));
        expect(byFacts.best.index).toBe(toNumber(score.index.possible));
        expect(byJudgement.worst.index).toBe(worst.index);
      }),
      RUNS,
    );
  });

  it('is that of a case worked by hand', () => {
    // Seven criteria, of which only the proof of the edge (level 4, measured) and payment by outsiders (level 2, told) carry
    // anything; without gates. The weights are 40, 10, 30, 5 and 15.
    const small = smallRubric({ gates: [] });
    const answers = { ...choice('proof', 4, ['measured']), ...choice('paid_use', 2, ['told']) };
    const score = scored(describedAs(answers), small);
    // Marks: edge (0 + 100) / 2 = 50, demand 50. By the rubric's own reading 0.4 x 50 + 0.3 x 50 = 35.
    expect(toNumber(score.index.supported)).toBe(35);
    const { byJudgement, certain } = computeCertainty([toScoreState(score, small)], small);
    // Late marks make level 2 worth 35. The other three take their most, 12.5 + 6.25 + 18.75, edge and demand have their least, 30 and
    // 22.5, and the 10 that are left go to demand, whose mark is the lower.
    expect(byJudgement.worst.index).toBeCloseTo(0.3 * 50 + 0.325 * 35, 10);
    // Early marks make it worth 65: demand has its most, 37.5, the other three their least, 22.5, and the edge the rest.
    expect(byJudgement.best.index).toBeCloseTo(0.375 * 65 + 0.4 * 50, 10);
    expect(certain).toBe(false);
  });
});

/** A description on several tracks at once, the headline first, as where the summary leaves the track undecided. */
const onTwoTracks = fc
  .tuple(
    arbitraryDescription(rubric),
    fc.shuffledSubarray(
      rubric.tracks.map(({ id }) => id),
      { minLength: 2, maxLength: 2 },
    ),
  )
  .map(([description, tracks]) =>
    tracks.map((track) => scored({ ...description, track }, rubric)).sort(compareByIndex),
  );

describe('the certainty of a verdict on an undecided track', () => {
  it('reaches from the lowest of the tracks to the highest, as which one it is, is still open', () => {
    fc.assert(
      fc.property(onTwoTracks, (scores) => {
        const { worst, best, byFacts, byJudgement } = computeCertainty(
          scores.map((score) => toScoreState(score, rubric)),
          rubric,
        );
        const each = scores.map((score) => computeCertainty([toScoreState(score, rubric)], rubric));
        expect(worst.index).toBe(Math.min(...each.map((one) => one.worst.index)));
        expect(best.index).toBe(Math.max(...each.map((one) => one.best.index)));
        expect(byFacts.worst.index).toBe(toNumber(scores[0]?.index.supported ?? { n: -1n, d: 1n }));
        expect(byFacts.best.index).toBe(Math.max(...scores.map(({ index }) => toNumber(index.possible))));
        expect(byJudgement).toEqual(each[0]?.byJudgement);
      }),
      RUNS,
    );
  });

  it('holds what is drawn, so that what is certain has the share 1', () => {
    let [certainCases, mixed] = [0, 0];
    fc.assert(
      fc.property(onTwoTracks, (scores) => {
        const { certain, worst, best } = computeCertainty(
          scores.map((score) => toScoreState(score, rubric)),
          rubric,
        );
        const states = scores.map((score) => toScoreState(score, rubric));
        const { shares } = sampleVerdictFrequencies(states, rubric, { draws: 200, seed: 1 });
        const place = (id: string) => rubric.bands.findIndex((band) => band.id === id);
        for (const { verdict } of shares.filter(({ share }) => share > 0)) {
          expect(place(verdict)).toBeGreaterThanOrEqual(place(worst.verdict));
          expect(place(verdict)).toBeLessThanOrEqual(place(best.verdict));
        }
        if (certain) {
          certainCases += 1;
          expect(shares.find(({ verdict }) => verdict === worst.verdict)?.share).toBe(1);
        }
        if (shares.filter(({ share }) => share > 0).length > 1) mixed += 1;
      }),
      { numRuns: 40 },
    );
    expect(certainCases + mixed).toBeGreaterThan(10);
  });
});

describe('how often a verdict comes out', () => {
  const SAMPLING = { draws: 300, seed: 1 };

  it('is always where it is certain, and never outside the ends', () => {
    let certainCases = 0;
    const check = (score: ReturnType<typeof scored>) => {
      const { certain, worst, best } = computeCertainty([toScoreState(score, rubric)], rubric);
      const { shares } = sampleVerdictFrequencies([toScoreState(score, rubric)], rubric, SAMPLING);
      const bandOf = (id: string) => rubric.bands.findIndex((band) => band.id === id);
      const seen = shares.filter(({ share }) => share > 0);
      for (const { verdict } of seen) {
        expect(bandOf(verdict)).toBeGreaterThanOrEqual(bandOf(worst.verdict));
        expect(bandOf(verdict)).toBeLessThanOrEqual(bandOf(best.verdict));
      }
      if (!certain) return;
      certainCases += 1;
      expect(seen.map(({ verdict, share }) => [verdict, share])).toEqual([[worst.verdict, 1]]);
    };
    fc.assert(
      fc.property(arbitraryDescription(rubric), (description) => check(scored(description, rubric))),
      { numRuns: 40 },
    );
    for (const name of exampleNames()) check(scored(example(name, rubric), rubric));
    expect(certainCases).toBeGreaterThan(2);
  });

  it('is the same for a seed, and another for another', () => {
    const small = smallRubric({ gates: [] });
    const answers = { ...choice('proof', 4, ['measured']), ...choice('paid_use', 2, ['told']) };
    const state = toScoreState(scored(describedAs(answers), small), small);
    const one = sampleVerdictFrequencies([state], small, { draws: 2000, seed: 1 });
    expect(sampleVerdictFrequencies([state], small, { draws: 2000, seed: 1 })).toEqual(one);
    expect(sampleVerdictFrequencies([state], small, { draws: 2000, seed: 2 })).not.toEqual(one);
    // Bytes that every machine must give.
    expect(one.shares.map(({ verdict, share }) => [verdict, share])).toMatchInlineSnapshot(`
      [
        [
          "strong-fit",
          0.501,
        ],
        [
          "conditional-fit",
          0.494,
        ],
        [
          "weak-fit",
          0.005,
        ],
        [
          "mismatch",
          0,
        ],
      ]
    `);
  });

  it('comes to shares that sum to 1, with central weights in their bands', () => {
    const score = scored(example('ezkl.yaml', rubric), rubric);
    const { shares, error } = sampleVerdictFrequencies([toScoreState(score, rubric)], rubric, { draws: 2500, seed: 5 });
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(error).toBe(0.0196);
    for (const { centralWeights } of shares) {
      if (centralWeights === null) continue;
      expect(Object.values(centralWeights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 9);
      for (const { dimension, weight } of score.dimensions) {
        expect(centralWeights[dimension.id]).toBeGreaterThanOrEqual(weight * (1 - BAND / 100));
        expect(centralWeights[dimension.id]).toBeLessThanOrEqual(weight * (1 + BAND / 100));
      }
    }
  });

  it('draws the weights evenly: their mean lies at the centre, each in its band, their sum kept', () => {
    const score = scored(describedAs({}), rubric);
    const { shares } = sampleVerdictFrequencies(
      [toScoreState(score, rubric)],
      { ...rubric, bands: rubric.bands.slice(0, 1) },
      {
        draws: 4000,
        seed: 3,
      },
    );
    for (const { dimension, weight } of score.dimensions)
      expect(shares[0]?.centralWeights?.[dimension.id]).toBeCloseTo(weight, 0);
  });

  it('counts what a case worked by hand counts', () => {
    // One band from 50 on, one dimension that weighs all, one open criterion of five levels: with even marks the levels 2, 3 and 4
    // reach it, so three draws of five.
    const base = smallRubric({ gates: [] });
    const [low, high] = base.bands;
    if (low === undefined || high === undefined) throw new Error('the rubric has two bands');
    const small = {
      ...base,
      criteria: base.criteria.map((entry) => ({ ...entry, weight: entry.id === 'integration' ? 1 : entry.weight })),
      bands: [low, { ...high, from: 50 }],
      robustness: { weight_band: 0, mark_maps: [{ id: 'even', title: 'even', marks: base.marks }] },
      tracks: base.tracks.map((track) => ({
        ...track,
        weights: Object.fromEntries(
          Object.entries(track.weights).map(([id, own]) => [id, { ...own, weight: id === 'switching_cost' ? 100 : 0 }]),
        ),
      })),
    };
    const score = scored(describedAs({}), small);
    const { shares } = sampleVerdictFrequencies([toScoreState(score, small)], small, { draws: 10_000, seed: 1 });
    expect(Math.abs((shares[0]?.share ?? 0) - 0.6)).toBeLessThan(0.0098);
  });
});
