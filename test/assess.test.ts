import { describe, expect, it } from 'vitest';
import { assess } from '../src/assess.ts';
import { cite, type Description } from '../src/model/description.ts';
import { example } from './support/describe.ts';
import { shippedRubric } from './support/rubric.ts';

const rubric = shippedRubric();

function about(summary: string, more: Partial<Description> = {}): Description {
  return {
    name: 'Example',
    offer: null,
    summary,
    website: null,
    own_hosts: [],
    reference: false,
    as_of: '2026-06-29',
    track: null,
    sources: [],
    answers: {},
    file: null,
    placeOf: () => null,
    ...more,
  };
}

const GPU =
  'A decentralised marketplace on which owners of idle GPUs rent them out for AI training, settled on a blockchain.';
const EVEN = {
  technical_edge: 20,
  switching_cost: 20,
  demand_maturity: 20,
  regulatory_pull: 20,
  landmark_adoption: 20,
};
const CAKES = 'A bakery in Lisbon that sells custard tarts and coffee to people who walk by.';
const BOTH =
  'Owners of idle GPUs and of idle disks rent both out on a blockchain: GPU hours for AI training, and storage of files with redundancy for archives.';

describe('assess', () => {
  it('scores on the track that the words speak for where none is declared', () => {
    const report = assess(about(GPU), rubric);
    expect(report.classification).toMatchObject({
      status: 'decided',
      track: 'compute',
      declared: null,
      scoredAs: 'compute',
    });
    expect(report.fit).not.toBeNull();
    expect(report.otherTracks).toEqual([]);
  });

  it('gives no fit to what is outside', () => {
    const report = assess(about(CAKES), rubric);
    expect(report.classification.status).toBe('outside');
    expect(report).toMatchObject({ fit: null, verdict: null, dimensions: [], gates: [], diagnosis: null });
  });

  it('scores what is outside on the declared track, and tells the disagreement', () => {
    const report = assess(about(CAKES, { track: 'storage' }), rubric);
    expect(report.classification.scoredAs).toBe('storage');
    expect(report.fit).not.toBeNull();
    expect(report.findings).toContainEqual(
      expect.objectContaining({ id: 'track/disagreement', detail: { words: 'outside' } }),
    );
  });

  it('keeps what the description declares apart from the track that the caller set', () => {
    const grass = example('grass.yaml', rubric);
    const { classification, findings, otherTracks } = assess(grass, rubric, { track: 'storage' });
    expect(classification).toMatchObject({ declared: grass.track, setTo: 'storage', scoredAs: 'storage' });
    expect(findings.map(({ id }) => id)).not.toContain('track/disagreement');
    expect(otherTracks.map(({ track }) => track)).toEqual([classification.track]);
    expect(assess(grass, rubric).classification.setTo).toBeNull();
  });

  it('tells the index under the other track where the declared one disagrees with the words', () => {
    const report = assess(about(GPU, { track: 'agent-payments' }), rubric);
    expect(report.classification.scoredAs).toBe('agent-payments');
    expect(report.otherTracks).toEqual([expect.objectContaining({ track: 'compute', because: 'disagreement' })]);
    expect(report.findings.map((finding) => finding.id)).toContain('track/disagreement');
  });

  it('scores an undecided description on both tracks and takes the lower one', () => {
    const wide = { ...rubric, classifier: { ...rubric.classifier, undecided_margin: 1 } };
    const answered = about(BOTH, {
      website: 'https://example.org',
      sources: [
        { id: 's', title: 'S', url: 'https://lab.example.net', kind: 'audit', published: '2026-06-01', accessed: null },
      ],
      answers: {
        urgency: {
          status: 'answered',
          value: { answer: 'routine', sources: ['s'].map(cite), disputed_by: [], note: null },
        },
        duties: {
          status: 'answered',
          value: [{ regulation: 'eu-ai-act', duty: 'art-18', sources: ['s'].map(cite), disputed_by: [], note: null }],
        },
      },
    });
    const report = assess(answered, wide);
    expect(report.classification.status).toBe('undecided');
    const [first, second] = report.classification.between;
    const [other] = report.otherTracks;
    expect([report.classification.scoredAs, other?.track].sort()).toEqual([first, second].sort());
    expect(report.fit?.supported).toBeLessThanOrEqual(other?.supported ?? -1);
    const reversed = { ...wide, tracks: [...wide.tracks].reverse() };
    expect(assess(answered, reversed).classification.scoredAs).toBe(report.classification.scoredAs);
    // Whatever the words put first, the lower outcome is the headline.
    for (const track of report.classification.between) {
      const alone = assess({ ...answered, track }, wide);
      expect(report.fit?.supported).toBeLessThanOrEqual(alone.fit?.supported ?? -1);
    }
    expect(other?.supported).not.toBe(report.fit?.supported);
    expect(report.findings.map((finding) => finding.id)).toContain('track/undecided');
  });

  it('lets a caller set the track and the day aside', () => {
    const report = assess(about(GPU, { track: 'compute' }), rubric, { track: 'storage', asOf: '2027-01-01' });
    expect(report).toMatchObject({ asOf: '2027-01-01', classification: { scoredAs: 'storage' } });
  });

  it('is not rateable only under the floor of coverage with supported and possible in different bands', () => {
    expect(assess(about(GPU), rubric).verdict).toBe('not-rateable');
    const noFloor = { ...rubric, coverage_floor: 0 };
    expect(assess(about(GPU), noFloor).verdict).toBe(rubric.bands[0]?.id);
  });

  it('carries the scope line and the day', () => {
    expect(assess(about(GPU), rubric)).toMatchObject({ scope: rubric.scope, asOf: '2026-06-29' });
  });
});

