import { getRule } from '../../check/rules/registry.ts';
import type { CheckedFile, CheckJson, CheckResult } from '../../model/check.ts';
import { countFindings } from '../../model/count-findings.ts';
import { formatPlace } from '../../model/diagnostic.ts';
import {
  aside,
  type Block,
  type Document,
  facts,
  items,
  list,
  paragraph,
  section,
  strong,
  type Text,
  table,
} from '../document.ts';
import type { RenderContext } from '../format.ts';
import {
  type CheckDiagnostic,
  describeProblem,
  listAllFindings,
  SEVERITY_WORDS,
} from '../wording/check-diagnostics.ts';
import {
  describeCounts,
  describeOutcome,
  describeSettings,
  describeSkippedPaths,
  describeStaleEntry,
  describeSuppressed,
  describeSuppression,
  formatIndex,
  isFailing,
} from '../wording/check-outcome.ts';
import { formatCount } from '../wording/figures.ts';
import { describeFinding, type Titles } from '../wording/finding-wording.ts';
import { escapeLineStarts } from '../writers/escape-for-terminal.ts';
import { writeMarkdown } from '../writers/markdown/write-markdown.ts';
import { splitLines } from '../writers/terminal/code-frame.ts';
import { wrap } from '../writers/terminal/flow.ts';
import { createScreen } from '../writers/terminal/screen.ts';
import { toFlow, writeTerminalBlocks } from '../writers/terminal/write-terminal.ts';

/** What the entries of a document are made of. */
export interface CheckDetail {
  /** The text of a file, to show the lines of its findings; null for none. */
  readonly texts: (file: string) => string | null;
  readonly titles: Titles;
}

type Entry = Pick<CheckDiagnostic, 'severity' | 'rule' | 'file' | 'at' | 'what' | 'fix'>;

/** The place, the severity and the sentence of an entry. */
function toEntryText({ severity, rule, file, at, what }: Omit<Entry, 'fix'>): Text {
  return [
    `${formatPlace(file, at)} `,
    { emphasis: ({ error: 'bad', warn: 'fair', note: 'aside' } as const)[severity], text: SEVERITY_WORDS[severity] },
    ` ${rule}: `,
    strong(what),
  ];
}

function toEntryBlocks(entry: Entry, lines: readonly string[]): readonly Block[] {
  const { at, fix } = entry;
  return items([
    {
      label: '',
      text: toEntryText(entry),
      below: [
        ...(at === null || lines.length === 0 ? [] : [{ kind: 'excerpt', lines, at } as const]),
        ...facts([['fix', [fix]]]),
      ],
    },
  ]);
}

/** How many findings of a file are set aside, with the reasons that its comments give. */
function toSuppressedBlocks(checked: CheckedFile): readonly Block[] {
  const suppressed = describeSuppressed(countFindings([checked]));
  if (suppressed === null) return [];
  const reasons = checked.findings.flatMap(({ id, setAside }) =>
    setAside?.by === 'comment' ? [[aside(`${id}: ${describeSuppression(setAside)}`)]] : [],
  );
  return [...paragraph(aside(`${suppressed}.`)), ...list(reasons)];
}

function toFileSection(checked: CheckedFile, { texts, titles }: CheckDetail): readonly Block[] {
  const { file, name, findings } = checked;
  const shown = findings.filter(({ setAside }) => setAside === null);
  const lines = shown.length === 0 ? [] : splitLines(texts(file) ?? '');
  return section(
    '',
    `${file} ${name}`,
    shown.flatMap((finding) =>
      toEntryBlocks(
        { ...finding, ...describeFinding(finding, getRule(finding.id), titles), rule: finding.id, file },
        lines,
      ),
    ),
    toSuppressedBlocks(checked),
  );
}

function toFilesTable(check: CheckResult): readonly Block[] {
  const rows = check.files.map((checked) => {
    const { error, warn } = countFindings([checked]);
    const fails = checked.findings.some((finding) => isFailing(finding, check));
    return [
      [fails ? ({ emphasis: 'bad', text: 'failed' } as const) : ({ emphasis: 'good', text: 'passed' } as const)],
      [checked.file],
      [checked.verdictTitle],
      [formatIndex(checked)],
      [checked.track ?? ''],
      [String(error)],
      [String(warn)],
    ];
  });
  return table(['', 'File', 'Verdict', 'Index>', 'Track', 'Errors>', 'Warnings>'], rows);
}

