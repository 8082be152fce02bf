import type { ClaimIds } from './claim.ts';
import type { Level } from './level.ts';

/** How long it takes to find an answer out, or to raise it. */
export type Effort = 'hours' | 'days' | 'weeks' | 'months';

/** One of the five written levels of a criterion. */
export interface LevelText {
  readonly level: Level;
  /** What must be so for the level to be reached. */
  readonly means: string;
  /** An example that reaches this level and no higher one. */
  readonly reaches: string;
  /** An example that looks like this level and falls short of it. */
  readonly falls_short: string;
  /** For `choice`: the word that a description uses. */
  readonly option: string | null;
  /** For `number` and `comparison`: the value from which the level counts; null at level 0. */
  readonly at_least: number | null;
}

export interface Criterion {
  /** Unique over all ids of the rubric; the key in a description, under the dimension's key. */
  readonly id: string;
  readonly dimension: string;
  readonly title: string;
  /** Id of the answer's kind: `choice`, `number`, `comparison`, `customers`, `duties`. */
  readonly kind: string;
  readonly question: string;
  readonly why: string;
  readonly claims: ClaimIds;
  /** Integer, 0 or more, within the dimension. */
  readonly weight: number;
  readonly weight_reason: string;
  /** Which documents answer the question. */
  readonly needs: string;
  /** How to count and what breaks a tie, beyond the rules of the whole set; null where the levels say it all. */
  readonly rules: string | null;
  /** Evidence older than this at `as_of` counts one grade lower. */
  readonly max_age_months: number;
  /** Lower caps for some grades, with the reason. */
  readonly caps: Readonly<Record<string, Level>>;
  readonly caps_reason: string | null;
  /** What to do to reach a higher level. */
  readonly raise: string;
  readonly effort: { readonly find_out: Effort; readonly raise: Effort };
  /** Track id to the reason why the question makes no sense there. */
  readonly not_applicable: Readonly<Record<string, string>>;
  /** For `number`: what is counted, and the least and the greatest value that make sense. */
  readonly unit: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** For `number` and `comparison`: the direction that is good for the buyer; null lets the description say it. */
  readonly better: 'lower' | 'higher' | null;
  /** Five entries, level 0 first. */
  readonly levels: readonly LevelText[];
}

export interface Dimension {
  /** The key in a description. */
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly why: string;
  readonly claims: ClaimIds;
  readonly order: number;
}
