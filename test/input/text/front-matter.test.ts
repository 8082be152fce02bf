import { describe, expect, it } from 'vitest';
import { readDescription } from '../../../src/input/description/read-description.ts';
import { isDescriptionText, opensWithFence, splitMemo } from '../../../src/input/text/front-matter.ts';

function parts(text: string): readonly [yaml: string, body: string] {
  const split = splitMemo(text, 'm.md');
  if (!split.ok) throw new Error(split.problems[0]?.what);
  const { yaml, body } = split.value;
  return [text.slice(yaml.from, yaml.to), text.slice(body)];
}

describe('splitMemo', () => {
  it.each([
    ['---\na: 1\n---\nBody\n', 'a: 1\n', 'Body\n'],
    ['---\na: 1\n...\nBody\n', 'a: 1\n', 'Body\n'],
    ['--- \t\r\na: 1\r\n---  \r\nBody\r\n', 'a: 1\r\n', 'Body\r\n'],
    ['---\na: 1\n---', 'a: 1\n', ''],
    ['---\n---\n', '', ''],
    ['---\na: |\n  ---\n  x\n---\n---\n', 'a: |\n  ---\n  x\n', '---\n'],
    ['---\na: ----\n----\n---\n', 'a: ----\n----\n', ''],
  ])('%j', (text, yaml, body) => {
    expect(parts(text)).toEqual([yaml, body]);
  });

  it.each([
    ['', 'memo/empty', 1],
    [' \n\n', 'memo/empty', 1],
    ['\n---\na: 1\n---\n', 'memo/blank-line-first', 2],
    ['  ---\na: 1\n---\n', 'memo/indented-fence', 1],
    ['---\na: 1\n ---\nBody\n', 'memo/indented-fence', 3],
    ['---\na: 1\nBody\n', 'memo/unclosed', 1],
    ['---', 'memo/unclosed', 1],
    ['+++\na = 1\n+++\n', 'memo/toml', 1],
    ['---js\nmodule.exports = {}\n---\n', 'memo/fence-not-alone', 1],
    ['----\na: 1\n----\n', 'memo/fence-not-alone', 1],
    ['# Title\n\n---\n', 'memo/no-front-matter', 1],
    ['name: x\n', 'memo/no-front-matter', 1],
    ['# Title\n\n---\nname: x\nas_of: 2026-01-01\n---\n', 'memo/text-above', 1],
    ['---\ra: 1\r---\rBody\r', 'yaml/cr-newline', 1],
  ])('refuses %j', (text, code, line) => {
    const split = splitMemo(text, 'm.md');
    expect(split).toMatchObject({ ok: false, problems: [{ code, file: 'm.md', at: { line, column: 1 } }] });
  });
});

describe('a file that nobody named', () => {
  const dimensions = ['technical_edge', 'demand_maturity'];
  const front = (yaml: string) => `---\n${yaml}---\n# Title\n`;

  it.each([
    ['a.yaml', 'name: X\nsummary: Y\nas_of: 2026-01-01\n'],
    ['a.yaml', 'name: X\nsumary: Y\nasof: 2026-01-01\noffer: Z\nsources: {}\n'],
    ['a.yaml', 'name: ['],
    ['a.yaml', ''],
    ['a.yaml', '{"name": "X", "as_of": "2026-01-01"}'],
    ['a.yaml', '"technical_edge":\n  cost: unknown\nmore: 1\nothers: 2\n'],
    ['a.yaml', '# yaml-language-server: $schema=../project.schema.json\nfirst: 1\n'],
    ['a.md', front('name: X\nsummary: Y\n')],
    ['a.md', `${'\n'.repeat(70)}${front('name: X\nsummary: Y\n')}`],
    ['a.md', `# Title\n\n${front('name: X\nas_of: 2026-01-01\n')}`],
    ['a.md', `---\ntitle: Other\n---\n\n${front('name: X\nas_of: 2026-01-01\n')}`],
    ['a.md', '+++\nname = "X"\nsummary = "Y"\n+++\n'],
    ['a.mdx', '---\nname: X\nas_of: 2026-01-01\n'],
  ])('is a description, valid or not: %s %j', (file, text) => {
    expect(isDescriptionText(file, text, dimensions)).toBe(true);
  });

  it.each([
    ['a.yaml', 'name: Build\non: push\njobs: {}\n'],
    ['a.yaml', 'name: web\nservices: {}\n'],
    ['a.yaml', 'openapi: 3.1.0\ninfo:\n  summary: Y\n'],
    ['a.yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: X\n'],
    ['a.yaml', '- name: X\n  as_of: 2026-01-01\n'],
    ['a.yaml', 'site_name: Docs\nnav: []\n'],
    ['a.md', '# Read me\n\n---\n\nText\n'],
    ['a.md', ''],
    ['a.md', front('title: Post\ndate: 2026-01-01\nsummary: Y\n')],
    ['a.md', front('name: skill\ndescription: What it does\n')],
    ['a.md', '# How to write one\n\n```yaml\n---\nname: X\nas_of: 2026-01-01\n---\n```\n'],
  ])('is something else: %s %j', (file, text) => {
    expect(isDescriptionText(file, text, dimensions)).toBe(false);
  });
});

