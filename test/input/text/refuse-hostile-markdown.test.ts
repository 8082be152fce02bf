import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { refuseHostileMarkdown } from '../../../src/input/text/refuse-hostile-markdown.ts';
import { parseMarkdown } from '../../../src/prose/parse-markdown.ts';
import { ROOT } from '../../support/rubric.ts';

const HEAD = '# A memo\n\nIt is plain.\n\n';
const codeOf = (text: string) => {
  const read = refuseHostileMarkdown(`${HEAD}${text}`, 0, 'a.md');
  return read.ok ? null : `${read.problems[0]?.code} ${read.problems[0]?.at?.line}`;
};

const nestedList = (depth: number) =>
  Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- a\n`).join('');

describe('Markdown that would stop a run', () => {
  it.each([
    ['stars around a letter', `${'*'.repeat(7000)}a${'*'.repeat(7000)}`, 'markdown/too-many-marks 5'],
    ['stars alone', '*'.repeat(40_000), 'markdown/too-many-marks 5'],
    ['emphasis that never closes', '*a_ '.repeat(40_000), 'markdown/too-many-marks 5'],
    ['struck words that never close', '~a~~ '.repeat(20_000), 'markdown/too-many-marks 5'],
    ['brackets', '[a]'.repeat(20_000), 'markdown/too-many-marks 5'],
    ['many paragraphs of emphasis', `${'*a_ '.repeat(500)}\n\n`.repeat(40), 'markdown/too-many-marks 13'],
    ['marks over many lines of one paragraph', `${'*a_ '.repeat(20)}\n2. `.repeat(200), 'markdown/too-many-marks 5'],
    ['cells of many rows', '| a | b |\n'.repeat(5000), 'markdown/too-many-parts 4338'],
    ['quotes', `${'>'.repeat(10_000)} a`, 'markdown/too-deep 5'],
    ['lists on one line', `${'- '.repeat(5000)} a`, 'markdown/too-deep 5'],
    ['numbered lists on one line', `${'1. '.repeat(5000)} a`, 'markdown/too-deep 5'],
    ['lists by indentation', nestedList(800), 'markdown/too-deep 105'],
    ['prices without end', '$5 an hour. '.repeat(20_001), 'markdown/too-many-numbers 5'],
    ['underscores without end', '_a'.repeat(200_000), 'markdown/too-many-parts 5'],
    ['many deep lists', `${nestedList(90)}\n`.repeat(20), 'markdown/too-deep 401'],
  ])('is refused with its place: %s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('is refused with what helps: blank lines leave as many numbers', () => {
    const read = refuseHostileMarkdown('$5 an hour. '.repeat(20_001), 0, 'a.md');
    expect(read).toMatchObject({ ok: false, problems: [{ fix: 'Split the file, or remove some of them.' }] });
  });

  it.each([
    ['a list of two thousand links', '- [a page](https://example.org/a) and *more*\n'.repeat(2000)],
    ['a table of bold cells', `| a | b |\n|---|---|\n${'| **x** | **y** |\n'.repeat(300)}`],
    ['names with underscores', 'the_name_of_a_field and another_one, '.repeat(2000)],
    ['the numbers of a long report', 'In 2025 it was 12% of 3,400. '.repeat(6000)],
    ['a deep but readable list', nestedList(30)],
    ['rules and stars', '***\n\n* * *\n\n'.repeat(500)],
    ['code', `\`\`\`\n${'  if (a) { b[i] = c * d; }\n'.repeat(800)}\`\`\`\n`],
  ])('is not %s', (_, text) => {
    expect(codeOf(text)).toBeNull();
  });

  it('is taken apart in a second where it is only just let through', () => {
    const worst = [`${'*a_ '.repeat(990)}`, nestedList(98), `${'[a]'.repeat(2500)}`, `${'~a~~ '.repeat(600)}`];
    for (const text of worst) {
      expect(codeOf(text), text.slice(0, 20)).toBeNull();
      const before = process.cpuUsage();
      parseMarkdown(text);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6, text.slice(0, 20)).toBeLessThan(3);
    }
  });

  it('is none of the documents of this project', () => {
    const files = ['README.md', 'CHANGELOG.md', 'docs/reference/rules.md'];
    for (const file of files)
      expect(refuseHostileMarkdown(fs.readFileSync(path.join(ROOT, file), 'utf8'), 0, file).ok, file).toBe(true);
  });
});
