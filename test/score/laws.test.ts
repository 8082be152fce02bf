import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { type Answer, type Citation, cite, type Description } from '../../src/model/description.ts';
import type { FitReport, Report } from '../../src/model/report.ts';
import type { Criterion, Requirement, Rubric } from '../../src/model/rubric.ts';
import {
  arbitraryAnswer,
  arbitraryCustomer,
  arbitraryDescription,
  arbitraryDuty,
  arbitrarySource,
} from '../support/arbitrary.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const description = arbitraryDescription(rubric);
const criterionId = fc.constantFrom(...rubric.criteria.map((criterion) => criterion.id));
const RUNS = { numRuns: 150, endOnFailure: true };

function fitOf(report: Report): FitReport {
  if (report.fit === null) throw new Error('a description with a declared track has a fit');
  return report.fit;
}

function withAnswer(base: Description, id: string, answer: Answer): Description {
  return { ...base, answers: { ...base.answers, [id]: answer } };
}

function without(base: Description, id: string): Description {
  const { [id]: _, ...answers } = base.answers;
  return { ...base, answers };
}

/** Everything in the tree that is a number. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** Adds a source id to every list of sources in an answer. */
function citeEverywhere(answer: Answer, id: string): Answer {
  const walk = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return key === 'sources' ? [...value, cite(id)] : value.map((entry) => walk(entry));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, walk(entry, name)]));
  };
  return answer.status === 'unknown' ? answer : { status: 'answered', value: walk(answer.value) };
}

/** The criteria that a requirement reads. */
function listRead(requirement: Requirement): readonly string[] {
  if ('criterion' in requirement) return [requirement.criterion];
  return ('all' in requirement ? requirement.all : requirement.any).flatMap(listRead);
}

function expectNoLess(after: Description, before: Description, on: Rubric = rubric): void {
  expect(fitOf(assess(after, on)).supported).toBeGreaterThanOrEqual(fitOf(assess(before, on)).supported);
}

