import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertDocument } from '../../../src/input/documents/convert-document.ts';
import type { DocumentText } from '../../../src/model/document.ts';
import {
  GERMAN_STYLES,
  makeDocx,
  makePdf,
  makePptx,
  makeZip,
  paragraph,
  shape,
  slideTable,
} from './build-documents.ts';

const encode = (text: string) => new TextEncoder().encode(text);

async function read(content: string | Uint8Array, file: string): Promise<DocumentText> {
  const outcome = await convertDocument(typeof content === 'string' ? encode(content) : content, file);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ what }) => what).join());
  return outcome.value;
}

async function refusal(content: string | Uint8Array, file: string) {
  const outcome = await convertDocument(typeof content === 'string' ? encode(content) : content, file);
  if (outcome.ok) throw new Error('it was read');
  return outcome.problems[0];
}

/** The page or slide of some words, as the text of the document has them. */
function sheetOf({ text, sheets }: DocumentText, words: string) {
  const at = text.indexOf(words);
  expect(at).not.toBe(-1);
  return sheets.findLast(({ from }) => from <= at);
}

/** The line of some words, from 1. */
const lineOf = ({ text }: DocumentText, words: string) => text.slice(0, text.indexOf(words)).split('\n').length;

describe('Markdown', () => {
  it('keeps the lines, with the front matter of a site blank and its values as metadata', async () => {
    const site =
      '---\ntitle: "What is Otter?"\nsidebar_position: 3\nsidebar_position: 3\ndate: 2026-03-04 # draft\nwebsite: https://otter.example\n---\n\nOtter rents GPUs.\n';
    const document = await read(site, 'otter.md');
    expect(document).toMatchObject({
      format: 'markdown',
      hasLines: true,
      metadata: { title: 'What is Otter?', date: '2026-03-04', website: 'https://otter.example' },
    });
    expect(document.text.trim()).toBe('Otter rents GPUs.');
    expect(lineOf(document, 'Otter rents')).toBe(9);
  });

  it('reads TOML front matter, and two rulers as prose', async () => {
    expect((await read('+++\ntitle = "Otter"\n+++\nText.\n', 'a.md')).metadata.title).toBe('Otter');
    expect((await read('---\nOtter rents GPUs to labs.\n---\nMore.\n', 'a.md')).text).toContain('Otter rents');
  });

  it('blanks what is code in MDX, and keeps its lines', async () => {
    const mdx =
      'import Box from \'./box\'\n\n# Otter\n\n<Box kind="wide">\nOtter rents GPUs, and 3 < 5.\n</Box>\n{/* a note */}\n```\n<Box>\n```\n';
    const document = await read(mdx, 'otter.mdx');
    expect(document.text).toContain('Otter rents GPUs, and 3 < 5.');
    expect(document.text).not.toMatch(/import|kind=|a note/);
    expect(document.text).toContain('```\n<Box>');
    expect(lineOf(document, 'Otter rents')).toBe(6);
  });

  it.each([
    [
      '<!-- Slide number: 1 -->\n# Otter\n<!-- Slide number: 2 -->\nPrices\n<!-- Slide number: 4 -->\nThe team.\n',
      'slide',
      4,
    ],
    ['## Slide 1: Otter\n\n## Slide 2\nPrices\n## Slide 4: Who\nThe team.\n', 'slide', 4],
    ['--- page 1 ---\nOtter\n--- page 3 ---\nThe team.\n', 'page', 3],
    ['Otter\n\fPrices\n\fThe team.\n', 'page', 3],
    ['---\nmarp: true\n---\n# Otter\n\n---\n\nPrices\n\n---\n\nThe team.\n', 'slide', 3],
  ])('takes the marks of converters for pages and slides: %j', async (text, kind, number) => {
    const document = await read(text, 'deck.md');
    expect(sheetOf(document, 'The team')).toMatchObject({ kind, number });
    expect(document.text).not.toMatch(/number:|page \d|Slide \d|\f/);
    expect(document.text.split('\n')).toHaveLength(text.split('\n').length);
  });

  it('keeps the title of a slide, and takes one lone mark for a heading', async () => {
    expect((await read('# Slide 1: Otter\n\n## Slide 2: Why now\n', 'a.md')).text).toMatch(
      /^# +Otter\n\n## +Why now$/m,
    );
    expect((await read('## Slide 4\n\nText.\n', 'a.md')).sheets).toEqual([]);
  });

  it('reads CRLF, a byte order mark and UTF-16', async () => {
    expect((await read('\ufeff# Otter\r\n\r\nText.\r\n', 'a.md')).text).toBe('# Otter\n\nText.\n');
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from('Otter rents GPUs.', 'utf16le')]);
    expect((await read(utf16, 'a.md')).text).toBe('Otter rents GPUs.');
  });
});

