import { describe, expect, it } from 'vitest';
import type { BreakEvenReport, BreakEvenSide, Report } from '../../../src/model/report.ts';
import { describeBreakEven, describeGateStatus } from '../../../src/report/wording/gate-sentences.ts';
import { describeTrack, refLine } from '../../../src/report/wording/sentences.ts';
import { GATES, outsideReport, sampleReport, span, undecidedReport } from '../sample-report.ts';

function declaring(report: Report, declared: string | null): Report {
  const scoredAs = declared ?? report.classification.scoredAs;
  return { ...report, classification: { ...report.classification, declared, scoredAs } };
}

describe('trackSentence', () => {
  it.each([
    [
      declaring(sampleReport(), null),
      'compute (pooled-gpus), decided by the summary: share 82%, margin 71%; not declared',
    ],
    [
      declaring(sampleReport(), 'compute'),
      'compute (pooled-gpus), declared; the summary agrees: share 82%, margin 71%',
    ],
    [declaring(sampleReport(), 'storage'), 'storage, declared; the summary reads as compute: share 82%, margin 71%'],
    [undecidedReport(), 'undecided between compute and storage: share 45%, margin 1%; scored as storage, the lower'],
    [
      declaring(undecidedReport(), 'storage'),
      'storage, declared; the summary is undecided between compute and storage: share 45%, margin 1%',
    ],
    [outsideReport(), 'outside the tracks, decided by the summary: share 90%, margin 80%; not declared'],
    [
      declaring(outsideReport(), 'compute'),
      'compute, declared; the summary reads as outside the tracks: share 90%, margin 80%',
    ],
  ])('%#', (report, sentence) => {
    expect(describeTrack(report)).toBe(sentence);
  });

  it('says why a summary names no track', () => {
    const unread = (status: 'not-english' | 'no-offer', declared: string | null): Report => {
      const { classification, ...report } = outsideReport();
      return { ...report, classification: { ...classification, status, declared, ranked: [], margin: 0, words: [] } };
    };
    expect(describeTrack(unread('not-english', null))).toBe(
      'none is declared, and the summary is not in English, so it is not classified',
    );
    expect(describeTrack(unread('no-offer', 'compute'))).toBe(
      'compute, declared; the summary says nothing of an offer',
    );
  });

  it('does not call a track the lower of two where the other is outside', () => {
    const { classification, ...report } = undecidedReport();
    const near: Report = {
      ...report,
      classification: { ...classification, between: ['compute', 'outside'], scoredAs: 'compute' },
    };
    expect(describeTrack(near)).toBe('undecided between compute and outside: share 45%, margin 1%; scored as compute');
  });

  it('never calls the track of the caller the declaration of the author', () => {
    const set = ({ classification, ...report }: Report, declared: string | null): Report => ({
      ...report,
      classification: { ...classification, declared, setTo: 'storage', scoredAs: 'storage' },
    });
    expect(describeTrack(set(sampleReport(), 'compute'))).toBe(
      'storage, set by --track; the description declares compute, the summary reads as compute: share 82%, margin 71%',
    );
    expect(describeTrack(set(sampleReport(), null))).toContain('the description declares none, the summary reads as');
  });
});

describe('the break-even', () => {
  const against = { id: 'wasabi', name: 'Wasabi', value: 1, unit: 'USD', from: null, source: null };
  const needed = { supported: 5, claimed: 3, possible: 1.25 };
  const base = {
    status: 'compared',
    criterion: 'cost',
    better: 'lower',
    ease: { supported: 1, claimed: 2, possible: 4 },
    incumbent: null,
  } as const;
  const shown = (value: number, below = false) => ({ value, below });
  const side = (shows: BreakEvenSide['shown'], name = 'Wasabi'): BreakEvenSide => {
    const other = { ...against, name };
    return { gate: 'g', needed, shown: shows, against: { supported: other, claimed: other, possible: other } };
  };
  const nowhere = { supported: null, claimed: null, possible: null };

  it.each<[string, BreakEvenReport, string, string | null, string]>([
    [
      'capped by evidence',
      { ...base, best: side({ supported: shown(1.75, true), claimed: shown(4), possible: shown(4) }) },
      'is just under 1.75x as good as Wasabi; 5.0x is needed',
      'costs 75% less than Wasabi; 3.0x is needed',
      'costs 75% less than Wasabi; 1.25x is needed',
    ],
    [
      'against both',
      {
        ...base,
        best: side({ supported: shown(1 / 1.07), claimed: shown(1 / 1.07), possible: shown(1 / 1.07) }, 'Vast.ai'),
        incumbent: side({ supported: shown(2.5), claimed: shown(2.5), possible: shown(0.4) }, 'AWS'),
      },
      'costs 7% more than Vast.ai, 60% less than AWS; 5.0x is needed',
      'costs 7% more than Vast.ai, 60% less than AWS; 3.0x is needed',
      'costs 7% more than Vast.ai, 2.5 times as much as AWS; 1.25x is needed',
    ],
    [
      'not shown',
      { ...base, best: { ...side(nowhere), needed: { supported: 5, claimed: 5, possible: 5 } } },
      'no like-for-like comparison shown; 5.0x is needed',
      null,
      'not known; 5.0x is needed',
    ],
    [
      'not asked',
      { status: 'not-asked', reason: 'No unit is common.' },
      'not asked: No unit is common.',
      null,
      'not asked: No unit is common.',
    ],
  ])('%s', (_, breakEven, supported, claimed, possible) => {
    expect(describeBreakEven(breakEven)).toBe(supported);
    expect(describeBreakEven(breakEven, 'claimed')).toBe(claimed ?? supported);
    expect(describeBreakEven(breakEven, 'possible')).toBe(possible);
  });
});

it('says what each gate does to the value shown', () => {
  expect(GATES.map(describeGateStatus)).toEqual([
    'failed (cap 44, not binding)',
    'not shown yet (caps it at 31; 33 without)',
    'passed',
    'not shown yet (cap 64, not binding)',
  ]);
});

it('names a place by file, line and column', () => {
  expect(refLine(sampleReport(), span(12))).toEqual({ says: 'memos/example.yaml:12:3', anchor: 'line-12' });
  expect(refLine(outsideReport(), span(12))).toEqual({ says: 'line 12', anchor: 'line-12' });
  expect(refLine(sampleReport(), null)).toBeNull();
});
