import type { CheckedFile, CheckFile } from '../../model/check.ts';
import { bullets, heading, paragraph, table } from '../markdown/blocks.ts';
import { safeForMarkdown } from '../safe-markdown.ts';
import { safeLineStarts } from '../safe-text.ts';
import { type Entry, entriesOf, entryOf, placeOf } from './entries.ts';
import { counted, countsOf, indexOf, outcomeOf, reasonOf, setAsideOf, staleText, tallyOf } from './outcome.ts';

/** GitHub drops a summary of more than 1 MiB whole, and others may stand beside this one. */
const MOST_BYTES = 900_000;

/** A part that is shown whole or not at all. */
type Section = readonly string[];

function entryText({ severity, rule, file, at, what, fix }: Entry): string {
  const label = severity === 'error' ? '**error**' : 'warning';
  return `${label} ${safeForMarkdown(placeOf(file, at))} ${safeForMarkdown(rule)}: ${safeForMarkdown(what)} ${safeForMarkdown(fix)}`;
}

function filesTable(files: readonly CheckedFile[]): Section {
  const rows = files.map((checked) => {
    const { error, warn } = tallyOf(checked);
    return [
      error === 0 ? 'passed' : '**failed**',
      safeForMarkdown(checked.file),
      safeForMarkdown(checked.verdictTitle),
      indexOf(checked),
      safeForMarkdown(checked.track ?? ''),
      String(error),
      String(warn),
    ];
  });
  return table(['', 'File', 'Verdict', 'Index>', 'Track', 'Errors>', 'Warnings>'], rows);
}

function fileSection(checked: CheckedFile): Section {
  if (checked.findings.length === 0) return [];
  const counting = checked.findings.filter(({ setAside }) => setAside === null);
  const aside = setAsideOf(tallyOf(checked));
  const reasons = checked.findings.flatMap(({ id, setAside }) =>
    setAside?.by === 'comment' ? [safeForMarkdown(`${id}: ${reasonOf(setAside)}`)] : [],
  );
  return [
    ...heading(2, safeForMarkdown(checked.file)),
    ...bullets(counting.map((finding) => entryText(entryOf(finding, checked.file)))),
    ...(aside === null ? [] : paragraph(`${aside}.`)),
    ...bullets(reasons),
  ];
}

function problemsSection(file: CheckFile): Section {
  const problems = entriesOf({ ...file, check: { ...file.check, files: [] } });
  return problems.length === 0 ? [] : [...heading(2, 'Not read'), ...bullets(problems.map(entryText))];
}

function staleSection({ check: { stale } }: CheckFile): Section {
  if (stale.length === 0) return [];
  return [
    ...heading(2, 'The baseline excuses what is gone'),
    ...bullets(stale.map((entry) => safeForMarkdown(staleText(entry)))),
  ];
}

function bytesOf(lines: Section): number {
  return new TextEncoder().encode(lines.join('\n')).length + 1;
}

/** The sections that fit, in order, and a line on how many do not. */
function fitting(sections: readonly Section[]): readonly string[] {
  const filled = sections.filter((section) => section.length > 0);
  const shown: Section[] = [];
  let bytes = 0;
  for (const section of filled) {
    const size = bytesOf(section);
    if (bytes + size > MOST_BYTES) continue;
    bytes += size;
    shown.push(section);
  }
  const left = filled.length - shown.length;
  const note = `${counted(left, 'section')} left out, as a summary may not be longer; other formats have everything.`;
  return [...shown.flat(), ...(left === 0 ? [] : paragraph(note))];
}

/** A check as GitHub-flavoured Markdown, for the summary of a job or a comment; of a long one whole sections are left out. */
export function checkInMarkdown(file: CheckFile): string {
  const { check } = file;
  const head = [...heading(1, `demandfit check ${outcomeOf(check)}`), ...paragraph(countsOf(check))];
  const lines = fitting([
    head,
    problemsSection(file),
    filesTable(check.files),
    ...check.files.map(fileSection),
    staleSection(file),
  ]);
  return safeLineStarts(`${lines.join('\n').trimEnd()}\n`);
}
