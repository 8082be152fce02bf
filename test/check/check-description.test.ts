import { describe, expect, it } from 'vitest';
import { getRule, RULES } from '../../src/check/rules/registry.ts';
import type { CheckSettings } from '../../src/model/check.ts';
import type { RuleId } from '../../src/model/finding.ts';
import type { SeenSource } from '../../src/model/lock.ts';
import { describeFinding } from '../../src/report/wording/finding-wording.ts';
import { SEEN_PAGE } from '../support/seen-page.ts';
import { checked, told, usual } from './check-fixtures.ts';

const HEAD = `name: Example Network
summary: Rents out GPUs by the hour to AI labs, over a network of independent providers.
website: https://example.org
as_of: 2026-06-29
track: compute
`;

/** The head with sources and answers below it. */
function described(sources: string, answers: string): string {
  return `${HEAD}${sources === '' ? '' : `sources:\n${sources}`}${answers}`;
}

const PRICES = '  prices: { title: Prices, url: "https://example.org/p", kind: price-list, published: 2026-06-01 }\n';
const ANSWERED = 'switching_cost:\n  payment: { answer: invoice, sources: [prices] }\n';
/** Answers that come to more than a few points where one source carries them. */
const MOSTLY = `technical_edge:
  proof: { answer: own-benchmark, sources: [prices] }
  availability: { answer: on-sale-a-year, sources: [prices] }
  capacity: { answer: regular-production, sources: [prices] }
switching_cost:
  integration: { answer: compatible-subset, sources: [prices] }
  continuity: { answer: failover, sources: [prices] }
  payment: { answer: invoice, sources: [prices] }
  exit: { answer: free-standard, sources: [prices] }
  service_terms: { answer: negotiated, sources: [prices] }
`;

/** Answers that come to a conditional fit by the word of one outsider. */
const VOUCHED = `${MOSTLY}demand_maturity:
  urgency: { answer: routine, sources: [prices] }
  paid_use: { answer: outside-most, sources: [prices] }
  revenue: { answer: 200000000, sources: [prices] }
`.replaceAll('[prices]', '[lab]');

function asking(more: Partial<CheckSettings>): CheckSettings {
  return { ...usual, ...more, rules: { ...usual.rules, 'gate/not-passed': 'warn' } };
}

const minimum = { index: null, verdict: null, coverage: null, dimensions: {} };

