import type { RankedProject } from './comparison.ts';
import type { GateStatus } from './report-outcome.ts';

/** What the program of a ranking's page reads of a project, by its place in the ranked list. */
export interface RankingEntry
  extends Pick<RankedProject, 'name' | 'offer' | 'verdict' | 'verdictAtPossible' | 'index'> {
  /** The track that it was scored on, and every other one that its summary leaves open. */
  readonly tracks: readonly string[];
  /** True where no reading of the rubric and no open answer changes the verdict; false where there is no verdict. */
  readonly certain: boolean;
  /** By the gate's id. */
  readonly gates: Readonly<Record<string, { readonly status: GateStatus; readonly binds: boolean }>>;
}

/** Something listed below the ranked projects: it has no rank. */
export interface UnrankedEntry {
  readonly kind: 'reference' | 'outside';
  readonly name: string;
  /** null where no track fits. */
  readonly track: string | null;
}

/** What the program of a ranking's page reads from it, as JSON; each entry in the order of its row. */
export interface RankingData {
  readonly projects: readonly RankingEntry[];
  readonly unranked: readonly UnrankedEntry[];
}

/** What the rows can be ordered by; the first is how they stand without the program. */
export const RANKING_ORDERS = ['supported', 'claimed', 'possible', 'width', 'name'] as const;
export type RankingOrder = (typeof RANKING_ORDERS)[number];

/** Names of the controls, which are the keys of a link to a view; that of a gate has the gate's id behind it. */
export const CONTROL = {
  text: 'q',
  order: 'sort',
  reversed: 'reversed',
  track: 'track',
  verdict: 'verdict',
  possible: 'possible',
  certain: 'certain',
  gate: 'gate-',
  hidden: 'hide',
} as const;

/** Beside the states of a gate, what a reader can ask for. */
export const BINDING = 'binds';

/** The parts of the page that the program works on, by id. */
export const RANKING_ID = {
  form: 'view',
  more: 'filters',
  count: 'count',
  rows: 'projects',
  unranked: 'unranked',
  none: 'none',
} as const;
