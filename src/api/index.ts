import {
  DEFAULT_SAMPLING,
  explainVerdict as explainScores,
  MAX_DRAWS,
} from '../analysis/sensitivity/explain-verdict.ts';
import { assess as assessFitting } from '../assess.ts';
import { classify as classifyFitting } from '../classify/classify.ts';
import { readDescription as readLocated } from '../input/description/read-description.ts';
import { validateDescription } from '../input/description/validate-description.ts';
import { loadRubric } from '../input/rubric/load-rubric.ts';
import { FORMATS, type SourceFormat } from '../input/text/front-matter.ts';
import type { Classifier } from '../model/classifier.ts';
import type { Description } from '../model/description.ts';
import type { Outcome, Problem } from '../model/diagnostic.ts';
import type { Classification, Explanation, Report, ReportJson } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import * as explanation from '../report/documents/fit-report/explanation.ts';
import { renderHtml as renderPage } from '../report/documents/fit-report/html.ts';
import { renderMarkdown as renderDocument } from '../report/documents/fit-report/markdown.ts';
import { renderTerminal } from '../report/documents/fit-report/terminal.ts';
import { toSafeJson } from '../report/writers/safe-json.ts';
import { PLAIN_TERMINAL, type RenderOptions } from '../report/writers/terminal/paint.ts';
import { type AssessOptions, addLock, scoreDescription } from '../score/score-description.ts';
import { assertArguments } from './guards.ts';

// The programmatic interface: what `import ... from 'demandfit'` gives. All of it is pure; it knows no file, clock,
// process or network, and runs in Node, in a browser and in a worker alike.

export type { SourceFormat } from '../input/text/front-matter.ts';
export type { Day } from '../model/day.ts';
export type { Answer, Description, Source } from '../model/description.ts';
export type { Outcome, Problem, Span } from '../model/diagnostic.ts';
export type { Level } from '../model/level.ts';
export type { Lock } from '../model/lock.ts';
export type {
  Acceptability,
  AlternativeReport,
  Basis,
  BreakEvenReport,
  BreakEvenSide,
  Certainty,
  Classification,
  ComparisonReport,
  CriterionReport,
  CriticalAnswers,
  DecidingWord,
  DiagnosisReport,
  DimensionReport,
  Explanation,
  Extreme,
  Extremes,
  Finding,
  FitReport,
  FitShares,
  GateEffect,
  GateReport,
  GateStatus,
  ItemReport,
  LeaveOneOutResult,
  Lever,
  LoweringReason,
  OpenQuestion,
  OtherTrack,
  PathStep,
  PathToNextBand,
  RankedTrack,
  Ratio,
  Report,
  ReportHead,
  ReportJson,
  RubricInfo,
  ScheduledChange,
  SourceUse,
  ToolInfo,
  VerdictFrequencies,
} from '../model/report.ts';

export type { Rubric, Weights } from '../model/rubric.ts';
export type { Paint, RenderOptions } from '../report/writers/terminal/paint.ts';
export type { AssessOptions } from '../score/score-description.ts';

declare const DEMANDFIT_RUBRIC: Rubric;
declare const DEMANDFIT_VERSION: string;

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(Object.freeze(value))) deepFreeze(part);
  return value;
}

/** The rubric set that comes with the package, checked. Plain data that survives JSON, frozen throughout. */
// A bundle leaves the rubric out where nothing uses it, which a call would keep it from.
export const builtInRubric: Rubric = /* @__PURE__ */ deepFreeze(DEMANDFIT_RUBRIC);

/** How the text of a description is to be taken. */
export interface ReadOptions {
  /** What problems and the report call the text; default: `description.yaml`. It opens nothing. */
  readonly name?: string | undefined;
  /** `yaml`, or `memo` for Markdown with front matter. Default: by the name, `memo` for `.md` and `.markdown`. */
  readonly format?: SourceFormat | undefined;
}

/**
 * The description in a text, or everything that keeps it from being one, in the order of the text: each problem with line and
 * column, a reason and what to do. What is wrong in the text is never thrown. @param rubric says what can be answered.
 * @throws TypeError for arguments that are something else, RangeError for an unknown format.
 */
export function readDescription(text: string, rubric: Rubric, options: ReadOptions = {}): Outcome<Description> {
  assertArguments({ text, rubric, options });
  const { name = 'description.yaml', format } = options;
  assertArguments({ name });
  if (format !== undefined && !FORMATS.includes(format))
    throw new RangeError(`format must be ${FORMATS.join(' or ')}, not ${format}`);
  const read = readLocated({ name, content: text, ...(format === undefined ? {} : { format }) });
  return read.ok ? validateDescription(read.value, rubric, name) : read;
}

/**
 * The rubric that the texts of a set make, or the problems that keep them from making one, each with file, line and column.
 * @param texts by name as `demandfit rubric copy` writes them, such as `rubric.yaml` and `tracks/compute.yaml`.
 * @throws TypeError for anything else.
 */