/** A description for each rule that has something to find in one, with the line that it is found at. */
const FOUND: readonly (readonly [RuleId, number, string, CheckSettings?])[] = [
  [
    'answer/disputed',
    9,
    described(PRICES, 'demand_maturity:\n  urgency: { answer: routine, sources: [prices], disputed_by: [prices] }\n'),
  ],
  [
    'answer/contradicts',
    9,
    described(
      PRICES,
      'technical_edge:\n  availability: { answer: not-on-sale, sources: [prices] }\ndemand_maturity:\n  paid_use: { answer: inside-crypto, sources: [prices] }\n',
    ),
  ],
  ['answer/unit-slip', 9, described(PRICES, 'demand_maturity:\n  revenue: { answer: 4.8, sources: [prices] }\n')],
  ['answer/required', 1, described(PRICES, ANSWERED), asking({ required: ['paid_use', 'offer'] })],
  ['answer/unsupported', 7, described('', 'demand_maturity:\n  urgency: routine\n')],
  [
    'customer/inside-crypto',
    10,
    described(
      PRICES,
      'landmark_adoption:\n  customers:\n    - { name: Chain Co, outside_crypto: false, stage: production, paid: true, sources: [prices] }\n',
    ),
  ],
  [
    'customer/unnamed',
    10,
    described(
      PRICES,
      'landmark_adoption:\n  customers:\n    - { name: a Fortune 500 bank, outside_crypto: true, stage: production, paid: true, sources: [prices] }\n',
    ),
  ],
  [
    'customer/looks-inside-crypto',
    10,
    described(
      PRICES,
      'landmark_adoption:\n  customers:\n    - { name: Example DAO, outside_crypto: true, stage: production, paid: true, sources: [prices] }\n',
    ),
  ],
  ['name/mixed-scripts', 1, described(PRICES, ANSWERED).replace('name: Example', 'name: Ex\u0430mple')],
  [
    'duty/not-yet-in-application',
    10,
    described(
      PRICES,
      'regulatory_pull:\n  duties:\n    - { regulation: eu-ai-act, duty: art-12, sources: [prices] }\n',
    ).replace('track: compute', 'track: verification'),
  ],
  ['fit/not-rateable', 1, described(PRICES, ANSWERED)],
  ['fit/under-min-coverage', 1, described(PRICES, ANSWERED), asking({ minimum: { ...minimum, coverage: 50 } })],
  [
    'fit/under-min-dimension',
    1,
    described(PRICES, ANSWERED),
    asking({ minimum: { ...minimum, dimensions: { technical_edge: 1 } } }),
  ],
  ['fit/under-min-index', 1, described(PRICES, ANSWERED), asking({ minimum: { ...minimum, index: 90 } })],
  ['fit/under-min-verdict', 1, described(PRICES, ANSWERED), asking({ minimum: { ...minimum, verdict: 'weak-fit' } })],
  ['gate/not-passed', 1, described(PRICES, 'landmark_adoption:\n  customers: []\n')],
  ['gate/not-passed', 1, described(PRICES, ANSWERED), asking({})],
  ['source/after-as-of', 7, described(PRICES.replace('2026-06-01', '2026-07-01'), ANSWERED)],
  [
    'source/date-unlikely',
    7,
    described(PRICES.replace('https://example.org/p', 'https://example.org/2021/p'), ANSWERED),
  ],
  ['source/kind-off-criterion', 7, described(PRICES.replace('price-list', 'filing'), ANSWERED)],
  ['source/kind-unlikely', 7, described(PRICES.replace('example.org/p', 'example.org/blog/p'), ANSWERED)],
  ['source/looks-own', 7, described(PRICES.replace('example.org/p', 'example-labs.xyz'), ANSWERED)],
  ['source/own-host', 7, described(PRICES.replace('price-list', 'review'), ANSWERED)],
  ['source/own-word', 7, described(PRICES, 'demand_maturity:\n  urgency: { answer: routine, sources: [prices] }\n')],
  ['source/owner-hidden', 7, described(PRICES.replace('example.org/p', 'bit.ly/p'), ANSWERED)],
  ['source/one-owner', 1, described(PRICES.replace('price-list', 'docs'), MOSTLY)],
  [
    'source/one-witness',
    1,
    described(
      `${PRICES}${PRICES.replace('prices', 'lab').replace('org/p', 'net/p').replace('price-list', 'audit')}`,
      VOUCHED,
    ),
  ],
  ['source/not-public', 7, described(PRICES.replace('example.org/p', '10.0.0.7/p'), ANSWERED)],
  ['source/not-published', 7, described(PRICES.replace('url: "https://example.org/p", ', ''), ANSWERED)],
  ['source/stale', 7, described(PRICES.replace('2026-06-01', '2019-06-01'), ANSWERED)],
  ['source/uncited', 7, described(PRICES, '')],
  ['source/undated', 7, described(PRICES.replace(', published: 2026-06-01', ''), ANSWERED)],
  [
    'suppression/expired',
    8,
    described(
      `${PRICES.replace('2026-06-01', '2019-06-01').replace('\n', ' # demandfit-ignore source/stale until 2026-01-01: to be renewed\n')}`,
      ANSWERED,
    ),
  ],
  ['suppression/malformed', 7, described(`  # demandfit-ignore source/stale\n${PRICES}`, ANSWERED)],
  [
    'suppression/unused',
    7,
    described(`  # demandfit-ignore source/stale until 2026-12-01: known\n${PRICES}`, ANSWERED),
  ],
  ['track/disagreement', 5, described(PRICES, ANSWERED).replace('track: compute', 'track: storage')],
  [
    'track/outside',
    2,
    described(PRICES, ANSWERED)
      .replace('track: compute\n', '')
      .replace(/summary: .*/, 'summary: Sells bread and cakes from a van in the old town.'),
  ],
  ['website/without-source', 3, described(PRICES.replace('example.org/p', 'elsewhere.net/p'), ANSWERED)],
  ['website/missing', 1, described(PRICES, ANSWERED).replace('website: https://example.org\n', '')],
];

const QUOTE = { text: 'from $2.65 per hour', prefix: null, suffix: null };
const entry = (more: Partial<SeenSource>): SeenSource => ({
  page: SEEN_PAGE,
  missed: null,
  quotes: [],
  pin: null,
  ...more,
});
const PIN = { day: '2026-06-01', by: null, hash: 'b' };
const QUOTED = ANSWERED.replace('[prices]', `[{ id: prices, quote: "${QUOTE.text}" }]`);

