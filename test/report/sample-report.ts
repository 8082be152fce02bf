import type {
  CriterionReport,
  DimensionReport,
  GateReport,
  ItemReport,
  PathStep,
  Report,
  ReportJson,
  SourceUse,
} from '../../src/model/report.ts';
import { CERTAINTY, EXPLANATION } from './documents/fit-report/sample-explanation.ts';

type Answered = Extract<CriterionReport, { status: 'answered' }>;
type Unknown = Extract<CriterionReport, { status: 'unknown' }>;

const EFFORT = { find_out: 'hours', raise: 'weeks' } as const;

export function span(line: number) {
  return { line, column: 3, endLine: line, endColumn: 20 };
}

function source(change: Partial<SourceUse> = {}): SourceUse {
  return {
    id: 'prices',
    title: 'Price list',
    url: 'https://example.org/pricing',
    file: null,
    kind: 'price-list',
    date: '2026-06-20',
    grade: 'checkable',
    lowered: [],
    quotes: [],
    at: span(10),
    ...change,
  };
}

function item(change: Partial<ItemReport> = {}): ItemReport {
  return {
    title: 'Example Hospital',
    claimed: 3,
    supported: 2,
    grade: 'press',
    reason: 'outside crypto, production, paid',
    sources: [source({ id: 'case', title: 'Case study', kind: 'press', grade: 'press', date: '2026-02' })],
    note: null,
    at: span(60),
    ...change,
  };
}

function base(id: string, dimension: string, title: string) {
  return {
    id,
    title,
    dimension,
    kind: 'choice',
    question: `What is known of ${title.toLowerCase()}, from public documents, at the stated day?`,
    weight: 2,
    share: 0.055,
    claims: ['tracks-differ'],
    at: span(20),
  } as const;
}

function answered(id: string, dimension: string, title: string, change: Partial<Answered> = {}): Answered {
  return {
    ...base(id, dimension, title),
    status: 'answered',
    said: 'own-benchmark',
    note: null,
    levels: { supported: 1, claimed: 2, possible: 2 },
    means: 'The project measured it itself and published how.',
    grade: 'statement',
    cap: 1,
    sources: [source({ id: 'blog', title: 'Launch post', kind: 'statement', grade: 'statement' })],
    disputedBy: [],
    items: [],
    comparison: null,
    raise: 'Let somebody without a stake measure it and publish the method.',
    effort: EFFORT,
    ...change,
  };
}

function unknown(id: string, dimension: string, title: string, change: Partial<Unknown> = {}): Unknown {
  return {
    ...base(id, dimension, title),
    at: null,
    status: 'unknown',
    stated: false,
    note: null,
    searched: null,
    where: [],
    levels: { supported: 0, claimed: 0, possible: 4 },
    raise: 'Publish it.',
    effort: EFFORT,
    ...change,
  };
}

function dimension(
  id: string,
  title: string,
  weight: number,
  marks: [number, number, number],
  criteria: CriterionReport[],
): DimensionReport {
  const [supported, claimed, possible] = marks;
  const reason =
    'The buyer compares price and speed with a market of close substitutes, so this is part of the decision.';
  return { id, title, weight, reason, supported, claimed, possible, criteria };
}

const AWS = {
  id: null,
  name: 'AWS p5.48xlarge',
  value: 6.88,
  unit: 'USD per H100-hour',
  from: null,
  source: null,
} as const;
const WASABI = {
  id: 'wasabi',
  name: 'Wasabi',
  value: 4.27,
  unit: 'USD per H100-hour',
  from: '2026-05-01',
  source: { title: 'Price page', url: 'https://prices.example.com/wasabi', grade: 'checkable' },
} as const;

const COST = answered('cost', 'technical_edge', 'Price against the alternative', {
  kind: 'comparison',
  said: '2.65 USD per H100-hour against 6.88 of AWS p5.48xlarge',
  levels: { supported: 2, claimed: 2, possible: 2 },
  share: 0.109,
  grade: 'checkable',
  cap: 3,
  sources: [
    source(),
    source({
      id: 'aws',
      title: 'AWS on-demand prices',
      url: 'https://aws.amazon.com/ec2/pricing',
      lowered: ['stale'],
      grade: 'press',
    }),
  ],
  comparison: {
    project: 2.65,
    unit: 'USD per H100-hour',
    better: 'lower',
    author: AWS,
    ratio: 2.5962264150943395,
    best: WASABI,
    bestRatio: 1.6113207547169812,
    incumbent: null,
    incumbentRatio: null,
    workload: 'h100-rental',
    serviceClass: null,
  },
});