export function readRubric(texts: Readonly<Record<string, string>>): Outcome<Rubric> {
  assertArguments({ texts });
  const files = new Map(Object.entries(texts));
  const read = (name: string): Outcome<string> | null => {
    const value = files.get(name);
    return value === undefined ? null : { ok: true, value };
  };
  const known = { files: { list: () => [], read: () => null }, rubric: builtInRubric };
  return loadRubric({ list: () => [...files.keys()].sort(), read }, undefined, known);
}

/** The track that a text speaks for, by its words alone. Any text works; one of another language or without an offer is told as such. */
export function classify(text: string, classifier: Classifier): Classification {
  assertArguments({ text, classifier });
  return classifyFitting(text, classifier);
}

/**
 * The fit report of one description: pure and synchronous, the same for the same arguments. It knows no file, clock,
 * colour or locale.
 * @throws TypeError for arguments that are something else, and RangeError when `options.track` or the description's track is not an id of the rubric, `options.asOf` is not a calendar date or `options.weights` are not as described.
 */
export function assess(description: Description, rubric: Rubric, options: AssessOptions = {}): Report {
  assertArguments({ description, rubric, options });
  if (options.lock !== undefined) assertArguments({ lock: options.lock });
  return assessFitting(description, rubric, options);
}

/** How often a verdict comes out is drawn by chance, the same for the same seed. */
export interface ExplainOptions extends AssessOptions {
  /** A whole number, 1 to 1,000,000; default: 10,000, which keeps each share within one point, 19 times of 20. */
  readonly draws?: number | undefined;
  /** A whole number, 0 or more; default: 1. */
  readonly seed?: number | undefined;
}

const isIntegerBetween = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/**
 * How sure the verdict is, in full, and what would change it: the `explanation` of a report, which `assess` leaves null as it takes
 * many times as long. null for a reference and outside. @throws as `assess` does, and RangeError when `draws` or `seed` is not as
 * described.
 */
export function explainVerdict(
  description: Description,
  rubric: Rubric,
  options: ExplainOptions = {},
): Explanation | null {
  assertArguments({ description, rubric, options });
  if (options.lock !== undefined) assertArguments({ lock: options.lock });
  const { draws = DEFAULT_SAMPLING.draws, seed = DEFAULT_SAMPLING.seed, ...overrides } = options;
  if (!isIntegerBetween(draws, 1, MAX_DRAWS))
    throw new RangeError(`draws must be a whole number from 1 to ${MAX_DRAWS}`);
  if (!isIntegerBetween(seed, 0, Number.MAX_SAFE_INTEGER))
    throw new RangeError('seed must be a whole number of 0 or more');
  const seen = addLock(description, overrides);
  const scores = scoreDescription(seen, rubric, overrides);
  return explainScores(scores, seen, rubric, overrides.asOf ?? description.as_of, { draws, seed });
}

/** What a report file has besides its reports. */
export interface ReportFileOptions {
  /** Of texts that could not be read; the renderers list them. */
  readonly problems?: readonly Problem[] | undefined;
  /** Where reports say that a custom rubric comes from; default: `custom`. The built-in one is always `built-in`. */
  readonly origin?: string | undefined;
}

/** Reports with what the renderers say once: the same data as `demandfit score --format json` prints. @param rubric that they were made by. @throws TypeError for arguments that are something else. */
export function reportFile(reports: readonly Report[], rubric: Rubric, options: ReportFileOptions = {}): ReportJson {
  assertArguments({ reports, rubric, options });
  const { problems = [], origin = 'custom' } = options;
  const { id, version, title } = rubric;
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'demandfit', version: DEMANDFIT_VERSION },
    rubric: { id, version, title, origin: rubric === builtInRubric ? 'built-in' : origin },
    reports,
    problems,
  };
}

/** For a terminal or a text box: 80 columns without colour by default. Several reports come best first, under a table of all. */
export function renderText(file: ReportJson, options: Partial<RenderOptions> = {}): string {
  assertArguments({ file, options });
  return renderTerminal(file, { ...PLAIN_TERMINAL, ...options }, explanation);
}

/**
 * The report for a memo or a pull request, in GitHub-flavoured Markdown. Several projects begin with a ranked table and
 * follow in its order; files that could not be scored are listed at the end.
 */
export function renderMarkdown(file: ReportJson): string {
  assertArguments({ file });
  return renderDocument(file);
}

export function renderJson(file: ReportJson): string {
  assertArguments({ file });
  return toSafeJson(file);
}

/**
 * A whole HTML page, which loads nothing and runs no script: the page of `--format html` without its what-if and the lines of the
 * description. It hashes its style sheet by Web Crypto, which browsers give to pages of https and of localhost only.
 */
export async function renderHtml(file: ReportJson): Promise<string> {
  assertArguments({ file });
  return renderPage(file, null);
}
