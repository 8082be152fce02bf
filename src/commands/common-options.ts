import type { Command } from 'commander';
import { type Day, firstDay } from '../model/day.ts';
import { UsageError } from './exit.ts';
import { COLOUR_CHOICES } from './look.ts';
import { textOption } from './option-of.ts';

/** Arguments and options of every command that reads descriptions. */
export function inputOptions(command: Command): void {
  command
    .argument('[paths...]', 'descriptions (YAML), memos (Markdown), folders, quoted globs, or - for standard input')
    .option('--stdin-filename <name>', 'name of what comes in on standard input; its ending says YAML or Markdown')
    .option('--rubric <dir>', 'use the rubric set in this folder instead of the built-in one')
    .option('--as-of <date>', 'judge evidence and laws on this day (YYYY-MM-DD) instead of as_of')
    .option('--track <id>', 'score on this track, whatever the description declares');
}

/** Options of every command that prints a result in one of several formats. */
export function outputOptions(
  command: Command,
  formats: readonly { readonly id: string; readonly title: string }[],
): void {
  command
    .option(
      '--format <name>',
      formats.map(({ id, title }) => `${id}: ${title.toLowerCase()}`).join('; '),
      formats[0]?.id,
    )
    .option('--output <file>', 'write to this file instead of standard output, whole or not at all')
    .option('--quiet', 'one line a project', false)
    .option('--color <when>', `${COLOUR_CHOICES.join(', ')}; overrides FORCE_COLOR and NO_COLOR`, 'auto');
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
