import type { AnswerIssue } from '../../criteria/criterion-kind.ts';
import { getCriterionKind } from '../../criteria/registry.ts';
import type { Answer } from '../../model/description.ts';
import type { Criterion, Rubric } from '../../model/rubric.ts';

/** An answer of the right shape, with the criterion that it answers. */
export interface CriterionAnswer {
  readonly criterion: Criterion;
  readonly answer: Answer;
}

/** Sources that an answer cites and `listed` does not hold, and what its kind finds wrong. */
export function findAnswerIssues(
  { criterion, answer }: CriterionAnswer,
  listed: readonly string[],
  rubric: Rubric,
): readonly AnswerIssue[] {
  if (answer.status === 'unknown') return [];
  const kind = getCriterionKind(criterion.kind);
  const value = answer.value as never;
  const dangling = kind.citations(value).filter(({ id }) => !listed.includes(id));
  return [
    ...dangling.map(({ id, path }) => ({
      code: 'reference/unknown-source',
      at: path,
      what: `the source \`${id}\` is cited and not listed`,
      why: 'Evidence that nobody can look up carries nothing.',
      fix:
        listed.length === 0
          ? 'List it under `sources:`.'
          : `List it under \`sources:\`, or cite one of: ${listed.join(', ')}.`,
      candidates: listed,
    })),
    ...kind.check(value, criterion, rubric),
  ];
}
