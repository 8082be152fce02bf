import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { getCriterionKind } from '../../src/criteria/registry.ts';
import { example, listCriteriaOn, referenceNames } from '../support/describe.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const references = referenceNames().map((name) => example(name, rubric));

it('there is one reference for each track', () => {
  expect(references.map(({ track }) => track).sort()).toEqual(rubric.tracks.map(({ id }) => id).sort());
});

describe.each(references.map((reference) => [reference.file, reference] as const))('%s', (_, reference) => {
  const report = assess(reference, rubric);

  it('is a reference, and gets a verdict as a project does', () => {
    expect(reference.reference).toBe(true);
    expect(report.fit).not.toBeNull();
    expect(report.verdict).not.toBeNull();
  });

  it('cites a source for every answer, and lists none in vain', () => {
    const bare = rubric.criteria.filter((criterion) => {
      const answer = reference.answers[criterion.id];
      if (answer?.status !== 'answered') return false;
      return getCriterionKind(criterion.kind).citations(answer.value as never).length === 0;
    });
    expect(bare.map(({ id }) => id)).toEqual([]);
    const told = report.findings.filter(({ id }) => id === 'source/uncited' || id === 'source/after-as-of');
    expect(told).toEqual([]);
  });

  it('says of every question that can be asked what is known, or that it is not', () => {
    const asked = listCriteriaOn(reference.as_of, rubric.criteria);
    const silent = report.dimensions
      .flatMap(({ criteria }) => criteria)
      .filter((c) => c.status === 'unknown' && !c.stated && asked.includes(c.id));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});