describe('plain text', () => {
  it('is prose where Markdown would see code, and a lone line in capitals is a heading', async () => {
    const document = await read('OTTER CLOUD\n\n     Otter rents GPUs.\n   \u2022 from 2 USD\n', 'memo.txt');
    expect(document).toMatchObject({ format: 'text', hasLines: true });
    expect(document.text).toBe('## OTTER CLOUD\n\nOtter rents GPUs.\n   - from 2 USD\n');
  });

  it('is told from Markdown by what is in it where the name does not say', async () => {
    expect((await read('# Otter\n\nText.\n', 'stdin')).format).toBe('markdown');
    expect((await read('Otter rents GPUs.\n', 'stdin')).format).toBe('text');
  });
});

describe('HTML', () => {
  const page = `<!doctype html><html><head><title>Otter \u2014 home</title><meta property="article:published_time" content="2026-05-06">
    <link rel="canonical" href="https://otter.example/"><style>p{}</style></head><body><nav>Menu <a href="/x">Docs</a></nav>
    <main><h1>Otter<br>Cloud</h1><p>Otter rents <b>GPUs</b>, see <a href="https://otter.example/prices">prices</a> or <a href="/terms">terms</a>.</p>
    <table><tr><th>GPU</th><th>Price</th></tr><tr><td>H100</td><td>$2.10</td></tr></table>
    <p>As said.<sup><a href="#n1">1</a></sup></p><p><strong>Why now</strong></p><p hidden>Secret</p><script>alert("no")</script></main>
    <footer>Cookies</footer></body></html>`;

  it('keeps headings, links and tables, and drops the frame of the page', async () => {
    const { text, format, metadata, hasLines } = await read(page, 'otter.html');
    expect({ format, hasLines, metadata }).toEqual({
      format: 'html',
      hasLines: false,
      metadata: { title: 'Otter \u2014 home', date: '2026-05-06', website: 'https://otter.example/' },
    });
    expect(text).toContain('# Otter Cloud\n');
    expect(text).toContain('Otter rents **GPUs**, see [prices](https://otter.example/prices) or terms.');
    expect(text).toContain('| H100 | $2.10 |');
    expect(text).toContain('As said.\n');
    expect(text).toContain('### Why now');
    expect(text).not.toMatch(/Menu|Cookies|Secret|alert|p\{\}/);
  });

  it('counts slides of a deck in HTML', async () => {
    const slide = (text: string) => `<section class="slide dark"><h2>${text}</h2><p>${text} in words.</p></section>`;
    const document = await read(
      `<html><body>${['Otter', 'Prices', 'Team'].map(slide).join('')}</body></html>`,
      'd.html',
    );
    expect(sheetOf(document, 'Team in words')).toMatchObject({ kind: 'slide', number: 3 });
    expect(document.text).not.toContain('\ue000');
  });

  it('reads the encoding that the page names', async () => {
    const latin = Buffer.from('<html><meta charset="iso-8859-1"><p>Caf\u00e9 Otter</p>', 'latin1');
    expect((await read(latin, 'a.html')).text).toBe('Café Otter\n');
  });

  it.each([
    [
      '<html><p>ok</p><a href="javascript:alert(1)">link</a><img src="data:image/png;base64,AAAA" alt="logo">',
      /^ok\n\nlink!\[logo\]\(\)\n$/,
    ],
    [`<html>${'<div>'.repeat(5000)}deep`, null],
    ['<html><p>&lt;script&gt; *not* [a](b)', /^\\<script> \\\*not\\\* \\\[a]\\\(b\)\n$/],
    ['<html><p>a\ue000b', /^ab\n$/],
  ])('has nothing to run and no address to follow: %j', async (html, expected) => {
    const outcome = await convertDocument(encode(html), 'x.html');
    if (expected === null) expect(outcome.ok ? outcome.value.text : outcome.problems[0]?.code).toBeTypeOf('string');
    else expect(outcome.ok && outcome.value.text).toMatch(expected);
  });
});

