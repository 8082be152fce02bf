import {
  type CheckedFile,
  type CheckFinding,
  type CheckSettings,
  RULE_IDS,
  type RuleFinding,
  type SuppressionReason,
} from '../model/check.ts';
import type { Description } from '../model/description.ts';
import type { Span } from '../model/diagnostic.ts';
import type { Report } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import type { BaselineEntry } from './baseline.ts';
import { computeFingerprints } from './fingerprint.ts';
import { checkFit } from './rules/check-fit.ts';
import { checkSources } from './rules/check-sources.ts';
import { findSuppressions, matchSuppression, type Suppression } from './suppressions.ts';

/** A description with its report and the text that it was read from. */
export interface CheckInput {
  readonly description: Description;
  readonly report: Report;
  readonly text: string;
  /** Offset where the prose of a memo begins; null where there is none. */
  readonly body: number | null;
  /** As the user would name it, with `/`. */
  readonly file: string;
}

/** What holds for the check of every file. */
export interface CheckContext {
  readonly rubric: Rubric;
  /** Day that the expiry of comments is held against, where it is later than the report's; null for the report's alone. */
  readonly today: string | null;
  /** False where comments in a file count for nothing. */
  readonly heedsComments: boolean;
  /** Hexadecimal digits that stand for a text. */
  digest(text: string): string;
  /** What the prose of a memo says beside its answers. */
  memoFindings(
    memo: { readonly text: string; readonly body: number },
    description: Description,
    report: Report,
    rubric: Rubric,
  ): readonly RuleFinding[];
  /** A file's name from the top of the repository that it lies in, which is the same wherever the check runs. */
  inRepository(file: string): string;
}

const START: Span = { line: 1, column: 1, endLine: 1, endColumn: 2 };

/** The report tells the indices of both tracks; the finding repeats them, as the label is what decides between them. */
function collectReportFindings({ findings, otherTracks, fit }: Report): readonly RuleFinding[] {
  const other = otherTracks.find(({ because }) => because === 'disagreement');
  return findings.map((finding) =>
    finding.id !== 'track/disagreement' || other === undefined || fit === null
      ? finding
      : { ...finding, detail: { ...finding.detail, index: fit.supported, otherIndex: other.supported } },
  );
}

/** The author sets the day that evidence and laws are judged on, so it is held against the day of the run where that is told. */
function checkAsOf({ asOf }: Report, { today }: CheckContext, description: Description): readonly RuleFinding[] {
  if (today === null || asOf <= today) return [];
  return [{ id: 'as-of/after-today', subject: asOf, detail: { today }, at: description.placeOf('/as_of') }];
}

/** That the description came out better when the baseline was written, and what the baseline excuses without need. */
function compareWithBaseline(
  report: Report,
  baseline: BaselineEntry | null,
  fingerprints: ReadonlySet<string>,
): readonly RuleFinding[] {
  if (baseline === null) return [];
  const found = report.fit?.supported ?? 0;
  const worse: readonly RuleFinding[] =
    baseline.index === null || found >= baseline.index
      ? []
      : [{ id: 'fit/worse-than-baseline', subject: 'index', detail: { found, before: baseline.index }, at: null }];
  const stale = baseline.excused
    .filter(({ fingerprint }) => !fingerprints.has(fingerprint))
    .map(({ rule, subject }): RuleFinding => ({ id: 'baseline/stale', subject, detail: { rule }, at: null }));
  return [...worse, ...stale];
}

function compareByPlace(a: RuleFinding, b: RuleFinding): number {
  const [one, two] = [a.at ?? START, b.at ?? START];
  return (
    one.line - two.line ||
    one.column - two.column ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) ||
    (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0)
  );
}

interface TriagedFinding {
  readonly finding: RuleFinding;
  readonly setAside: SuppressionReason | null;
}

/** What comments make of findings, with those that have expired or set nothing aside told as findings of their own. */
function applySuppressions(
  findings: readonly RuleFinding[],
  entries: readonly Suppression[],
  day: string,
): { readonly judged: readonly TriagedFinding[]; readonly told: readonly RuleFinding[] } {
  const used = new Set<Suppression>();
  const judged = findings.map((finding): TriagedFinding => {
    const entry = matchSuppression(finding, entries, day);
    if (entry === null) return { finding, setAside: null };
    used.add(entry);
    const { reason, until } = entry;
    return { finding, setAside: until < day ? null : { by: 'comment', reason, until } };
  });
  const told = entries.flatMap((entry): readonly RuleFinding[] => {
    const subject = entry.rules.join(', ');
    if (!used.has(entry)) return [{ id: 'suppression/unused', subject, detail: {}, at: entry.at }];
    if (entry.until >= day) return [];
    return [{ id: 'suppression/expired', subject, detail: { until: entry.until }, at: entry.at }];
  });
  return { judged, told };
}

function toFileStatus({ reference, fit }: Report): CheckedFile['status'] {
  return reference ? 'reference' : fit === null ? 'outside' : 'fit';
}

/** Holds one description against the settings. Pure: the same for the same arguments. @param baseline of this file; null where there is none. */
export function checkDescription(
  input: CheckInput,
  settings: CheckSettings,
  baseline: BaselineEntry | null,
  context: CheckContext,
): CheckedFile {
  const { description, report, text, body, file } = input;
  const start = description.placeOf('/name') ?? START;
  const name = context.inRepository(file);
  const placed = (finding: RuleFinding): RuleFinding => ({ ...finding, at: finding.at ?? start });
  const found = [
    ...collectReportFindings(report),
    ...checkAsOf(report, context, description),
    ...checkSources(description, report),
    ...checkFit(description, report, settings, context.rubric),
    ...(body === null ? [] : context.memoFindings({ text, body }, description, report, context.rubric)),
  ]
    .map(placed)
    .sort(compareByPlace);
  const prints = computeFingerprints(found, name, report, context.digest);
  const known = new Set(baseline?.excused.map(({ fingerprint }) => fingerprint));
  const comments = context.heedsComments ? findSuppressions(text, body) : { entries: [], findings: [] };
  const day = context.today !== null && context.today > report.asOf ? context.today : report.asOf;
  const { judged, told } = applySuppressions(found, comments.entries, day);
  const more = [...comments.findings, ...told, ...compareWithBaseline(report, baseline, new Set(prints))].map(placed);
  const morePrints = computeFingerprints(more, name, report, context.digest);
  const all = [
    ...judged.map(({ finding, setAside }, at) => ({ finding, setAside, fingerprint: prints[at] ?? '' })),
    ...more.map((finding, at) => ({ finding, setAside: null, fingerprint: morePrints[at] ?? '' })),
  ];
  const findings = all
    .flatMap(({ finding, setAside, fingerprint }): readonly CheckFinding[] => {
      const severity = settings.rules[finding.id];
      if (severity === 'off') return [];
      const excused: SuppressionReason | null = known.has(fingerprint) ? { by: 'baseline' } : null;
      return [{ ...finding, severity, fingerprint, setAside: setAside ?? excused }];
    })
    .sort(compareByPlace);
  const { fit, verdict, verdictTitle, coverage, classification } = report;
  return {
    file,
    name: description.name,
    status: toFileStatus(report),
    track: classification.scoredAs,
    verdict,
    verdictTitle,
    index: fit === null ? null : { supported: fit.supported, claimed: fit.claimed, possible: fit.possible },
    coverage: fit === null ? null : coverage,
    off: RULE_IDS.filter((id) => settings.rules[id] === 'off'),
    findings,
  };
}
