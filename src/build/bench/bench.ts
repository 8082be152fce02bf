import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { alignColumns } from '../align-columns.ts';
import { measurePackageSize } from '../package-size.ts';
import { computeMedian, measureRatios, measureRun } from './measure.ts';

// Prints how long the built program takes as ratios to something measured in the same run. No test: what a
// machine does meanwhile moves every figure.
import { measureShapes } from './shapes.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const CLI = path.join(ROOT, 'dist/cli.cjs');
const PARSE_BARE = path.join(ROOT, 'src/build/bench/parse-bare.mjs');
const SUMMARY = 'Independent owners rent out idle graphics cards over a blockchain to teams that train models.';

/** Counted runs of each start. */
const STARTS = 21;
/** Counted pairs of each batch. */
const BATCHES = 3;

interface BenchmarkRow {
  readonly what: string;
  readonly against: string;
  readonly figure: string;
  readonly aim: string;
}

const formatTimes = (ratio: number) => `${ratio.toFixed(2)} times`;
const formatMebibytes = (peak: number) => `${Math.round(peak)} MiB`;

/** The program as an install has it, from a tarball that is packed now. */
function installProgram(scratch: string): string {
  const packed = spawnSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', scratch], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const unpacked = spawnSync('tar', ['-xzf', packed.stdout.trim()], { cwd: scratch, encoding: 'utf8' });
  if (unpacked.status !== 0) throw new Error(`the package cannot be packed: ${packed.stderr}${unpacked.stderr}`);
  return path.join(scratch, 'package/dist/cli.cjs');
}

/** Starts of the installed program, and of that of the checkout where it differs. */
function measureStarts(scratch: string): readonly BenchmarkRow[] {
  const starts = [
    { what: '--version', args: ['--version'], aim: 'at most 1.20' },
    { what: 'score of x402.yaml', args: ['score', path.join(ROOT, 'examples/x402.yaml')], aim: 'at most 3.00' },
    {
      what: 'check of memo-grass.md',
      args: ['check', path.join(ROOT, 'examples/memo-grass.md'), '--no-config'],
      aim: 'at most 4.00',
    },
  ];
  const places = [
    { place: 'installed', program: installProgram(scratch) },
    { place: 'checkout', program: CLI },
  ];
  const runs = places.flatMap(({ place, program }) => starts.map((start) => ({ place, program, ...start })));
  const ratios = measureRatios(
    ['-e', '0'],
    runs.map(({ program, args }) => [program, ...args]),
    STARTS,
  );
  return runs.map(({ place, what, aim }, at) => ({
    what: `${what}, ${place}`,
    against: 'node -e 0',
    figure: formatTimes(ratios[at] ?? Number.NaN),
    aim,
  }));
}

function measureInstall(): readonly BenchmarkRow[] {
  const { kilobytes, dependencies } = measurePackageSize(ROOT);
  const against = 'the packed files';
  return [
    { what: 'size of an install', against, figure: `${Math.round(kilobytes)} KB`, aim: 'at most 3000 KB' },
    { what: 'packages that it brings', against, figure: String(dependencies), aim: '0' },
  ];
}

/** Fills a folder with the sound files of another one, over and over. */
function writeInputs(folder: string, count: number, ending: '.yaml' | '.md', from: string): void {
  const names = fs.readdirSync(path.join(ROOT, from)).filter((name) => name.endsWith(ending));
  const texts = names.map((name) => fs.readFileSync(path.join(ROOT, from, name)));
  fs.mkdirSync(folder);
  for (let number = 0; number < count; number += 1)
    fs.writeFileSync(path.join(folder, `${number}${ending}`), texts[number % texts.length] ?? '');
}

