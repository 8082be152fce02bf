import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocatedYaml } from '../../../src/input/yaml/located-yaml.ts';
import { readYaml } from '../../../src/input/yaml/read-yaml.ts';
import type { Problem, Span } from '../../../src/model/diagnostic.ts';
import { pointersOf } from './pointers.ts';

function located(text: string): LocatedYaml {
  const read = readYaml(text, { file: 'f.yaml' });
  if (!read.ok) throw new Error(read.problems.map(({ code, what }) => `${code}: ${what}`).join('\n'));
  return read.value;
}

function problems(text: string): readonly Problem[] {
  const read = readYaml(text, { file: 'f.yaml' });
  return read.ok ? [] : read.problems;
}

const place = (at: Span | null) => (at === null ? 'no place' : `${at.line}:${at.column}`);
const told = (text: string) => problems(text).map(({ code, at }) => `${code} ${place(at)}`);

/** The part of the text that a problem marks. */
function marked(text: string, { at }: Problem): string {
  const line = text.split('\n')[(at?.line ?? 0) - 1] ?? '';
  return at === null ? '' : line.slice(at.column - 1, at.line === at.endLine ? at.endColumn - 1 : undefined);
}

describe('readYaml, of what is well written', () => {
  it.each([
    [
      'YAML 1.2 words',
      'a: NO\nb: yes\nc: on\nd: 12:30\ne: 2026-06-29\nf: 2026-06\n',
      { a: 'NO', b: 'yes', c: 'on', d: '12:30', e: '2026-06-29', f: '2026-06' },
    ],
    [
      'numbers',
      'a: 2.50\nb: -1\nc: 1e3\nd: 0.1\ne: 0\nf: 9007199254740991\ng: .5\nh: 1.5e-7\n',
      { a: 2.5, b: -1, c: 1000, d: 0.1, e: 0, f: 9007199254740991, g: 0.5, h: 1.5e-7 },
    ],
    ['truth values and null', 'a: true\nb: False\nc: null\nd:\n', { a: true, b: false, c: null, d: null }],
    [
      'quoted look-alikes',
      'a: "0x10"\nb: "~"\nc: \'007\'\nd: "We are #1"\ne: "x: y"\n',
      { a: '0x10', b: '~', c: '007', d: 'We are #1', e: 'x: y' },
    ],
    ['text blocks', 'a: >-\n  one #1\n  two: 2\nb: |\n  x\n', { a: 'one #1 two: 2', b: 'x\n' }],
    ['comments', '# top\na: 1 # one\nb: x #\nc: y #---\nd: # below\n  e: f\n', { a: 1, b: 'x', c: 'y', d: { e: 'f' } }],
    ['a hash within a word', 'a: b#1\nb: https://x.org/#part\n', { a: 'b#1', b: 'https://x.org/#part' }],
    [
      'aliases',
      'a: &x [1, 2]\nb: *x\nc: &y text\nd: [*y, *y]\n',
      { a: [1, 2], b: [1, 2], c: 'text', d: ['text', 'text'] },
    ],
    ['an alias of a key', '&k a: x\nb: *k\n', { a: 'x', b: 'a' }],
    ['tags of the core', 'a: !!str 12\nb: !!int "3"\nc: !!map {d: 1}\n', { a: '12', b: 3, c: { d: 1 } }],
    ['keys that look like numbers', '2026: a\n007: b\n~: c\n', { '2026': 'a', '007': 'b', '~': 'c' }],
    ['a quoted merge sign', '"<<": a\n', { '<<': 'a' }],
    ['JSON', '{"a": [1, {"b": "c"}]}', { a: [1, { b: 'c' }] }],
    ['document marks', '---\na: 1\n...\n', { a: 1 }],
    ['the version read anyway', '%YAML 1.2 # yes\n---\na: NO\n', { a: 'NO' }],
    ['CRLF', 'a: 1\r\nb: |\r\n  x\r\n', { a: 1, b: 'x\n' }],
    ['a byte order mark', '\ufeffa: 1\n', { a: 1 }],
  ])('%s', (_, text, value) => {
    expect(located(text).value).toEqual(value);
  });

  it('takes the names of what every object has for keys like any other, but for `__proto__`', () => {
    const { value } = located('constructor: 1\ntoString: 2\n');
    expect(Object.keys(value as object)).toEqual(['constructor', 'toString']);
    expect(told('a: 1\nb: { __proto__: { polluted: yes } }\n')).toEqual(['yaml/reserved-key 2:6']);
    expect({}).not.toHaveProperty('polluted');
  });

  it('takes 64 levels', () => {
    expect(located(`a: ${'['.repeat(63)}${']'.repeat(63)}`).value).toBeDefined();
    expect(told(`a: ${'['.repeat(64)}${']'.repeat(64)}`)).toEqual(['yaml/too-deep 1:67']);
  });
});