/** What a lock says of the only source, with what is found in it. */
const FOUND_IN_LOCK: readonly (readonly [RuleId, SeenSource | null, says: RegExp])[] = [
  [
    'source/gone',
    entry({ missed: { day: '2026-06-12', status: 404, reason: 'gone' } }),
    /since 2026-06-12; cited on: .*payment/,
  ],
  ['source/changed', entry({ pin: PIN }), /looked at on 2026-06-01/],
  ['source/not-seen', null, /has not been opened/],
  [
    'source/not-seen',
    entry({ page: null, missed: { day: '2026-06-12', status: 403, reason: 'refused' } }),
    /could not be read/,
  ],
  [
    'quote/wording-differs',
    entry({ quotes: [{ ...QUOTE, state: 'wording-differs', nearest: 'from $3.65 per hour' }] }),
    /\$3\.65/,
  ],
  [
    'quote/not-on-page',
    entry({ quotes: [{ ...QUOTE, state: 'not-on-page', nearest: null }] }),
    /from \$2\.65 per hour/,
  ],
];

describe('a rule on what a lock says', () => {
  const settings = { ...usual, rules: { ...usual.rules, 'source/not-seen': 'warn' as const } };
  const find = (rule: RuleId, seen: SeenSource | null) => {
    const lock = { lockVersion: 1 as const, sources: seen === null ? {} : { 'https://example.org/p': seen } };
    return checked(described(PRICES, QUOTED), { settings, lock }).findings.filter(({ id }) => id === rule);
  };

  it.each(FOUND_IN_LOCK)('%s finds its fault', (rule, seen, says) => {
    const found = find(rule, seen);
    expect(found.map(({ subject }) => subject)).toEqual(['prices']);
    for (const finding of found) {
      const { what } = describeFinding(finding, getRule(rule));
      expect(what).toMatch(says);
      expect(what).not.toMatch(/not stated|undefined|null/);
    }
  });

  it('finds nothing where the page was read and has the quote, or a person has looked at it', () => {
    for (const [rule] of FOUND_IN_LOCK)
      expect(
        find(rule, entry({ quotes: [{ ...QUOTE, state: 'found', nearest: null }], pin: { ...PIN, hash: 'a' } })),
      ).toEqual([]);
    expect(find('source/not-seen', entry({ page: null, pin: PIN }))).toEqual([]);
  });

  it('asks nobody to open a page unless the config does', () => {
    expect(checked(described(PRICES, QUOTED)).findings.map(({ id }) => id)).not.toContain('source/not-seen');
  });
});

