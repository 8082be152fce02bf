import { headFields } from './report.ts';
import { basis, fitShares, type GateReport, gateReport } from './report-outcome.ts';
import {
  type AcceptedValue,
  annotate,
  anyText,
  list,
  literal,
  mapping,
  namedMapping,
  nullable,
  numberWithin,
  oneOf,
  record,
  taggedUnion,
  wholeNumber,
} from './schema/schema.ts';
import { describeBounds, level, points, problem, share, texts } from './schema/values.ts';
import { certainty } from './sensitivity.ts';

export type RankingBound = AcceptedValue<typeof rankingBound>;

const rankingBound = oneOf(['supported', 'claimed']);

const nameFields = { name: anyText, file: nullable(anyText) };

export interface NamedDescription extends AcceptedValue<typeof namedDescription> {}

const namedDescription = mapping(nameFields);

/** A position in `ranked`, from 0. */
const place = wholeNumber(0);
const rank = wholeNumber(1);

export interface RankedProject extends AcceptedValue<typeof rankedProject> {}

const rankedProject = namedMapping(
  'RankedProject',
  'A project with its rank; others are referred to by their position in `ranked`, from 0.',
  {
    ...nameFields,
    offer: nullable(anyText),
    /** The track that it was scored on. */
    track: anyText,
    /** Every track that the summary leaves open, where it leaves more than one; it was scored on the lower outcome's. */
    between: texts,
    verdict: anyText,
    verdictTitle: anyText,
    basis,
    shares: fitShares,
    /** The verdict at the possible index. */
    verdictAtPossible: anyText,
    /** As in the report of the project alone. */
    certainty,
    coverage: annotate(share, { description: 'Share of weight whose answers have a source that counts.' }),
    gates: list<GateReport>(gateReport),
    /** Points after gates. */
    index: describeBounds(points),
    /** Points of what is supported before gates. */
    uncapped: points,
    /** By the value that ranks; equal indices have one rank. */
    rank,
    shownRank: annotate(mapping({ best: rank, worst: rank }), {
      description: 'Best and worst rank of the supported index over all admissible weights.',
    }),
  },
);

export interface NeighbourGap extends AcceptedValue<typeof neighbourGap> {}

const neighbourGap = namedMapping(
  'NeighbourGap',
  'The difference between two neighbours; the points of the dimensions and the gates sum to it.',
  {
    upper: place,
    lower: place,
    /** Points of the supported indices, 0 or more. */
    difference: numberWithin(),
    /** What each dimension adds to it by the weights of each own track, in the rubric's order; may be under 0. */
    dimensions: list(mapping({ id: anyText, title: anyText, points: numberWithin() })),
    /** What the gates add to it: how much more they take from the lower one. */
    gates: numberWithin(),
    /** The part that adds most; where it is the gates, `ids` are those that cap the lower one. */
    decides: taggedUnion(
      'kind',
      mapping({ kind: literal('equal') }),
      mapping({ kind: literal('dimension'), id: anyText }),
      mapping({ kind: literal('gates'), ids: texts }),
    ),
  },
);

export interface ComparedAnswer extends AcceptedValue<typeof comparedAnswer> {}

const comparedAnswer = namedMapping('ComparedAnswer', 'What one description says on a criterion.', {
  status: oneOf(['not-applicable', 'unknown', 'answered']),
  /** The answer in words; null where there is none. */
  said: nullable(anyText),
  /** null where the criterion does not apply. */
  levels: nullable(describeBounds(level)),
});

const swapFields = {
  verdict: anyText,
  verdictTitle: anyText,
  /** Bands that the verdict moves, up above 0; null where it goes to or from no rating. */
  bands: nullable(wholeNumber()),
  /** Points that the supported index moves after gates, and before them. */
  points: numberWithin(),
  uncapped: numberWithin(),
};

/** The outcome of the first description with one thing taken from the second. */
export interface SwapEffect extends AcceptedValue<typeof swapEffect> {}

const swapEffect = mapping(swapFields);

