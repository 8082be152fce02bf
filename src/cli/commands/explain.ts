import { listFormats } from '../../report/registry.ts';
import { escapeForTerminal } from '../../report/writers/escape-for-terminal.ts';
import { findEntries, proposeNames } from '../../rubric-pages/find-entries.ts';
import { buildPage } from '../../rubric-pages/registry.ts';
import { defineCommand } from '../command.ts';
import { deliver } from '../deliver.ts';
import { buildOutputOptions, RUBRIC } from '../line/common-options.ts';
import { DONE } from '../line/exit.ts';
import { prepareCommand } from '../prepare-command.ts';
import { UsageError } from '../usage-error.ts';
import { listCommand } from './list.ts';

const EXAMPLE = 'demandfit explain cost';

const FORMATS = listFormats('entry-pages');

function createUnknownNameError(text: string, near: readonly string[]): UsageError {
  const names = near.map((name) => JSON.stringify(name)).join(' or ');
  const hint = near.length === 0 ? '' : ` Did you mean ${names}?`;
  const what = `nothing in the rubric is called ${JSON.stringify(text)}.${hint} Run \`demandfit list\` to see the kinds of entry`;
  return new UsageError(escapeForTerminal(what), EXAMPLE);
}

/** `demandfit explain`: all that the rubric says of what some words name; without words, what can be explained. */
export const explainCommand = defineCommand({
  args: [
    {
      name: '[words...]',
      about: 'an id, a title or a part of it, or a word of the report (default: list what can be explained)',
    },
  ],
  options: [RUBRIC, ...buildOutputOptions(FORMATS)],
  examples: [
    "demandfit explain 'who pays'",
    'demandfit explain supported',
    'demandfit explain own-benchmark',
    'demandfit explain customers.stage',
    'demandfit explain eu-ai-act/art-12 --format markdown',
  ],

  async run(args, options, host) {
    const text = args.join(' ');
    if (text.trim() === '') return listCommand.run([], options, host);
    const prepared = await prepareCommand(FORMATS, options, `${EXAMPLE} --format json`, host);
    if (!prepared.ok) return prepared.result;
    const { destination, render, rubric, head } = prepared;
    const { shown, others, isNear } = findEntries(rubric, text);
    if (shown.length === 0 && others.length === 0) throw createUnknownNameError(text, proposeNames(rubric, text));
    const pages = shown.map((entry) => buildPage(rubric, entry));
    deliver(await render({ ...head, unmatched: isNear ? text : null, pages, others }), destination, host);
    return DONE;
  },
});
