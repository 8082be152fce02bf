/** Gives text its look. Each function returns its argument, with or without escape sequences around it. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** How a terminal is to be written to. Only the text format reads it. */
export interface RenderOptions {
  /** Columns of the terminal; at least 60 are used. */
  readonly width: number;
  readonly paint: Paint;
  /** False where the terminal shows ASCII only. Text of the description is shown as written either way. */
  readonly unicode: boolean;
  /** True where the terminal opens OSC 8 hyperlinks; else addresses are printed in full. */
  readonly links: boolean;
  /** One line a project and nothing else. */
  readonly quiet: boolean;
  /** Everything, where the default is one screen or a table. */
  readonly full: boolean;
  /** Ids of the rubric's bands, lowest first: a verdict has a colour by its rank among them, and none where this is empty. */
  readonly bands: readonly string[];
  /** The words that start the program again in the shell of whoever reads it, such as `npx demandfit`. */
  readonly command: string;
}

const keepAsIs = (text: string): string => text;

/** No colour and no weight, for files, pipes and tests. */
export const plainPaint: Paint = {
  bold: keepAsIs,
  dim: keepAsIs,
  red: keepAsIs,
  yellow: keepAsIs,
  green: keepAsIs,
  cyan: keepAsIs,
};

/** A plain terminal of 80 columns, for output that no terminal asked for. */
export const PLAIN_TERMINAL: RenderOptions = {
  width: 80,
  paint: plainPaint,
  unicode: true,
  links: false,
  quiet: false,
  full: false,
  bands: [],
  command: 'demandfit',
};
