import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../../src/report/documents/fit-report/markdown.ts';
import { HOSTILE_TEXTS, hostileReport } from '../../hostile-report.ts';
import { outsideReport, reportFile, sampleReport, span, undecidedReport, unknownReport } from '../../sample-report.ts';

/** What Markdown makes of each line: heading, table row with its cells, bullet, text or nothing. */
function skeletonOf(markdown: string): readonly string[] {
  return markdown.split('\n').map((line) => {
    const bare = line.replace(/\\./g, '');
    const start = /^(?:#+ |\| |\s*- |$)/.exec(bare)?.[0] ?? 'text';
    return start.startsWith('|') ? `row ${bare.split('|').length}` : start;
  });
}

describe('one project', () => {
  const markdown = renderMarkdown(reportFile(sampleReport()));

  it.each([
    ['the name as heading', /^# Example Network\n/],
    ['the verdict line', '**Weak fit, so far**: supported 31 ≤ claimed 44 ≤ possible 77, of 100'],
    [
      'the verdict at possible',
      ' points are claimed only and 33 are open. Find out first: who pays. At best: **strong fit**.\n',
    ],
    [
      'what holds it and the figure without gates',
      '### Why\n\n- **It survives a node failure**: caps it at 31; 33 without\n',
    ],
    [
      'the caps of gates that hold nothing yet',
      '\nWould cap it at 44: The edge pays for the switch.\n\nWould cap it at 64: There is',
    ],
    ['the dimensions', '| Demand maturity | 44 | 60 | 81 | weight 30 |'],
    ['the gates', '- **It survives a node failure**: not shown yet (caps it at 31; 33 without)\n'],
    ['the price in words', '\nCosts 38% less than Wasabi; switching needs a gain of 3x.\n'],
    ['the break-even', '| supported | 2 of 4 | costs 38% less than Wasabi; 3.0x is needed |'],
    ['the diagnosis', '- Diagnosis: **The edge is too small for the switch**; route: adapt'],
    [
      'what to ask first',
      '### Ask first\n\n- days: **Duties it helps to meet**\n  - Which duties does it help to meet? +12 if good',
    ],
    [
      'what to ask',
      '1. **Which duties does it help to meet?**\n    - Duties it helps to meet: +12 if good, best case -10 if poor; finding out takes days.',
    ],
    ['the findings', '- **No answer cites the source deck.**'],
    [
      'sources with links',
      '  - Source: [Price list](https://example.org/pricing) (price-list, 2026-06-20, grade checkable, line ',
    ],
    ['disputes', '  - Disputed: [A critique](https://critic.example.net/post) (press, 2026-06-20, grade press'],
    ['the scope', '## Scope\n\nMeasures how well'],
    ['the rubric', 'Rubric demand-fit 1.0.0'],
  ])('has %s', (_, part) => {
    expect(markdown).toMatch(part);
  });
});

it('ranks several projects in a table and lists what was not scored', () => {
  const problem = {
    code: 'yaml/syntax',
    file: 'bad.yaml',
    at: span(3),
    what: 'It is no YAML.',
    why: 'y',
    fix: 'Close the quote.',
    suggestion: null,
    related: null,
  };
  const file = { ...reportFile(outsideReport(), unknownReport(), undecidedReport()), problems: [problem] };
  const markdown = renderMarkdown(file);
  expect(markdown).toContain(
    '| Between Two | **Weak fit, so far** | 31 | 77 | It survives a node failure | Duties it helps to meet |',
  );
  expect(markdown).toContain('| Tulip Bakery | **Outside** | \\- | \\- | \\- | \\- |');
  expect(markdown.match(/^## .*/gm)).toEqual([
    '## Between Two',
    '## Silent Protocol',
    '## Tulip Bakery',
    '## Not scored',
  ]);
  expect(markdown).toContain('- **bad.yaml:3:3**: It is no YAML. Close the quote. (yaml/syntax)');
});

it('is Markdown without a single project', () => {
  expect(renderMarkdown(reportFile())).toBe('# Demand fit\n');
});

describe('hostile text', () => {
  const benign = skeletonOf(renderMarkdown(reportFile(hostileReport('word'))));

  it.each(HOSTILE_TEXTS)('adds no block and no cell: %j', (text) => {
    // No text makes no paragraph.
    const inlined = (lines: readonly string[]) =>
      text === '' ? lines.filter((line) => !/^(?:text)?$/.test(line)) : lines;
    expect(inlined(skeletonOf(renderMarkdown(reportFile(hostileReport(text)))))).toEqual(inlined(benign));
  });

  it.each(HOSTILE_TEXTS)('makes no link, image, HTML, mention or code: %j', (text) => {
    // A code span of plain letters and signs, which the writer makes of text in backticks, does nothing.
    const markdown = renderMarkdown(reportFile(hostileReport(text)))
      .replace(/\\.|&#?\w+;/g, '\u00b7')
      .replace(/`[\w./:,()'"%+=@ -]+`/g, '\u00b7');
    const targets = [...markdown.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1]);
    expect(targets.filter((target) => !target?.startsWith('https://'))).toEqual([]);
    expect(markdown).not.toMatch(/[<>`~$]|!\[|\]\[|[@#]\w|\bwww\./i);
    expect(markdown.replace(/\]\([^)]*\)/g, '')).not.toMatch(/:\/\//);
  });
});
