import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDescriptions } from '../../../src/analysis/compare/compare-descriptions.ts';
import type { ComparedDescription } from '../../../src/analysis/compare/compare-pairs.ts';
import { explainNeighbourGaps } from '../../../src/analysis/compare/neighbour-gaps.ts';
import { buildWeightSpace } from '../../../src/analysis/sensitivity/certainty.ts';
import {
  applyCap,
  buildExtremeScenario,
  computeUncappedIndex,
  findLowestCap,
  type ScoreState,
  sumByDimension,
  toScoreState,
} from '../../../src/analysis/sensitivity/score-state.ts';
import { createRandom } from '../../../src/analysis/sensitivity/verdict-frequencies.ts';
import type { Description } from '../../../src/model/description.ts';
import { compareRationals, toNumber } from '../../../src/model/rational.ts';
import { scoreDescription } from '../../../src/score/score-description.ts';
import { arbitraryDescription } from '../../support/arbitrary.ts';
import { endNames, example, exampleNames } from '../../support/describe.ts';
import { ROOT, shippedRubric } from '../../support/rubric.ts';
import { run } from '../../support/run.ts';
import { buildJsonSchema } from '../../support/schemas.ts';
import { AS_OF, choice, describedAs } from '../sensitivity/small-rubric.ts';

const rubric = shippedRubric();

function compared(description: Description): ComparedDescription {
  return { description, scores: scoreDescription(description, rubric, { asOf: AS_OF }) };
}

function comparisonOf(...descriptions: readonly Description[]) {
  return compareDescriptions(descriptions.map(compared), rubric, { asOf: AS_OF });
}

/** Every choice answered on one level, by a measurement. */
function choicesAt(level: number): Description['answers'] {
  return Object.assign(
    {},
    ...rubric.criteria.flatMap((c) => (c.kind === 'choice' ? [choice(c.id, level, ['measured'])] : [])),
  );
}

/** Three projects of one track, of which the second is made strong and the third weak in all choices now and then. */
const three = fc
  .tuple(fc.array(arbitraryDescription(rubric), { minLength: 3, maxLength: 3 }), fc.boolean(), fc.boolean())
  .map(([list, isStrong, isWeak]) =>
    list.map((entry, at): Description => {
      const level = at === 1 && isStrong ? 4 : at === 2 && isWeak ? 0 : null;
      const named = { ...entry, name: `Project ${at}`, track: list[0]?.track ?? null };
      if (level === null) return named;
      const sources = [...entry.sources, ...describedAs({}).sources];
      return { ...named, sources, answers: { ...entry.answers, ...choicesAt(level) } };
    }),
  );

function toStates(descriptions: readonly Description[]): readonly ScoreState[] {
  return descriptions
    .flatMap((entry) => compared(entry).scores.slice(0, 1))
    .map((score) => toScoreState(score, rubric));
}

/** The supported indices of descriptions of one track for one value function and one set of weights, the same for all of them. */
function drawn(states: readonly ScoreState[], seed: number): readonly number[] {
  const random = createRandom(seed);
  const marks = rubric.robustness.mark_maps[random.below(rubric.robustness.mark_maps.length)]?.marks ?? [];
  const [first] = states;
  if (first === undefined) return [];
  const { least, most, sum } = buildWeightSpace(first, rubric.robustness.weight_band);
  let weights: readonly number[] = [];
  for (;;) {
    const free = least.map((low, at) => low + random.below((most[at] ?? low) - low + 1));
    const rest = sum - free.slice(1).reduce((total, weight) => total + weight, 0);
    weights = [rest, ...free.slice(1)];
    if (rest >= (least[0] ?? 0) && rest <= (most[0] ?? 0)) break;
  }
  return states.map((state) => {
    const at = buildExtremeScenario(state, 'worst');
    const index = computeUncappedIndex(state, sumByDimension(state, at, marks), weights);
    return toNumber(applyCap(index, findLowestCap(state, at)));
  });
}

