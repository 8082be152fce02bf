import type { Span } from './diagnostic.ts';

/** The id of a rule, such as `comparison/dear-alternative`. `src/check/rules/registry.ts` has all of them. */
export type RuleId = `${string}/${string}`;

/** What a rule found in a description, as data; the rule has the words for it. */
export interface Finding {
  readonly id: RuleId;
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number>>;
  /** null where it concerns the description as a whole. */
  readonly at: Span | null;
}
