import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands/registry.ts';
import { listFormats } from '../../../src/report/registry.ts';
import { ROOT } from '../../support/rubric.ts';
import { run } from '../../support/run.ts';
import { HAS_TERMINAL, Terminal } from '../../support/terminal.ts';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-completion-'));
const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;
const scriptOf = (shell: string) => path.join(scratch, `demandfit.${shell}`);

/** A search path on which `demandfit` is the built program. */
const bin = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-bin-'));
const PATH = `${bin}:${process.env['PATH']}`;

beforeAll(() => {
  const program = path.join(bin, 'demandfit');
  fs.writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${path.join(ROOT, 'dist/cli.cjs')}' "$@"\n`, {
    mode: 0o755,
  });
  fs.mkdirSync(path.join(scratch, 'pitches'));
  fs.writeFileSync(path.join(scratch, 'my project.yaml'), '');
  for (const shell of ['bash', 'zsh', 'fish']) fs.writeFileSync(scriptOf(shell), run(['completion', shell]).stdout);
});
afterAll(() => {
  for (const folder of [scratch, bin]) fs.rmSync(folder, { recursive: true, force: true });
});

/** What bash proposes for the last of these words. */
function inBash(...words: readonly string[]): readonly string[] {
  const script = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _demandfit; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script, scriptOf('bash'), 'demandfit', ...words], {
    cwd: scratch,
    encoding: 'utf8',
    env: { ...process.env, PATH },
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

/** What fish proposes for the end of a command line, without what it tells of each. */
function inFish(line: string): readonly string[] {
  const { stdout, stderr } = spawnSync(
    'fish',
    ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', scriptOf('fish'), line],
    {
      cwd: scratch,
      encoding: 'utf8',
      env: { ...process.env, PATH, HOME: scratch },
    },
  );
  expect(stderr).toBe('');
  return stdout.split('\n').flatMap((entry) => entry.split('\t')[0] || []);
}

const commands = COMMANDS.map(({ id }) => id);
const formats = listFormats('report').map(({ id }) => id);
/** A shell, and a way to ask it for the end of some words. */
const askers: readonly [string, (...words: readonly string[]) => readonly string[]][] = [
  ['bash', inBash],
  ['fish', (...words) => inFish(['demandfit', ...words].join(' '))],
];

describe.each(askers)('%s', (shell, ask) => {
  const only = it.skipIf(!has(shell));

  only('completes the commands, and the files of the one that may be left out', () => {
    const proposed = ask('');
    expect(proposed).toEqual(expect.arrayContaining([...commands]));
    expect(proposed.some((word) => word.startsWith('pitches'))).toBe(true);
    expect(ask('comp').filter((word) => !word.startsWith('-'))).toEqual(['compare', 'completion']);
  });

  only('completes every option of every command', async () => {
    for (const entry of COMMANDS) {
      const { signature } = await entry.load();
      const flags = signature.options.map(({ name }) => `--${name}`);
      expect(ask(entry.id, '--')).toEqual(expect.arrayContaining(flags));
    }
  });

  only('completes values that are known', () => {
    expect([...ask('score', '--format', '')].sort()).toEqual([...formats].sort());
    expect(ask('score', 'a.yaml', '--format', 'j')).toEqual(['json', 'jsonl']);
    expect(ask('--track', 'comp')).toEqual(['compute']);
    expect(ask('check', '--min-verdict', 'weak')).toEqual(['weak-fit']);
    expect(ask('schema', 'proj')).toEqual(['project']);
    expect([...ask('explain', 'continui')].sort()).toEqual([
      'continuity',
      'continuity/buyer-saves',
      'continuity/checkpoint',
      'continuity/failover',
      'continuity/no-loss',
      'continuity/work-lost',
    ]);
    expect(ask('rubric', 'cop')).toEqual(['copy']);
    expect(ask('score', '--as-of', '')).toEqual([]);
  });

  only('completes files and folders where one is taken', () => {
    expect(ask('score', 'my').map((word) => word.replace('\\', ''))).toEqual(['my project.yaml']);
    expect(ask('score', '--output', 'pit').map((word) => word.replace(/\/$/, ''))).toEqual(['pitches']);
    expect(ask('compare', '--rubric', '').map((word) => word.replace(/\/$/, ''))).toEqual(['pitches']);
    expect(ask('rubric', 'copy', 'pit').map((word) => word.replace(/\/$/, ''))).toEqual(['pitches']);
  });
});

describe('bash', () => {
  it('takes the value behind an equals sign', () => {
    expect(inBash('score', '--format', '=', 'js')).toEqual(['json', 'jsonl']);
    expect(inBash('score', '--format', '=')).toEqual(formats);
    expect(inBash('score', '--output', '=', 'pit')).toEqual(['pitches']);
  });
});

describe.skipIf(!has('fish'))('fish', () => {
  it('takes the value behind an equals sign', () => {
    expect(inFish('demandfit score --format=js')).toEqual(['--format=json', '--format=jsonl']);
    expect(inFish('demandfit score --output=pit')).toEqual(['--output=pitches/']);
  });
});

// What zsh proposes shows at a terminal only.
describe.skipIf(!has('zsh') || !HAS_TERMINAL)('zsh', () => {
  it('completes commands, options and values', { timeout: 60_000 }, async () => {
    const terminal = new Terminal('zsh -f', scratch);
    try {
      terminal.type(
        `PATH='${PATH}'; PS1='ready '; autoload -U compinit; compinit -u -D; source ./demandfit.zsh; clear`,
        'Enter',
      );
      await terminal.until('ready');
      terminal.type('demandfit compl', 'Tab');
      await terminal.until('demandfit completion');
      terminal.type('C-u', 'demandfit score --expl', 'Tab');
      await terminal.until('--explain-verdict');
      terminal.type('C-u', 'demandfit score --track comp', 'Tab');
      await terminal.until('--track compute');
      terminal.type('C-u', 'demandfit check --format=sar', 'Tab');
      await terminal.until('--format=sarif');
      terminal.type('C-u', 'demandfit check --config=my', 'Tab');
      await terminal.until('--config=my\\ project.yaml');
      terminal.type('C-u', 'demandfit list gat', 'Tab');
      await terminal.until('list gates');
      terminal.type('C-u', 'demandfit score my', 'Tab');
      await terminal.until('my\\ project.yaml');
      terminal.type('C-u', 'demandfit init --', 'Tab');
      await terminal.until('-- import an assistant');
    } finally {
      terminal.close();
    }
  });
});

describe('demandfit completion', () => {
  it('refuses a shell that it does not know', () => {
    const { code, stdout, stderr } = run(['completion', 'tcsh']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Known: bash, zsh, fish');
  });
});
