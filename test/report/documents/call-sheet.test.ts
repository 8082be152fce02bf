import { describe, expect, it } from 'vitest';
import type { Report, SourceUse } from '../../../src/model/report.ts';
import { describePointsAtStake, describeStep, toCallSheet } from '../../../src/report/documents/call-sheet.ts';
import { roundFigure } from '../../../src/report/wording/figures.ts';
import { writeMarkdown } from '../../../src/report/writers/markdown/write-markdown.ts';
import { writeTerminal } from '../../../src/report/writers/terminal/write-terminal.ts';
import { shippedRubric } from '../../support/rubric.ts';
import { options } from '../render-options.ts';
import { CHEAPER, outsideReport, sampleReport } from '../sample-report.ts';

const write = (report: Report, width = 80) => writeTerminal(toCallSheet(report), options({ width }));

const [first] = sampleReport().questions;
if (first === undefined) throw new Error('the sample has questions');

/** Without the sources to open. */
const writeAsked = (...args: Parameters<typeof write>) =>
  write(...args).replace(/\nSources to open first\n[\s\S]*$/, '');

describe('the questions to a project', () => {
  it.each(shippedRubric().criteria)('is a whole sentence to the project that needs no rubric: $id', ({
    ask_as: ask,
  }) => {
    expect(ask).toMatch(/^(?:Who|What|Which|Can|Has|Where|If|How) [^`]{20,}\?$/);
    expect(ask).toMatch(/\b(?:you|your|buyers?|use)\b/);
    expect(ask).not.toMatch(/\b(?:criterion|level|registered|rubric|workload of|as_of|answer)\b/i);
    // Two lines of a screen of 80 columns.
    expect(ask.length).toBeLessThanOrEqual(118);
  });
});

describe('the call sheet', () => {
  it('lists what to ask, then what would have to change', () => {
    expect(writeAsked(sampleReport())).toBe(`Example Network
On-demand H100 rental

  Weak fit, so far. What is shown so far meets part of a real need; 13 of 100
  points are claimed only and 33 are open. Find out first: who pays. As of
  2026-06-29.

What to ask
  1.  Which duties does it help to meet?
      Duties it helps to meet: +12 if good, best case -10 if poor; finding out
      takes days. The best answer, with evidence, makes the verdict conditional
      fit; a poor one limits it to conditional fit at best.
      Evidence for the best answer: audit.
  2.  Who measured it?
      Proof of the edge: nothing while a gate caps it (2.7 before gates);
      showing it takes hours. On its own it does not move the verdict.
      Claimed: own-benchmark, level 2; the evidence cited (statement) supports
      level 1.
      Evidence for the best answer: benchmark.

What would have to change
  Points are added to what is shown, after gates. "+1 of 6" means that a cap
  withholds the other five until its gate is cleared.

  +2.2 of 6  Clears the gate "The edge pays for the switch", which would cap it
             at 44; best case 77 to 81:
            · Price against the alternative, level 1 to 3 (months). From 4.3 to
              2.33 USD per TB-month or less: a 3.0x gain over Wasabi at 4.27 USD
              per H100-hour. Evidence: price list, contract.
  +2.7       Proof of the edge, level 1 to 2 (weeks). Level 2: A document gives
             figures for both sides. Evidence: benchmark.
`);
  });

  it('says of a settled verdict that no answer changes it, and what would have to change', () => {
    const sentence = 'Meets part of a real need, and nothing still open would change that.';
    const settled = sampleReport({ basis: 'settled', verdictTitle: 'Weak fit, settled', sentence });
    expect(writeAsked(settled, 60)).toBe(`Example Network
On-demand H100 rental

  Weak fit, settled. Meets part of a real need, and nothing
  still open would change that. As of 2026-06-29.

What to ask
  No answer that is still open can change the verdict. What
  is open moves the index between 31 and 77, within the
  verdict.

What would have to change
  Points are added to what is shown, after gates. "+1 of 6"
  means that a cap withholds the other five until its gate
  is cleared.

  +2.2 of 6  Clears the gate "The edge pays for the switch",
             which would cap it at 44; best case 77 to 81:
            · Price against the alternative, level 1 to 3
              (months). From 4.3 to 2.33 USD per TB-month or
              less: a 3.0x gain over Wasabi at 4.27 USD per
              H100-hour. Evidence: price list, contract.
  +2.7       Proof of the edge, level 1 to 2 (weeks). Level
             2: A document gives figures for both sides.
             Evidence: benchmark.
`);
  });

  it('is a numbered list in Markdown', () => {
    const said = writeMarkdown(toCallSheet(sampleReport()));
    expect(said).toContain(
      '\n1. **Which duties does it help to meet?**\n    - Duties it helps to meet: +12 if good, best case -10 if poor; finding out takes days.',
    );
    expect(said).toContain('\n2. **Who measured it?**\n');
  });

  it('names at most three sources to open, those cited for most of what is shown first, and none that was verified', () => {
    const listed = (report = sampleReport()) =>
      /Sources to open first\n([\s\S]*)$/.exec(write(report))?.[1]?.match(/cited\s+for \d+% of/g) ?? [];
    expect(listed().length).toBeGreaterThan(0);
    expect(listed().length).toBeLessThanOrEqual(3);
    const shares = listed().map((says) => Number(/\d+/.exec(says)?.[0]));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    const verify = (source: SourceUse): SourceUse => ({
      ...source,
      quotes: [{ text: 'some words of it', prefix: null, suffix: null, page: null, seen: 'found' }],
    });
    const dimensions = sampleReport().dimensions.map((dimension) => ({
      ...dimension,
      criteria: dimension.criteria.map((criterion) =>
        criterion.status === 'answered' ? { ...criterion, sources: criterion.sources.map(verify) } : criterion,
      ),
    }));
    expect(listed(sampleReport({ dimensions }))).toEqual([]);
  });

  it('asks nothing of a project that is outside', () => {
    expect(write(outsideReport())).not.toContain('What to ask');
    expect(write(outsideReport())).not.toContain('What would have to change');
  });

  it('fits its width and has no colour to rely on', () => {
    for (const width of [60, 80])
      for (const line of write(sampleReport(), width).split('\n')) expect(line.length).toBeLessThanOrEqual(width);
  });

  it('lists in brief the questions of which none moves the verdict on its own', () => {
    const idle = { ...first, ifBest: 'weak-fit', ifPoor: 'strong-fit' };
    const said = write(sampleReport({ questions: [first, idle, idle, idle, idle] }));
    expect(said.match(/^ {2}\d\./gm)).toEqual(['  1.', '  2.', '  3.', '  4.', '  5.']);
    expect(said.split('Evidence for the best answer:').length - 1).toBe(3);
    expect(said).toContain('Also open; none of these moves the verdict on its own:');
  });
});

describe('the points at stake', () => {
  it.each([
    [12.5, 12.5, 12.5, '+12 if good, best case -12 if poor'],
    [1.2, 0, 1.2, '+1.2 if good'],
    [0, 0.4, 0.4, 'best case -0.4 if poor'],
    [26, 3, 5, '+26 if good, best case -3 if poor'],
    [0, 0, 8.1, 'nothing while a gate caps it (8.1 before gates)'],
  ])('adds %d, takes %d, %d before gates: %s', (adds, takes, pointsBeforeGates, says) => {
    expect(describePointsAtStake({ ...first, adds, takes, pointsBeforeGates })).toBe(says);
  });
});

describe('a step', () => {
  it('is told in the figures of the description where it has them', () => {
    expect(describeStep(CHEAPER)).toBe(
      `From 4.3 to 2.33 USD per TB-month or less: a 3.0x gain over ${CHEAPER.figure?.against.name} at ${CHEAPER.figure?.against.value} USD per H100-hour.`,
    );
    expect(describeStep({ ...CHEAPER, figure: null })).toContain('At least 3.0x against the best registered');
    expect(describeStep({ ...CHEAPER, ratio: null, figure: null })).toBe('At least three times better.');
  });

  it.each([
    [1.2000000000000002, true, '1.2'],
    [2.7487790694400003, true, '2.74'],
    [2.7487790694400003, false, '2.75'],
    [0.00123456, true, '0.00123'],
    [12345, false, '12400'],
    [1000, true, '1000'],
  ])('rounds %d so that it still reaches it', (value, isLower, says) => {
    expect(roundFigure(value, isLower)).toBe(says);
  });
});