const PROOF = answered('proof', 'technical_edge', 'Proof of the edge', {
  disputedBy: [
    source({
      id: 'critique',
      title: 'A critique',
      url: 'https://critic.example.net/post',
      kind: 'press',
      grade: 'press',
    }),
  ],
  note: 'One region only.',
});

const CUSTOMERS = answered('customers', 'landmark_adoption', 'Named customers', {
  kind: 'customers',
  said: 'Example Hospital',
  levels: { supported: 2, claimed: 3, possible: 3 },
  items: [item()],
  sources: item().sources,
});

const DIMENSIONS: readonly DimensionReport[] = [
  dimension(
    'technical_edge',
    'Technical edge',
    40,
    [30.5, 41, 62.5],
    [
      COST,
      PROOF,
      unknown('capacity', 'technical_edge', 'Capacity', {
        stated: true,
        searched: '2026-06-20',
        where: ['https://example.org/docs', 'the status page'],
        share: 0.0727,
      }),
    ],
  ),
  dimension(
    'switching_cost',
    'Switching cost',
    10,
    [25, 50, 87.5],
    [
      answered('integration', 'switching_cost', 'Integration', { said: 'adapter' }),
      unknown('continuity', 'switching_cost', 'Continuity', { share: 0.0214 }),
    ],
  ),
  dimension(
    'demand_maturity',
    'Demand maturity',
    30,
    [44.99, 60, 81.25],
    [answered('urgency', 'demand_maturity', 'Urgency', { said: 'pilots' })],
  ),
  dimension(
    'regulatory_pull',
    'Regulatory pull',
    5,
    [0, 0, 100],
    [
      unknown('duties', 'regulatory_pull', 'Duties it helps to meet', { share: 0.02 }),
      {
        ...base('means', 'regulatory_pull', 'Means of the rule'),
        share: 0,
        at: null,
        status: 'not-applicable',
        reason: 'No rule names a means here.',
      },
    ],
  ),
  dimension('landmark_adoption', 'Landmark adoption', 15, [35, 55, 90], [CUSTOMERS]),
];

export const GATES: readonly GateReport[] = [
  gate('edge-pays-for-switch', 'The edge pays for the switch', 'failed', 44, 31),
  gate('survives-node-failure', 'It survives a node failure', 'not-shown-yet', 31, 33.2),
  gate('someone-pays-today', 'Someone pays today', 'passed', 64, 31),
  gate('landmark', 'There is a landmark', 'not-shown-yet', 64, 31),
];

function gate(id: string, title: string, status: GateReport['status'], cap: number, without: number): GateReport {
  const passes =
    status === 'not-asked'
      ? null
      : { supported: status === 'passed', claimed: status === 'passed', possible: status !== 'failed' };
  return {
    id,
    title,
    status,
    says: 'The gain shown is smaller than what the ease of switching asks for.',
    cap,
    binds: without > cap,
    passes,
    effects:
      passes === null
        ? null
        : {
            supported: { without, holds: without > cap },
            claimed: { without: 44, holds: false },
            possible: { without: 77.4, holds: false },
          },
    claims: [],
  };
}

/** A report with everything in it: gates that bind, a dispute, unknowns, findings and further causes. */
const QUESTIONS: Report['questions'] = [
  {
    criterion: 'duties',
    title: 'Duties it helps to meet',
    question: 'Which duties does it help to meet?',
    kind: 'find-out',
    points: 12.5,
    adds: 12.5,
    takes: 10,
    pointsBeforeGates: 12.5,
    effort: 'days',
    ifBest: 'conditional-fit',
    ifPoor: 'conditional-fit',
    sources: ['audit'],
    needs: 'The text of the law, and documentation.',
  },
  {
    criterion: 'proof',
    title: 'Proof of the edge',
    question: 'Who measured it?',
    kind: 'show',
    points: 0,
    adds: 0,
    takes: 0,
    pointsBeforeGates: 2.75,
    effort: 'hours',
    ifBest: 'weak-fit',
    ifPoor: 'strong-fit',
    sources: ['benchmark'],
    needs: 'A benchmark.',
  },
];

