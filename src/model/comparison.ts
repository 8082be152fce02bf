import { headFields } from './report.ts';
import { basis, fitShares, type GateReport, gateReport } from './report-outcome.ts';
import * as s from './schema/schema.ts';
import { describeBounds, level, points, problem, share, texts } from './schema/values.ts';
import { certainty } from './sensitivity.ts';

export type RankingBound = s.AcceptedValue<typeof rankingBound>;

const rankingBound = s.oneOf(['supported', 'claimed']);

const nameFields = { name: s.anyText, file: s.nullable(s.anyText) };

export interface NamedDescription extends s.AcceptedValue<typeof namedDescription> {}

const namedDescription = s.mapping(nameFields);

/** A position in `ranked`, from 0. */
const place = s.wholeNumber(0);
const rank = s.wholeNumber(1);

export interface RankedProject extends s.AcceptedValue<typeof rankedProject> {}

const rankedProject = s.namedMapping(
  'RankedProject',
  'A project with its rank; others are referred to by their position in `ranked`, from 0.',
  {
    ...nameFields,
    offer: s.nullable(s.anyText),
    /** The track that it was scored on. */
    track: s.anyText,
    /** Every track that the summary leaves open, where it leaves more than one; it was scored on the lower outcome's. */
    between: texts,
    verdict: s.anyText,
    verdictTitle: s.anyText,
    basis,
    shares: fitShares,
    /** The verdict at the possible index. */
    verdictAtPossible: s.anyText,
    /** As in the report of the project alone. */
    certainty,
    coverage: s.annotate(share, { description: 'Share of weight whose answers have a source that counts.' }),
    gates: s.list<GateReport>(gateReport),
    /** Points after gates. */
    index: describeBounds(points),
    /** Points of what is supported before gates. */
    uncapped: points,
    /** By the value that ranks; equal indices have one rank. */
    rank,
    shownRank: s.annotate(s.mapping({ best: rank, worst: rank }), {
      description: 'Best and worst rank of the supported index over all admissible weights.',
    }),
  },
);

export interface NeighbourGap extends s.AcceptedValue<typeof neighbourGap> {}

const neighbourGap = s.namedMapping(
  'NeighbourGap',
  'The difference between two neighbours; the points of the dimensions and the gates sum to it.',
  {
    upper: place,
    lower: place,
    /** Points of the supported indices, 0 or more. */
    difference: s.numberWithin(),
    /** What each dimension adds to it by the weights of each own track, in the rubric's order; may be under 0. */
    dimensions: s.list(s.mapping({ id: s.anyText, title: s.anyText, points: s.numberWithin() })),
    /** What the gates add to it: how much more they take from the lower one. */
    gates: s.numberWithin(),
    /** The part that adds most; where it is the gates, `ids` are those that cap the lower one. */
    decides: s.taggedUnion(
      'kind',
      s.mapping({ kind: s.literal('equal') }),
      s.mapping({ kind: s.literal('dimension'), id: s.anyText }),
      s.mapping({ kind: s.literal('gates'), ids: texts }),
    ),
  },
);

export interface ComparedAnswer extends s.AcceptedValue<typeof comparedAnswer> {}

const comparedAnswer = s.namedMapping('ComparedAnswer', 'What one description says on a criterion.', {
  status: s.oneOf(['not-applicable', 'unknown', 'answered']),
  /** The answer in words; null where there is none. */
  said: s.nullable(s.anyText),
  /** null where the criterion does not apply. */
  levels: s.nullable(describeBounds(level)),
});

const swapFields = {
  verdict: s.anyText,
  verdictTitle: s.anyText,
  /** Bands that the verdict moves, up above 0; null where it goes to or from no rating. */
  bands: s.nullable(s.wholeNumber()),
  /** Points that the supported index moves after gates, and before them. */
  points: s.numberWithin(),
  uncapped: s.numberWithin(),
};

/** The outcome of the first description with one thing taken from the second. */
export interface SwapEffect extends s.AcceptedValue<typeof swapEffect> {}

const swapEffect = s.mapping(swapFields);

export interface AnswerDisagreement extends s.AcceptedValue<typeof answerDisagreement> {}

