import { type AcceptedValue, list, mapping, orNull, tested, trimmedText, tuple } from './schema/schema.ts';
import { id, points } from './schema/values.ts';

/** What an informed reader would conclude of one example, written down to be compared with what the rubric says. */
export interface GoldenCase extends AcceptedValue<typeof goldenCase> {}

const goldenCase = mapping({
  /** The example's file without its folder and ending. */
  example: trimmedText,
  /** A band's id or `not-rateable`. */
  verdict: id,
  /** The diagnosis that should come first. */
  cause: id,
  /** Where the supported index should fall: lowest and highest, both included. */
  index: tested(tuple(points, points), {
    passes: ([low, high]) => low <= high,
    what: 'the range ends below its start',
  }),
  reason: trimmedText,
  /** Why the cause is another one than the article's for the track. */
  elsewhere: orNull(trimmedText),
  /** What changed since the first version, and why. */
  restated: orNull(trimmedText),
});

export const goldenCasesFile = mapping({ vectors: list<GoldenCase>(goldenCase, 1) });
