import { describe, expect, it } from 'vitest';
import { cappedRubric, HEAD, marked, rubric, toldOf } from './read.ts';

interface Row {
  /** The place that the problem points at stands between « and ». */
  readonly text: string;
  readonly code: string;
  readonly what: RegExp;
  readonly fix: RegExp;
  readonly suggestion: string | null;
}

function row(text: string, code: string, what: RegExp, suggestion: string | null = null, fix = /./): Row {
  return { text, code, what, suggestion, fix };
}

/** Holds that exactly this is told of a text, in its place. */
function expectTold({ text, code, what, fix, suggestion }: Row, of = rubric): void {
  const { text: plain, at } = marked(/^«?n»?ame/.test(text) ? text : HEAD + text);
  expect(toldOf(plain, of)).toEqual([
    { at, code, what: expect.stringMatching(what), fix: expect.stringMatching(fix), suggestion },
  ]);
}

const edge = (answer: string) => `technical_edge:\n  proof: ${answer}\n`;
const cost = (rest: string) => `technical_edge:\n  cost: { project: 1, alternative: aws-p5, ${rest} }\n`;
const source = (rest: string) => `sources:\n  s: { title: T, ${rest} }\n`;
const customers = (item: string) => `landmark_adoption:\n  customers: [${item}]\n`;
const duties = (item: string) => `regulatory_pull:\n  duties: [${item}]\n`;

describe('a key', () => {
  const unknown = 'schema/unknown-key';

  it.each([
    row('«nmae»: B\n', unknown, /^unknown key `nmae`$/, 'name', /Known keys: \$schema, name, offer/),
    row('«colour»: B\n', unknown, /unknown key `colour`/),
    row(
      source('url: https://a.org, kind: docs, «titel»: B'),
      unknown,
      /in `sources.s`/,
      'title',
      /published, accessed/,
    ),
    row('technical_edge:\n  «prof»: unknown\n', unknown, /in `technical_edge`/, 'proof', /cost, proof/),
    row(edge('{ answer: own-claim, «sorces»: [] }'), unknown, /in `technical_edge.proof`/, 'sources'),
    row(cost('unit: USD per H100-hour, «units»: x'), unknown, /in `technical_edge.cost`/, 'unit'),
    row(customers('{ name: A, «payed»: true }'), unknown, /in customer 1 \(A\)/, 'paid'),
    row(duties('{ regulation: gdpr, duty: art-25, «dty»: x }'), unknown, /in duty 1 \(gdpr\)/, 'duty'),
  ])('that nothing reads is told: $text', (entry) => expectTold(entry));

  it.each([
    row(
      '«continuity»: unknown\n',
      unknown,
      /^unknown key `continuity`$/,
      null,
      /`continuity` belongs under `switching_cost:`/,
    ),
    row('technical_edge:\n  «urgency»: pilots\n', unknown, /`urgency`/, null, /belongs under `demand_maturity:`/),
    row(edge('{ answer: own-claim, «cost»: 1 }'), unknown, /`cost`/, null, /belongs under `technical_edge:`/),
  ])('of a criterion out of place is sent home: $text', (entry) => expectTold(entry));

  it.each([
    row(
      edge('{ answer: unknown, «sources»: [a] }'),
      'schema/key-out-of-place',
      /`sources` is not allowed in `technical_edge.proof` with `answer: unknown`/,
      null,
      /^Remove `sources`.* Allowed with `answer: unknown`: note\.$/,
    ),
    row('technical_edge:\n  cost: { answer: unknown, «project»: 1 }\n', 'schema/key-out-of-place', /`project` is not/),
    row(
      edge('{ unknown: { «searched»: yesterday, where: [docs] } }').replace(
        '«searched»: yesterday',
        'searched: «yesterday»',
      ),
      'schema/not-accepted',
      /calendar date/,
    ),
    row(edge('{ unknown: { searched: 2026-06-20, where: «[]» } }'), 'schema/out-of-range', /where/),
    row(edge('{ «unknown»: { searched: 2026-06-20 } }'), 'schema/missing-key', /where/),
    row(edge('{ unknown: { searched: 2026-06-20, where: [docs] }, «sources»: [a] }'), unknown, /sources/),
    row(edge('{ answer: unknown, «nots»: x }'), unknown, /unknown key `nots`/, 'note', /^Known keys: answer, note\.$/),
    row(
      customers('').replace('[]', '{ answer: unknown, «sources»: [a] }'),
      unknown,
      /`sources`/,
      null,
      /: answer, note\.$/,
    ),
  ])('beside an unknown answer is told without a contradiction: $text', (entry) => expectTold(entry));

  it('that is half of a text cut at a comma is told with the way out', () => {
    const text = edge('{ answer: own-claim, note: One region, «not two» }');
    expectTold(row(text, unknown, /`not two`/, null, /a comma ends a text: .* in quotes/));
  });

  it.each([
    row('«n»ame: A\nas_of: 2026-09-30\n', 'schema/missing-key', /^`summary` is missing$/, null, /`summary:`/),
    row(
      'sources:\n  «s»: { url: https://a.org, kind: docs }\n',
      'schema/missing-key',
      /`title` is missing from `sources.s`/,
    ),
    row('technical_edge:\n  «proof»: { sources: [] }\n', 'schema/missing-key', /`answer` is missing/),
    row('technical_edge:\n  «cost»: { project: 1, alternative: aws-p5 }\n', 'schema/missing-key', /`unit` is missing/),
    row(
      cost('unit: u').replace('aws-p5', '{ name: A }').replace('alternative', '«alternative»'),
      'schema/missing-key',
      /`value`/,
    ),
    row(duties('«{» regulation: gdpr }'), 'schema/missing-key', /`duty` is missing from duty 1 \(gdpr\)/),
    row(customers('«{» paid: true }'), 'schema/missing-key', /`name` is missing from/),
  ])('that is missing is told at what lacks it: $text', (entry) => expectTold(entry));
});

