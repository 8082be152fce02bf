import { stripVTControlCharacters } from 'node:util';
import { Chalk } from 'chalk';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/assess.ts';
import type { Report } from '../../../../src/model/report.ts';
import * as explanation from '../../../../src/report/documents/fit-report/explanation.ts';
import { renderTerminal } from '../../../../src/report/documents/fit-report/terminal.ts';
import { example, exampleNames, referenceNames } from '../../../support/describe.ts';
import { shippedRubric } from '../../../support/rubric.ts';
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

/** What is printed where nothing more is asked for. */
function screenOf(report: Report, change: Parameters<typeof options>[0] = {}): string {
  return renderTerminal(reportFile(report), options(change), null);
}

describe('the first screen', () => {
  it.each(
    SAMPLES,
  )('says in 24 lines of 80 columns what there is, how sure and what holds it back: %s', async (name, report) => {
    const text = screenOf(report);
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(24);
    await expect(text).toMatchFileSnapshot(`./screens/${name.replace(' ', '-')}.txt`);
  });

  it.each([...exampleNames(), ...referenceNames()])('cuts nothing of %s off at 80 columns but the offer', (name) => {
    expect(
      screenOf(assess(example(name, shippedRubric()), shippedRubric()))
        .split('\n')
        .slice(1)
        .filter((line) => /…|\.\.\./.test(line)),
    ).toEqual([]);
  });

  it('prints command lines as the program was started', () => {
    expect(screenOf(sampleReport(), { command: 'npx demandfit' })).toMatch(/npx demandfit ask$/m);
    const { classification } = outsideReport();
    const silent = { ...outsideReport(), classification: { ...classification, status: 'no-offer' as const } };
    expect(screenOf(silent, { command: 'npx demandfit' })).toMatch(/with npx demandfit init and\s+--continue\./);
  });

  it('stays within 24 lines whatever the texts', () => {
    const long = 'A name that nobody would give to a network of machines '.repeat(9);
    const { project, gates, questions } = sampleReport();
    const report = sampleReport({
      project: { ...project, name: long, offer: long },
      sentence: long,
      gates: [...gates, ...gates].map((gate) => ({ ...gate, title: long })),
      questions: questions.map((one) => ({ ...one, title: long })),
      weights: { technical_edge: 100 },
    });
    for (const width of [60, 80]) expect(screenOf(report, { width }).split('\n').length - 1).toBeLessThanOrEqual(24);
  });

  it('is repeated by the whole report, whose last line is the verdict', () => {
    for (const [, report] of SAMPLES) {
      const whole = rendered(report, { full: true }).trimEnd().split('\n');
      for (const line of screenOf(report).trimEnd().split('\n')) {
        if (!line.startsWith('More: ')) expect(whole).toContain(line);
      }
      expect(whole.at(-1)).toContain(report.verdictTitle.toUpperCase());
      expect(whole.join('\n')).not.toContain('More: ');
    }
  });

  it('says how much of a gain the evidence supports', () => {
    const { breakEven } = sampleReport();
    if (breakEven.status !== 'compared' || breakEven.best === null) throw new Error('the sample compares');
    const shown = { ...breakEven.best.shown, supported: { value: 1.75, below: true } };
    const best = { ...breakEven.best, shown };
    const report = sampleReport({ breakEven: { ...breakEven, best } });
    expect(screenOf(report).replace(/\s+/g, ' ')).toContain(
      'Price 38% less than Wasabi (evidence: under 1.75x); 3x needed',
    );
    expect(rendered(report, { full: true }).replace(/\s+/g, ' ')).toContain(
      'is just under 1.75x as good as Wasabi; 3.0x is needed',
    );
  });

  it('gives no fit outside the tracks', () => {
    const text = rendered(outsideReport());
    expect(text).toContain('Track: outside the tracks, decided by the summary: share 90%, margin 80%');
    expect(text).toContain('OUTSIDE\n  The summary does not describe');
    expect(text).not.toMatch(/supported|Price|Evidence/i);
  });

  it('names both candidates when undecided, and the outcome under the other', () => {
    const text = rendered(undecidedReport(), { width: 120, full: true });
    expect(text).toContain('undecided between compute and storage: share 45%, margin 1%; scored as storage, the lower');
    expect(text).toContain(
      'compute: conditional fit, supported 40 ≤ claimed 50 ≤ possible 80; the summary is undecided',
    );
  });

  it('shows nothing as known that is not', () => {
    const text = rendered(unknownReport());
    expect(text).toContain('NOT RATEABLE: supported 0 ≤ claimed 0 ≤ possible 100');
    expect(text).not.toMatch(/^ +(?:Price|Weakest|Next caps)/m);
    expect(text).toContain('Evidence   0% of the weight has a source');
  });
});

describe('the details', () => {
  const text = rendered(sampleReport(), { full: true });

  it.each([
    [
      'a criterion with its level, evidence and place',
      '█▓   Proof of the edge (proof): own-benchmark; level 1 ≤ 2 ≤ 2 of 4',
    ],
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
    ['a finding in words', '· The answer on Proof of the edge (proof) is disputed by: critique.'],
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
          options({ width, unicode, paint, full: true }),
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
  expect(rendered(sampleReport(), { unicode: false, full: true })).toMatch(/^[\x20-\x7e\n]*$/);
});

it('colours through the paint it is given, and says the same without', () => {
  const chalk = new Chalk({ level: 1 });
  const painted = rendered(sampleReport(), { paint: chalk });
  expect(painted).toContain('\u001b[33mcaps it at 31; 33 without\u001b[39m');
  const failed = sampleReport().gates.map((gate) => ({ ...gate, status: 'failed' as const }));
  expect(rendered(sampleReport({ gates: failed }), { paint: chalk })).toContain(
    '\u001b[31m✗\u001b[39m It survives a node failure: \u001b[31mcaps it at 31; 33 without\u001b[39m',
  );
  expect(stripVTControlCharacters(painted)).toBe(rendered(sampleReport()));
});

it('turns addresses into hyperlinks on the title', () => {
  const text = rendered(sampleReport(), { links: true, full: true });
  expect(text).toContain('\u001b]8;;https://example.org/pricing\u001b\\Price list\u001b]8;;\u001b\\');
  expect(text).not.toContain('  https://example.org/pricing');
});

describe('several projects', () => {
  const file = reportFile(...SAMPLES.map(([, report]) => report));

  it('are a table, best first, and how many have each verdict', async () => {
    await expect(renderTerminal(file, options(), explanation)).toMatchFileSnapshot('./screens/several.txt');
  });

  it('follow the table whole when everything is asked for', () => {
    const whole = renderTerminal(file, options({ full: true }), explanation);
    expect(whole.startsWith(renderTerminal(file, options(), explanation))).toBe(true);
    for (const [, { project }] of SAMPLES) expect(whole).toContain(`\n${project.name}`);
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
