import * as fs from 'node:fs';
import * as path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getDescriptionSchema } from '../../../src/input/description/description-schema.ts';
import { accept, REFUSED } from '../../../src/model/schema/accept.ts';
import * as shape from '../../../src/model/schema/schema.ts';
import { toZod } from '../../../src/model/schema/to-zod.ts';
import { buildDescriptionJsonSchema } from '../../../src/rubric-pages/description-schema.ts';
import { readText } from '../../input/description/read.ts';
import { ROOT, shippedRubric } from '../../support/rubric.ts';

/** Both readers of one shape must take the same values and turn them out the same. */
function expectAgreement(one: shape.AnySchema, schema: ReturnType<typeof toZod>, value: unknown): boolean {
  const accepted = accept(one, value);
  const parsed = schema.safeParse(value);
  expect(accepted !== REFUSED, JSON.stringify(value)).toBe(parsed.success);
  if (parsed.success) expect(accepted).toEqual(parsed.data);
  return parsed.success;
}

const JUNK = [
  ...[
    '',
    ' ',
    'x',
    'unknown',
    'lower',
    'production',
    'https://a.org',
    ' https://a.org/\n',
    'http:a.org',
    'https://',
    'ftp://a.org',
  ],
  ...['2026-06-29', '2026-06', '2026-Q2', '2026-02-30', 'HTTPS://A.org/ö'],
  ...[0, -1, 1, 1.5, 101, 1e16, Number.NaN, Number.POSITIVE_INFINITY, true, false, null, undefined],
  ...[
    [],
    [''],
    ['x'],
    [null],
    {},
    { '': 1 },
    { answer: 'unknown' },
    { answer: 'unknown', note: 'N' },
    { answer: 'given', note: 'N' },
    { a: 1 },
    { a: 1, b: 2 },
    { a: 'x' },
    { c: 1 },
    ['x', 'y'],
    JSON.parse('{"__proto__": 1}'),
  ],
];

const shapes: readonly shape.AnySchema[] = [
  shape.anyText,
  shape.nonEmptyText,
  shape.trimmedText,
  shape.webAddress,
  shape.booleanValue,
  shape.numberWithin(),
  shape.numberWithin(0, 100),
  shape.oneOf(['x', 'lower']),
  shape.literal('unknown'),
  shape.list(shape.nonEmptyText),
  shape.record(shape.numberWithin()),
  shape.mapping({ answer: shape.anyText, note: shape.orNull(shape.trimmedText) }),
  shape.mapping({ a: shape.optional(shape.anyText), b: shape.withDefault(shape.booleanValue, true) }),
  shape.anyOf(
    shape.booleanValue,
    shape.transform(shape.literal('unknown'), () => null),
  ),
  shape.orNull(shape.anyText),
  shape.transform(shape.numberWithin(1), (value) => value * 2),
  shape.formedText(/^\d{4}-\d{2}$/, 'a month'),
  shape.numberAbove(0, 100),
  shape.wholeNumber(),
  shape.wholeNumber(0, 100),
  shape.oneOf([0, 1, 101]),
  shape.literal(1),
  shape.list(shape.anyText, 1, 1),
  shape.tuple(shape.anyText),
  shape.record(shape.numberWithin(), shape.formedText(/^[ab]$/, 'a or b')),
  shape.record(shape.numberWithin(), shape.oneOf(['a', 'b'])),
  shape.nullable(shape.anyText),
  shape.lazy(() => shape.list(shape.anyText)),
  shape.taggedUnion(
    'answer',
    shape.mapping({ answer: shape.literal('unknown') }),
    shape.mapping({ answer: shape.literal('given'), note: shape.anyText }),
  ),
  shape.tested(shape.numberWithin(), { passes: (value) => value !== 1, what: 'w' }),
  shape.tested(shape.anyText, { passes: (value) => value.length === 7, what: 'w', why: 'w', fix: 'f' }),
];