const answerDisagreement = s.mapping({
  criterion: s.anyText,
  title: s.anyText,
  first: comparedAnswer,
  second: comparedAnswer,
  ...swapFields,
});

export interface DescriptionPair extends s.AcceptedValue<typeof descriptionPair> {}

const descriptionPair = s.namedMapping('DescriptionPair', 'Two descriptions of one project, compared.', {
  first: namedDescription,
  second: namedDescription,
  /** The track that both were read on. */
  track: s.anyText,
  /** What each was scored on, and the first on the second's; null where they agree. A track that is null is outside. */
  trackDisagreement: s.nullable(
    s.mapping({
      first: s.nullable(s.anyText),
      second: s.nullable(s.anyText),
      swap: s.nullable<SwapEffect>(swapEffect),
    }),
  ),
  /** Strongest effect on the verdict first. */
  disagreements: s.list<AnswerDisagreement>(answerDisagreement),
  /** Criteria that count on the track and are answered alike, or unknown to both. */
  agreed: s.wholeNumber(0),
});

const shownMarks = s.mapping({ supported: points, possible: points });

/** A dimension of a project and a reference over the criteria that both can be asked; marks, 0 to 100. */
export interface DimensionComparison extends s.AcceptedValue<typeof dimensionComparison> {}

const dimensionComparison = s.mapping({
  id: s.anyText,
  title: s.anyText,
  project: shownMarks,
  reference: shownMarks,
  /** Of the project's supported mark over the reference's. */
  difference: s.numberWithin(),
  /** Supported marks over the criteria that both answer, and how many those are; null where there are none. */
  known: s.nullable(s.mapping({ criteria: s.wholeNumber(1), project: points, reference: points })),
});

export interface ReferenceComparison extends s.AcceptedValue<typeof referenceComparison> {}

const referenceComparison = s.namedMapping(
  'ReferenceComparison',
  'A project compared with what its buyers have without a blockchain, on the questions asked of both.',
  {
    project: place,
    reference: namedDescription,
    track: s.anyText,
    dimensions: s.list<DimensionComparison>(dimensionComparison),
    /** Criteria that both answer and whose supported levels differ by two or more, in the rubric's order. */
    differences: s.list(
      s.mapping({ criterion: s.anyText, title: s.anyText, project: comparedAnswer, reference: comparedAnswer }),
    ),
  },
);

/** Several descriptions of one day compared: plain data, the source of every output format. */
export interface ProjectComparison extends s.AcceptedValue<typeof projectComparison> {}

const projectComparison = s.namedMapping('Comparison', 'Several descriptions as of one date, best first.', {
  /** A day. */
  asOf: s.anyText,
  by: s.annotate(rankingBound, { description: 'The value of the index that ranks.' }),
  /** The caller's weights of the dimensions; null where the track's own count. */
  weights: s.nullable(s.record(points, s.anyText)),
  /** Per cent of itself that each weight may be moved by. */
  weightBand: points,
  /** Ids of the maps of levels to marks. */
  markMaps: texts,
  /** Each with the points that it counts from. */
  bands: s.annotate(s.list(s.mapping({ id: s.anyText, title: s.anyText, from: points })), {
    description: 'The bands of the index, best first.',
  }),
  ranked: s.list<RankedProject>(rankedProject),
  /** Projects whose track is neither declared nor heard. */
  outside: s.list<NamedDescription>(namedDescription),
  references: s.annotate(
    s.list(
      s.mapping({
        ...nameFields,
        track: s.anyText,
        verdict: s.anyText,
        verdictTitle: s.anyText,
        basis,
        shares: fitShares,
      }),
    ),
    { description: 'Scored like the others but not ranked, as the break-even does not apply to them.' },
  ),
  neighbours: s.annotate(s.list<NeighbourGap>(neighbourGap), { description: 'Empty unless supported ranks.' }),
  duplicates: s.list<DescriptionPair>(descriptionPair),
  referenceComparisons: s.list<ReferenceComparison>(referenceComparison),
  scope: s.anyText,
});

/** The JSON output of `compare`. */
export interface ComparisonJson extends s.AcceptedValue<typeof comparisonFile> {}

export const comparisonFile = s.mapping({
  ...headFields,
  comparison: projectComparison,
  /** Problems of the files that could not be compared. */
  problems: s.list(problem),
});
