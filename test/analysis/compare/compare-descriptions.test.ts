import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Compared, compareDescriptions } from '../../../src/analysis/compare/compare-descriptions.ts';
import { explainNeighbourGaps } from '../../../src/analysis/compare/neighbour-gaps.ts';
import { createRandom } from '../../../src/analysis/sensitivity/random.ts';
import {
  applyCap,
  buildExtremeScenario,
  computeUncappedIndex,
  findLowestCap,
  sumByDimension,
  toScoreState,
} from '../../../src/analysis/sensitivity/score-state.ts';
import { buildWeightSpace } from '../../../src/analysis/sensitivity/weight-space.ts';
import type { Description } from '../../../src/model/description.ts';
import { compareRationals, toNumber } from '../../../src/model/rational.ts';
import { partsOf } from '../../../src/report/documents/comparison/parts.ts';
import { buildComparisonJsonSchema } from '../../../src/report/machine/schemas/comparison-schema.ts';
import { scoreDescription } from '../../../src/score/score-description.ts';
import { compareByIndex } from '../../../src/score/score-on-track.ts';
import { arbitraryDescription } from '../../support/arbitrary.ts';
import { example, exampleNames } from '../../support/describe.ts';
import { ROOT, shippedRubric } from '../../support/rubric.ts';
import { run } from '../../support/run.ts';
import { AS_OF, choice, describedAs } from '../sensitivity/small-rubric.ts';

const rubric = shippedRubric();

