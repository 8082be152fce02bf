import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PageContent } from '../../../../src/model/page.ts';
import { renderHtml } from '../../../../src/report/documents/fit-report/html.ts';
import { shippedRubric } from '../../../support/rubric.ts';
import { HOSTILE_TEXTS, hostileReport, RAW_CONTROL } from '../../hostile-report.ts';
import { reportFile, sampleReport } from '../../sample-report.ts';

const RUBRIC = shippedRubric();
const FILE = 'memos/example.yaml';

function materialFor(text: string, file = FILE): PageContent {
  return {
    rubric: RUBRIC,
    overrides: {},
    texts: new Map([[file, { text, from: 0, to: text.length }]]),
    program: 'void 0;',
  };
}

/** The elements of a page in the order of their start, by a tokenizer that knows raw text elements. */
function elementsOf(page: string): readonly string[] {
  const bare = page.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1');
  return [...bare.matchAll(/<([a-z][a-z0-9]*)\b/gi)].map((match) => (match[1] ?? '').toLowerCase());
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

describe('the page', async () => {
  const plain = await renderHtml(reportFile(sampleReport()), materialFor('name: Example Network\n'));
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(plain)?.[1] ?? '';

  it('states a policy that lets nothing in but its own style and script', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(plain)?.[1] ?? '';
    const script = /<script>([\s\S]*?)<\/script>/.exec(plain)?.[1] ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src '${hashOf(style)}'`,
      `script-src '${hashOf(script)}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(script).toBe('void 0;');
    expect(plain.indexOf('Content-Security-Policy')).toBeLessThan(plain.indexOf('<style>'));
  });

  it('runs nothing where there is nothing to change', async () => {
    const page = await renderHtml(reportFile(sampleReport(), sampleReport()), materialFor('name: x\n'));
    expect(page).toContain("script-src 'none'");
    expect(page).not.toContain('<script');
  });

  it('holds nothing that a browser would load, and no style or handler in an attribute', () => {
    expect(plain).not.toMatch(/<(?:link|img|iframe|object|embed|base|form|video|audio|source|image|use)\b/i);
    expect(plain).not.toMatch(/\s(?:src|srcset|data|action|poster|background|style|on[a-z]+)="/i);
    expect(plain.match(/@import|url\(/g)).toBeNull();
  });

  it('tells the parts of the full view, the verdict, every criterion and the lines of the file', () => {
    const report = sampleReport();
    for (const id of [
      'verdict',
      'profile',
      'break-even',
      'gates',
      'sure',
      'ask',
      'levers',
      'calendar',
      'what-if',
      'more',
      'file',
    ])
      expect(plain).toContain(`<section id="${id}" data-part="${id}">`);
    for (const title of ['What to ask', 'What the verdict rests on']) expect(plain).toContain(title);
    for (const { title } of report.dimensions.flatMap(({ criteria }) => criteria)) expect(plain).toContain(title);
    expect(plain).toContain('<li id="line-1"><code>name: Example Network</code></li>');
    expect(plain).toContain('supported 31, claimed 44, possible 77');
  });

  it('gives every id once, and leads every link within it to one', async () => {
    const both = await renderHtml(reportFile(sampleReport(), sampleReport()), materialFor('a: 1\n'.repeat(70)));
    for (const page of [both, await renderHtml(reportFile(sampleReport()), materialFor('a: 1\n'.repeat(70)))]) {
      const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = [...page.matchAll(/href="#([^"]*)"|aria-labelledby="([^"]*)"/g)].map(
        (match) => match[1] ?? match[2],
      );
      expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    }
  });

  it.each(HOSTILE_TEXTS)('makes no element of hostile text: %j', async (text) => {
    const make = (said: string) => {
      const report = hostileReport(said);
      return renderHtml(reportFile({ ...report, project: { ...report.project, file: FILE } }), materialFor(text));
    };
    const [page, tame] = [await make(text), await make('https://tame.example/')];
    const known = new Set(elementsOf(tame));
    expect(elementsOf(page).filter((element) => !known.has(element))).toEqual([]);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    expect(page).not.toMatch(/href="(?!https?:|#)/);
    expect(page).not.toMatch(RAW_CONTROL);
  });

  it('carries the text exactly', async () => {
    const text = `name: "</script><!-- \u202e & ' \u2028"\n`;
    const page = await renderHtml(reportFile(sampleReport()), materialFor(text));
    const data = /<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(JSON.parse(data)).toMatchObject({ yaml: text, rubric: { id: RUBRIC.id } });
  });
});