describe('readYaml, of what cannot be parsed', () => {
  it.each([
    // [text, code and place, what is marked]
    ['title: a: b\nx: 1\n', 'yaml/colon-in-value 1:8', 'a: b'],
    ['title: "a": b\n', 'yaml/colon-in-value 1:8', '"a": b'],
    ['title: “a: b”\n', 'yaml/colon-in-value 1:8', '“a: b”'],
    ['- t: a: b\n', 'yaml/colon-in-value 1:6', 'a: b'],
    ['a: 1\n  b: 2\n', 'yaml/key-under-value 2:3', 'b: 2'],
    ['summary: it sells\n  compute: fast\nb: 1\n', 'yaml/key-under-value 2:3', 'compute: fast'],
    ['a: 1\ntrack:compute\nb: 2\n', 'yaml/missing-space 2:1', 'track:compute'],
    ['track:compute\nname:x\n', 'yaml/missing-space 1:1', 'track:compute'],
    ['a: { name:Example, b: 1 }\n', 'yaml/missing-space 1:6', 'name:Example'],
    ['a: 1\nfoo bar\nb: 2\n', 'yaml/missing-colon 2:1', 'foo bar'],
    ['a: 1\nb = 2\nc: 3\n', 'yaml/missing-colon 2:1', 'b = 2'],
    ['a:\n- b\nc\n', 'yaml/missing-colon 3:1', 'c'],
    ['h: @handle\n', 'yaml/reserved-start 1:4', '@handle'],
    ['h: `x` # y\n', 'yaml/reserved-start 1:4', '`x`'],
    ['h: %x\n', 'yaml/reserved-start 1:4', '%x'],
    ['h: ? x\n', 'yaml/reserved-start 1:4', '? x'],
    ['h: *bold* text\n', 'yaml/reserved-start 1:4', '*bold* text'],
    ['h: & co\n', 'yaml/misplaced-anchor 1:4', '& co'],
    ['h: &co Ltd\n', 'yaml/unused-anchor 1:4', '&co'],
    ['a:\n\tb: 1\n', 'yaml/tab-indent 2:1', '\t'],
    ['a:\n  b: 1\n c: 2\n', 'yaml/indentation 3:2', 'c: 2'],
    ['a:\n  - b\n  c: 1\n', 'yaml/indentation 3:3', 'c: 1'],
    ['a: "foo\nb: c\n', 'yaml/unclosed-quote 1:4', '"'],
    ["a: 'foo\nb: c\n", 'yaml/unclosed-quote 1:4', "'"],
    ['a: "foo\nb: "bar"\nc: {\n', 'yaml/unclosed-quote 1:4', '"'],
    ["a: 'it's fine'\nb: 1\n", 'yaml/text-after-value 1:8', "s fine'"],
    ['a: "say "hi" now"\n', 'yaml/text-after-value 1:10', 'hi" now"'],
    ['a: [x] y\n', 'yaml/text-after-value 1:8', 'y'],
    ['a: { b: c\nd: e\n', 'yaml/unclosed-bracket 1:4', '{'],
    ['a: [1, [2\nd: e\nf: [3]\n', 'yaml/unclosed-bracket 1:8', '['],
    ['a: [\n- x\n]\n', 'yaml/unclosed-bracket 1:4', '['],
    ['{a: 1\n', 'yaml/unclosed-bracket 1:1', '{'],
    ['a: ]\nb: }\n', 'yaml/stray-bracket 1:4', ']'],
    ['a: {c: 1 d: 2}\n', 'yaml/missing-comma 1:8', '1 d: 2'],
    ['a: [1,,2]\n', 'yaml/syntax 1:7', ','],
    ['h: - x\n', 'yaml/list-on-key-line 1:4', '- x'],
    ['a: 1\n- b\n', 'yaml/list-out-of-place 2:1', '- b'],
    ['h: > text\n', 'yaml/syntax 1:6', 'text'],
    ['h: |x\n', 'yaml/syntax 1:5', 'x'],
    ['a: |\n    \n  x\n', 'yaml/syntax 3:3', 'x'],
    ['a: "C:\\path\\x"\n', 'yaml/syntax 1:7', '\\'],
    ['a: "x"#y\n', 'yaml/syntax 1:7', '#y'],
    ['a: 1\n---\nb: 2\n', 'yaml/multiple-documents 2:1', '---'],
    ['---\na: 1\n---\nProse\n', 'yaml/multiple-documents 3:1', '---'],
    ['%YAML 1.1\n---\na: NO\n', 'yaml/directive 1:1', '%YAML 1.1'],
    ['# x\n%YAML 1.2\n%TAG ! tag:x:\n---\na: 1\n', 'yaml/directive 3:1', '%TAG ! tag:x:'],
    ['{{ name }}: 1\n', 'yaml/key-not-text 1:1', '{{ name }}: 1'],
    ['a: {{ name }}\n', 'yaml/key-not-text 1:5', '{ name }}'],
    ['? [a]\n: 1\n', 'yaml/key-not-text 1:3', '[a]'],
    ['&a a: 1\n*a : 2\n', 'yaml/key-not-text 2:1', '*a : 2'],
    [': 1\n', 'yaml/empty-key 1:1', ':'],
    [`a: 1\n${'k'.repeat(1100)}: 1\n`, 'yaml/syntax 2:1', 'k'.repeat(1100)],
    ['a:\u00a0x\nb: 1\n', 'yaml/invisible-character 1:1', 'a:\u00a0x'],
    ['a:\n\u00a0\u00a0b: 1\n', 'yaml/invisible-character 2:1', '\u00a0\u00a0b'],
    ['na\u200bme: x\n', 'yaml/invisible-character 1:1', 'na\u200bme'],
    ['a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n', 'yaml/merge-conflict 2:1', '<<<<<<< HEAD'],
    ['a: 1\rb: 2\r', 'yaml/cr-newline 1:5', '\r'],
    ['a: x\nb: \u0000\n', 'yaml/control-character 2:4', '\u0000'],
    ['a: \u001b[31m\n', 'yaml/control-character 1:4', '\u001b'],
  ])('%j', (text, expected, part) => {
    expect(told(text)).toEqual([expected]);
    expect(problems(text).map((problem) => marked(text, problem))).toEqual([part]);
  });

  it.each([
    ['', 'yaml/empty 1:1'],
    ['\n  \n\n', 'yaml/empty 1:1'],
    ['# a\n\n# b\n', 'yaml/comments-only 1:1'],
    ['---\n', 'yaml/comments-only 1:1'],
    ['hello\n', 'yaml/text-at-root 1:1'],
    ['12\n', 'yaml/text-at-root 1:1'],
    ['\n- a\n- b\n', 'yaml/list-at-root 2:1'],
    ['*x\n', 'yaml/undefined-alias 1:1'],
  ])('a file that is no mapping: %j', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    ['hello\n', 'the file is text without a key'],
    ['"null"\n', 'the file is text without a key'],
    ['null\n', 'the file is the value `null` without a key'],
    ['12\n', 'the file is the value `12` without a key'],
    ['true\n', 'the file is the value `true` without a key'],
  ])('what the file is instead: %j', (text, what) => {
    expect(problems(text).map((problem) => problem.what)).toEqual([what]);
  });
});

