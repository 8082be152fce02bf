import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Rubric } from '../model/rubric.ts';
import { type EntryRef, joinTexts, ref, refs, type Text, table } from '../report/document.ts';
import type { ResultKind } from '../report/format.ts';
import { FORMATS } from '../report/registry.ts';
import { formatMultiple, formatPoints } from '../report/wording/figures.ts';
import { writeMarkdownBlocks } from '../report/writers/markdown/write-markdown.ts';
import { formatBandRange } from '../rubric-pages/evidence.ts';
import { toAnchor } from '../rubric-pages/reference/chapter.ts';
import { buildWeightTable } from '../rubric-pages/reference/chapters.ts';
import { type ProgramOutput, ROOT, runBuilt } from './run-built.ts';

/** Lines of Markdown; the last one is empty. */
type TableRenderer = (rubric: Rubric) => readonly string[];

const PLACE = { level: 1, hrefOf: (entry: EntryRef) => `rubrics/generated/REFERENCE.md#${toAnchor(entry)}` };

function renderTable(columns: readonly string[], rows: readonly (readonly Text[])[]): readonly string[] {
  return writeMarkdownBlocks(table(columns, rows), PLACE);
}

function renderCriteriaTable({ dimensions, criteria: all }: Rubric): readonly string[] {
  return renderTable(
    ['Dimension', 'What is asked, and its weight in the dimension'],
    dimensions.map((dimension): Text[] => {
      const own = all.filter((criterion) => criterion.dimension === dimension.id);
      const asked = own.map((criterion): Text => [`${criterion.title} ${formatPoints(criterion.weight)}`]);
      return [[dimension.title], joinTexts(asked)];
    }),
  );
}

function renderGradesTable({ evidence }: Rubric): readonly string[] {
  return renderTable(
    ['Evidence', 'Supports at most', 'Such as'],
    evidence.grades.map((grade): Text[] => {
      const kinds = evidence.kinds.filter((kind) => kind.grade === grade.id).map(({ id }) => id);
      return [
        [grade.title],
        [`level ${grade.cap}`],
        kinds.length === 0 ? ['nothing cited'] : refs('source-kind', kinds),
      ];
    }),
  );
}

function renderStepsTable({ gates }: Rubric): readonly string[] {
  const rows = gates.flatMap((gate) =>
    gate.kind === 'break-even' ? [[ref('gate', gate.id), gate.steps] as const] : [],
  );
  const columns = rows[0]?.[1].map((_, level) => String(level)) ?? [];
  return renderTable(
    ['Gain needed at ease of switching', ...columns],
    rows.map(([gate, steps]): Text[] => [[gate], ...steps.map((step): Text => [formatMultiple(step)])]),
  );
}

function renderGatesTable({ gates: all }: Rubric): readonly string[] {
  return renderTable(
    ['Gate', 'Where it passes', 'Guards', 'Cap'],
    all.map((gate): Text[] => [
      [ref('gate', gate.id)],
      [gate.passed],
      gate.tracks === null ? ['all tracks'] : refs('track', gate.tracks),
      [formatPoints(gate.cap)],
    ]),
  );
}

function renderBandsTable(rubric: Rubric): readonly string[] {
  return renderTable(
    ['Verdict', 'Index', 'Means'],
    rubric.bands.map((band): Text[] => [[band.title], [formatBandRange(band, rubric)], [band.means]]),
  );
}

/** The command that prints each kind of result. */
const COMMANDS = {
  report: 'score',
  'call-sheet': 'ask',
  comparison: 'compare',
  diff: 'diff',
  check: 'check',
  classification: 'classify',
  reading: 'read',
  sources: 'sources',
  'entry-pages': 'explain',
  'entry-list': 'list',
  'rubric-check': 'rubric check',
  'golden-cases': 'rubric vectors',
} as const satisfies Record<ResultKind, string>;

