import type * as z from 'zod';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { getValueAt, toPointer, type ValuePath } from '../../model/pointer.ts';
import type { AnySchema } from '../../model/schema/schema.ts';
import { makeExcerpt } from '../text/quote.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';
import { findNearest } from './find-nearest.ts';
import { MAX_PROBLEMS } from './limit-problems.ts';
import { findDiscriminatedBranch, findExample, listKnownKeys, takesAnswer } from './schema-keys.ts';
import { readWrittenNumber } from './written-number.ts';

/** A fault as zod reports it; one of a union that also takes values of other types names these. */
export type SchemaIssue = z.core.$ZodIssue & { readonly orTypes?: readonly string[] };

/** What was validated by which schema, with the places of its parts by JSON pointer. */
export interface SchemaContext {
  readonly value: unknown;
  readonly schema: AnySchema;
  readonly places: Pick<LocatedYaml, 'span' | 'keySpan'>;
  /** What to do about an unknown key, if the caller knows more than the schema. */
  readonly hint?: (path: ValuePath, key: string) => string | null;
  /** The word that a level's number stands for at a path, and whether a word is offered there, if the caller knows it. */
  readonly wordOfLevel?: (path: ValuePath, level: number) => string | null;
  readonly isOffered?: (word: string) => boolean;
  /** The unit of the figure at a path, if the caller knows it. */
  readonly unitOf?: (path: ValuePath) => string | null;
}

type IssueText = Omit<Diagnostic, 'at'>;

/** The name of an item of a list, as its own fields give it; null for one without any. */
function findItemName(item: unknown): string | null {
  const names = ['name', 'title', 'id', 'regulation'].map((key) => getValueAt(item, [key]));
  const name = names.find((entry) => typeof entry === 'string' && entry.trim() !== '');
  return typeof name === 'string' ? makeExcerpt(name) : null;
}

/** What a message calls the place: `a.b`, or `b` of customer 1 (Northwind) within a list. */
function formatPath(path: ValuePath, value: unknown): string {
  if (path.length === 0) return 'the file';
  const at = path.findLastIndex((part) => typeof part === 'number');
  if (at === -1) return `\`${path.map(String).join('.')}\``;
  const [above, below] = [path.slice(0, at), path.slice(at + 1)];
  const name = findItemName(getValueAt(value, path.slice(0, at + 1)));
  const kind = String(above.at(-1) ?? 'entries')
    .replace(/ies$/, 'y')
    .replace(/s$/, '');
  const number = Number(path[at]) + 1;
  const item = name === null ? `entry ${number} of \`${above.map(String).join('.')}\`` : `${kind} ${number} (${name})`;
  return below.length === 0 ? item : `\`${below.map(String).join('.')}\` of ${item}`;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
};

function describeType(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'nothing';
  if (typeof value === 'number' || typeof value === 'boolean') return `the ${typeof value} ${value}`;
  return TYPE_WORDS[typeof value] ?? typeof value;
}

function explainUnknownKey(key: string, path: ValuePath, { value, schema, hint }: SchemaContext): IssueText {
  const branch = findDiscriminatedBranch(schema, path, getValueAt(value, path));
  const elsewhere = listKnownKeys(schema, path);
  const known = branch?.keys ?? elsewhere;
  if (branch !== null && elsewhere.includes(key)) {
    const said = `\`${branch.key}: ${branch.word}\``;
    return {
      code: 'schema/key-out-of-place',
      what: `\`${key}\` is not allowed in ${formatPath(path, value)} with ${said}`,
      why: 'It belongs to another answer and would be silently ignored.',
      fix: `Remove \`${key}\`, or change the answer. Allowed with ${said}: ${known.filter((one) => one !== branch.key).join(', ')}.`,
    };
  }
  const hinted = hint?.(path, key) ?? null;
  const isAnswer = hinted === null && !elsewhere.includes(key) && takesAnswer(schema, path, value);
  return {
    code: 'schema/unknown-key',
    what: `unknown key \`${key}\`${path.length === 0 ? '' : ` in ${formatPath(path, value)}`}`,
    why: 'Unknown keys would be silently ignored.',
    fix: hinted ?? `Known keys: ${known.join(', ')}.`,
    suggestion: findNearest(key, known) ?? (isAnswer ? 'answer' : null),
  };
}

function explainMissingKey(path: ValuePath, { value, schema }: SchemaContext): IssueText {
  const key = String(path.at(-1));
  const example = findExample(schema, path);
  return {
    code: 'schema/missing-key',
    what: `\`${key}\` is missing${path.length === 1 ? '' : ` from ${formatPath(path.slice(0, -1), value)}`}`,
    why: 'This key is required.',
    fix: example === null ? `Add \`${key}:\` here.` : `Add it here, such as \`${key}: ${example}\`.`,
  };
}

function explainEmptyValue(name: string, expected: string): IssueText {
  return {
    code: 'schema/empty-value',
    what: `${name} has no value`,
    why: 'A key without a value does not say whether the value is unknown or was forgotten.',
    fix: `Write ${expected}, or remove the key.`,
  };
}

/** What to write for a number in another form, such as `$250k`; null where it is not one. */
function correctNumber(text: string, path: ValuePath, { schema, unitOf }: SchemaContext): string | null {
  const written = readWrittenNumber(text);
  if (written === null) return null;
  const { value, unit } = written;
  const wanted = unit === '%' ? (unitOf?.(path) ?? null) : null;
  if (wanted !== null && !/%|per ?cent/i.test(wanted)) return `Write a figure in ${wanted}; ${text.trim()} is not one.`;
  const hasUnit = !['', '%'].includes(unit) && listKnownKeys(schema, path.slice(0, -1)).includes('unit');
  return `Write ${value}, a number without quotes, signs or separators${hasUnit ? ', and its unit under `unit`' : ''}.`;
}

