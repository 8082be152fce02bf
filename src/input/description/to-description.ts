import { OUTSIDE } from '../../classify/score-tracks.ts';
import type { AnswerIssue } from '../../criteria/criterion-kind.ts';
import { getCriterionKind } from '../../criteria/registry.ts';
import type { Answer, Description, Source } from '../../model/description.ts';
import { getValueAt } from '../../model/pointer.ts';
import type { Criterion, Rubric } from '../../model/rubric.ts';
import { accept, REFUSED } from '../../model/schema/accept.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';
import { type DescriptionHead, getDescriptionSchema } from './description-schema.ts';

/** An answer of the right shape, with the criterion that it answers. */
export interface CriterionAnswer {
  readonly criterion: Criterion;
  readonly answer: Answer;
}

/** Sources that a message names. */
const MAX_NAMED = 20;

/** Sources that an answer cites and that are not `listed`, and what its kind finds wrong. */
export function findAnswerIssues(
  { criterion, answer }: CriterionAnswer,
  listed: ReadonlySet<string>,
  rubric: Rubric,
): readonly AnswerIssue[] {
  if (answer.status === 'unknown') return [];
  const kind = getCriterionKind(criterion.kind);
  const value = answer.value as never;
  const dangling = kind.citations(value).filter(({ id }) => !listed.has(id));
  const known = [...listed].slice(0, dangling.length === 0 ? 0 : MAX_NAMED);
  return [
    ...dangling.map(({ id, path }) => ({
      code: 'reference/unknown-source',
      at: path,
      what: `source \`${id}\` is cited but not defined under \`sources\``,
      why: 'Evidence counts only if a reader can look it up.',
      fix:
        known.length === 0
          ? 'Define it under `sources:`.'
          : `Define it under \`sources:\`, or cite one of: ${known.join(', ')}${listed.size > MAX_NAMED ? ', ...' : '.'}`,
      candidates: known,
    })),
    ...kind.check(value, criterion, rubric),
  ];
}

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

/** Turns located YAML into a description; null if something is wrong with it, which `validateDescription` explains. */
export function toDescription(
  located: Pick<LocatedYaml, 'value' | 'placeOf'>,
  rubric: Rubric,
  file: string,
): Description | null {
  const accepted = accept(getDescriptionSchema(rubric).whole, located.value);
  if (accepted === REFUSED) return null;
  const given = collectAnswers(accepted, rubric);
  const listed = new Set(Object.keys(accepted.sources));
  if (given.some((entry) => findAnswerIssues(entry, listed, rubric).length > 0)) return null;
  const { name, offer, summary, website, own_hosts, as_of, track, reference } = accepted;
  if (reference && (track === null || track === OUTSIDE)) return null;
  const answers = Object.fromEntries(given.map(({ criterion, answer }) => [criterion.id, answer]));
  const description = { name, offer, summary, website, own_hosts, as_of, track, reference, answers };
  return { ...description, sources: collectSources(accepted), file, placeOf: located.placeOf };
}
