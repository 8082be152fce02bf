import { computeCertainty } from './analysis/sensitivity/certainty.ts';
import { findLevers } from './analysis/sensitivity/levers.ts';
import { rankOpenQuestions } from './analysis/sensitivity/open-questions.ts';
import { toScoreState } from './analysis/sensitivity/score-state.ts';
import type { Description } from './model/description.ts';
import { mapBounds } from './model/level.ts';
import { toNumber } from './model/rational.ts';
import type {
  BriefReport,
  Classification,
  Finding,
  FitReport,
  GateReport,
  OtherTrack,
  Report,
} from './model/report.ts';
import type { Rubric } from './model/rubric.ts';
import { NOT_RATEABLE } from './model/verdict.ts';
import { reportBreakEven } from './score/break-even.ts';
import { diagnose } from './score/diagnose.ts';
import { collectFindings } from './score/findings.ts';
import { reportGates } from './score/gates.ts';
import { findMainOwner, hasQuote, measureShown } from './score/main-owner.ts';
import { reportDimension } from './score/report-criteria.ts';
import { type AssessOptions, addLock, type CandidateScores, scoreCandidates } from './score/score-description.ts';
import type { Score } from './score/score-on-track.ts';
import { computeShares, describeVerdict } from './score/verdict.ts';

function disagreesWith(stated: string | null, classification: Classification): boolean {
  if (stated === null) return false;
  switch (classification.status) {
    case 'decided':
      return classification.track !== stated;
    case 'outside':
      return classification.status !== stated;
    case 'undecided':
      return !classification.between.includes(stated);
    case 'not-english':
    case 'no-offer':
    case 'skipped':
      return false;
  }
}

function reportOtherTrack({ track, index, verdict }: Score, because: OtherTrack['because']): OtherTrack {
  return { track: track.id, because, ...mapBounds((bound) => toNumber(index[bound])), verdict: verdict.id };
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
  const [first = '', other = ''] = classification.between;
  return [{ id: 'track/undecided', subject: first, detail: { other }, at }];
}

function reportFit({ index, uncapped }: Score): FitReport {
  return {
    ...mapBounds((bound) => toNumber(index[bound])),
    uncapped: toNumber(uncapped.supported),
    uncappedClaimed: toNumber(uncapped.claimed),
    uncappedPossible: toNumber(uncapped.possible),
    shares: computeShares(index),
  };
}

/** What every report says of its description. */
function describeProject({ name, offer, website, file, reference }: Description) {
  return { project: { name, offer, website, file }, reference };
}

/** Why no track is known, by what the words say. */
const NO_TRACK = {
  declared: {
    verdictTitle: 'Outside, declared',
    sentence: 'The description declares that this is not a crypto+AI project of any track, so no fit is given.',
  },
  outside: {
    verdictTitle: 'Outside',
    sentence: 'The summary does not describe a crypto+AI project of any track, so no fit is given.',
  },
  'not-english': {
    verdictTitle: 'Not classified',
    sentence:
      'The summary is not in English, so it names no track and no fit is given. Declare `track` to have it scored.',
  },
  'no-offer': {
    verdictTitle: 'Not classified',
    sentence:
      'The summary does not say what is sold, so it names no track and no fit is given. Say what is sold and to whom, or declare `track`.',
  },
} as const;

function explainNoTrack(declared: string | null, { status }: Classification): keyof typeof NO_TRACK {
  if (declared !== null) return 'declared';
  return status === 'not-english' || status === 'no-offer' ? status : 'outside';
}

/** What a report without a fit has in the place of one. */
const NO_FIT = {
  fit: null,
  verdict: null,
  verdictAtPossible: null,
  basis: null,
  otherTracks: [],
  gates: [],
  diagnosis: null,
  otherCauses: [],
  questions: [],
  levers: [],
  certainty: null,
  nextChange: null,
  explanation: null,
} as const;

/**
 * The fit report of one description: pure and synchronous, the same for the same arguments. It knows no file, clock,
 * colour or locale.
 * @throws RangeError when `options.track` or the description's track is not an id of the rubric, `options.asOf` is not a calendar date or `options.weights` are not as described.
 */
