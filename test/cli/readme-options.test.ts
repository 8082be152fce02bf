import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/registry.ts';
import { ROOT } from '../support/rubric.ts';

const README = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');

describe('the README', () => {
  it('has a row for every command', () => {
    const rows = [...README.matchAll(/^\| `demandfit \[?(\w+)\]?/gm)].map(([, id]) => id);
    expect(rows.toSorted()).toEqual(COMMANDS.map(({ id }) => id).toSorted());
  });

  it('names options that a command has, and all variables of the environment', async () => {
    const signatures = await Promise.all(COMMANDS.map(async ({ load }) => (await load()).signature));
    const options = signatures.flatMap((signature) => signature.options);
    const rows = [...README.matchAll(/^\| `--([a-z-]+)/gm)].map(([, name]) => name);
    expect(rows.filter((name) => !options.some((option) => option.name === name))).toEqual([]);
    const score = signatures[0]?.options ?? [];
    const missing = score.filter(({ name }) => !README.includes(`--${name}`)).map(({ name }) => name);
    expect(missing).toEqual([]);
    const variables = options.filter(({ variable }) => variable !== undefined);
    expect(variables.length).toBeGreaterThan(5);
    for (const { name } of variables) expect(README).toContain(`_${name.replaceAll('-', '_').toUpperCase()}\``);
  });
});
