import { describe, expect, it } from 'vitest';
import { toFileSpan } from '../../src/prose/passage.ts';
import { parseHeadingUnit, readPassages } from '../../src/prose/read-passages.ts';
import { getVocabulary } from '../../src/prose/vocabulary.ts';
import { rubric } from '../check/memo/memo-fixtures.ts';

const { layout } = getVocabulary(rubric);
const read = (text: string, body = 0) => readPassages(text, body, layout);
const textsOf = (markdown: string) => read(markdown).map(({ text }) => text.trim());

describe('what is read of a memo', () => {
  it.each([
    ['paragraphs, headings and items', '# A\n\nB *c* __d__\ne\n\n- f\n- g', ['A', 'B c d e', 'f', 'g']],
    ['the text of links', '[A b](https://x.example "t") and [c][r]\n\n[r]: https://y.example', ['A b and c']],
    ['cells', '| A | B |\n|---|---|\n| 1 | 2 |', ['A', 'B', '1', '2']],
    ['footnotes', 'A[^n].\n\n[^n]: B c.', ['A.', 'B c.']],
    ['quotes', '> A\n> b\n\n> - c', ['A b', 'c']],
    ['text within tags', '<div>A <b>b</b></div>\n\nC<span>d</span>e', ['A b', 'Cde']],
    ['entities and escapes', 'A &amp; b &#36;5 \\*c\\* &nope;', ['A & b $5 *c* &nope;']],
    ['letters that look alike as one', 'Ａ\u00a0\u202fb\u2011c \u2019s \u200bx', ["A  b-c 's x"]],
  ])('has %s', (_, markdown, texts) => {
    expect(textsOf(markdown)).toEqual(texts);
  });

  it.each([
    ['code blocks', '```\nA\n```\n\n    B\n'],
    ['comments', '<!-- A\nb -->'],
    ['pictures', '![A](b.png)'.replace(/^/, '\ufffc').slice(1)],
    ['definitions', '[a]: https://x.example "A"'],
    ['scripts', '<script>\nlet a = "5 USD";\n</script>'],
  ])('has no %s', (_, markdown) => {
    expect(textsOf(markdown).join('').replaceAll('\ufffc', '')).toBe('');
  });

  it('knows which cells are of one row, and where a line of its own begins', () => {
    const cells = read('| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |').filter(({ row }) => row !== null);
    expect(cells.map(({ text, row }) => [text.trim(), row])).toEqual([
      ['1', 0],
      ['2', 0],
      ['3', 1],
      ['4', 1],
    ]);
    const [passage] = read('**A:** b\n**C:** d  \ne **f**');
    expect(passage?.lines.map((at) => passage.text.slice(at).trim())).toEqual(['C: d e f', 'e f']);
  });

  it('has an object where code, pictures, addresses and struck words stand', () => {
    expect(textsOf('a `b` c ![d](e) ~~f~~ https://g.example <https://h.example>')).toEqual([
      'a \ufffc c \ufffc \ufffc \ufffc \ufffc',
    ]);
    expect(textsOf('a <del>b</del> c <!-- d --> e').map((text) => text.replace(/ +/g, ' '))).toEqual(['a c e']);
  });

  it.each([
    'A b **c** [d e](https://x.example) `f` g.',
    'A b\r\nc *d*\r\ne',
    '> A b\r\n> c d\r\n',
    '- A b\n  c d\n\n  > e f\n  > g',
    'Grüße 🚀 &amp; \\*mehr\\* &eacute; z',
    '<p>A\n  <b>b</b> c</p>',
  ])('knows where each letter stands: %j', (markdown) => {
    const before = '---\nname: X\n---\n';
    for (const passage of read(before + markdown, before.length)) {
      for (let i = 0; i < passage.text.length; i += 1) {
        const { from, to } = toFileSpan(passage, { from: i, to: i + 1 });
        const source = (before + markdown).slice(from, to);
        const letter = passage.text[i] ?? '';
        if (/[\p{L}\p{N}]/u.test(letter)) expect(source === letter || source.startsWith('&')).toBe(true);
      }
    }
  });

  it('knows the words of others', () => {
    const [quote, plain] = read('> A\n\nB “c d” e "f');
    expect(quote?.quoted).toEqual([{ from: 0, to: 1 }]);
    expect(plain?.quoted).toEqual([{ from: 2, to: 7 }]);
  });

  it('leads from a note to what it links to', () => {
    const [passage] = read('A.[^n]\n\n[^n]: [B](https://x.example/b)');
    expect(passage?.links).toEqual([{ from: 2, to: 2, url: 'https://x.example/b' }]);
  });

  it('gives a cell its unit, its headings and its heading none', () => {
    const passages = read('| Offer | Price (USD/h) |\n|---|---|\n| Ours | 2.65 |');
    expect(passages.at(-1)).toMatchObject({ text: '2.65', unit: 'USD/h', around: 'Price (USD/h) Ours' });
  });

  it.each([
    ['Price (USD/h)', 'USD/h'],
    ['Latency [ms]', 'ms'],
    ['Size, GB', 'GB'],
    ['Size in GB', 'GB'],
    ['Price', null],
    ['(a) b', null],
  ])('reads the unit of the heading %s', (heading, unit) => {
    expect(parseHeadingUnit(heading, layout)).toBe(unit);
  });
});
