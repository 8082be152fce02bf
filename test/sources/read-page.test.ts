import { describe, expect, it } from 'vitest';
import { findPageDates } from '../../src/sources/page-dates.ts';
import { decodePage, readPage } from '../../src/sources/read-page.ts';
import { shippedRubric } from '../support/rubric.ts';

const { hosts } = shippedRubric();
const ASKED = new URL('https://example.org/pricing');
const WORDS = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ');

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

async function read(body: string | Uint8Array, type: string | null = 'text/html', url = ASKED) {
  const headers = type === null ? {} : { 'content-type': type };
  const answer = { status: 200, headers, body: typeof body === 'string' ? new TextEncoder().encode(body) : body };
  const page = await readPage(answer, { asked: ASKED, url, seen: '2026-11-30', hosts });
  if (!page.ok) return page.reason;
  const { title, text, words, doubt, isWhole, published, modified } = page;
  return { title, text: text.letters.trim(), words, doubt, isWhole, published, modified };
}

describe('the encoding of a page', () => {
  // "価格" is 0x89BF 0x8A69 in Shift-JIS; "caf\u00e9" ends in 0xE9 in windows-1252.
  it.each([
    ['by its header', bytes([0x89, 0xbf, 0x8a, 0x69]), 'text/html; charset=Shift_JIS', '価格'],
    [
      'by its head',
      bytes('<meta charset="shift_jis">', [0x89, 0xbf, 0x8a, 0x69]),
      'text/html',
      '<meta charset="shift_jis">価格',
    ],
    [
      'by an older kind of head',
      bytes('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', [0xe9]),
      'text/html',
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">\u00e9',
    ],
    [
      'by its header, whatever its head says',
      bytes('<meta charset="utf-8">', [0xe9]),
      'text/html; charset="windows-1252"',
      '<meta charset="utf-8">\u00e9',
    ],
    [
      'by its byte order mark, whatever its header says',
      bytes([0xef, 0xbb, 0xbf, 0xc3, 0xa9]),
      'text/html; charset=windows-1252',
      '\u00e9',
    ],
    ['of two bytes a letter', bytes([0xff, 0xfe, 0x61, 0x00]), 'text/html', 'a'],
    ['of two bytes a letter, the other way round', bytes([0xfe, 0xff, 0x00, 0x61]), 'text/html', 'a'],
    ['that it does not name', bytes([0xc3, 0xa9]), 'text/html', '\u00e9'],
    ['that it does not name, of an old page', bytes('caf', [0xe9]), 'text/html', 'caf\u00e9'],
    ['that does not exist', bytes([0xc3, 0xa9]), 'text/html; charset=klingon', '\u00e9'],
  ])('is found %s', (_, body, type, text) => {
    expect(decodePage(body, type)).toBe(text);
  });
});

describe('the text of a page', () => {
  it('has what is in menus, forms, hidden parts and tables, and no scripts', async () => {
    const page = await read(
      `<html><head><title> Price  list </title><script>const hidden = 'script text'</script></head><body>
       <nav>Products</nav><form><button>Rent for $2.65</button></form><div hidden>Folded answer</div>
       <table><tr><td>H100</td><td>$2.65</td></tr></table>
       <p>from <b>$2</b><i>.65</i> per <span>hour</span></p><style>p { color: red }</style><noscript>no scripts</noscript></body></html>`,
    );
    expect(page).toMatchObject({ title: 'Price list' });
    const text = typeof page === 'string' ? page : page.text;
    for (const part of ['products', 'rent for $2.65', 'folded answer', 'h100', '$2.65', 'from $2.65 per hour'])
      expect(text).toContain(part);
    expect(text).not.toMatch(/script|color/);
  });

  it.each([
    ['plain text', 'text/plain', 'from $2.65 per hour'],
    ['Markdown', 'text/markdown', 'from **$2.65** per hour'],
    ['text without a type', null, 'from $2.65 per hour'],
    ['data', 'application/json', '{"says": "from $2.65 per hour"}'],
  ])('is read from %s', async (_, type, body) => {
    expect(await read(body, type)).toMatchObject({ text: expect.stringContaining('from $2.65 per hour') });
  });

  it.each([
    ['a picture', 'image/png', bytes([0x89], 'PNG')],
    ['a binary file', 'application/octet-stream', bytes([0, 1, 2, 3])],
    ['a damaged PDF', 'application/pdf', bytes('%PDF-1.7 nonsense')],
    ['an archive', 'application/zip', bytes('PK\x03\x04')],
  ])('is not read from %s', async (_, type, body) => {
    expect(await read(body, type)).toBe('format');
  });
});

