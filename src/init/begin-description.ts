import { classify } from '../classify/classify.ts';
import type { Criterion, Dimension, Rubric, Track } from '../model/rubric.ts';
import { escapeForTerminal } from '../report/writers/escape-for-terminal.ts';
import { wrap } from '../report/writers/terminal/flow.ts';
import { buildAnswerValue } from '../rubric-pages/answer-example.ts';
import { addEntries, type DescriptionEntry } from './add-entries.ts';
import type { AnswerHint, MemoHints } from './read-memo-hints.ts';
import { toInlineYaml, toYamlLines } from './yaml-value.ts';

/** What a new description begins with. */
interface TemplateInput {
  readonly name: string;
  readonly summary: string;
  readonly asOf: string;
  /** The track whose weights are told and whose criteria are asked; null where none is known. */
  readonly track: Track | null;
  /** What a memo says; null without one. */
  readonly memo: MemoHints | null;
  /** How the file is called. */
  readonly file: string;
}

const WIDTH = 100;

/** Where an editor finds the schema of the file, next to it. */
export const SCHEMA_FILE = 'project.schema.json';

/** Text as comments, none of which a reader of the file would not see. */
function renderComments(text: string, before = '# '): readonly string[] {
  return wrap([text], WIDTH - before.length).map((line) => `${before}${escapeForTerminal(line)}`);
}

/** A comment within a dimension, which stays one when the sign at the margin is taken away. */
const INNER = '#   # ';

function renderHint(file: string, { line, said }: AnswerHint): string {
  return `${file}:${line} says: ${said}`;
}

function renderCriterionLines(criterion: Criterion, { track, memo }: TemplateInput, rubric: Rubric): readonly string[] {
  const { id, title, question, levels, needs, unit } = criterion;
  const left = track === null ? undefined : criterion.not_applicable[track.id];
  const options = levels.flatMap(({ option, means }) =>
    option === null ? [] : renderComments(`${option}: ${means}`, `${INNER}  `),
  );
  const hints = (memo?.answers ?? []).filter((hint) => hint.criterion === id);
  const [first, ...others] = hints;
  const example =
    options.length > 0 ? [] : [`${INNER}such as ${id}: ${toInlineYaml(buildAnswerValue(criterion, rubric))}`];
  return [
    '#',
    ...renderComments(`${title}. ${question}`, INNER),
    ...(left === undefined ? [] : renderComments(`Not asked on ${track?.id}: ${left}`, INNER)),
    ...options,
    ...(unit === null ? [] : renderComments(`In ${unit}.`, INNER)),
    ...renderComments(`Look for: ${needs.text}`, INNER),
    ...example,
    ...hints.flatMap((hint) => renderComments(renderHint(memo?.file ?? '', hint), INNER)),
    ...others.map(({ value }) => `${INNER}or ${id}: ${toInlineYaml(value)}`),
    ...(first === undefined ? [] : renderComments('To confirm, with a source:', INNER)),
    `#   ${id}: ${toInlineYaml(first === undefined ? 'unknown' : first.value)}`,
  ];
}

function renderDimensionLines(dimension: Dimension, beginning: TemplateInput, rubric: Rubric): readonly string[] {
  const { track } = beginning;
  const weight =
    track === null ? '' : ` Its weight on ${track.id} is ${track.weights[dimension.id]?.weight ?? 0} of 100.`;
  const criteria = rubric.criteria.filter((criterion) => criterion.dimension === dimension.id);
  return [
    '',
    ...renderComments(`${dimension.title}. ${dimension.question}${weight}`),
    `# ${dimension.id}:`,
    ...criteria.flatMap((criterion) => renderCriterionLines(criterion, beginning, rubric)),
  ];
}