describe('the ranks on the evidence shown', () => {
  it('include the rank of every set of weights that is drawn, and are not all the same', () => {
    let [narrow, wide] = [0, 0];
    fc.assert(
      fc.property(three, fc.nat(), (descriptions, seed) => {
        const { ranked } = comparisonOf(...descriptions);
        const inRank = ranked.map(({ name }) => descriptions.find((entry) => entry.name === name) as Description);
        const shown = drawn(toStates(inRank), seed);
        for (const [at, { rank, shownRank }] of ranked.entries()) {
          const { best, worst } = shownRank;
          if (best === worst) narrow += 1;
          else wide += 1;
          expect(best).toBeLessThanOrEqual(rank);
          expect(rank).toBeLessThanOrEqual(worst);
          const drawnRank = shown.filter((index) => index > (shown[at] ?? 0)).length + 1;
          expect(drawnRank).toBeGreaterThanOrEqual(best);
          expect(drawnRank).toBeLessThanOrEqual(worst);
        }
      }),
      { numRuns: 150 },
    );
    expect(narrow).toBeGreaterThan(5);
    expect(wide).toBeGreaterThan(5);
  });

  it('of two stay as they are whatever third is beside them', () => {
    fc.assert(
      fc.property(three, (descriptions) => {
        const all = comparisonOf(...descriptions).ranked;
        const two = comparisonOf(...descriptions.slice(0, 2)).ranked;
        const names = two.map(({ name }) => name);
        expect(all.map(({ name }) => name).filter((name) => names.includes(name))).toEqual(names);
        for (const { name, shownRank } of two) {
          const beside = all.find((one) => one.name === name)?.shownRank ?? { best: 0, worst: 0 };
          expect([0, 1]).toContain(beside.best - shownRank.best);
          expect([0, 1]).toContain(beside.worst - shownRank.worst);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of equals are the same', () => {
    const described = (name: string, level: number) => ({ ...describedAs(choicesAt(level), 'verification'), name });
    const { ranked } = comparisonOf(described('One', 2), described('Two', 2), described('Low', 0));
    expect(ranked.map(({ name, rank, shownRank }) => [name, rank, shownRank])).toEqual([
      ['One', 1, { best: 1, worst: 1 }],
      ['Two', 1, { best: 1, worst: 1 }],
      ['Low', 3, { best: 3, worst: 3 }],
    ]);
  });

  it('of two reach what is drawn', () => {
    fc.assert(
      fc.property(three, fc.nat(), (descriptions, seed) => {
        const pair = descriptions.slice(0, 2);
        const { ranked } = comparisonOf(...pair);
        const inRank = ranked.map(({ name }) => pair.find((entry) => entry.name === name) as Description);
        const states = toStates(inRank);
        for (let draw = 0; draw < 10; draw += 1) {
          const shown = drawn(states, seed + draw);
          for (const [at, one] of ranked.entries()) {
            const isUnder = (shown[1 - at] ?? 0) > (shown[at] ?? 0);
            if (isUnder) expect(one.shownRank.worst).toBe(2);
            else expect(one.shownRank.best).toBe(1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are those of a case worked by hand', () => {
    const described = (name: string, level: number) => ({ ...describedAs(choicesAt(level)), name });
    const { ranked } = comparisonOf(described('Low', 0), described('High', 4), describedAs({}));
    expect(ranked.map(({ name, rank, shownRank }) => [name, rank, shownRank])).toEqual([
      ['High', 1, { best: 1, worst: 1 }],
      ['Example', 2, { best: 2, worst: 2 }],
      ['Low', 2, { best: 2, worst: 2 }],
    ]);
  });

  it('depend on weights where one project is good at what another is bad at, on one track and on two', () => {
    const strongIn = (name: string, dimension: string, track: string): Description => {
      const own = rubric.criteria.filter((c) => c.kind === 'choice' && c.dimension === dimension);
      const answers = Object.assign({}, ...own.map(({ id }) => choice(id, 4, ['measured'])));
      return { ...describedAs(answers, track), name };
    };
    const edge = strongIn('Edge', 'technical_edge', 'compute');
    const scores = rubric.dimensions.map(({ id }) => strongIn(id, id, 'compute'));
    const { ranked } = comparisonOf(edge, ...scores.slice(1));
    expect(ranked.some(({ shownRank }) => shownRank.best < shownRank.worst)).toBe(true);
    const apart = comparisonOf(edge, strongIn('Other', 'technical_edge', 'storage')).ranked;
    expect(apart.map(({ shownRank }) => shownRank)).toEqual([
      { best: 1, worst: 2 },
      { best: 1, worst: 2 },
    ]);
  });
});

describe('what decides between neighbours', () => {
  it('sums to the difference', () => {
    fc.assert(
      fc.property(three, (descriptions) => {
        const scores = descriptions
          .flatMap((entry) => compared(entry).scores.slice(0, 1))
          .sort((a, b) => compareRationals(b.index.supported, a.index.supported));
        for (const gap of explainNeighbourGaps(scores)) {
          const sum = gap.dimensions.reduce((total, { points }) => total + points, gap.gates);
          expect(sum).toBeCloseTo(gap.difference, 9);
          expect(gap.difference).toBeGreaterThanOrEqual(0);
          if (gap.decides.kind === 'equal') expect(gap.difference).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('two descriptions of one project', () => {
  it('disagree in order of effect on the verdict', () => {
    const founder = describedAs({ ...choice('proof', 4, ['measured']), ...choice('paid_use', 4, ['measured']) });
    const investor = {
      ...founder,
      answers: { ...choice('proof', 3, ['measured']), ...choice('paid_use', 0, ['measured']) },
    };
    const [same] = comparisonOf(founder, { ...investor, name: ' EXAMPLE ' }).duplicates;
    expect(same?.disagreements.map(({ criterion }) => criterion)).toEqual(['paid_use', 'proof']);
    expect(same?.disagreements.every(({ points }) => points <= 0)).toBe(true);
    expect(same?.trackDisagreement).toBeNull();
  });

  it('agree on everything with themselves', () => {
    const grass = example('grass.yaml', rubric);
    const [same] = comparisonOf(grass, grass).duplicates;
    expect(same?.disagreements).toEqual([]);
  });
});

describe('a reference', () => {
  const reference: Description = {
    ...describedAs({ ...choice('integration', 4, ['measured']), ...choice('proof', 0, ['measured']) }),
    name: 'Cloud',
    reference: true,
  };

  it('is held beside the projects of its track, and never ranked', () => {
    const project = describedAs({ ...choice('integration', 0, ['measured']), ...choice('proof', 4, ['measured']) });
    const other = { ...describedAs({}, 'storage'), name: 'Disks' };
    const { ranked, references, referenceComparisons } = comparisonOf(project, reference, other);
    expect(ranked.map(({ name }) => name)).not.toContain('Cloud');
    expect(references).toEqual([
      {
        name: 'Cloud',
        file: null,
        track: 'compute',
        verdict: 'not-rateable',
        verdictTitle: 'Not rateable',
        basis: 'not-rateable',
        // Work to connect is 3 of 17 of 10 points and shown; the proof, 3 of 7 of 15 as a reference has no price to
        // beat, is ruled out: the values are printed as 1, 1 and 93.
        shares: { shown: 1, claimedOnly: 0, open: 92, ruledOut: 7 },
      },
    ]);
    expect(referenceComparisons.map((entry) => ranked[entry.project]?.name)).toEqual(['Example']);
    const differences = Object.fromEntries(
      referenceComparisons[0]?.dimensions.map(({ id, difference }) => [id, difference]) ?? [],
    );
    expect(differences['technical_edge']).toBeGreaterThan(0);
    expect(differences['switching_cost']).toBeLessThan(0);
    expect(referenceComparisons[0]?.dimensions.find(({ id }) => id === 'technical_edge')?.known).toEqual({
      criteria: 1,
      project: 100,
      reference: 0,
    });
    expect(referenceComparisons[0]?.differences.map(({ criterion }) => criterion)).toEqual(['proof', 'integration']);
  });
});

describe('demandfit compare', () => {
  const valid = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(buildJsonSchema('comparison'));

  it('says nothing of disagreements where there are none, and reads levels plainly', () => {
    const said = (...args: readonly string[]) => run(['compare', ...args]).stdout.replace(/\s+/g, ' ');
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-compare-'));
    fs.copyFileSync(path.join(ROOT, 'examples/grass.yaml'), path.join(folder, 'twin.yaml'));
    const twins = said('examples/grass.yaml', path.join(folder, 'twin.yaml'));
    fs.rmSync(folder, { recursive: true });
    expect(twins).toContain('and disagree on 0.');
    expect(twins).not.toContain('What follows');
    const beside = said('examples/filecoin.yaml', 'examples/references/object-storage.yaml');
    expect(beside).toContain('(level 3, claimed 4)');
  });

  it('writes data by its schema, and the same in text and Markdown', () => {
    const { code, stdout } = run(['compare', 'examples', '--format', 'json']);
    expect(code).toBe(0);
    const file = JSON.parse(stdout);
    valid(file);
    expect(valid.errors).toBeNull();
    expect(file.comparison.ranked.length).toBe(exampleNames().length + endNames().length);
    for (const format of ['text', 'markdown']) {
      const told = run(['compare', 'examples', '--format', format]).stdout;
      for (const { name } of file.comparison.ranked) expect(told.replace(/\s+/g, ' ')).toContain(name);
    }
  });

  it('keeps to the width', () => {
    for (const columns of ['60', '80', '110']) {
      const { stdout } = run(['compare', 'examples'], { env: { COLUMNS: columns } });
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(Number(columns));
    }
  });

  it('tells own weights above everything else', () => {
    const weights = 'technical_edge=20,switching_cost=20,demand_maturity=20,regulatory_pull=20,landmark_adoption=20';
    for (const format of ['text', 'markdown']) {
      const { stdout } = run(['compare', 'examples', '--weights', weights, '--format', format]);
      expect(stdout).toMatch(/^(?:# )?Comparison by demand fit\n+Custom settings: weights technical edge 20/);
    }
  });

  it('says nothing of ranks where there are none', () => {
    const of = ['examples/references/object-storage.yaml', 'examples/references/cloud-gpu.yaml'];
    for (const format of ['text', 'markdown']) {
      const { code, stdout } = run(['compare', ...of, '--as-of', '2026-11-22', '--format', format]);
      expect(code).toBe(0);
      expect(stdout).toContain('As of 2026-11-22.');
      expect(stdout).not.toContain('Ranked by');
    }
  });

  it('refuses days that differ, one description alone and what is none', () => {
    const dates = run(['compare', 'examples/x402.yaml', 'test/fixtures/example-network.yaml']);
    expect(dates.code).toBe(2);
    expect(dates.stderr.replace(/\s+/g, ' ')).toMatch(
      /is as of 2026-11-22.*is as of 2026-06-29.*Use --as-of.*--as-of 2026-11-22/,
    );
    expect(
      run(['compare', 'examples/x402.yaml', 'test/fixtures/example-network.yaml', '--as-of', '2026-11-22']).code,
    ).toBe(0);
    expect(run(['compare', 'examples/x402.yaml']).code).toBe(2);
    expect(run(['compare', 'examples/x402.yaml', 'test/fixtures/mistakes.yaml']).code).toBe(2);
  });
});
