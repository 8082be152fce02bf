import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/rubric.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-whole-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const CLI = path.join(ROOT, 'dist', 'cli.cjs');
const PROJECT = path.join(ROOT, 'examples', 'x402.yaml');

/** Runs the program where no file may grow beyond 4 KiB, as on a disk that is nearly full: writes are short, then fail. */
function runWithLittleRoom(line: string) {
  const { status, stderr } = spawnSync('bash', ['-c', `ulimit -f 4; node "${CLI}" ${line}`], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stderr };
}

describe.skipIf(process.platform === 'win32')('a file that the system cuts short', () => {
  it.each([
    ['a report', `"${PROJECT}" --format html --output out.txt`],
    ['a report of a check', `check "${PROJECT}" --no-config --format json=out.txt --format text`],
    ['a schema', 'schema --output out.txt'],
    ['a baseline', `check "${path.join(ROOT, 'examples')}" --no-config --write-baseline --baseline out.txt`],
  ])('is told, and the one before stays: %s', (_, line) => {
    fs.writeFileSync(path.join(folder, 'out.txt'), 'before');
    // An older baseline would be read first.
    if (line.includes('--write-baseline')) fs.rmSync(path.join(folder, 'out.txt'));
    const { status, stderr } = runWithLittleRoom(line);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/cannot write out\.txt \((?:EFBIG|the disk is full)/)]);
    const left = fs.readdirSync(folder);
    expect(left).toEqual(line.includes('--write-baseline') ? [] : ['out.txt']);
    if (left.length > 0) expect(fs.readFileSync(path.join(folder, 'out.txt'), 'utf8')).toBe('before');
  });
});