describe('a doubt about a page', () => {
  it.each([
    ['none', `<p>${WORDS}</p>`, { doubt: null, isWhole: true }],
    [
      'a check for robots',
      '<title>Just a moment...</title><p>Example.org needs to review the connection.</p>',
      { doubt: 'wall', isWhole: false },
    ],
    [
      'a page of a hundred words, which may be a frame',
      `<p>${WORDS.slice(0, 700)}</p>`,
      { doubt: null, isWhole: false },
    ],
    [
      'none for a long page with such a title',
      `<title>Access denied: what to do</title><p>${WORDS}</p>`,
      { doubt: null, isWhole: true },
    ],
    [
      'none for a page in a script without blanks',
      `<p>${'\u4fa1\u683c\u306e\u8868'.repeat(60)}</p>`,
      { doubt: null, isWhole: true, words: 240 },
    ],
    [
      'a short page that asks for scripts',
      '<p>Please enable JavaScript to see the prices of this shop and all that it has.</p>',
      { doubt: 'wall' },
    ],
    ['a page made by scripts', '<div id="root"></div><p>Loading</p>', { doubt: 'little-text', isWhole: false }],
    ['a paywall under a long text', `<p>${WORDS}</p><p>Subscribe to continue.</p>`, { doubt: null, isWhole: false }],
    ['an error with status 200', '<h1>Page not found</h1><p>Sorry.</p>', { doubt: 'wall' }],
  ])('%s', async (_, body, says) => {
    expect(await read(body)).toMatchObject(says);
  });

  it('is that a deep address led to the first page', async () => {
    expect(await read(`<p>${WORDS}</p>`, 'text/html', new URL('https://example.org/'))).toMatchObject({
      isWhole: false,
    });
  });

  it('is that a page is too long to be read whole', async () => {
    expect(await read(`<p>${'more words '.repeat(120_000)}</p>`)).toMatchObject({ isWhole: false });
  });
});

describe('the dates of a page', () => {
  it.each([
    [
      'in linked data',
      '<script type="application/ld+json">{"@graph":[{"datePublished":"2026-03-01T09:00:00Z","dateModified":"2026-05-02"}]}</script>',
      '2026-03-01',
      '2026-05-02',
    ],
    [
      'in its head',
      '<meta property="article:published_time" content="2026-03-01T09:00:00Z"><meta property="article:modified_time" content="2026-04-01">',
      '2026-03-01',
      '2026-04-01',
    ],
    ['in its marks', '<meta itemprop="datePublished" content="2026-03-01">', '2026-03-01', null],
    [
      'in its text',
      '<p><time datetime="2026-03-01">1 March</time> <time datetime="2019-01-01">then</time></p>',
      '2026-03-01',
      null,
    ],
    [
      'that are the same',
      '<meta name="date" content="2026-03-01"><meta name="last-modified" content="2026-03-01">',
      '2026-03-01',
      null,
    ],
    ['of the future', '<meta name="date" content="2027-03-01">', null, null],
    [
      'that are no dates',
      '<meta name="date" content="2026-02-30"><meta name="date" content="soon"><meta name="date">',
      null,
      null,
    ],
    [
      'in broken linked data',
      '<script type="application/ld+json">{"datePublished": </script><meta name=date content=2026-03-01>',
      '2026-03-01',
      null,
    ],
    [
      'in linked data that does not end',
      '<script type="application/ld+json">{"datePublished":"2026-03-01"}',
      null,
      null,
    ],
    ['of a page without any', '<p>hello</p>', null, null],
  ])('%s', (_, html, published, modified) => {
    expect(findPageDates(html, '2026-11-30')).toEqual({ published, modified });
  });

  it('are found in time in a page made to waste it', () => {
    const start = performance.now();
    findPageDates('<meta '.repeat(200_000), '2026-11-30');
    findPageDates('<script type="application/ld+json">'.repeat(20_000), '2026-11-30');
    findPageDates(`<script type="application/ld+json">${'['.repeat(100_000)}</script>`, '2026-11-30');
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
