import type * as z from 'zod';
import { findNearest } from './find-nearest.ts';
import type { ValuePath } from './value-path.ts';

/** A fault as zod tells it; one of a union that also takes values of other types names these. */
export type SchemaIssue = z.core.$ZodIssue & { readonly orTypes?: readonly string[] };

/** What is wrong, why it matters and what to do, in words. */
export interface ProblemWording {
  readonly code: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly suggestion?: string | null;
}

/** What a message calls the place. */
export function formatPath(path: ValuePath): string {
  return path.length === 0 ? 'the file' : `\`${path.map(String).join('.')}\``;
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
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `the truth value ${value}`;
  return TYPE_WORDS[typeof value] ?? typeof value;
}

function explainMissingKey(path: ValuePath, parentIsRoot: boolean): ProblemWording {
  const key = String(path.at(-1));
  return {
    code: 'schema/missing-key',
    what: `\`${key}\` is missing${parentIsRoot ? '' : ` from ${formatPath(path.slice(0, -1))}`}`,
    why: 'Without it the entry cannot be read.',
    fix: `Add \`${key}:\` here.`,
  };
}

function explainEmptyValue(name: string, expected: string): ProblemWording {
  return {
    code: 'schema/empty-value',
    what: `${name} has no value`,
    why: 'A key without a value says neither what is known nor that it is unknown.',
    fix: `Write ${expected}, or leave the key out.`,
  };
}

function explainWrongType(name: string, expected: string, value: unknown): ProblemWording {
  const isFigure = expected.includes('number') && typeof value === 'string' && /^[\d\s.,_']+$/.test(value);
  const figure = ' A figure stands without quotes, spaces or separators, such as 1000000 or 2.5.';
  const quote = expected === 'text' ? ' Put it in quotes if it is meant as text.' : '';
  return {
    code: 'schema/wrong-type',
    what: `${name} must be ${expected}, not ${describeType(value)}`,
    why: 'Another kind of value cannot be scored.',
    fix: `Write ${expected}.${isFigure ? figure : quote}`,
  };
}

function explainInvalidOption(
  name: string,
  options: readonly string[],
  types: readonly string[],
  value: unknown,
): ProblemWording {
  const suggestion = typeof value === 'string' ? findNearest(value, options) : null;
  // The long form of an answer, a mapping, goes without saying beside the short one.
  const short = types.filter((type) => type !== 'object');
  const named = new Set((short.length === 0 ? types : short).map((type) => TYPE_WORDS[type] ?? type));
  const accepted = [...named, ...options.map((option) => `\`${option}\``)];
  if (value === null) return explainEmptyValue(name, accepted.join(' or '));
  if (options.length === 1 && types.length > 0 && suggestion === null)
    return explainWrongType(name, accepted.join(' or '), value);
  return {
    code: 'schema/not-an-option',
    what: `\`${String(value)}\` is no option of ${name}`,
    why: 'Only the written options have a level.',
    fix: `Use one of: ${options.join(', ')}.`,
    suggestion,
  };
}

function getText(params: Readonly<Record<string, unknown>> | undefined, key: string): string | null {
  const text = params?.[key];
  return typeof text === 'string' ? text : null;
}

/** The words for a fault that zod found in `value`. */
export function explainIssue(issue: SchemaIssue, value: unknown): ProblemWording {
  const { path } = issue;
  const name = formatPath(path);
  switch (issue.code) {
    case 'invalid_type': {
      if (value === undefined) return explainMissingKey(path, path.length === 1);
      const expected = TYPE_WORDS[issue.expected] ?? issue.expected;
      return value === null ? explainEmptyValue(name, expected) : explainWrongType(name, expected, value);
    }
    case 'invalid_value': {
      if (value === undefined) return explainMissingKey(path, path.length === 1);
      return explainInvalidOption(name, issue.values.map(String), issue.orTypes ?? [], value);
    }
    case 'too_small':
    case 'too_big': {
      const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
      const side =
        issue.code === 'too_small'
          ? issue.inclusive
            ? 'at least'
            : 'more than'
          : issue.inclusive
            ? 'at most'
            : 'less than';
      const counted = issue.origin === 'string' ? ' characters long' : issue.origin === 'array' ? ' entries long' : '';
      const isEmpty = issue.origin === 'string' && String(value).trim() === '';
      return {
        code: isEmpty ? 'schema/empty-value' : 'schema/out-of-range',
        what: isEmpty ? `${name} is empty` : `${name} must be ${side} ${limit}${counted}`,
        why: isEmpty ? 'An empty text says nothing.' : 'A value outside this range has no meaning here.',
        fix: isEmpty ? 'Write a text, or leave the key out.' : `Write a value that is ${side} ${limit}${counted}.`,
      };
    }
    case 'invalid_format':
      return issue.format === 'url'
        ? {
            code: 'schema/bad-format',
            what: `${name} is no web address: \`${String(value)}\``,
            why: 'A reader must be able to open it.',
            fix: 'Write the whole address, beginning with https:// or http://.',
          }
        : {
            code: 'schema/bad-format',
            what: `${name} is not written as it has to be: \`${String(value)}\``,
            why: 'Other parts find it by its form.',
            fix: `Write it anew: ${issue.message}.`,
          };
    case 'custom':
      return {
        code: 'schema/not-accepted',
        what: `${name}: ${issue.message}`,
        why: getText(issue.params, 'why') ?? 'The value has no meaning here.',
        fix: getText(issue.params, 'fix') ?? 'Correct the value.',
      };
    default:
      return {
        code: 'schema/not-accepted',
        what: `${name}: ${issue.message}`,
        why: 'The value does not fit the schema.',
        fix: 'Correct the value.',
      };
  }
}