describe('a memo without front matter', () => {
  it.each([
    ['notes/memo.md', '`demandfit init notes/memo.md`'],
    ['my memo.md', "`demandfit read 'my memo.md'`"],
  ])('%s is told how to begin', (file, command) => {
    expect(splitMemo('# Title\n', file)).toMatchObject({ problems: [{ fix: expect.stringContaining(command) }] });
  });
});

describe('opensWithFence', () => {
  it.each([
    ['---\n', true],
    ['\ufeff--- \r\n', true],
    ['---', true],
    ['---js\n', false],
    ['\n---\n', false],
    ['# x\n---\n', false],
  ])('%j: %s', (text, expected) => {
    expect(opensWithFence(text)).toBe(expected);
  });
});

describe('readDescription', () => {
  it.each([
    ['a.yaml', 'name: x\n', 'yaml'],
    ['a.YML', 'name: x\n', 'yaml'],
    ['a.json', '{"name": "x"}', 'yaml'],
    ['notes', 'name: x\n', 'yaml'],
    ['a.md', '---\nname: x\n---\n', 'memo'],
    ['a.Markdown', '---\nname: x\n---\n', 'memo'],
  ])('reads %s as its name says', (name, content, format) => {
    expect(readDescription({ name, content })).toMatchObject({ ok: true, value: { format, value: { name: 'x' } } });
  });

  it('reads as told where the name says nothing', () => {
    expect(readDescription({ name: '-', content: '---\nname: x\n---\n', format: 'memo' }).ok).toBe(true);
  });

  it('takes bytes', () => {
    const content = new TextEncoder().encode('\ufeffname: x\n');
    expect(readDescription({ name: 'a.yaml', content })).toMatchObject({
      ok: true,
      value: { text: 'name: x\n', body: null },
    });
    expect(readDescription({ name: 'a.yaml', content: Uint8Array.of(0xff) })).toMatchObject({
      problems: [{ code: 'input/not-utf8' }],
    });
  });

  it('refuses more than 1 MiB, as text and as bytes', () => {
    const content = `a: ${'x'.repeat(1_048_576)}`;
    expect(readDescription({ name: 'a.yaml', content })).toMatchObject({ problems: [{ code: 'input/too-large' }] });
    expect(readDescription({ name: 'a.yaml', content: new TextEncoder().encode(content) })).toMatchObject({
      problems: [{ code: 'input/too-large' }],
    });
  });

  it.each([
    ['an empty front matter', '---\n---\nBody\n', 'yaml/empty', 2],
    ['a fault in the last line of the front matter', '---\na: "x\n---\nBody "\n', 'yaml/unclosed-quote', 2],
    ['a directive', '---\n%YAML 1.1\na: 1\n---\n', 'yaml/directive', 2],
  ])('places the fault of %s', (_, content, code, line) => {
    expect(readDescription({ name: 'm.md', content })).toMatchObject({ problems: [{ code, at: { line } }] });
  });

  it('does not look at the prose', () => {
    expect(readDescription({ name: 'm.md', content: '---\na: 1\n---\n\u0000 {{ x: "\r!\n---\n' }).ok).toBe(true);
  });
});