describe('a rule', () => {
  it.each(
    FOUND.map(([rule, line, text, settings]) => ({ rule, line, text, settings })),
  )('$rule finds its fault at line $line', ({ rule, line, text, settings }) => {
    const { findings } = checked(text, settings === undefined ? {} : { settings });
    const found = findings.filter(({ id }) => id === rule);
    expect(found).not.toEqual([]);
    const [first] = found;
    // An inline suppression stands on the line of what it is about.
    expect(first?.at?.line).toBe(rule === 'suppression/expired' ? 7 : line);
    for (const finding of found)
      expect(describeFinding(finding, getRule(finding.id)).what).not.toMatch(/not stated|undefined|null/);
  });

  it('finds none of these in a description without the fault', () => {
    const sound = checked(described(PRICES, ANSWERED)).findings.map(({ id }) => id);
    expect([...new Set(sound)].sort()).toEqual(['fit/not-rateable', 'gate/not-passed']);
  });

  it('tells the index under both tracks where the label is not what the summary says', () => {
    const text = described(PRICES, ANSWERED).replace('track: compute', 'track: storage');
    const [finding] = checked(text).findings.filter(({ id }) => id === 'track/disagreement');
    expect(finding === undefined ? '' : describeFinding(finding, getRule(finding.id)).what).toMatch(
      /The supported index is \d+ as storage and \d+ as compute\./,
    );
  });

  it('counts what it is set to only', () => {
    const text = described(PRICES.replace('2026-06-01', '2019-06-01'), ANSWERED);
    const off = checked(text, { settings: { ...usual, rules: { ...usual.rules, 'source/stale': 'off' } } });
    expect(off.findings.map(({ id }) => id)).not.toContain('source/stale');
    const error = checked(text, { settings: { ...usual, rules: { ...usual.rules, 'gate/not-passed': 'error' } } });
    expect(error.findings.find(({ id }) => id === 'gate/not-passed')?.severity).toBe('error');
    const disclosed = checked(text, { settings: { ...usual, rules: { ...usual.rules, 'source/stale': 'error' } } });
    expect(disclosed.findings.find(({ id }) => id === 'source/stale')?.severity).toBe('note');
  });

  it('is told of many sources of one hand, and not of many hands', () => {
    const many = (host: (at: number) => string) =>
      described(
        [1, 2, 3].map((at) => PRICES.replace('prices', `p${at}`).replace('example.org/p', host(at))).join(''),
        ANSWERED.replace('[prices]', '[p1, p2, p3]'),
      );
    const rules = (text: string) => checked(text).findings.map(({ id }) => id);
    expect(rules(many((at) => `a${at}.example.net/p`))).toContain('source/same-origin');
    expect(rules(many((at) => `github.com/owner/repo/${at}`))).toContain('source/same-origin');
    expect(rules(many((at) => `github.com/owner${at}/repo`))).not.toContain('source/same-origin');
    expect(rules(many((at) => `example${at}.net/p`))).not.toContain('source/same-origin');
  });

  it.each([
    'localhost/p',
    '127.0.0.1/p',
    '192.168.1.1/p',
    '169.254.1.1/p',
    '100.64.0.1/p',
    '[::1]/p',
    '[fd00::1]/p',
    'wiki.corp/p',
    'intranet/p',
    'a.local/p',
    'user:secret@example.com/p',
    '0x7f000001/p',
    '2130706433/p',
    '[::ffff:10.0.0.1]/p',
  ])('finds that %s is not public', (address) => {
    const { findings } = checked(described(PRICES.replace('example.org/p', address), ANSWERED));
    expect(findings.map(({ id }) => id)).toContain('source/not-public');
  });

  it.each([
    'example.com/p',
    '8.8.8.8/p',
    '[2606:4700::1111]/p',
    'localhost.example.com/p',
  ])('finds that %s is public', (address) => {
    const { findings } = checked(described(PRICES.replace('example.org/p', address), ANSWERED));
    expect(findings.map(({ id }) => id)).not.toContain('source/not-public');
  });

  it('fails what has no fit where one is asked for, and nothing in the file sets that aside', () => {
    const outside = described(PRICES, ANSWERED)
      .replace('track: compute\n', '# demandfit-ignore-file track/outside until 2026-12-01: our category is new\n')
      .replace(/summary: .*/, 'summary: Sells bread and cakes from a van in the old town.');
    const rules = (settings: CheckSettings) =>
      checked(outside, { settings })
        .findings.filter(({ setAside }) => setAside === null)
        .map(({ id }) => id);
    expect(checked(outside).status).toBe('outside');
    expect(rules(usual)).toEqual([]);
    const asked = asking({ required: ['paid_use'], minimum: { ...minimum, index: 90 } });
    expect([...rules(asked)].sort()).toEqual(['answer/required', 'fit/not-rated']);
    const gates: CheckSettings = { ...usual, rules: { ...usual.rules, 'gate/not-passed': 'error' } };
    expect(rules(gates)).toContain('fit/not-rated');
  });

  it('holds a reference, which has a fit, against what is asked for', () => {
    const reference = checked(`${described(PRICES, ANSWERED)}reference: true\n`, {
      settings: asking({ required: ['paid_use'], minimum: { ...minimum, index: 90 } }),
    });
    expect(reference.status).toBe('fit');
    const rules = reference.findings.map(({ id }) => id);
    expect(rules).toEqual(expect.arrayContaining(['answer/required', 'fit/under-min-index']));
    expect(rules).not.toContain('fit/not-rated');
  });
});

