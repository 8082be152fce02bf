import type { RankedProject } from './comparison.ts';
import type { Day } from './day.ts';
import type { Lock } from './lock.ts';
import type { ReportHead } from './report.ts';
import type { GateStatus } from './report-outcome.ts';
import type { Rubric, Weights } from './rubric.ts';

/** The programs of pages: that of the what-if, and that of a ranking. */
export type PageProgram = 'page' | 'ranking';

/** What the caller set aside of a description, as `assess` takes it. */
export interface ScoringOverrides {
  readonly track?: string | undefined;
  readonly asOf?: Day | undefined;
  readonly weights?: Weights | undefined;
  readonly lock?: Lock | undefined;
}

/** The text of a description, and which part of it is the YAML: all of it, or the front matter of a memo. */
export interface DescriptionText {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** What was seen of its sources. */
  readonly lock?: Lock | undefined;
}

/** What a page shows and carries besides its reports. */
export interface PageContent {
  readonly rubric: Rubric;
  readonly overrides: ScoringOverrides;
  /** By the file's name. */
  readonly texts: ReadonlyMap<string, DescriptionText>;
  /** The code that makes a page answer, one script for the browser. */
  readonly program: string;
}

/** What the program of a page reads from it, as JSON. */
export interface PageData {
  readonly head: ReportHead;
  readonly rubric: Rubric;
  readonly overrides: ScoringOverrides;
  readonly yaml: string;
  readonly file: string | null;
  /** Begins the ids of the project's part of the page. */
  readonly prefix: string;
  readonly level: 1 | 2;
}

/** Where in a page its data and its what-if stand, by id. */
export const DATA_ID = 'demandfit-data';
export const WHAT_IF_ID = 'what-if-place';

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
