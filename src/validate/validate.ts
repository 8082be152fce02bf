import type { AnswerIssue } from '../kinds/kind.ts';
import { kindOf } from '../kinds/registry.ts';
import type { Answer, Description, Source } from '../model/description.ts';
import { pointerOf } from '../model/pointer.ts';
import type { Outcome, Problem, Span } from '../model/problem.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import type { LocatedYaml } from '../read/located.ts';
import { nearest } from '../read/suggest.ts';
import { type DescriptionFile, type DescriptionSchema, descriptionSchema } from './description-schema.ts';
import { valueAt } from './wording.ts';
import { type Places, problemsOf } from './zod-issues.ts';

interface Given {
  readonly criterion: Criterion;
  readonly answer: Answer;
}

const schemas = new WeakMap<Rubric, DescriptionSchema>();

function schemaOf(rubric: Rubric): DescriptionSchema {
  const known = schemas.get(rubric);
  if (known !== undefined) return known;
  const built = descriptionSchema(rubric);
  schemas.set(rubric, built);
  return built;
}

/** What to do about a key that stands in the wrong place, or is half of a text that was cut at a comma. */
function hintFor(rubric: Rubric) {
  return (_path: readonly PropertyKey[], key: string): string | null => {
    const criterion = rubric.criteria.find((entry) => entry.id === key);
    if (criterion !== undefined) return `\`${key}\` belongs under \`${criterion.dimension}:\`.`;
    return key.includes(' ') ? 'Inside { } a comma ends a text and begins a key: put the text in quotes.' : null;
  };
}

/** The answers of a file that has the right shape. */
function answersOf(file: unknown, rubric: Rubric): readonly Given[] {
  return rubric.criteria.flatMap((criterion) => {
    const answer = valueAt(file, [criterion.dimension, criterion.id]);
    return answer === undefined ? [] : [{ criterion, answer: answer as Answer }];
  });
}

/** The answers that have the right shape in a file that is wrong elsewhere, so that all problems are told in one pass. */
function soundAnswersOf(file: unknown, rubric: Rubric): readonly Given[] {
  const shapes = schemaOf(rubric).answers;
  return rubric.criteria.flatMap((criterion) => {
    const raw = valueAt(file, [criterion.dimension, criterion.id]);
    const parsed = raw === undefined ? undefined : shapes.get(criterion.id)?.safeParse(raw);
    return parsed?.success === true ? [{ criterion, answer: parsed.data as Answer }] : [];
  });
}

/** Sources cited and not listed, and what the kinds find wrong. */
function issuesOf({ criterion, answer }: Given, listed: readonly string[], rubric: Rubric): readonly AnswerIssue[] {
  if (answer.status === 'unknown') return [];
  const kind = kindOf(criterion.kind);
  const value = answer.value as never;
  const dangling = kind.citations(value).filter(({ id }) => !listed.includes(id));
  return [
    ...dangling.map(({ id, path }) => ({
      code: 'reference/unknown-source',
      path,
      what: `the source \`${id}\` is cited and not listed`,
      why: 'Evidence that nobody can look up carries nothing.',
      fix:
        listed.length === 0
          ? 'List it under `sources:`.'
          : `List it under \`sources:\`, or cite one of: ${listed.join(', ')}.`,
      word: id,
      candidates: listed,
    })),
    ...kind.check(value, criterion, rubric),
  ];
}

function problemOf(issue: AnswerIssue, criterion: Criterion, file: string, places: Places): Problem {
  const { code, path, what, why, fix, word, candidates } = issue;
  const at = places.span(pointerOf([criterion.dimension, criterion.id, ...path]));
  const suggestion = word === null ? null : nearest(word, candidates);
  return { code, file, at, what, why, fix, suggestion, related: null };
}

function referenceProblems(
  given: readonly Given[],
  located: LocatedYaml,
  rubric: Rubric,
  file: string,
): readonly Problem[] {
  const sources = valueAt(located.value, ['sources']);
  const listed =
    typeof sources === 'object' && sources !== null
      ? Object.keys(sources)
          .filter((id) => id !== '__proto__')
          .sort()
      : [];
  return given.flatMap((entry) =>
    issuesOf(entry, listed, rubric).map((issue) => problemOf(issue, entry.criterion, file, located)),
  );
}

function sourcesOf(file: DescriptionFile): readonly Source[] {
  return Object.entries(file.sources)
    .map(([id, source]) => ({ id, ...source }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function spansOf(located: LocatedYaml): Readonly<Record<string, Span>> {
  const spans = located.pointers().flatMap((pointer) => {
    const span = located.keySpan(pointer) ?? located.span(pointer);
    return span === null ? [] : [[pointer, span] as const];
  });
  return Object.fromEntries(spans);
}

function placeOrder(a: Problem, b: Problem): number {
  const byPlace = (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
  return byPlace || (a.code + a.what < b.code + b.what ? -1 : 1);
}

/** Turns located YAML into a description, or tells everything that is wrong with it, in the order of the file. */
export function validate(located: LocatedYaml, rubric: Rubric, file: string): Outcome<Description> {
  const schema = schemaOf(rubric).whole;
  const parsed = schema.safeParse(located.value);
  const given = parsed.success ? answersOf(parsed.data, rubric) : soundAnswersOf(located.value, rubric);
  const references = referenceProblems(given, located, rubric, file);
  if (!parsed.success || references.length > 0) {
    const context = { file, value: located.value, schema, places: located, hint: hintFor(rubric) };
    const shape = parsed.success ? [] : problemsOf(parsed.error.issues, context);
    return { ok: false, problems: [...shape, ...references].sort(placeOrder) };
  }
  const data = parsed.data as DescriptionFile;
  const { name, offer, summary, website, own_hosts, as_of, track } = data;
  const answers = Object.fromEntries(given.map(({ criterion, answer }) => [criterion.id, answer]));
  const description = { name, offer, summary, website, own_hosts, as_of, track, sources: sourcesOf(data), answers };
  return { ok: true, value: { ...description, file, spans: spansOf(located) } };
}
