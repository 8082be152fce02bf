import { stripVTControlCharacters } from 'node:util';
import { Chalk } from 'chalk';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../src/model/report.ts';
import * as explanation from '../../../../src/report/documents/fit-report/explanation.ts';
import { renderTerminal } from '../../../../src/report/documents/fit-report/terminal.ts';
import { options } from '../../render-options.ts';
import { outsideReport, reportFile, sampleReport, undecidedReport, unknownReport } from '../../sample-report.ts';

const SAMPLES: readonly (readonly [string, Report])[] = [
  ['rated', sampleReport()],
  ['outside', outsideReport()],
  ['undecided', undecidedReport()],
  ['all unknown', unknownReport()],
];

function rendered(report: Report, change: Parameters<typeof options>[0] = {}): string {
  return renderTerminal(reportFile(report), options(change), explanation);
}

describe('the first screen', () => {
  it('says in 24 lines of 80 columns what there is, how sure and what holds it back', () => {
    const lines = rendered(sampleReport()).split('\n');
    expect(
      lines
        .slice(
          0,
          lines.findIndex((line) => line.startsWith('Break-even: ')),
        )
        .join('\n'),
    ).toBe(`Example Network · On-demand H100 rental
Track compute (pooled-gpus), declared; the summary agrees: share 82%, margin 71%

WEAK FIT, SO FAR: supported 31 ≤ claimed 44 ≤ possible 77
  What is shown so far meets part of a real need; 13 of 100 points are claimed
  only and 33 are open. First to find out: who pays. At possible: strong fit.

  Technical edge     █████████▓▓▓▓░░░░░░░              30 ≤ 41 ≤  62  weight 40
  Switching cost     ████████▓▓▓▓▓▓▓▓░░░░░░░░░░░░      25 ≤ 50 ≤  87  weight 10
  Demand maturity    ██████████████▓▓▓▓▓░░░░░░░        44 ≤ 60 ≤  81  weight 30
  Regulatory pull    ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   0 ≤  0 ≤ 100   weight 5
  Landmark adoption  ███████████▓▓▓▓▓▓░░░░░░░░░░░      35 ≤ 55 ≤  90  weight 15
                     █ supported  ▓ claimed  ░ possible

  ✗ The edge pays for the switch  failed (cap 44, not binding)
  ? It survives a node failure    not shown yet (holds it at 31; 33 without)
  ✓ Someone pays today            passed
  ? There is a landmark           not shown yet (cap 64, not binding)
  Break-even  costs 38% less than Wasabi; 3.0x is needed
  Diagnosis   The edge is too small for the switch; route: adapt
  Watch       A comparison by a third party in which the gain reaches the
              multiple that the report names.
  How sure    not certain: mismatch 18 to strong fit 82; 61% of weight sourced
`);
  });

  it.each(SAMPLES)('takes 24 lines at most: %s', (_, report) => {
    const lines = rendered(report).split('\n');
    const details = lines.findIndex(
      (line) => line.startsWith('Break-even: ') || line === 'Track according to the summary',
    );
    expect(details).toBeGreaterThan(0);
    expect(details).toBeLessThanOrEqual(25);
  });

  it('says what a capped ratio and a higher claim are', () => {
    const { breakEven } = sampleReport();
    if (breakEven.status !== 'compared' || breakEven.best === null) throw new Error('the sample compares');
    const shown = { ...breakEven.best.shown, supported: { value: 1.75, below: true } };
    const best = { ...breakEven.best, shown };
    const text = rendered(sampleReport({ breakEven: { ...breakEven, best } })).replace(/\s+/g, ' ');
    expect(text).toContain(
      'shows just under 1.75x of Wasabi; 3.0x is needed; claimed: costs 38% less than Wasabi; 3.0x',
    );
  });

  it('gives no fit outside the tracks', () => {
    const text = rendered(outsideReport());
    expect(text).toContain('Track outside the tracks, decided by the summary: share 90%, margin 80%');
    expect(text).toContain('OUTSIDE\n  The summary does not describe');
    expect(text).not.toMatch(/supported|Break-even|Coverage/i);
  });

  it('names both candidates when undecided, and the outcome under the other', () => {
    const text = rendered(undecidedReport(), { width: 120 });
    expect(text).toContain('undecided between compute and storage: share 45%, margin 1%; scored as storage, the lower');
    expect(text).toContain(
      'compute: conditional fit, supported 40 ≤ claimed 50 ≤ possible 80; the summary is undecided',
    );
  });

  it('shows nothing as known that is not', () => {
    const text = rendered(unknownReport());
    expect(text).toContain('NOT RATEABLE: supported 0 ≤ claimed 0 ≤ possible 100');
    expect(text).toContain('nothing like-for-like shown; 3.0x is needed');
    expect(text.replace(/\s+/g, ' ')).toContain('; 0% of weight sourced');
  });
});

