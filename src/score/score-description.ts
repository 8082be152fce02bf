import { classifyOffer } from '../classify/classify.ts';
import { OUTSIDE } from '../classify/score-tracks.ts';
import { type Day, isDay } from '../model/day.ts';
import type { Description } from '../model/description.ts';
import type { Lock } from '../model/lock.ts';
import type { Classification } from '../model/report.ts';
import type { DimensionWeight, Rubric, Track, Weights } from '../model/rubric.ts';
import { compareByIndex, type Score, scoreOnTrack } from './score-on-track.ts';

/** What a caller may set aside from the description. */
export interface AssessOptions {
  /** Scores on this track, whatever the description declares. An id of the rubric. */
  readonly track?: string | undefined;
  /** Judges evidence and laws on this day instead of the description's `as_of`. A day of the calendar. */
  readonly asOf?: Day | undefined;
  /** Weighs the dimensions so, whatever the track says: by id, each of them, whole numbers that sum to 100. */
  readonly weights?: Weights | undefined;
  /** What was seen of the sources; it lowers the grade of a source or leaves it. Default: that of the description, if any. */
  readonly lock?: Lock | undefined;
}

/** The description with what the caller knows of its sources. */
export function addLock(description: Description, { lock }: AssessOptions): Description {
  return lock === undefined ? description : { ...description, lock };
}

/** What keeps weights from weighing the dimensions of a rubric, as the end of a sentence; null where nothing does. */
function findWeightsFault(given: Weights, { dimensions }: Pick<Rubric, 'dimensions'>): string | null {
  const ids = dimensions.map(({ id }) => id);
  const strange = Object.keys(given).find((id) => !ids.includes(id));
  if (strange !== undefined) return `name ${strange}, which is not a dimension of the rubric`;
  const missing = ids.find((id) => !Object.hasOwn(given, id));
  if (missing !== undefined) return `leave out ${missing}`;
  const points = Object.entries(given);
  const [odd] = points.find(([, weight]) => !Number.isInteger(weight) || weight < 0) ?? [];
  if (odd !== undefined) return `do not give ${odd} a whole number of points`;
  const sum = points.reduce((total, [, weight]) => total + weight, 0);
  return sum === 100 ? null : `sum to ${sum}, not 100`;
}

/** The track with the caller's weights in the place of its own. @param given without a fault. */
function overrideWeights(track: Track, given: Weights): Track {
  const weights = Object.entries(track.weights).map(([id, own]): [string, DimensionWeight] => {
    const weight = given[id] ?? 0;
    return [id, { ...own, weight, reason: `Set by the caller; the track gives it ${own.weight}. ${own.reason}` }];
  });
  return { ...track, weights: Object.fromEntries(weights) };
}

/** The track with this id, by the weights of the caller where there are any. @throws RangeError that names the tracks, when the rubric has none so called. */
function findTrack(rubric: Rubric, id: string, weights: Weights | undefined): Track {
  const track = rubric.tracks.find((entry) => entry.id === id);
  if (track === undefined) {
    const known = rubric.tracks.map((entry) => entry.id).join(', ');
    throw new RangeError(`the rubric has no track ${JSON.stringify(id)}; it has ${known}`);
  }
  return weights === undefined ? track : overrideWeights(track, weights);
}

/** A caller without types can hand over anything, and another day or other weights would give a number that looks right. */
function rejectInvalidOptions({ asOf, weights }: AssessOptions, rubric: Rubric): void {
  if (asOf !== undefined && !isDay(asOf)) {
    throw new RangeError(`asOf must be a calendar date (YYYY-MM-DD), not ${JSON.stringify(asOf)}`);
  }
  const fault = weights === undefined ? null : findWeightsFault(weights, rubric);
  if (fault !== null) throw new RangeError(`the weights ${fault}`);
}

/** A reference's words are not read. */
const SKIPPED: Classification = {
  status: 'skipped',
  track: null,
  model: null,
  between: [],
  ranked: [],
  margin: 0,
  words: [],
};

/** The tracks to score on: the one that is stated, by the caller or else by the author, else those that the words leave. */
function selectCandidateTracks(stated: string | null, classification: Classification): readonly string[] {
  if (stated !== null) return stated === OUTSIDE ? [] : [stated];
  if (classification.status === 'undecided') return classification.between.filter((track) => track !== OUTSIDE);
  return classification.track === null ? [] : [classification.track];
}

/** The scores of one description, with what chose the tracks. */
export interface CandidateScores {
  readonly asOf: Day;
  readonly declared: string | null;
  /** The track that the caller set; a reference keeps its own. */
  readonly setTo: string | null;
  readonly classification: Classification;
  /** On each candidate track, the headline first; empty where no track is known. */
  readonly scores: readonly Score[];
  readonly scoredOn: (track: string) => Score;
}

/** Classifies a description and scores it on each candidate track. @throws RangeError as `scoreDescription` does. */
export function scoreCandidates(given: Description, rubric: Rubric, options: AssessOptions): CandidateScores {
  const description = addLock(given, options);
  rejectInvalidOptions(options, rubric);
  const asOf = options.asOf ?? description.as_of;
  const { reference, track: declared } = description;
  const setTo = reference ? null : (options.track ?? null);
  const classification = reference ? SKIPPED : classifyOffer(description, rubric.classifier);
  const scoredOn = (id: string) => scoreOnTrack(description, rubric, findTrack(rubric, id, options.weights), asOf);
  const scores = selectCandidateTracks(setTo ?? declared, classification)
    .map(scoredOn)
    .sort(compareByIndex);
  return { asOf, declared, setTo, classification, scores, scoredOn };
}

/**
 * The scores behind the report of one description, the headline first: more than one where the track is undecided, none when
 * outside. @throws Error when `options.track` or the description's track is not an id of the rubric, RangeError when `options.asOf` is not a day or `options.weights` are not as described.
 */
export function scoreDescription(
  description: Description,
  rubric: Rubric,
  options: AssessOptions = {},
): readonly Score[] {
  return scoreCandidates(description, rubric, options).scores;
}