describe('a fingerprint', () => {
  const text = described(PRICES.replace('2026-06-01', '2019-06-01'), ANSWERED);
  const prints = (of: string, file?: string) =>
    checked(of, file === undefined ? {} : { file }).findings.map(({ id, fingerprint }) => `${id} ${fingerprint}`);

  it('stays where lines move, comments come and notes change', () => {
    expect(prints(text.replace('sources:', '# a comment\n\nsources:'))).toEqual(prints(text));
    expect(prints(text.replace('sources: [prices] }', 'sources: [prices], note: What we know. }'))).toEqual(
      prints(text),
    );
    expect(prints(text.replaceAll('\n', '\r\n'))).toEqual(prints(text));
  });

  it('is the same where the file is renamed, and another one for another address or answer', () => {
    const stale = (of: string, file?: string) => prints(of, file).find((entry) => entry.startsWith('source/stale'));
    expect(stale(text, 'other.yaml')).toBe(stale(text));
    expect(stale(text.replace('example.org/p', 'example.org/q'))).not.toBe(stale(text));
    const bare = (answer: string) =>
      prints(described('', `demand_maturity:\n  urgency: ${answer}\n`)).find((entry) =>
        entry.startsWith('answer/unsupported'),
      );
    expect(bare('routine')).not.toBe(bare('pilots'));
  });

  it('is there once for each finding', () => {
    const all = FOUND.flatMap(([, , of, settings]) => checked(of, settings === undefined ? {} : { settings }).findings);
    for (const { fingerprint } of all) expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
    for (const [, , of, settings] of FOUND) {
      const { findings } = checked(of, settings === undefined ? {} : { settings });
      expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
    }
  });
});

describe('a comment that sets a rule aside', () => {
  const stale = PRICES.replace('2026-06-01', '2019-06-01');
  const counts = (text: string, context = {}) => {
    const { findings } = checked(text, { context });
    return findings
      .filter(({ id }) => id !== 'gate/not-passed')
      .map(({ id, setAside }) => `${id}${setAside === null ? '' : ` ${setAside.by}`}`);
  };
  const above = (comment: string) => described(`  # ${comment}\n${stale}`, ANSWERED);

  it('holds for the next line and for its own', () => {
    const comment = 'demandfit-ignore source/stale until 2026-12-01: the page has not changed';
    expect(counts(above(comment))).toEqual(['fit/not-rateable', 'source/stale comment']);
    expect(counts(described(stale.replace('\n', ` # ${comment}\n`), ANSWERED))).toEqual([
      'fit/not-rateable',
      'source/stale comment',
    ]);
    expect(counts(described(`${stale}  # ${comment}\n`, ANSWERED))).toContain('source/stale');
  });

  it('names several rules, and holds for a file where it says so', () => {
    const comment = '# demandfit-ignore-file source/stale, source/uncited until 2026-12-01: kept for the record';
    expect(counts(`${comment}\n${described(stale, '')}`)).toContain('source/uncited comment');
  });

  it('holds until its day, held against the later of as_of and today', () => {
    const comment = 'demandfit-ignore source/stale until 2026-06-29: renewed in July';
    expect(counts(above(comment))).toContain('source/stale comment');
    expect(counts(above(comment), { today: '2026-06-30' })).toEqual(
      expect.arrayContaining(['source/stale', 'suppression/expired']),
    );
    expect(counts(above(comment), { today: '2020-01-01' })).toContain('source/stale comment');
  });

  it('is a comment and no text that looks like one', () => {
    const said = '# demandfit-ignore-file source/stale until 2026-12-01: because';
    const within = (summary: string) => described(stale, ANSWERED).replace(/summary: .*/, `summary: ${summary}`);
    expect(counts(within(`"Rents out GPUs by the hour to AI labs. ${said}"`))).toContain('source/stale');
    expect(counts(within(`>-\n  Rents out GPUs by the hour to AI labs.\n  ${said}\n`))).toContain('source/stale');
    expect(counts(within(`'a ''quoted'' text' ${said}`))).toContain('source/stale comment');
    expect(counts(within(`Rents out GPUs # by the hour\n${said}`))).toContain('source/stale comment');
    const memo = (prose: string) => checked(`---\n${described(stale, ANSWERED)}---\n\n${prose}\n`, { file: 'm.md' });
    const aside = (prose: string) => memo(prose).findings.filter(({ setAside }) => setAside !== null).length;
    const html = '<!-- demandfit-ignore-file source/stale until 2026-12-01:\nbecause of this -->';
    expect(aside(html)).toBe(1);
    expect(aside(`Words. ${html}`)).toBe(1);
    expect(aside(`\`\`\`html\n${html}\n\`\`\``)).toBe(0);
    expect(aside(`\`${html}\``)).toBe(0);
  });

  it('counts for nothing where comments are not read', () => {
    const comment = 'demandfit-ignore source/stale until 2026-12-01: the page has not changed';
    expect(counts(above(comment), { readsComments: false })).toEqual(['fit/not-rateable', 'source/stale']);
  });

  it.each([
    ['no day', 'demandfit-ignore source/stale: because'],
    ['no reason', 'demandfit-ignore source/stale until 2026-12-01:'],
    ['a reason without words', 'demandfit-ignore source/stale until 2026-12-01: --'],
    ['no such day', 'demandfit-ignore source/stale until 2027-02-30: because'],
    ['no such rule', 'demandfit-ignore source/stal until 2026-12-01: because'],
    ['no rule', 'demandfit-ignore until 2026-12-01: because'],
    ['a rule of the check', 'demandfit-ignore fit/not-rateable until 2026-12-01: because'],
    ['another case', 'Demandfit-Ignore source/stale until 2026-12-01: because'],
    ['another word', 'demandfit-ignore-all source/stale until 2026-12-01: because'],
    ['a word of another tool', 'demandfit-disable source/stale until 2026-12-01: because'],
    ['another joint', 'demandfit: ignore source/stale until 2026-12-01: because'],
    ['words before it', 'TODO demandfit-ignore source/stale until 2026-12-01: because'],
    ['a day past the longest term', 'demandfit-ignore source/stale until 9999-12-31: because'],
    ['the first day past the longest term', 'demandfit-ignore source/stale until 2026-12-27: because'],
    ['an answer that is asked for', 'demandfit-ignore answer/required until 2026-12-01: because'],
  ])('counts for nothing with %s, and is told', (_, comment) => {
    expect(counts(above(comment))).toEqual(['fit/not-rateable', 'suppression/malformed', 'source/stale']);
  });
});

