import { describe, expect, it } from 'vitest';
import { nameCommand, spellCommands } from '../../../src/cli/line/name-command.ts';

describe('nameCommand', () => {
  const node = { argv0: 'node', npmCommand: undefined };

  it.each([
    ['npx demandfit', { argv0: 'node', script: '../.npm/_npx/0a1b/node_modules/.bin/demandfit', npmCommand: 'exec' }],
    ['npx demandfit', { argv0: 'node', script: 'node_modules/demandfit/dist/cli.cjs', npmCommand: 'exec' }],
    ['demandfit', { ...node, script: '../../usr/local/bin/demandfit' }],
    ['demandfit', { ...node, script: 'node_modules/.bin/demandfit', npmCommand: 'run-script' }],
    ['demandfit', { ...node, script: 'C:/npm/node_modules/demandfit/dist/cli.cjs' }],
    ['demandfit', { argv0: '/opt/demandfit', script: 'dist/cli.cjs', npmCommand: undefined }],
    ['node dist/cli.cjs', { ...node, script: 'dist/cli.cjs' }],
    // A test runner started by npx hands npm_command on.
    ['node dist/cli.cjs', { argv0: 'node', script: 'dist/cli.cjs', npmCommand: 'exec' }],
    ['node ../demandfit/dist/cli.cjs', { ...node, script: '../demandfit/dist/cli.cjs' }],
    ["node '../my tools/dist/cli.cjs'", { ...node, script: '../my tools/dist/cli.cjs' }],
  ])('gives %s', (command, start) => {
    expect(nameCommand(start)).toBe(command);
  });
});

describe('spellCommands', () => {
  it.each([
    ['For example: demandfit score project.yaml', 'For example: npx demandfit score project.yaml'],
    ['cat a.yaml | demandfit score -', 'cat a.yaml | npx demandfit score -'],
    ['`demandfit list` shows them', '`npx demandfit list` shows them'],
    ['source <(demandfit completion bash)', 'source <(npx demandfit completion bash)'],
    ["DEMANDFIT_NO_IGNORES=true demandfit check 'a b/'", "DEMANDFIT_NO_IGNORES=true npx demandfit check 'a b/'"],
    ['there is no file "demandfit x"', 'there is no file "demandfit x"'],
    ['/etc/completions/demandfit', '/etc/completions/demandfit'],
    ['demandfit.config.yaml of demandfit', 'demandfit.config.yaml of demandfit'],
  ])('%s', (text, spelled) => {
    expect(spellCommands(text, 'npx demandfit')).toBe(spelled);
  });
});
