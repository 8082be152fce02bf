import type { CheckedFile, CheckJson } from '../../../model/check.ts';
import {
  type CheckDiagnostic,
  formatPlace,
  listDiagnostics,
  toFindingDiagnostic,
} from '../../wording/check-diagnostics.ts';
import {
  countFindings,
  describeCounts,
  describeOutcome,
  describeStaleEntry,
  describeSuppressed,
  describeSuppression,
  formatCount,
  formatIndex,
} from '../../wording/check-outcome.ts';
import { escapeLineStarts } from '../../writers/escape-for-terminal.ts';
import { bullets, heading, paragraph, table } from '../../writers/markdown/blocks.ts';
import { escapeForMarkdown } from '../../writers/markdown/escape-for-markdown.ts';

/** GitHub drops a summary of more than 1 MiB whole, and others may stand beside this one. */
const MOST_BYTES = 900_000;

/** A part that is shown whole or not at all. */
type SummarySection = readonly string[];

function entryText({ severity, rule, file, at, what, fix }: CheckDiagnostic): string {
  const label = severity === 'error' ? '**error**' : 'warning';
  return `${label} ${escapeForMarkdown(formatPlace(file, at))} ${escapeForMarkdown(rule)}: ${escapeForMarkdown(what)} ${escapeForMarkdown(fix)}`;
}

function filesTable(files: readonly CheckedFile[]): SummarySection {
  const rows = files.map((checked) => {
    const { error, warn } = countFindings(checked);
    return [
      error === 0 ? 'passed' : '**failed**',
      escapeForMarkdown(checked.file),
      escapeForMarkdown(checked.verdictTitle),
      formatIndex(checked),
      escapeForMarkdown(checked.track ?? ''),
      String(error),
      String(warn),
    ];
  });
  return table(['', 'File', 'Verdict', 'Index>', 'Track', 'Errors>', 'Warnings>'], rows);
}

function fileSection(checked: CheckedFile): SummarySection {
  if (checked.findings.length === 0) return [];
  const counting = checked.findings.filter(({ setAside }) => setAside === null);
  const aside = describeSuppressed(countFindings(checked));
  const reasons = checked.findings.flatMap(({ id, setAside }) =>
    setAside?.by === 'comment' ? [escapeForMarkdown(`${id}: ${describeSuppression(setAside)}`)] : [],
  );
  return [
    ...heading(2, escapeForMarkdown(checked.file)),
    ...bullets(counting.map((finding) => entryText(toFindingDiagnostic(finding, checked.file)))),
    ...(aside === null ? [] : paragraph(`${aside}.`)),
    ...bullets(reasons),
  ];
}

function problemsSection(file: CheckJson): SummarySection {
  const problems = listDiagnostics({ ...file, check: { ...file.check, files: [] } });
  return problems.length === 0 ? [] : [...heading(2, 'Not read'), ...bullets(problems.map(entryText))];
}

function staleSection({ check: { stale } }: CheckJson): SummarySection {
  if (stale.length === 0) return [];
  return [
    ...heading(2, 'The baseline excuses what is gone'),
    ...bullets(stale.map((entry) => escapeForMarkdown(describeStaleEntry(entry)))),
  ];
}

function bytesOf(lines: SummarySection): number {
  return new TextEncoder().encode(lines.join('\n')).length + 1;
}

/** The sections that fit, in order, and a line on how many do not. */
function fitting(sections: readonly SummarySection[]): readonly string[] {
  const filled = sections.filter((section) => section.length > 0);
  const shown: SummarySection[] = [];
  let bytes = 0;
  for (const section of filled) {
    const size = bytesOf(section);
    if (bytes + size > MOST_BYTES) continue;
    bytes += size;
    shown.push(section);
  }
  const left = filled.length - shown.length;
  const note = `${formatCount(left, 'section')} left out, as a summary may not be longer; other formats have everything.`;
  return [...shown.flat(), ...(left === 0 ? [] : paragraph(note))];
}

/** A check as GitHub-flavoured Markdown, for the summary of a job or a comment; of a long one whole sections are left out. */
export function checkInMarkdown(file: CheckJson): string {
  const { check } = file;
  const head = [...heading(1, `demandfit check ${describeOutcome(check)}`), ...paragraph(describeCounts(check))];
  const lines = fitting([
    head,
    problemsSection(file),
    filesTable(check.files),
    ...check.files.map(fileSection),
    staleSection(file),
  ]);
  return escapeLineStarts(`${lines.join('\n').trimEnd()}\n`);
}
