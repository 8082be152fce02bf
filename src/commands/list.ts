import type { Rubric } from '../model/rubric.ts';
import type { Entry } from '../reference/page.ts';
import { ENTRY_KINDS, entriesIn } from '../reference/registry.ts';
import { tableLines } from '../reference/text-table.ts';
import { safeJson } from '../render/safe-json.ts';
import { safeLineStarts } from '../render/safe-text.ts';
import type { Flow } from '../render/text/flow.ts';
import { type Page as Screen, pageFor as screenFor } from '../render/text/page.ts';
import type { Command } from './command.ts';
import { outputOptions, RUBRIC } from './common-options.ts';
import { deliver } from './deliver.ts';
import { EXIT } from './exit.ts';
import { pick, textOption } from './option-of.ts';
import { prepare } from './prepare.ts';

const FORMATS = [
  { id: 'text', title: 'For the terminal' },
  { id: 'json', title: 'As data' },
] as const;

const LISTS = ENTRY_KINDS.map((kind) => ({ id: kind.plural, kind }));

interface Count {
  readonly id: string;
  readonly means: string;
  readonly count: number;
}

function countsOf(rubric: Rubric): readonly Count[] {
  return ENTRY_KINDS.map((kind) => ({ id: kind.plural, means: kind.means, count: kind.entries(rubric).length }));
}

function laidOut(rows: readonly (readonly Flow[])[], { width }: Screen): string {
  const lines = tableLines(rows, width) ?? [];
  return safeLineStarts(lines.map((line) => `${line}\n`).join(''));
}

function renderEntries(entries: readonly Entry[], screen: Screen): string {
  return laidOut(
    entries.map(({ id, title }) => [[{ text: id, style: screen.paint.cyan }], [title === id ? '' : title]]),
    screen,
  );
}

function renderCounts(counts: readonly Count[], screen: Screen): string {
  return laidOut(
    counts.map(({ id, means, count }) => [[{ text: id, style: screen.paint.cyan }], [String(count)], [means]]),
    screen,
  );
}

/** `demandfit list`: everything of one kind, or the kinds with how many entries each has. */
export const list: Command = {
  signature: {
    args: [
      {
        name: '[kind]',
        about: ENTRY_KINDS.map((kind) => kind.plural).join(', '),
        values: ENTRY_KINDS.map((kind) => kind.plural),
      },
    ],
    options: [RUBRIC, ...outputOptions(FORMATS)],
    examples: ['demandfit list', 'demandfit list criteria', 'demandfit list alternatives --format json'],
  },

  async run(args, options, host) {
    const [plural] = args;
    const wanted = plural === undefined ? null : pick(LISTS, plural, 'list of', 'demandfit list criteria').kind;
    const prepared = await prepare(FORMATS, options, 'demandfit list criteria --format json', host);
    if (!prepared.ok) return prepared.code;
    const { format, look, rubric, head } = prepared;
    const screen = screenFor(look);
    const isJson = format.id === 'json';
    const output = (text: string) => deliver(text, textOption(options, 'output'), host);
    if (wanted === null) {
      const kinds = countsOf(rubric);
      output(isJson ? safeJson({ ...head, kinds }) : renderCounts(kinds, screen));
    } else {
      const entries = entriesIn(wanted, rubric);
      output(isJson ? safeJson({ ...head, list: wanted.plural, entries }) : renderEntries(entries, screen));
    }
    return EXIT.done;
  },
};