describe('readYaml, of what YAML takes for something else', () => {
  it.each([
    [
      'addr: 0x52908400098527886E0F7030069857D2E4169EE7\n',
      'yaml/number-base 1:7',
      '0x52908400098527886E0F7030069857D2E4169EE7',
    ],
    ['a: 0o17\n', 'yaml/number-base 1:4', '0o17'],
    ['a: 007\n', 'yaml/leading-zero 1:4', '007'],
    ['a: 00.5\n', 'yaml/leading-zero 1:4', '00.5'],
    ['a: 9007199254740993\n', 'yaml/number-too-precise 1:4', '9007199254740993'],
    ['a: 3.14159265358979323846\n', 'yaml/number-too-precise 1:4', '3.14159265358979323846'],
    ['a: 1e-400\n', 'yaml/number-too-precise 1:4', '1e-400'],
    ['a: 1e400\n', 'yaml/number-not-finite 1:4', '1e400'],
    ['a: .nan\n', 'yaml/number-not-finite 1:4', '.nan'],
    ['a: -.INF\n', 'yaml/number-not-finite 1:4', '-.INF'],
    ['a: ~\n', 'yaml/null-word 1:4', '~'],
    ['ticker: NULL\n', 'yaml/null-word 1:9', 'NULL'],
    ['tagline: We are #1 in DePIN\n', 'yaml/swallowed-text 1:17', '#1 in DePIN'],
    ['rank: #1\nb: 2\n', 'yaml/swallowed-text 1:7', '#1'],
    ['a: [\n  Acme #1,\n  Foo\n]\n', 'yaml/swallowed-text 2:8', '#1,'],
    ['summary: we are\n  number #1 in x\n  and more\nb: 1\n', 'yaml/swallowed-text 2:10', '#1 in x'],
    ['a: &x {b: 1}\nc:\n  <<: *x\n', 'yaml/merge-key 3:3', '<<'],
    ['a: !foo 1\n', 'yaml/tag 1:4', '!foo'],
    ['a: !important\n', 'yaml/tag 1:4', '!important'],
    ['a: ! wow\n', 'yaml/tag 1:4', '!'],
    ['a: !!binary aGk=\n', 'yaml/tag 1:4', '!!binary'],
    ['a: !!set {b}\n', 'yaml/tag 1:4', '!!set'],
    ['a: !!timestamp 2001-01-01\n', 'yaml/tag 1:4', '!!timestamp'],
    ['a: *x\n', 'yaml/undefined-alias 1:4', '*x'],
    ['a: *x\nb: &x 1\nc: *x\n', 'yaml/undefined-alias 1:4', '*x'],
    ['a:\n  * one\n', 'yaml/misplaced-anchor 2:3', '* one'],
    ['a: &a [*a]\n', 'yaml/undefined-alias 1:8', '*a'],
  ])('%j', (text, expected, part) => {
    expect(told(text)).toEqual([expected]);
    expect(problems(text).map((problem) => marked(text, problem))).toEqual([part]);
  });

  it('shows both places of a key that is there twice', () => {
    const [problem] = problems('name: A\nb:\n  c: 1\n  c: 2\n"name": B\n').slice(-1);
    expect(told('name: A\nb:\n  c: 1\n  c: 2\n"name": B\n')).toEqual([
      'yaml/duplicate-key 4:3',
      'yaml/duplicate-key 5:1',
    ]);
    expect(problem?.related?.at).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 5 });
  });

  it('finds an alias bomb in no time, however it is built', () => {
    const bomb = [
      'a0: &a0 [x, x]',
      ...Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`),
      'z: *a60',
    ];
    expect(told(bomb.join('\n'))).toEqual(['yaml/alias-bomb 8:20']);
    expect(told(`a: &a x\nb:\n${'  - *a\n'.repeat(10_001)}`)).toEqual(['yaml/alias-bomb 10003:5']);
    const tower = ['a0: &a0 []', ...Array.from({ length: 70 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`), 'z: *a70'];
    expect(told(tower.join('\n'))).toEqual(['yaml/too-deep 64:12']);
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['braces', '{a: '.repeat(15_000)],
    ['hyphens', '- '.repeat(20_000)],
    ['indentation', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('survives deep nesting by %s', (_, text) => {
    expect(problems(text).map(({ code }) => code)).toEqual(['yaml/too-deep']);
  });
});

