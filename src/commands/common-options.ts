import type { Command } from 'commander';
import { type Day, firstDay } from '../model/day.ts';
import { UsageError } from './exit.ts';
import { COLOUR_CHOICES } from './look.ts';
import { textOption } from './option-of.ts';

/** What a command reads descriptions from. */
export function inputOptions(command: Command): void {
  command
    .argument('[paths...]', 'descriptions (YAML), memos (Markdown), folders, quoted globs, or - for standard input')
    .option('--stdin-filename <name>', 'name of what comes in on standard input; its ending says YAML or Markdown');
}

export function rubricOption(command: Command): void {
  command.option('--rubric <dir>', 'use the rubric set in this folder instead of the built-in one');
}

/** What a caller sets aside of a description. */
export function scoringOptions(command: Command): void {
  command
    .option('--as-of <date>', 'judge evidence and laws on this day (YYYY-MM-DD) instead of as_of')
    .option('--track <id>', 'score on this track, whatever the description declares');
}

/** How a result comes out, in one of several formats of which the first is the default. */
export function outputOptions(
  command: Command,
  formats: readonly { readonly id: string; readonly title: string }[],
): void {
  const titles = formats.map(({ id, title }) => `${id}: ${title.toLowerCase()}`).join('; ');
  command
    .option('--format <name>', titles, formats[0]?.id)
    .option('--output <file>', 'write to this file instead of standard output, whole or not at all')
    .option('--color <when>', `${COLOUR_CHOICES.join(', ')}; overrides FORCE_COLOR and NO_COLOR`, 'auto');
}

export function quietOption(command: Command): void {
  command.option('--quiet', 'one line a project, in the text format', false);
}

/** The day of --as-of. @throws UsageError when it is none. */
export function asOfOption(options: Readonly<Record<string, unknown>>, example: string): Day | undefined {
  const text = textOption(options, 'asOf');
  if (text === undefined) return undefined;
  if (text.length === 10 && firstDay(text) === text) return text;
  throw new UsageError(
    `--as-of takes a day such as 2026-06-29, not ${JSON.stringify(text)}`,
    `${example} --as-of 2026-06-29`,
  );
}
