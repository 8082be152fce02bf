import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/input/yaml/read-yaml.ts';
import type { Problem } from '../../../src/model/diagnostic.ts';
import { renderProblems } from '../../../src/report/documents/problems.ts';
import { type Paint, plainPaint } from '../../../src/report/writers/terminal/paint.ts';

const STYLE = { paint: plainPaint, unicode: true, width: 80 };

function problem(given: Partial<Problem>): Problem {
  return {
    code: 'schema/unknown-key',
    file: 'f.yaml',
    at: null,
    what: 'something is wrong',
    why: 'It matters.',
    fix: 'Mend it.',
    suggestion: null,
    related: null,
    ...given,
  };
}

function span(line: number, column: number, endColumn: number, endLine = line) {
  return { line, column, endLine, endColumn };
}

/** What the program says of a text that it can't read. */
function said(text: string, style = STYLE): string {
  const read = readYaml(text, { file: 'f.yaml' });
  return read.ok ? '' : renderProblems(read.problems, () => text, style);
}

/** The frame alone. */
function frame(text: string, at: Problem['at'], style = STYLE): string[] {
  return renderProblems([problem({ at })], () => text, style)
    .split('\n')
    .filter((line) => /^ +\d* [│|]/.test(line));
}

describe('renderProblems', () => {
  it('says where, what, why and what to do', () => {
    expect(said('name: A\ntitle: a: b\nx: 1\n')).toBe(
      `f.yaml:2:8 error yaml/colon-in-value: the value of \`title\` contains a colon
  followed by a space
  1 │ name: A
  2 │ title: a: b
    │        ^^^^
  3 │ x: 1
  why  YAML reads the text before such a colon as a key.
  fix  Put the whole value in straight quotes: \`title: "a: b"\`.
`,
    );
  });

  it('shows a second place and a near miss', () => {
    const text = 'name: A\n\ntokn: B\n';
    const given = problem({
      at: span(3, 1, 5),
      what: 'unknown key `tokn`',
      suggestion: 'token',
      related: { at: span(1, 1, 5), what: 'the other place' },
    });
    expect(renderProblems([given], () => text, { ...STYLE, unicode: false })).toBe(
      `f.yaml:3:1 error schema/unknown-key: unknown key \`tokn\`
  3 | tokn: B
    | ^^^^
  why  It matters.
  fix  Did you mean token? Mend it.
  see  f.yaml:1:1: the other place
  1 | name: A
    | ^^^^
`,
    );
  });

  it('puts a blank line between problems, and writes nothing for none', () => {
    const text = renderProblems([problem({}), problem({ file: 'g.yaml', what: 'so is this' })], () => null, STYLE);
    expect(text.split('\n\n').map((block) => block.split(' ')[0])).toEqual(['f.yaml', 'g.yaml']);
    expect(text.endsWith('Mend it.\n')).toBe(true);
    expect(renderProblems([], () => null, STYLE)).toBe('');
  });

  it('says once what is the same of several files as a whole', () => {
    const missing = ['a', 'b', 'c'].map((file) => problem({ file, code: 'input/not-found', what: 'no such file' }));
    const text = renderProblems([...missing, problem({ file: 'd', at: span(1, 1, 2) })], () => 'x\n', STYLE);
    expect(text.split('\n\n').map((block) => block.split('\n')[0])).toEqual([
      'a, b, c error input/not-found: no such file',
      'd:1:1 error schema/unknown-key: something is wrong',
    ]);
  });

  it('does without a frame where there is no text or no such line', () => {
    expect(frame('', span(9, 1, 2))).toEqual([]);
    expect(renderProblems([problem({ at: span(1, 1, 2) })], () => null, STYLE)).not.toContain('│');
  });
});

