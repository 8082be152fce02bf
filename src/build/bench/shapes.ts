import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** Letters of each input: as many as a file may have. */
const SIZE = 1_040_000;

/** Appended to a run, so that it tells its CPU time and greatest memory on the last line of stderr. */
const REPORT_COST = `data:text/javascript,process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); process.stderr.write('\\ncost ' + (userCPUTime + systemCPUTime) + ' ' + maxRSS + '\\n'); })`;

const HEAD = 'name: X\nsummary: A marketplace where teams rent GPUs by the hour.\nas_of: 2026-06-29\n';
const fill = (part: string, size = SIZE) => part.repeat(Math.floor(size / part.length));
const number = (part: (i: number) => string) => {
  const parts: string[] = [];
  for (let i = 0, size = 0; size < SIZE; i += 1) size += parts[parts.push(part(i)) - 1]?.length ?? 0;
  return parts.join('').slice(0, SIZE);
};

/** Texts made to cost time or memory, with plain ones to compare them with. */
const SHAPES: readonly (readonly [what: string, kind: 'yaml' | 'md', text: string])[] = [
  ['plain words', 'yaml', `offer: ${fill('rents out cards ')}`],
  ['open brackets', 'yaml', `offer: ${fill('[')}`],
  ['unknown keys', 'yaml', number((i) => `k${i}: 1\n`)],
  ['text behind quotes', 'yaml', number((i) => `k${i}: "x" y\n`)],
  ['wide letters', 'yaml', `offer: ${fill('\u6f22', SIZE / 3)}`],
  ['zeros in a number', 'yaml', `offer: 1.${fill('0')}1`],
  ['plain paragraphs', 'md', fill(`${fill('Owners look after the machines and teams look for time. ', 400)}\n\n`)],
  ['one paragraph of words', 'md', fill('word ')],
  ['full stops', 'md', `We sell${fill('.')}a`],
  ['names', 'md', fill('Customers include Acme Alpha of Beta ')],
  ['strong words', 'md', fill('We are the first and only guaranteed best network. ')],
  ['stars', 'md', fill('*a_')],
  ['quotes within lists', 'md', fill('> - ')],
  ['short headings', 'md', fill('a\n---\n')],
  ['figures', 'md', fill('It costs 5 USD. ')],
];

export interface ShapeMeasurement {
  readonly what: string;
  readonly figure: string;
}

/** CPU time and greatest memory of `check` on inputs of a megabyte. */
export function measureShapes(cli: string, scratch: string): readonly ShapeMeasurement[] {
  return SHAPES.map(([what, kind, text]) => {
    const file = path.join(scratch, `shape.${kind}`);
    fs.writeFileSync(file, kind === 'yaml' ? `${HEAD}${text}\n` : `---\n${HEAD}---\n\n${text}\n`);
    const args = ['--import', REPORT_COST, cli, 'check', file, '--no-config'];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    const [, cpu, memory] = /cost (\d+) (\d+)\s*$/.exec(stderr) ?? [];
    const cost = `${(Number(cpu) / 1e6).toFixed(2)} s of CPU, ${Math.round(Number(memory) / 1024)} MiB`;
    return { what: `check of 1 MiB: ${what} (${kind})`, figure: `${cost}, exit ${status}` };
  });
}