describe('readYaml, of what was made to cost time', () => {
  const each = (count: number, line: (key: string) => string) =>
    Array.from({ length: count }, (_, i) => line(`k${i}`)).join('');

  it.each([
    ['brackets', `a: [${'['.repeat(500_000)}`],
    ['commas', `a: [${','.repeat(500_000)}]`],
    ['aliases', `a: [${'*q ,'.repeat(200_000)}]`],
    ['keys', each(90_000, (key) => `${key}: 1\n`)],
    ['texts without a comma between', `a: [${'"a" '.repeat(200_000)}]`],
  ])('refuses half a megabyte of %s unread', (_, text) => {
    expect(problems(text).map(({ code }) => code)).toEqual(['yaml/too-many-parts']);
  });

  it('reads a long text', () => {
    expect(
      located(`a: ${'We rent cards, and more: all of them. '.repeat(20_000).trim().replaceAll(': ', ' ')}`),
    ).toBeDefined();
  });

  it.each([
    ['text behind quotes', each(8000, (key) => `${key}: "x" y\n`)],
    ['reserved signs', each(8000, (key) => `${key}: @x\n`)],
    ['tags', each(8000, (key) => `${key}: !x 1\n`)],
    ['hyphens before a reserved sign', `a: [${'-'.repeat(500_000)}, @b]\n`],
    ['hashes before a line separator', `a: @${' #'.repeat(300_000)}\u2028x\n`],
    ['zeros in a number', `a: 1.${'0'.repeat(500_000)}1\n`],
  ])('explains %s within a second', (_, text) => {
    const before = process.cpuUsage();
    expect(problems(text).length).toBeLessThanOrEqual(51);
    expect(process.cpuUsage(before).user).toBeLessThan(1e6);
  });
});

