import { type AcceptedValue, anyText, list, mapping, nullable, numberWithin, oneOf } from './schema/schema.ts';
import { share, texts } from './schema/values.ts';

export interface RankedTrack extends AcceptedValue<typeof rankedTrack> {}

const rankedTrack = mapping({
  /** A track id, or `outside`. */
  track: anyText,
  /** The shares of a ranking sum to 1. */
  share,
});

/** A word or phrase of the summary that spoke for a track. */
export interface DecidingWord extends AcceptedValue<typeof decidingWord> {}

const decidingWord = mapping({
  text: anyText,
  track: anyText,
  /** Contribution to the track's score, positive or negative. */
  weight: numberWithin(),
});

export const classificationFields = {
  /** `not-english` and `no-offer` say nothing of the track; `skipped` for a reference, whose words are not read. */
  status: oneOf(['decided', 'undecided', 'outside', 'not-english', 'no-offer', 'skipped']),
  /** The first track by the words; null where the status is neither decided nor undecided. */
  track: nullable(anyText),
  model: nullable(anyText),
  /** When undecided, the first and the second, of which one may be `outside`; else empty. */
  between: texts,
  /** All tracks and `outside`, best first, ties in order of id; empty where nothing was classified. */
  ranked: list<RankedTrack>(rankedTrack),
  /** Share of the first minus share of the second. */
  margin: share,
  /** The words that decided, strongest first. */
  words: list<DecidingWord>(decidingWord),
};

export interface Classification extends AcceptedValue<typeof classification> {}

const classification = mapping(classificationFields);

/** A project with its classification. */
export interface ClassifiedProject extends AcceptedValue<typeof classifiedProject> {}

export const classifiedProject = mapping({
  name: anyText,
  file: anyText,
  /** The track that the author declared. */
  declared: nullable(anyText),
  classification,
});
