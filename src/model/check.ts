import type { Problem } from './diagnostic.ts';
import { findingFields, type RuleId, ruleId } from './finding.ts';
import { headFields, type ReportHead } from './report.ts';
import { basis, type FitShares, fitShares } from './report-outcome.ts';
import * as s from './schema/schema.ts';
import { day, describeBounds, points, problem, share } from './schema/values.ts';
import { SKIP_REASONS } from './skipped.ts';

/** What a rule does where it finds something: nothing, tell it without counting it, warn, or fail the check. */
export const SEVERITIES = ['off', 'note', 'warn', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type SuppressionReason = s.AcceptedValue<typeof suppressionReason>;

const suppressionReason = s.named(
  'SetAside',
  'Why a finding does not count.',
  s.taggedUnion(
    'by',
    /** A comment in the file, with its reason and the last day that it holds. */
    s.mapping({ by: s.literal('comment'), reason: s.anyText, until: s.anyText }),
    /** It was there when the baseline was written. */
    s.mapping({ by: s.literal('baseline') }),
  ),
);

const checkFindingFields = {
  ...findingFields,
  severity: s.oneOf(['note', 'warn', 'error']),
  /** Of rule and content, 32 hexadecimal digits, each once in a file. */
  fingerprint: s.annotate(s.anyText, {
    description: 'Identifies the finding within its file, even if its line moves or the file is renamed.',
  }),
  /** null where it counts. */
  setAside: s.nullable(suppressionReason),
};

/** A finding in a file, with what the settings make of it. */
export interface CheckFinding extends s.AcceptedValue<typeof checkFinding> {}

const checkFinding = s.mapping(checkFindingFields);

const wordedFindingFields = {
  ...checkFindingFields,
  what: s.anyText,
  why: s.anyText,
  fix: s.anyText,
  url: s.annotate(s.nullable(s.anyText), {
    description: 'Where the rule is explained; null in a build without the address of a repository.',
  }),
};

const wordedCheckFinding = s.namedMapping('CheckFinding', 'What a rule found in a description.', wordedFindingFields);

const checkedFileFields = {
  /** As the user would name it, with `/`. */
  file: s.anyText,
  name: s.anyText,
  status: s.oneOf(['fit', 'outside']),
  /** The track that it was scored on; null when outside. */
  track: s.nullable(s.anyText),
  /** A band's id or `not-rateable`; null where there is no fit. */
  verdict: s.nullable(s.anyText),
  verdictTitle: s.anyText,
  /** null where there is no fit, as the next. */
  basis: s.nullable(basis),
  shares: s.nullable<FitShares>(fitShares),
  /** Points after gates; null where there is no fit. */
  index: s.nullable(describeBounds(points)),
  /** Share of weight whose answers have a source that counts; null where there is no fit. */
  coverage: s.nullable(share),
  off: s.annotate(s.list(ruleId), { description: 'Rules turned off by the settings of the file.' }),
};

/** A finding on a file that is not a checked description: one that should be, or the config. */
export interface FileFinding extends s.AcceptedValue<typeof fileFinding> {}

const fileFinding = s.mapping({ file: s.anyText, ...checkFindingFields });

/** One description, checked. */
export interface CheckedFile extends s.AcceptedValue<typeof checkedFile> {}

const checkedFile = s.mapping({
  ...checkedFileFields,
  /** By place, then rule; those that do not count too. */
  findings: s.list<CheckFinding>(checkFinding),
});

/** One description, checked, with the words of the findings. */
export interface WordedCheckedFile extends s.AcceptedValue<typeof wordedCheckedFile> {}

export const wordedCheckedFile = s.namedMapping(
  'CheckedFile',
  'One description, checked. Without a fit it has no index.',
  {
    ...checkedFileFields,
    findings: s.list(wordedCheckFinding),
  },
);

export const wordedFileFinding = s.mapping({ file: s.anyText, ...wordedFindingFields });

/** One finding that a baseline suppresses. */
export interface BaselinedFinding extends s.AcceptedValue<typeof baselinedFinding> {}

const baselinedFinding = s.mapping({ rule: s.anyText, subject: s.anyText, fingerprint: s.anyText });

/** A supported index from a day on; null for none. */
export interface DatedIndex extends s.AcceptedValue<typeof datedIndex> {}

const datedIndex = s.mapping({ from: day, index: s.nullable(points) });

/** What a baseline holds of one file. */
export interface BaselineEntry extends s.AcceptedValue<typeof baselineEntry> {}

const baselineEntry = s.mapping({
  /** The project's name, by which a file that was renamed is recognised. */
  name: s.anyText,
  /** Points, supported; null where there was no fit. */
  index: s.nullable(points),
  /** The day that the index is of. */
  asOf: s.optional(day),
  /** What the index becomes on later days although no fact changes. */
  later: s.optional(s.list<DatedIndex>(datedIndex)),
  excused: s.list<BaselinedFinding>(baselinedFinding),
});

export const baselineFile = s.mapping({
  schemaVersion: s.literal(1),
  files: s.record<BaselineEntry>(baselineEntry, s.anyText),
});

/** An entry of the baseline that nothing can match any more. */
export interface StaleBaselineEntry extends s.AcceptedValue<typeof staleBaselineEntry> {}

const staleBaselineEntry = s.mapping({ file: s.anyText, rule: s.anyText, subject: s.anyText });

const skippedPath = s.namedMapping('Skipped', 'What folders and globs hold and is not a description.', {
  file: s.anyText,
  reason: s.oneOf(SKIP_REASONS),
});

const count = s.wholeNumber(0);

export type CheckFailure = s.AcceptedValue<typeof checkFailure>;

const checkFailure = s.named(
  'Failure',
  'Why the check did not pass.',
  s.taggedUnion(
    'kind',
    s.mapping({ kind: s.literal('errors'), count }),
    s.mapping({ kind: s.literal('warnings'), count, most: count }),
    s.mapping({ kind: s.literal('unreadable'), count }),
  ),
);

const resultFields = {
  /** Findings that count, by severity, and those that do not, by why. */
  counts: s.mapping({ error: count, warn: count, note: count, comment: count, baseline: count }),
  stale: s.annotate(s.list<StaleBaselineEntry>(staleBaselineEntry), {
    description: 'Entries of the baseline that no longer match anything.',
  }),
  failures: s.annotate(s.list<CheckFailure>(checkFailure), { description: 'Empty where the check passed.' }),
  skipped: s.list(skippedPath),
  /** Where the settings came from; null where there was no file. */
  config: s.nullable(s.anyText),
  /** The baseline that was used; null for none. */
  baseline: s.nullable(s.anyText),
  /** The git revision that config, baseline and rubric were read from; null where they are those on the disk. */
  base: s.nullable(s.anyText),
  /** The day by which comments expire besides each description's own; null where none was given. */
  today: s.nullable(s.anyText),
};

/** Descriptions checked by the rules: plain data, the source of every output format. */
export interface CheckResult extends s.AcceptedValue<typeof checkResult> {}

const checkResult = s.mapping({
  files: s.list<CheckedFile>(checkedFile),
  /** By file, then rule. */
  others: s.list<FileFinding>(fileFinding),
  ...resultFields,
});

/** The JSON output of a check, before the words of the rules are added. */
export interface CheckJson extends ReportHead {
  readonly check: CheckResult;
  /** Problems of the files that could not be read as descriptions. */
  readonly problems: readonly Problem[];
}

/** The JSON output of a check. */
export interface WordedCheckFile extends s.AcceptedValue<typeof checkFile> {}

export const checkFile = s.mapping({
  ...headFields,
  check: s.mapping({
    files: s.list(wordedCheckedFile),
    others: s.annotate(s.list(wordedFileFinding), {
      description: 'Findings on files that are not checked descriptions: those that should be, and the config.',
    }),
    ...resultFields,
  }),
  problems: s.list(problem),
});

/** What a description has to reach; null and a missing dimension ask for nothing. */
export interface FitMinimum {
  /** Points, 0 to 100, of the supported index. */
  readonly index: number | null;
  /** A band's id. */
  readonly verdict: string | null;
  /** Per cent, 0 to 100, of the weight whose answers have a source. */
  readonly coverage: number | null;
  /** Dimension id to marks, 0 to 100, supported. */
  readonly dimensions: Readonly<Record<string, number>>;
}

/** What a check asks of one file. */
export interface CheckSettings {
  /** A rule that is missing has its default. */
  readonly rules: Readonly<Partial<Record<RuleId, Severity>>>;
  readonly minimum: FitMinimum;
  /** Ids of criteria that have to be answered, and of head keys: `offer`, `website`, `track`. */
  readonly required: readonly string[];
  /** How old a description may get before its day is reported, and how far ahead a suppression may end. */
  readonly maxAgeDays: number;
  readonly maxIgnoreDays: number;
}