/** A check: how it ended, what could not be read, a line a file, the findings by file, and baseline entries that no longer match. */
export function toCheckDocument(file: CheckJson, detail: CheckDetail): Document {
  const { check, problems } = file;
  const { files, others, stale } = check;
  const skipped = describeSkippedPaths(check, true);
  const otherBlocks = others.flatMap((finding) =>
    toEntryBlocks(
      { ...finding, ...describeFinding(finding, getRule(finding.id), detail.titles), rule: finding.id },
      [],
    ),
  );
  const problemBlocks = problems.flatMap((problem) => toEntryBlocks(describeProblem(problem), []));
  return {
    title: [`demandfit check ${describeOutcome(check)}`],
    subtitle: [describeCounts(check)],
    blocks: [
      ...section('', 'Files not read', problemBlocks),
      ...toFilesTable(check),
      ...files.flatMap((checked) => toFileSection(checked, detail)),
      ...section('', 'Other files', otherBlocks),
      ...section('', 'Baseline entries that no longer match', list(stale.map((entry) => [describeStaleEntry(entry)]))),
      ...(skipped === null ? [] : paragraph(aside(skipped))),
      ...paragraph(aside(describeSettings(file))),
    ],
  };
}

/** Names of failing files that the last line has at most. */
const MAX_NAMES = 5;

/** The last line: how the check ended, and the files that fail it. */
function toOutcomeText(check: CheckResult): Text {
  const failing = listAllFindings(check).filter((finding) => isFailing(finding, check));
  const files = [...new Set(failing.map(({ file }) => file))];
  const names = files.slice(0, MAX_NAMES);
  const more = files.length - names.length;
  const emphasis = check.failures.length === 0 ? 'good' : 'bad';
  const listed = names.length === 0 ? '' : `: ${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
  return [{ emphasis, text: describeOutcome(check) }, listed];
}

/** A line a finding, however long, then what does not count, and how it ended; of a quiet run only what fails the check. */
function listLogLines(file: CheckJson, { options: { quiet }, titles }: RenderContext): readonly Text[] {
  const { check } = file;
  const shown = listAllFindings(check)
    .filter((finding) => finding.setAside === null && (!quiet || isFailing(finding, check)))
    .map((finding) => ({ ...finding, ...describeFinding(finding, getRule(finding.id), titles) }));
  const lines = shown.map(({ file, at, severity, id, what }) => toEntryText({ file, at, severity, rule: id, what }));
  const stale = quiet
    ? []
    : check.stale.map((entry) => [`No longer matched by anything: ${describeStaleEntry(entry)}`]);
  const suppressed = describeSuppressed(check.counts);
  const skipped = describeSkippedPaths(check);
  const isLong = !quiet && lines.length > 0;
  return [
    ...lines,
    ...stale,
    ...(suppressed === null ? [] : [[aside(`${suppressed}.`)]]),
    ...(skipped === null ? [] : [[aside(skipped)]]),
    ...(quiet ? [] : [[aside(describeSettings(file))]]),
    ...(isLong ? [[aside('More: --full (lines and fixes), '), { command: 'explain RULE' }]] : []),
    toOutcomeText(check),
  ];
}

/**
 * A check for the terminal: a line a finding, or in full with the lines of the file and what to do. How it ended comes last, where a
 * reader of a long output looks. Problems are counted only: a run reports them in full by itself.
 */
export function renderCheckText(file: CheckJson, context: RenderContext): string {
  const { options, texts, titles } = context;
  const screen = createScreen(options);
  if (!options.full) {
    const lines = listLogLines(file, context).flatMap((text) => wrap(toFlow(text, screen), Number.MAX_SAFE_INTEGER));
    return escapeLineStarts(lines.map((line) => `${line}\n`).join(''));
  }
  const { blocks } = toCheckDocument({ ...file, problems: [] }, { texts, titles });
  const isTable = ({ kind }: Block) => kind === 'table';
  const parts = [
    ...blocks.filter((block) => !isTable(block)).map((block) => writeTerminalBlocks([block], screen).slice(1)),
    writeTerminalBlocks(blocks.filter(isTable), screen, 0),
    wrap(toFlow(toOutcomeText(file.check), screen), screen.width),
  ];
  const shown = parts.filter((lines) => lines.length > 0).map((lines) => lines.map((line) => `${line}\n`).join(''));
  return escapeLineStarts(shown.join('\n'));
}

/** GitHub drops a summary of more than 1 MiB whole, and there may be others. */
const MAX_BYTES = 900_000;

/** A check as GitHub-flavoured Markdown, for the summary of a job or a comment; of a long one whole sections are left out. */
export function renderCheckMarkdown(
  file: CheckJson,
  { titles }: Pick<RenderContext, 'titles'> = { titles: new Map() },
): string {
  const document = toCheckDocument(file, { texts: () => null, titles });
  const measure = (blocks: readonly Block[]) => new TextEncoder().encode(writeMarkdown({ ...document, blocks })).length;
  const head = measure([]);
  let bytes = head;
  const shown = document.blocks.filter((block) => {
    const size = measure([block]) - head + 1;
    if (bytes + size > MAX_BYTES) return false;
    bytes += size;
    return true;
  });
  const left = document.blocks.length - shown.length;
  const note = `${formatCount(left, 'section')} omitted because a summary may not be longer; other formats are complete.`;
  return writeMarkdown({ ...document, blocks: [...shown, ...(left === 0 ? [] : paragraph(note))] });
}
