import type { Problem } from './diagnostic.ts';
import { findingFields, type RuleId, ruleId } from './finding.ts';
import { headFields, type ReportHead } from './report.ts';
import { basis, type FitShares, fitShares } from './report-outcome.ts';
import {
  type AcceptedValue,
  annotate,
  anyText,
  list,
  literal,
  mapping,
  named,
  namedMapping,
  nullable,
  oneOf,
  optional,
  record,
  taggedUnion,
  wholeNumber,
} from './schema/schema.ts';
import { day, describeBounds, points, problem, share } from './schema/values.ts';
import { SKIP_REASONS } from './skipped.ts';

/** What a rule does where it finds something: nothing, tell it without counting it, warn, or fail the check. */
export const SEVERITIES = ['off', 'note', 'warn', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type SuppressionReason = AcceptedValue<typeof suppressionReason>;

const suppressionReason = named(
  'SetAside',
  'Why a finding does not count.',
  taggedUnion(
    'by',
    /** A comment in the file, with its reason and the last day that it holds. */
    mapping({ by: literal('comment'), reason: anyText, until: anyText }),
    /** It was there when the baseline was written. */
    mapping({ by: literal('baseline') }),
  ),
);

const checkFindingFields = {
  ...findingFields,
  severity: oneOf(['note', 'warn', 'error']),
  /** Of rule and content, 32 hexadecimal digits, each once in a file. */
  fingerprint: annotate(anyText, {
    description: 'Identifies the finding within its file, even if its line moves or the file is renamed.',
  }),
  /** null where it counts. */
  setAside: nullable(suppressionReason),
};

/** A finding in a file, with what the settings make of it. */
export interface CheckFinding extends AcceptedValue<typeof checkFinding> {}

const checkFinding = mapping(checkFindingFields);

/** A finding with the words of its rule, as it is written. */
export interface WordedCheckFinding extends AcceptedValue<typeof wordedCheckFinding> {}

const wordedFindingFields = {
  ...checkFindingFields,
  what: anyText,
  why: anyText,
  fix: anyText,
  url: annotate(anyText, { description: 'Where the rule is explained.' }),
};

const wordedCheckFinding = namedMapping('CheckFinding', 'What a rule found in a description.', wordedFindingFields);

const checkedFileFields = {
  /** As the user would name it, with `/`. */
  file: anyText,
  name: anyText,
  status: oneOf(['fit', 'outside']),
  /** The track that it was scored on; null when outside. */
  track: nullable(anyText),
  /** A band's id or `not-rateable`; null where there is no fit. */
  verdict: nullable(anyText),
  verdictTitle: anyText,
  /** null where there is no fit, as the next. */
  basis: nullable(basis),
  shares: nullable<FitShares>(fitShares),
  /** Points after gates; null where there is no fit. */
  index: nullable(describeBounds(points)),
  /** Share of weight whose answers have a source that counts; null where there is no fit. */
  coverage: nullable(share),
  off: annotate(list(ruleId), { description: 'Rules turned off by the settings of the file.' }),
};

/** A finding on a file that is not a checked description: one that should be, or the config. */
export interface FileFinding extends AcceptedValue<typeof fileFinding> {}

const fileFinding = mapping({ file: anyText, ...checkFindingFields });

/** One description, checked. */
export interface CheckedFile extends AcceptedValue<typeof checkedFile> {}

const checkedFile = mapping({
  ...checkedFileFields,
  /** By place, then rule; those that do not count too. */
  findings: list<CheckFinding>(checkFinding),
});

const wordedCheckedFile = namedMapping('CheckedFile', 'One description, checked. Without a fit it has no index.', {
  ...checkedFileFields,
  findings: list<WordedCheckFinding>(wordedCheckFinding),
});

/** One finding that a baseline suppresses. */
export interface BaselinedFinding extends AcceptedValue<typeof baselinedFinding> {}

const baselinedFinding = mapping({ rule: anyText, subject: anyText, fingerprint: anyText });

/** A supported index from a day on; null for none. */
export interface DatedIndex extends AcceptedValue<typeof datedIndex> {}

const datedIndex = mapping({ from: day, index: nullable(points) });

/** What a baseline holds of one file. */
export interface BaselineEntry extends AcceptedValue<typeof baselineEntry> {}

const baselineEntry = mapping({
  /** The project's name, by which a file that was renamed is recognised. */
  name: anyText,
  /** Points, supported; null where there was no fit. */
  index: nullable(points),
  /** The day that the index is of. */
  asOf: optional(day),
  /** What the index becomes on later days although no fact changes. */
  later: optional(list<DatedIndex>(datedIndex)),
  excused: list<BaselinedFinding>(baselinedFinding),
});

export const baselineFile = mapping({
  schemaVersion: literal(1),
  files: record<BaselineEntry>(baselineEntry, anyText),
});

/** An entry of the baseline that nothing can match any more. */
export interface StaleBaselineEntry extends AcceptedValue<typeof staleBaselineEntry> {}

const staleBaselineEntry = mapping({ file: anyText, rule: anyText, subject: anyText });

const skippedPath = namedMapping('Skipped', 'What folders and globs hold and is not a description.', {
  file: anyText,
  reason: oneOf(SKIP_REASONS),
});

const count = wholeNumber(0);

export type CheckFailure = AcceptedValue<typeof checkFailure>;

const checkFailure = named(
  'Failure',
  'Why the check did not pass.',
  taggedUnion(
    'kind',
    mapping({ kind: literal('errors'), count }),
    mapping({ kind: literal('warnings'), count, most: count }),
    mapping({ kind: literal('unreadable'), count }),
  ),
);

const resultFields = {
  /** Findings that count, by severity, and those that do not, by why. */
  counts: mapping({ error: count, warn: count, note: count, comment: count, baseline: count }),
  stale: annotate(list<StaleBaselineEntry>(staleBaselineEntry), {
    description: 'Entries of the baseline that no longer match anything.',
  }),
  failures: annotate(list<CheckFailure>(checkFailure), { description: 'Empty where the check passed.' }),
  skipped: list(skippedPath),
  /** Where the settings came from; null where there was no file. */
  config: nullable(anyText),
  /** The baseline that was used; null for none. */
  baseline: nullable(anyText),
  /** The git revision that config, baseline and rubric were read from; null where they are those on the disk. */
  base: nullable(anyText),
  /** The day by which comments expire besides each description's own; null where none was given. */
  today: nullable(anyText),
};

/** Descriptions checked by the rules: plain data, the source of every output format. */
export interface CheckResult extends AcceptedValue<typeof checkResult> {}

const checkResult = mapping({
  files: list<CheckedFile>(checkedFile),
  /** By file, then rule. */
  others: list<FileFinding>(fileFinding),
  ...resultFields,
});

/** The JSON output of a check, before the words of the rules are added. */
export interface CheckJson extends ReportHead {
  readonly check: CheckResult;
  /** Problems of the files that could not be read as descriptions. */
  readonly problems: readonly Problem[];
}

/** The JSON output of a check. */
export interface WordedCheckFile extends AcceptedValue<typeof checkFile> {}

export const checkFile = mapping({
  ...headFields,
  check: mapping({
    files: list(wordedCheckedFile),
    others: annotate(list(mapping({ file: anyText, ...wordedFindingFields })), {
      description: 'Findings on files that are not checked descriptions: those that should be, and the config.',
    }),
    ...resultFields,
  }),
  problems: list(problem),
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