describe('PDF', () => {
  const body = (text: string) => [
    { text, x: 72, y: 700 },
    { text: 'of decen-', x: 72, y: 687 },
    { text: 'tralised operators by the hour, in a pay-', x: 72, y: 674 },
    { text: `per-use market. This is ${text}.`, x: 72, y: 661 },
  ];
  const frame = (page: number) => [
    { text: 'Otter Cloud, confidential', y: 780, size: 8 },
    { text: `${page} / 4`, x: 300, y: 20, size: 8 },
  ];

  it('keeps pages as places, joins lines, undoes hyphens with care, and drops running heads and page numbers', async () => {
    const pages = ['Otter rents GPUs', 'Second sheet', 'Third sheet', 'Fourth sheet'];
    const bytes = makePdf(
      pages.map((text, at) => [{ text: `Part ${'ABCD'[at]}`, y: 740, size: 18 }, ...frame(at + 1), ...body(text)]),
      { info: '/Title (Otter memo) /ModDate (D:20260704120000Z)' },
    );
    const document = await read(bytes, 'otter.pdf');
    expect(document).toMatchObject({
      format: 'pdf',
      hasLines: false,
      notes: [],
      metadata: { title: 'Otter memo', date: '2026-07-04' },
    });
    expect(document.text).toContain('# Part A\n');
    expect(document.text).toContain(
      'Otter rents GPUs of decentralised operators by the hour, in a pay-per-use market.',
    );
    expect(document.text).not.toMatch(/confidential|\/ 4/);
    expect(document.sheets).toHaveLength(4);
    expect(sheetOf(document, 'Third sheet')).toMatchObject({ kind: 'page', number: 3 });
  });

  it('reads columns row by row as a table, and bullets as a list', async () => {
    const row = (y: number, ...cells: string[]) => cells.map((text, at) => ({ text, x: 72 + 150 * at, y }));
    const bytes = makePdf([
      [
        ...row(700, 'GPU', 'Otter', 'AWS'),
        ...row(686, 'H100', '$2.10', '$6.88'),
        ...row(672, 'A100', '$1.05', '$3.20'),
        { text: '\x95 SOC 2 report', y: 640 },
        { text: '\x95 Two regions', y: 626 },
      ],
    ]);
    const { text } = await read(bytes, 'p.pdf');
    expect(text).toContain('| GPU | Otter | AWS |\n| - | - | - |\n| H100 | $2.10 | $6.88 |\n| A100 | $1.05 | $3.20 |');
    expect(text).toContain('- SOC 2 report\n- Two regions');
  });

  it('says which pages have no text, and refuses a scan', async () => {
    const words = ['Otter rents GPUs to labs by the hour.'];
    expect((await read(makePdf([words, [], words]), 'a.pdf')).notes).toEqual([
      'Page 2 has no text; pictures were not read.',
    ]);
    expect(await refusal(makePdf([[], [], []]), 'scan.pdf')).toMatchObject({
      code: 'document/no-text',
      what: 'the PDF contains only images of pages, without text',
      fix: expect.stringContaining('OCR'),
    });
  });

  it('refuses an encrypted PDF in a sentence', async () => {
    expect(await refusal(makePdf([['Otter']], { isEncrypted: true }), 'a.pdf')).toMatchObject({
      code: 'document/encrypted',
      what: 'the PDF is protected by a password',
    });
  });
});

