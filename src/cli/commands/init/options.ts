import { parse } from 'yaml';
import type { DescriptionEntry } from '../../../init/add-entries.ts';
import type { InitInput } from '../../../init/begin-description.ts';
import { toInlineYaml } from '../../../init/yaml-value.ts';
import { quoteForShell } from '../../../input/text/quote.ts';
import { readYaml } from '../../../input/yaml/read-yaml.ts';
import type { Problem, Span } from '../../../model/diagnostic.ts';
import { toPointer } from '../../../model/pointer.ts';
import type { Criterion, Rubric } from '../../../model/rubric.ts';
import { escapeForTerminal } from '../../../report/writers/escape-for-terminal.ts';
import { buildAnswerValue } from '../../../rubric-pages/answer-example.ts';
import { parseDayOption, RUBRIC } from '../../line/common-options.ts';
import { parseTrackOption, pickById } from '../../line/read-options.ts';
import type { OptionSpec, OptionsOf } from '../../line/signature.ts';
import { UsageError } from '../../usage-error.ts';

/** A right command line. */
export const INIT_EXAMPLE = 'demandfit init project.yaml';

export const INIT_OPTIONS = [
  { name: 'name', value: 'text', about: 'name of the project' },
  { name: 'summary', value: 'text', about: 'what it sells, and to whom' },
  { name: 'offer', value: 'text', about: 'what a buyer can buy today' },
  { name: 'website', value: 'url', about: "the project's own site" },
  { name: 'as-of', value: 'date', about: 'the date for which the description is true (default: today)' },
  { name: 'track', value: 'id', about: 'declared track' },
  {
    name: 'source',
    value: 'id=value',
    about: 'a document, as { title: ..., url: ..., kind: ... }; repeatable',
    isMany: true,
  },
  {
    name: 'answer',
    value: 'id=option',
    about: 'an answer: an option, a figure, unknown, or YAML; repeatable',
    isMany: true,
  },
  {
    name: 'answers',
    value: 'reply',
    about:
      "import an assistant's reply to `demandfit brief`, without the answers whose quotes are not in the documents; - for standard input",
  },
  { name: 'into-memo', value: null, about: 'write the answers into the Markdown document, as its front matter' },
  { name: 'quick', value: null, about: 'stop at the verdict, after the questions that decide it' },
  { name: 'yes', value: null, about: 'do not prompt, as if there were no terminal' },
  { name: 'continue', value: null, about: 'resume an existing file; its answers are kept' },
  { name: 'force', value: null, about: 'overwrite an existing file' },
  RUBRIC,
] as const satisfies readonly OptionSpec[];

export type InitOptions = OptionsOf<typeof INIT_OPTIONS>;

const ANSWERS = `${INIT_EXAMPLE} --answer proof=own-benchmark --answer 'customers=[]'`;
const SOURCES = `${INIT_EXAMPLE} --source 'prices={ title: Price list, url: https://example.org/pricing, kind: price-list, accessed: 2026-06-20 }'`;

/** `id=value`, with the value as YAML would have it. @throws UsageError for anything else. */
function parseAssignment(option: string, text: string, example: string): { id: string; value: unknown } {
  const [, id, written = ''] = /^\s*([\w-]+)\s*=\s*(.+)$/s.exec(text) ?? [];
  if (id === undefined) throw new UsageError(`--${option} takes id=value, not ${JSON.stringify(text)}`, example);
  try {
    return { id, value: parse(written) as unknown };
  } catch {
    throw new UsageError(
      escapeForTerminal(`--${option}: the value of ${id} is not valid YAML, quote it if it is text: ${written}`),
      example,
    );
  }
}

/** A right command line with an answer of the shape that the criterion takes; words in capitals are to be filled in. */
function buildAnswerExample(criterion: Criterion, rubric: Rubric): string {
  return `${INIT_EXAMPLE} --answer ${quoteForShell(`${criterion.id}=${toInlineYaml(buildAnswerValue(criterion, rubric))}`)}`;
}

function parseAnswerEntry(text: string, rubric: Rubric): DescriptionEntry {
  const { id, value } = parseAssignment('answer', text, ANSWERS);
  const criterion = pickById(rubric.criteria, id, 'criterion', ANSWERS);
  const { dimension, levels } = criterion;
  const options = levels.flatMap(({ option }) => (option === null ? [] : [{ id: option }]));
  if (typeof value === 'string' && options.length > 0)
    pickById([...options, { id: 'unknown' }], value, `option of ${id}`, buildAnswerExample(criterion, rubric));
  return { path: [dimension, id], value };
}

function parseSourceEntry(text: string): DescriptionEntry {
  const { id, value } = parseAssignment('source', text, SOURCES);
  return { path: ['sources', id], value };
}

/** What the options say. @throws UsageError for a value that none of them takes. */
export function readInitInput(options: InitOptions, rubric: Rubric): InitInput {
  return {
    head: {
      name: options.name ?? null,
      summary: options.summary ?? null,
      offer: options.offer ?? null,
      website: options.website ?? null,
      as_of: parseDayOption(options.asOf, 'as-of', INIT_EXAMPLE) ?? null,
      track: parseTrackOption(options.track, rubric, `${INIT_EXAMPLE} --track compute`) ?? null,
    },
    entries: [
      ...options.source.map(parseSourceEntry),
      ...options.answer.map((answer) => parseAnswerEntry(answer, rubric)),
    ],
  };
}

function isWithin(inner: Span, outer: Span): boolean {
  const [from, to] = [
    inner.line - outer.line || inner.column - outer.column,
    outer.endLine - inner.line || outer.endColumn - inner.column,
  ];
  return from >= 0 && to >= 0;
}

/** The entry that brought a problem into the text; undefined where none of them did. */
function findFaultyEntry({ at }: Problem, text: string, { entries }: InitInput): DescriptionEntry | undefined {
  const read = readYaml(text, { file: '' });
  if (!read.ok || at === null) return undefined;
  const { keySpan, span } = read.value;
  const spansOf = ({ path }: DescriptionEntry) => [keySpan(toPointer(path)), span(toPointer(path))];
  return entries.find((entry) => spansOf(entry).some((span) => span !== null && isWithin(at, span)));
}

/** Refuses a text that the options made no description. @throws UsageError with an example of the option that is wrong. */
export function refuseInitInput(problems: readonly Problem[], text: string, given: InitInput, rubric: Rubric): never {
  const [first] = problems;
  const culprit = first === undefined ? undefined : findFaultyEntry(first, text, given);
  const criterion = rubric.criteria.find(({ id }) => id === culprit?.path[1]);
  const example =
    culprit?.path[0] === 'sources'
      ? SOURCES
      : criterion === undefined
        ? INIT_EXAMPLE
        : buildAnswerExample(criterion, rubric);
  throw new UsageError(
    escapeForTerminal(`the options do not make a valid description: ${first?.what}. ${first?.fix}`),
    example,
  );
}
