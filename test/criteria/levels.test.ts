import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { type Answer, cite, type Description, type Source } from '../../src/model/description.ts';
import { LEVELS, type Level } from '../../src/model/level.ts';
import type { CriterionReport, Report } from '../../src/model/report.ts';
import type { Alternative, Criterion, Rubric } from '../../src/model/rubric.ts';
import { shippedRubric } from '../support/rubric.ts';

const shipped = shippedRubric();

/** The shipped rubric, but each criterion takes any kind of source as the kinds are not what is tested. */
const rubric = {
  ...shipped,
  criteria: shipped.criteria.map((criterion) => ({
    ...criterion,
    needs: { ...criterion.needs, kinds: shipped.evidence.kinds.map(({ id }) => id) },
  })),
};

const proof: Source = {
  id: 'proof',
  title: 'An outside examination',
  url: 'https://lab.example.edu/report',
  kind: 'audit',
  published: '2026-09-01',
  accessed: null,
};

/** What the project itself publishes, so that its website carries a source. */
const own: Source = { ...proof, id: 'own', title: 'Manual', url: 'https://docs.example.org', kind: 'docs' };

const support = { sources: ['proof'].map(cite), disputed_by: [], note: null };

function describing(
  track: string,
  answers: Readonly<Record<string, unknown>>,
  more: Partial<Description> = {},
): Description {
  return {
    name: 'Example Network',
    offer: null,
    summary: 'A network on a chain.',
    website: 'https://example.org',
    own_hosts: [],
    reference: false,
    as_of: '2026-09-30',
    track,
    sources: [proof, own],
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, value]): [string, Answer] => [id, { status: 'answered', value }]),
    ),
    file: null,
    placeOf: () => null,
    ...more,
  };
}

function criterionIn(report: Report, id: string): Extract<CriterionReport, { status: 'answered' }> {
  const found = report.dimensions.flatMap((dimension) => dimension.criteria).find((criterion) => criterion.id === id);
  if (found?.status !== 'answered') throw new Error(`${id} is not answered`);
  return found;
}

const customer = { outside_crypto: true, stage: 'production', paid: true, ...support };
const customersAt: Readonly<Record<Level, readonly unknown[]>> = {
  0: [],
  1: [{ ...customer, name: 'Alpha', outside_crypto: false }],
  2: [{ ...customer, name: 'Alpha', stage: 'pilot' }],
  3: [{ ...customer, name: 'Alpha' }],
  4: ['Alpha', 'Beta', 'Gamma'].map((name) => ({ ...customer, name })),
};

/** An answer at each level that the kind can reach on its own; null where the register decides. */
function answerAt(criterion: Criterion, level: Level): unknown {
  const threshold = criterion.levels[level]?.at_least;
  switch (criterion.kind) {
    case 'choice':
      return { answer: criterion.levels[level]?.option, ...support };
    case 'number':
      return { answer: threshold ?? 0, ...support };
    case 'customers':
      return customersAt[level];
    default:
      return null;
  }
}

const reachable = rubric.criteria.flatMap((criterion) =>
  LEVELS.flatMap((level) => (answerAt(criterion, level) === null ? [] : [{ criterion, level, id: criterion.id }])),
);

