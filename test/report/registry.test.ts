import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../src/cli/commands/check.ts';
import { FORMATS, listFormats } from '../../src/report/registry.ts';
import { look, SITUATIONS } from './documents/check/fixtures.ts';
import { HOSTILE_RESULTS } from './hostile-results.ts';

const context = look();

describe('the formats', () => {
  it('differ in their ids and their titles', () => {
    for (const key of ['id', 'title'] as const)
      expect(new Set(FORMATS.map((format) => format[key])).size).toBe(FORMATS.length);
  });

  it('are all named in the help of check and taken by it, text first and by default', () => {
    const option = checkCommand.signature.options.find(({ name }) => name === 'format');
    const ids = listFormats('check').map(({ id }) => id);
    expect(ids).toContain('sarif');
    expect(option?.about).toMatch(new RegExp(`^${ids.join(', ')}; .*, else text\\)$`));
    expect(option?.values).toEqual(ids);
  });

  it.each(
    Object.keys(HOSTILE_RESULTS) as (keyof typeof HOSTILE_RESULTS)[],
  )('of a %s begin with text, and include JSON', (kind) => {
    const ids = listFormats(kind).map(({ id }) => id);
    expect(ids[0]).toBe('text');
    expect(ids).toContain('json');
  });
});

describe.each(listFormats('check').map((format) => [format.id, format] as const))('a check as %s', (_, format) => {
  it.each(SITUATIONS)('is whole lines, each time the same, for a run that is %s', async (_, file) => {
    const output = await format.render(file, context);
    if (output === '') expect(['lines', 'jsonl']).toContain(format.id);
    else expect(output.at(-1)).toBe('\n');
    expect(output).not.toMatch(/\p{Cs}/u);
    expect(await format.render(file, context)).toBe(output);
  });

  it('does not say one thing for every run', async () => {
    const all = await Promise.all(SITUATIONS.slice(0, 3).map(([, file]) => format.render(file, context)));
    expect(new Set(all).size).toBe(3);
  });
});
