import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { getCriterionKind } from '../../src/criteria/registry.ts';
import { accept, REFUSED } from '../../src/model/schema/accept.ts';
import { renderAnswerExample } from '../../src/rubric-pages/answer-example.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

describe('an example of an answer', () => {
  it.each(rubric.criteria)('is one that $id takes', (criterion) => {
    const example = renderAnswerExample(criterion, rubric);
    const value: unknown = parse(example)[criterion.dimension][criterion.id];
    const kind = getCriterionKind(criterion.kind);
    const answer = accept(kind.shape(criterion, rubric), value);
    expect(answer, example).not.toBe(REFUSED);
    expect(answer !== REFUSED && kind.check(answer as never, criterion, rubric)).toEqual([]);
    expect(example).toContain('sources: [SOURCE]');
  });

  it('stays within the narrowest page', () => {
    const lines = rubric.criteria.flatMap((criterion) => renderAnswerExample(criterion, rubric).split('\n'));
    expect(lines.filter((line) => line.length > 58)).toEqual([]);
  });

  it('takes a figure within the limits of the criterion, the threshold of level 2 where it has one', () => {
    const number = rubric.criteria.find(({ kind }) => kind === 'number');
    if (number === undefined) throw new Error('the rubric has no criterion of this kind');
    const levels = (threshold: number | null) => number.levels.map((level) => ({ ...level, at_least: threshold }));
    const answer = (threshold: number | null) => {
      const criterion = { ...number, minimum: 40, maximum: 60, levels: levels(threshold) };
      return parse(renderAnswerExample(criterion, rubric))[number.dimension][number.id].answer;
    };
    expect([answer(null), answer(50)]).toEqual([40, 50]);
  });
});