describe('every written level', () => {
  it.each(reachable)('$id reaches level $level and no other', ({ criterion, level, id }) => {
    const track = rubric.tracks.find((entry) => criterion.not_applicable[entry.id] === undefined);
    const report = assess(describing(track?.id ?? '', { [id]: answerAt(criterion, level) }), rubric);
    // Who is named rules out no further customer; only an empty list does.
    const possible = criterion.kind === 'customers' && level > 0 ? 4 : level;
    expect(criterionIn(report, id).levels).toEqual({ supported: level, claimed: level, possible });
  });

  it('a duty reaches what the register says while it applies, and less before', () => {
    const at = (asOf: string, regulation: string, duty: string) => {
      const description = describing('verification', { duties: [{ regulation, duty, ...support }] });
      return criterionIn(assess(description, rubric, { asOf }), 'duties');
    };
    expect(at('2029-03-25', 'eu-ehds', 'art-73').levels.claimed).toBe(2);
    expect(at('2029-03-26', 'eu-ehds', 'art-73').levels.claimed).toBe(3);
    const reasonAt = (asOf: string) => at(asOf, 'eu-ai-act', 'art-12').items[0]?.reason;
    expect(reasonAt('2026-09-30')).toContain('2027-12-02');
    // Before the amendment of July 2026 was published, the date that the Act was adopted with stood.
    expect(reasonAt('2026-06-29')).toContain('2026-08-02');
  });

  it('a duty that ordinary means meet carries no more than that, and the reason names them', () => {
    const cited = { regulation: 'eu-ai-act', duty: 'art-12', ...support };
    const report = assess(describing('verification', { duties: [cited] }), rubric, { asOf: '2027-12-02' });
    const { levels, items } = criterionIn(report, 'duties');
    expect(levels.claimed).toBe(2);
    expect(items[0]?.reason).toContain('Other means: A logging library');
  });

  it('a voluntary framework carries level 1 and a repealed law none', () => {
    const duty = (regulation: string, id: string) =>
      criterionIn(
        assess(describing('verification', { duties: [{ regulation, duty: id, ...support }] }), rubric),
        'duties',
      );
    expect(duty('nist-ai-rmf', 'govern-and-map').levels.claimed).toBeLessThanOrEqual(1);
    expect(duty('us-co-sb-24-205', 'risk-programme').levels.claimed).toBe(0);
  });
});

describe('comparisons', () => {
  const document = { title: 'Prices', url: 'https://prices.example.net', date: '2026-09-01', kind: 'price-list' };
  const offered = (id: string, value: number, incumbent: boolean): Alternative => ({
    id,
    name: id,
    called: [],
    criterion: 'cost',
    track: 'storage',
    workload: 'object-storage',
    service_class: 'sla',
    unit: 'USD per TB-month',
    better: 'lower',
    figures: [{ value, from: '2026-09-01', derived: null, source: document }],
    note: null,
    incumbent,
  });
  const register: Rubric = { ...rubric, alternatives: [offered('dear', 24, true), offered('cheap', 7.5, false)] };
  const cost = (answer: object, more: Partial<Description> = {}) =>
    assess(
      describing(
        'storage',
        {
          cost: {
            alternative: 'dear',
            unit: 'USD per TB-month',
            workload: null,
            service_class: null,
            class_sources: [],
            better: 'lower',
            ...support,
            ...answer,
          },
        },
        more,
      ),
      register,
    );
  const idsIn = ({ findings }: Report) => findings.map(({ id }) => id);

  it('takes the level from the best registered alternative and prints the others', () => {
    const report = cost({ project: 5 });
    const { comparison, levels } = criterionIn(report, 'cost');
    expect(comparison).toMatchObject({ ratio: 4.8, best: { id: 'cheap' }, bestRatio: 1.5, incumbent: { id: 'dear' } });
    expect(levels).toEqual({ supported: 2, claimed: 2, possible: 2 });
    expect(idsIn(report)).toContain('comparison/cheaper-alternative');
    if (report.breakEven.status !== 'compared') throw new Error('it is compared');
    expect(report.breakEven.best?.shown.supported).toEqual({ value: 1.5, below: false });
    expect(report.breakEven.incumbent?.shown.supported?.value).toBeGreaterThan(1.5);
    expect(criterionIn(cost({ project: 5, alternative: 'cheap' }), 'cost').levels).toEqual(levels);
  });

  it('converts units exactly', () => {
    const report = cost({ project: 5, unit: 'USD per TiB-month' });
    expect(criterionIn(report, 'cost').comparison?.bestRatio).toBeCloseTo((7.5 * 1.099511627776) / 5, 12);
  });

  it('shows no more than the capped level allows', () => {
    const press: Source = { ...proof, kind: 'analytics', published: null };
    const report = cost({ project: 2.5 }, { sources: [press, own] });
    expect(criterionIn(report, 'cost').levels).toMatchObject({ supported: 3, claimed: 4 });
    expect(report.breakEven.status === 'compared' && report.breakEven.best?.shown.supported).toEqual({
      value: 3,
      below: true,
    });
  });

  it('counts a figure as claimed only where the register has nothing of that unit or workload', () => {
    const named = { name: 'Rival', value: 0.3, unit: null, sources: ['proof'].map(cite) };
    for (const odd of [{ unit: 'USD per TB of month' }, { workload: 'ten-year-archive' }]) {
      const report = cost({ project: 0.1, alternative: named, ...odd });
      expect(criterionIn(report, 'cost').levels).toEqual({ supported: 0, claimed: 4, possible: 4 });
      expect(idsIn(report)).toContain('comparison/no-registered-alternative');
    }
  });

  it('counts a price under a fifth of the cheapest as claimed only', () => {
    const report = cost({ project: 1.4 });
    expect(criterionIn(report, 'cost').levels).toEqual({ supported: 0, claimed: 4, possible: 4 });
    expect(idsIn(report)).toContain('comparison/implausible');
  });

  it('takes the hardest workload where the description leaves it open, and the easiest only as possible', () => {
    const named = { name: 'Rival', value: 10, unit: null, sources: ['proof'].map(cite) };
    const open = assess(
      describing('compute', {
        cost: {
          project: 2,
          alternative: named,
          unit: 'USD per H100-hour',
          better: 'lower',
          workload: null,
          service_class: null,
          class_sources: [],
          ...support,
        },
      }),
      rubric,
    );
    const shown = open.breakEven.status === 'compared' ? open.breakEven.best?.shown : null;
    expect(shown?.possible?.value).toBeGreaterThan(shown?.claimed?.value ?? 0);
    expect(open.findings.map((finding) => finding.id)).toContain('comparison/class-not-stated');
  });
});

