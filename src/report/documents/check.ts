import { getRule } from '../../check/rules/registry.ts';
import type { CheckedFile, CheckFinding, CheckJson } from '../../model/check.ts';
import { countFindings } from '../../model/count-findings.ts';
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
  table,
} from '../document.ts';
import type { RenderContext } from '../format.ts';
import { type CheckDiagnostic, describeProblem, formatPlace, SEVERITY_WORDS } from '../wording/check-diagnostics.ts';
import {
  describeCounts,
  describeOutcome,
  describeStaleEntry,
  describeSuppressed,
  describeSuppression,
  formatCount,
  formatIndex,
} from '../wording/check-outcome.ts';
import { describeFinding, type Titles } from '../wording/finding-wording.ts';
import { escapeLineStarts } from '../writers/escape-for-terminal.ts';
import { writeMarkdown } from '../writers/markdown/write-markdown.ts';
import { splitLines } from '../writers/terminal/code-frame.ts';
import { wrap } from '../writers/terminal/flow.ts';
import { createScreen } from '../writers/terminal/screen.ts';
import { toFlow, writeTerminalBlocks } from '../writers/terminal/write-terminal.ts';

/** How much of a check a document shows. */
export interface CheckDetail {
  /** False for the errors alone, without the files, what is set aside and what is stale. */
  readonly hasAll: boolean;
  /** The text of a file, to show the lines of its findings; null for none. */
  readonly texts: (file: string) => string | null;
  readonly titles: Titles;
}

type Entry = Pick<CheckDiagnostic, 'severity' | 'rule' | 'file' | 'at' | 'what' | 'fix'>;

function toEntryBlocks({ severity, rule, file, at, what, fix }: Entry, lines: readonly string[]): readonly Block[] {
  return items([
    {
      label: '',
      text: [
        `${formatPlace(file, at)} `,
        { emphasis: severity === 'error' ? 'bad' : 'fair', text: SEVERITY_WORDS[severity] },
        ` ${rule}: `,
        strong(what),
      ],
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

function toFileSection(checked: CheckedFile, { hasAll, texts, titles }: CheckDetail): readonly Block[] {
  const { file, name, findings } = checked;
  const isShown = ({ setAside, severity }: CheckFinding) => setAside === null && (hasAll || severity === 'error');
  const shown = findings.filter(isShown);
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
    hasAll ? toSuppressedBlocks(checked) : [],
  );
}

function toFilesTable(files: readonly CheckedFile[]): readonly Block[] {
  const rows = files.map((checked) => {
    const { error, warn } = countFindings([checked]);
    return [
      [error === 0 ? ({ emphasis: 'good', text: 'passed' } as const) : ({ emphasis: 'bad', text: 'failed' } as const)],
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
export function toCheckDocument({ check, problems }: CheckJson, detail: CheckDetail): Document {
  const { files, stale } = check;
  const problemBlocks = problems.flatMap((problem) => toEntryBlocks(describeProblem(problem), []));
  return {
    title: [`demandfit check ${describeOutcome(check)}`],
    subtitle: [describeCounts(check)],
    blocks: [
      ...section('', 'Files not read', problemBlocks),
      ...(detail.hasAll ? toFilesTable(files) : []),
      ...files.flatMap((checked) => toFileSection(checked, detail)),
      ...(detail.hasAll
        ? section('', 'Baseline entries that no longer match', list(stale.map((entry) => [describeStaleEntry(entry)])))
        : []),
    ],
  };
}

/**
 * A check for the terminal. How it ended and the files come last, where a reader of a long output looks. Problems are
 * counted only: a run reports them in full by itself.
 */
export function renderCheckText(file: CheckJson, { options, texts, titles }: RenderContext): string {
  const screen = createScreen(options);
  const { blocks } = toCheckDocument({ ...file, problems: [] }, { hasAll: !options.quiet, texts, titles });
  const isTable = ({ kind }: Block) => kind === 'table';
  const emphasis = file.check.failures.length === 0 ? 'good' : 'bad';
  const parts = [
    ...blocks.filter((block) => !isTable(block)).map((block) => writeTerminalBlocks([block], screen).slice(1)),
    writeTerminalBlocks(blocks.filter(isTable), screen, 0),
    wrap(toFlow([{ emphasis, text: describeOutcome(file.check) }], screen), screen.width),
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
  const document = toCheckDocument(file, { hasAll: true, texts: () => null, titles });
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
