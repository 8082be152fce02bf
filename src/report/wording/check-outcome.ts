import type {
  CheckedFile,
  CheckFinding,
  CheckJson,
  CheckResult,
  StaleBaselineEntry,
  SuppressionReason,
} from '../../model/check.ts';
import { describeSkipped } from '../../model/skipped.ts';
import { formatCount, formatPoints } from './figures.ts';

/** How the check ended, in one line: what was found, by severity, with what fails it. Figures and words of the program only. */
export function describeOutcome({ files, counts, failures }: CheckResult): string {
  const most = failures.find((failure) => failure.kind === 'warnings')?.most;
  const unreadable = failures.find((failure) => failure.kind === 'unreadable');
  const found = [
    ...(unreadable === undefined ? [] : [`${formatCount(unreadable.count, 'file')} cannot be read as a description`]),
    ...(counts.error === 0 ? [] : [formatCount(counts.error, 'error')]),
    ...(counts.warn === 0 ? [] : [formatCount(counts.warn, 'warning')]),
    ...(counts.note === 0 ? [] : [formatCount(counts.note, 'note')]),
  ];
  const allowed = most === undefined ? '' : ` (at most ${formatCount(most, 'warning')} allowed)`;
  if (failures.length > 0) return `failed: ${found.join(', ')}${allowed}`;
  return `passed: ${[formatCount(files.length, 'description'), ...found].join(', ')}`;
}

/** True for a finding that fails the check by itself or together with others. */
export function isFailing({ severity, setAside }: CheckFinding, { failures }: CheckResult): boolean {
  const kinds = { error: 'errors', warn: 'warnings', note: null };
  return setAside === null && failures.some(({ kind }) => kind === kinds[severity]);
}

/** What was found in all, in one sentence. */
export function describeCounts({ counts, files }: CheckResult): string {
  const found = `${formatCount(counts.error, 'error')} and ${formatCount(counts.warn, 'warning')} in ${formatCount(files.length, 'description')}`;
  const aside = describeSuppressed(counts);
  return aside === null ? `${found}.` : `${found}; ${aside}.`;
}

/** How many do not count, and by what; null for none. */
export function describeSuppressed({
  comment,
  baseline,
}: Pick<CheckResult['counts'], 'comment' | 'baseline'>): string | null {
  if (comment + baseline === 0) return null;
  const by = [
    ...(comment === 0 ? [] : [`${comment} by ${comment === 1 ? 'a comment' : 'comments'}`]),
    ...(baseline === 0 ? [] : [`${baseline} by the baseline`]),
  ];
  return `${formatCount(comment + baseline, 'finding')} suppressed: ${by.join(', ')}`;
}

/** What was skipped, in a sentence; null for nothing. @param names whether they are told. */
export function describeSkippedPaths({ skipped }: Pick<CheckResult, 'skipped'>, names = false): string | null {
  if (skipped.length === 0) return null;
  const listed = names ? `: ${skipped.map(({ file }) => file.replace(/\s+/g, ' ')).join(', ')}` : '';
  return `Skipped: ${describeSkipped(skipped)}${listed}.`;
}

/** By what a check judged, in a sentence; the rubric where it is not the built-in one. */
export function describeSettings({ check: { config, baseline, base }, rubric }: CheckJson): string {
  const own = rubric.origin === 'built-in' ? '' : `; rubric: ${rubric.id} ${rubric.version} from ${rubric.origin}`;
  return `Settings: ${config ?? 'default'}${own}; baseline: ${baseline ?? 'none'}; base: ${base ?? 'none'}.`;
}

/** Why a finding does not count. The reason is the user's text. */
export function describeSuppression(setAside: SuppressionReason): string {
  if (setAside.by === 'baseline') return 'Recorded in the baseline.';
  return `Until ${setAside.until}: ${setAside.reason}`;
}

/** An entry of the baseline that nothing matches. Its names are the user's text. */
export function describeStaleEntry({ file, rule, subject }: StaleBaselineEntry): string {
  return `${file}: ${rule}${subject === '' ? '' : `, ${subject}`}`;
}

/** The supported index in whole points; `none` where there is no fit. */
export function formatIndex({ index }: CheckedFile): string {
  return index === null ? 'none' : formatPoints(index.supported);
}
