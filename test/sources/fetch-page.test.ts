import { describe, expect, it } from 'vitest';
import { type Fetched, PageFetcher } from '../../src/sources/fetch-page.ts';
import { type FakeAnswer, FakeWeb } from './fake-web.ts';

const NEW = { etag: null, lastModified: null };
const A = 'https://a.example.org';

function fetcherOf(web: FakeWeb, signal = new AbortController().signal): PageFetcher {
  return new PageFetcher(web, 'demandfit/1.2.3', signal);
}

function tell(fetched: Fetched): string {
  if (fetched.kind === 'page') return `${fetched.url.href} ${new TextDecoder().decode(fetched.answer.body)}`;
  return fetched.kind === 'same' ? 'same' : `${fetched.reason} ${fetched.status}`;
}

async function fetchAll(pages: Readonly<Record<string, FakeAnswer | FakeAnswer[]>>, ...addresses: readonly string[]) {
  const web = new FakeWeb(pages);
  const fetcher = fetcherOf(web);
  const told: string[] = [];
  for (const address of addresses) told.push(tell(await fetcher.openPage(address, NEW)));
  return { web, told };
}

const moved = (location: string, status = 302) => ({ status, headers: { location } });

describe('a page', () => {
  it.each([
    ['is opened', { [`${A}/x`]: 'text' }, `${A}/x text`],
    ['is gone', { [`${A}/x`]: { status: 410 } }, 'gone 410'],
    ['was never there', {}, 'gone 404'],
    ['is refused', { [`${A}/x`]: { status: 403 } }, 'refused 403'],
    ['needs a login', { [`${A}/x`]: { status: 401 } }, 'refused 401'],
    ['is withheld by law', { [`${A}/x`]: { status: 451 } }, 'refused 451'],
    ['fails', { [`${A}/x`]: { status: 500 } }, 'failed 500'],
    ['is behind a gateway that fails', { [`${A}/x`]: { status: 502 } }, 'failed 502'],
    ['moved', { [`${A}/x`]: moved('/y', 301), [`${A}/y`]: 'there' }, `${A}/y there`],
    [
      'moved to another host',
      { [`${A}/x`]: moved('//b.example.org/y'), 'https://b.example.org/y': 'b' },
      'https://b.example.org/y b',
    ],
    ['moved without saying where', { [`${A}/x`]: { status: 302 } }, 'refused 302'],
    ['moved to nowhere', { [`${A}/x`]: moved('http://') }, 'redirects 302'],
    ['moved to itself', { [`${A}/x`]: moved('/x') }, 'redirects null'],
    ['moved to a file', { [`${A}/x`]: moved('file:///etc/passwd') }, 'not-public 302'],
    [
      'moved to a private address',
      {
        [`${A}/x`]: moved('http://10.0.0.1/'),
        'http://10.0.0.1/': { ok: false, reason: 'not-public' } as const,
        'http://10.0.0.1/robots.txt': { ok: false, reason: 'not-public' } as const,
      },
      'not-public null',
    ],
  ])('%s', async (_, pages, says) => {
    expect((await fetchAll(pages, `${A}/x`)).told).toEqual([says]);
  });

  it('is reached by five redirects and not by six', async () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length }, (_, i) => [`${A}/${i}`, moved(`/${i + 1}`)] as [string, FakeAnswer]).concat([
          [`${A}/${length}`, 'end'],
        ]),
      );
    expect((await fetchAll(chain(5), `${A}/0`)).told).toEqual([`${A}/5 end`]);
    expect((await fetchAll(chain(6), `${A}/0`)).told).toEqual(['redirects null']);
  });

  it('that is the same is not sent again', async () => {
    const web = new FakeWeb({ [`${A}/x`]: { status: 304 } });
    const fetched = await fetcherOf(web).openPage(`${A}/x`, {
      etag: '"1"',
      lastModified: 'Mon, 02 Nov 2026 08:00:00 GMT',
    });
    expect(tell(fetched)).toBe('same');
    expect(web.requests.at(-1)?.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Mon, 02 Nov 2026 08:00:00 GMT',
      'user-agent': 'demandfit/1.2.3',
    });
  });
});

