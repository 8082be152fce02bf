import { classify } from './classify/classify.ts';
import { diagnose } from './diagnose/diagnose.ts';
import { type Day, isDay } from './model/day.ts';
import type { Description } from './model/description.ts';
import { toNumber } from './model/rational.ts';
import type { Classification, Finding, FitReport, OtherTrack, Report } from './model/report.ts';
import type { Rubric, Track, Weights } from './model/rubric.ts';
import { computeCertainty } from './robust/certainty.ts';
import { collectFindings } from './score/findings.ts';
import { reportBreakEven, reportGates } from './score/gates.ts';
import { findLevers } from './score/levers.ts';
import { REFERENCE_NOT_COMPARED } from './score/read-answers.ts';
import { reportDimension } from './score/report-criteria.ts';
import { compareByIndex, type Score, scoreOnTrack } from './score/score-on.ts';
import { findWeightsFault, overrideWeights } from './score/weights.ts';

/** What a caller may set aside from the description. */
export interface AssessOptions {
  /** Scores on this track, whatever the description declares. An id of the rubric. */
  readonly track?: string | undefined;
  /** Judges evidence and laws on this day instead of the description's `as_of`. A day of the calendar. */
  readonly asOf?: Day | undefined;
  /** Weighs the dimensions so, whatever the track says: by id, each of them, whole numbers that sum to 100. */
  readonly weights?: Weights | undefined;
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
    throw new RangeError(`asOf takes a day of the calendar, written YYYY-MM-DD, not ${JSON.stringify(asOf)}`);
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
  close: null,
  ranked: [],
  margin: 0,
  words: [],
};

/** The tracks to score on: the one that is stated, by the caller or else by the author, else the words' first, else both candidates. */
function selectCandidateTracks(stated: string | null, classification: Classification): readonly string[] {
  if (stated !== null) return [stated];
  if (classification.status === 'undecided') return classification.between;
  return classification.track === null ? [] : [classification.track];
}

function disagreesWith(stated: string | null, classification: Classification): boolean {
  if (stated === null || classification.status === 'skipped') return false;
  return classification.status === 'undecided'
    ? !classification.between.includes(stated)
    : classification.track !== stated;
}

function reportOtherTrack(score: Score, because: OtherTrack['because']): OtherTrack {
  return {
    track: score.track.id,
    because,
    supported: toNumber(score.index.supported),
    claimed: toNumber(score.index.claimed),
    possible: toNumber(score.index.possible),
    verdict: score.verdict.id,
  };
}

function collectTrackFindings(
  description: Description,
  { declared, setTo, classification }: Pick<CandidateScores, 'declared' | 'setTo' | 'classification'>,
): readonly Finding[] {
  const at = description.placeOf('/track') ?? description.placeOf('/summary');
  if (disagreesWith(declared, classification)) {
    const first = classification.ranked[0]?.track ?? 'outside';
    return [{ id: 'track/disagreement', subject: declared ?? '', detail: { words: first }, at }];
  }
  if (declared !== null || setTo !== null || classification.status !== 'undecided') return [];
  return [{ id: 'track/undecided', subject: classification.between.join(', '), detail: {}, at }];
}

function reportFit({ index, uncapped }: Score): FitReport {
  return {
    supported: toNumber(index.supported),
    claimed: toNumber(index.claimed),
    possible: toNumber(index.possible),
    uncapped: toNumber(uncapped.supported),
    uncappedClaimed: toNumber(uncapped.claimed),
    uncappedPossible: toNumber(uncapped.possible),
  };
}

interface CandidateScores {
  readonly asOf: Day;
  readonly declared: string | null;
  /** The track that the caller set; a reference keeps its own. */
  readonly setTo: string | null;
  readonly classification: Classification;
  /** On each candidate track, the headline first; empty when outside. */
  readonly scores: readonly Score[];
  readonly scoredOn: (track: string) => Score;
}

