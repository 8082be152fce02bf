import type * as z from 'zod';
import type { Problem, Span } from '../../model/diagnostic.ts';
import { toPointer } from '../../model/pointer.ts';
import { explainIssue, formatPath, type SchemaIssue } from './explain-issue.ts';
import { findNearest } from './find-nearest.ts';
import { type DiscriminatedBranch, findDiscriminatedBranch, listKnownKeys } from './schema-keys.ts';
import { getValueAt, type ValuePath } from './value-path.ts';

/** Where the parts of a parsed YAML text stand, by JSON pointer. */
export interface SpanLookup {
  /** The value's place; for a missing one the key of the nearest mapping that exists. */
  span(pointer: string): Span | null;
  /** The key's place. */
  keySpan(pointer: string): Span | null;
}

/** The branch of a union that the input was meant for: the one whose faults lie deepest and are fewest. */
function pickIntendedBranch(branches: readonly (readonly SchemaIssue[])[], base: ValuePath): readonly SchemaIssue[] {
  const depth = (issues: readonly SchemaIssue[]) =>
    Math.max(0, ...issues.map((issue) => issue.path.length - base.length));
  const isWrongType = (issues: readonly SchemaIssue[]) =>
    issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === base.length);
  const [meant] = [...branches].sort(
    (a, b) => Number(isWrongType(a)) - Number(isWrongType(b)) || depth(b) - depth(a) || a.length - b.length,
  );
  return meant ?? [];
}

/** Issues with unions replaced by the faults of the branch that was meant; options of several branches are put together. */
function flattenUnions(issues: readonly SchemaIssue[], base: ValuePath = []): readonly SchemaIssue[] {
  return issues.flatMap((issue): readonly SchemaIssue[] => {
    const path = [...base, ...issue.path];
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path } as SchemaIssue];
    const branches = issue.errors.map((branch) => flattenUnions(branch, path));
    const meant = pickIntendedBranch(branches, path);
    const [only] = meant;
    if (meant.length !== 1 || only?.code !== 'invalid_value') return meant;
    const values = branches
      .flat()
      .flatMap((entry) =>
        entry.code === 'invalid_value' && toPointer(entry.path) === toPointer(only.path) ? entry.values : [],
      );
    const orTypes = branches
      .flat()
      .flatMap((entry) =>
        toPointer(entry.path) !== toPointer(only.path)
          ? []
          : entry.code === 'invalid_type'
            ? [entry.expected]
            : (entry.orTypes ?? []),
      );
    return [{ ...only, values: [...new Set(values)], orTypes: [...new Set(orTypes)] }];
  });
}

/** A key that another answer could have, as the sources of one that is unknown by now. */
function explainMisplacedKey(key: string, { key: by, word: said, keys }: DiscriminatedBranch, where: string) {
  return {
    code: 'schema/key-out-of-place',
    what: `\`${key}\` has no place in ${where}: with \`${by}: ${said}\` it takes no \`${key}\``,
    why: 'A key that nothing reads would be lost without notice.',
    fix: `Take \`${key}\` out, or give the answer that it belongs to. Beside \`${by}: ${said}\` can stand: ${keys.filter((one) => one !== by).join(', ')}.`,
    suggestion: null,
  };
}

/** What a caller knows beyond the schema about a key that is out of place. */
export type KeyHint = (path: ValuePath, key: string) => string | null;

/**
 * Every fault that zod found, as located problems in the order of the file. Only the first fault of a place is told.
 * `hint` may add to what to do about an unknown key.
 */
export function toSchemaProblems(
  issues: readonly SchemaIssue[],
  context: { file: string; value: unknown; schema: z.core.$ZodType; places: SpanLookup; hint?: KeyHint },
): readonly Problem[] {
  const { file, value, schema, places, hint } = context;
  const problems = flattenUnions(issues).flatMap((issue): readonly Problem[] => {
    const base = { file, related: null };
    if (issue.code === 'unrecognized_keys') {
      const branch = findDiscriminatedBranch(schema, issue.path, getValueAt(value, issue.path));
      const elsewhere = listKnownKeys(schema, issue.path);
      const known = branch?.keys ?? elsewhere;
      return issue.keys.map((key) => ({
        ...base,
        at: places.keySpan(toPointer([...issue.path, key])),
        ...(branch !== null && elsewhere.includes(key)
          ? explainMisplacedKey(key, branch, formatPath(issue.path))
          : {
              code: 'schema/unknown-key',
              what: `\`${key}\` is no key of ${issue.path.length === 0 ? 'this file' : formatPath(issue.path)}`,
              why: 'A key that nothing reads would be lost without notice.',
              fix: hint?.(issue.path, key) ?? `Known keys here: ${known.join(', ')}.`,
              suggestion: findNearest(key, known),
            }),
      }));
    }
    const { suggestion = null, ...wording } = explainIssue(issue, getValueAt(value, issue.path));
    return [{ ...base, ...wording, at: places.span(toPointer(issue.path)), suggestion }];
  });
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const place = `${problem.at?.line}:${problem.at?.column} ${problem.code === 'schema/missing-key' ? problem.what : ''}`;
    return !seen.has(place) && seen.add(place);
  });
}