describe('the class of a comparison', () => {
  const gpu = (answer: object, sources: readonly Source[] = [proof, own]) =>
    assess(
      describing(
        'compute',
        {
          cost: {
            project: 2.2,
            unit: 'USD per H100-hour',
            better: 'lower',
            workload: 'h100-rental',
            service_class: null,
            class_sources: [],
            ...support,
            ...answer,
          },
        },
        { sources },
      ),
      rubric,
    ).breakEven;
  const shownAt = (breakEven: ReturnType<typeof gpu>, bound: 'supported' | 'claimed' | 'possible') =>
    breakEven.status === 'compared' ? breakEven.best?.shown[bound]?.value : undefined;

  it('does not follow from the alternative that the author names', () => {
    const dear = gpu({ alternative: 'aws-p5' });
    const cheap = gpu({ alternative: 'vast-ai-median' });
    expect(dear).toEqual(cheap);
  });

  it('counts as claimed until a source that can be inspected shows it', () => {
    const bare = gpu({ alternative: 'aws-p5', service_class: 'data-centre' });
    const shown = gpu({ alternative: 'aws-p5', service_class: 'data-centre', class_sources: ['proof'].map(cite) });
    expect(shownAt(bare, 'supported')).toBe(shownAt(gpu({ alternative: 'aws-p5' }), 'supported'));
    expect(shownAt(bare, 'claimed')).toBe(shownAt(shown, 'claimed'));
    expect(shownAt(shown, 'supported')).toBeGreaterThan(shownAt(bare, 'supported') ?? 0);
  });

  it('of a data centre is not shown by the supplier, whose other classes a contract shows', () => {
    const ownPages = { class_sources: ['own'].map(cite) };
    const said = gpu({ alternative: 'aws-p5', service_class: 'data-centre', ...ownPages });
    expect(shownAt(said, 'supported')).toBe(shownAt(gpu({ alternative: 'aws-p5' }), 'supported'));
    const market = gpu({ alternative: 'aws-p5', service_class: 'marketplace', ...ownPages });
    const bare = gpu({ alternative: 'aws-p5', service_class: 'marketplace' });
    expect(shownAt(market, 'supported')).toBeGreaterThanOrEqual(shownAt(bare, 'supported') ?? 0);
  });

  it('that the register has no alternative of narrows nothing', () => {
    const other = gpu({ alternative: 'aws-p5', service_class: 'sla', class_sources: ['proof'].map(cite) });
    expect(other).toEqual(gpu({ alternative: 'aws-p5' }));
  });
});

