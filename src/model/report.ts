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
import * as s from './schema/schema.ts';
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
export interface Report extends s.AcceptedValue<typeof report> {}

export const report = s.namedMapping(
  'Report',
  'The fit report of one description. Without a fit the project is outside.',
  {
    project: s.mapping({
      name: s.anyText,
      offer: s.nullable(s.anyText),
      website: s.nullable(s.anyText),
      file: s.nullable(s.anyText),
    }),
    /** True for a reference, which is scored like any other but for the comparisons. */
    reference: s.annotate(s.booleanValue, {
      description: 'What buyers have without a blockchain; other projects are compared with it.',
    }),
    /** A day. */
    asOf: s.anyText,
    weights: s.annotate(s.nullable(s.record(points, s.anyText)), {
      description: "The caller's weights; null where the track's own count.",
    }),
    classification: s.namedMapping(
      'Classification',
      'What the summary says of the track, what is declared, what the caller set, and what was scored.',
      {
        ...classificationFields,
        /** What the description says; null where it says none. */
        declared: s.nullable(s.anyText),
        setTo: s.annotate(s.nullable(s.anyText), {
          description: 'The track that the caller set; null where none was.',
        }),
        /** The track used for scoring: set, else declared, else the first by the words, of two candidates the lower outcome's; null outside. */
        scoredAs: s.nullable(s.anyText),
      },
    ),
    /** null when outside: no fit is given. */
    fit: s.nullable<FitReport>(fitReport),
    coverage: s.annotate(s.nullable(share), {
      description: 'Share of weight whose answers have a source that counts; null when outside.',
    }),
    quotes: s.annotate(s.nullable(s.mapping({ quoted: share, verified: share })), {
      description:
        'Shares of what is shown that rest on quotes, and on quotes that were found in their documents; null when outside.',
    }),
    /** A band's id, `not-rateable`, or null where there is no fit. */
    verdict: s.nullable(s.anyText),
    verdictTitle: s.anyText,
    /** null where there is no fit. */
    basis: s.nullable(basis),
    /** The verdict in one sentence, whose verb carries how certain it is. */
    sentence: s.anyText,
    /** The verdict at the possible index. */
    verdictAtPossible: s.nullable(s.anyText),
    /** How sure the verdict is; null where there is no fit. */
    certainty: s.nullable<Certainty>(certainty),
    nextChange: s.annotate(s.nullable<ScheduledChange>(scheduledChange), {
      description:
        'The next date on which the verdict changes without a new fact; null where none is known or asked for.',
    }),
    /** How sure in full, and what would change it; null unless it was asked for. */
    explanation: s.nullable<Explanation>(explanation),
    otherTracks: s.list<OtherTrack>(otherTrack),
    gates: s.list<GateReport>(gateReport),
    breakEven: breakEvenReport,
    dimensions: s.list<DimensionReport>(dimensionReport),
    diagnosis: s.nullable<DiagnosisReport>(diagnosisReport),
    /** Further causes whose conditions hold, in the rubric's order. */
    otherCauses: s.list<DiagnosisReport>(diagnosisReport),
    questions: s.annotate(s.list<OpenQuestion>(openQuestion), { description: 'The most decisive first.' }),
    /** Those that lift a gate first, lowest cap first; then most points first. */
    levers: s.list<Lever>(lever),
    findings: s.list<Finding>(finding),
    scope: s.anyText,
  },
);

/** What a line of JSON Lines has of a report. */
export interface BriefReport extends s.AcceptedValue<typeof briefReport> {}

const pick = <K extends string, F extends Readonly<Record<K, unknown>>>(fields: F, ...keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, fields[key]])) as Pick<F, K>;

export const briefReport = s.namedMapping('BriefReport', 'What a line has of a report, each part in its place there.', {
  ...pick(report.fields, 'project', 'reference', 'asOf', 'fit', 'coverage', 'verdict', 'verdictTitle', 'basis'),
  verdictAtPossible: report.fields.verdictAtPossible,
  classification: s.mapping(
    pick(report.fields.classification.fields, 'status', 'track', 'declared', 'setTo', 'scoredAs'),
  ),
  dimensions: s.list(s.mapping(pick(dimensionReport.fields, 'id', 'supported', 'claimed', 'possible'))),
  gates: s.list(s.mapping(pick(gateReport.fields, 'id', 'status', 'cap', 'binds'))),
});

export interface ToolInfo extends s.AcceptedValue<typeof toolInfo> {}

const toolInfo = s.mapping({ name: s.anyText, version: s.anyText });

export interface RubricInfo extends s.AcceptedValue<typeof rubricInfo> {}

export const rubricInfo = s.mapping({
  id: s.anyText,
  version: s.anyText,
  title: s.anyText,
  /** Where the set came from: `built-in` or the folder as given. */
  origin: s.anyText,
});

/** What every file of data says once. */
export const headFields = { schemaVersion: s.literal(SCHEMA_VERSION), tool: toolInfo, rubric: rubricInfo };

/** What a data format says once, whatever it holds. */
export interface ReportHead extends s.AcceptedValue<typeof head> {}

const head = s.mapping(headFields);

/** The JSON output, the same for one file as for many. */
export interface ReportJson extends s.AcceptedValue<typeof reportFile> {}

export const reportFile = s.mapping({
  ...headFields,
  reports: s.list<Report>(report),
  /** Problems of the files that could not be scored. */
  problems: s.list(problem),
  /** Documents without answers, which only `read` reads; left out where there are none. */
  documents: s.optional(texts),
});
