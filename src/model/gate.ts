import type { ClaimIds } from './claim.ts';
import type { Level } from './level.ts';

/** A condition on levels. Only `all` and `any` exist, so raising a level never breaks one. */
export type Requirement =
  | { readonly criterion: string; readonly at_least: Level }
  | { readonly all: readonly Requirement[] }
  | { readonly any: readonly Requirement[] };

interface GateBase {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly claims: ClaimIds;
  /** Points, 0 to 100, that the index can't exceed where the gate fails. */
  readonly cap: number;
  readonly cap_reason: string;
  /** Tracks that the gate guards; null means all. */
  readonly tracks: readonly string[] | null;
  readonly passed: string;
  readonly failed: string;
}

export type Gate =
  | (GateBase & { readonly kind: 'levels'; readonly require: Requirement })
  | (GateBase & {
      readonly kind: 'break-even';
      /** Dimension whose weighted mean level, rounded down, says how easy the switch is. */
      readonly ease: string;
      /** The multiple needed at ease levels 0 to 4, falling. */
      readonly steps: readonly number[];
    });
