import type * as z from 'zod';
import type { Problem, Span } from '../model/problem.ts';
import { pointerOf } from '../read/located.ts';
import { nearest } from '../read/suggest.ts';
import { knownKeys } from './schema-walk.ts';

/** Where the parts of a parsed YAML text stand, by JSON pointer. */
export interface Places {
  /** The value's place; for a missing one the key of the nearest mapping that exists. */
  span(pointer: string): Span | null;
  /** The key's place. */
  keySpan(pointer: string): Span | null;
}

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

interface Wording {
  readonly code: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly suggestion?: string | null;
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

function nameOf(path: Path): string {
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

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'nothing';
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `the truth value ${value}`;
  return TYPE_WORDS[typeof value] ?? typeof value;
}

/** The branch of a union that the input was meant for: the one whose faults lie deepest and are fewest. */
function meantBranch(branches: readonly (readonly Issue[])[], base: Path): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map((issue) => issue.path.length - base.length));
  const isWrongType = (issues: readonly Issue[]) =>
    issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === base.length);
  const [meant] = [...branches].sort(
    (a, b) => Number(isWrongType(a)) - Number(isWrongType(b)) || depth(b) - depth(a) || a.length - b.length,
  );
  return meant ?? [];
}

/** Issues with unions replaced by the faults of the branch that was meant; options of several branches are put together. */
function flattened(issues: readonly Issue[], base: Path = []): readonly Issue[] {
  return issues.flatMap((issue): readonly Issue[] => {
    const path = [...base, ...issue.path];
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path } as Issue];
    const branches = issue.errors.map((branch) => flattened(branch, path));
    const meant = meantBranch(branches, path);
    const [only] = meant;
    if (meant.length !== 1 || only?.code !== 'invalid_value') return meant;
    const values = branches
      .flat()
      .flatMap((entry) =>
        entry.code === 'invalid_value' && pointerOf(entry.path) === pointerOf(only.path) ? entry.values : [],
      );
    return [{ ...only, values: [...new Set(values)] }];
  });
}

function wordMissing(path: Path, parentIsRoot: boolean): Wording {
  const key = String(path.at(-1));
  return {
    code: 'schema/missing-key',
    what: `\`${key}\` is missing${parentIsRoot ? '' : ` from ${nameOf(path.slice(0, -1))}`}`,
    why: 'Without it the entry cannot be read.',
    fix: `Add \`${key}:\` here.`,
  };
}

function word(issue: Issue, value: unknown): Wording {
  const { path } = issue;
  const name = nameOf(path);
  switch (issue.code) {
    case 'invalid_type': {
      if (value === undefined) return wordMissing(path, path.length === 1);
      const expected = TYPE_WORDS[issue.expected] ?? issue.expected;
      if (value === null)
        return {
          code: 'schema/empty-value',
          what: `${name} has no value`,
          why: 'A key without a value says neither what is known nor that it is unknown.',
          fix: `Write ${expected}, or leave the key out.`,
        };
      const quote = issue.expected === 'string' ? ' Put it in quotes if it is meant as text.' : '';
      return {
        code: 'schema/wrong-type',
        what: `${name} must be ${expected}, not ${typeOf(value)}`,
        why: 'Another kind of value cannot be scored.',
        fix: `Write ${expected}.${quote}`,
      };
    }
    case 'invalid_value': {
      const options = issue.values.map(String);
      if (value === undefined) return wordMissing(path, path.length === 1);
      return {
        code: 'schema/not-an-option',
        what: `\`${String(value)}\` is no option of ${name}`,
        why: 'Only the written options have a level.',
        fix: `Use one of: ${options.join(', ')}.`,
        suggestion: typeof value === 'string' ? nearest(value, options) : null,
      };
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
      return {
        code: 'schema/bad-format',
        what: `${name} is no ${issue.format === 'url' ? 'web address' : issue.format}: \`${String(value)}\``,
        why: issue.format === 'url' ? 'A reader must be able to open it.' : issue.message,
        fix:
          issue.format === 'url'
            ? 'Write the whole address, beginning with https:// or http://.'
            : `Note: ${issue.message}.`,
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

/** What a caller knows beyond the schema about a key that is out of place. */
export type KeyHint = (path: Path, key: string) => string | null;

/**
 * Every fault that zod found, as located problems in the order of the file. Only the first fault of a place is told.
 * `hint` may add to what to do about an unknown key.
 */
export function problemsOf(
  issues: readonly Issue[],
  context: { file: string; value: unknown; schema: z.core.$ZodType; places: Places; hint?: KeyHint },
): readonly Problem[] {
  const { file, value, schema, places, hint } = context;
  const problems = flattened(issues).flatMap((issue): readonly Problem[] => {
    const base = { file, related: null };
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(schema, issue.path);
      return issue.keys.map((key) => ({
        ...base,
        code: 'schema/unknown-key',
        at: places.keySpan(pointerOf([...issue.path, key])),
        what: `\`${key}\` is no key of ${issue.path.length === 0 ? 'this file' : nameOf(issue.path)}`,
        why: 'A key that nothing reads would be lost without notice.',
        fix: hint?.(issue.path, key) ?? `Known keys here: ${known.join(', ')}.`,
        suggestion: nearest(key, known),
      }));
    }
    const { suggestion = null, ...wording } = word(issue, valueAt(value, issue.path));
    return [{ ...base, ...wording, at: places.span(pointerOf(issue.path)), suggestion }];
  });
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const place = `${problem.at?.line}:${problem.at?.column} ${problem.code === 'schema/missing-key' ? problem.what : ''}`;
    return !seen.has(place) && seen.add(place);
  });
}
