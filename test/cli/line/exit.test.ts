import { expect, it } from 'vitest';
import { DONE, decideExitCode, EXIT, type RunResult } from '../../../src/cli/line/exit.ts';
import { UsageError } from '../../../src/cli/usage-error.ts';
import type { CheckFailure } from '../../../src/model/check.ts';
import type { GoldenCaseCheck, GoldenCaseRun } from '../../../src/model/rubric-audit.ts';
import { checkFile, problem } from '../../report/documents/check/fixtures.ts';

const PROBLEMS = [problem()];

function checked(failures: readonly CheckFailure[], problems = PROBLEMS.slice(0, 0)): RunResult {
  return { kind: 'check', problems, check: checkFile([], [], { failures }).check };
}

function ranVectors(differs: GoldenCaseCheck['differs'], problems = PROBLEMS.slice(0, 0)): RunResult {
  const found = { verdict: 'weak-fit', cause: 'edge', index: 40 };
  const held: GoldenCaseCheck = {
    example: 'a',
    expected: { verdict: 'weak-fit', cause: 'edge', index: [30, 50] },
    found,
    differs: [],
  };
  const vectors: GoldenCaseRun = { checks: [held, { ...held, differs }], moves: null, unread: [] };
  return { kind: 'vectors', problems, vectors };
}

function thrown(error: unknown): RunResult {
  return { kind: 'thrown', error };
}

const commander = (exitCode: number) =>
  Object.assign(new Error('(outputHelp)'), { code: 'commander.helpDisplayed', exitCode });

it.each<readonly [string, RunResult, keyof typeof EXIT]>([
  ['score, compare, diff, classify and rubric check that read everything', DONE, 'done'],
  ['the same with a file that is no description', { kind: 'done', problems: PROBLEMS }, 'usage'],
  ['check that passes', checked([]), 'done'],
  ['check that finds an error', checked([{ kind: 'errors', count: 1 }]), 'failed'],
  ['check that finds too many warnings', checked([{ kind: 'warnings', count: 2, most: 1 }]), 'failed'],
  ['check that can not read a file', checked([{ kind: 'unreadable', count: 1 }], PROBLEMS), 'usage'],
  ['check that finds an error beside it', checked([{ kind: 'errors', count: 1 }], PROBLEMS), 'usage'],
  ['vectors that hold', ranVectors([]), 'done'],
  ['vectors of which one differs', ranVectors(['index']), 'failed'],
  ['vectors of which one differs beside a problem', ranVectors(['index'], PROBLEMS), 'usage'],
  ['init that is stopped', { kind: 'stopped' }, 'failed'],
  ['a wrong command line', thrown(new UsageError('no', 'demandfit score')), 'usage'],
  ['help', thrown(commander(0)), 'done'],
  ['a wrong option', thrown(commander(1)), 'usage'],
  ['a full disk', thrown(Object.assign(new Error('no space'), { syscall: 'write', code: 'ENOSPC' })), 'usage'],
  ['a denied file', thrown(Object.assign(new Error('denied'), { syscall: 'open', code: 'EACCES' })), 'usage'],
  ['an error that the system did not make', thrown(Object.assign(new Error('x'), { code: 'ERR_X' })), 'bug'],
  ['a bug', thrown(new TypeError('x is undefined')), 'bug'],
  ['a bug that throws no error', thrown('x'), 'bug'],
])('%s', (_, result, code) => {
  expect(decideExitCode(result)).toBe(EXIT[code]);
});
