import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS } from '../../src/cli/commands/registry.ts';
import type { Report } from '../../src/model/report.ts';
import { listFormats } from '../../src/report/registry.ts';
import { ROOT } from '../support/rubric.ts';
import { run } from '../support/run.ts';
import { HAS_TERMINAL, programLine, Terminal } from '../support/terminal.ts';

const EXAMPLE = 'examples/x402.yaml';
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-'));
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const full = path.join(scratch, name);
  fs.mkdirSync(path.dirname(full), { recursive: true });
  fs.writeFileSync(full, text);
  return full;
}

const minimal = 'name: Tiny\nsummary: A decentralised GPU marketplace on a chain.\nas_of: 2026-06-29\n';
const broken = file('broken.yaml', 'name: [unclosed\n');
const unknownKey = file('unknown-key.yaml', `${minimal}tokn: x\n`);

describe.skipIf(!fs.existsSync('/dev/full'))('a full disk under standard output', () => {
  it.each([['--version'], ['--help'], ['explain', 'cost']])('is told by %s', async (...args) => {
    const line = `exec "$0" "$@" > /dev/full`;
    const child = spawn('sh', ['-c', line, process.execPath, path.join(ROOT, 'dist/cli.cjs'), ...args]);
    let told = '';
    child.stderr.on('data', (text) => {
      told += text;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, told]).toEqual([2, 'error: cannot write to standard output (the disk is full)\n']);
  });
});

describe('exit codes', () => {
  const brokenRubric = path.join(scratch, 'rubric');
  fs.cpSync(path.join(ROOT, 'rubrics'), brokenRubric, { recursive: true });
  fs.cpSync(path.join(ROOT, 'seeds'), path.join(scratch, 'seeds'), { recursive: true });
  fs.appendFileSync(path.join(brokenRubric, 'units.yaml'), '  - { id: USD per parsec, base: USD per light-year }\n');

  it.each([
    ['a report', [EXAMPLE], 0],
    ['help', ['--help'], 0],
    ['help of a command', ['help', 'score'], 0],
    ['the version', ['--version'], 0],
    ['an unknown option', ['score', '--nope', EXAMPLE], 2],
    ['an unknown format', ['score', '--format', 'pdf', EXAMPLE], 2],
    ['an unknown track', ['score', '--track', 'computer', EXAMPLE], 2],
    ['a malformed day', ['score', '--as-of', '2026', EXAMPLE], 2],
    ['an unknown colour choice', ['score', '--color', 'sometimes', EXAMPLE], 2],
    ['a missing file', ['score', 'nowhere.yaml'], 2],
    ['a pattern without a match', ['score', 'examples/*.toml'], 2],
    ['standard input beside a file', ['score', '-', EXAMPLE], 2],
    ['a slip of the pen in a command', ['scroe', EXAMPLE], 2],
    ['a name for standard input that is not read', ['score', '--stdin-filename', 'a.yaml', EXAMPLE], 2],
    ['broken YAML', ['score', broken], 2],
    ['an unknown key', ['score', unknownKey], 2],
    ['a missing rubric', ['score', '--rubric', path.join(scratch, 'nowhere'), EXAMPLE], 2],
    ['a broken rubric', ['score', '--rubric', brokenRubric, EXAMPLE], 2],
    [
      'an output that can’t be written',
      ['score', EXAMPLE, '--output', path.join(scratch, 'no/such/folder/report.txt')],
      2,
    ],
    ['empty standard input', ['ask'], 2],
    ['a quiet report of another format', ['score', EXAMPLE, '--quiet', '--format', 'json'], 2],
    ['a quiet classification of another format', ['classify', EXAMPLE, '--quiet', '--format', 'jsonl'], 2],
    ['a quiet check of another format', ['check', EXAMPLE, '--quiet', '--format', 'csv'], 2],
    ['a quiet and full report', ['score', EXAMPLE, '--quiet', '--full'], 2],
    ['a full page', ['score', EXAMPLE, '--full', '--format', 'html'], 2],
    ['an id that nothing has', ['explain', 'no-such-id'], 2],
    ['a kind that there is none of', ['list', 'unicorns'], 2],
  ] as const)('%s', (_what, args, code) => {
    const result = run(args);
    expect(result.code, result.stderr).toBe(code);
    if (code === 2) expect(result.stderr).not.toBe('');
    if (code === 0) expect(result.stderr).toBe('');
  });

  it.each(listFormats('report').map((format) => format.id))('are the same for %s', (format) => {
    expect(run(['score', EXAMPLE, '--format', format]).code).toBe(0);
    expect(run(['score', broken, '--format', format]).code).toBe(2);
    expect(run(['score', broken, EXAMPLE, '--format', format]).code).toBe(2);
  });

  it.each(['ask', 'compare', 'classify', 'score'])('%s without input says what to pass', (command) => {
    const { code, stdout, stderr } = run([command]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      new RegExp(`^error: no input: pass a file, directory, glob or -\\nFor example: demandfit ${command} \\w+\\.yaml`),
    );
  });

  it('says how to compare descriptions of different dates, with their names', () => {
    const files = ['examples/x402.yaml', 'docs/quoted/larkfield-quoted.yaml'];
    const { code, stderr } = run(['compare', ...files]);
    expect(code).toBe(2);
    expect(stderr).toContain(`compare ${files.join(' ')} --as-of 2026-11-22`);
  });

  it('gives a reason that fits every command for paths that lead nowhere, and says it once', () => {
    const { code, stderr } = run(['compare', 'no-such-a', 'no-such-b']);
    expect(code).toBe(2);
    expect(stderr).toContain('no-such-a, no-such-b error input/not-found');
    expect(stderr.match(/A path that matches nothing is not skipped silently\./g)).toHaveLength(1);
  });

  it('tells a fault of the program apart', () => {
    const dist = path.join(scratch, 'dist');
    fs.cpSync(path.join(ROOT, 'dist'), dist, { recursive: true });
    fs.writeFileSync(path.join(dist, 'rubric.js'), 'not json');
    const result = spawnNode([path.join(dist, 'cli.cjs'), 'score', path.join(ROOT, EXAMPLE)]);
    return expect(result).resolves.toMatchObject({ code: 70, stdout: '' });
  });
});

