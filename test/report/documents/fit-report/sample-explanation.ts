import type { Certainty, Explanation } from '../../../../src/model/report.ts';
import type { LevelChangeCause } from '../../../../src/model/report-outcome.ts';

const MISMATCH = { verdict: 'mismatch', title: 'Mismatch', index: 18.2 };
const WEAK = { verdict: 'weak-fit', title: 'Weak fit', index: 31 };
const STRONG = { verdict: 'strong-fit', title: 'Strong fit', index: 82.4 };

/** How sure the sample's verdict is: open both ways. */
export const CERTAINTY: Certainty = {
  worst: MISMATCH,
  best: STRONG,
  certain: false,
  above: false,
  below: false,
  byJudgement: { worst: MISMATCH, best: { ...WEAK, index: 34 } },
  byFacts: { worst: WEAK, best: { ...STRONG, index: 77.4 } },
  weightBand: 25,
  markMaps: ['even', 'early', 'late'],
};

const PRICES_STALE: LevelChangeCause = {
  kind: 'source-lowered',
  source: 'prices',
  date: '2025-12-02',
  lowering: 'stale',
  began: true,
};

/** The full view of the sample, with something in every part. */
export const EXPLANATION: Explanation = {
  verdictFrequencies: {
    draws: 10_000,
    seed: 1,
    error: 0.0098,
    shares: [
      { verdict: 'strong-fit', title: 'Strong fit', share: 0.0712, centralWeights: { cost: 41.2, proof: 58.8 } },
      { verdict: 'weak-fit', title: 'Weak fit', share: 0.9288, centralWeights: { cost: 39.9, proof: 60.1 } },
      { verdict: 'mismatch', title: 'Mismatch', share: 0, centralWeights: null },
    ],
  },
  leaveOneOut: [{ criterion: 'cost', title: 'Cost', verdict: 'mismatch', index: 19.1 }],
  pathToNextBand: {
    status: 'found',
    verdict: 'conditional-fit',
    title: 'Conditional fit',
    steps: [
      {
        criterion: 'cost',
        title: 'Cost',
        from: 1,
        to: 3,
        kind: 'raise',
        means: 'At least three times better.',
        ratio: 3,
        figure: null,
        effort: 'months',
        sources: ['price-list'],
        how: 'Sell at a third of the price.',
      },
      {
        criterion: 'proof',
        title: 'Proof',
        from: 1,
        to: 2,
        kind: 'evidence',
        means: 'A document gives figures for both sides.',
        ratio: null,
        figure: null,
        effort: 'hours',
        sources: ['benchmark'],
        how: 'A benchmark.',
      },
    ],
    index: 35.2,
  },
  criticalAnswers: { status: 'found', size: 2, sets: [['cost', 'proof']], complete: true },
  clock: [
    {
      day: '2027-12-02',
      verdict: 'mismatch',
      index: 19.9,
      gates: [{ gate: 'landmark', title: 'There is a landmark', from: 'passed', to: 'not-shown-yet' }],
      criteria: [{ criterion: 'cost', title: 'Cost', from: 2, to: 1, causes: [PRICES_STALE] }],
    },
  ],
  clockEnds: '2029-11-10',
};
