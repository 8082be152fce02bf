import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { ROOT } from '../run-built.ts';
import { CHANGED, MUTANT_FOLDER, type Mutant, type MutantNote, type MutantRoom, NOTES, ROOMS } from './rooms.ts';

// Changes the code that decides results, one operator, condition or call at a time, and lists the changes that no test notices:
// `npm run mutants -- gates verdict`; without a name, every room. Stryker makes the changes, all into one text with switches
// (https://stryker-mutator.io). Its own runner starts vitest again for each of some thousand changes and needs an earlier
// TypeScript, so ours flips the switches within one run.

/** Fetched at the first use: 67 packages that nothing else needs. */
const INSTRUMENTER = '@stryker-mutator/instrumenter@9.6.1';

/** A change that no test can notice, because no result depends on it; `line` is the line of code, `to` what replaces a part of it. */
interface EquivalentMutant {
  readonly file: string;
  readonly line: string;
  readonly to: string;
  readonly why: string;
}

interface Instrumenter {
  instrument(
    files: readonly { readonly name: string; readonly mutate: true; readonly content: string }[],
    options: { readonly excludedMutations: readonly string[]; readonly ignorers: readonly []; readonly plugins: null },
  ): Promise<{
    readonly files: readonly { readonly name: string; readonly content: string }[];
    readonly mutants: readonly Mutant[];
  }>;
}

async function openInstrumenter(): Promise<Instrumenter> {
  const folder = path.join(MUTANT_FOLDER, 'packages');
  const home = path.join(folder, 'node_modules/@stryker-mutator/instrumenter/dist/src/index.js');
  fs.mkdirSync(folder, { recursive: true });
  if (!fs.existsSync(home))
    execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, INSTRUMENTER]);
  const { Instrumenter } = await import(pathToFileURL(home).href);
  return new Instrumenter({ debug: () => {}, info: () => {}, warn: () => {}, isDebugEnabled: () => false });
}

/** Runs the tests of a room; `active` is a change that is on from the start. */
function runTests(tests: readonly string[], active?: string) {
  return spawnSync(
    process.execPath,
    [
      ...[path.join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', ...tests],
      ...['--config', path.join(import.meta.dirname, 'vitest.config.ts'), '--reporter', 'dot'],
      ...(active === undefined ? [] : ['--bail', '1']),
    ],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, ...(active === undefined ? {} : { __STRYKER_ACTIVE_MUTANT__: active }) },
    },
  );
}

function listSources(entries: readonly string[]): readonly string[] {
  return entries.flatMap((entry) =>
    entry.endsWith('.ts')
      ? [entry]
      : fs.readdirSync(path.join(ROOT, entry)).flatMap((name) => listSources([`${entry}/${name}`])),
  );
}

/** The changes of a room that no test noticed. */
async function tryRoom(instrumenter: Instrumenter, { files, tests }: MutantRoom) {
  const texts = listSources(files).map((name) => ({
    name,
    mutate: true as const,
    content: fs.readFileSync(path.join(ROOT, name), 'utf8'),
  }));
  // A string is an id, which its type holds, or wording, which the golden files hold.
  const made = await instrumenter.instrument(texts, {
    excludedMutations: ['StringLiteral'],
    ignorers: [],
    plugins: null,
  });
  fs.rmSync(CHANGED, { recursive: true, force: true });
  for (const { name, content } of made.files) {
    fs.mkdirSync(path.dirname(path.join(CHANGED, name)), { recursive: true });
    fs.writeFileSync(path.join(CHANGED, name), content);
  }
  fs.writeFileSync(NOTES, '');
  const { status, stdout, stderr } = runTests(tests);
  if (status !== 0) throw new Error(`the tests fail without a change:\n${stdout}\n${stderr}`);
  const notes: readonly MutantNote[] = fs
    .readFileSync(NOTES, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const killed = new Set(notes.flatMap((note) => ('killed' in note ? [note.killed] : [])));
  const covered = new Set(notes.flatMap((note) => ('covered' in note ? note.covered : [])));
  const unsteady = notes.flatMap((note) => ('unsteady' in note ? [note.unsteady] : []));
  if (unsteady.length > 0) process.stdout.write(`not the same when run again: ${unsteady.join(', ')}\n`);
  const all = made.mutants.filter(({ status }) => status !== 'Ignored');
  const left = all.filter(({ id }) => !killed.has(id));
  const loading = new Set(notes.flatMap((note) => ('loading' in note ? note.loading : [])));
  const survivors = left.filter(({ id }) => covered.has(id) || !loading.has(id) || runTests(tests, id).status === 0);
  return { all: all.length, survivors, texts };
}

const equivalents: readonly EquivalentMutant[] = parse(
  fs.readFileSync(path.join(import.meta.dirname, 'equivalent.yaml'), 'utf8'),
);
const asked = process.argv.slice(2);
const unknown = asked.find((name) => ROOMS[name] === undefined);
if (unknown !== undefined) throw new Error(`unknown room ${unknown}; known are ${Object.keys(ROOMS).join(', ')}`);
const instrumenter = await openInstrumenter();
for (const name of asked.length > 0 ? asked : Object.keys(ROOMS)) {
  const { all, survivors, texts } = await tryRoom(instrumenter, ROOMS[name] as MutantRoom);
  const described = survivors.map(({ fileName, location: { start, end }, replacement }) => {
    const lines = texts.find((text) => text.name === fileName)?.content.split('\n') ?? [];
    const line = lines[start.line]?.trim() ?? '';
    const was = start.line === end.line ? lines[start.line]?.slice(start.column, end.column) : line;
    const to = replacement.replace(/\s+/g, ' ');
    return { file: fileName, at: start.line + 1, line, was, to };
  });
  const open = described.filter(
    (one) => !equivalents.some(({ file, line, to }) => file === one.file && line === one.line && to === one.to),
  );
  for (const { file, at, line, was, to } of open) process.stdout.write(`${file}:${at} ${line}\n  ${was}  ->  ${to}\n`);
  const rate = (left: number) => `${(100 * (1 - left / all)).toFixed(1)}%`;
  process.stdout.write(
    `${name}: ${all} changes, ${rate(survivors.length)} noticed, ${rate(open.length)} with those that change no result\n`,
  );
}
