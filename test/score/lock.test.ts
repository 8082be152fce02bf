import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import type { Citation, Description, Source } from '../../src/model/description.ts';
import type { Lock, SeenPage, SeenSource } from '../../src/model/lock.ts';
import { compareRationals } from '../../src/model/rational.ts';
import type { SourceUse } from '../../src/model/report.ts';
import { NO_LOCK, toLockKey } from '../../src/model/sight.ts';
import { scoreDescription } from '../../src/score/score-description.ts';
import { arbitraryDescription } from '../support/arbitrary.ts';
import { example } from '../support/describe.ts';
import { shippedRubric } from '../support/rubric.ts';
import { SEEN_PAGE } from '../support/seen-page.ts';

const rubric = shippedRubric();
const QUOTES = ['one hundred and twelve nodes', 'from $2.65 per hour'];
const STATES = ['found', 'wording-differs', 'not-on-page'] as const;
const URL_KEY = 'https://docs.example.org/b';

const PAGE: SeenPage = { ...SEEN_PAGE, finalUrl: URL_KEY, day: '2026-09-01' };
const READ: SeenSource = { page: PAGE, missed: null, quotes: [], pin: null };
const GONE: SeenSource = { ...READ, missed: { day: '2026-09-02', status: 404, reason: 'gone' } };
const seenQuote = (text: string, state: (typeof STATES)[number]) => ({
  text,
  prefix: null,
  suffix: null,
  state,
  nearest: null,
});

const lockOf = (sources: Readonly<Record<string, SeenSource>>): Lock => ({ lockVersion: 1, sources });

/** Each citation with a quote, or without one. */
function quoteCitations(description: Description, choose: (at: number) => string | null): Description {
  let at = 0;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    if ('quote' in value && 'id' in value) return { ...value, quote: choose(at++) };
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walk(part)]));
  };
  return { ...description, answers: walk(description.answers) as Description['answers'] };
}

const date = fc.constantFrom(null, '2019-05-01', '2024-11', '2026-06-30', '2026-09-30');
const seen: fc.Arbitrary<SeenSource> = fc.record({
  page: fc.option(fc.record({ published: date, modified: date }).map((more) => ({ ...PAGE, ...more }))),
  missed: fc.option(
    fc
      .constantFrom('gone' as const, 'refused' as const, 'timeout' as const, 'poorer' as const)
      .map((reason) => ({ day: '2026-09-02', status: null, reason })),
  ),
  quotes: fc.tuple(...QUOTES.map((text) => fc.constantFrom(...STATES).map((state) => seenQuote(text, state)))),
  pin: fc.option(fc.constantFrom('a', 'b', null).map((hash) => ({ day: '2026-08-01', by: null, hash }))),
});

const quoted = fc
  .tuple(arbitraryDescription(rubric), fc.array(fc.constantFrom(null, ...QUOTES), { minLength: 7, maxLength: 7 }))
  .map(([description, choices]) => quoteCitations(description, (at) => choices[at % 7] ?? null));

const lock = fc
  .dictionary(
    fc.constantFrom(
      'https://example.org/a',
      URL_KEY,
      'https://web.archive.org/web/2026/https://example.org/c',
      'https://lab.example.net/c',
      'https://github.com/example/repo',
    ),
    seen,
    { minKeys: 1, noNullPrototype: true },
  )
  .map(lockOf);

/** Expects that nothing is supported better with the second lock than with the first, and that what is claimed and possible stays. */
function expectNoHigher(description: Description, after: Lock, before?: Lock): void {
  const [now] = scoreDescription(description, rubric, { lock: after });
  const [was] = scoreDescription(description, rubric, { lock: before });
  if (now === undefined || was === undefined) throw new Error('a description with a declared track has a score');
  for (const figures of ['index', 'uncapped'] as const) {
    expect(compareRationals(now[figures].supported, was[figures].supported)).toBeLessThanOrEqual(0);
    for (const bound of ['claimed', 'possible'] as const)
      expect(compareRationals(now[figures][bound], was[figures][bound])).toBe(0);
  }
  expect(compareRationals(now.coverage, was.coverage)).toBeLessThanOrEqual(0);
  for (const [at, reading] of now.readings.entries()) {
    const old = was.readings[at];
    if (reading.status === 'not-applicable' || old === undefined || old.status === 'not-applicable') continue;
    expect(reading.levels.supported).toBeLessThanOrEqual(old.levels.supported);
    expect([reading.levels.claimed, reading.levels.possible]).toEqual([old.levels.claimed, old.levels.possible]);
  }
}

