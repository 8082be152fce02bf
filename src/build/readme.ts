import type { Rubric } from '../model/rubric.ts';
import { README_TABLES } from './readme-tables.ts';
import { runBuilt } from './run-built.ts';

/** A fenced block that shows what a command prints, under a comment that names the command. */
const TRANSCRIPT = /(<!-- run: (.+?) -->\n```\w*\n)([\s\S]*?)(^```$)/gm;

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

/** What a command line prints, run as the built program; it may end in `| sed -n '…p'`. */
function captureOutput(line: string): string {
  const [command = '', address] = line.split(/ \| sed -n '?(.+?)p'?$/);
  const [name, ...args] = command.split(' ').map((word) => word.replace(/^'(.*)'$/, '$1'));
  if (name !== 'demandfit') throw new Error(`the README runs ${name}, which is not this program`);
  const run = runBuilt(args, { NO_COLOR: '1' });
  const exit = run.code === 0 ? '' : `\n(exit code ${run.code})`;
  const printed = `${run.stdout}${run.stderr}`.split('\n');
  return `$ ${line}\n${(address === undefined ? printed : cutLines(printed, address)).join('\n')}`.trimEnd() + exit;
}

function renderNamedTable(name: string, rubric: Rubric): string {
  const make = README_TABLES[name];
  if (make === undefined) throw new Error(`the README asks for the table ${name}, which is none`);
  return make(rubric).join('\n');
}

/** The README with every transcript and every table as the program and the rubric give them now. */
export function updateReadme(text: string, rubric: Rubric): string {
  return text
    .replace(TRANSCRIPT, (_all, head: string, command: string, _old, end: string) => {
      return `${head}${captureOutput(command)}\n${end}`;
    })
    .replace(
      TABLE,
      (_all, head: string, name: string, end: string) => `${head}\n${renderNamedTable(name, rubric)}${end}`,
    );
}