describe('a reference', () => {
  const report = assess(about('Virtual machines with GPUs.', { reference: true, track: 'compute' }), rubric);

  it('is scored like any other, but that no words are read and no comparison is asked', () => {
    expect(report).toMatchObject({ reference: true, verdict: 'not-rateable', basis: 'not-rateable', diagnosis: null });
    expect(report.fit?.shares).toMatchObject({ shown: 0, claimedOnly: 0 });
    const asks = report.gates.filter(({ status }) => status !== 'not-asked').map(({ id }) => id);
    expect(asks).not.toContain('beats-today');
    expect(asks).toContain('someone-pays-today');
    expect(report.classification).toMatchObject({ status: 'skipped', declared: 'compute', scoredAs: 'compute' });
    expect(report.breakEven.status).toBe('not-asked');
    const criteria = report.dimensions.flatMap((dimension) => dimension.criteria);
    const asked = criteria.filter(({ kind, status }) => kind === 'comparison' && status !== 'not-applicable');
    expect(criteria.length).toBe(rubric.criteria.length);
    expect(asked).toEqual([]);
  });
});

describe('weights of the caller', () => {
  it('take the place of the track’s, and the report says so', () => {
    const weights = { technical_edge: 0, switching_cost: 0, demand_maturity: 100, regulatory_pull: 0 };
    const report = assess(about(GPU, { track: 'compute' }), rubric, { weights: { ...weights, landmark_adoption: 0 } });
    expect(report.weights).toEqual({ ...weights, landmark_adoption: 0 });
    expect(report.fit?.uncappedPossible).toBe(100);
    const demand = report.dimensions.find(({ id }) => id === 'demand_maturity');
    expect(demand).toMatchObject({
      weight: 100,
      reason: expect.stringMatching(/^Set by the caller; the track gives it/),
    });
  });

  it.each([
    [{}, 'leave out technical_edge'],
    [{ technical_edge: 100 }, 'leave out switching_cost'],
    [{ ...EVEN, technical_edge: 21 }, 'sum to 101, not 100'],
    [{ ...EVEN, technical_edge: -20, switching_cost: 60 }, 'do not give technical_edge a whole number of points'],
    [{ ...EVEN, technical_edge: 20.5, switching_cost: 19.5 }, 'do not give technical_edge a whole number of points'],
    [{ ...EVEN, technical_edge: Number.NaN }, 'do not give technical_edge a whole number of points'],
    [{ ...EVEN, price: 0 }, 'name price, which is not a dimension of the rubric'],
  ])('are refused where they are %j', (weights, fault) => {
    expect(() => assess(about(GPU), rubric, { weights })).toThrow(new RangeError(`the weights ${fault}`));
  });
});

describe('a day of the caller', () => {
  it.each(['', 'yesterday', '2026-02-30', '2026-06', '2026-Q2'])('is refused where it is %j', (asOf) => {
    expect(() => assess(about(GPU), rubric, { asOf })).toThrow(RangeError);
  });
});
