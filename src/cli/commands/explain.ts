import { findNearest } from '../../input/problems/find-nearest.ts';
import type { ReportHead } from '../../model/report.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { EntryPage } from '../../report/documents/rubric-entry/entry-page.ts';
import { pageInMarkdown } from '../../report/documents/rubric-entry/markdown.ts';
import { pageLines } from '../../report/documents/rubric-entry/terminal.ts';
import type { RenderOptions } from '../../report/format.ts';
import { escapeForTerminal, escapeLineStarts } from '../../report/writers/escape-for-terminal.ts';
import { toSafeJson } from '../../report/writers/safe-json.ts';
import { pageFor as screenFor } from '../../report/writers/terminal/screen.ts';
import { buildPage, findEntries, listEntries } from '../../rubric-pages/registry.ts';
import type { Command } from '../command.ts';
import { deliver } from '../deliver.ts';
import { buildOutputOptions, RUBRIC } from '../line/common-options.ts';
import { DONE, UsageError } from '../line/exit.ts';
import { readTextOption } from '../line/read-options.ts';
import { prepareCommand } from '../prepare-command.ts';

const EXAMPLE = 'demandfit explain cost';

interface ExplainContext {
  readonly look: RenderOptions;
  readonly head: ReportHead;
}

function renderPagesText(pages: readonly EntryPage[], { look }: ExplainContext): string {
  const screen = screenFor(look);
  const rule = screen.paint.dim(screen.glyphs.rule.repeat(screen.width));
  const lines = pages.flatMap((page, index) => [...(index === 0 ? [] : ['', rule, '']), ...pageLines(page, screen)]);
  return escapeLineStarts(lines.map((line) => `${line}\n`).join(''));
}

function renderPagesMarkdown(pages: readonly EntryPage[]): string {
  const lines = pages.flatMap((page) => pageInMarkdown(page, { level: 1, hrefOf: () => null }));
  return escapeLineStarts(`${lines.join('\n').trimEnd()}\n`);
}

function renderPagesJson(pages: readonly EntryPage[], { head }: ExplainContext): string {
  return toSafeJson({ ...head, pages });
}

const FORMATS = [
  { id: 'text', title: 'For the terminal', render: renderPagesText },
  { id: 'markdown', title: 'For a document', render: renderPagesMarkdown },
  { id: 'json', title: 'As data', render: renderPagesJson },
] as const;

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
export const explainCommand: Command = {
  signature: {
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
  },

  async run(args, options, host) {
    const [id] = args;
    if (id === undefined) throw new UsageError('explain takes an id of the rubric', EXAMPLE);
    const prepared = await prepareCommand(FORMATS, options, `${EXAMPLE} --format json`, host);
    if (!prepared.ok) return prepared.result;
    const { format, look, rubric, head } = prepared;
    const entries = findEntries(rubric, id);
    if (entries.length === 0) throw createUnknownIdError(id, rubric);
    const pages = entries.map((entry) => buildPage(rubric, entry));
    deliver(format.render(pages, { look, head }), readTextOption(options, 'output'), host);
    return DONE;
  },
};