describe('duties in the register', () => {
  const base = rubric.regulations[0];
  const duty = base?.duties[0];
  const tracks = { verification: { level: 4 as const, reason: 'For the test.' } };
  const asked = { tracks, means: 'required-technique' as const };
  const levelFor = (more: object, law: object = {}, asOf = '2026-09-30') => {
    if (base === undefined || duty === undefined) throw new Error('the register is empty');
    const made = { ...base, id: 'made-up', status: 'in-force' as const, adopted: null, in_force: null, ...law };
    const on = {
      ...rubric,
      regulations: [
        { ...made, duties: [{ ...duty, id: 'd', until: null, binding: 'hard' as const, ...asked, ...more }] },
      ],
    };
    const cited = [{ regulation: 'made-up', duty: 'd', ...support }];
    return criterionIn(assess(describing('verification', { duties: cited }), on, { asOf }), 'duties').levels.claimed;
  };
  const dates = (set_on: string, from: string) => [{ set_on, from, scope: 'all' }];

  it.each([
    ['a hard one that applies', { dates: dates('2024-01-01', '2025-01-01') }, {}, 4],
    [
      'one for which a technique is named',
      { dates: dates('2024-01-01', '2025-01-01'), means: 'named-technique' },
      {},
      3,
    ],
    ['one with an outside check', { dates: dates('2024-01-01', '2025-01-01'), means: 'outside-check' }, {}, 3],
    ['one that ordinary means meet', { dates: dates('2024-01-01', '2025-01-01'), means: 'ordinary' }, {}, 2],
    ['a hard one that is adopted', { dates: dates('2024-01-01', '2027-01-01') }, {}, 2],
    ['a hard one whose text came later', { dates: dates('2026-12-01', '2026-12-02') }, {}, 1],
    ['a voluntary one that applies', { dates: dates('2024-01-01', '2025-01-01'), binding: 'voluntary' }, {}, 1],
    ['a voluntary one to come', { dates: dates('2024-01-01', '2027-01-01'), binding: 'voluntary' }, {}, 1],
    ['one that ended', { dates: dates('2024-01-01', '2025-01-01'), until: '2026-05-14' }, {}, 0],
    ['one without dates in a law in force', { dates: [] }, {}, 4],
    ['one without dates before its law', { dates: [] }, { in_force: '2026-10-01' }, 1],
    ['one without dates in a proposal', { dates: [] }, { status: 'proposed' }, 1],
  ])('%s', (_what, more, law, level) => {
    expect(levelFor(more, law)).toBe(level);
  });
});

describe('customers', () => {
  const levels = (items: readonly object[]) =>
    criterionIn(assess(describing('compute', { customers: items }), rubric), 'customers').levels;

  it('count one organisation once, however it is spelled', () => {
    const names = ['Acme', 'ACME, Inc.', 'acme  ltd'];
    expect(levels(names.map((name) => ({ ...customer, name }))).supported).toBe(3);
  });

  it('take a fact that is left out against them until it is known', () => {
    const of = (facts: object) => levels([{ ...customer, name: 'Alpha', ...facts }]);
    const at = (level: Level) => ({ supported: level, claimed: level, possible: 4 });
    expect(of({ paid: null })).toEqual(at(2));
    expect(of({ stage: null })).toEqual(at(1));
    expect(of({ stage: null, paid: null })).toEqual(of({ stage: 'announced', paid: false }));
    expect(of({ outside_crypto: null, stage: null, paid: null })).toEqual(at(1));
  });

  it('rule out a further one only where the list is empty', () => {
    const pilot = { ...customer, name: 'Alpha', stage: 'pilot', paid: false };
    expect(levels([pilot]).possible).toBe(4);
    expect(levels([{ ...pilot, outside_crypto: false }]).possible).toBe(4);
    expect(levels([]).possible).toBe(0);
  });

  it('have the grade of the one that carries the level', () => {
    const items = [
      { ...customer, name: 'Bare', sources: [] },
      { ...customer, name: 'Inside', outside_crypto: false },
    ];
    const found = criterionIn(assess(describing('compute', { customers: items }), rubric), 'customers');
    expect(found).toMatchObject({ grade: 'independent', levels: { supported: 1, claimed: 3 } });
    expect(found.sources).toHaveLength(1);
  });
});

