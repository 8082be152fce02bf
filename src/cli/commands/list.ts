import type { Rubric } from '../../model/rubric.ts';
import type { EntryHead } from '../../report/documents/rubric-entry/entry-page.ts';
import { escapeLineStarts } from '../../report/writers/escape-for-terminal.ts';
import { toSafeJson } from '../../report/writers/safe-json.ts';
import type { Flow } from '../../report/writers/terminal/flow.ts';
import { type TerminalScreen as Screen, pageFor as screenFor } from '../../report/writers/terminal/screen.ts';
import { tableLines } from '../../report/writers/terminal/table.ts';
import { ENTRY_KINDS, listKindEntries } from '../../rubric-pages/registry.ts';
import type { Command } from '../command.ts';
import { deliver } from '../deliver.ts';
import { buildOutputOptions, RUBRIC } from '../line/common-options.ts';
import { DONE } from '../line/exit.ts';
import { pickById, readTextOption } from '../line/read-options.ts';
import { prepareCommand } from '../prepare-command.ts';

const FORMATS = [
  { id: 'text', title: 'For the terminal' },
  { id: 'json', title: 'As data' },
] as const;

const LISTS = ENTRY_KINDS.map((kind) => ({ id: kind.plural, kind }));

interface KindCount {
  readonly id: string;
  readonly means: string;
  readonly count: number;
}

function countEntries(rubric: Rubric): readonly KindCount[] {
  return ENTRY_KINDS.map((kind) => ({ id: kind.plural, means: kind.means, count: kind.entries(rubric).length }));
}

function renderListRows(rows: readonly (readonly Flow[])[], { width }: Screen): string {
  const lines = tableLines(rows, width) ?? [];
  return escapeLineStarts(lines.map((line) => `${line}\n`).join(''));
}

function renderEntries(entries: readonly EntryHead[], screen: Screen): string {
  return renderListRows(
    entries.map(({ id, title }) => [[{ text: id, style: screen.paint.cyan }], [title === id ? '' : title]]),
    screen,
  );
}

function renderCounts(counts: readonly KindCount[], screen: Screen): string {
  return renderListRows(
    counts.map(({ id, means, count }) => [[{ text: id, style: screen.paint.cyan }], [String(count)], [means]]),
    screen,
  );
}

/** `demandfit list`: everything of one kind, or the kinds with how many entries each has. */
export const listCommand: Command = {
  signature: {
    args: [
      {
        name: '[kind]',
        about: ENTRY_KINDS.map((kind) => kind.plural).join(', '),
        values: ENTRY_KINDS.map((kind) => kind.plural),
      },
    ],
    options: [RUBRIC, ...buildOutputOptions(FORMATS)],
    examples: ['demandfit list', 'demandfit list criteria', 'demandfit list alternatives --format json'],
  },

  async run(args, options, host) {
    const [plural] = args;
    const wanted = plural === undefined ? null : pickById(LISTS, plural, 'list of', 'demandfit list criteria').kind;
    const prepared = await prepareCommand(FORMATS, options, 'demandfit list criteria --format json', host);
    if (!prepared.ok) return prepared.result;
    const { format, look, rubric, head } = prepared;
    const screen = screenFor(look);
    const isJson = format.id === 'json';
    const output = (text: string) => deliver(text, readTextOption(options, 'output'), host);
    if (wanted === null) {
      const kinds = countEntries(rubric);
      output(isJson ? toSafeJson({ ...head, kinds }) : renderCounts(kinds, screen));
    } else {
      const entries = listKindEntries(wanted, rubric);
      output(isJson ? toSafeJson({ ...head, list: wanted.plural, entries }) : renderEntries(entries, screen));
    }
    return DONE;
  },
};