function renderHeadLines({ name, summary, asOf, track, memo, file }: TemplateInput, rubric: Rubric): readonly string[] {
  const example = track ?? rubric.tracks[0];
  const told = (part: { readonly line: number } | null | undefined) =>
    part === null || part === undefined
      ? []
      : renderComments(`From ${memo?.file}:${part.line}; rephrase it in your own words.`);
  return [
    `# yaml-language-server: $schema=${SCHEMA_FILE}`,
    ...renderComments(
      'A description for demandfit. Everything after a # is a comment. To answer a question, remove the # and the space after it from its line and from the line of its dimension. An answer can cite sources, as in { answer: ..., sources: [prices] }; without one it is not supported. `unknown` says that you looked and found nothing; questions left out stay open.',
    ),
    ...renderComments(`Then run: demandfit score ${file}`),
    '',
    ...(memo?.name?.text === name ? told(memo.name) : []),
    ...toYamlLines('name', name),
    ...renderComments('What a buyer can buy today; every answer is about this one offer.'),
    '# offer: On-demand H100 rental',
    ...renderComments('What it sells and to whom, in plain words. The track is inferred from this.'),
    ...(memo?.summary?.text === summary ? told(memo.summary) : []),
    ...toYamlLines('summary', summary),
    ...renderComments("The project's own site; nothing on its host is independent evidence."),
    '# website: https://example.org',
    ...renderComments(
      'The date for which this description is true; the age of evidence and the laws in force are judged as of it.',
    ),
    ...toYamlLines('as_of', asOf),
    ...renderComments(`The track that you declare, one of: ${rubric.tracks.map(({ id }) => id).join(', ')}.`),
    ...(memo === null || track === null ? [] : renderComments(`Inferred from the text of ${memo.file}; to confirm:`)),
    `# track: ${example?.id}`,
    '',
    ...renderComments(
      `Documents, by the id that answers cite. Kinds: ${rubric.evidence.kinds.map(({ id }) => id).join(', ')}.`,
    ),
    '# sources:',
    `#   prices: { title: Price list, url: https://example.org/pricing, kind: ${rubric.evidence.kinds[0]?.id}, accessed: 2026-06-20 }`,
  ];
}

/** A new description that answers nothing yet: the questions of the rubric stand in it as comments. */
function renderTemplate(beginning: TemplateInput, rubric: Rubric): string {
  const lines = [
    ...renderHeadLines(beginning, rubric),
    ...rubric.dimensions.flatMap((dimension) => renderDimensionLines(dimension, beginning, rubric)),
  ];
  return `${lines.join('\n')}\n`;
}

/** What is known before a question is asked, such as by options of the command line; null where it is not. */
export interface InitInput {
  readonly name: string | null;
  readonly summary: string | null;
  readonly asOf: string | null;
  readonly offer: string | null;
  readonly website: string | null;
  readonly track: string | null;
  /** Sources and answers. */
  readonly entries: readonly DescriptionEntry[];
}

/** Stands in a file that nobody was asked for yet. */
const PLACEHOLDER_NAME = 'Name of the project';
const PLACEHOLDER_SUMMARY = 'Describe in plain words what it sells and to whom.';

/** The track to ask by: the one that is said, else the one that the words speak for, else none. */
function chooseTrack(said: string | null, words: string | null, rubric: Rubric): Track | null {
  const id = said ?? (words === null ? null : classify(words, rubric.classifier).track);
  return rubric.tracks.find((track) => track.id === id) ?? null;
}

/** The keys at the margin that may be left out. */
export function listHeadEntries({
  offer,
  website,
  track,
}: Pick<InitInput, 'offer' | 'website' | 'track'>): readonly DescriptionEntry[] {
  return Object.entries({ offer, website, track }).flatMap(([key, value]): readonly DescriptionEntry[] =>
    value === null ? [] : [{ path: [key], value }],
  );
}

/** A new description with what is given, and with the questions of the rubric as comments. `today` is the day where none is given. */
export function beginDescription(
  given: InitInput,
  memo: MemoHints | null,
  file: string,
  today: string,
  rubric: Rubric,
): string {
  const name = given.name ?? memo?.name?.text ?? PLACEHOLDER_NAME;
  const summary = given.summary ?? memo?.summary?.text ?? PLACEHOLDER_SUMMARY;
  const track = chooseTrack(given.track, memo?.prose ?? given.summary, rubric);
  const text = renderTemplate({ name, summary, asOf: given.asOf ?? today, track, memo, file }, rubric);
  return addEntries(text, [...listHeadEntries(given), ...given.entries]);
}
