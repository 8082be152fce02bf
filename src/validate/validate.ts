import type { AnswerIssue } from '../kinds/kind.ts';
import type { Description } from '../model/description.ts';
import { pointerOf } from '../model/pointer.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import type { LocatedYaml } from '../read/located.ts';
import { nearest } from '../read/suggest.ts';
import { accept, REFUSED } from '../shape/accept.ts';
import { zodOf } from '../shape/to-zod.ts';
import { describe } from './describe.ts';
import { descriptionShape } from './description-shape.ts';
import { type Given, issuesOf } from './issues.ts';
import { type Path, valueAt } from './value-at.ts';
import { problemsOf } from './zod-issues.ts';

/** What to do about a key that stands in the wrong place, or is half of a text that was cut at a comma. */
function hintFor(rubric: Rubric) {
  return (_path: Path, key: string): string | null => {
    const criterion = rubric.criteria.find((entry) => entry.id === key);
    if (criterion !== undefined) return `\`${key}\` belongs under \`${criterion.dimension}:\`.`;
    return key.includes(' ')
      ? 'Where it stands inside { }, a comma has ended a text and begun a key: put the text in quotes.'
      : null;
  };
}

/** The answers that have the right shape, in a file that may be wrong elsewhere, so that all problems are told in one pass. */
function soundAnswersOf(file: unknown, rubric: Rubric): readonly Given[] {
  const { answers } = descriptionShape(rubric);
  return rubric.criteria.flatMap((criterion) => {
    const raw = valueAt(file, [criterion.dimension, criterion.id]);
    const shape = answers.get(criterion.id);
    const answer = raw === undefined || shape === undefined ? REFUSED : accept(shape, raw);
    return answer === REFUSED ? [] : [{ criterion, answer }];
  });
}

/** The sources that a file lists, in order, whether they have the right shape or not. */
function listedIn(file: unknown): readonly string[] {
  const sources = valueAt(file, ['sources']);
  if (typeof sources !== 'object' || sources === null) return [];
  return Object.keys(sources)
    .filter((id) => id !== '__proto__')
    .sort();
}

function problemOf(issue: AnswerIssue, criterion: Criterion, file: string, located: LocatedYaml): Problem {
  const { code, path, what, why, fix, word, candidates } = issue;
  const at = located.span(pointerOf([criterion.dimension, criterion.id, ...path]));
  const suggestion = word === null ? null : nearest(word, candidates);
  return { code, file, at, what, why, fix, suggestion, related: null };
}

function citationProblems(located: LocatedYaml, rubric: Rubric, file: string): readonly Problem[] {
  const listed = listedIn(located.value);
  return soundAnswersOf(located.value, rubric).flatMap((given) =>
    issuesOf(given, listed, rubric).map((issue) => problemOf(issue, given.criterion, file, located)),
  );
}

function shapeProblems(located: LocatedYaml, rubric: Rubric, file: string): readonly Problem[] {
  const schema = zodOf(descriptionShape(rubric).whole);
  const parsed = schema.safeParse(located.value);
  if (parsed.success) return [];
  const context = { file, value: located.value, schema, places: located, hint: hintFor(rubric) };
  return problemsOf(parsed.error.issues, context);
}

/** A reference skips classification, so nothing else tells its track. */
function trackProblems(located: LocatedYaml, file: string): readonly Problem[] {
  if (valueAt(located.value, ['reference']) !== true || valueAt(located.value, ['track']) != null) return [];
  return [
    {
      code: 'reference/no-track',
      file,
      at: located.span('/reference'),
      what: 'a reference without a `track`',
      why: 'It is compared with the projects of one track, and its words are not classified.',
      fix: 'Add `track:`, or leave `reference` out.',
      suggestion: null,
      related: null,
    },
  ];
}

function placeOrder(a: Problem, b: Problem): number {
  const byPlace = (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
  return byPlace || (a.code + a.what < b.code + b.what ? -1 : 1);
}

/** Turns located YAML into a description, or tells everything that is wrong with it, in the order of the file. */
export function validate(located: LocatedYaml, rubric: Rubric, file: string): Outcome<Description> {
  const description = describe(located, rubric, file);
  if (description !== null) return { ok: true, value: description };
  const problems = [
    ...shapeProblems(located, rubric, file),
    ...citationProblems(located, rubric, file),
    ...trackProblems(located, file),
  ];
  return { ok: false, problems: problems.sort(placeOrder) };
}
