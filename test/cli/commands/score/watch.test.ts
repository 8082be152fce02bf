import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../support/rubric.ts';
import { run } from '../../../support/run.ts';
import { HAS_TERMINAL, programLine, Terminal } from '../../../support/terminal.ts';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-watch-'));
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

const HEAD = `name: Acme
summary: Rents out idle GPUs by the hour to AI labs, over a network of independent providers.
website: https://acme.example.net
as_of: 2026-06-29
sources:
  own: { title: Prices, url: https://acme.example.net/prices, kind: price-list, accessed: 2026-05 }
  s: { title: Study, url: https://lab.example.org/a, kind: benchmark, published: 2026-05 }
`;
const PROOF = 'technical_edge:\n  proof: { answer: third-party-benchmark, sources: [s] }\n';

function folderWith(...names: readonly string[]): string {
  const folder = fs.mkdtempSync(path.join(scratch, 'a-'));
  for (const name of names) fs.writeFileSync(path.join(folder, name), HEAD);
  return folder;
}

/** Saves as many editors do: another file, moved over the first. */
function save(file: string, text: string): void {
  fs.writeFileSync(`${file}~`, text);
  fs.renameSync(`${file}~`, file);
}

/** A run that goes on, with what it wrote so far. */
class Running {
  readonly #child;
  readonly #ended: Promise<number | null>;
  stdout = '';
  stderr = '';

  constructor(args: readonly string[], cwd: string) {
    const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8' };
    this.#child = spawn(process.execPath, [path.join(ROOT, 'dist/cli.cjs'), ...args], { cwd, env });
    this.#child.stdout.on('data', (chunk: Buffer) => {
      this.stdout += chunk.toString();
    });
    this.#child.stderr.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
    this.#ended = new Promise((resolve) => this.#child.on('close', resolve));
  }

  async until(stream: 'stdout' | 'stderr', text: string): Promise<void> {
    for (let i = 0; i < 200 && !this[stream].includes(text); i += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(this[stream]).toContain(text);
  }

  interrupt(): Promise<number | null> {
    this.#child.kill('SIGINT');
    return this.#ended;
  }
}

describe('demandfit score --watch', () => {
  it('tells what moved each time that the file is saved, and ends when it is interrupted', async () => {
    const cwd = folderWith('project.yaml');
    const file = path.join(cwd, 'project.yaml');
    const watch = new Running(['score', 'project.yaml', '--watch'], cwd);
    await watch.until('stderr', 'Watching project.yaml; press Ctrl-C to stop.\n');
    expect(watch.stdout).toContain(run(['score', file]).stdout.split('\n').slice(0, 3).join('\n'));
    const first = watch.stdout.length;
    save(file, HEAD + PROOF);
    await watch.until('stdout', 'Measured edge: not stated to third-party-benchmark (level 3, grade\n  independent)\n');
    const told = watch.stdout.slice(first);
    expect(told).toMatch(
      /^project\.yaml: [\w ]+\n {2}before {2}[\w ]+, supported 0 ≤ claimed 0 ≤ possible \d+\n {2}after {3}/,
    );
    const second = watch.stdout.length;
    save(file, `${HEAD + PROOF}switching_cost:\n  continuity: unknown\n`);
    await watch.until('stdout', 'Cost of a lost node: not stated to unknown\n');
    expect(watch.stdout.slice(second)).toMatch(/^project\.yaml: still /);
    save(file, 'name: [unclosed\n');
    await watch.until('stderr', 'project.yaml:1');
    save(file, `${HEAD + PROOF}switching_cost:\n  continuity: unknown\n# Seen.\n`);
    await watch.until('stdout', 'project.yaml: unchanged; ');
    expect(await watch.interrupt()).toBe(0);
  });

  it('says that a file has gone, and goes on once it is back', async () => {
    const cwd = folderWith('project.yaml');
    const file = path.join(cwd, 'project.yaml');
    const watch = new Running(['score', 'project.yaml', '--watch', '--quiet'], cwd);
    await watch.until('stderr', 'press Ctrl-C to stop.\n');
    fs.rmSync(file);
    await watch.until('stderr', 'project.yaml: file removed; it is scored again when it reappears.\n');
    fs.writeFileSync(file, HEAD + PROOF);
    await watch.until('stdout', 'Measured edge: not stated to third-party-benchmark');
    expect(await watch.interrupt()).toBe(0);
  });

  it('watches the files of a folder, each for itself', async () => {
    const cwd = folderWith('a.yaml', 'b.yaml');
    const watch = new Running(['score', '.', '--watch', '--quiet'], cwd);
    await watch.until('stderr', 'Watching 2 files');
    fs.writeFileSync(path.join(cwd, 'b.yaml'), HEAD + PROOF);
    await watch.until('stdout', 'b.yaml: ');
    expect(watch.stdout).not.toContain('a.yaml: ');
    expect(await watch.interrupt()).toBe(0);
  });

  it.each([
    ['standard input', ['-', '--watch']],
    ['another format', ['project.yaml', '--watch', '--format', 'json']],
    ['a file to write', ['project.yaml', '--watch', '--output', 'report.txt']],
    ['the full view', ['project.yaml', '--watch', '--explain-verdict']],
    ['a file that is not there', ['nowhere.yaml', '--watch']],
  ])('takes no %s', (_, args) => {
    const { code, stdout, stderr } = run(['score', ...args], { cwd: folderWith('project.yaml') });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  });
});

// A real terminal is given by tmux, which has to be installed.
describe.skipIf(!HAS_TERMINAL)('at a terminal', { timeout: 60_000 }, () => {
  it('a watch shows what moved, and ends on Ctrl-C', async () => {
    const cwd = folderWith('project.yaml');
    const terminal = new Terminal(programLine(['score', 'project.yaml', '--watch', '--quiet']), cwd);
    try {
      await terminal.until('press Ctrl-C to stop');
      save(path.join(cwd, 'project.yaml'), HEAD + PROOF);
      await terminal.until('Measured edge: not stated to third-party-benchmark');
      save(path.join(cwd, 'project.yaml'), HEAD);
      await terminal.until('(level 3, grade independent) to not stated');
      terminal.type('C-c');
      await terminal.until('left with 0');
    } finally {
      terminal.close();
    }
  });

  it('a long run tells how far it is, and takes that away again', async () => {
    const line = programLine(['score', 'examples', '--quiet', '--explain-verdict', '--draws', '100000']);
    const terminal = new Terminal(line, ROOT);
    try {
      await terminal.until(' scored');
      const screen = await terminal.until('left with 0');
      expect(screen).not.toMatch(/\d scored/);
    } finally {
      terminal.close();
    }
  });
});