function measureBatches(scratch: string): readonly BenchmarkRow[] {
  const few = path.join(scratch, 'few');
  const many = path.join(scratch, 'many');
  writeInputs(few, 500, '.yaml', 'examples');
  writeInputs(many, 2000, '.yaml', 'examples');
  const score = (folder: string) => measureRun([CLI, 'score', folder, '--format', 'jsonl']);
  const pairs = Array.from({ length: BATCHES }, () => ({ bare: measureRun([PARSE_BARE, many]), scored: score(many) }));
  const ratio = computeMedian(pairs.map(({ bare, scored }) => scored.seconds / bare.seconds));
  const seconds = computeMedian(pairs.map(({ scored }) => scored.seconds));
  return [
    {
      what: `score of 2,000 descriptions (${Math.round(2000 / seconds)} a second)`,
      against: 'bare yaml parse of the same files',
      figure: formatTimes(ratio),
      aim: 'at most 0.50',
    },
    {
      what: 'its greatest memory',
      against: `500 descriptions: ${formatMebibytes(score(few).peak)}`,
      figure: formatMebibytes(computeMedian(pairs.map(({ scored }) => scored.peak))),
      aim: 'no growth',
    },
  ];
}

/** What `JSON.parse` of the lines of a file takes, read in pieces as the filter reads them. */
const PARSE_LINES = `const fs = require('fs'), piece = Buffer.alloc(65536), file = fs.openSync(process.argv[1]);
let rest = '', read = 0;
while ((read = fs.readSync(file, piece)) > 0) {
  const lines = (rest + piece.toString('utf8', 0, read)).split('\\n');
  rest = lines.pop();
  for (const line of lines) JSON.parse(line);
}`;

/** The examples as lines, each with a name and a summary of its own. */
function writeLines(file: string, count: number): void {
  const names = fs.readdirSync(path.join(ROOT, 'examples')).filter((name) => name.endsWith('.yaml'));
  const examples = names.map((name) => parse(fs.readFileSync(path.join(ROOT, 'examples', name), 'utf8')));
  const output = fs.openSync(file, 'w');
  for (let number = 0; number < count; number += 1) {
    const { name, summary, ...rest } = examples[number % examples.length];
    const line = {
      name: `${name} ${number}`,
      summary: `${summary} It has customer ${(number * 7919) % 100_003}.`,
      ...rest,
    };
    fs.writeSync(output, `${JSON.stringify(line)}\n`);
  }
  fs.closeSync(output);
}

/** The filter of lines, on one core and on two. */
function measureStreams(scratch: string): readonly BenchmarkRow[] {
  const [few, many] = [path.join(scratch, 'few.jsonl'), path.join(scratch, 'many.jsonl')];
  writeLines(few, 200);
  writeLines(many, 2000);
  const score = (file: string, ...more: readonly string[]) =>
    measureRun([CLI, 'score', file, '--format', 'jsonl', ...more]);
  const rounds = Array.from({ length: BATCHES }, () => ({
    parsed: measureRun(['-e', PARSE_LINES, many]),
    alone: score(many),
    threads: score(many, '--jobs', '2'),
  }));
  const median = (figure: (round: (typeof rounds)[number]) => number) => computeMedian(rounds.map(figure));
  const rate = 2000 / median(({ alone }) => alone.seconds);
  return [
    {
      what: `score of 2,000 lines (${Math.round(rate)} a second)`,
      against: 'JSON.parse of the same lines',
      figure: formatTimes(median(({ alone, parsed }) => alone.seconds / parsed.seconds)),
      aim: 'at most 2.50',
    },
    {
      what: 'its greatest memory',
      against: `200 lines: ${formatMebibytes(score(few).peak)}`,
      figure: formatMebibytes(median(({ alone }) => alone.peak)),
      aim: 'at most 96 MiB',
    },
    {
      what: 'score of 2,000 lines with --jobs 2',
      against: 'without',
      figure: `${median(({ alone, threads }) => alone.seconds / threads.seconds).toFixed(2)} times its rate`,
      aim: 'at least 1.80',
    },
  ];
}

/** The full view of how sure a verdict is, against the score alone, on one file. */
function measureExplain(): BenchmarkRow {
  const file = path.join(ROOT, 'examples/x402.yaml');
  const [ratio = Number.NaN] = measureRatios([CLI, file], [[CLI, file, '--explain-verdict']], STARTS);
  return {
    what: 'score --explain-verdict of x402.yaml',
    against: 'score of it',
    figure: formatTimes(ratio),
    aim: 'at most 2.00',
  };
}