function scoreCandidates(description: Description, rubric: Rubric, options: AssessOptions): CandidateScores {
  rejectInvalidOptions(options, rubric);
  const asOf = options.asOf ?? description.as_of;
  const { reference, track: declared } = description;
  const setTo = reference ? null : (options.track ?? null);
  const classification = reference ? SKIPPED : classify(description.summary, rubric.classifier);
  const scoredOn = (id: string) => scoreOnTrack(description, rubric, findTrack(rubric, id, options.weights), asOf);
  const scores = selectCandidateTracks(setTo ?? declared, classification)
    .map(scoredOn)
    .sort(compareByIndex);
  return { asOf, declared, setTo, classification, scores, scoredOn };
}

/**
 * The scores behind the report of one description, the headline first: more than one where the track is undecided, none when
 * outside. @throws Error when `options.track` or the description's track is no id of the rubric, RangeError when `options.asOf` is
 * no day or `options.weights` are not as described.
 */
export function scoreDescription(
  description: Description,
  rubric: Rubric,
  options: AssessOptions = {},
): readonly Score[] {
  return scoreCandidates(description, rubric, options).scores;
}

/** What a report without a fit has in the place of one. */
const NO_FIT = {
  fit: null,
  verdict: null,
  verdictAtPossible: null,
  otherTracks: [],
  gates: [],
  diagnosis: null,
  otherCauses: [],
  levers: [],
  certainty: null,
  explanation: null,
} as const;

/**
 * The fit report of one description: pure and synchronous, the same for the same arguments. It knows no file, clock,
 * colour or locale.
 * @throws RangeError when `options.track` or the description's track is no id of the rubric, `options.asOf` is no day of the
 * calendar or `options.weights` are not as described.
 */
export function assess(description: Description, rubric: Rubric, options: AssessOptions = {}): Report {
  const { asOf, declared, setTo, classification, scores, scoredOn } = scoreCandidates(description, rubric, options);
  const [headline, ...rest] = scores;
  const { reference } = description;
  const base = {
    project: { name: description.name, offer: description.offer, website: description.website, file: description.file },
    reference,
    asOf,
    classification: { ...classification, declared, setTo, scoredAs: headline?.track.id ?? null },
    weights: options.weights ?? null,
    scope: rubric.scope,
  };
  const tracks = collectTrackFindings(description, { declared, setTo, classification });
  if (headline === undefined) {
    return {
      ...base,
      ...NO_FIT,
      coverage: null,
      verdictTitle: 'Outside',
      verdictMeans: 'The summary does not describe a crypto+AI project of any track, so no fit is given.',
      breakEven: { status: 'not-applicable', reason: 'No track applies.' },
      dimensions: [],
      findings: tracks,
    };
  }

  const shared = {
    coverage: toNumber(headline.coverage),
    dimensions: headline.dimensions.map((entry) => reportDimension(entry, headline, description)),
    findings: collectFindings(description, headline.readings, tracks),
  };
  if (reference) {
    return {
      ...base,
      ...NO_FIT,
      ...shared,
      verdictTitle: 'Reference',
      verdictMeans: 'What a buyer has without a chain. Projects are compared with it by dimension; it gets no verdict.',
      breakEven: { status: 'not-applicable', reason: REFERENCE_NOT_COMPARED },
    };
  }
  const spoken = disagreesWith(setTo ?? declared, classification) ? classification.track : null;
  const words = spoken === null ? [] : [scoredOn(spoken)];
  const [diagnosis, ...otherCauses] = diagnose(headline, rubric);
  return {
    ...base,
    ...shared,
    fit: reportFit(headline),
    verdict: headline.verdict.id,
    verdictTitle: headline.verdict.title,
    verdictMeans: headline.verdict.means,
    verdictAtPossible: headline.verdictAtPossible,
    otherTracks: [
      ...rest.map((score) => reportOtherTrack(score, 'undecided')),
      ...words.map((score) => reportOtherTrack(score, 'disagreement')),
    ],
    gates: reportGates(headline.gates, headline.track, headline.uncapped.supported),
    breakEven: reportBreakEven(rubric, headline.track, headline.readings),
    diagnosis: diagnosis ?? null,
    otherCauses,
    levers: findLevers(headline),
    certainty: computeCertainty(scores, rubric),
    explanation: null,
  };
}
