import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { beginDescription } from '../../src/init/begin-description.ts';
import { readMemoHints } from '../../src/init/read-memo-hints.ts';
import { memosIn, readMemo, rubric } from '../check/memo/memo-fixtures.ts';
import { describeText } from '../input/description/read.ts';
import { ROOT } from '../support/rubric.ts';

const MEMO = `# Halden Compute

Halden rents out idle GPUs by the hour to AI labs, over a network of independent providers.

Our price is $2.10 per H100-hour. Revenue runs at $4.8M a year, and paid use grew threefold.
We hope to reach $90M of revenue a year, and a pilot with customers such as Bosch is planned.

Customers include Northfield Hospital and Siemens. AWS charges $6.88 per H100-hour.
Our logs help buyers to meet Article 12 of the EU AI Act.
`;

describe('what a memo says', () => {
  const hints = readMemoHints(MEMO, 'memo.md', null, rubric);
  const of = (id: string) => hints.answers.filter(({ criterion }) => criterion === id);

  it('gives name and summary, with their lines', () => {
    expect(hints.name).toEqual({ text: 'Halden Compute', line: 1 });
    expect(hints.summary?.line).toBe(3);
  });

  it('takes no head of a letter for the summary', () => {
    const letter = `**To:** the committee **Re:** PayMesh\n\nAgents pay for each call in USDC.\n`;
    expect(readMemoHints(letter, 'memo.md', null, rubric).summary).toEqual({
      text: 'Agents pay for each call in USDC.',
      line: 3,
    });
  });

  it('gives figures in the unit of the criterion, and none of somebody else', () => {
    expect(of('cost')).toEqual([
      {
        criterion: 'cost',
        value: { project: 2.1, alternative: 'ALTERNATIVE', unit: 'USD per H100-hour' },
        line: 5,
        said: 'Our price is $2.10 per H100-hour.',
      },
    ]);
  });

  it('gives no figure that is only hoped for', () => {
    expect(of('revenue').map(({ value, line }) => [value, line])).toEqual([[4_800_000, 5]]);
  });

  it('gives named customers and nothing on whether they pay', () => {
    expect(of('customers').map(({ value, line }) => [value, line])).toEqual([
      [[{ name: 'Northfield Hospital' }, { name: 'Siemens' }], 8],
    ]);
  });

  it('gives the duty that an article names', () => {
    expect(of('duties').map(({ value, line }) => [value, line])).toEqual([
      [[{ regulation: 'eu-ai-act', duty: 'art-12' }], 9],
    ]);
  });

  it('gives nothing where nothing is said', () => {
    const { name, summary, answers } = readMemoHints('', 'memo.md', null, rubric);
    expect({ name, summary, answers }).toEqual({ name: null, summary: null, answers: [] });
  });

  it('stands in a new description as comments that score nothing', () => {
    const given = { name: null, summary: null, asOf: null, offer: null, website: null, track: null, entries: [] };
    const text = beginDescription(given, hints, 'memo.md', '2026-06-29', rubric);
    expect(describeText(text)).toMatchObject({ name: 'Halden Compute', answers: {}, track: null });
    expect(text).toContain('memo.md:5 says: Our price is $2.10 per H100-hour.');
    expect(text).toMatch(/^# track: compute$/m);
    expect(text).toMatch(/^# {3}revenue: 4800000$/m);
    expect(text).toMatch(/^# {3}customers: \[ \{ name: Northfield Hospital \}, \{ name: Siemens \} \]$/m);
  });
});

describe('a hint', () => {
  const files = [
    ...memosIn('honest').map((name) => `test/check/memo/honest/${name}`),
    ...memosIn('planted').map((name) => `test/check/memo/planted/${name}`),
    'examples/memo-grass.md',
  ];

  it.each(files)('says nothing that its line does not: %s', (file) => {
    const text = readMemo(file);
    const lines = text.split(/\r?\n/);
    const { answers } = readMemoHints(text, file, null, rubric);
    for (const { line, said, value } of answers) {
      const near = lines.slice(line - 1, line + 12).join(' ');
      expect(near.replace(/\W+/g, '')).toContain(said.split(/[\s*_`[\](]+/)[0]?.replace(/\W+/g, ''));
      if (Array.isArray(value))
        for (const item of value as readonly { name?: string }[])
          if (item.name !== undefined) expect(said).toContain(item.name);
    }
    expect(fs.existsSync(path.join(ROOT, file))).toBe(true);
  });
});
