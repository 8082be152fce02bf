import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import type { Answer, Description } from '../../src/model/description.ts';
import { example, exampleNames } from '../support/describe.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

/** The description with the lever pulled: the best answer there is, on evidence that carries it. */
function pulled(base: Description, id: string, level: number): Description {
  const criterion = rubric.criteria.find((entry) => entry.id === id);
  const option = criterion?.levels[level]?.option;
  const best = rubric.evidence.grades.at(-1)?.id;
  const kinds = rubric.evidence.kinds.filter((kind) => kind.grade === best && kind.only_on.length === 0);
  const kind = kinds.find((entry) => criterion?.needs.kinds.includes(entry.id))?.id ?? '';
  const proof = {
    id: 'proof',
    title: 'Proof',
    url: 'https://lab.example.edu/x',
    kind,
    published: base.as_of,
    accessed: null,
  };
  const value = { answer: option, sources: ['proof'], disputed_by: [], note: null };
  const answer: Answer = { status: 'answered', value };
  return { ...base, sources: [...base.sources, proof], answers: { ...base.answers, [id]: answer } };
}

describe.each(exampleNames())('the levers of examples/%s', (name) => {
  const base = example(name, rubric);
  const report = assess(base, rubric);
  const criteria = new Map(report.dimensions.flatMap((dimension) => dimension.criteria).map((c) => [c.id, c]));

  it('come with most points first', () => {
    const points = report.levers.map((lever) => lever.points);
    expect(points).toEqual([...points].sort((a, b) => b - a));
    expect(points.every((gain) => gain > 0)).toBe(true);
  });

  it('leave out only what is at its best, does not apply or weighs nothing', () => {
    const listed = new Set(report.levers.map((lever) => lever.criterion));
    for (const criterion of criteria.values()) {
      const isBest = criterion.status === 'answered' && criterion.levels.supported === 4;
      expect(listed.has(criterion.id)).toBe(criterion.status !== 'not-applicable' && criterion.share > 0 && !isBest);
    }
  });

  it('add the points that they promise', () => {
    for (const lever of report.levers) {
      const criterion = criteria.get(lever.criterion);
      if (criterion?.kind !== 'choice' || criterion.status === 'not-applicable') continue;
      const { supported, claimed } = criterion.levels;
      const level = lever.kind === 'find-out' ? 4 : lever.kind === 'evidence' ? claimed : claimed + 1;
      const after = assess(pulled(base, lever.criterion, level), rubric);
      const gain = (after.fit?.uncapped ?? 0) - (report.fit?.uncapped ?? 0);
      expect(level).toBeGreaterThan(supported);
      expect(gain).toBeCloseTo(lever.points, 9);
    }
  });
});