function renderFormatsTable(): readonly string[] {
  const kinds = Object.keys(COMMANDS) as ResultKind[];
  return renderTable(
    ['`--format`', 'Is', 'Of'],
    FORMATS.map(({ id, title, results }): Text[] => {
      const own = kinds.filter((kind) => results[kind] !== undefined);
      const commands = own.length === kinds.length ? ['every command'] : own.map((kind) => `\`${COMMANDS[kind]}\``);
      return [[`\`${id}\``], [title], [commands.join(', ')]];
    }),
  );
}

/** The tables that the README can ask for, by the name in its comment. */
const README_TABLES: Readonly<Record<string, TableRenderer>> = {
  criteria: renderCriteriaTable,
  grades: renderGradesTable,
  weights: (rubric) => writeMarkdownBlocks(buildWeightTable(rubric), PLACE),
  steps: renderStepsTable,
  gates: renderGatesTable,
  bands: renderBandsTable,
  formats: renderFormatsTable,
};

/** A fenced block that shows what a command prints, under a comment that names the command and perhaps a folder. */
const TRANSCRIPT = /(<!-- run(?: in (\S+))?: (.+?) -->\n```\w*\n)([\s\S]*?)(^```$)/gm;

/** A table of the rubric between two comments, the first of which names it. */
const TABLE = /(<!-- table: (\S+) -->\n)[\s\S]*?(^<!-- end -->$)/gm;

/** The lines that `sed -n` prints of an address such as `1,25` or `/^Levers/,/^Unknown/`, both ends among them. */
function cutLines(lines: readonly string[], address: string): readonly string[] {
  const ends = address.split(/(?<=\d|\/),/).map((end) => {
    const pattern = /^\/(.+)\/$/.exec(end)?.[1];
    return pattern === undefined ? () => Number(end) - 1 : (from: number) => findLine(lines, pattern, from);
  });
  const first = ends[0]?.(0) ?? 0;
  const last = ends[1]?.(first + 1) ?? first;
  return lines.slice(first, last + 1);
}

function findLine(lines: readonly string[], pattern: string, from: number): number {
  const found = lines.findIndex((line, index) => index >= from && new RegExp(pattern).test(line));
  if (found === -1) throw new Error(`the README shows a line that is not printed: ${pattern}`);
  return found;
}

/** Runs the program in a copy of the folder, so that what it writes is not left there. */
function runInCopy(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ProgramOutput {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-readme-'));
  try {
    fs.cpSync(path.join(ROOT, folder), copy, { recursive: true });
    return runBuilt(args, environment, copy);
  } finally {
    fs.rmSync(copy, { recursive: true });
  }
}

/** What a command line prints, run as the built program; it may end in `| sed -n '…p'`. */
function captureOutput(line: string, folder: string | undefined): string {
  const [command = '', address] = line.split(/ \| sed -n '?(.+?)p'?$/);
  const [name, ...args] = command.split(' ').map((word) => word.replace(/^'(.*)'$/, '$1'));
  if (name !== 'demandfit') throw new Error(`the README runs ${name}, which is not this program`);
  const environment = { NO_COLOR: '1' };
  const run = folder === undefined ? runBuilt(args, environment) : runInCopy(folder, args, environment);
  const exit = run.code === 0 ? '' : `\n(exit code ${run.code})`;
  const printed = `${run.stdout}${run.stderr}`.split('\n');
  return `$ ${line}\n${(address === undefined ? printed : cutLines(printed, address)).join('\n')}`.trimEnd() + exit;
}

function renderNamedTable(name: string, rubric: Rubric): string {
  const make = README_TABLES[name];
  if (make === undefined) throw new Error(`the README asks for the table ${name}, which does not exist`);
  return make(rubric).join('\n');
}

/** The README with every transcript and every table as the program and the rubric give them now. */
export function updateReadme(text: string, rubric: Rubric): string {
  return text
    .replace(TRANSCRIPT, (_all, head: string, folder: string | undefined, command: string, _old, end: string) => {
      return `${head}${captureOutput(command, folder)}\n${end}`;
    })
    .replace(
      TABLE,
      (_all, head: string, name: string, end: string) => `${head}\n${renderNamedTable(name, rubric)}${end}`,
    );
}
