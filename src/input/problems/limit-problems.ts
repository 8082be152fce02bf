import type { Problem } from '../../model/diagnostic.ts';

/** Problems reported of one file; one with more is broken in one way many times over. */
export const MAX_PROBLEMS = 50;

/** The first problems of a file, with one that says that there are more. */
export function limitProblems(problems: readonly Problem[]): readonly Problem[] {
  const next = problems[MAX_PROBLEMS];
  if (next === undefined) return problems;
  const more: Problem = {
    code: 'input/too-many-problems',
    file: next.file,
    at: next.at,
    what: 'more problems begin here',
    why: `Only the first ${MAX_PROBLEMS} of a file are reported.`,
    fix: 'Correct those above first; many problems often have one cause.',
    suggestion: null,
    related: null,
  };
  return [...problems.slice(0, MAX_PROBLEMS), more];
}
