import * as fs from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDescription } from '../../../src/input/description/read-description.ts';
import { readQuickly } from '../../../src/input/yaml/quick-yaml.ts';
import { exampleNames, referenceNames } from '../../support/describe.ts';
import { ROOT } from '../../support/rubric.ts';
import { pointersOf } from './pointers.ts';

const folder = path.join(ROOT, 'examples');
const examples = [...exampleNames(), ...referenceNames()].map(
  (name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')] as const,
);

/** What both readers make of a text, where the quick one reads it: value, and for each part its places and its source. */
function expectAgreement(name: string, text: string): boolean {
  const quick = readQuickly(name, text);
  if (quick === null) return false;
  const strict = readDescription({ name, content: text });
  if (!strict.ok) throw new Error(`the strict reader refuses it: ${strict.problems[0]?.what}\n${text}`);
  expect(quick.value).toEqual(strict.value.value);
  const pointers = pointersOf(strict.value.value);
  const partsOf = (read: typeof quick) =>
    pointers.map((at) => [at, read.span(at), read.keySpan(at), read.placeOf(at), read.source(at)]);
  expect(partsOf(quick)).toEqual(partsOf(strict.value));
  return true;
}

describe('the quick reader', () => {
  it.each(examples)('reads %s as the strict one does', (name, text) => {
    expect(expectAgreement(name, text)).toBe(true);
  });

  it.each([
    'a: 1\nb: [x, "y", \'z\']\nc: { d: 2.50, e: [] , f: {} }\n',
    'a:\n  - b: 1\n    c: text\n  - d\nlist:\n- x\n- y\n',
    'a: >-\n  folded\n  text\n\n  more\nb: |\n  kept\n    deeper\n\nc: x\n',
    'a: several words: no\n'.replace(': no', ' here'),
    'a: one\n  line more\nb: 2026-06-29\nc: 2026-Q2\nd: null\ne: true\nf: -0.5\n',
    '# comment\n\na: x # a remark\n\n# end\n',
    'a: https://a.org/x#y\nb: v1.2.3\nc: 12 GPUs\nd: 1_000\n',
    'a:\n  [\n    x,\n    y,\n  ]\nb: { c: 1,\n  d: 2 }\n',
    "a: \"esc \\u00e9 \\\" x\"\nb: 'it''s'\n",
    'a: x   \nb: y\n\n\n',
  ])('reads %j as the strict one does', (text) => {
    expect(expectAgreement('a.yaml', text)).toBe(true);
  });

  it.each([
    '',
    '- a\n',
    'text\n',
    '---\na: 1\n',
    'a: 1\n---\nb: 2\n',
    'a: &x 1\nb: *x\n',
    'a: !t 1\n',
    'a: 1\na: 2\n',
    'a: 0x10\n',
    'a: 007\n',
    'a: ~\n',
    'a:\n',
    'a: .inf\n',
    'a: 1234567890123456789\n',
    'a: We are #1 in\nb: is #1\n'.replace('We are #1 in', 'We are #one'),
    '<<: { a: 1 }\n',
    'a b: 1\n',
    'a:\t1\n',
    'a: { b }\n',
    'a: [x # c\n]\n',
    'a: "open\n',
    'a: "\\UFFFFFFFF"\n',
    'a: 1\r\nb: 2\r\n',
    '__proto__: 1\n',
    '? a\n: b\n',
  ])('leaves %j to it', (text) => {
    expect(readQuickly('a.yaml', text)).toBeNull();
  });

  it('is never of another mind than the strict one, however a file is damaged', () => {
    const SIGNS = [
      ...'\n :-#,[]{}"\'|>&*!%@`?~0.\\',
      '  ',
      '\n  ',
      '- ',
      ': ',
      ' #x',
      '\n\n',
      '"a"',
      '|\n',
      '>-\n',
      '\t',
      'é',
      '\u00a0',
    ];
    const damage = fc.record({
      at: fc.nat(20_000),
      cut: fc.constantFrom(0, 0, 1, 2, 5, 40),
      put: fc.constantFrom('', ...SIGNS),
    });
    let read = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        ([name, text], damages) => {
          const damaged = damages.reduce((whole, { at, cut, put }) => {
            const place = at % whole.length;
            return whole.slice(0, place) + put + whole.slice(place + cut);
          }, text);
          if (expectAgreement(name, damaged)) read += 1;
        },
      ),
      { numRuns: Number(process.env['QUICK_RUNS'] ?? 800), ...(process.env['QUICK_RUNS'] ? {} : { seed: 7 }) },
    );
    expect(read).toBeGreaterThan(200);
  });
});
