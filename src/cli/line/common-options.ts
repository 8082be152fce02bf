import { isJsonLines } from '../../input/text/json-lines.ts';
import { type Day, isDay, listMeantDates } from '../../model/day.ts';
import type { FormatInfo } from '../../report/format.ts';
import { UsageError } from '../usage-error.ts';
import type { ArgumentSpec, OptionSpec, OptionsOf } from './signature.ts';

/** Where a command reads descriptions. */
export const PATHS: ArgumentSpec = {
  name: '[paths...]',
  about: 'descriptions (YAML), memos (Markdown), folders, quoted globs, or - for standard input',
};

export const STDIN_FILENAME = {
  name: 'stdin-filename',
  value: 'name',
  about: 'file name for standard input; its extension gives the format',
} as const satisfies OptionSpec;

export const RUBRIC = {
  name: 'rubric',
  value: 'dir',
  about: 'use the rubric set in this folder instead of the built-in one',
} as const satisfies OptionSpec;

/** What a caller overrides in a description. */
export const SCORING = [
  { name: 'as-of', value: 'date', about: 'judge evidence and laws as of this date (YYYY-MM-DD) instead of as_of' },
  { name: 'track', value: 'id', about: 'score on this track, whatever the description declares' },
] as const satisfies readonly OptionSpec[];

export const WEIGHTS = {
  name: 'weights',
  value: 'list',
  about: 'override dimension weights (id=points, comma-separated, summing to 100)',
} as const satisfies OptionSpec;

export const QUIET = {
  name: 'quiet',
  value: null,
  about: 'one line per project (text format)',
} as const satisfies OptionSpec;

export const FULL = {
  name: 'full',
  value: null,
  about: 'everything: every answer with its sources, and what would change the verdict',
} as const satisfies OptionSpec;

/** How JSON lines are read. */
export const LINES = [
  { name: 'jobs', value: 'count', about: 'threads for JSON lines (default: 1)' },
  {
    name: 'first-line',
    value: 'number',
    about: 'number of the first line, where standard input is a part (default: 1)',
  },
] as const satisfies readonly OptionSpec[];

export type LineOptions = { readonly stdinFilename: string | undefined } & OptionsOf<typeof LINES>;

/** True where the arguments name JSON lines: standard input by its name, or a file. @throws UsageError for an option of lines where they do not. */
export function namesJsonLines(args: readonly string[], { stdinFilename, jobs, firstLine }: LineOptions): boolean {
  const isNamed =
    stdinFilename === undefined
      ? args.some(isJsonLines)
      : isJsonLines(stdinFilename) && args.every((name) => name === '-');
  const idle = jobs !== undefined ? 'jobs' : firstLine !== undefined ? 'first-line' : null;
  if (idle !== null && !isNamed)
    throw new UsageError(`--${idle} requires JSON lines`, `demandfit score projects.jsonl --format jsonl --${idle} 4`);
  return isNamed;
}

export const OUTPUT = {
  name: 'output',
  value: 'file',
  about: 'write to this file instead of standard output',
} as const satisfies OptionSpec;

export const COLOUR = {
  name: 'color',
  value: 'when',
  about: 'auto, always or never; overrides FORCE_COLOR and NO_COLOR',
  preset: 'auto',
  values: ['auto', 'always', 'never'],
} as const satisfies OptionSpec;

/** How a result comes out, in one of several formats of which the first is the default. */
export function buildOutputOptions(formats: readonly [FormatInfo, ...FormatInfo[]]) {
  const ids: readonly string[] = formats.map(({ id }) => id);
  return [
    {
      name: 'format',
      value: 'name',
      about: `${ids.join(', ')} (default: by the extension of --output, else ${formats[0].id})`,
      values: ids,
    },
    OUTPUT,
    COLOUR,
  ] as const satisfies readonly OptionSpec[];
}

/** @param name of the option, in a message. @throws UsageError unless the text is a whole day such as 2026-06-29. */
export function parseDayOption(text: string | undefined, name: string, example: string): Day | undefined {
  if (text === undefined) return undefined;
  const meant = listMeantDates(text).filter(isDay);
  const [day] = meant;
  if (day !== undefined && meant.length === 1) return day;
  throw new UsageError(
    meant.length > 1
      ? `--${name}: ${JSON.stringify(text)} is ambiguous: ${meant.join(' or ')}`
      : `--${name} takes a date such as 2026-06-29, not ${JSON.stringify(text)}`,
    `${example} --${name} ${day ?? '2026-06-29'}`,
  );
}