describe('the term of a suppression', () => {
  const stale = PRICES.replace('2026-06-01', '2019-06-01');
  const faults = (until: string, more: { readonly settings?: CheckSettings; readonly today?: string } = {}) => {
    const text = described(`  # demandfit-ignore source/stale until ${until}: because\n${stale}`, ANSWERED);
    const context = { today: more.today ?? null };
    const { findings } = checked(text, { settings: more.settings ?? usual, context });
    return findings.filter(({ id }) => id === 'suppression/malformed').map(({ subject }) => subject);
  };

  it('is 180 days, and the message has the last day that is accepted', () => {
    expect(faults('2026-12-26')).toEqual([]);
    expect(faults('2026-12-27')).toEqual([
      '2026-12-27 is more than 180 days after 2026-06-29; the last date accepted is 2026-12-26',
    ]);
  });

  it('begins on the later of as_of and today, and is as long as the config says', () => {
    expect(faults('2027-01-31', { today: '2026-11-30' })).toEqual([]);
    expect(faults('2026-12-27', { today: '2026-01-01' })).toHaveLength(1);
    expect(faults('2026-08-01', { settings: { ...usual, maxIgnoreDays: 30 } })).toHaveLength(1);
  });

  it('leaves a comment on other matters alone', () => {
    for (const comment of ['demandfit check passes', 'demandfit-baseline.json is beside it', 'see demandfit init'])
      expect(checked(described(`  # ${comment}\n${stale}`, ANSWERED)).findings.map(({ id }) => id)).not.toContain(
        'suppression/malformed',
      );
  });
});

it('a day to come is told where the day of the run is', () => {
  const rules = (today: string | null) =>
    checked(described(PRICES, ANSWERED), { context: { today } }).findings.map(({ id }) => id);
  expect(rules('2026-06-27')).toContain('as-of/after-today');
  // A day of grace for whoever lives where the day begins earlier.
  expect(rules('2026-06-28')).not.toContain('as-of/after-today');
  expect(rules('2026-06-29')).not.toContain('as-of/after-today');
  expect(rules(null)).not.toContain('as-of/after-today');
});

it('a day that has been left standing is told after as many days as the config says', () => {
  const rules = (today: string | null, maxAgeDays = usual.maxAgeDays) =>
    checked(described(PRICES, ANSWERED), { settings: { ...usual, maxAgeDays }, context: { today } }).findings.map(
      ({ id }) => id,
    );
  expect(rules('2027-06-29')).not.toContain('as-of/too-old');
  expect(rules('2027-06-30')).toContain('as-of/too-old');
  expect(rules('2026-07-29', 30)).not.toContain('as-of/too-old');
  expect(rules('2026-07-30', 30)).toContain('as-of/too-old');
  expect(rules(null)).not.toContain('as-of/too-old');
});