describe('the details', () => {
  const text = rendered(sampleReport());

  it.each([
    ['a criterion with its level, evidence and place', '█▓   Proof of the edge: own-benchmark; level 1 ≤ 2 ≤ 2 of 4'],
    ['one level where the three agree', 'p5.48xlarge; level 2 of 4'],
    ['the best registered alternative', 'best registered alternative: 1.61x against 4.27 USD per'],
    [
      'a source with its date and grade',
      'source Price list https://example.org/pricing (price-list, 2026-06-20, grade checkable, line ',
    ],
    ['why a source is lowered', 'older than the criterion allows, so one grade lower,'],
    ['a dispute', 'disputed A critique https://critic.example.net/post (press, 2026-06-20, grade press, line 10)'],
    ['an item', '· Example Hospital: level 2, claimed 3, grade press; outside crypto,'],
    ['a place', 'at         memos/example.yaml:20:3'],
    ['a note', 'note       One region only.'],
    ['a lever', 'lever      Let somebody'],
    ['what does not apply', 'why No rule names a means here.'],
    ['a finding in words', '· The answer on proof is disputed by: critique.'],
    ['a finding without a place', 'id         source/uncited'],
    ['the ranking of tracks', 'ranking    compute 82%, storage 11%, outside 6%'],
    ['the words that decided', '"H100" +1.42 for compute, "rental" -0.31 for storage'],
    ['what else holds it back', 'It has no landmark'],
    ['the scope line', 'It is no investment advice.'],
    ['rubric and day', 'Rubric demand-fit 1.0.0 (Demand fit of crypto+AI projects; built-in), as of\n  2026-06-29'],
  ])('tell %s', (_, part) => {
    expect(text.replace(/\s+/g, ' ')).toContain(part.replace(/\s+/g, ' '));
  });

  it('print an item’s sources with the item only', () => {
    expect(text.split('Case study')).toHaveLength(2);
  });
});

describe.each([60, 80, 120])('at %i columns', (width) => {
  it.each(SAMPLES)('no line is wider: %s', (_, report) => {
    const chalk = new Chalk({ level: 1 });
    for (const paint of [options().paint, chalk]) {
      for (const unicode of [true, false]) {
        const output = renderTerminal(
          reportFile(report, sampleReport()),
          options({ width, unicode, paint }),
          explanation,
        );
        expect(output.split('\n').filter((line) => stringWidth(line) > width)).toEqual([]);
      }
    }
  });
});

it('takes a narrower terminal as 60 columns', () => {
  expect(rendered(sampleReport(), { width: 10 })).toBe(rendered(sampleReport(), { width: 60 }));
});

it('writes ASCII only where the terminal has no more', () => {
  expect(rendered(sampleReport(), { unicode: false })).toMatch(/^[\x20-\x7e\n]*$/);
});

it('colours through the paint it is given, and says the same without', () => {
  const chalk = new Chalk({ level: 1 });
  const painted = rendered(sampleReport(), { paint: chalk });
  expect(painted).toContain('\u001b[31mfailed (cap 44, not binding)\u001b[39m');
  expect(stripVTControlCharacters(painted)).toBe(rendered(sampleReport()));
});

it('turns addresses into hyperlinks on the title', () => {
  const text = rendered(sampleReport(), { links: true });
  expect(text).toContain('\u001b]8;;https://example.org/pricing\u001b\\Price list\u001b]8;;\u001b\\');
  expect(text).not.toContain('  https://example.org/pricing');
});

describe('several projects', () => {
  const file = reportFile(...SAMPLES.map(([, report]) => report));

  it('begin with a ranked table', () => {
    const [title, ...rows] = renderTerminal(file, options(), explanation).split('\n');
    expect(title).toBe('Rank  Verdict           Index         Track    Project');
    expect(rows.slice(0, 5)).toEqual([
      '   1  Weak fit, so far  31 ≤ 44 ≤ 77  storage  Between Two',
      '   2  Weak fit, so far  31 ≤ 44 ≤ 77  compute  Example Network',
      '   3  Not rateable      0 ≤ 0 ≤ 100   compute  Silent Protocol',
      '   4  Outside           -             -        Tulip Bakery',
      '',
    ]);
  });

  it('are one line each when quiet', () => {
    expect(renderTerminal(file, options({ quiet: true }), explanation)).toBe(
      'weak-fit,so-far 31 Between Two\nweak-fit,so-far 31 Example Network\nnot-rateable 0 Silent Protocol\noutside - Tulip Bakery\n',
    );
  });

  it('are nothing at all where there are none', () => {
    expect(renderTerminal(reportFile(), options(), explanation)).toBe('');
  });
});