function spawnNode(args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

describe('input', () => {
  it('tells every problem of every file in one pass, and still reports the sound ones', () => {
    const result = run(['score', broken, unknownKey, EXAMPLE, '--format', 'json']);
    expect(result.stderr).toContain('broken.yaml:');
    expect(result.stderr).toContain('unknown-key.yaml:4:1');
    const data = JSON.parse(result.stdout) as { reports: unknown[]; problems: { file: string }[] };
    expect(data.reports).toHaveLength(1);
    expect(data.problems.length).toBeGreaterThanOrEqual(2);
  });

  it('suggests the nearest key, option, track and source id', () => {
    const text = `${minimal}track: computer\nsources:\n  prices: { title: P, url: https://example.org, kind: pricelist }\ntechnical_edge:\n  proff: { answer: own-benchmark }\nswitching_cost:\n  integration: { answer: adaptor, sources: [prces] }\n  exit: { answer: short-notice, sources: [prces] }\n`;
    const { stderr } = run(['score', file('near.yaml', text)]);
    for (const word of ['compute', 'price-list', 'proof', 'adapter', 'prices'])
      expect(stderr).toContain(`Did you mean ${word}?`);
  });

  it.each([
    ['revenue: "1000000"', 'must be a number or `unknown`', 'without quotes'],
    ['revenue:', 'has no value', 'remove the key'],
    ['revenue: lots', 'must be a number or `unknown`', 'Write a number'],
    ['revenue: unknwon', 'invalid value `unknwon`', 'Did you mean unknown?'],
  ])('tells what a number may be: %s', (line, what, fix) => {
    const text = `${minimal}demand_maturity:\n  ${line}\n`;
    const told = run(['score', file('number.yaml', text)]).stderr.replace(/\s+/g, ' ');
    expect(told).toContain(what);
    expect(told).toContain(fix);
  });

  it.each(['2026-Q3', '2026-1-5', '2026-02-30', '2026-10-01T00:00:00Z'])('takes %s for no day of `as_of`', (day) => {
    const { stderr, code } = run(['score', file('day.yaml', minimal.replace('2026-06-29', day))]);
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain('not a calendar date');
  });

  it('reads standard input as YAML or, by name, as a memo', () => {
    expect(run(['-'], { input: minimal }).code).toBe(0);
    expect(run([], { input: minimal }).code).toBe(0);
    const memo = run(['-', '--stdin-filename', 'memo.md', '--format', 'json'], {
      input: `---\n${minimal}---\n# Memo\n`,
    });
    expect(memo.code).toBe(0);
    expect(JSON.parse(memo.stdout).reports[0].project.file).toBe('memo.md');
  });

  it('reads folders, quoted patterns and several files, each file once and in one order', () => {
    const names = (args: readonly string[]) =>
      (
        JSON.parse(run([...args, '--format', 'json']).stdout) as { reports: { project: { file: string } }[] }
      ).reports.map((r) => r.project.file);
    file('many/b.yaml', minimal);
    file('many/a.yml', minimal);
    file('many/sub/c.md', `---\n${minimal}---\n`);
    file('many/notes.md', '# No description\n');
    file('many/[x].yaml', minimal);
    const folder = path.join(scratch, 'many');
    const all = names([folder]);
    expect(all.map((name) => path.posix.relative(folder, name))).toEqual(['[x].yaml', 'a.yml', 'b.yaml', 'sub/c.md']);
    expect(names([`${folder}/b.yaml`, folder, `${folder}/*.yml`])).toEqual(all);
    expect(names([`${folder}/[x].yaml`])).toHaveLength(1);
  });
});

describe('lines', () => {
  const summaries = [
    '{"name": "A", "summary": "Independent owners rent out idle GPUs over a blockchain."}',
    '',
    '"A bakery that sells tulips."',
    'no json',
    '{"summary": "S", "track": "compute"}',
  ].join('\n');

  it('of data are written a report in brief each, and a line for each problem', () => {
    const { code, stdout } = run(['score', 'examples', broken, '--format', 'jsonl']);
    const lines = stdout.trimEnd().split('\n');
    const data = JSON.parse(run(['score', 'examples', broken, '--format', 'json']).stdout);
    const { reports, problems, ...head } = data;
    expect(code).toBe(2);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      ...reports.map(({ project, fit, verdict }: Report) => ({ ...head, report: { project, fit, verdict } })),
      ...problems.map((problem: unknown) => ({ ...head, problem })),
    ]);
  });

  it('that cannot be opened are told apart from lines with problems', () => {
    const { code, stdout, stderr } = run(['score', 'none.jsonl', '--format', 'jsonl']);
    expect([code, stderr]).toEqual([2, '1 path could not be read; the output says why.\n']);
    expect(JSON.parse(stdout).problem).toMatchObject({ file: 'none.jsonl', code: 'input/not-found' });
  });

  it('are scored by threads to the same bytes in the same order, faults among them', () => {
    const one = JSON.stringify(parse(fs.readFileSync(path.join(ROOT, EXAMPLE), 'utf8')));
    const input = Array.from({ length: 40 }, (_, at) => (at % 7 === 3 ? '{"name": 5}' : one)).join('\n');
    const args = ['score', '-', '--stdin-filename', 'x.jsonl', '--format', 'jsonl', '--first-line', '11'];
    const alone = run(args, { input });
    expect(alone.code).toBe(2);
    expect(alone.stderr).toContain('6 of 40 lines have problems');
    expect(run([...args, '--jobs', '2'], { input })).toEqual(alone);
    const numbers = alone.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).line);
    expect([...new Set(numbers)]).toEqual(Array.from({ length: 40 }, (_, at) => at + 11));
  });

  it.each([
    ['from a file', () => run(['classify', file('summaries.jsonl', summaries), '--format', 'jsonl'])],
    [
      'from a stream',
      () => run(['classify', '-', '--stdin-filename', 'x.jsonl', '--format', 'jsonl'], { input: summaries }),
    ],
  ])('are classified one by one %s', (_, classified) => {
    const { code, stdout, stderr } = classified();
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(2);
    expect(lines.map(({ project, problem }) => project?.name ?? problem.at.line)).toEqual(['A', 'line 3', 4, 5]);
    expect(lines[0].project.classification).toMatchObject({ status: 'decided', track: 'compute' });
    expect(lines[1].project.classification.status).toBe('outside');
    expect(lines[2].problem.what).toBe('invalid JSON: `no json`');
    expect(lines[3].problem.what).toBe('unknown key `track` in this line');
    expect(stderr).toBe('2 of 4 lines have problems, which are in the output.\n');
  });

  it('are an empty file where there is nothing to write', () => {
    const target = path.join(scratch, 'none.jsonl');
    const nothing = file('nothing.jsonl', '\n');
    expect(run(['classify', nothing, '--format', 'jsonl', '--output', target]).code).toBe(0);
    expect(fs.readFileSync(target, 'utf8')).toBe('');
  });

  it('leave no file where one can’t be written', () => {
    const target = path.join(scratch, 'no/such/folder/lines.jsonl');
    expect(run(['score', EXAMPLE, '--format', 'jsonl', '--output', target])).toMatchObject({ code: 2, stdout: '' });
    expect(fs.readdirSync(scratch).filter((name) => name.includes('.tmp'))).toEqual([]);
  });
});