describe('readYaml, of several faults', () => {
  it('tells one fault of each entry and not what follows from it', () => {
    expect(told('a: b: c: d\n  e\n f: g\nh: @x\ni: 007\n')).toEqual([
      'yaml/colon-in-value 1:4',
      'yaml/reserved-start 4:4',
      'yaml/leading-zero 5:4',
    ]);
  });

  it('trusts nothing behind a quotation mark that is not closed', () => {
    expect(told('a: 007\nb: "x\nc: ~\nd: {\n')).toEqual(['yaml/leading-zero 1:4', 'yaml/unclosed-quote 2:4']);
  });

  it('tells no more than a reader takes in, and says that there is more', () => {
    const all = problems(`a:\n${'- ~\n'.repeat(70)}`);
    expect(all).toHaveLength(51);
    expect(all.at(-1)).toMatchObject({ code: 'input/too-many-problems', what: 'more problems begin here' });
  });

  it('says what, why and what to do in every case', () => {
    for (const text of ['a: b: c', 'a: ~', 'a: [', '', 'a: @', 'x']) {
      for (const { what, why, fix } of problems(text)) {
        expect(what).toMatch(/^[^A-Z].*[^.]$/);
        expect(why).toMatch(/^[A-Z].*\.$/);
        expect(fix).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it.each([
    ['title: a: b', 'Put the whole value in straight quotes: `title: "a: b"`.'],
    ['title: say "a": b', 'Put the whole value in straight quotes: `title: \'say "a": b\'`.'],
    ['track:compute', 'Write `track: compute`.'],
    ['x: 1\nb = 2', 'Write `b: 2`.'],
    ['h: @me', 'Put the value in quotes: `h: "@me"`.'],
    ['t: We are #1', 'Put the text in quotes: `"We are #1"`. If it is a comment, write a space after the #.'],
    ['a: 0xAB', 'Put it in quotes if it is text: `"0xAB"`. Write a quantity in decimal digits.'],
  ])('shows the line as it should be: %j', (text, fix) => {
    expect(problems(text)[0]?.fix).toBe(fix);
  });
});

describe('readYaml, of anything', () => {
  const words = [
    'a',
    'b: ',
    ': ',
    ':',
    '- ',
    '-',
    '? ',
    '&a ',
    '*a',
    '*a ',
    '!t ',
    '!!str ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '\t',
    '#',
    ' #x',
    '|',
    '>-',
    '---',
    '...',
    '%YAML',
    '<<: ',
    '~',
    '007',
    '0x1',
    '.inf',
    '\\',
    '\ufeff',
    '🦊',
    '=',
    '<<<<<<< ',
  ];

  it('gives a value or problems in their order, each in a place that exists', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), fc.boolean(), (parts, isMemo) => {
        const text = parts.join('');
        const whole = isMemo ? `---\n${text}\n---\nProse\n` : text;
        const read = isMemo
          ? readYaml(whole, { file: 'f', offset: 4, end: 5 + text.length })
          : readYaml(whole, { file: 'f' });
        const lines = whole.replace(/^\ufeff/, '').split('\n');
        const starts = read.ok ? [] : read.problems.map(({ at }) => (at?.line ?? 0) * 1000 + (at?.column ?? 0));
        expect(read.ok || read.problems.length > 0).toBe(true);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        const places = read.ok
          ? pointersOf(read.value.value).map(read.value.span)
          : read.problems.flatMap(({ at, related }) => [at, related?.at ?? at]);
        for (const at of places) {
          if (at === null) throw new Error('a problem has no place');
          expect(at.column).toBeLessThanOrEqual((lines[at.line - 1]?.length ?? -1) + 1);
          expect(at.endColumn).toBeLessThanOrEqual((lines[at.endLine - 1]?.length ?? -1) + 1);
          expect(at.endLine * 1000 + at.endColumn).toBeGreaterThanOrEqual(at.line * 1000 + at.column);
        }
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});