describe('a value', () => {
  const wrong = 'schema/wrong-type';
  const empty = 'schema/empty-value';
  const option = 'schema/not-an-option';
  const range = 'schema/out-of-range';

  it.each([
    row('«technical_edge»:\n', empty, /`technical_edge` has no value/, null, /a mapping/),
    row('«sources»:\n', empty, /`sources` has no value/, null, /a mapping/),
    row('technical_edge:\n  «proof»:\n', empty, /`technical_edge.proof` has no value/, null, /`own-claim`/),
    row('«own_hosts»:\n', empty, /`own_hosts` has no value/, null, /a list/),
    row('name: «""»\nsummary: S\nas_of: 2026-09-30\n', empty, /`name` is empty/),
    row('name: A\nsummary: «"  "»\nas_of: 2026-09-30\n', empty, /`summary` is empty/),
    row('own_hosts: [«""»]\n', empty, /is empty/),
  ])('that is empty is told: $text', (entry) => expectTold(entry));

  it.each([
    row('name: «3»\nsummary: S\nas_of: 2026-09-30\n', wrong, /must be text, not the number 3/, null, /in quotes/),
    row('name: «true»\nsummary: S\nas_of: 2026-09-30\n', wrong, /must be text, not the boolean true/),
    row('name: A\nsummary: «[S]»\nas_of: 2026-09-30\n', wrong, /must be text, not a list/),
    row('name: A\nsummary: S\nas_of: «20260930»\n', wrong, /`as_of` must be text, not the number/),
    row('offer: «{ a: b }»\n', wrong, /must be text, not a mapping/),
    row('own_hosts: «a.org»\n', wrong, /must be a list, not text/),
    row('sources: «[]»\n', wrong, /must be a mapping, not a list/),
    row('sources:\n  s: «https://a.org»\n', wrong, /`sources.s` must be a mapping, not text/),
    row('technical_edge: «none»\n', wrong, /`technical_edge` must be a mapping, not text/),
    row(edge('{ answer: own-claim, sources: «s» }'), wrong, /must be a list, not text/),
    row(edge('{ answer: own-claim, note: «7» }'), wrong, /must be text, not the number 7/),
    row('technical_edge:\n  cost: «3»\n', wrong, /must be a mapping or `unknown`, not the number 3/),
    row('demand_maturity:\n  revenue: «much»\n', wrong, /must be a number .*, not text/),
    row(
      'demand_maturity:\n  revenue: «"1,000"»\n',
      wrong,
      /must be a number/,
      null,
      /^Write 1000, a number without quotes/,
    ),
    row('regulatory_pull:\n  duties: «none»\n', wrong, /must be a list/),
    row(customers('«A»'), wrong, /^entry 1 of `landmark_adoption.customers` must be a mapping, not text/),
  ])('of another type is told: $text', (entry) => expectTold(entry));

  it.each([
    row('track: «storag»\n', option, /invalid value `storag` for `track`/, 'storage', /compute, data-market/),
    row(edge('«own-clam»'), option, /for `technical_edge.proof`/, 'own-claim', /behind, own-claim, .*, unknown/),
    row(edge('{ answer: «own-clam» }'), option, /for `technical_edge.proof.answer`/, 'own-claim'),
    row(edge('{ answer: «Own_Claim» }'), option, /invalid value `Own_Claim`/, 'own-claim'),
    row(edge('«best»'), option, /invalid value `best`/),
    row(source('url: https://a.org, kind: «dcs»'), option, /for `sources.s.kind`/, 'docs', /price-list, contract/),
    row(cost('unit: u').replace('aws-p5', '«aws-p6»'), option, /for `technical_edge.cost.alternative`/, 'aws-p5'),
    row(cost('unit: USD per H100-hour, workload: «h100-rentl»'), option, /cost.workload`/, 'h100-rental'),
    row(cost('unit: USD per H100-hour, service_class: «data-center»'), option, /service_class`/, 'data-centre'),
    row(cost('unit: USD per H100-hour, better: «higher»'), option, /for `technical_edge.cost.better`/),
    row(
      customers('{ name: A, stage: «prodution» }'),
      option,
      /`stage` of customer 1 \(A\)/,
      'production',
      /announced, pilot/,
    ),
    row(duties('{ regulation: «gdrp», duty: art-25 }'), option, /`regulation` of duty 1 \(gdrp\)/, 'gdpr'),
  ])('that is no option is told with the near miss: $text', (entry) => expectTold(entry));

  it.each([
    row('demand_maturity:\n  revenue: «101»\n', range, /must be at most 100/),
    row('demand_maturity:\n  revenue: { answer: «-1» }\n', range, /must be at least 0/),
    row('demand_maturity:\n  revenue: «-0.5»\n', range, /must be at least 0/),
    row(cost('unit: USD per H100-hour').replace(': 1,', ': «0»,'), range, /`technical_edge.cost.project` must be/),
    row(cost('unit: USD per H100-hour').replace(': 1,', ': «-2»,'), range, /`technical_edge.cost.project` must be/),
  ])('out of range is told: $text', (entry) => expectTold(entry, cappedRubric));

  it.each([
    ['29/11/2026', 'Write 2026-11-29.'],
    ['18 Nov 2026', 'Write 2026-11-18.'],
    ['03/04/2026', 'Write 2026-04-03 or 2026-03-04, whichever is meant.'],
  ])('as_of: %s is corrected', (day, fix) => {
    const text = `name: A\nsummary: S\nas_of: «${day}»\n`;
    expectTold(row(text, 'schema/not-accepted', /not a calendar date/, null, new RegExp(`^${fix}$`)));
  });

  it('as_of: is told with an example where it is missing', () => {
    expectTold(row('«n»ame: A\nsummary: S\n', 'schema/missing-key', /`as_of` is missing/, null, /`as_of: 2026-06-29`/));
  });

  it.each([
    ['$250k', 'Write 250000,'],
    ['80%', 'Write a figure in USD per year; 80% is not one.'],
    ['5.2M', 'Write 5200000,'],
  ])('revenue: %s is corrected', (written, fix) => {
    expectTold(
      row(`demand_maturity:\n  revenue: «${written}»\n`, 'schema/wrong-type', /number/, null, new RegExp(fix)),
    );
  });

  it.each([
    ['track: compute\n', 'USD per H100-hour'],
    ['', 'the unit that `unit` names'],
  ])('a share is refused for a price, with the unit wanted: %j', (track, unit) => {
    const text = `${track}technical_edge:\n  cost: { project: «80%» }\n`;
    const { at, fix } = toldOf(text.replace(/[«»]/g, '')).find(({ code }) => code === 'schema/wrong-type') ?? {};
    expect([at?.[1], fix]).toEqual([20, `Write a figure in ${unit}; 80% is not one.`]);
  });

  it.each(['value', 'amount', 'anser'])('`%s` for `answer` is one slip and one error', (key) => {
    const text = `demand_maturity:\n  revenue: { «${key}»: $250k }\n`;
    expectTold(row(text, 'schema/unknown-key', /unknown key/, 'answer', /answer, sources/));
  });

  it('an amount with its unit is corrected', () => {
    const text = cost('unit: USD per H100-hour').replace(': 1,', ': «$1.49/hour»,');
    expectTold(row(text, 'schema/wrong-type', /number/, null, /^Write 1.49, .* and its unit under `unit`\.$/));
  });

  it('a level given by its number is corrected', () => {
    const fix = /^Level 3 is `third-party-benchmark`/;
    expectTold(row(edge('{ answer: «3» }'), option, /invalid value `3`/, 'third-party-benchmark', fix));
  });

  it('an alternative is proposed from those of the track', () => {
    const text = `track: agent-payments\n${cost('unit: u').replace('aws-p5', '«paypal»')}`;
    const fix = /^Use one of: (?:paypal|prepaid)[\w-]+(?:, (?:paypal|prepaid)[\w-]+)*\.$/;
    expectTold(row(text, option, /invalid value `paypal`/, 'paypal-micropayments', fix));
  });

  it('an abbreviated key is proposed in full', () => {
    expectTold(row('«tech_edge»: {}\n', 'schema/unknown-key', /`tech_edge`/, 'technical_edge'));
  });

  it.each(['2026-02-30', '2026-13-01', '2026-06', '2026-Q2', '2026', 'today'])('as_of: %s is no day', (day) => {
    expectTold(
      row(`name: A\nsummary: S\nas_of: «"${day}"»\n`, 'schema/not-accepted', /not a calendar date/, null, /2026-06-29/),
    );
  });

  it.each(['2026-02-30', '2026-13', '2026-Q5', '2026-Q0', '2026', 'spring'])('published: %s is no date', (date) => {
    const text = source(`url: https://a.org, kind: docs, published: «"${date}"»`);
    expectTold(row(text, 'schema/not-accepted', /`sources.s.published`: not a calendar date/, null, /\(2026-Q2\)/));
  });

  it.each([
    'ftp://a.org',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'a.org',
    'www.a.org/x',
    '//a.org',
    'https:a.org',
    'https://',
    'https://a b.org',
    '',
  ])('"%s" is no web address', (url) => {
    const told = [/not a web address/, null, /https:\/\/(?: or http:\/\/|(?:www\.)?a\.org)/] as const;
    expectTold(row(source(`url: «"${url}"», kind: docs`), 'schema/bad-format', ...told));
    expectTold(row(`website: «"${url}"»\n`, 'schema/bad-format', ...told));
  });
});

