import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Block, toPlainText } from '../../../../src/report/document.ts';
import { describeDecider, describeRanking, toComparisonDocument } from '../../../../src/report/documents/comparison.ts';
import { renderComparisonPage } from '../../../../src/report/documents/comparison-page/page.ts';
import { escapeForHtml } from '../../../../src/report/writers/html/html.ts';
import { HOSTILE_TEXTS } from '../../hostile-report.ts';
import { hostileComparison, sampleComparison } from './sample-comparison.ts';

const PROGRAM = 'void 0;';
const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The elements of a page, by a tokenizer that knows raw text elements. */
function elementsOf(page: string): readonly string[] {
  const bare = page.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1');
  return [...bare.matchAll(/<([a-z][a-z0-9]*)\b/gi)].map((match) => (match[1] ?? '').toLowerCase());
}

/** The plain parts of the texts of a paragraph, list or table. */
function listTexts(block: Block): readonly string[] {
  const texts =
    block.kind === 'paragraph'
      ? [block.text]
      : block.kind === 'list'
        ? block.items
        : block.kind === 'table'
          ? block.rows.flat()
          : [];
  return texts.flatMap((text) => text.map((part) => toPlainText([part])));
}

describe('the page of a comparison', async () => {
  const file = sampleComparison();
  const { comparison } = file;
  const page = await renderComparisonPage(file, PROGRAM);

  it('states a policy that lets nothing in but its own style and script', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src '${hashOf(style)}'`,
      `script-src '${hashOf(script)}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(script).toBe(PROGRAM);
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|base|video|audio|source|image|use)\b/i);
    expect(page).not.toMatch(/\s(?:src|srcset|data|action|poster|background|style|on[a-z]+)="/i);
    expect(page.match(/@import|url\(/g)).toBeNull();
  });

  it('says what the text format says', () => {
    const holds = (text: string) => expect(page, text).toContain(escapeForHtml(text));
    holds(describeRanking(comparison));
    holds(comparison.scope);
    for (const gap of comparison.neighbours) holds(describeDecider(gap));
    const sections = toComparisonDocument(file).blocks.flatMap((block) => (block.kind === 'section' ? [block] : []));
    expect(sections.map(({ title }) => title)).toEqual([
      'What decides between neighbours',
      'Where two descriptions of Grass disagree',
      'Filecoin compared with Amazon S3',
      'Without a track',
      'References',
      'Scope',
    ]);
    for (const { title, blocks } of sections.slice(1, 3)) {
      holds(title);
      const texts = blocks.flatMap(listTexts);
      expect(texts.length).toBeGreaterThan(2);
      for (const text of texts) holds(text);
    }
    for (const { name } of [...comparison.ranked, ...comparison.references, ...comparison.outside]) holds(name);
  });

  it('gives every id once', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    expect(ids.length).toBeGreaterThan(5);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('places each band on the axis where it begins', () => {
    expect(page).toContain(
      '<foreignObject x="20%" y="0" width="15%" height="100%"><p><span class="from">20</span> Weak fit</p>',
    );
    expect(page).toContain('linear-gradient(var(--line), var(--line)) 20% 0 / 1px 100% no-repeat');
  });

  it('has nothing to filter where nothing has a rank', async () => {
    const bare = await renderComparisonPage(
      { ...file, comparison: { ...comparison, ranked: [], neighbours: [], referenceComparisons: [] } },
      PROGRAM,
    );
    expect(bare).not.toMatch(/<script|<form|<table/);
    expect(bare).toContain("script-src 'none'");
  });

  it.each(HOSTILE_TEXTS.filter((text) => text !== ''))('makes no element of hostile text: %j', async (text) => {
    const [hostile, tame] = await Promise.all(
      [text, 'tame'].map((said) => renderComparisonPage(hostileComparison(said), PROGRAM)),
    );
    // The writer shows what is in backticks as code.
    const listElements = (markup = '') => elementsOf(markup).filter((name) => name !== 'code');
    expect(listElements(hostile)).toEqual(listElements(tame));
    expect(hostile?.match(/<\/?script/g)).toHaveLength(4);
  });
});
