import { findNearest } from '../../input/problems/find-nearest.ts';
import type { Rubric } from '../../model/rubric.ts';
import { listFormats } from '../../report/registry.ts';
import { escapeForTerminal } from '../../report/writers/escape-for-terminal.ts';
import { buildPage, findEntries, listEntries } from '../../rubric-pages/registry.ts';
import { defineCommand } from '../command.ts';
import { deliver } from '../deliver.ts';
import { buildOutputOptions, RUBRIC } from '../line/common-options.ts';
import { DONE } from '../line/exit.ts';
import { prepareCommand } from '../prepare-command.ts';
import { UsageError } from '../usage-error.ts';

const EXAMPLE = 'demandfit explain cost';

const FORMATS = listFormats('entry-pages');

/** The id nearest to one that nothing has, or one that ends in it behind its owner. */
function findNearestId(id: string, rubric: Rubric): string | null {
  const ids = listEntries(rubric).map((entry) => entry.id);
  return findNearest(id, ids) ?? ids.find((known) => known.endsWith(`/${id.toLowerCase()}`)) ?? null;
}

function createUnknownIdError(id: string, rubric: Rubric): UsageError {
  const near = findNearestId(id, rubric);
  const hint = near === null ? '' : ` Did you mean ${JSON.stringify(near)}?`;
  const what = `nothing in the rubric is called ${JSON.stringify(id)}.${hint} \`demandfit list\` shows what there is`;
  return new UsageError(escapeForTerminal(what), EXAMPLE);
}

/** `demandfit explain`: all that the rubric says of an id. */
export const explainCommand = defineCommand({
  args: [
    {
      name: '<id>',
      about: 'any id of the rubric or of a rule of check, alone or behind its kind; `demandfit list` shows them',
    },
  ],
  options: [RUBRIC, ...buildOutputOptions(FORMATS)],
  examples: [
    'demandfit explain continuity',
    'demandfit explain eu-ai-act/art-12',
    'demandfit explain source-kind/press',
    'demandfit explain memo/figure-disagrees',
    'demandfit explain edge-pays-for-switch --format markdown',
  ],

  async run(args, options, host) {
    const [id] = args;
    if (id === undefined) throw new UsageError('explain takes an id of the rubric', EXAMPLE);
    const prepared = await prepareCommand(FORMATS, options, `${EXAMPLE} --format json`, host);
    if (!prepared.ok) return prepared.result;
    const { destination, render, rubric, head } = prepared;
    const entries = findEntries(rubric, id);
    if (entries.length === 0) throw createUnknownIdError(id, rubric);
    const pages = entries.map((entry) => buildPage(rubric, entry));
    deliver(await render({ ...head, pages }), destination, host);
    return DONE;
  },
});
