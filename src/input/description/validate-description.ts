import type { Description } from '../../model/description.ts';
import { type Outcome, type Problem, toProblem } from '../../model/diagnostic.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Rubric } from '../../model/rubric.ts';
import { accept, REFUSED } from '../../model/schema/accept.ts';
import { toZod } from '../../model/schema/to-zod.ts';
import { findNearest } from '../problems/find-nearest.ts';
import { toSchemaProblems } from '../problems/schema-problems.ts';
import { getValueAt, type ValuePath } from '../problems/value-path.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';
import { getDescriptionSchema } from './description-schema.ts';
import { type CriterionAnswer, findAnswerIssues } from './find-answer-issues.ts';
import { toDescription } from './to-description.ts';

/** What to do about a key that stands in the wrong place, or is half of a text that was cut at a comma. */
function makeKeyHint(rubric: Rubric) {
  return (_path: ValuePath, key: string): string | null => {
    const criterion = rubric.criteria.find((entry) => entry.id === key);
    if (criterion !== undefined) return `\`${key}\` belongs under \`${criterion.dimension}:\`.`;
    return key.includes(' ')
      ? 'Where it stands inside { }, a comma has ended a text and begun a key: put the text in quotes.'
      : null;
  };
}

/** The answers that have the right shape, in a file that may be wrong elsewhere, so that all problems are told in one pass. */
function collectValidAnswers(file: unknown, rubric: Rubric): readonly CriterionAnswer[] {
  const { answers } = getDescriptionSchema(rubric);
  return rubric.criteria.flatMap((criterion) => {
    const raw = getValueAt(file, [criterion.dimension, criterion.id]);
    const shape = answers.get(criterion.id);
    const answer = raw === undefined || shape === undefined ? REFUSED : accept(shape, raw);
    return answer === REFUSED ? [] : [{ criterion, answer }];
  });
}

/** The sources that a file lists, in order, whether they have the right shape or not. */
function listSourceIds(file: unknown): readonly string[] {
  const sources = getValueAt(file, ['sources']);
  if (typeof sources !== 'object' || sources === null) return [];
  return Object.keys(sources)
    .filter((id) => id !== '__proto__')
    .sort();
}

function findAnswerProblems(located: LocatedYaml, rubric: Rubric, file: string): readonly Problem[] {
  const listed = listSourceIds(located.value);
  return collectValidAnswers(located.value, rubric).flatMap((given) => {
    const { dimension, id } = given.criterion;
    return findAnswerIssues(given, listed, rubric).map((issue) => {
      const path = [dimension, id, ...issue.at];
      const suggestion = findNearest(String(getValueAt(located.value, path)), issue.candidates);
      return toProblem({ ...issue, suggestion }, file, () => located.span(toPointer(path)));
    });
  });
}

function findSchemaProblems(located: LocatedYaml, rubric: Rubric, file: string): readonly Problem[] {
  const schema = toZod(getDescriptionSchema(rubric).whole);
  const parsed = schema.safeParse(located.value);
  if (parsed.success) return [];
  const context = { file, value: located.value, schema, places: located, hint: makeKeyHint(rubric) };
  return toSchemaProblems(parsed.error.issues, context);
}

/** A reference skips classification, so nothing else tells its track. */
function findTrackProblems(located: LocatedYaml, file: string): readonly Problem[] {
  if (getValueAt(located.value, ['reference']) !== true || getValueAt(located.value, ['track']) != null) return [];
  const problem = {
    code: 'reference/no-track',
    at: '/reference',
    what: 'a reference without a `track`',
    why: 'It is compared with the projects of one track, and its words are not classified.',
    fix: 'Add `track:`, or leave `reference` out.',
  };
  return [toProblem(problem, file, located.span)];
}

function compareByPlace(a: Problem, b: Problem): number {
  const byPlace = (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
  return byPlace || (a.code + a.what < b.code + b.what ? -1 : 1);
}

/** Turns located YAML into a description, or tells everything that is wrong with it, in the order of the file. */
export function validateDescription(located: LocatedYaml, rubric: Rubric, file: string): Outcome<Description> {
  const description = toDescription(located, rubric, file);
  if (description !== null) return { ok: true, value: description };
  const problems = [
    ...findSchemaProblems(located, rubric, file),
    ...findAnswerProblems(located, rubric, file),
    ...findTrackProblems(located, file),
  ];
  return { ok: false, problems: problems.sort(compareByPlace) };
}
