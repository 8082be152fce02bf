import type { EntryListJson } from '../../report/documents/rubric-entries.ts';
import { listFormats } from '../../report/registry.ts';
import { ENTRY_KINDS, listKindEntries } from '../../rubric-pages/registry.ts';
import { defineCommand } from '../command.ts';
import { deliver } from '../deliver.ts';
import { buildOutputOptions, RUBRIC } from '../line/common-options.ts';
import { DONE } from '../line/exit.ts';
import { pickById } from '../line/read-options.ts';
import { prepareCommand } from '../prepare-command.ts';

const FORMATS = listFormats('entry-list');

const LISTS = ENTRY_KINDS.map((kind) => ({ id: kind.plural, kind }));

/** `demandfit list`: everything of one kind, or the kinds with how many entries each has. */
export const listCommand = defineCommand({
  args: [
    {
      name: '[kind]',
      about: ENTRY_KINDS.map((kind) => kind.plural).join(', '),
      values: ENTRY_KINDS.map((kind) => kind.plural),
    },
  ],
  options: [RUBRIC, ...buildOutputOptions(FORMATS)],
  examples: ['demandfit list', 'demandfit list criteria', 'demandfit list alternatives --format json'],

  async run(args, options, host) {
    const [plural] = args;
    const wanted = plural === undefined ? null : pickById(LISTS, plural, 'list of', 'demandfit list criteria').kind;
    const prepared = await prepareCommand(FORMATS, options, 'demandfit list criteria --format json', host);
    if (!prepared.ok) return prepared.result;
    const { destination, render, rubric, head } = prepared;
    const result: EntryListJson =
      wanted === null
        ? {
            ...head,
            kinds: ENTRY_KINDS.map(({ plural, means, entries }) => ({
              id: plural,
              means,
              count: entries(rubric).length,
            })),
          }
        : {
            ...head,
            list: wanted.plural,
            groupedBy: wanted.groupedBy ?? null,
            entries: listKindEntries(wanted, rubric),
          };
    deliver(await render(result), destination, host);
    return DONE;
  },
});
