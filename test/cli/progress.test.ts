import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/rubric.ts';
import { HAS_TERMINAL, programLine, Terminal } from '../support/terminal.ts';

/** Enough that reading them takes well over a second. */
const MANY = 400;

// A real terminal is given by tmux, which has to be installed.
describe.skipIf(!HAS_TERMINAL)('progress at a terminal', { timeout: 90_000 }, () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-progress-'));

  beforeAll(() => {
    const text = fs.readFileSync(path.join(ROOT, 'examples/filecoin.yaml'), 'utf8');
    for (let at = 0; at < MANY; at += 1) fs.writeFileSync(path.join(folder, `${at}.yaml`), text);
    // Days that differ end a comparison before its own work, which grows with the square of their number.
    fs.writeFileSync(path.join(folder, 'z.yaml'), text.replace(/^as_of: .*$/m, 'as_of: 2026-01-01'));
  });

  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['compare', 'read', 2, []],
    ['check', 'checked', 1, ['--quiet']],
  ] as const)('%s tells how far it is, and takes that away again', async (command, word, code, more) => {
    const terminal = new Terminal(programLine([command, folder, ...more]), ROOT);
    try {
      await terminal.until(` ${word}`);
      const screen = await terminal.until(`left with ${code}`);
      expect(screen).not.toMatch(new RegExp(`\\d ${word}`));
    } finally {
      terminal.close();
    }
  });
});