describe('Word', () => {
  it('knows titles and headings by the names of their styles in any language, and reads tables', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const bytes = await makeDocx(
      [
        paragraph('Otter Cloud', 'Titel'),
        paragraph('What we sell', 'berschrift1'),
        paragraph('Otter rents GPUs &amp; disks.'),
        `<w:tbl>${row('GPU', 'Price')}${row('H100', '$2.10')}</w:tbl>`,
      ].join(''),
      {
        'word/styles.xml': GERMAN_STYLES,
        'word/_rels/document.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
      },
    );
    const document = await read(bytes, 'otter.docx');
    expect(document).toMatchObject({
      format: 'docx',
      sheets: [],
      hasLines: false,
      metadata: { title: 'Otter Cloud memo', date: '2026-09-01' },
    });
    expect(document.text).toContain('# Otter Cloud\n\n# What we sell\n\nOtter rents GPUs & disks.\n');
    expect(document.text).toContain('| H100 | $2.10 |');
  });

  it('reads lists, links, fields, notes, boxes, merged cells and changes as Word shows them', async () => {
    const run = (text: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const block = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
    const entry = (text: string, level: number, number = 1) =>
      block(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`);
    const field = (turn: string) => `<w:r><w:fldChar w:fldCharType="${turn}"/></w:r>`;
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${block(run(text))}</w:tc>`;
    const bytes = await makeDocx(
      [
        entry('Spot', 0),
        entry('by the hour', 1, 2),
        entry('Reserved', 0),
        block(
          `${run('Ot', '<w:b/>')}${run('ter', '<w:b/>')}${run(' rents ')}<w:ins>${run('new')}</w:ins><w:del>${run('old')}</w:del>${run(' GPUs')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}`,
        ),
        block(
          `${field('begin')}<w:r><w:instrText> HYPERLINK "https://otter.example/p" </w:instrText></w:r>${field('separate')}${run('prices')}${field('end')}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`,
        ),
        block(
          `${run('Seen')}<w:r><mc:AlternateContent><mc:Choice>${run('twice')}</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${block(run('In a box'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
        block(run('Joined '), '<w:rPr><w:del/></w:rPr>'),
        block(run('line')),
        `<w:tbl><w:tr>${cell('GPU', '<w:vMerge w:val="restart"/>')}${cell('H100')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('A100')}</w:tr></w:tbl>`,
      ].join(''),
      {
        'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`,
        'word/footnotes.xml': `<w:footnotes><w:footnote w:id="2">${block(run('Since May.'))}</w:footnote></w:footnotes>`,
      },
    );
    const { text } = await read(bytes, 'otter.docx');
    expect(text).toContain('1. Spot\n   - by the hour\n2. Reserved\n');
    expect(text).toContain('**Otter** rents new GPUs.\n\n[prices](https://otter.example/p)\u2713\n');
    expect(text).toContain('Seen\n\nIn a box\n\nJoined line\n');
    expect(text).toContain('| GPU | H100 |\n| | A100 |');
    expect(text).toContain('1. Since May.');
    expect(text).not.toMatch(/old|twice/);
  });

  it('refuses an archive that unpacks to a great deal, and one that is cut off', async () => {
    const bomb = await makeDocx(paragraph('x'), { 'word/huge.xml': ' '.repeat(40 * 1_048_576) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(bomb, 'bomb.docx')).toMatchObject({
      code: 'document/too-large',
      what: 'the file unpacks to more than 32 MiB',
    });
    // One that says that it is small is unpacked no further.
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(await refusal(bomb, 'bomb.docx')).toMatchObject({ code: 'document/too-large' });
    const whole = await makeDocx(paragraph('Otter'));
    expect(await refusal(whole.subarray(0, whole.length - 40), 'cut.docx')).toMatchObject({ code: 'document/corrupt' });
  }, 120_000);
});

describe('PowerPoint', () => {
  it('reads slides in the order of showing, with title, points, table and notes', async () => {
    const bytes = await makePptx(
      [
        shape(['Otter Cloud'], 'ctrTitle') + shape(['GPUs by the hour'], 'subTitle'),
        shape(['What it costs'], 'title') + shape(['H100 at $2.10', 'A100 at $1.05'], 'body') + shape(['2'], 'sldNum'),
        shape(['Against the clouds'], '', 4000) +
          slideTable([
            ['Otter', 'AWS'],
            ['$2.10', '$6.88'],
          ]) +
          shape(['per hour'], '', 1200),
      ],
      { 1: 'Prices are for November.' },
    );
    const document = await read(bytes, 'otter.pptx');
    expect(document).toMatchObject({
      format: 'pptx',
      hasLines: false,
      metadata: { title: 'Otter Cloud', date: '2026-09-01' },
    });
    expect(document.text).toContain('# Otter Cloud\n\nGPUs by the hour\n');
    expect(document.text).toContain(
      '## What it costs\n\n- H100 at $2.10\n- A100 at $1.05\n\nPrices are for November.\n',
    );
    expect(document.text).toContain(
      '## Against the clouds\n\n| Otter | AWS |\n| - | - |\n| $2.10 | $6.88 |\n\nper hour\n',
    );
    expect(sheetOf(document, 'Against')).toMatchObject({ kind: 'slide', number: 3 });
    expect(document.sheets).toHaveLength(3);
  });

  it('refuses a deck of pictures', async () => {
    expect(await refusal(await makePptx(['', '']), 'a.pptx')).toMatchObject({
      code: 'document/no-text',
      what: 'the slides contain only pictures, without text',
    });
  });
});

describe('a name that promises something else', () => {
  it('reads the file as what it is, and says so', async () => {
    const document = await read(makePdf([['Otter rents GPUs to labs.']]), 'memo.docx');
    expect(document.format).toBe('pdf');
    expect(document.notes).toEqual(['Despite its name, the file is a PDF; it was read as such.']);
    expect((await read('<!doctype html><p>Not found', 'deck.pdf')).format).toBe('html');
  });
});

describe('files that are not read', () => {
  const ole = (name: string) =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.alloc(60), ...Buffer.from(name, 'utf16le')]);
  it.each([
    ['memo.doc', ole('WordDocument'), /^this is a Word document in the old format/, /\.docx/],
    ['deck.ppt', ole('PowerPoint Document'), /PowerPoint file in the old format/, /\.pptx/],
    ['memo.docx', ole('EncryptedPackage'), /with a password/, /without the password/],
    ['a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1]), /an image/, /OCR/],
    ['a.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 1]), /an image/, /OCR/],
    ['a.gz', Uint8Array.from([0x1f, 0x8b, 8]), /gzip/, /Unpack/],
    ['a.rtf', encode('{\\rtf1 Otter}'), /RTF/, /\.docx/],
    ['a.bin', Uint8Array.from([1, 0, 2, 0, 3]), /binary/, /Name a Markdown/],
    ['empty.pdf', new Uint8Array(), /is empty/, /name of the file/],
    ['blank.md', encode(' \n---\n'), /no text/, /right file/],
    ['huge.pdf', new Uint8Array(20 * 1_048_576 + 1), /larger than 20 MiB/, /smaller pictures/],
    ['latin.md', Uint8Array.from([0x4f, 0xe9, 0x20]), /not encoded as UTF-8/, /UTF-8/],
    ['bad.pdf', encode('%PDF-1.7 and nothing else'), /damaged|images/, /./],
  ])('%s', async (file, bytes, what, fix) => {
    expect(await refusal(bytes, file)).toMatchObject({
      file,
      what: expect.stringMatching(what),
      fix: expect.stringMatching(fix),
    });
  });

  it.each([
    ['xl/workbook.xml', /Excel/],
    ['readme.txt', /ZIP/],
  ])('an archive with %s', async (name, what) => {
    expect(await refusal(await makeZip({ [name]: '<x/>' }), 'a.xlsx')).toMatchObject({
      what: expect.stringMatching(what),
    });
  });
});

describe('limits', () => {
  it('reads the first MiB of a text and says so', async () => {
    const { text, notes } = await read('Otter rents GPUs.\n'.repeat(80_000), 'long.md');
    expect(text.length).toBeLessThanOrEqual(1_048_576);
    expect(text.endsWith('GPUs.\n')).toBe(true);
    expect(notes).toEqual(['Only the first 1 MiB of its text was read.']);
  });

  it('reads the first part of a page with very many tags and says so, and does not count scripts', async () => {
    const many = await read(`<html><p>Otter rents GPUs.${'<span>x</span>'.repeat(15_000)}<p>the end`, 'a.html');
    expect(many.notes).toEqual(['The page is very long; only its first part was read.']);
    expect(many.text).not.toContain('the end');
    const script = `<script>${'<i>'.repeat(400_000)}</script>`;
    expect((await read(`<html>${script}<p>Otter rents GPUs.`, 'a.html')).notes).toEqual([]);
  });

  it('refuses a page whose one paragraph has too many marks', async () => {
    const marked = `<html><p>Otter rents GPUs.${'<i>x</i>'.repeat(15_000)}`;
    expect(await refusal(marked, 'a.html')).toMatchObject({ code: 'markdown/too-many-marks' });
  });
});

describe('any bytes', () => {
  const names = fc.constantFrom('a.md', 'a.mdx', 'a.txt', 'a.html', 'a.pdf', 'a.docx', 'a.pptx', 'stdin');
  const starts = fc.constantFrom(
    '',
    '%PDF-1.4\n',
    'PK\x03\x04word/document.xml',
    'PK\x03\x04ppt/presentation.xml',
    '<html>',
    '---\n',
    '\xff\xfe',
  );

  async function expectOutcome(bytes: Uint8Array, file: string): Promise<void> {
    const outcome = await convertDocument(bytes, file);
    if (!outcome.ok) expect(outcome.problems.length).toBeGreaterThan(0);
    else {
      const { text, sheets } = outcome.value;
      expect(text).not.toMatch(/[\r\f]/);
      for (const { from } of sheets) expect(from).toBeLessThanOrEqual(text.length);
    }
  }

  it('end in a text or in a problem', async () => {
    await fc.assert(
      fc.asyncProperty(names, starts, fc.uint8Array({ maxLength: 400 }), (file, start, rest) =>
        expectOutcome(Uint8Array.from([...Buffer.from(start, 'latin1'), ...rest]), file),
      ),
      { numRuns: 200 },
    );
  });

  it('end so where a sound document is damaged', async () => {
    const sound = [
      makePdf([['Otter rents GPUs.'], ['More.']]),
      await makeDocx(paragraph('Otter')),
      await makePptx([shape(['Otter'], 'title')]),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sound),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
        (bytes, edits) => {
          const damaged = Uint8Array.from(bytes);
          for (const [at, value] of edits) damaged[at % damaged.length] = value;
          return expectOutcome(damaged, 'x');
        },
      ),
      { numRuns: 100 },
    );
  });
});
