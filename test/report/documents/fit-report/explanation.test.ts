import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../src/model/report.ts';
import { renderMarkdown } from '../../../../src/report/documents/fit-report/markdown.ts';
import { createRenderContext } from '../../../../src/report/format.ts';
import { listFormats } from '../../../../src/report/registry.ts';
import { formatExtremes } from '../../../../src/report/wording/certainty.ts';
import { options } from '../../render-options.ts';
import { reportFile, sampleReport } from '../../sample-report.ts';
import { CERTAINTY, EXPLANATION } from './sample-explanation.ts';

const [text] = listFormats('report');

async function rendered(...reports: readonly Report[]): Promise<string> {
  return text.render(reportFile(...reports), createRenderContext(options({ full: true })));
}

describe('the full view', () => {
  it('answers every question in a part of its own, in both formats', async () => {
    const titles = [
      'How sure is the verdict?',
      'Time sensitivity',
      'What would change it',
      'Verdict frequencies over the open answers',
      'Leave-one-out sensitivity',
      'What to ask',
      'What would have to change',
      'Cheapest honest path to the next band',
      'What the verdict rests on',
    ];
    const [terminal, markdown] = [await rendered(sampleReport()), renderMarkdown(reportFile(sampleReport()))];
    for (const title of titles) {
      expect(terminal).toContain(`\n${title}\n`);
      expect(markdown).toMatch(new RegExp(`\n##+ ${title.replace('?', '\\?')}\n`));
    }
  });

  it('is there for each of several reports', async () => {
    expect((await rendered(sampleReport(), sampleReport())).split('What would change it').length).toBe(3);
  });

  it.each([
    ['exact ends', 'mismatch 18 to strong fit 82: exact, over each weight varied by up to 25%'],
    [
      'shares with draws, seed, error',
      'Shares of 10000 Monte Carlo samples (seed 1; margin of error 1% at 95% confidence)',
    ],
    ['that they are not probabilities', 'not probabilities of success'],
    ['how that goes with the headline', 'Verdict today: weak fit, so far. Open answers can only raise it'],
    ['a share', '7.1% Strong fit 92.8% Weak fit'],
    ['what hangs on one criterion', '19 Cost: mismatch'],
    ['the way up', "Conditional fit (35) with the least effort by the rubric's estimates, all of these together:"],
    ['a ratio to show', 'At least three times better. At least 3.0x against the best registered alternative.'],
    ['the answers that carry', 'No: it falls only if 2 answers are false at once: these.'],
    [
      'a day',
      '2027-12-02 mismatch 19: There is a landmark: passed to not shown yet; Cost 2 to 1 (source prices is too old',
    ],
    ['the end of the clock', 'No further scheduled changes after 2029-11-10.'],
  ])('says %s', async (_, part) => {
    expect((await rendered(sampleReport())).replace(/\s+/g, ' ')).toContain(part);
  });

  it('says plainly where there is nothing', async () => {
    const nothing = {
      ...EXPLANATION,
      leaveOneOut: [],
      pathToNextBand: { status: 'none', reason: 'There is no band above strong fit.' },
      criticalAnswers: { status: 'none', reason: 'There is no band below mismatch.' },
      clock: [],
      clockEnds: null,
    } as const;
    const said = (await rendered(sampleReport({ explanation: nothing }))).replace(/\s+/g, ' ');
    expect(said).toContain('No, with the gates as they are: it stays the same if any one weight is set to 0.');
    expect(said).toContain('There is no band above strong fit.');
    expect(said).toContain('There is no band below mismatch.');
    expect(said).toContain('No future date changes the verdict or a gate by itself.');
  });
});

describe('a verdict that is not rateable', () => {
  const pathToNextBand = {
    status: 'to-a-verdict',
    steps: [
      {
        criterion: 'customers',
        title: 'Named customers',
        from: 0,
        to: 0,
        kind: 'find-out',
        means: 'None is named.',
        ratio: null,
        figure: null,
        effort: 'hours',
        sources: ['buyer-statement'],
        how: 'Case studies.',
      },
    ],
    coverage: 0.417,
  } as const;
  const report = sampleReport({ verdict: 'not-rateable', explanation: { ...EXPLANATION, pathToNextBand } });

  it.each([
    ['that the bands are of the index', 'The bands here and below are those of the index alone.'],
    ['the way to a verdict', 'To reach any verdict, cite sources for all of these'],
    ['what that comes to', 'which raises coverage to 41% of the weight.'],
    [
      'what to find out',
      'Named customers, within level 0 (find out, with a source; hours). None is named. Evidence: buyer statement.',
    ],
  ])('says %s', async (_, part) => {
    const said = (await rendered(report)).replace(/\s+/g, ' ');
    expect(said).toContain(part);
    expect(said).not.toContain('It is not certain');
  });
});

describe('without the full view', () => {
  it('the report says what leaves the verdict open, and how to learn more', async () => {
    const said = await rendered(sampleReport({ explanation: null }));
    expect(said).toContain('\nHow sure is the verdict?\n');
    expect(said).not.toContain('What the verdict rests on');
  });

  it('a certain verdict is called so', async () => {
    const [weak, firm] = [{ verdict: 'weak-fit', title: 'Weak fit', index: 21.9 }, 34];
    const certainty = {
      ...CERTAINTY,
      certain: true,
      above: true,
      below: true,
      worst: weak,
      best: { ...weak, index: firm },
    };
    expect(renderMarkdown(reportFile(sampleReport({ certainty })))).toContain('How sure: certain: weak fit, 21 to 34');
    expect(formatExtremes(certainty)).toBe('weak fit, 21 to 34');
  });

  it.each([
    ['above', 'How sure: cannot rise: mismatch 18 to strong fit 82'],
    ['below', 'How sure: cannot fall: mismatch 18 to strong fit 82'],
  ])('a verdict that is certain from %s alone is not called certain', async (side, line) => {
    expect(renderMarkdown(reportFile(sampleReport({ certainty: { ...CERTAINTY, [side]: true } })))).toContain(line);
  });
});

describe('the judgement of the reader', () => {
  const weights = { cost: 70, proof: 30 };
  const own = { ...reportFile(sampleReport({ weights })) };
  const rubric = { ...own.rubric, origin: './ours' };

  const TOLD = 'Custom settings: weights cost 70, proof 30; rubric demand-fit 1.0.0 from ./ours';
  const plain = (said: string) =>
    said
      .replace(/\\(.)/g, '$1')
      .replace(/\s+/g, ' ')
      .replace(/Price against the alternative/g, 'cost')
      .replace(/Proof of the edge/g, 'proof');

  it('is told above everything else, in every format, of one project and of several', async () => {
    const one = { ...own, rubric };
    const several = { ...one, reports: [...own.reports, ...own.reports] };
    for (const file of [one, several]) {
      for (const quiet of [false, true])
        expect(plain(await text.render(file, createRenderContext(options({ quiet })))).startsWith(TOLD)).toBe(true);
      const [, before] = /^(.*?)Custom settings: /s.exec(renderMarkdown(file)) ?? [];
      expect(before).toMatch(/^# [^\n]*\n\n(?:[^\n#]*\n\n)?> $/);
      expect(plain(renderMarkdown(file))).toContain(TOLD);
    }
  });

  it('is not told where there is none', async () => {
    expect(await rendered(sampleReport())).not.toContain('Custom settings');
  });
});
