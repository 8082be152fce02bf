import type { ReportHead } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { nearest } from '../read/suggest.ts';
import type { Page } from '../reference/page.ts';
import { pageInMarkdown } from '../reference/page-markdown.ts';
import { pageLines } from '../reference/page-text.ts';
import { entriesNamed, entriesOf, pageFor } from '../reference/registry.ts';
import type { RenderOptions } from '../render/format.ts';
import { safeJson } from '../render/safe-json.ts';
import { safeForTerminal, safeLineStarts } from '../render/safe-text.ts';
import { pageFor as screenFor } from '../render/text/page.ts';
import type { Command } from './command.ts';
import { outputOptions, RUBRIC } from './common-options.ts';
import { deliver } from './deliver.ts';
import { EXIT, UsageError } from './exit.ts';
import { textOption } from './option-of.ts';
import { prepare } from './prepare.ts';

const EXAMPLE = 'demandfit explain cost';

interface Setting {
  readonly look: RenderOptions;
  readonly head: ReportHead;
}

function renderText(pages: readonly Page[], { look }: Setting): string {
  const screen = screenFor(look);
  const rule = screen.paint.dim(screen.glyphs.rule.repeat(screen.width));
  const lines = pages.flatMap((page, index) => [...(index === 0 ? [] : ['', rule, '']), ...pageLines(page, screen)]);
  return safeLineStarts(lines.map((line) => `${line}\n`).join(''));
}

function renderMarkdown(pages: readonly Page[]): string {
  const lines = pages.flatMap((page) => pageInMarkdown(page, { level: 1, hrefOf: () => null }));
  return safeLineStarts(`${lines.join('\n').trimEnd()}\n`);
}

function renderJson(pages: readonly Page[], { head }: Setting): string {
  return safeJson({ ...head, pages });
}

const FORMATS = [
  { id: 'text', title: 'For the terminal', render: renderText },
  { id: 'markdown', title: 'For a document', render: renderMarkdown },
  { id: 'json', title: 'As data', render: renderJson },
] as const;

/** The id nearest to one that nothing has, or one that ends in it behind its owner. */
function nearestId(id: string, rubric: Rubric): string | null {
  const ids = entriesOf(rubric).map((entry) => entry.id);
  return nearest(id, ids) ?? ids.find((known) => known.endsWith(`/${id.toLowerCase()}`)) ?? null;
}

function unknownId(id: string, rubric: Rubric): UsageError {
  const near = nearestId(id, rubric);
  const hint = near === null ? '' : ` Did you mean ${JSON.stringify(near)}?`;
  const what = `nothing in the rubric is called ${JSON.stringify(id)}.${hint} \`demandfit list\` shows what there is`;
  return new UsageError(safeForTerminal(what), EXAMPLE);
}

/** `demandfit explain`: all that the rubric says of an id. */
export const explain: Command = {
  signature: {
    args: [
      {
        name: '<id>',
        about: 'any id of the rubric or of a rule of check, alone or behind its kind; `demandfit list` shows them',
      },
    ],
    options: [RUBRIC, ...outputOptions(FORMATS)],
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
    const prepared = await prepare(FORMATS, options, `${EXAMPLE} --format json`, host);
    if (!prepared.ok) return prepared.code;
    const { format, look, rubric, head } = prepared;
    const entries = entriesNamed(rubric, id);
    if (entries.length === 0) throw unknownId(id, rubric);
    const pages = entries.map((entry) => pageFor(rubric, entry));
    deliver(format.render(pages, { look, head }), textOption(options, 'output'), host);
    return EXIT.done;
  },
};