describe('a baseline', () => {
  const text = described(PRICES.replace('2026-06-01', '2019-06-01'), ANSWERED);
  const before = checked(text);
  const excused = before.findings.map(({ id, subject, fingerprint }) => ({ rule: id, subject, fingerprint }));
  const index = before.index?.supported ?? 0;

  it('excuses what it lists, wherever it stands', () => {
    const { findings } = checked(text.replace('sources:', '\n\nsources:'), {
      baseline: { name: 'Example Network', index, excused },
    });
    expect(findings.every(({ setAside }) => setAside?.by === 'baseline')).toBe(true);
  });

  it('tells what got worse and what is gone', () => {
    const worse = checked(text, { baseline: { name: 'Example Network', index: index + 1, excused: [] } });
    expect(told(worse)).toContain('1 fit/worse-than-baseline index');
    expect(
      told(checked(text, { baseline: { name: 'Example Network', index, asOf: '2026-06-30', excused: [] } })),
    ).toContain('4 as-of/before-baseline 2026-06-29');
    const mended = checked(described(PRICES, ANSWERED), { baseline: { name: 'Example Network', index, excused } });
    expect(told(mended)).toContain('1 baseline/stale prices');
  });
});

it('time alone is no fall below the baseline, and a lost fact is one', () => {
  const text = described(PRICES, MOSTLY);
  const scored = checked(text).index?.supported ?? 0;
  const later = [
    { from: '2026-05-01', index: scored },
    { from: '2026-07-01', index: 90 },
  ];
  const rules = (found: string, index: number, more = later) =>
    checked(found, {
      baseline: { name: 'Example Network', index, asOf: '2026-01-01', later: more, excused: [] },
    }).findings.map(({ id }) => id);
  expect(scored).toBeGreaterThan(2);
  expect(rules(text, 90)).not.toContain('fit/worse-than-baseline');
  expect(rules(text, 90, [])).toContain('fit/worse-than-baseline');
  expect(rules(described(PRICES, ANSWERED), 90)).toContain('fit/worse-than-baseline');
});

describe('an answer of the base', () => {
  const answer = (option: string, cited = 'prices') =>
    `technical_edge:\n  availability: { answer: ${option}, sources: [${cited}] }\n`;
  const base = described(PRICES, answer('limited'));
  const renamed = PRICES.replace('prices:', 'other:').replace('title: Prices', 'title: Others');

  it.each([
    ['raised', described(PRICES, answer('on-sale-a-year')), 1],
    ['raised under another id of its source', described(renamed, answer('on-sale-a-year', 'other')), 1],
    [
      'raised under another spelling of its address',
      described(PRICES.replace('https://example.org/p', 'http://www.example.org/p/?x=1#y'), answer('on-sale-a-year')),
      1,
    ],
    ['raised on an older date', described(PRICES.replace('06-01', '05-01'), answer('on-sale-a-year')), 1],
    ['raised without its source', described(PRICES, answer('on-sale-a-year', '')), 1],
    ['raised on a newer date', described(PRICES.replace('06-01', '06-02'), answer('on-sale-a-year')), 0],
    ['raised on another page', described(PRICES.replace('/p"', '/q"'), answer('on-sale-a-year')), 0],
    [
      'raised with the words of its source',
      described(PRICES, answer('on-sale-a-year', '{ id: prices, quote: on sale since 2024 }')),
      0,
    ],
    ['lowered', described(PRICES, answer('not-on-sale')), 0],
    ['left as it is', described(PRICES, `${answer('limited')}# More.\n`), 0],
    ['left out', described(PRICES, ANSWERED), 0],
  ])('%s: told %#', (_, text, times) => {
    expect(checked(text, { before: base }).findings.filter(({ id }) => id === 'answer/raised')).toHaveLength(times);
  });
});