export interface AnswerDisagreement extends AcceptedValue<typeof answerDisagreement> {}

const answerDisagreement = mapping({
  criterion: anyText,
  title: anyText,
  first: comparedAnswer,
  second: comparedAnswer,
  ...swapFields,
});

export interface DescriptionPair extends AcceptedValue<typeof descriptionPair> {}

const descriptionPair = namedMapping('DescriptionPair', 'Two descriptions of one project, compared.', {
  first: namedDescription,
  second: namedDescription,
  /** The track that both were read on. */
  track: anyText,
  /** What each was scored on, and the first on the second's; null where they agree. A track that is null is outside. */
  trackDisagreement: nullable(
    mapping({ first: nullable(anyText), second: nullable(anyText), swap: nullable<SwapEffect>(swapEffect) }),
  ),
  /** Strongest effect on the verdict first. */
  disagreements: list<AnswerDisagreement>(answerDisagreement),
  /** Criteria that count on the track and are answered alike, or unknown to both. */
  agreed: wholeNumber(0),
});

const shownMarks = mapping({ supported: points, possible: points });

/** A dimension of a project and a reference over the criteria that both can be asked; marks, 0 to 100. */
export interface DimensionComparison extends AcceptedValue<typeof dimensionComparison> {}

const dimensionComparison = mapping({
  id: anyText,
  title: anyText,
  project: shownMarks,
  reference: shownMarks,
  /** Of the project's supported mark over the reference's. */
  difference: numberWithin(),
  /** Supported marks over the criteria that both answer, and how many those are; null where there are none. */
  known: nullable(mapping({ criteria: wholeNumber(1), project: points, reference: points })),
});

export interface ReferenceComparison extends AcceptedValue<typeof referenceComparison> {}

const referenceComparison = namedMapping(
  'ReferenceComparison',
  'A project compared with what its buyers have without a blockchain, on the questions asked of both.',
  {
    project: place,
    reference: namedDescription,
    track: anyText,
    dimensions: list<DimensionComparison>(dimensionComparison),
    /** Criteria that both answer and whose supported levels differ by two or more, in the rubric's order. */
    differences: list(
      mapping({ criterion: anyText, title: anyText, project: comparedAnswer, reference: comparedAnswer }),
    ),
  },
);

/** Several descriptions of one day compared: plain data, the source of every output format. */
export interface ProjectComparison extends AcceptedValue<typeof projectComparison> {}

const projectComparison = namedMapping('Comparison', 'Several descriptions as of one date, best first.', {
  /** A day. */
  asOf: anyText,
  by: annotate(rankingBound, { description: 'The value of the index that ranks.' }),
  /** The caller's weights of the dimensions; null where the track's own count. */
  weights: nullable(record(points, anyText)),
  /** Per cent of itself that each weight may be moved by. */
  weightBand: points,
  /** Ids of the maps of levels to marks. */
  markMaps: texts,
  /** Each with the points that it counts from. */
  bands: annotate(list(mapping({ id: anyText, title: anyText, from: points })), {
    description: 'The bands of the index, best first.',
  }),
  ranked: list<RankedProject>(rankedProject),
  /** Projects whose track is neither declared nor heard. */
  outside: list<NamedDescription>(namedDescription),
  references: annotate(
    list(mapping({ ...nameFields, track: anyText, verdict: anyText, verdictTitle: anyText, basis, shares: fitShares })),
    { description: 'Scored like the others but not ranked, as the break-even does not apply to them.' },
  ),
  neighbours: annotate(list<NeighbourGap>(neighbourGap), { description: 'Empty unless supported ranks.' }),
  duplicates: list<DescriptionPair>(descriptionPair),
  referenceComparisons: list<ReferenceComparison>(referenceComparison),
  scope: anyText,
});

/** The JSON output of `compare`. */
export interface ComparisonJson extends AcceptedValue<typeof comparisonFile> {}

export const comparisonFile = mapping({
  ...headFields,
  comparison: projectComparison,
  /** Problems of the files that could not be compared. */
  problems: list(problem),
});