/** The price at a third: raises the comparison from level 1 to 3. */
export const CHEAPER: PathStep = {
  criterion: 'cost',
  title: 'Price against the alternative',
  from: 1,
  to: 3,
  kind: 'raise',
  means: 'At least three times better.',
  ratio: 3,
  figure: { project: 4.3, target: 2.33, unit: 'USD per TB-month', better: 'lower', against: WASABI },
  effort: 'months',
  sources: ['price-list', 'contract'],
  how: 'Sell at a third of the price.',
};

const LEVERS: Report['levers'] = [
  {
    lifts: ['edge-pays-for-switch'],
    points: 2.2,
    pointsBeforeGates: 6,
    atBest: 81,
    verdict: 'weak-fit',
    steps: [CHEAPER],
  },
  {
    lifts: [],
    points: 2.75,
    pointsBeforeGates: 2.75,
    atBest: 77,
    verdict: 'weak-fit',
    steps: [
      {
        criterion: 'proof',
        title: 'Proof of the edge',
        from: 1,
        to: 2,
        kind: 'raise',
        means: 'A document gives figures for both sides.',
        ratio: null,
        figure: null,
        effort: 'weeks',
        sources: ['benchmark'],
        how: 'Have somebody without a stake measure it.',
      },
    ],
  },
];

export function sampleReport(change: Partial<Report> = {}): Report {
  return {
    project: {
      name: 'Example Network',
      offer: 'On-demand H100 rental',
      website: 'https://example.org',
      file: 'memos/example.yaml',
    },
    reference: false,
    asOf: '2026-06-29',
    weights: null,
    classification: {
      status: 'decided',
      track: 'compute',
      model: 'pooled-gpus',
      between: [],
      ranked: [
        { track: 'compute', share: 0.829 },
        { track: 'storage', share: 0.11 },
        { track: 'outside', share: 0.061 },
      ],
      margin: 0.719,
      words: [
        { text: 'H100', track: 'compute', weight: 1.4271 },
        { text: 'rental', track: 'storage', weight: -0.31 },
      ],
      declared: 'compute',
      setTo: null,
      scoredAs: 'compute',
    },
    fit: {
      supported: 31,
      claimed: 44,
      possible: 77.4,
      uncapped: 33.2,
      uncappedClaimed: 48.9,
      uncappedPossible: 77.4,
      shares: { shown: 31, claimedOnly: 13, open: 33, ruledOut: 23 },
    },
    coverage: 0.615,
    quotes: { quoted: 0, verified: 0 },
    verdict: 'weak-fit',
    verdictTitle: 'Weak fit, so far',
    basis: 'so-far',
    sentence:
      'What is shown so far meets part of a real need; 13 of 100 points are claimed only and 33 are open. Find out first: who pays.',
    verdictAtPossible: 'strong-fit',
    certainty: CERTAINTY,
    nextChange: null,
    explanation: EXPLANATION,
    otherTracks: [],
    gates: GATES,
    breakEven: {
      status: 'compared',
      criterion: 'cost',
      better: 'lower',
      ease: { supported: 2, claimed: 2, possible: 3 },
      incumbent: null,
      best: {
        gate: 'edge-pays-for-switch',
        needed: { supported: 3, claimed: 3, possible: 1.75 },
        shown: {
          supported: { value: 1.6113207547169812, below: false },
          claimed: { value: 1.6113207547169812, below: false },
          possible: { value: 1.6113207547169812, below: false },
        },
        against: { supported: WASABI, claimed: WASABI, possible: WASABI },
      },
    },
    dimensions: DIMENSIONS,
    diagnosis: {
      id: 'edge-too-small',
      title: 'The edge is too small for the switch',
      means: 'What the buyer gains over the best alternative is less than moving costs them.',
      route: 'adapt',
      advice: 'Either widen the gain on the workload where it is largest, or lower the cost of moving.',
      trigger: 'A comparison by a third party in which the gain reaches the multiple that the report names.',
      claims: [],
    },
    otherCauses: [
      {
        id: 'no-landmark',
        title: 'It has no landmark',
        means: 'No named buyer outside crypto stands for the offer.',
        route: 'persist',
        advice: 'Win one organisation whose name means something to the next buyer.',
        trigger: 'A named customer outside crypto publishes a measured result.',
        claims: [],
      },
    ],
    questions: QUESTIONS,
    levers: LEVERS,
    findings: [
      { id: 'answer/disputed', subject: 'proof', detail: { source: 'critique' }, at: span(30) },
      {
        id: 'comparison/cheaper-alternative',
        subject: 'cost',
        detail: { named: 'AWS p5.48xlarge', best: 'Wasabi', ratio: 2.5962264150943395, bestRatio: 1.6113207547169812 },
        at: span(24),
      },
      { id: 'source/uncited', subject: 'deck', detail: {}, at: null },
    ],
    scope: 'Measures how well one offer meets demand that buyers have at the stated day. It is no investment advice.',
    ...change,
  };
}