describe('a shape', () => {
  it.each(shapes.map((one) => [one.kind, one] as const))('%s: both readers agree', (_, one) => {
    const verdicts = JUNK.map((value) => expectAgreement(one, toZod(one), value));
    expect(new Set(verdicts).size).toBe(2);
  });
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

type Way = 'replace' | 'drop' | 'add';

/** The value with what stands at the nth node replaced, dropped, or given a stray key. */
function mutated(value: Json, nth: number, by: unknown, way: Way): unknown {
  const dropped = Symbol('dropped');
  let count = 0;
  const visit = (node: Json): unknown => {
    const isIt = count === nth;
    count += 1;
    if (isIt && way !== 'add') return way === 'drop' ? dropped : by;
    if (Array.isArray(node)) return node.map(visit).filter((item) => item !== dropped);
    if (typeof node !== 'object' || node === null) return node;
    const kept = Object.entries(node).map(([key, part]) => [key, visit(part)] as const);
    return Object.fromEntries([...kept.filter(([, part]) => part !== dropped), ...(isIt ? [['stray', by]] : [])]);
  };
  const result = visit(value);
  return result === dropped ? undefined : result;
}

describe('the shape of a description', () => {
  const rubric = shippedRubric();
  const whole = getDescriptionSchema(rubric).whole;
  const schema = toZod(whole);
  const examples = fs
    .readdirSync(path.join(ROOT, 'examples'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readText(fs.readFileSync(path.join(ROOT, 'examples', name), 'utf8')).value as Json);

  it('takes every example, in both readers', () => {
    expect(examples.map((value) => expectAgreement(whole, schema, value))).toEqual(examples.map(() => true));
  });

  it('is read alike however an example is broken', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.nat(250),
        fc.constantFrom(...JUNK),
        fc.constantFrom<Way>('replace', 'drop', 'add'),
        (value, nth, by, way) => {
          seen[expectAgreement(whole, schema, mutated(value, nth, by, way)) ? 'accepted' : 'refused'] += 1;
        },
      ),
      { numRuns: 600, seed: 1 },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(50);
  });

  const ajv = new Ajv({ strictTypes: false, formats: { uri: true } });
  ajv.addVocabulary(['defaultSnippets', 'enumDescriptions', 'markdownEnumDescriptions']);
  const fits = ajv.compile(buildDescriptionJsonSchema(rubric));
  const fixtures = ['mistakes.yaml', 'pitch.md', 'example-network.yaml'].map((name) => {
    const text = fs.readFileSync(path.join(ROOT, 'test/fixtures', name), 'utf8');
    return readText(name.endsWith('.md') ? (text.split(/^---$/m)[1] ?? '') : text).value as Json;
  });

  /** Faults that a JSON Schema can't state: the calendar, the scheme of an address, a text of blanks. */
  const isBeyond = ({ code, ...issue }: { readonly code: string; readonly origin?: unknown }): boolean =>
    code === 'custom' || code === 'invalid_format' || (code === 'too_small' && issue.origin === 'string');

  /** The JSON Schema takes all that zod takes, and refuses what zod refuses for a reason that it can state. */
  function expectSchemaAgrees(value: unknown): 'accepted' | 'refused' | 'beyond' {
    const parsed = schema.safeParse(value);
    const issues = parsed.success ? [] : parsed.error.issues.flatMap(flat);
    const isLeft = !parsed.success && issues.every(isBeyond);
    if (!isLeft) expect(fits(value), JSON.stringify(value)).toBe(parsed.success);
    return parsed.success ? 'accepted' : isLeft ? 'beyond' : 'refused';
  }

  /** The faults of the branches too: where one of them is beyond a schema, the schema may take the branch. */
  type Fault = { readonly code: string; readonly origin?: unknown; readonly errors?: readonly (readonly Fault[])[] };
  function flat(issue: Fault): readonly Fault[] {
    if (issue.code !== 'invalid_union') return [issue];
    const branches = (issue.errors ?? []).map((branch) => branch.flatMap(flat));
    return branches.find((branch) => branch.every(isBeyond)) ?? [issue];
  }

  it('is the same to the JSON Schema, for every example and fixture', () => {
    expect(examples.map(expectSchemaAgrees)).toEqual(examples.map(() => 'accepted'));
    expect(fixtures.map(expectSchemaAgrees)).toEqual(['refused', 'accepted', 'accepted']);
  });

  it('is the same to the JSON Schema however an example is broken', () => {
    const seen = { accepted: 0, refused: 0, beyond: 0 };
    const junk = JUNK.filter((value) => JSON.stringify(value) !== undefined && !Object.is(value, Number.NaN));
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.nat(250),
        fc.constantFrom(...junk.filter((value) => value !== Number.POSITIVE_INFINITY)),
        fc.constantFrom<Way>('replace', 'drop', 'add'),
        (value, nth, by, way) => {
          seen[expectSchemaAgrees(mutated(value, nth, by, way))] += 1;
        },
      ),
      { numRuns: 600, seed: 1 },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(50);
  });
});
