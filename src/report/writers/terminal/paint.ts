/** Gives text its look. Each function returns its argument, with or without escape sequences around it. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
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