describe('a reference', () => {
  const lists = `${HEAD}sources:\n  paper: { title: T, url: https://a.org, kind: docs }\n`;
  const told = (rest: string, ...more: readonly [string, RegExp, (string | null)?, RegExp?]) => {
    const { text, at } = marked(lists + rest);
    const [code, what, suggestion = null, fix = /./] = more;
    const problem = { at, code, what: expect.stringMatching(what), fix: expect.stringMatching(fix), suggestion };
    expect(toldOf(text)).toEqual([problem]);
  };
  const unknown = 'reference/unknown-source';

  it.each([
    edge('{ answer: own-claim, sources: [paper, «papr»] }'),
    edge('{ answer: own-claim, disputed_by: [«papr»] }'),
    cost('unit: USD per H100-hour, sources: [«papr»]'),
    cost('unit: USD per H100-hour').replace('aws-p5', '{ name: A, value: 2, sources: [«papr»] }'),
    customers('{ name: A }, { name: B, sources: [«papr»] }'),
    duties('{ regulation: gdpr, duty: art-25, disputed_by: [«papr»] }'),
    'demand_maturity:\n  revenue: { answer: 5, sources: [«papr»] }\n',
  ])('to a source that is not listed is told: %s', (rest) => {
    told(rest, unknown, /source `papr` is cited but not defined/, 'paper', /cite one of: paper/);
  });

  it('to a source where none is listed says where to list it', () => {
    const { text, at } = marked(`${HEAD}${edge('{ answer: own-claim, sources: [«s»] }')}`);
    expect(toldOf(text)).toMatchObject([{ at, code: unknown, fix: 'Define it under `sources:`.', suggestion: null }]);
  });

  it('to a name that every object has finds nothing', () => {
    told(edge('{ answer: own-claim, sources: [«toString»] }'), unknown, /`toString`/);
  });

  it('to a duty that the regulation lacks is told', () => {
    const item = '{ regulation: eu-ai-act, duty: «art-122» }';
    told(duties(item), 'reference/unknown-duty', /`art-122` is not a duty of EU AI Act/, 'art-12', /art-10, art-12/);
  });

  it('to an alternative in an unlike unit is told', () => {
    const { text, at } = marked(HEAD + cost('unit: «USD per TB-month»'));
    const what = '`USD per TB-month` and `USD per H100-hour` are incompatible units';
    expect(toldOf(text)).toMatchObject([{ at, code: 'unit/unlike', what }]);
  });

  it('between two units of one own comparison is told where they are unlike', () => {
    const rest = 'alternative: { name: A, value: 2, unit: USD per H100-hour }, unit: «widgets» }';
    const { text, at } = marked(`${HEAD}technical_edge:\n  cost: { project: 1, ${rest}\n`);
    expect(toldOf(text)).toMatchObject([{ at, code: 'unit/unlike', suggestion: null }]);
  });
});
