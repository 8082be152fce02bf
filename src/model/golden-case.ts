/** What an informed reader would conclude of one example, written down to be held against what the rubric says. */
export interface GoldenCase {
  /** The example's file without its folder and ending. */
  readonly example: string;
  /** A band's id or `not-rateable`. */
  readonly verdict: string;
  /** The diagnosis that should come first. */
  readonly cause: string;
  /** Where the supported index should fall: lowest and highest, 0 to 100, both included. */
  readonly index: readonly [number, number];
  readonly reason: string;
  /** Why the cause is another one than the article's for the track. */
  readonly elsewhere: string | null;
  /** What changed since the first version, and why. */
  readonly restated: string | null;
}
