import type { Answer, Description, Source } from '../../model/description.ts';
import type { Rubric } from '../../model/rubric.ts';
import { accept, REFUSED } from '../../model/schema/accept.ts';
import { getValueAt } from '../problems/value-path.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';
import { type DescriptionHead, getDescriptionSchema } from './description-schema.ts';
import { type CriterionAnswer, findAnswerIssues } from './find-answer-issues.ts';

/** The answers of a file that has the right shape. */
function collectAnswers(file: unknown, rubric: Rubric): readonly CriterionAnswer[] {
  return rubric.criteria.flatMap((criterion) => {
    const answer = getValueAt(file, [criterion.dimension, criterion.id]);
    return answer === undefined ? [] : [{ criterion, answer: answer as Answer }];
  });
}

function collectSources({ sources }: DescriptionHead): readonly Source[] {
  return Object.entries(sources)
    .map(([id, source]) => ({ id, ...source }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Turns located YAML into a description; null where something is wrong with it, which `validate` tells. */
export function toDescription(located: LocatedYaml, rubric: Rubric, file: string): Description | null {
  const accepted = accept(getDescriptionSchema(rubric).whole, located.value);
  if (accepted === REFUSED) return null;
  const given = collectAnswers(accepted, rubric);
  const listed = Object.keys(accepted.sources);
  if (given.some((entry) => findAnswerIssues(entry, listed, rubric).length > 0)) return null;
  const { name, offer, summary, website, own_hosts, as_of, track, reference } = accepted;
  if (reference && track === null) return null;
  const answers = Object.fromEntries(given.map(({ criterion, answer }) => [criterion.id, answer]));
  const description = { name, offer, summary, website, own_hosts, as_of, track, reference, answers };
  return { ...description, sources: collectSources(accepted), file, placeOf: located.placeOf };
}