describe('output', () => {
  it('writes a file whole, replaces the old one and leaves nothing beside it', () => {
    const folder = path.join(scratch, 'out');
    fs.mkdirSync(folder);
    const target = path.join(folder, 'report.md');
    fs.writeFileSync(target, 'old');
    const result = run([EXAMPLE, '--format', 'markdown', '--output', target]);
    expect(result).toMatchObject({ code: 0, stdout: '' });
    expect(fs.readFileSync(target, 'utf8')).toBe(run([EXAMPLE, '--format', 'markdown']).stdout);
    expect(fs.readdirSync(folder)).toEqual(['report.md']);
  });

  it('takes the format from the extension of the file and says what it wrote', () => {
    const page = path.join(scratch, 'page.html');
    expect(run([EXAMPLE, '--output', page])).toEqual({ code: 0, stdout: '', stderr: `Wrote ${page} (html).\n` });
    expect(fs.readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/);
    const data = path.join(scratch, 'data.md');
    expect(run([EXAMPLE, '--format', 'json', '--output', data]).stderr).toBe(`Wrote ${data} (json).\n`);
    const sarif = path.join(scratch, 'check.sarif');
    expect(run(['check', EXAMPLE, '--output', sarif]).stderr).toBe(`Wrote ${sarif} (sarif).\n`);
    expect(run(['check', EXAMPLE, '--format', 'text', '--format', `csv=${data}`]).stderr).toBe(
      `Wrote ${data} (csv).\n`,
    );
    const unknown = run([EXAMPLE, '--output', path.join(scratch, 'x.sarif')]);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toBe(
      'error: --output: no format of this command has the extension .sarif. Known extensions: .txt, .md, .html, .json, .jsonl; or use --format\n' +
        'For example: demandfit score project.yaml --output report.txt\n',
    );
  });

  it('is help where nothing is asked for and nothing is piped in', () => {
    const bare = run([]);
    expect(bare).toMatchObject({ code: 0, stderr: '' });
    expect(bare.stdout).toBe(run(['--help']).stdout);
    expect(run([], { input: minimal }).stdout).toContain('Tiny');
  });

  it.skipIf(!HAS_TERMINAL)('is no page at a terminal, where the command that writes one is named', async () => {
    const terminal = new Terminal(programLine([EXAMPLE, '--format', 'html']), ROOT);
    try {
      const screen = await terminal.until('left with 2');
      expect(screen).toContain('writes a page for a browser, not for a terminal');
      expect(screen).toContain(`For example: node dist/cli.cjs ${EXAMPLE} --format html --output report.html`);
    } finally {
      terminal.close();
    }
  });

  it('refuses to write over what it read, by whatever name', () => {
    const own = file('own/project.yaml', minimal);
    const link = path.join(scratch, 'own/link.yaml');
    fs.symlinkSync(own, link);
    for (const target of [own, link, path.join(scratch, 'own/../own/project.yaml')]) {
      const result = run([own, '--format', 'text', '--output', target]);
      expect(result).toMatchObject({ code: 2, stdout: '' });
      expect(result.stderr).toContain('would be overwritten');
    }
    expect(run([path.join(scratch, 'own'), '--output', own]).code).toBe(2);
    expect(fs.readFileSync(own, 'utf8')).toBe(minimal);
  });

  it('follows a link, keeps the mode and leaves devices what they are', () => {
    const target = file('kept/report.txt', 'old');
    fs.chmodSync(target, 0o600);
    const link = path.join(scratch, 'kept/link.txt');
    fs.symlinkSync(target, link);
    expect(run([EXAMPLE, '--quiet', '--output', link]).code).toBe(0);
    expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
    expect(fs.readFileSync(target, 'utf8')).toContain('x402');
    expect(fs.statSync(target).mode & 0o777).toBe(0o600);
    expect(run([EXAMPLE, '--quiet', '--output', '-']).stdout).toContain('x402');
    expect(run([EXAMPLE, '--quiet', '--output', '/dev/null']).code).toBe(0);
    expect(fs.statSync('/dev/null').isFile()).toBe(false);
  });

  it('is the same, byte for byte, each time', { timeout: 120_000 }, () => {
    for (const { id } of listFormats('report'))
      expect(run(['examples', '--format', id]).stdout).toBe(run(['examples', '--format', id]).stdout);
  });

  it('reaches a slow reader whole', async () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      file(`pipe/${i}.yaml`, fs.readFileSync(path.join(ROOT, EXAMPLE), 'utf8')),
    );
    const child = spawn(process.execPath, [path.join(ROOT, 'dist/cli.cjs'), ...many, '--format', 'json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.pause();
    await new Promise((resolve) => setTimeout(resolve, 500));
    let text = '';
    for await (const chunk of child.stdout) text += String(chunk);
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(text).reports).toHaveLength(40);
  });

  it('does not mind a reader that goes away', async () => {
    const child = spawn(
      'sh',
      ['-c', `"${process.execPath}" dist/cli.cjs examples --format json | head -c 10 >/dev/null; exit 0`],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
  });

  it('labels the share and the margin of a classification, the share first', () => {
    const sure = /share \d+%,\s+margin \d+%/;
    expect(run(['classify', EXAMPLE, '--quiet']).stdout).toMatch(/^agent-payments share \d+%, margin \d+% x402\n$/);
    expect(run(['classify', EXAMPLE]).stdout).toMatch(sure);
  });

  it('prints one line a project with --quiet', () => {
    const { stdout } = run(['examples', '--quiet']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(7);
    // The verdict with its basis, the index, the name; the best first, references among them.
    for (const line of lines) expect(line).toMatch(/^(?:[a-z-]+,(?:settled|so-far)|not-rateable) \d+ \S/);
    expect(lines.join('\n')).toContain('Amazon S3');
    const indices = lines.map((line) => Number(line.split(' ')[1]));
    expect(indices).toEqual([...indices].sort((a, b) => b - a));
  });
});

const ESC = '\u001b[';

describe('colour', () => {
  it.each([
    [[], {}, false],
    [['--color', 'always'], {}, true],
    [['--color', 'always'], { NO_COLOR: '1' }, true],
    [['--color', 'never'], { FORCE_COLOR: '1' }, false],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '0' }, false],
    [[], { NO_COLOR: '1' }, false],
  ] as const)('with %j and %j', (args, env, isColoured) => {
    expect(run([EXAMPLE, ...args], { env }).stdout.includes(ESC)).toBe(isColoured);
  });

  it('keeps to ASCII where the locale is not UTF-8', () => {
    const { stdout } = run([EXAMPLE], { env: { LC_ALL: 'C' } });
    expect([...stdout].filter((letter) => letter > '\u007f')).toEqual([]);
  });
});

describe('help', () => {
  it('lists every command of the registry', () => {
    const { stdout } = run(['--help']);
    for (const { id, summary } of COMMANDS) {
      expect(stdout).toContain(id);
      expect(stdout).toContain(summary.slice(0, 30));
    }
  });

  it.each(COMMANDS.map((entry) => entry.id))('of %s shows an example', (id) => {
    const { stdout, code } = run([id, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Examples:');
    expect(stdout).toContain(`demandfit ${id}`);
  });

  it('shows an example of a right command line after a wrong one', () => {
    expect(run(['score', '--format', 'jsn', EXAMPLE]).stderr).toMatch(
      /Did you mean json\?[\s\S]*For example: demandfit score/,
    );
  });
});
