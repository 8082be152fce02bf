import { type Day, parseFirstDay } from '../../model/day.ts';
import type { FormatInfo } from '../../report/format.ts';
import { UsageError } from './exit.ts';
import { readTextOption } from './read-options.ts';
import { COLOUR_CHOICES } from './render-options.ts';
import type { ArgumentSpec, OptionSpec } from './signature.ts';

/** What a command reads descriptions from. */
export const PATHS: ArgumentSpec = {
  name: '[paths...]',
  about: 'descriptions (YAML), memos (Markdown), folders, quoted globs, or - for standard input',
};

export const STDIN_FILENAME: OptionSpec = {
  name: 'stdin-filename',
  value: 'name',
  about: 'name of what comes in on standard input; its ending says what it is',
};

export const RUBRIC: OptionSpec = {
  name: 'rubric',
  value: 'dir',
  about: 'use the rubric set in this folder instead of the built-in one',
};

/** What a caller sets aside of a description. */
export const SCORING: readonly OptionSpec[] = [
  { name: 'as-of', value: 'date', about: 'judge evidence and laws on this day (YYYY-MM-DD) instead of as_of' },
  { name: 'track', value: 'id', about: 'score on this track, whatever the description declares' },
];

export const WEIGHTS: OptionSpec = {
  name: 'weights',
  value: 'list',
  about: 'weigh the dimensions so instead of by the track: id=points for each, comma between, 100 in all',
};

export const QUIET: OptionSpec = { name: 'quiet', value: null, about: 'one line a project, in the text format' };

export const OUTPUT: OptionSpec = {
  name: 'output',
  value: 'file',
  about: 'write to this file instead of standard output, whole or not at all',
};

/** What the help says of formats. */
export function describeFormats(formats: readonly FormatInfo[]): string {
  return formats.map(({ id, title }) => `${id}: ${title}`).join('; ');
}

/** How a result is written, in one of several formats; the first is the default. */
export function buildOutputOptions(formats: readonly [FormatInfo, ...FormatInfo[]]): readonly OptionSpec[] {
  return [
    {
      name: 'format',
      value: 'name',
      about: describeFormats(formats),
      preset: formats[0].id,
      values: formats.map(({ id }) => id),
    },
    OUTPUT,
    {
      name: 'color',
      value: 'when',
      about: `${COLOUR_CHOICES.join(', ')}; overrides FORCE_COLOR and NO_COLOR`,
      preset: 'auto',
      values: COLOUR_CHOICES,
    },
  ];
}

/** The day of an option, undefined where it was not given. @throws UsageError when it is none. */
export function readDayOption(
  options: Readonly<Record<string, unknown>>,
  name: 'as-of' | 'today',
  example: string,
): Day | undefined {
  const text = readTextOption(options, name === 'as-of' ? 'asOf' : name);
  if (text === undefined) return undefined;
  if (text.length === 10 && parseFirstDay(text) === text) return text;
  throw new UsageError(
    `--${name} takes a day such as 2026-06-29, not ${JSON.stringify(text)}`,
    `${example} --${name} 2026-06-29`,
  );
}

/** The day of --as-of. @throws UsageError when it is none. */
export function readAsOfOption(options: Readonly<Record<string, unknown>>, example: string): Day | undefined {
  return readDayOption(options, 'as-of', example);
}
