import { type Outcome, type Problem, toProblem } from '../../model/diagnostic.ts';
import { toPointer, type ValuePath } from '../../model/pointer.ts';
import { accept, REFUSED } from '../../model/schema/accept.ts';
import type { Schema } from '../../model/schema/schema.ts';
import { toZod } from '../../model/schema/to-zod.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';
import { explainIssue, type SchemaContext, type SchemaIssue } from './explain-issue.ts';
import { MAX_PROBLEMS } from './limit-problems.ts';

/** The branch of a union that the input was meant for: the one that knows most of its keys, then whose issues are deepest and fewest. */
function pickIntendedBranch(branches: readonly (readonly SchemaIssue[])[], base: ValuePath): readonly SchemaIssue[] {
  const depth = (issues: readonly SchemaIssue[]) =>
    Math.max(0, ...issues.map((issue) => issue.path.length - base.length));
  const isWrongType = (issues: readonly SchemaIssue[]) =>
    issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === base.length);
  const countUnknown = (issues: readonly SchemaIssue[]) =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0);
  const [meant] = [...branches].sort(
    (a, b) =>
      Number(isWrongType(a)) - Number(isWrongType(b)) ||
      Number(depth(a) === 0) - Number(depth(b) === 0) ||
      countUnknown(a) - countUnknown(b) ||
      depth(b) - depth(a) ||
      a.length - b.length,
  );
  return meant ?? [];
}

/** Issues with unions replaced by the issues of the branch that was meant; options of several branches are merged. */
function flattenUnions(issues: readonly SchemaIssue[], base: ValuePath = []): readonly SchemaIssue[] {
  return issues.flatMap((issue): readonly SchemaIssue[] => {
    const path = [...base, ...issue.path];
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path } as SchemaIssue];
    const branches = issue.errors.map((branch) => flattenUnions(branch, path));
    const meant = pickIntendedBranch(branches, path);
    const [only] = meant;
    if (meant.length !== 1 || only?.code !== 'invalid_value') return meant;
    const beside = branches.flat().filter((entry) => toPointer(entry.path) === toPointer(only.path));
    const values = beside.flatMap((entry) => (entry.code === 'invalid_value' ? entry.values : []));
    const orTypes = beside.flatMap((entry) =>
      entry.code === 'invalid_type' ? [entry.expected] : (entry.orTypes ?? []),
    );
    return [{ ...only, values: [...new Set(values)], orTypes: [...new Set(orTypes)] }];
  });
}

/** Faults that are put into words; several of a place are one problem. */
const MAX_EXPLAINED = 4 * MAX_PROBLEMS;

/** The problems of a file, in the order of its issues; only the first of a place is reported. */
function toProblems(issues: readonly SchemaIssue[], context: SchemaContext, file: string): readonly Problem[] {
  const explained = flattenUnions(issues)
    .slice(0, MAX_EXPLAINED)
    .flatMap((issue) => {
      const { path } = issue;
      return explainIssue(issue, context).map((diagnostic) => ({ path, diagnostic }));
    });
  // A missing key that an unknown one stands for is one slip, which is reported as the unknown key.
  const renamed = new Set(
    explained.flatMap(({ path, diagnostic: { code, suggestion } }) =>
      code === 'schema/unknown-key' && suggestion != null ? [toPointer([...path, suggestion])] : [],
    ),
  );
  const problems = explained
    .filter(({ path, diagnostic }) => diagnostic.code !== 'schema/missing-key' || !renamed.has(toPointer(path)))
    .map(({ diagnostic }) => toProblem(diagnostic, file, (at) => at));
  const seen = new Set<string>();
  return problems.filter(({ at, code, what }) => {
    const place = `${at?.line}:${at?.column} ${code === 'schema/missing-key' ? what : ''}`;
    return !seen.has(place) && seen.add(place);
  });
}

/** The value of a file as its schema reads it, or every problem of its shape, in the order of the file. */
export function readBySchema<T>(
  schema: Schema<T>,
  located: LocatedYaml,
  file: string,
  hints: Pick<SchemaContext, 'hint' | 'wordOfLevel' | 'isOffered' | 'unitOf'> = {},
): Outcome<T> {
  const { value } = located;
  const accepted = accept(schema, value);
  if (accepted !== REFUSED) return { ok: true, value: accepted };
  const parsed = toZod(schema).safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: toProblems(parsed.error.issues, { value, schema, places: located, ...hints }, file) };
}
