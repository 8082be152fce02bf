import type { RuleFinding } from '../model/check.ts';

/** Placeholder until the memo branch is merged. */
export function memoFindings(): readonly RuleFinding[] {
  return [];
}