function explainWrongType(
  name: string,
  expected: string,
  value: unknown,
  correct: (text: string) => string | null,
): IssueText {
  if (value === null) return explainEmptyValue(name, expected);
  const number = expected.includes('number') && typeof value === 'string' ? correct(value) : null;
  const quote = expected === 'text' ? ' Put it in quotes if it is meant as text.' : '';
  return {
    code: 'schema/wrong-type',
    what: `${name} must be ${expected}, not ${describeType(value)}`,
    why: 'Values of other types are not accepted here.',
    fix: number ?? `Write ${expected}.${quote}`,
  };
}

function explainInvalidOption(
  name: string,
  { path, values, orTypes: types = [] }: SchemaIssue & { readonly code: 'invalid_value' },
  value: unknown,
  context: SchemaContext,
  correct: (text: string) => string | null,
): IssueText {
  const all = values.map(String);
  const offered = all.filter((option) => context.isOffered?.(option) ?? true);
  const options = offered.length === 0 ? all : offered;
  const level = typeof value === 'number' ? (context.wordOfLevel?.(path, value) ?? null) : null;
  const suggestion = level ?? (typeof value === 'string' ? findNearest(value, options) : null);
  // The long form of an answer, a mapping, goes without saying next to the short one.
  const short = types.filter((type) => type !== 'object');
  const named = new Set((short.length === 0 ? types : short).map((type) => TYPE_WORDS[type] ?? type));
  const expected = [...named, ...options.map((option) => `\`${option}\``)].join(' or ');
  const isOther = options.length === 1 && types.length > 0 && suggestion === null;
  if (value === null || isOther) return explainWrongType(name, expected, value, correct);
  return {
    code: 'schema/not-an-option',
    what: `invalid value \`${makeExcerpt(String(value))}\` for ${name}`,
    why: 'Only the listed values are accepted.',
    fix: `${level === null ? '' : `Level ${String(value)} is \`${level}\`. `}Use one of: ${options.join(', ')}.`,
    suggestion,
  };
}

function explainRange(
  name: string,
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  value: unknown,
): IssueText {
  if (issue.origin === 'string' && String(value).trim() === '')
    return {
      code: 'schema/empty-value',
      what: `${name} is empty`,
      why: 'A text is required here.',
      fix: 'Write a text, or remove the key.',
    };
  const [limit, inclusive, exclusive] =
    issue.code === 'too_small' ? [issue.minimum, 'at least', 'more than'] : [issue.maximum, 'at most', 'less than'];
  const isOne = limit === 1;
  const unit =
    issue.origin === 'string'
      ? ` character${isOne ? '' : 's'}`
      : issue.origin === 'array'
        ? ` entr${isOne ? 'y' : 'ies'}`
        : '';
  const range = `${issue.inclusive ? inclusive : exclusive} ${limit}${unit}`;
  return {
    code: 'schema/out-of-range',
    what: `${name} must ${unit === '' ? 'be' : 'have'} ${range}`,
    why: 'Values outside this range are not valid.',
    fix: `Write a value that ${unit === '' ? 'is' : 'has'} ${range}.`,
  };
}

function explainFormat(name: string, issue: z.core.$ZodIssueInvalidStringFormat, value: unknown): IssueText {
  const isAddress = issue.format === 'url';
  const isBare = /^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(String(value));
  return {
    code: 'schema/bad-format',
    what: `${name} is not ${isAddress ? 'a web address' : 'in the required form'}: \`${String(value)}\``,
    why: isAddress ? 'A reader must be able to open it.' : 'Other entries refer to it in this form.',
    fix: isAddress
      ? isBare
        ? `Write https://${String(value)}.`
        : 'Write the whole address, beginning with https:// or http://.'
      : `Required form: ${issue.message}.`,
  };
}

/** A text of a test, made for this value where it is a function. */
function getText(params: Readonly<Record<string, unknown>> | undefined, key: string, value: unknown): string | null {
  const text: unknown = typeof params?.[key] === 'function' ? params[key](value) : params?.[key];
  return typeof text === 'string' ? text : null;
}

function explainValue(issue: SchemaIssue, value: unknown, context: SchemaContext): IssueText {
  const { path } = issue;
  const name = formatPath(path, context.value);
  const correct = (text: string) => correctNumber(text, path, context);
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return explainMissingKey(path, context);
      return explainWrongType(name, TYPE_WORDS[issue.expected] ?? issue.expected, value, correct);
    case 'invalid_value':
      if (value === undefined) return explainMissingKey(path, context);
      return explainInvalidOption(name, issue, value, context, correct);
    case 'too_small':
    case 'too_big':
      return explainRange(name, issue, value);
    case 'invalid_format':
      return explainFormat(name, issue, value);
    default: {
      const params = issue.code === 'custom' ? issue.params : undefined;
      return {
        code: 'schema/not-accepted',
        what: `${name}: ${issue.message}`,
        why: getText(params, 'why', value) ?? 'The value is not valid here.',
        fix: getText(params, 'fix', value) ?? 'Correct the value.',
      };
    }
  }
}

/** The diagnostics of a fault that zod found: one for each unknown key, one for any other. */
export function explainIssue(issue: SchemaIssue, context: SchemaContext): readonly Diagnostic[] {
  const { value, places } = context;
  const { path } = issue;
  if (issue.code !== 'unrecognized_keys')
    return [{ ...explainValue(issue, getValueAt(value, path), context), at: places.span(toPointer(path)) }];
  return issue.keys.slice(0, MAX_PROBLEMS + 1).map((key) => {
    const at = places.keySpan(toPointer([...path, key]));
    return { ...explainUnknownKey(key, path, context), at };
  });
}
