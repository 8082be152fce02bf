import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SCHEMAS } from '../commands/schemas.ts';
import { folderFiles } from '../host.ts';
import { loadRubric } from '../rubric/load.ts';
import { packageSize, withSize } from './package-size.ts';
import { referenceMarkdown } from './reference.ts';

// Writes what is derived from the data and the program, or with --check tells what is out of date.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A fenced block of the README that shows what a command prints, under a comment that names the command. */
const TRANSCRIPT = /(<!-- run: (.+?) -->\n```\w*\n)([\s\S]*?)(^```$)/gm;

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** What a command line of the README prints, run as the built program at 80 columns; it may end in `| sed -n A,Bp`. */
function outputOf(line: string): string {
  const [command = '', first = '1', last] = line.split(/ \| sed -n (\d+),(\d+)p$/);
  const [name, ...args] = command.split(' ').map((word) => word.replace(/^'(.*)'$/, '$1'));
  if (name !== 'demandfit') throw new Error(`the README runs ${name}, which is not this program`);
  const run = spawnSync(process.execPath, [path.join(ROOT, 'dist/cli.cjs'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', COLUMNS: '80', NO_COLOR: '1' },
  });
  const exit = run.status === 0 ? '' : `\n(exit code ${run.status})`;
  const printed = `${run.stdout}${run.stderr}`
    .split('\n')
    .slice(Number(first) - 1, last === undefined ? undefined : Number(last));
  return `$ ${line}\n${printed.join('\n')}`.trimEnd() + exit;
}

function withTranscripts(text: string): string {
  return text.replace(
    TRANSCRIPT,
    (_all, head: string, command: string, _old, end: string) => `${head}${outputOf(command)}\n${end}`,
  );
}

function generated(): ReadonlyMap<string, string> {
  const loaded = loadRubric(folderFiles(path.join(ROOT, 'rubrics')));
  if (!loaded.ok) throw new Error('the rubric set has problems; `npm run build` tells them');
  const read = (name: string) => fs.readFileSync(path.join(ROOT, name), 'utf8');
  return new Map([
    ...SCHEMAS.map(({ id, make }) => [`rubrics/${id}.schema.json`, pretty(make(loaded.value))] as const),
    ['rubrics/REFERENCE.md', referenceMarkdown(loaded.value)],
    ['README.md', withSize(withTranscripts(read('README.md')), packageSize(ROOT))],
  ]);
}

function main(isCheck: boolean): void {
  const stale = [...generated()].filter(([name, text]) => {
    const file = path.join(ROOT, name);
    return !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text;
  });
  if (isCheck) {
    for (const [name] of stale) process.stderr.write(`${name} is out of date. Run \`npm run generate\`.\n`);
    process.exitCode = stale.length === 0 ? 0 : 1;
    return;
  }
  for (const [name, text] of stale) fs.writeFileSync(path.join(ROOT, name), text);
}

main(process.argv.includes('--check'));