describe('a host', () => {
  it('is asked once a second, whatever is asked for', async () => {
    const { web } = await fetchAll({ [`${A}/x`]: moved('/z'), [`${A}/z`]: 'z', [`${A}/y`]: 'y' }, `${A}/x`, `${A}/y`);
    expect(web.requests.map(({ at, url }) => [at, url])).toEqual([
      [0, `${A}/robots.txt`],
      [1000, `${A}/x`],
      [2000, `${A}/z`],
      [3000, `${A}/y`],
    ]);
  });

  it.each([
    ['in seconds', { 'retry-after': '7' }, 7000],
    ['as a date', { 'retry-after': 'Mon, 30 Nov 2026 12:00:20 GMT', date: 'Mon, 30 Nov 2026 12:00:08 GMT' }, 12_000],
    ['as a date, without saying what time it is', { 'retry-after': 'Mon, 30 Nov 2026 12:00:11 GMT' }, 10_000],
  ])('that asks for patience %s is asked once more', async (_, headers, pause) => {
    const pages = { [`${A}/x`]: [{ status: 429, headers }, 'text'] };
    const { web, told } = await fetchAll(pages, `${A}/x`);
    expect(told).toEqual([`${A}/x text`]);
    const [, first, second] = web.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(pause);
  });

  it.each([
    ['without a date', {}],
    ['for an hour', { 'retry-after': '3600' }],
    ['in words', { 'retry-after': 'soon' }],
  ])('that asks for patience %s is left alone', async (_, headers) => {
    const pages = { [`${A}/x`]: { status: 429, headers }, [`${A}/y`]: 'y' };
    const { web, told } = await fetchAll(pages, `${A}/x`, `${A}/y`);
    expect(told).toEqual(['busy 429', 'busy null']);
    expect(web.opened).toEqual([`${A}/x`]);
  });

  it('that asks twice is left alone', async () => {
    const { web, told } = await fetchAll({ [`${A}/x`]: { status: 503, headers: { 'retry-after': '1' } } }, `${A}/x`);
    expect(told).toEqual(['busy 503']);
    expect(web.opened).toHaveLength(2);
  });
});

describe('robots.txt', () => {
  const rules = (text: string) => ({ [`${A}/robots.txt`]: text, [`${A}/x`]: 'text', [`${A}/private/x`]: 'text' });

  it.each([
    ['without rules', '', 'text'],
    ['that closes all', 'User-agent: *\nDisallow: /', 'robots'],
    ['that closes something else', 'User-agent: *\nDisallow: /private', 'text'],
    ['that closes this program out by name', 'User-agent: demandfit\nDisallow: /\n\nUser-agent: *\nAllow: /', 'robots'],
    ['that lets this program in by name', 'User-agent: Demandfit\nAllow: /\n\nUser-agent: *\nDisallow: /', 'text'],
    ['that is a page', '<html><body>Not found</body></html>', 'text'],
  ])('%s', async (_, text, says) => {
    const { told } = await fetchAll(rules(text), `${A}/x`);
    expect(told[0]?.split(' ').at(says === 'text' ? -1 : 0)).toBe(says);
  });

  it('holds for the pages that redirects lead to', async () => {
    const pages = { ...rules('User-agent: *\nDisallow: /private'), [`${A}/y`]: moved('/private/x') };
    expect((await fetchAll(pages, `${A}/y`)).told).toEqual(['robots null']);
  });

  it.each([
    [{ status: 404 }, `${A}/x text`],
    [{ status: 403 }, `${A}/x text`],
    [moved('/robots.txt'), `${A}/x text`],
    [{ status: 500 }, 'failed 500'],
    [{ status: 429 }, 'busy 429'],
    [{ ok: false, reason: 'timeout' } as const, 'timeout null'],
    [{ ok: false, reason: 'no-host' } as const, 'no-host null'],
  ])('that cannot be had (%j) comes to %s', async (answer, says) => {
    expect((await fetchAll({ [`${A}/robots.txt`]: answer, [`${A}/x`]: 'text' }, `${A}/x`)).told).toEqual([says]);
  });

  it('is asked for once', async () => {
    const { web } = await fetchAll({ ...rules('User-agent: *\nAllow: /') }, `${A}/x`, `${A}/private/x`);
    expect(web.requests.filter(({ url }) => url.endsWith('robots.txt'))).toHaveLength(1);
  });
});