function measureCompare(scratch: string): BenchmarkRow {
  const folder = path.join(scratch, 'few');
  const pairs = Array.from({ length: BATCHES }, () => ({
    scored: measureRun([CLI, 'score', folder, '--format', 'jsonl']),
    compared: measureRun([CLI, 'compare', folder, '--format', 'json']),
  }));
  const ratio = computeMedian(pairs.map(({ scored, compared }) => compared.seconds / scored.seconds));
  return {
    what: 'compare of 500 descriptions',
    against: 'score of them',
    figure: formatTimes(ratio),
    aim: 'at most 10.00',
  };
}

/** Memos against rules, compared with a bare parse of their front matter and their prose. */
function measureChecks(scratch: string): readonly BenchmarkRow[] {
  const [few, many] = [path.join(scratch, 'memos-100'), path.join(scratch, 'memos-1000')];
  writeInputs(few, 100, '.md', 'test/check/memo/honest');
  writeInputs(many, 1000, '.md', 'test/check/memo/honest');
  const check = (folder: string) =>
    measureRun([CLI, 'check', folder, '--no-config', '--quiet', '--fail-severity', 'never']);
  const pairs = Array.from({ length: BATCHES }, () => ({ bare: measureRun([PARSE_BARE, many]), checked: check(many) }));
  const ratio = computeMedian(pairs.map(({ bare, checked }) => checked.seconds / bare.seconds));
  const seconds = computeMedian(pairs.map(({ checked }) => checked.seconds));
  return [
    {
      what: `check of 1,000 memos (${Math.round(1000 / seconds)} a second)`,
      against: 'bare parse of their YAML and Markdown',
      figure: formatTimes(ratio),
      aim: 'to beat next time',
    },
    {
      what: 'its greatest memory',
      against: `100 memos: ${formatMebibytes(check(few).peak)}`,
      figure: formatMebibytes(computeMedian(pairs.map(({ checked }) => checked.peak))),
      aim: 'to beat next time',
    },
  ];
}

function measureClassify(): readonly BenchmarkRow[] {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `${JSON.stringify({ name: `n${index}`, summary: SUMMARY })}\n`).join(
      '',
    );
  const classified = (count: number) =>
    measureRun([CLI, 'classify', '-', '--stdin-filename', 'x.jsonl', '--format', 'jsonl'], { input: lines(count) });
  const many = Array.from({ length: BATCHES }, () => classified(10_000));
  const few = classified(1000);
  const rate = 10_000 / computeMedian(many.map(({ seconds }) => seconds));
  return [
    {
      what: 'classify of 10,000 summaries from one stream',
      against: `1,000 summaries: ${formatMebibytes(few.peak)}`,
      figure: `${Math.round(rate)} a second, ${formatMebibytes(computeMedian(many.map(({ peak }) => peak)))}`,
      aim: 'to beat next time',
    },
  ];
}

function formatTable(rows: readonly BenchmarkRow[]): string {
  const cells = rows.map(({ what, against, figure, aim }) => [what, against, figure, aim]);
  return alignColumns([['What', 'Against', 'Measured', 'Aim'], ...cells], 'left').join('\n');
}

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-bench-'));
try {
  process.stdout.write(`Node ${process.version}, ${os.cpus().length} cores\n\n`);
  const [part = 'all'] = process.argv.slice(2);
  const shapes = part === 'shapes' || part === 'all' ? measureShapes(CLI, scratch) : [];
  const compared = { against: 'the plain ones', aim: 'at most 1 s and 300 MiB more' };
  const starts = part === 'shapes' || part === 'streams' ? [] : measureStarts(scratch);
  const streams = part === 'streams' || part === 'all' ? [...measureStreams(scratch), ...measureBatches(scratch)] : [];
  const others =
    part !== 'all'
      ? []
      : [
          measureExplain(),
          measureCompare(scratch),
          ...measureChecks(scratch),
          ...measureClassify(),
          ...measureInstall(),
        ];
  process.stdout.write(
    `${formatTable([...starts, ...streams, ...others, ...shapes.map((shape) => ({ ...shape, ...compared }))])}\n`,
  );
} finally {
  fs.rmSync(scratch, { recursive: true });
}
