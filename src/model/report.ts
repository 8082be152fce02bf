import { classificationFields } from './classification.ts';
import { type Finding, finding } from './finding.ts';
import { type DimensionReport, dimensionReport } from './report-criterion.ts';
import {
  basis,
  breakEvenReport,
  type DiagnosisReport,
  diagnosisReport,
  type FitReport,
  fitReport,
  type GateReport,
  gateReport,
  type Lever,
  lever,
  type OpenQuestion,
  type OtherTrack,
  openQuestion,
  otherTrack,
} from './report-outcome.ts';
import {
  type AcceptedValue,
  annotate,
  anyText,
  booleanValue,
  list,
  literal,
  mapping,
  namedMapping,
  nullable,
  optional,
  record,
} from './schema/schema.ts';
import { points, problem, share, texts } from './schema/values.ts';
import { SCHEMA_VERSION } from './schema-version.ts';
import {
  type Certainty,
  certainty,
  type Explanation,
  explanation,
  type ScheduledChange,
  scheduledChange,
} from './sensitivity.ts';

export type * from './classification.ts';
export type * from './finding.ts';
export type * from './report-criterion.ts';
export type * from './report-outcome.ts';
export type * from './sensitivity.ts';

/** What `assess` returns for one description: plain data, the source of every output format. */
export interface Report extends AcceptedValue<typeof report> {}

const report = namedMapping('Report', 'The fit report of one description. Without a fit the project is outside.', {
  project: mapping({ name: anyText, offer: nullable(anyText), website: nullable(anyText), file: nullable(anyText) }),
  /** True for a reference, which is scored like any other but for the comparisons. */
  reference: annotate(booleanValue, {
    description: 'What buyers have without a blockchain; other projects are compared with it.',
  }),
  /** A day. */
  asOf: anyText,
  weights: annotate(nullable(record(points, anyText)), {
    description: "The caller's weights; null where the track's own count.",
  }),
  classification: namedMapping(
    'Classification',
    'What the summary says of the track, what is declared, what the caller set, and what was scored.',
    {
      ...classificationFields,
      /** What the description says; null where it says none. */
      declared: nullable(anyText),
      setTo: annotate(nullable(anyText), { description: 'The track that the caller set; null where none was.' }),
      /** The track used for scoring: set, else declared, else the first by the words, of two candidates the lower outcome's; null outside. */
      scoredAs: nullable(anyText),
    },
  ),
  /** null when outside: no fit is given. */
  fit: nullable<FitReport>(fitReport),
  coverage: annotate(nullable(share), {
    description: 'Share of weight whose answers have a source that counts; null when outside.',
  }),
  quotes: annotate(nullable(mapping({ quoted: share, verified: share })), {
    description:
      'Shares of what is shown that rest on quotes, and on quotes that were found in their documents; null when outside.',
  }),
  /** A band's id, `not-rateable`, or null where there is no fit. */
  verdict: nullable(anyText),
  verdictTitle: anyText,
  /** null where there is no fit. */
  basis: nullable(basis),
  /** The verdict in one sentence, whose verb carries how certain it is. */
  sentence: anyText,
  /** The verdict at the possible index. */
  verdictAtPossible: nullable(anyText),
  /** How sure the verdict is; null where there is no fit. */
  certainty: nullable<Certainty>(certainty),
  nextChange: annotate(nullable<ScheduledChange>(scheduledChange), {
    description:
      'The next date on which the verdict changes without a new fact; null where none is known or asked for.',
  }),
  /** How sure in full, and what would change it; null unless it was asked for. */
  explanation: nullable<Explanation>(explanation),
  otherTracks: list<OtherTrack>(otherTrack),
  gates: list<GateReport>(gateReport),
  breakEven: breakEvenReport,
  dimensions: list<DimensionReport>(dimensionReport),
  diagnosis: nullable<DiagnosisReport>(diagnosisReport),
  /** Further causes whose conditions hold, in the rubric's order. */
  otherCauses: list<DiagnosisReport>(diagnosisReport),
  questions: annotate(list<OpenQuestion>(openQuestion), { description: 'The most decisive first.' }),
  /** Those that lift a gate first, lowest cap first; then most points first. */
  levers: list<Lever>(lever),
  findings: list<Finding>(finding),
  scope: anyText,
});

export interface ToolInfo extends AcceptedValue<typeof toolInfo> {}

const toolInfo = mapping({ name: anyText, version: anyText });

export interface RubricInfo extends AcceptedValue<typeof rubricInfo> {}

export const rubricInfo = mapping({
  id: anyText,
  version: anyText,
  title: anyText,
  /** Where the set came from: `built-in` or the folder as given. */
  origin: anyText,
});

/** What every file of data says once. */
export const headFields = { schemaVersion: literal(SCHEMA_VERSION), tool: toolInfo, rubric: rubricInfo };

/** What a data format says once, whatever it holds. */
export interface ReportHead extends AcceptedValue<typeof head> {}

const head = mapping(headFields);

/** The JSON output, the same for one file as for many. */
export interface ReportJson extends AcceptedValue<typeof reportFile> {}

export const reportFile = mapping({
  ...headFields,
  reports: list<Report>(report),
  /** Problems of the files that could not be scored. */
  problems: list(problem),
  /** Documents without answers, which only `read` reads; left out where there are none. */
  documents: optional(texts),
});
