import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { listHandWrittenPages } from '../../../src/build/docs/update-blocks.ts';
import { ROOT } from '../../support/rubric.ts';
import { run } from '../../support/run.ts';

// Every command line of the documentation, as a reader would type it, next to the files that it names.

/** What a reader has in the folder, by the names that the pages use. */
const FILES: Readonly<Record<string, string>> = {
  'memo.md': 'examples/documents/larkfield.txt',
  'memo.txt': 'examples/documents/larkfield.txt',
  'reply.yaml': 'examples/documents/larkfield-reply.txt',
  'project.yaml': 'examples/x402.yaml',
  'a.yaml': 'examples/x402.yaml',
  'b.yaml': 'examples/grass.yaml',
  'pitches/one.md': 'examples/memo-grass.md',
  'pitches/two.yaml': 'examples/grass.yaml',
};

/** Lines that a test can't type: they install, publish, connect or run until stopped. */
const LEFT_OUT = /^(?:npm |git |mkdir )|--(?:watch|refresh)\b|^cat /;

function blocksOf(page: string): readonly (readonly string[])[] {
  const text = fs
    .readFileSync(path.join(ROOT, page), 'utf8')
    .replace(/<!-- table: commands -->[\s\S]*?<!-- end -->/, '');
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .map(([, block = '']) =>
      block
        .replace(/\\\n\s*/g, '')
        .split('\n')
        .map((line) => line.replace(/\s+# .*$/, '').trim())
        .filter((line) => /^(?:npx )?demandfit /.test(line) && !LEFT_OUT.test(line)),
    )
    .filter((lines) => lines.length > 0);
}

/** The words of a line, without its quotes; `> file` at its end is where the output goes. */
function parse(line: string): { readonly args: readonly string[]; readonly output: string | undefined } {
  const [command = '', output] = line.replace(/^(?:npx )?demandfit /, '').split(/ > /);
  const args = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const joined: string[] = [];
  for (const [at, arg] of args.entries()) {
    // A quoted part belongs to the word that it follows without a blank, as in --answer='x y'.
    if (at > 0 && command.includes(`${joined.at(-1)}'${arg}'`)) joined.push(`${joined.pop()}${arg}`);
    else joined.push(arg);
  }
  return { args: joined, output };
}

describe.each(listHandWrittenPages().filter((page) => blocksOf(page).length > 0))('the commands of %s', (page) => {
  it.each(blocksOf(page).map((lines) => ({ lines, first: lines[0] })))('run: $first', { timeout: 120_000 }, ({
    lines,
  }) => {
    const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-commands-'));
    try {
      fs.symlinkSync(path.join(ROOT, 'examples'), path.join(cwd, 'examples'));
      fs.mkdirSync(path.join(cwd, 'pitches'));
      for (const [name, from] of Object.entries(FILES)) fs.copyFileSync(path.join(ROOT, from), path.join(cwd, name));
      const described: unknown = parseYaml(fs.readFileSync(path.join(ROOT, 'examples/x402.yaml'), 'utf8'));
      fs.writeFileSync(path.join(cwd, 'projects.jsonl'), `${JSON.stringify(described)}\n`);
      for (const line of lines) {
        const { args, output } = parse(line);
        const folder = output === undefined ? null : path.dirname(output);
        const { code, stdout, stderr } = run(args, { cwd });
        // A check of a memo that has faults, and a bar that it does not reach, are told by 1.
        expect(code, `${line}\n${stderr}`).toBeLessThan(args[0] === 'check' ? 2 : 1);
        if (output !== undefined && folder === '.') fs.writeFileSync(path.join(cwd, output), stdout);
      }
    } finally {
      fs.rmSync(cwd, { recursive: true });
    }
  });
});
