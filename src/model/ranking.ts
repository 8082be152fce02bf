import type { RankedProject } from './comparison.ts';
import type { GateStatus } from './report-outcome.ts';

/** What the script of a comparison's page reads of a project. */
export interface RankingEntry
  extends Pick<RankedProject, 'name' | 'offer' | 'verdict' | 'verdictAtPossible' | 'index'> {
  /** The track that it was scored on, and every other one that its summary leaves open. */
  readonly tracks: readonly string[];
  /** True where no weights, value function or open answer changes the verdict; false where there is no verdict. */
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

/** The JSON data of a comparison's page; each entry in the order of its row. */
export interface RankingData {
  readonly projects: readonly RankingEntry[];
  readonly unranked: readonly UnrankedEntry[];
}

/** What the rows can be ordered by; the first is the order without the script. */
export const RANKING_ORDERS = ['supported', 'claimed', 'possible', 'width', 'name'] as const;
export type RankingOrder = (typeof RANKING_ORDERS)[number];

/** Names of the controls, which are the keys in the address of a view; the name for a gate ends with the gate's id. */
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

/** What a reader can ask for besides the status of a gate. */
export const BINDING = 'binds';

/** Ids of the parts of the page that the script works on. */
export const RANKING_ID = {
  form: 'view',
  more: 'filters',
  count: 'count',
  rows: 'projects',
  unranked: 'unranked',
  none: 'none',
} as const;