describe('the laws of scoring', () => {
  it('keeps supported <= claimed <= possible in every figure', () => {
    fc.assert(
      fc.property(description, (base) => {
        const report = assess(base, rubric);
        const fit = fitOf(report);
        const triples = [
          [fit.supported, fit.claimed, fit.possible],
          [fit.uncapped, fit.uncappedClaimed, fit.uncappedPossible],
          ...report.dimensions.map((d) => [d.supported, d.claimed, d.possible]),
          ...report.dimensions.flatMap((d) =>
            d.criteria.flatMap((c) =>
              c.status === 'not-applicable' ? [] : [[c.levels.supported, c.levels.claimed, c.levels.possible]],
            ),
          ),
          ...report.gates.flatMap(({ passes: p }) =>
            p === null ? [] : [[Number(p.supported), Number(p.claimed), Number(p.possible)]],
          ),
        ];
        for (const [low = 0, middle = 0, high = 0] of triples) {
          expect(low).toBeLessThanOrEqual(middle);
          expect(middle).toBeLessThanOrEqual(high);
        }
      }),
      RUNS,
    );
  });

  it('never lowers supported when a source is added to an answer', () => {
    fc.assert(
      fc.property(description, criterionId, arbitrarySource(rubric, 'added'), (base, id, source) => {
        const answer = base.answers[id];
        if (answer === undefined) return;
        const listed = { ...base, sources: [...base.sources, source] };
        expectNoLess(withAnswer(listed, id, citeEverywhere(answer, 'added')), base);
      }),
      RUNS,
    );
  });

  it.each([
    ['customers', arbitraryCustomer()],
    ['duties', arbitraryDuty(rubric)],
  ] as const)('never lowers supported when an entry is added to %s', (id, entry) => {
    fc.assert(
      fc.property(description, entry, (base, added) => {
        const answer = base.answers[id];
        const held = answer?.status === 'answered' && Array.isArray(answer.value) ? answer.value : [];
        expectNoLess(withAnswer(base, id, { status: 'answered', value: [...held, added] }), base);
      }),
      RUNS,
    );
  });

  it('never lowers supported or raises possible when an unknown is answered, and the reverse when an answer goes', () => {
    const pair = criterionId.chain((id) => {
      const criterion = rubric.criteria.find((entry) => entry.id === id);
      if (criterion === undefined) throw new Error(id);
      return fc.tuple(fc.constant(id), arbitraryAnswer(criterion, rubric));
    });
    fc.assert(
      fc.property(description, pair, (base, [id, answer]) => {
        const silent = fitOf(assess(without(base, id), rubric));
        const said = fitOf(assess(withAnswer(base, id, answer), rubric));
        expect(said.supported).toBeGreaterThanOrEqual(silent.supported);
        expect(said.possible).toBeLessThanOrEqual(silent.possible);
      }),
      RUNS,
    );
  });

  it('gains nothing by hiding the date of a source', () => {
    fc.assert(
      fc.property(description, fc.nat(5), (base, at) => {
        const hidden = base.sources.map((source, i) => (i === at ? { ...source, published: null } : source));
        const isLive = rubric.evidence.kinds.find((kind) => kind.id === base.sources[at]?.kind)?.live ?? false;
        const isFuture = (base.sources[at]?.published ?? '') > '2026-09-30';
        if (isLive || isFuture) return;
        expectNoLess(base, { ...base, sources: hidden });
      }),
      RUNS,
    );
  });

  it('never lowers supported when the website is named', () => {
    fc.assert(
      fc.property(description, (base) => {
        expectNoLess({ ...base, website: 'https://www.example.org' }, { ...base, website: null });
      }),
      RUNS,
    );
  });

  it('never lowers supported when the class of a comparison is stated or shown', () => {
    const classed = fc.constantFrom(...rubric.service_classes.map((entry) => entry.id));
    fc.assert(
      fc.property(description, classed, (base, service_class) => {
        const answer = base.answers['cost'];
        if (answer?.status !== 'answered') return;
        const value = answer.value as object;
        const silent = withAnswer(base, 'cost', {
          status: 'answered',
          value: { ...value, service_class: null, class_sources: [] },
        });
        const shown = withAnswer(base, 'cost', {
          status: 'answered',
          value: { ...value, service_class, class_sources: ['s0', 's3'].map(cite) },
        });
        expectNoLess(shown, silent);
      }),
      RUNS,
    );
  });

  it('counts the best source: more of the same grade change nothing', () => {
    fc.assert(
      fc.property(description, fc.integer({ min: 1, max: 9 }), (base, copies) => {
        const twins = base.sources.flatMap((source) =>
          Array.from({ length: copies }, (_, i) => ({ ...source, id: `${source.id}-twin${i}` })),
        );
        const answers = Object.fromEntries(
          Object.entries(base.answers).map(([id, answer]) => {
            const text = JSON.stringify(answer, (key, value) =>
              key === 'sources' ? [...value, ...value.map(({ id }: Citation) => cite(`${id}-twin0`))] : value,
            );
            return [id, JSON.parse(text) as Answer];
          }),
        );
        const more = { ...base, sources: [...base.sources, ...twins], answers };
        expect(assess(more, rubric).fit).toEqual(assess(base, rubric).fit);
      }),
      RUNS,
    );
  });

  it('does not depend on the order of keys or sources', () => {
    fc.assert(
      fc.property(description, fc.infiniteStream(fc.nat()), (base, numbers) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((entry) => ({ entry, by: numbers.next().value }))
            .sort((a, b) => a.by - b.by)
            .map(({ entry }) => entry);
        const reorder = (value: unknown, key = ''): unknown => {
          if (Array.isArray(value)) return key === 'sources' ? shuffled(value) : value.map((entry) => reorder(entry));
          if (typeof value !== 'object' || value === null) return value;
          return Object.fromEntries(
            shuffled(Object.entries(value)).map(([name, entry]) => [name, reorder(entry, name)]),
          );
        };
        const other = {
          ...base,
          sources: shuffled(base.sources),
          answers: reorder(base.answers) as Description['answers'],
        };
        expect(JSON.stringify(assess(other, rubric))).toBe(JSON.stringify(assess(base, rubric)));
      }),
      RUNS,
    );
  });

  it('scores alone as among fifty others', () => {
    fc.assert(
      fc.property(fc.array(description, { minLength: 50, maxLength: 50 }), fc.nat(49), (all, chosen) => {
        const among = all.map((base) => JSON.stringify(assess(base, rubric)))[chosen];
        const one = all[chosen];
        expect(one && JSON.stringify(assess(one, structuredClone(rubric)))).toBe(among);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('derives the verdict from the capped index and the coverage alone', () => {
    const bandAt = (index: number) => [...rubric.bands].reverse().find((band) => index >= band.from)?.id;
    fc.assert(
      fc.property(description, (base) => {
        const report = assess(base, rubric);
        const fit = fitOf(report);
        const isThin = (report.coverage ?? 0) < rubric.coverage_floor && bandAt(fit.supported) !== bandAt(fit.possible);
        expect(report.verdict).toBe(isThin ? 'not-rateable' : bandAt(fit.supported));
        expect(report.verdictAtPossible).toBe(bandAt(fit.possible));
        const caps = (bound: 'supported' | 'claimed' | 'possible') =>
          report.gates.filter((gate) => gate.passes !== null && !gate.passes[bound]).map((gate) => gate.cap);
        expect(fit.supported).toBe(Math.min(fit.uncapped, ...caps('supported')));
        expect(fit.claimed).toBe(Math.min(fit.uncappedClaimed, ...caps('claimed')));
        expect(fit.possible).toBe(Math.min(fit.uncappedPossible, ...caps('possible')));
      }),
      RUNS,
    );
  });

  it('has no NaN, no -0 and nothing out of range', () => {
    fc.assert(
      fc.property(description, (base) => {
        const report = assess(base, rubric);
        for (const value of numbersIn(report)) {
          expect(Number.isFinite(value)).toBe(true);
          expect(Object.is(value, -0)).toBe(false);
        }
        for (const value of numbersIn([report.fit])) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
        }
        expect(report.coverage).toBeGreaterThanOrEqual(0);
        expect(report.coverage).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  it('is the weighted mean of what it shows', () => {
    fc.assert(
      fc.property(description, (base) => {
        const report = assess(base, rubric);
        const sum = report.dimensions.reduce((total, d) => total + d.weight * d.supported, 0) / 100;
        expect(fitOf(report).uncapped).toBeCloseTo(sum, 9);
        const shares = report.dimensions.flatMap((d) => d.criteria.map((c) => c.share)).reduce((a, b) => a + b, 0);
        expect(shares).toBeCloseTo(1, 9);
        const marks = report.dimensions
          .flatMap((d) => d.criteria)
          .reduce((total, c) => total + (c.status === 'not-applicable' ? 0 : c.share * c.levels.supported * 25), 0);
        expect(fitOf(report).uncapped).toBeCloseTo(marks, 9);
      }),
      RUNS,
    );
  });
});

describe('the laws of the verdict', () => {
  const CHECKS = { numRuns: 80, endOnFailure: true };
  const bandAt = (index: number) => rubric.bands.findLastIndex((band) => index >= band.from);
  const choices = rubric.criteria.filter(({ kind }) => kind === 'choice');
  const choose = (level: number, sources: readonly string[]) => (criterion: Criterion) => ({
    status: 'answered' as const,
    value: { answer: criterion.levels[level]?.option, sources: sources.map(cite), disputed_by: [], note: null },
  });
  const choice = fc.constantFrom(...choices);
  const cited = fc.subarray(['s0', 's1', 's2', 's3']);

  it('splits 100 points into shares in whole points', () => {
    fc.assert(
      fc.property(description, (base) => {
        const { shares, supported, claimed, possible } = fitOf(assess(base, rubric));
        const { shown, claimedOnly, open, ruledOut } = shares;
        expect(shown + claimedOnly + open + ruledOut).toBe(100);
        for (const [share, exact] of [
          [shown, supported],
          [claimedOnly, claimed - supported],
          [open, possible - claimed],
          [ruledOut, 100 - possible],
        ] as const)
          expect(Math.abs(share - exact)).toBeLessThan(1);
      }),
      CHECKS,
    );
  });

  it('is settled only where no completion of what is unknown comes to a higher band', () => {
    fc.assert(
      fc.property(description, description, (base, other) => {
        const report = assess(base, rubric);
        if (report.basis !== 'settled') return;
        const silent = Object.entries(other.answers).filter(
          ([id]) => (base.answers[id]?.status ?? 'unknown') === 'unknown',
        );
        const completed = { ...base, answers: { ...base.answers, ...Object.fromEntries(silent) } };
        expect(bandAt(fitOf(assess(completed, rubric)).supported)).toBeLessThanOrEqual(bandAt(fitOf(report).supported));
      }),
      CHECKS,
    );
  });

  it('names what would settle it wherever it is open', () => {
    fc.assert(
      fc.property(description, (base) => {
        const { basis, questions, verdictTitle, sentence } = assess(base, rubric);
        if (basis !== 'settled') expect(questions.filter(({ points }) => points > 0).length).toBeGreaterThan(0);
        if (basis === 'so-far') expect(verdictTitle).toMatch(/, so far$/);
        expect(sentence).not.toMatch(/ or |unproven|insufficient|confidence/);
      }),
      CHECKS,
    );
  });

  it('gives the alternative that the author names no bearing on what the register can judge', () => {
    fc.assert(
      fc.property(description, fc.constantFrom(0.01, 1, 40, 1e4), fc.string({ minLength: 1 }), (base, value, name) => {
        const answer = base.answers['cost'];
        if (answer?.status !== 'answered') return;
        const named = { name, value, unit: null, sources: [] };
        const before = assess(base, rubric);
        const after = assess(
          withAnswer(base, 'cost', { status: 'answered', value: { ...(answer.value as object), alternative: named } }),
          rubric,
        );
        expect(fitOf(after).supported).toBe(fitOf(before).supported);
        expect(fitOf(after).possible).toBe(fitOf(before).possible);
        expect(after.gates.map(({ passes }) => passes)).toEqual(before.gates.map(({ passes }) => passes));
        const cost = before.dimensions.flatMap(({ criteria }) => criteria).find(({ id }) => id === 'cost');
        if (cost?.status === 'answered' && cost.comparison?.best != null) expect(after.fit).toEqual(before.fit);
      }),
      CHECKS,
    );
  });

  it('fails no gate on silence', () => {
    fc.assert(
      fc.property(description, fc.constantFrom(...rubric.gates), (base, gate) => {
        const track = rubric.tracks.find(({ id }) => id === base.track);
        const read = gate.kind === 'break-even' ? [track?.deciding.criterion ?? ''] : listRead(gate.require);
        const silent = read.reduce(without, base);
        expect(assess(silent, rubric).gates.find(({ id }) => id === gate.id)?.status).not.toBe('failed');
      }),
      CHECKS,
    );
  });

  it('never raises supported or claimed when an answer is left out', () => {
    fc.assert(
      fc.property(description, criterionId, (base, id) => {
        const [silent, said] = [fitOf(assess(without(base, id), rubric)), fitOf(assess(base, rubric))];
        expect(silent.supported).toBeLessThanOrEqual(said.supported);
        expect(silent.claimed).toBeLessThanOrEqual(said.claimed);
      }),
      CHECKS,
    );
  });

  it('carries for a fact at level 0 exactly what it carries for silence', () => {
    fc.assert(
      fc.property(description, choice, cited, (base, criterion, sources) => {
        const fault = withAnswer(base, criterion.id, choose(0, sources)(criterion));
        expect(fitOf(assess(fault, rubric)).supported).toBe(
          fitOf(assess(without(base, criterion.id), rubric)).supported,
        );
      }),
      CHECKS,
    );
  });

  it('never makes a higher true answer worth less than a lower one on the same sources', () => {
    fc.assert(
      fc.property(description, choice, cited, fc.nat(3), (base, criterion, sources, level) => {
        const lower = fitOf(assess(withAnswer(base, criterion.id, choose(level, sources)(criterion)), rubric));
        const higher = fitOf(assess(withAnswer(base, criterion.id, choose(level + 1, sources)(criterion)), rubric));
        expect(higher.supported).toBeGreaterThanOrEqual(lower.supported);
        expect(higher.claimed).toBeGreaterThanOrEqual(lower.claimed);
      }),
      CHECKS,
    );
  });
});

describe('weight 0', () => {
  it('is legal, shown and without effect', () => {
    const zeroed: Rubric = {
      ...rubric,
      criteria: rubric.criteria.map((c) => (c.id === 'proof' ? { ...c, weight: 0 } : c)),
      tracks: rubric.tracks.map((track) => ({
        ...track,
        weights: Object.fromEntries(
          Object.entries(track.weights).map(([id, entry]) => [
            id,
            id === 'regulatory_pull' ? { ...entry, weight: 0 } : entry,
          ]),
        ),
      })),
    };
    fc.assert(
      fc.property(description, (base) => {
        const report = assess(base, zeroed);
        expect(report.dimensions.find((d) => d.id === 'regulatory_pull')?.weight).toBe(0);
        expect(report.dimensions.flatMap((d) => d.criteria).find((c) => c.id === 'proof')?.weight).toBe(0);
        const bare = without(without(base, 'proof'), 'duties');
        expect(assess(bare, zeroed).fit?.uncapped).toBe(report.fit?.uncapped);
      }),
      RUNS,
    );
  });
});

describe('the anchors of the bands', () => {
  const best: Description = {
    name: 'Best on paper',
    offer: null,
    summary: 'GPU rental on a chain for AI training.',
    website: 'https://example.org',
    own_hosts: [],
    reference: false,
    as_of: '2026-09-30',
    track: 'compute',
    sources: [
      {
        id: 'pitch',
        title: 'Pitch',
        url: 'https://example.org/pitch',
        kind: 'statement',
        published: '2026-09-01',
        accessed: null,
      },
    ],
    answers: {},
    file: null,
    placeOf: () => null,
  };

  function bestAnswers(sources: readonly string[]): Description['answers'] {
    const support = { sources: sources.map(cite), disputed_by: [], note: null };
    const customer = (name: string) => ({ name, outside_crypto: true, stage: 'production', paid: true, ...support });
    const values: Record<string, (id: string) => unknown> = {
      choice: (id) => ({ answer: rubric.criteria.find((c) => c.id === id)?.levels[4]?.option, ...support }),
      number: () => ({ answer: 1e9, ...support }),
      comparison: (id) => ({
        project: id === 'cost' ? 0.01 : 100,
        alternative: { name: 'Rival', value: 1, unit: null, sources: sources.map(cite) },
        unit: id === 'cost' ? 'USD per H100-hour' : 'jobs per hour',
        better: id === 'cost' ? 'lower' : 'higher',
        workload: null,
        service_class: null,
        class_sources: [],
        ...support,
      }),
      customers: () => ['A', 'B', 'C'].map(customer),
      duties: () => [{ regulation: 'gdpr', duty: 'art-32', ...support }],
    };
    return Object.fromEntries(
      rubric.criteria.map((c) => [c.id, { status: 'answered', value: values[c.kind]?.(c.id) }]),
    );
  }

  it('supports 0 without a source, whatever is claimed', () => {
    for (const track of rubric.tracks) {
      const report = assess({ ...best, track: track.id, sources: [], answers: bestAnswers([]) }, rubric);
      expect(report.fit?.supported).toBe(0);
      expect(report.coverage).toBe(0);
    }
  });

  it('never lifts first-party statements alone above a conditional fit', () => {
    const order = rubric.bands.map((band) => band.id);
    for (const track of rubric.tracks) {
      const report = assess({ ...best, track: track.id, answers: bestAnswers(['pitch']) }, rubric);
      expect(order.indexOf(report.verdict ?? '')).toBeLessThanOrEqual(order.indexOf('conditional-fit'));
      expect(report.fit?.supported).toBeGreaterThan(0);
    }
  });
});
