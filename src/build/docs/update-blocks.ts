import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Rubric } from '../../model/rubric.ts';
import { type Block, joinTexts, ref, refs, type Text, table } from '../../report/document.ts';
import type { ResultKind } from '../../report/format.ts';
import { FORMATS } from '../../report/registry.ts';
import { formatMultiple, formatPoints } from '../../report/wording/figures.ts';
import { writeMarkdownBlocks } from '../../report/writers/markdown/write-markdown.ts';
import { formatBandRange } from '../../rubric-pages/evidence.ts';
import { type ProgramOutput, ROOT, runBuilt } from '../run-built.ts';
import { buildCommandBlocks } from './command-blocks.ts';
import { linkToReference } from './reference-page.ts';
import { buildWeightTable } from './reference-pages.ts';

/** Written by a program as a whole. */
const PRINTED = ['validity.md'];

const FOLDER = 'docs/';

/** The pages written by hand, from the project's folder; some of their blocks are the program's. */
export function listHandWrittenPages(): readonly string[] {
  const names = fs.readdirSync(path.join(ROOT, FOLDER)).filter((name) => name.endsWith('.md'));
  return ['README.md', ...names.filter((name) => !PRINTED.includes(name)).map((name) => FOLDER + name)];
}

type BlockBuilder = (rubric: Rubric) => readonly Block[] | Promise<readonly Block[]>;

function buildCriteriaTable({ dimensions, criteria: all }: Rubric): readonly Block[] {
  return table(
    ['Dimension', 'What is asked, and its weight in the dimension'],
    dimensions.map((dimension): Text[] => {
      const own = all.filter((criterion) => criterion.dimension === dimension.id);
      const asked = own.map((criterion): Text => [`${criterion.title} ${formatPoints(criterion.weight)}`]);
      return [[dimension.title], joinTexts(asked)];
    }),
  );
}

function buildGradesTable({ evidence }: Rubric): readonly Block[] {
  return table(
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

function buildStepsTable({ gates }: Rubric): readonly Block[] {
  const rows = gates.flatMap((gate) =>
    gate.kind === 'break-even' ? [[ref('gate', gate.id), gate.steps] as const] : [],
  );
  const columns = rows[0]?.[1].map((_, level) => String(level)) ?? [];
  return table(
    ['Gain needed at ease of switching', ...columns],
    rows.map(([gate, steps]): Text[] => [[gate], ...steps.map((step): Text => [formatMultiple(step)])]),
  );
}

function buildGatesTable({ gates: all }: Rubric): readonly Block[] {
  return table(
    ['Gate', 'Where it passes', 'Guards', 'Cap'],
    all.map((gate): Text[] => [
      [ref('gate', gate.id)],
      [gate.passed],
      gate.tracks === null ? ['all tracks'] : refs('track', gate.tracks),
      [formatPoints(gate.cap)],
    ]),
  );
}

function buildBandsTable(rubric: Rubric): readonly Block[] {
  return table(
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

function buildFormatsTable(): readonly Block[] {
  const kinds = Object.keys(COMMANDS) as ResultKind[];
  return table(
    ['`--format`', 'Is', 'Of'],
    FORMATS.map(({ id, title, results }): Text[] => {
      const own = kinds.filter((kind) => results[kind] !== undefined);
      const commands = own.length === kinds.length ? ['every command'] : own.map((kind) => `\`${COMMANDS[kind]}\``);
      return [[`\`${id}\``], [title], [commands.join(', ')]];
    }),
  );
}

/** What a page can ask for, by the name in its comment. */
const NAMED_BLOCKS: Readonly<Record<string, BlockBuilder>> = {
  criteria: buildCriteriaTable,
  grades: buildGradesTable,
  weights: buildWeightTable,
  steps: buildStepsTable,
  gates: buildGatesTable,
  bands: buildBandsTable,
  formats: buildFormatsTable,
  commands: buildCommandBlocks,
};

/** A fenced block that shows what a command prints, under a comment that names the command and perhaps a folder. */
const TRANSCRIPT = /(<!-- run(?: in (\S+))?: (.+?) -->\n```\w*\n)([\s\S]*?)(^```$)/gm;

/** What the rubric or the program gives, between two comments, the first of which names it. */
const NAMED = /(<!-- table: (\S+) -->\n)[\s\S]*?(^<!-- end -->$)/gm;

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
  if (found === -1) throw new Error(`a page shows a line that is not printed: ${pattern}`);
  return found;
}

/** Runs the program in a copy of the folder, so that what it writes is not left there. */
function runInCopy(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ProgramOutput {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-docs-'));
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
  if (name !== 'demandfit') throw new Error(`a page runs ${name}, which is not this program`);
  const environment = { NO_COLOR: '1' };
  const run = folder === undefined ? runBuilt(args, environment) : runInCopy(folder, args, environment);
  const exit = run.code === 0 ? '' : `\n(exit code ${run.code})`;
  const printed = `${run.stdout}${run.stderr}`.split('\n');
  return `$ ${line}\n${(address === undefined ? printed : cutLines(printed, address)).join('\n')}`.trimEnd() + exit;
}

/** A page with every transcript and every named block as the program and the rubric give them now. @param file from the project's folder, with forward slashes. */
export async function updateBlocks(text: string, rubric: Rubric, file: string): Promise<string> {
  const folder = path.posix.relative(path.posix.dirname(file), 'docs/reference');
  const placement = linkToReference(rubric, `${folder}/`, null, 2);
  const named = new Map<string, string>();
  for (const [, , name = ''] of text.matchAll(NAMED)) {
    const build = NAMED_BLOCKS[name];
    if (build === undefined) throw new Error(`${file} asks for the block ${name}, which does not exist`);
    named.set(name, writeMarkdownBlocks(await build(rubric), placement).join('\n'));
  }
  return text
    .replace(TRANSCRIPT, (_all, head: string, folder: string | undefined, command: string, _old, end: string) => {
      return `${head}${captureOutput(command, folder)}\n${end}`;
    })
    .replace(NAMED, (_all, head: string, name: string, end: string) => `${head}\n${named.get(name)}${end}`);
}
