import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS } from '../../src/cli/commands/registry.ts';
import { ROOT } from '../support/rubric.ts';

// The form of a skill: https://agentskills.io/specification

const NAME = 'demandfit';
const text = fs.readFileSync(path.join(ROOT, 'skills', NAME, 'SKILL.md'), 'utf8');
const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];

describe('the skill', () => {
  it('has the name of its folder and a description that says when to use it', () => {
    const { name, description, ...others } = parse(head);
    expect(name).toBe(NAME);
    expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(description.length).toBeLessThanOrEqual(1024);
    expect(description).toContain('Use it when');
    expect(others).toEqual({});
  });

  it('is under 500 lines and 5,000 tokens', () => {
    expect(body.split('\n').length).toBeLessThan(500);
    // No English text has fewer than three letters a token.
    expect(body.length / 3).toBeLessThan(5000);
  });

  it('calls commands and options that there are', async () => {
    const lines = body.match(/demandfit (?:[a-z]+)(?: [^`\n]*)?/g) ?? [];
    const called = lines.flatMap((line) => {
      const [, command = '', ...words] = line.split(/\s+/);
      const entry = COMMANDS.find(({ id }) => id === command);
      return entry === undefined ? [] : [{ entry, options: words.filter((word) => word.startsWith('--')) }];
    });
    const names = new Set(called.map(({ entry }) => entry.id));
    expect([...names].sort()).toEqual([
      'ask',
      'brief',
      'check',
      'compare',
      'diff',
      'explain',
      'init',
      'list',
      'read',
      'score',
    ]);
    for (const { entry, options } of called) {
      const { signature } = await entry.load();
      const known = signature.options.map(({ name }) => `--${name}`);
      expect(known, entry.id).toEqual(expect.arrayContaining(options));
    }
  });

  it('has an example of YAML that is one', () => {
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(body) ?? [];
    expect(parse(example)).toMatchObject({ sources: { prices: { kind: 'price-list' } } });
  });
});