function compared(description: Description): Compared {
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

/** The indices of descriptions of one track at one point of the set, all of them weighed alike. */
function drawn(descriptions: readonly Description[], seed: number, isShown: boolean): readonly number[] {
  const random = createRandom(seed);
  const marks = rubric.robustness.mark_maps[random.below(rubric.robustness.mark_maps.length)]?.marks ?? [];
  const standings = descriptions
    .flatMap((entry) => compared(entry).scores.slice(0, 1))
    .map((score) => toScoreState(score, rubric));
  const [first] = standings;
  if (first === undefined) return [];
  const { least, most, sum } = buildWeightSpace(first, rubric.robustness.weight_band);
  let weights: readonly number[] = [];
  for (;;) {
    const free = least.map((low, at) => low + random.below((most[at] ?? low) - low + 1));
    const rest = sum - free.slice(1).reduce((total, weight) => total + weight, 0);
    weights = [rest, ...free.slice(1)];
    if (rest >= (least[0] ?? 0) && rest <= (most[0] ?? 0)) break;
  }
  return standings.map((standing) => {
    const at = isShown
      ? buildExtremeScenario(standing, 'worst')
      : standing.stakes.map(({ rungs }) => rungs[random.below(rungs.length)] ?? rungs[0]);
    return toNumber(
      applyCap(
        computeUncappedIndex(standing, sumByDimension(standing, at, marks), weights),
        findLowestCap(standing, at),
      ),
    );
  });
}

describe('the relations of a comparison', () => {
  it('are never contradicted by a point of the set, and ranks lie within their ends', () => {
    let related = 0;
    fc.assert(
      fc.property(three, fc.nat(), (descriptions, seed) => {
        const { ranked } = comparisonOf(...descriptions);
        const inRank = ranked.map(({ name }) => descriptions.find((entry) => entry.name === name) as Description);
        const [open, shown] = [drawn(inRank, seed, false), drawn(inRank, seed, true)];
        for (const [at, one] of ranked.entries()) {
          expect(one.bestRank).toBeLessThanOrEqual(one.shownRank.best);
          expect(one.shownRank.best).toBeLessThanOrEqual(one.rank);
          expect(one.rank).toBeLessThanOrEqual(one.shownRank.worst);
          expect(one.shownRank.worst).toBeLessThanOrEqual(one.worstRank);
          for (const other of one.necessarilyAbove) {
            related += 1;
            expect(open[at] ?? 0).toBeGreaterThan(open[other] ?? 0);
          }
          for (const { project, whateverIsOpen } of one.dominates) {
            related += 1;
            expect(shown[at] ?? 0).toBeGreaterThanOrEqual(shown[project] ?? 0);
            if (whateverIsOpen) expect(open[at] ?? 0).toBeGreaterThanOrEqual(open[project] ?? 0);
          }
          const under = shown.filter((index) => index > (shown[at] ?? 0)).length + 1;
          expect(under).toBeGreaterThanOrEqual(one.shownRank.best);
          expect(under).toBeLessThanOrEqual(one.shownRank.worst);
        }
      }),
      { numRuns: 150 },
    );
    expect(related).toBeGreaterThan(5);
  });

  it('are those of two whatever third stands beside them: no rank reversal', () => {
    fc.assert(
      fc.property(three, (descriptions) => {
        const all = comparisonOf(...descriptions).ranked;
        const two = comparisonOf(...descriptions.slice(0, 2)).ranked;
        const kept = all.filter(({ name }) => name !== descriptions[2]?.name);
        expect(kept.map(({ name }) => name)).toEqual(two.map(({ name }) => name));
        const above = (list: typeof all) =>
          list.map((one) => one.necessarilyAbove.map((at) => list[at]?.name).filter((name) => name !== 'Project 2'));
        expect(all.flatMap((one, at) => (one.name === 'Project 2' ? [] : [above(all)[at]]))).toEqual(above(two));
      }),
      { numRuns: 60 },
    );
  });

  it('count as worse ranks only those that can be above: equals by every reading share one rank', () => {
    const settled = (name: string, level: number): Description => {
      const numbers = rubric.criteria.filter(({ kind }) => kind === 'number').map(({ id }) => id);
      const lists = Object.fromEntries(['duties', 'customers'].map((id) => [id, { status: 'answered', value: [] }]));
      const zero = { status: 'answered', value: { answer: 0, sources: ['measured'], disputed_by: [], note: null } };
      const none = Object.fromEntries(numbers.map((id) => [id, zero]));
      return {
        ...describedAs({ ...choicesAt(level), ...lists, ...none } as Description['answers'], 'verification'),
        name,
      };
    };
    const ranksIn = (...list: readonly Description[]) =>
      comparisonOf(...list).ranked.map((one) => [one.name, one.rank, one.shownRank, one.bestRank, one.worstRank]);
    const open = comparisonOf(settled('One', 2), settled('Two', 2)).ranked;
    for (const { shownRank } of open) expect(shownRank).toEqual({ best: 1, worst: 1 });
    const isOpen = open.some(({ index }) => index.supported !== index.possible);
    const worst = isOpen ? 2 : 1;
    expect(ranksIn(settled('One', 2), settled('Two', 2))).toEqual([
      ['One', 1, { best: 1, worst: 1 }, 1, worst],
      ['Two', 1, { best: 1, worst: 1 }, 1, worst],
    ]);
    const three = comparisonOf(settled('One', 2), settled('Two', 2), settled('Low', 0)).ranked;
    expect(three.map(({ shownRank }) => shownRank.worst)).toEqual([1, 1, 3]);
  });

  it('have no better worst rank than any point of the set shows, for two', () => {
    fc.assert(
      fc.property(three, fc.nat(), (descriptions, seed) => {
        const pair = descriptions.slice(0, 2);
        const { ranked } = comparisonOf(...pair);
        const inRank = ranked.map(({ name }) => pair.find((entry) => entry.name === name) as Description);
        for (let draw = 0; draw < 10; draw += 1) {
          const shown = drawn(inRank, seed + draw, true);
          for (const [at, one] of ranked.entries()) {
            const isUnder = (shown[1 - at] ?? 0) > (shown[at] ?? 0);
            if (isUnder) expect(one.shownRank.worst).toBe(2);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are those of a case worked by hand', () => {
    const described = (name: string, level: number) => ({ ...describedAs(choicesAt(level)), name });
    const { ranked } = comparisonOf(described('Low', 0), described('High', 4), describedAs({}));
    expect(ranked.map(({ name, rank }) => [name, rank])).toEqual([
      ['High', 1],
      ['Example', 2],
      ['Low', 2],
    ]);
    // All choices at 4 against all at 0, with the same other questions open to both; nobody is necessarily above one that is all open.
    expect(ranked[0]?.dominates.map(({ project }) => ranked[project]?.name).sort()).toEqual(['Example', 'Low']);
    expect(ranked[1]?.bestRank).toBe(1);
    expect(ranked[0]?.shownRank).toEqual({ best: 1, worst: 1 });
  });
});

describe('a project whose track is undecided', () => {
  it('is under another for certain only if it is on either track', () => {
    const on = (description: Description, ...tracks: readonly string[]): Compared => {
      const scores = tracks.flatMap((track) => scoreDescription({ ...description, track }, rubric, { asOf: AS_OF }));
      return { description, scores: [...scores].sort(compareByIndex) };
    };
    const choices = rubric.criteria.filter(({ kind }) => kind === 'choice');
    const levels = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: choices.length, maxLength: choices.length });
    const nothing = { status: 'answered' as const, value: [] };
    let mixed = 0;
    fc.assert(
      fc.property(levels, fc.subarray([...rubric.tracks], { minLength: 2, maxLength: 2 }), (at, tracks) => {
        const answers = Object.assign({}, ...choices.map(({ id }, place) => choice(id, at[place] ?? 0, ['measured'])));
        const open = { ...describedAs({ ...answers, duties: nothing, customers: nothing }), name: 'Open' };
        const strong = { ...describedAs(choicesAt(4)), name: 'Strong' };
        const [one = '', other = ''] = tracks.map(({ id }) => id);
        const isAbove = (...of: readonly string[]) => {
          const { ranked } = compareDescriptions([on(strong, 'data-market'), on(open, ...of)], rubric, { asOf: AS_OF });
          return ranked.find(({ name }) => name === 'Strong')?.necessarilyAbove.length === 1;
        };
        if (isAbove(one) !== isAbove(other)) mixed += 1;
        expect(isAbove(one, other)).toBe(isAbove(one) && isAbove(other));
      }),
      { numRuns: 100 },
    );
    expect(mixed).toBeGreaterThan(0);
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
    const [same] = comparisonOf(founder, { ...investor, name: ' EXAMPLE ' }).same;
    expect(same?.disagreements.map(({ criterion }) => criterion)).toEqual(['paid_use', 'proof']);
    expect(same?.disagreements.every(({ points }) => points <= 0)).toBe(true);
    expect(same?.trackDisagreement).toBeNull();
  });

  it('agree on everything with themselves', () => {
    const grass = example('grass.yaml', rubric);
    const [same] = comparisonOf(grass, grass).same;
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
    const { ranked, references, beside } = comparisonOf(project, reference, other);
    expect(ranked.map(({ name }) => name)).not.toContain('Cloud');
    expect(references).toEqual([{ name: 'Cloud', file: null, track: 'compute' }]);
    expect(beside.map((entry) => ranked[entry.project]?.name)).toEqual(['Example']);
    const differences = Object.fromEntries(beside[0]?.dimensions.map(({ id, difference }) => [id, difference]) ?? []);
    expect(differences['technical_edge']).toBeGreaterThan(0);
    expect(differences['switching_cost']).toBeLessThan(0);
    expect(beside[0]?.dimensions.find(({ id }) => id === 'technical_edge')?.known).toEqual({
      criteria: 1,
      project: 100,
      reference: 0,
    });
    expect(beside[0]?.apart.map(({ criterion }) => criterion)).toEqual(['proof', 'integration']);
  });
});

describe('demandfit compare', () => {
  const valid = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(buildComparisonJsonSchema());

  it('promises no more of dominance than holds, and reads levels plainly', () => {
    const said = (...args: readonly string[]) => run(['compare', ...args]).stdout.replace(/\s+/g, ' ');
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-compare-'));
    fs.copyFileSync(path.join(ROOT, 'examples/grass.yaml'), path.join(folder, 'twin.yaml'));
    const twins = said('examples/grass.yaml', path.join(folder, 'twin.yaml'));
    fs.rmSync(folder, { recursive: true });
    expect(twins).toContain('at least as good as another of its track on every criterion and better on one.');
    expect(twins).not.toContain('What follows');
    const ordered = comparisonOf({ ...describedAs(choicesAt(4)), name: 'High' }, describedAs(choicesAt(0)));
    const dominance = partsOf(ordered).find(({ title }) => title === 'Dominance within a track');
    expect(dominance?.says.join()).toContain('so never below it, whatever the weights:');
    const beside = said('examples/filecoin.yaml', 'examples/references/object-storage.yaml');
    expect(beside).toContain('(level 3, claimed 4)');
  });

  it('writes data by its schema, and the same in text and Markdown', () => {
    const { code, stdout } = run(['compare', 'examples', '--format', 'json']);
    expect(code).toBe(0);
    const file = JSON.parse(stdout);
    valid(file);
    expect(valid.errors).toBeNull();
    expect(file.comparison.ranked.length).toBe(exampleNames().length);
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
      expect(stdout.startsWith('By own judgement: weights of the reader: technical edge 20')).toBe(true);
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
    const dates = run(['compare', 'examples/x402.yaml', 'test/fixtures/readme.yaml']);
    expect(dates.code).toBe(2);
    expect(dates.stderr.replace(/\s+/g, ' ')).toMatch(/is of 2026-11-22.*is of 2026-06-29.*--as-of 2026-11-22/);
    expect(run(['compare', 'examples/x402.yaml', 'test/fixtures/readme.yaml', '--as-of', '2026-11-22']).code).toBe(0);
    expect(run(['compare', 'examples/x402.yaml']).code).toBe(2);
    expect(run(['compare', 'examples/x402.yaml', 'test/fixtures/mistakes.yaml']).code).toBe(2);
  });
});