describe('what the lock of the base says against a source', () => {
  const url = 'https://example.org/p';
  const quote = (state: 'found' | 'not-on-page') => ({
    text: 'on sale since 2024',
    prefix: null,
    suffix: null,
    state,
    nearest: null,
  });
  const page = (day: string, hash = 'a') => ({ ...SEEN_PAGE, day, hash });
  const missed = (day: string, reason: 'gone' | 'busy') => ({ day, status: 404, reason });
  const seen = (more: Partial<SeenSource>): SeenSource => ({
    page: null,
    missed: null,
    quotes: [],
    pin: null,
    ...more,
  });
  const gone = seen({ missed: missed('2026-06-10', 'gone') });
  const lacking = seen({ page: page('2026-06-10'), quotes: [quote('not-on-page')] });

  it.each<readonly [string, SeenSource, SeenSource | null, number]>([
    ['gone, and the lock is deleted', gone, null, 1],
    ['gone, and the entry is emptied', gone, seen({}), 1],
    ['gone, and a page of the same day is put in', gone, seen({ page: page('2026-06-10') }), 1],
    ['gone, and busy on the same day', gone, seen({ missed: missed('2026-06-10', 'busy') }), 1],
    ['gone, and still so', gone, gone, 0],
    ['gone, and seen again later', gone, seen({ page: page('2026-06-11') }), 0],
    ['not there, and the lock is deleted', lacking, null, 1],
    ['not there, and the quote is dropped', lacking, seen({ page: page('2026-06-10') }), 1],
    [
      'not there, and found on the same day',
      lacking,
      seen({ page: page('2026-06-10', 'b'), quotes: [quote('found')] }),
      1,
    ],
    [
      'not there, and found later in the same words',
      lacking,
      seen({ page: page('2026-06-11'), quotes: [quote('found')] }),
      1,
    ],
    [
      'not there, and found later in others',
      lacking,
      seen({ page: page('2026-06-11', 'b'), quotes: [quote('found')] }),
      0,
    ],
    ['not there, and still so', lacking, lacking, 0],
    ['found, and the lock is deleted', seen({ page: page('2026-06-10'), quotes: [quote('found')] }), null, 0],
  ])('%s: told %#', (_, before, after, times) => {
    const lockOf = (source: SeenSource) => ({ lockVersion: 1 as const, sources: { [url]: source } });
    const more = { lockBefore: lockOf(before), ...(after === null ? {} : { lock: lockOf(after) }) };
    const { findings } = checked(described(PRICES, ANSWERED), more);
    expect(findings.filter(({ id }) => id === 'source/sight-removed')).toHaveLength(times);
  });
});

it('a fall below the baseline is accepted as far as the config says, and told with its reason', () => {
  const text = described(PRICES, MOSTLY);
  const index = checked(text).index?.supported ?? 0;
  const fall = (to: number) =>
    checked(text, {
      baseline: { name: 'Example Network', index: index + 2, excused: [] },
      fall: { to, reason: 'Sold.' },
    }).findings.flatMap(({ id, severity, detail }) =>
      /fit.(?:worse|lowered)/.test(id) ? [[id, severity, detail['reason']]] : [],
    );
  expect(fall(index)).toEqual([['fit/lowered', 'note', 'Sold.']]);
  expect(fall(index + 1)).toEqual([['fit/worse-than-baseline', 'error', undefined]]);
  expect(checked(text, { fall: { to: 0, reason: 'Sold.' } }).findings.map(({ id }) => id)).not.toContain('fit/lowered');
});

it('has a test for every rule that reads no memo', () => {
  const more: readonly RuleId[] = [
    'as-of/after-today',
    'answer/raised',
    'as-of/before-baseline',
    'as-of/too-old',
    'fit/lowered',
    'source/sight-removed',
    'suppression/new',
    'baseline/stale',
    'fit/not-rated',
    'fit/worse-than-baseline',
    'source/same-origin',
  ];
  // Found by `findingsOf`, `checkQuotes` and `assess`, whose own tests hold them.
  const elsewhere =
    /^(?:memo|comparison|quote)\/|^source\/file-|^answer\/not-applicable|^duty\/(?:ended|other-track|voluntary)|^track\/undecided/;
  const tested = [...[...FOUND, ...FOUND_IN_LOCK].map(([rule]) => rule), ...more];
  const ofDescriptions = RULES.filter(({ scope }) => scope !== 'files').map(({ id }) => id);
  expect(ofDescriptions.filter((rule) => !elsewhere.test(rule) && !tested.includes(rule))).toEqual([]);
});
