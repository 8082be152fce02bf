import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { run } from '../../support/run.ts';
import { HAS_TERMINAL, programLine, Terminal } from '../../support/terminal.ts';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-wizard-'));
let terminal: Terminal | null = null;
afterEach(() => terminal?.close());
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

function open(args: readonly string[], cwd: string): Terminal {
  terminal = new Terminal(programLine(args), cwd, 24, 80);
  return terminal;
}

function read(cwd: string, name: string): string {
  return fs.readFileSync(path.join(cwd, name), 'utf8');
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const SUMMARY = 'Rents out idle GPUs by the hour to AI labs over a network of independent providers';
const HEAD = ['--name', 'Acme Grid', '--summary', SUMMARY, '--as-of', '2026-06-29', '--track', 'compute'];
const REST = ['--offer', 'H100', '--website', 'https://acme.example.org'];

// A real terminal is given by tmux, which has to be installed.
describe.skipIf(!HAS_TERMINAL)('demandfit init at a terminal', { timeout: 60_000 }, () => {
  it('asks nothing where the answers could not be written', async () => {
    const cwd = fs.mkdtempSync(path.join(scratch, 'd-'));
    const screen = await open(['init', 'no/such/project.yaml'], cwd).until('left with 2');
    expect(screen).toContain('no such folder');
    expect(screen).not.toContain('Name of the project');
    terminal?.close();
    fs.mkdirSync(path.join(cwd, 'folder.yaml'));
    expect(await open(['init', 'folder.yaml'], cwd).until('left with 2')).toContain('folder.yaml is a folder');
  });

  it('asks at 80x24 with everything in view, saves each answer, is stopped, and resumes with the next question', async () => {
    const cwd = fs.mkdtempSync(path.join(scratch, 'a-'));
    const first = open(['init', 'acme.yaml', ...HEAD], cwd);
    await first.until("The project's own website");
    first.type('Enter');
    await first.until('What can a buyer buy today?');
    first.type('Enter');
    await first.until('1 of 10');
    await first.until('established: ');
    const view = first.visible();
    expect(view.length).toBeLessThanOrEqual(24);
    for (const part of ['1 of 10', 'Can a buyer with no ties', '● not now', '○ unknown', '○ back', '○ on-sale: '])
      expect(view.some((line) => line.includes(part))).toBe(true);
    first.type('Down', 'Down', 'Down', 'Down', 'Down', 'Enter');
    await first.until('Which document shows it?');
    expect(read(cwd, 'acme.yaml')).toContain('  availability: on-sale\n');
    first.type('Enter');
    await first.until('Title of the document');
    first.type('Terms', 'Enter');
    await first.until('Web address or file');
    first.type('https://acme.example.org/terms', 'Enter');
    await first.until('What kind of document is it?');
    first.type('Enter');
    await first.until('Does it have a date?');
    first.type('Enter');
    await first.until('Which date?');
    first.type('18 Jun 2026', 'Enter');
    await first.until('2 of 10');
    expect(read(cwd, 'acme.yaml')).toContain('published: 2026-06-18');
    first.type('C-c');
    expect(await first.until('left with 0')).toContain('Resume:\n');
    expect(run(['score', 'acme.yaml'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    first.close();

    const second = open(['init', 'acme.yaml', '--continue', '--quick'], cwd);
    const screen = await second.until('1 of 9');
    expect(screen).toContain('1 of 22 seen, 1 answered, 0 unknown');
    expect(screen).not.toContain('Can a buyer with no ties');
    for (let n = 2; n <= 9; n += 1) {
      second.type('Enter');
      await second.until(`${n} of 9`);
    }
    second.type('Enter');
    expect(await second.until('left with 0')).toMatch(/Acme Grid[\s\S]*NOT RATEABLE/);
  });

  it.each([
    ['SIGTERM', (wizard: Terminal) => process.kill(wizard.program() ?? 0, 'SIGTERM')],
    ['SIGHUP', (wizard: Terminal) => process.kill(wizard.program() ?? 0, 'SIGHUP')],
    ['a terminal that is closed', (wizard: Terminal) => wizard.close()],
  ])('loses nothing by %s, and ends', async (_, end) => {
    const cwd = fs.mkdtempSync(path.join(scratch, 's-'));
    const wizard = open(['init', 'acme.yaml', ...HEAD, ...REST], cwd);
    await wizard.until('established: ');
    wizard.type('Down', 'Down', 'Down', 'Down', 'Enter');
    await wizard.until('Which document shows it?');
    const pid = wizard.program() ?? 0;
    expect(pid).toBeGreaterThan(0);
    end(wizard);
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
    expect(read(cwd, 'acme.yaml')).toContain('  availability: limited\n');
    expect(run(['score', 'acme.yaml'], { cwd }).code).toBe(0);
  });

  it('writes into a memo where that is chosen, and keeps its text', async () => {
    const cwd = fs.mkdtempSync(path.join(scratch, 'm-'));
    const memo = '# Acme Grid\r\n\r\nAcme Grid rents out GPUs to AI labs on a blockchain.\r\n';
    fs.writeFileSync(path.join(cwd, 'memo.md'), memo);
    const wizard = open(['init', 'memo.md', ...HEAD, ...REST], cwd);
    await wizard.until('Where should the answers be saved?');
    wizard.type('Down', 'Enter');
    await wizard.until('does not say when it was written');
    wizard.type('Enter');
    await wizard.until('1 of 10');
    wizard.type('C-c');
    await wizard.until('left with 0');
    expect(fs.readdirSync(cwd)).toEqual(['memo.md']);
    const text = read(cwd, 'memo.md');
    expect(text.startsWith('---\r\nname: Acme Grid\r\n')).toBe(true);
    expect(text.endsWith(`---\r\n${memo}`)).toBe(true);
  });

  it('saves nothing over what another program wrote in the meantime', async () => {
    const cwd = fs.mkdtempSync(path.join(scratch, 'o-'));
    const wizard = open(['init', 'acme.yaml', ...HEAD, ...REST], cwd);
    await wizard.until('established: ');
    fs.appendFileSync(path.join(cwd, 'acme.yaml'), '# Mine.\n');
    const before = read(cwd, 'acme.yaml');
    wizard.type('Down', 'Down', 'Down', 'Down', 'Enter');
    expect(await wizard.until('left with 2')).toContain('was changed by another program');
    expect(read(cwd, 'acme.yaml')).toBe(before);
  });

  it('writes nothing where it is stopped before there is a name', async () => {
    const cwd = fs.mkdtempSync(path.join(scratch, 'b-'));
    const wizard = open(['init'], cwd);
    await wizard.until('Name of the project');
    wizard.type('Acme', 'C-c');
    const screen = await wizard.until('left with 1');
    expect(screen).toContain('Nothing written');
    expect(fs.readdirSync(cwd)).toEqual([]);
  });

  it('asks nothing with --yes', async () => {
    const cwd = fs.mkdtempSync(path.join(scratch, 'd-'));
    await open(['init', '--yes'], cwd).until('left with 0');
    expect(fs.readdirSync(cwd)).toEqual(['project.schema.json', 'project.yaml']);
  });
});