describe('evidence', () => {
  const levelWith = (source: Partial<Source>, more: Partial<Description> = {}) =>
    criterionIn(
      assess(
        describing(
          'compute',
          { availability: { answer: 'established', ...support } },
          { sources: [{ ...proof, ...source }, own], ...more },
        ),
        rubric,
      ),
      'availability',
    );

  it.each([
    ['statement', 1],
    ['press', 2],
    ['docs', 3],
    ['audit', 4],
  ] as const)('of kind %s carries level %i', (kind, level) => {
    expect(levelWith({ kind }).levels.supported).toBe(level);
  });

  it.each([
    ['https://example.org/audit', 1],
    ['https://www.example.org/audit', 1],
    ['https://docs.example.org/audit', 1],
    ['https://lab.example.net/audit', 4],
    ['https://bench.example.org./audit', 1],
    ['https://ex%61mple.org/audit', 1],
    ['https://example.org#@lab.example.edu/', 1],
    ['https://user@example.org/audit', 1],
    ['https://web.archive.org/web/20260801000000/https://example.org/audit', 1],
    ['https://web.archive.org/web/20260801000000/https://lab.example.net/audit', 4],
    ['https://github.com/example/audit', 1],
    ['https://github.com/somebody/audit', 4],
  ] as const)('at %s carries level %i, since an audit on the project’s own hosts is its own word', (url, level) => {
    expect(levelWith({ url }, { own_hosts: ['github.com/example'] }).levels.supported).toBe(level);
  });

  it('of one owner’s other host is no more independent, whichever page the website names', () => {
    const app = { website: 'https://app.example.org/start' };
    expect(levelWith({ url: 'https://example.org/audit' }, app).levels.supported).toBe(1);
  });

  it('is dated by the day it was read only where it is a live document', () => {
    const read = { published: null, accessed: '2026-09-01' };
    expect(levelWith({ kind: 'docs', ...read }).sources[0]?.lowered).toEqual([]);
    expect(levelWith({ kind: 'audit', ...read }).sources[0]?.lowered).toEqual(['undated']);
  });

  it('is not independent of a project that names no website', () => {
    expect(levelWith({}, { website: null }).levels.supported).toBe(1);
    expect(levelWith({ kind: 'docs' }, { website: null }).levels.supported).toBe(2);
  });

  it.each([
    ['stale', '2020-01-01', 3],
    ['undated', null, 3],
    ['after-as-of', '2026-10-01', 0],
  ] as const)('that is %s counts less', (lowering, published, level) => {
    const found = levelWith({ published });
    expect(found.levels.supported).toBe(level);
    expect(found.sources[0]?.lowered).toEqual([lowering]);
  });

  it('of a quarter counts from its first day', () => {
    expect(levelWith({ published: '2026-Q4' }).levels.supported).toBe(0);
    expect(levelWith({ published: '2026-Q3' }).levels.supported).toBe(4);
  });
});

describe('a share where per cent are asked for', () => {
  const ofShare = {
    ...rubric,
    criteria: rubric.criteria.map((criterion) =>
      criterion.id === 'revenue' ? { ...criterion, unit: 'per cent', slip_up_to: 1 } : criterion,
    ),
  };
  const slipsOf = (answer: number) =>
    assess(describing('compute', { revenue: { answer, ...support } }), ofShare).findings.filter(
      ({ id }) => id === 'answer/unit-slip',
    );

  it('is a finding that says what to write', () => {
    expect(slipsOf(0.8)).toMatchObject([{ detail: { said: '0.8 per cent', meant: '80' } }]);
    expect(slipsOf(0.07)).toMatchObject([{ detail: { meant: '7' } }]);
    expect(slipsOf(80)).toEqual([]);
  });
});
