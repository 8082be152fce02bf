import type { RubricInfo } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { nearest } from '../read/suggest.ts';
import { jsonText } from '../reference/json-text.ts';
import type { Page } from '../reference/page.ts';
import { pageInMarkdown } from '../reference/page-markdown.ts';
import { pageLines } from '../reference/page-text.ts';
import { entriesNamed, entriesOf, pageFor } from '../reference/registry.ts';
import type { RenderOptions } from '../render/format.ts';
import { safeForTerminal, safeLineStarts } from '../render/safe-text.ts';
import { pageFor as screenFor } from '../render/text/page.ts';
import type { Command } from './command.ts';
import { EXIT, UsageError } from './exit.ts';
import { COLOUR_CHOICES, lookFor } from './look.ts';
import { pick, textOption } from './option-of.ts';
import { tellProblems } from './tell-problems.ts';
import { useRubric } from './use-rubric.ts';

const EXAMPLE = 'demandfit explain cost';

interface Setting {
  readonly look: RenderOptions;
  readonly info: RubricInfo;
  readonly version: string;
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

function renderJson(pages: readonly Page[], { info, version }: Setting): string {
  return jsonText({ schemaVersion: 1, tool: { name: 'demandfit', version }, rubric: info, pages });
}

const FORMATS = [
  { id: 'text', render: renderText },
  { id: 'markdown', render: renderMarkdown },
  { id: 'json', render: renderJson },
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
  configure(command) {
    command
      .argument('<id>', 'any id of the rubric, alone or behind its kind; `demandfit list` shows them')
      .option('--rubric <dir>', 'use the rubric set in this folder instead of the built-in one')
      .option('--format <name>', FORMATS.map(({ id }) => id).join(', '), 'text')
      .option('--color <when>', `${COLOUR_CHOICES.join(', ')}; overrides FORCE_COLOR and NO_COLOR`, 'auto')
      .addHelpText(
        'after',
        `
Examples:
  demandfit explain continuity
  demandfit explain eu-ai-act/art-12
  demandfit explain source-kind/press
  demandfit explain edge-pays-for-switch --format markdown`,
      );
  },

  async run(args, options, host) {
    const [id] = args;
    if (id === undefined) throw new UsageError('explain takes an id of the rubric', EXAMPLE);
    const format = pick(FORMATS, textOption(options, 'format') ?? 'text', 'format', `${EXAMPLE} --format json`);
    const look = await lookFor(
      { color: textOption(options, 'color') ?? 'auto', quiet: false, toFile: false },
      host,
      host.stdout,
    );
    const used = await useRubric(textOption(options, 'rubric'), host);
    if (!used.ok) return tellProblems(used.problems, options, host);
    const { rubric, info } = used.value;
    const entries = entriesNamed(rubric, id);
    if (entries.length === 0) throw unknownId(id, rubric);
    const pages = entries.map((entry) => pageFor(rubric, entry));
    host.stdout.write(format.render(pages, { look, info, version: host.version }));
    return EXIT.done;
  },
};