function named(name: string): Report['project'] {
  return { name, offer: null, website: null, file: null };
}

export function outsideReport(): Report {
  return sampleReport({
    project: named('Tulip Bakery'),
    classification: {
      ...sampleReport().classification,
      status: 'outside',
      track: null,
      model: null,
      ranked: [
        { track: 'outside', share: 0.9 },
        { track: 'compute', share: 0.1 },
      ],
      margin: 0.8,
      words: [],
      declared: null,
      setTo: null,
      scoredAs: null,
    },
    fit: null,
    coverage: null,
    verdict: null,
    verdictTitle: 'Outside',
    basis: null,
    questions: [],
    sentence: 'The summary does not describe a crypto+AI project of any track, so no fit is given.',
    verdictAtPossible: null,
    certainty: null,
    nextChange: null,
    explanation: null,
    gates: [],
    breakEven: { status: 'not-asked', reason: 'No track applies.' },
    dimensions: [],
    diagnosis: null,
    otherCauses: [],
    levers: [],
    findings: [],
  });
}

export function undecidedReport(): Report {
  return sampleReport({
    project: named('Between Two'),
    classification: {
      ...sampleReport().classification,
      status: 'undecided',
      between: ['compute', 'storage'],
      ranked: [
        { track: 'compute', share: 0.45 },
        { track: 'storage', share: 0.44 },
        { track: 'outside', share: 0.11 },
      ],
      margin: 0.01,
      declared: null,
      setTo: null,
      scoredAs: 'storage',
    },
    otherTracks: [
      {
        track: 'compute',
        because: 'undecided',
        supported: 40,
        claimed: 50.5,
        possible: 80,
        verdict: 'conditional-fit',
      },
    ],
  });
}

const NOWHERE = { supported: null, claimed: null, possible: null };

/** Nothing answered: every criterion unknown, nothing rateable, no break-even shown. */
export function unknownReport(): Report {
  const dimensions = DIMENSIONS.map((entry) => ({
    ...entry,
    supported: 0,
    claimed: 0,
    possible: 100,
    criteria: entry.criteria.map((criterion) => unknown(criterion.id, entry.id, criterion.title)),
  }));
  const { breakEven } = sampleReport();
  return sampleReport({
    project: named('Silent Protocol'),
    fit: {
      supported: 0,
      claimed: 0,
      possible: 100,
      uncapped: 0,
      uncappedClaimed: 0,
      uncappedPossible: 100,
      shares: { shown: 0, claimedOnly: 0, open: 100, ruledOut: 0 },
    },
    coverage: 0,
    verdict: 'not-rateable',
    verdictTitle: 'Not rateable',
    basis: 'not-rateable',
    sentence: 'Too little is known that distinguishes this project from others; 100 of 100 points are open.',
    breakEven:
      breakEven.status === 'compared' && breakEven.best !== null
        ? { ...breakEven, best: { ...breakEven.best, shown: NOWHERE, against: NOWHERE } }
        : breakEven,
    gates: GATES.map((entry) => ({
      ...entry,
      binds: false,
      effects: {
        supported: { without: 0, holds: false },
        claimed: { without: 0, holds: false },
        possible: { without: 100, holds: false },
      },
    })),
    dimensions,
    findings: [],
  });
}

export function reportFile(...reports: readonly Report[]): ReportJson {
  return {
    schemaVersion: 2,
    tool: { name: 'demandfit', version: '0.1.0' },
    rubric: { id: 'demand-fit', version: '1.0.0', title: 'Demand fit of crypto+AI projects', origin: 'built-in' },
    reports,
    problems: [],
  };
}
