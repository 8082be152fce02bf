import type { Span } from './diagnostic.ts';

/** Something that a check reports: data here, its wording lives in `render`. */
export interface Finding {
  /** Stable id, such as `comparison/dear-alternative`. */
  readonly id: FindingId;
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly at: Span | null;
}

export const FINDING_IDS = [
  'answer/disputed',
  'answer/not-applicable',
  'answer/unsupported',
  'comparison/dear-alternative',
  'comparison/no-registered-alternative',
  'comparison/class-not-stated',
  'customer/inside-crypto',
  'duty/ended',
  'duty/not-yet-in-application',
  'duty/other-track',
  'duty/voluntary',
  'source/after-as-of',
  'source/stale',
  'source/uncited',
  'source/undated',
  'track/disagreement',
  'track/undecided',
  'website/missing',
] as const;

export type FindingId = (typeof FINDING_IDS)[number];
