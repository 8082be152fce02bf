import { describe, expect, it } from 'vitest';
import { getCriterionKind } from '../../../src/criteria/registry.ts';
import { findCurrentFigure } from '../../../src/criteria/rivals.ts';
import { shippedRubric } from '../../support/rubric.ts';

const rubric = shippedRubric();

/** Every list of claims that an entry of the rubric rests on. */
function citedClaims(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(citedClaims);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    key === 'claims' && Array.isArray(entry) ? entry.map(String) : citedClaims(entry),
  );
}

it('the built-in registers cite nothing without an address', () => {
  const cited = [
    ...rubric.alternatives.flatMap(({ figures }) => figures.map(({ source }) => source)),
    ...rubric.regulations.flatMap(({ sources }) => sources),
  ];
  expect(cited.filter(({ url }) => url === null)).toEqual([]);
});

describe('the register of claims', () => {
  const { seeds, ...rest } = rubric;
  const cited = new Set(citedClaims(rest));
  const ids = seeds.claims.map((claim) => claim.id);

  it('has 40 or more claims, each under a section of the article, no id twice', () => {
    expect(ids.length).toBeGreaterThanOrEqual(40);
    expect(new Set(ids).size).toBe(ids.length);
    for (const claim of seeds.claims) expect(Object.keys(seeds.sections)).toContain(claim.section);
  });

  it('has every claim that the rubric names', () => {
    expect([...cited].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has no claim that nothing rests on, unless it says why it is kept', () => {
    const idle = seeds.claims.filter((claim) => !cited.has(claim.id) && claim.context === null);
    expect(idle.map((claim) => claim.id)).toEqual([]);
    const kept = seeds.claims.filter((claim) => cited.has(claim.id) && claim.context !== null);
    expect(kept.map((claim) => claim.id)).toEqual([]);
  });
});

describe('the rubric', () => {
  it('has the six tracks of the article with two models each', () => {
    const six = ['agent-infrastructure', 'agent-payments', 'compute', 'data-market', 'storage', 'verification'];
    expect(rubric.tracks.map((track) => track.id)).toEqual(expect.arrayContaining(six));
    for (const track of rubric.tracks.filter(({ id }) => six.includes(id))) expect(track.models).toHaveLength(2);
  });

  it('has the five dimensions with three criteria or more each, and 25 at most', () => {
    const five = ['technical_edge', 'switching_cost', 'demand_maturity', 'regulatory_pull', 'landmark_adoption'];
    expect(rubric.dimensions.map((dimension) => dimension.id)).toEqual(expect.arrayContaining(five));
    for (const { id } of rubric.dimensions) {
      expect(rubric.criteria.filter((criterion) => criterion.dimension === id).length).toBeGreaterThanOrEqual(3);
    }
    expect(rubric.criteria.length).toBeLessThanOrEqual(25);
  });

  it('gives the ease of switching a weight of 10 or less on every track', () => {
    for (const track of rubric.tracks) expect(track.weights['switching_cost']?.weight).toBeLessThanOrEqual(10);
  });

  it('asks for 3, 2, 1.5, 1.25 and 1.05 times an alternative as switching gets easier', () => {
    const steps = rubric.gates.flatMap((gate) => (gate.kind === 'break-even' ? [gate.steps] : []));
    const asked = [3, 2, 1.5, 1.25, 1.05];
    expect(steps).toEqual([asked, asked]);
  });

  it.each(rubric.regulations)('dates a source of $id, or says why not', ({ sources, note }) => {
    expect(sources.some(({ date }) => date !== null) || /\bundated\b|bears\s+a\s+date/.test(note ?? '')).toBe(true);
  });

  it.each(rubric.alternatives)('dates each source of $id, or says why not', ({ figures, note }) => {
    const undated = figures.some(({ source }) => source.date === null);
    if (undated || figures.length === 0) expect(note).toMatch(undated ? /date/ : /./);
  });

  it.each(rubric.tracks)('names on the track $id what buyers use today', ({ id }) => {
    const named = rubric.alternatives.filter(({ track }) => track === id);
    // Nobody is the incumbent of verification.
    expect(named.some(({ incumbent }) => incumbent)).toBe(id !== 'verification');
    expect(named.length).toBeGreaterThanOrEqual(5);
  });

  it.each([
    ['h100-rental', 'aws-p5', '2026-11-22', 6.88],
    ['h100-rental', 'nebius-h100', '2026-09-30', 3.85],
    ['h100-rental', 'nebius-h100', '2026-10-01', 4.5],
    ['object-storage', 'backblaze-b2', '2026-04-30', 6],
    ['object-storage', 'backblaze-b2', '2026-05-01', 6.95],
  ])('%s: %s costs on %s what held then', (_workload, id, asOf, value) => {
    const alternative = rubric.alternatives.find((entry) => entry.id === id);
    if (alternative === undefined) throw new Error(`${id} is not registered`);
    expect(findCurrentFigure(alternative, asOf).value).toBe(value);
  });

  it('registers dear and cheap alternatives of one workload', () => {
    const best = (workload: string) => {
      const values = rubric.alternatives
        .filter((a) => a.workload === workload)
        .flatMap((a) => a.figures.map((f) => f.value));
      return Math.max(...values) / Math.min(...values);
    };
    expect(best('h100-rental')).toBeGreaterThan(3);
    expect(best('object-storage')).toBeGreaterThan(2);
  });

  it.each(
    rubric.criteria.map((criterion) => [criterion.id, criterion] as const),
  )('%s is complete for its kind', (_id, criterion) => {
    expect(getCriterionKind(criterion.kind).findFault(criterion)).toBeNull();
    const texts = criterion.levels.flatMap((level) => [level.means, level.reaches, level.falls_short]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('names no project that its examples score in the wording of a level', () => {
    const names = /filecoin|arweave|ocean protocol|grass\b|x402|akash|ezkl|fil one/i;
    const texts = rubric.criteria.flatMap((c) => c.levels.flatMap((l) => [l.means, l.reaches, l.falls_short]));
    expect(texts.filter((text) => names.test(text))).toEqual([]);
  });
});
