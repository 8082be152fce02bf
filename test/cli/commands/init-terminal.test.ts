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
  terminal = new Terminal(programLine(args), cwd);
  return terminal;
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

  it('asks, shows the track and the verdict so far, is stopped, and goes on later', async () => {
    const cwd = fs.mkdtempSync(path.join(scratch, 'a-'));
    const first = open(['init'], cwd);
    await first.until('Name of the project');
    first.type('Acme Grid', 'Enter');
    await first.until('What does it sell');
    first.type(SUMMARY, 'Enter');
    await first.until('The summary reads as compute');
    await first.until('Which track is it?');
    first.type('Enter');
    await first.until('As of which date is the description true?');
    first.type('Enter');
    await first.until('What can a buyer buy today?');
    first.type('Enter');
    await first.until("The project's own website?");
    first.type('Enter');
    const asked = await first.until('Budgets for this use.');
    for (const part of ['routine: ', 'unknown: not found or not looked for', 'stop here'])
      expect(asked).toContain(part);
    first.type('Down', 'Down', 'Enter');
    await first.until('Which document shows it?');
    first.type('Enter');
    await first.until('Title of the document');
    first.type('Price list', 'Enter');
    await first.until('Where can it be read?');
    first.type('https://acme.example.org/prices', 'Enter');
    await first.until('What kind of document is it?');
    first.type('Enter');
    await first.until('Does it have a date?');
    first.type('Enter');
    await first.until('Which one?');
    first.type('2026-06', 'Enter');
    await first.until('1 of 22 answered');
    expect(fs.readdirSync(cwd)).toEqual([]);
    first.type('C-c');
    await first.until('left with 0');
    expect(fs.readdirSync(cwd)).toEqual(['project.schema.json', 'project.yaml']);
    const text = fs.readFileSync(path.join(cwd, 'project.yaml'), 'utf8');
    expect(text).toContain('  urgency: { answer: pilots, sources: [ price-list ] }\n');
    expect(run(['score', 'project.yaml'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    first.close();

    const second = open(['init'], cwd);
    await second.until('already exists');
    second.type('Enter');
    await second.until('Resuming project.yaml');
    const screen = await second.until('Who pays.');
    expect(screen).not.toContain('Budgets for this use.');
    second.type('Enter');
    await second.until('price-list: Price list');
    second.type('Enter');
    await second.until('2 of 22 answered');
    second.type('C-c');
    await second.until('left with 0');
    const after = fs.readFileSync(path.join(cwd, 'project.yaml'), 'utf8');
    expect(after).toContain('  paid_use: { answer: not-paid, sources: [ price-list ] }\n');
    expect(after.match(/^ {2}price-list:/gm)?.length).toBe(1);
    expect(run(['score', 'project.yaml'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  it('writes nothing where it is stopped before there is anything to write', async () => {
    const cwd = fs.mkdtempSync(path.join(scratch, 'b-'));
    const wizard = open(['init'], cwd);
    await wizard.until('Name of the project');
    wizard.type('Acme', 'C-c');
    const screen = await wizard.until('left with 1');
    expect(screen).toContain('Nothing written');
    expect(fs.readdirSync(cwd)).toEqual([]);
  });

  it('leaves nothing behind when it is killed', async () => {
    const cwd = fs.mkdtempSync(path.join(scratch, 'c-'));
    const wizard = open(['init', ...HEAD, ...REST], cwd);
    await wizard.until('Budgets for this use.');
    const pid = wizard.program();
    expect(pid).not.toBeNull();
    if (pid !== null) process.kill(pid, 'SIGKILL');
    await wizard.until('left with 137');
    expect(fs.readdirSync(cwd)).toEqual([]);
  });

  it('asks nothing with --yes', async () => {
    const cwd = fs.mkdtempSync(path.join(scratch, 'd-'));
    await open(['init', '--yes'], cwd).until('left with 0');
    expect(fs.readdirSync(cwd)).toEqual(['project.schema.json', 'project.yaml']);
  });
});