describe('the frame of renderProblems', () => {
  it.each([
    ['letters of two columns', 'title: 東京 🦊 x\n', span(1, 14, 15), '               ^'],
    ['a mark over wide letters', '東京: x\n', span(1, 1, 3), '^^^^'],
    ['combining letters', 'e\u0301e\u0301: x\n', span(1, 6, 7), '   ^'],
    ['a family of one column pair', '👨‍👩‍👧: x\n', span(1, 9, 10), '  ^'],
    ['tabs', 'a\tb\tx\n', span(1, 5, 6), '        ^'],
    ['a mark on a tab', '\tx\n', span(1, 1, 2), '^^^^'],
    ['characters shown as escapes', 'a\u202eb\u001bc: x\n', span(1, 5, 6), '              ^'],
    ['a log command before the place', '##[group] x\n', span(1, 11, 12), '               ^'],
    ['the end of a line', 'abc\n', span(1, 4, 4), '   ^'],
    ['an empty line', '\nx\n', span(1, 1, 1), '^'],
    ['a span of several lines', 'a: "x\n  y"\n', span(1, 4, 5, 2), '   ^^'],
    ['a span past the end', 'abc\n', span(1, 2, 99), ' ^^'],
    ['CRLF', 'abc\r\nd\r\n', span(1, 2, 4), ' ^^'],
    ['a byte order mark', '\ufeffabc\n', span(1, 2, 3), ' ^'],
  ])('puts the carets under %s', (_, text, at, carets) => {
    const [line, row] = frame(text, at);
    expect(row).toBe(`    │ ${carets}`);
    expect(line).toMatch(/^ {2}1 │/);
  });

  it('shows at most one line on either side, and no empty one', () => {
    expect(frame('1: a\n2: b\n3: c\n4: d\n5: e\n', span(3, 1, 2))).toEqual([
      '  2 │ 2: b',
      '  3 │ 3: c',
      '    │ ^',
      '  4 │ 4: d',
    ]);
    expect(frame('a\n\nb\n \nc\n', span(3, 1, 2))).toEqual(['  3 │ b', '    │ ^']);
  });

  it('lines up numbers of different length', () => {
    expect(frame(`${'x\n'.repeat(8)}a\nb\nc\n`, span(9, 1, 2))).toEqual([
      '   8 │ x',
      '   9 │ a',
      '     │ ^',
      '  10 │ b',
    ]);
  });

  it.each([
    ['at its beginning', 3],
    ['in its middle', 500],
    ['at its end', 996],
  ])('cuts a long line around a place %s', (_, start) => {
    const letters = Array.from({ length: 1000 }, (_, index) => String(index % 10)).join('');
    const text = `before\n${letters.slice(0, start)}WORD${letters.slice(start + 4)}\nafter\n`;
    const lines = frame(text, span(2, start + 1, start + 5));
    const at = lines.findIndex((line) => line.includes('^'));
    const column = lines[at]?.indexOf('^') ?? 0;
    expect(lines[at - 1]?.slice(column, column + 4)).toBe('WORD');
    expect(lines[at]?.trim()).toBe('│ '.concat(' '.repeat(column - 6), '^^^^'));
    expect(lines.every((line) => stringWidth(line) <= STYLE.width)).toBe(true);
    expect(lines[at - 1]).toContain('…');
  });

  it('cuts a long line of wide letters without halving one', () => {
    const text = `${'東'.repeat(60)}X${'京'.repeat(60)}\n`;
    const [line = '', row = ''] = frame(text, span(1, 61, 62));
    expect(stringWidth(line.slice(0, line.indexOf('X')))).toBe(row.indexOf('^'));
    expect(stringWidth(line)).toBeLessThanOrEqual(STYLE.width);
  });

  it('costs no more for a line of a megabyte', () => {
    const text = `a: ${'x'.repeat(1_000_000)}\n`;
    const began = performance.now();
    for (let time = 0; time < 20; time += 1) frame(text, span(1, 900_000, 1_000_000));
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

const WIDTHS = [1, 40, 80, 200];

describe('renderProblems, given what a hostile file holds', () => {
  const HOSTILE = [
    '::error::x',
    '##[group]x',
    '##vso[task.setvariable]x',
    '\u001b[31m\u001b]8;;https://evil.example\u0007',
    '\u202eevil\u202c',
    'zero\u200bwidth',
    '\r::add-mask::x',
    '\u2028::x',
    '\ud800',
    `long ${'::warning::y '.repeat(40)}`,
    '東'.repeat(100),
    'x'.repeat(300),
    '\u0000',
    '👨‍👩‍👧'.repeat(40),
  ];

  /** Nothing that a terminal or a runner acts on, and no line wider than the screen but for what was escaped at its start. */
  function expectHarmless(output: string, width: number): void {
    expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}\u200b]/u);
    expect(output).not.toMatch(/##[a-z]*\[/i);
    for (const line of output.split('\n')) {
      expect(line).not.toMatch(/^\s*::/);
      expect(stringWidth(line)).toBeLessThanOrEqual(Math.max(40, width) + 5);
    }
  }

  it.each(HOSTILE)('%j in every part', (text) => {
    const given = problem({
      code: 'x/y',
      file: text,
      at: span(1, 3, 9),
      what: text,
      why: text,
      fix: `Write \`${text}\`.`,
      suggestion: text,
      related: { at: span(2, 1, 2), what: text },
    });
    for (const width of WIDTHS) {
      expectHarmless(
        renderProblems([given], () => `${text}\n${text}\n${text}`, { ...STYLE, width }),
        width,
      );
    }
  });

  it.each(HOSTILE)('%j in YAML', (text) => {
    const files = [
      `${text}\n`,
      `a: ${text}: b\n`,
      `a: @${text}\n`,
      `a: 'x' ${text}\n`,
      `"${text}": 1\n"${text}": 2\n`,
      `a: *${text}\n`,
      `a: !${text} x\n`,
      `${text}:x\n`,
    ];
    for (const file of files) for (const width of WIDTHS) expectHarmless(said(file, { ...STYLE, width }), width);
  });

  it('paints without changing a letter', () => {
    const tagged = (name: string) => (text: string) => `\u001b[${name}m${text}\u001b[0m`;
    const paint: Paint = {
      bold: tagged('1'),
      dim: tagged('2'),
      red: tagged('31'),
      yellow: tagged('33'),
      green: tagged('32'),
      cyan: tagged('36'),
    };
    const text = 'name: 東京\nname: a: b\nname: 007\n';
    const painted = said(text, { ...STYLE, paint });
    expect(painted).toContain('\u001b[31m^');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes are those put in above
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(said(text));
  });
});