describe('a lock', () => {
  it('raises no figure, and moves nothing that is claimed or possible', () => {
    fc.assert(
      fc.property(quoted, lock, (description, given) => {
        expectNoHigher(description, given);
      }),
      { numRuns: 40 },
    );
  });

  it('raises no figure where a page or a quote gets worse', () => {
    fc.assert(
      fc.property(
        quoted,
        lock,
        fc.constantFrom(GONE, { ...READ, quotes: QUOTES.map((text) => seenQuote(text, 'not-on-page')) }),
        (description, given, worse) => {
          const [first = ''] = Object.keys(given.sources);
          const after = lockOf({ ...given.sources, [first]: worse });
          const before = lockOf({ ...given.sources, [first]: READ });
          expectNoHigher(description, after, before);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('changes nothing where it knows none of the sources', () => {
    const description = example('akash.yaml', rubric);
    expect(assess(description, rubric, { lock: NO_LOCK })).toEqual(assess(description, rubric));
  });
});

const citation: Citation = { id: 'docs', quote: QUOTES[0] ?? '', prefix: null, suffix: null, page: null };
const DOCS: Source = {
  id: 'docs',
  title: 'Manual',
  url: `${URL_KEY}#nodes`,
  kind: 'docs',
  published: '2026-06-30',
  accessed: null,
};
const [choice] = rubric.criteria.filter(({ kind, needs }) => kind === 'choice' && needs.kinds.includes('docs'));
if (choice === undefined) throw new Error('no criterion takes documentation');

function describeWith(source: Partial<Source>, cited: readonly Citation[] = [citation]): Description {
  const value = { answer: choice?.levels[3]?.option, sources: cited, disputed_by: [], note: null };
  return {
    name: 'Example Network',
    offer: null,
    summary: 'A marketplace on a chain where idle GPUs are rented for AI training.',
    website: 'https://example.org',
    own_hosts: [],
    reference: false,
    as_of: '2026-09-30',
    track: 'compute',
    sources: [{ ...DOCS, ...source }],
    answers: { [choice?.id ?? '']: { status: 'answered', value } },
    file: null,
    placeOf: () => null,
  };
}

function useOf(
  description: Description,
  sources: Readonly<Record<string, SeenSource>>,
): SourceUse & { rules: string[] } {
  const report = assess(description, rubric, { lock: lockOf(sources) });
  const [use] = report.dimensions
    .flatMap(({ criteria }) => criteria)
    .flatMap((entry) => (entry.status === 'answered' ? entry.sources : []));
  if (use === undefined) throw new Error('nothing is cited');
  const rules = report.findings.filter(({ subject }) => subject === 'docs').map(({ id }) => id);
  return { ...use, rules };
}

const ARCHIVE = 'https://web.archive.org/web/20260701000000/https://docs.example.org/b';
const withQuote = (state: (typeof STATES)[number], seenSource = READ) => ({
  ...seenSource,
  quotes: [seenQuote(citation.quote ?? '', state)],
});

describe('what a lock says of a citation', () => {
  const bare = { ...citation, quote: null };

  it.each([
    ['a quote that was found', {}, [citation], { [URL_KEY]: withQuote('found') }, 'checkable', [], []],
    [
      'a quote that differs',
      {},
      [citation],
      { [URL_KEY]: withQuote('wording-differs') },
      'none',
      ['quote-missing'],
      ['quote/wording-differs'],
    ],
    [
      'a quote that is not there',
      {},
      [citation],
      { [URL_KEY]: withQuote('not-on-page') },
      'none',
      ['quote-missing'],
      ['quote/not-on-page'],
    ],
    ['a quote that was not looked for', {}, [citation], { [URL_KEY]: READ }, 'checkable', [], []],
    [
      'a missing quote beside a whole citation',
      {},
      [citation, bare],
      { [URL_KEY]: withQuote('not-on-page') },
      'checkable',
      [],
      ['quote/not-on-page'],
    ],
    ['a page that is gone', {}, [bare], { [URL_KEY]: GONE }, 'none', ['gone'], ['source/gone']],
    [
      'a page that is gone, with a quote that was found',
      {},
      [citation],
      { [URL_KEY]: withQuote('found', GONE) },
      'none',
      ['gone'],
      ['source/gone'],
    ],
    [
      'a page that is gone and archived',
      { archive: ARCHIVE },
      [bare],
      { [URL_KEY]: GONE, [ARCHIVE]: READ },
      'checkable',
      [],
      [],
    ],
    [
      'a page that is gone, its copy not opened',
      { archive: ARCHIVE },
      [bare],
      { [URL_KEY]: GONE },
      'none',
      ['gone'],
      ['source/gone'],
    ],
    [
      'a page and its copy that are gone',
      { archive: ARCHIVE },
      [bare],
      { [URL_KEY]: GONE, [ARCHIVE]: GONE },
      'none',
      ['gone'],
      ['source/gone'],
    ],
    [
      'a quote that only the copy has',
      { archive: ARCHIVE },
      [citation],
      { [URL_KEY]: withQuote('not-on-page'), [ARCHIVE]: withQuote('found') },
      'checkable',
      [],
      [],
    ],
    [
      'a quote that the copy of a page that is gone lacks',
      { archive: ARCHIVE },
      [citation],
      { [URL_KEY]: withQuote('found', GONE), [ARCHIVE]: withQuote('not-on-page') },
      'none',
      ['quote-missing'],
      ['quote/not-on-page'],
    ],
    [
      'a quote that only the copy lacks',
      { archive: ARCHIVE },
      [citation],
      { [ARCHIVE]: withQuote('not-on-page') },
      'checkable',
      [],
      [],
    ],
    [
      'a page that could not be read',
      {},
      [citation],
      { [URL_KEY]: { ...READ, page: null, missed: { day: '2026-09-02', status: 403, reason: 'refused' as const } } },
      'checkable',
      [],
      [],
    ],
    [
      'a page that could not be read again',
      {},
      [citation],
      { [URL_KEY]: { ...withQuote('found'), missed: { day: '2026-09-02', status: null, reason: 'timeout' as const } } },
      'checkable',
      [],
      [],
    ],
  ])('%s', (_, source, cited, sources, grade, lowered, rules) => {
    expect(useOf(describeWith(source, cited), sources)).toMatchObject({ grade, lowered });
    expect(useOf(describeWith(source, cited), sources).rules).toEqual(rules);
  });

  it('dates a document no later than its page does', () => {
    const dated = (published: string | null, modified: string | null) =>
      useOf(describeWith({}), { [URL_KEY]: { ...READ, page: { ...PAGE, published, modified } } });
    expect(dated('2021-05', null)).toMatchObject({ date: '2021-05', lowered: ['stale'] });
    expect(dated('2021-05', null).rules).toEqual(['source/date-unlikely', 'source/stale']);
    expect(dated('2021-05', '2026-08-01')).toMatchObject({ date: '2026-06-30', lowered: [] });
    expect(dated('2026-05', null)).toMatchObject({ date: '2026-06-30', lowered: [] });
  });

  it('does not date a document that is dated after the description', () => {
    const later = describeWith({ published: '2026-12-01' });
    expect(useOf(later, { [URL_KEY]: { ...READ, page: { ...PAGE, published: '2026-05-01' } } })).toMatchObject({
      lowered: ['after-as-of'],
    });
  });

  it('takes an address for the same whatever part of the page it names', () => {
    expect(toLockKey(DOCS.url ?? '')).toBe(URL_KEY);
  });
});
