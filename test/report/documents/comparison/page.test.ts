import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { COMPARISON_FORMATS } from '../../../../src/report/comparison-registry.ts';
import { renderComparisonHtml } from '../../../../src/report/documents/comparison/html/format.ts';
import { deciderOf } from '../../../../src/report/documents/comparison/neighbours.ts';
import { partsOf, rankNote } from '../../../../src/report/documents/comparison/parts.ts';
import { escapeForHtml } from '../../../../src/report/writers/html/escape-for-html.ts';
import { HOSTILE_TEXTS, RAW_CONTROL, RUNNER_COMMAND } from '../../hostile-report.ts';
import { options } from '../../render-options.ts';
import { hostileComparison, sampleComparison } from './sample-comparison.ts';

const PROGRAM = 'void 0;';
const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The elements of a page, by a tokenizer that knows raw text elements. */
function elementsOf(page: string): readonly string[] {
  const bare = page.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1');
  return [...bare.matchAll(/<([a-z][a-z0-9]*)\b/gi)].map((match) => (match[1] ?? '').toLowerCase());
}

describe.each(COMPARISON_FORMATS.map((format) => [format.id, format] as const))('a comparison as %s', (_, format) => {
  it.each(HOSTILE_TEXTS)('acts on nothing with hostile text: %j', async (text) => {
    const output = await format.render(hostileComparison(text), options(), () => PROGRAM);
    expect(output).not.toMatch(RAW_CONTROL);
    expect(output).not.toMatch(RUNNER_COMMAND);
    expect(output.endsWith('\n')).toBe(true);
  });

  it('is the same each time', async () => {
    const once = () => format.render(sampleComparison(), options(), () => PROGRAM);
    expect(await once()).toBe(await once());
  });
});

describe('the page of a comparison', async () => {
  const file = sampleComparison();
  const { comparison } = file;
  const page = await renderComparisonHtml(file, PROGRAM);

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
    holds(rankNote(comparison));
    holds(comparison.scope);
    for (const gap of comparison.neighbours) holds(deciderOf(gap));
    const [, ...parts] = partsOf(comparison);
    expect(parts.map(({ title }) => title)).toEqual([
      'Where two descriptions of Grass disagree',
      'Filecoin beside Amazon S3',
      'Outside',
      'References',
    ]);
    holds(parts[0]?.title ?? '');
    for (const { says } of parts[0]?.items ?? []) holds(says);
    for (const { says } of parts[1]?.items.slice(5) ?? []) holds(says);
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
    const bare = await renderComparisonHtml(
      { ...file, comparison: { ...comparison, ranked: [], neighbours: [], beside: [] } },
      PROGRAM,
    );
    expect(bare).not.toMatch(/<script|<form|<table/);
    expect(bare).toContain("script-src 'none'");
  });

  it.each(HOSTILE_TEXTS.filter((text) => text !== ''))('makes no element of hostile text: %j', async (text) => {
    const [hostile, tame] = await Promise.all(
      [text, 'tame'].map((said) => renderComparisonHtml(hostileComparison(said), PROGRAM)),
    );
    expect(elementsOf(hostile ?? '')).toEqual(elementsOf(tame ?? ''));
    expect(hostile?.match(/<\/?script/g)).toHaveLength(4);
  });
});
