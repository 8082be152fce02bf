import type { Day } from './day.ts';
import type { Level } from './level.ts';

/** A document that the rubric itself cites. */
export interface CitedDocument {
  readonly title: string;
  readonly url: string;
  readonly date: string | null;
  readonly kind: string;
}

/** The date from which a duty applies, as set by a text of the day `set_on`. The newest text known at `as_of` counts. */
export interface DutyDate {
  readonly set_on: Day;
  readonly from: Day;
  readonly scope: string;
}

export interface Duty {
  readonly id: string;
  readonly title: string;
  readonly article: string;
  readonly text: string;
  readonly binding: 'hard' | 'voluntary';
  readonly dates: readonly DutyDate[];
  /** From this day on the duty no longer exists. */
  readonly until: Day | null;
  /** Track id to the level that a product which meets the duty carries while it applies, with the reason. */
  readonly tracks: Readonly<Record<string, { readonly level: Level; readonly reason: string }>>;
  /** How the duty is met without a chain. */
  readonly ordinary_means: string;
}

export interface Regulation {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly jurisdiction: string;
  readonly status: 'in-force' | 'adopted' | 'proposed' | 'repealed' | 'voluntary';
  readonly adopted: Day | null;
  readonly in_force: Day | null;
  readonly note: string | null;
  readonly sources: readonly CitedDocument[];
  readonly duties: readonly Duty[];
}

export interface AlternativeFigure {
  readonly value: number;
  readonly from: Day;
  /** How the figure was computed where no source states it as such. */
  readonly derived: string | null;
  readonly source: CitedDocument;
}

/** What a buyer would otherwise use, with its price or measured figure. */
export interface Alternative {
  readonly id: string;
  readonly name: string;
  /** The comparison criterion that it answers. */
  readonly criterion: string;
  readonly track: string;
  readonly workload: string;
  readonly service_class: string;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  /** Sorted by day; the newest one known at `as_of` counts, else the oldest. */
  readonly figures: readonly AlternativeFigure[];
  readonly note: string | null;
}

export interface DefinedTerm {
  readonly id: string;
  readonly title: string;
  readonly means: string;
}

/** A unit of comparisons; one with a base converts exactly: value in base = value x times / divided_by. */
export interface Unit {
  readonly id: string;
  readonly base: string | null;
  readonly times: number;
  readonly divided_by: number;
  /** The direction that is good for a buyer, where the unit tells it. */
  readonly better: 'lower' | 'higher' | null;
}
