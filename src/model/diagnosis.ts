import type { ClaimIds } from './claim.ts';

/** A condition of the table of diagnoses; reads the outcome, so it may also use `not`. */
export type Condition =
  | { readonly gate: string; readonly is: readonly string[] }
  | { readonly criterion: string; readonly bound: 'supported' | 'claimed' | 'possible'; readonly below: number }
  | { readonly criterion: string; readonly bound: 'supported' | 'claimed' | 'possible'; readonly at_least: number }
  /** Whether the description answers the criterion at all. */
  | { readonly criterion: string; readonly answered: boolean }
  | { readonly track: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export interface Diagnosis {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly when: Condition;
  readonly route: 'adapt' | 'persist';
  readonly advice: string;
  /** What to watch for. */
  readonly trigger: string;
  readonly claims: ClaimIds;
}