export function assess(given: Description, rubric: Rubric, options: AssessOptions = {}): Report {
  const description = addLock(given, options);
  const candidates = scoreCandidates(description, rubric, options);
  const { asOf, declared, setTo, classification, scores, scoredOn } = candidates;
  const [headline, ...rest] = scores;
  const { reference } = description;
  const base = {
    ...describeProject(description),
    asOf,
    classification: { ...classification, declared, setTo, scoredAs: headline?.track.id ?? null },
    weights: options.weights ?? null,
    scope: rubric.scope,
  };
  const isUnanswered = Object.values(description.answers).every(
    (answer) => answer.status === 'unknown' && answer.searched === null,
  );
  const tracks = collectTrackFindings(description, { declared, setTo, classification });
  if (headline === undefined) {
    const why = explainNoTrack(declared, classification);
    const { verdictTitle, sentence } = NO_TRACK[why];
    return {
      ...base,
      ...NO_FIT,
      verdictTitle,
      sentence: why === 'no-offer' && isUnanswered ? `No question is answered yet. ${sentence}` : sentence,
      coverage: null,
      quotes: null,
      breakEven: { status: 'not-asked', reason: 'No track applies.' },
      dimensions: [],
      findings: tracks,
    };
  }

  const spoken = disagreesWith(setTo ?? declared, classification) ? classification.track : null;
  const words = spoken === null ? [] : [scoredOn(spoken)];
  const fit = reportFit(headline);
  const { verdict, track, readings, uncapped } = headline;
  // What holds a project back in its track does not apply to a reference, and nobody knows it of what can't be rated.
  const [diagnosis, ...otherCauses] = reference || verdict.id === NOT_RATEABLE ? [] : diagnose(headline, rubric);
  const states = [toScoreState(headline, rubric), ...rest.map((score) => toScoreState(score, rubric))] as const;
  const questions = rankOpenQuestions(states, rubric);
  const shares = measureShown(description, rubric, headline, asOf);
  const measureQuotes = (isVerified: boolean) => toNumber(shares.where((one) => hasQuote(one, isVerified)));
  return {
    ...base,
    coverage: toNumber(headline.coverage),
    quotes: { quoted: measureQuotes(false), verified: measureQuotes(true) },
    dimensions: headline.dimensions.map((entry) => reportDimension(entry, headline, description)),
    findings: collectFindings(description, rubric, readings, [
      ...tracks,
      ...findMainOwner(description, rubric, headline, asOf),
    ]),
    fit,
    verdict: verdict.id,
    verdictTitle: verdict.title,
    basis: verdict.basis,
    sentence: describeVerdict(headline.index.supported, verdict, fit.shares, questions, isUnanswered, rubric),
    verdictAtPossible: headline.verdictAtPossible,
    otherTracks: [
      ...rest.map((score) => reportOtherTrack(score, 'undecided')),
      ...words.map((score) => reportOtherTrack(score, 'disagreement')),
    ],
    gates: reportGates(headline.gates, track, readings, uncapped),
    breakEven: reportBreakEven(rubric, track, readings),
    diagnosis: diagnosis ?? null,
    otherCauses,
    questions,
    levers: findLevers(states[0], rubric, asOf),
    certainty: computeCertainty(states, rubric),
    nextChange: null,
    explanation: null,
  };
}

/** The parts of the report of one description that follow from its scores alone: those that a line has. @throws RangeError as `assess` does. */
export function assessBriefly(given: Description, rubric: Rubric, options: AssessOptions = {}): BriefReport {
  const description = addLock(given, options);
  const candidates = scoreCandidates(description, rubric, options);
  const { asOf, classification, declared, setTo } = candidates;
  const { status, track } = classification;
  const [headline] = candidates.scores;
  const scoredAs = headline?.track.id ?? null;
  const base = {
    ...describeProject(description),
    asOf,
    classification: { status, track, declared, setTo, scoredAs },
  };
  if (headline === undefined) {
    const { fit, verdict, verdictAtPossible, basis } = NO_FIT;
    const { verdictTitle } = NO_TRACK[explainNoTrack(declared, classification)];
    return { ...base, fit, verdict, verdictTitle, verdictAtPossible, basis, coverage: null, dimensions: [], gates: [] };
  }
  const { verdict, gates, readings, uncapped } = headline;
  return {
    ...base,
    fit: reportFit(headline),
    coverage: toNumber(headline.coverage),
    verdict: verdict.id,
    verdictTitle: verdict.title,
    verdictAtPossible: headline.verdictAtPossible,
    basis: verdict.basis,
    dimensions: headline.dimensions.map(({ dimension: { id }, marks }) => ({
      id,
      ...mapBounds((bound) => toNumber(marks[bound])),
    })),
    gates: reportGates(gates, headline.track, readings, uncapped).map(abridgeGate),
  };
}

function abridgeGate({ id, status, cap, binds }: GateReport) {
  return { id, status, cap, binds };
}
