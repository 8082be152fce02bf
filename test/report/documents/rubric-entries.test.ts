import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderReference } from '../../../src/build/docs/render-reference.ts';
import type { Rubric } from '../../../src/model/rubric.ts';
import { type EntryPage, toEntryDocument } from '../../../src/report/documents/rubric-entries.ts';
import { writeMarkdownProse } from '../../../src/report/writers/markdown/write-markdown.ts';
import { toSafeJson } from '../../../src/report/writers/safe-json.ts';
import { writeTerminal } from '../../../src/report/writers/terminal/write-terminal.ts';
import { buildPage, listEntries } from '../../../src/rubric-pages/registry.ts';
import { hostileRubric } from '../../rubric-pages/hostile-rubric.ts';
import { shippedRubric } from '../../support/rubric.ts';
import { HOSTILE_TEXTS, RAW_CONTROL, RUNNER_COMMAND } from '../hostile-report.ts';
import { options } from '../render-options.ts';

const rubric = shippedRubric();

function pagesOf(of: Rubric) {
  return listEntries(of).map((entry) => buildPage(of, entry));
}

function pageLines(page: EntryPage, change: Parameters<typeof options>[0]): readonly string[] {
  return writeTerminal(toEntryDocument(page), options(change)).trimEnd().split('\n');
}

function textOf(of: Rubric, width: number): readonly string[] {
  return pagesOf(of).flatMap((page) => pageLines(page, { width }));
}

function words(lines: readonly string[]): string {
  return lines.join(' ').replace(/\s+/g, ' ');
}

function withoutYaml(markdown: string): string {
  return markdown.replace(/^(`{3,})yaml\n[\s\S]*?\n\1$/gm, '');
}

/** How many lines begin each thing that Markdown knows; text that makes none leaves this as it is. */
function structureOf(markdown: string): Readonly<Record<string, number>> {
  const marks = markdown
    .split('\n')
    .map((line) => /^ {0,3}(#+ |[-+*] |\d+[.)] |> |\||--|==|~~|<)|^ {4}/.exec(line)?.[0] ?? '');
  const counts: Record<string, number> = {};
  for (const mark of marks.filter((found) => found !== '')) counts[mark] = (counts[mark] ?? 0) + 1;
  return counts;
}

function referenceOf(from: Rubric): string {
  return [...renderReference(from).values()].join('\n');
}

const PLAIN = structureOf(withoutYaml(referenceOf(hostileRubric('plain'))));

describe('a page for the terminal', () => {
  it('holds the title, the kind and the id of every entry', () => {
    for (const page of pagesOf(rubric)) {
      const text = words(pageLines(page, { width: 60 }));
      expect(text).toContain(page.title);
      expect(text).toContain(`${page.kind} ${page.id}`);
    }
  });

  it.each([60, 80, 110])('keeps to %i columns', (width) => {
    expect(textOf(rubric, width).filter((line) => stringWidth(line) > width)).toEqual([]);
  });

  it('takes a narrower screen for one of 60 columns', () => {
    expect(textOf(rubric, 20)).toEqual(textOf(rubric, 60));
  });

  it('shows a table that has too many columns as facts', () => {
    const columns = Array.from({ length: 9 }, (_, index) => `column ${index}`);
    const rows = [columns.map((_, index) => [String(index)])];
    const page = { id: 'x', kind: 'gate', title: 'X', blocks: [{ kind: 'table', columns, rows }] } as const;
    const lines = pageLines(page, { width: 60 });
    expect(lines.slice(3)).toEqual(columns.map((title, index) => `  ${title}   ${index}`));
  });

  it('links a title where the terminal opens links, and only web addresses', () => {
    const blocks = [
      { kind: 'list', items: [[{ says: 'Law', url: 'https://a.example/x' }], [{ says: 'Bad', url: 'javascript:1' }]] },
    ] as const;
    const lines = pageLines({ id: 'x', kind: 'gate', title: 'X', blocks }, { links: true });
    expect(lines.at(-2)).toContain('\u001b]8;;https://a.example/x\u001b\\Law\u001b]8;;\u001b\\');
    expect(lines.at(-1)).toContain('Bad javascript:1');
  });
});

describe('prose in Markdown', () => {
  it.each([
    ['age at `as_of` counts', 'age at `as_of` counts'],
    [' 1 * 2 ', ' 1 \\* 2 '],
    ['`a|b` and `', 'a\\|b and \\`'],
    ['``', '\\`\\`'],
    ['', ''],
    [' ', ' '],
  ])('%j becomes %j', (text, markdown) => {
    expect(writeMarkdownProse(text)).toBe(markdown);
  });
});

describe.each(HOSTILE_TEXTS)('a rubric full of %j', (text) => {
  const hostile = hostileRubric(text);

  it('acts on nothing and keeps to the width', () => {
    const lines = textOf(hostile, 60);
    expect(lines.filter((line) => stringWidth(line) > 60)).toEqual([]);
    expect(lines.join('\n')).not.toMatch(RAW_CONTROL);
    expect(lines.join('\n')).not.toMatch(RUNNER_COMMAND);
  });

  it('does no more in Markdown', () => {
    const safe = referenceOf(hostile);
    expect(safe).not.toMatch(RAW_CONTROL);
    expect(safe).not.toMatch(RUNNER_COMMAND);
    const prose = withoutYaml(safe);
    expect(structureOf(prose)).toEqual(PLAIN);
    expect(prose).not.toContain('```');
    expect(prose).not.toMatch(/<(?!a id="[a-z0-9-]*">|\/a>|!-- Generated)/);
    expect(prose).not.toMatch(/(?<!\\)\]\((?!(?:[a-zA-Z-]+\.md)?(?:#[a-z0-9-]+)?\)|https?:)/);
  });

  it('is exact and plain in JSON', () => {
    const pages = pagesOf(hostile);
    const json = toSafeJson(pages);
    expect(json).not.toMatch(RAW_CONTROL);
    expect(json).not.toMatch(RUNNER_COMMAND);
    expect(JSON.parse(json)).toEqual(pages);
  });
});
