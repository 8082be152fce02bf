import type { Day } from './day.ts';
import type { ReportHead } from './report.ts';
import type { Rubric, Weights } from './rubric.ts';

/** The programs of pages: that of the what-if, and that of a ranking. */
export type PageProgram = 'page' | 'ranking';

/** What the caller set aside of a description, as `assess` takes it. */
export interface ScoringOverrides {
  readonly track?: string | undefined;
  readonly asOf?: Day | undefined;
  readonly weights?: Weights | undefined;
}

/** The text of a description, and which part of it is the YAML: all of it, or the front matter of a memo. */
export interface DescriptionText {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What a page shows and carries beside its reports. */
export interface PageContent {
  readonly rubric: Rubric;
  readonly judged: ScoringOverrides;
  /** By the file's name. */
  readonly texts: ReadonlyMap<string, DescriptionText>;
  /** The code that makes a page answer, one script for the browser. */
  readonly program: string;
}

/** What the program of a page reads from it, as JSON. */
export interface PageData {
  readonly head: ReportHead;
  readonly rubric: Rubric;
  readonly judged: ScoringOverrides;
  readonly yaml: string;
  readonly file: string | null;
  /** Begins the ids of the project's part of the page. */
  readonly prefix: string;
  readonly level: 1 | 2;
}

/** Where in a page its data and its what-if stand, by id. */
export const DATA_ID = 'demandfit-data';
export const WHAT_IF_ID = 'what-if-place';
