import { type Outcome, type Span, toProblem } from '../../model/diagnostic.ts';
import { accept, isMapping, REFUSED } from '../../model/schema/accept.ts';
import { anyOf, anyText, mapping, orNull, transform, trimmedText } from '../../model/schema/schema.ts';
import { makeExcerpt } from './quote.ts';
import { MAX_BYTES } from './read-text.ts';

/** One line: a summary, with its name if it has one. */
export interface SummaryLine {
  readonly name: string | null;
  readonly summary: string;
}

const summaryLineSchema = anyOf(
  transform(trimmedText, (summary): SummaryLine => ({ name: null, summary })),
  mapping({ name: orNull(trimmedText), summary: trimmedText }),
);

/** True for a file of summaries, one per line (https://jsonlines.org). */
export function isJsonLines(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(name);
}

/** A line of a file of JSON lines as it is written. */
export interface InputLine {
  readonly written: string;
  /** Counted from 1. */
  readonly number: number;
  readonly file: string;
}

export function isBlankLine(written: string): boolean {
  return /^\ufeff?\s*$/.test(written);
}

/** The whole of a line, as a span. */
export function spanLine({ written, number }: InputLine): Span {
  return { line: number, column: 1, endLine: number, endColumn: Math.max(2, written.length + 1) };
}

function refuseLine(line: InputLine, code: string, what: string, why: string, fix: string): Outcome<never> {
  const problem = toProblem({ code: `jsonl/${code}`, at: spanLine(line), what, why, fix }, line.file, (at) => at);
  return { ok: false, problems: [problem] };
}

/** The line without a byte order mark, or that it is too long. */
export function readWholeLine({ written, number, file }: InputLine): Outcome<InputLine> {
  const line = { written: number === 1 ? written.replace(/^\ufeff/, '') : written, number, file };
  if (written.length <= MAX_BYTES) return { ok: true, value: line };
  const why = 'A description takes a few kilobytes, so a line end is probably missing.';
  return refuseLine(
    { ...line, written: '' },
    'too-long',
    'the line is longer than 1 MiB',
    why,
    'Write one object a line.',
  );
}

function tryParseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

/** What a line has: the text of a file, or an object that is a description by itself. */
export type LineContent =
  | { readonly kind: 'text'; readonly file: string; readonly text: string }
  | { readonly kind: 'object'; readonly value: Readonly<Record<string, unknown>> };

const documentSchema = mapping({ file: trimmedText, text: anyText });

/** What a line has, or why nothing can be made of it. */
export function readLineContent(line: InputLine): Outcome<LineContent> {
  const value = tryParseJson(line.written);
  const fix = 'Write a description as one JSON object, or `{"file": "memo.md", "text": "..."}`.';
  if (value === undefined) {
    const what = `invalid JSON: \`${makeExcerpt(line.written)}\``;
    return refuseLine(line, 'invalid', what, 'Each line is one JSON value.', fix);
  }
  if (!isMapping(value)) {
    const what = `\`${makeExcerpt(line.written)}\` is not an object`;
    return refuseLine(line, 'not-an-object', what, 'Each line is one description or document.', fix);
  }
  const document = accept(documentSchema, value);
  return { ok: true, value: document === REFUSED ? { kind: 'object', value } : { kind: 'text', ...document } };
}

function explainNoSummary(value: unknown, written: string): string {
  if (value === undefined) return `invalid JSON: \`${makeExcerpt(written)}\``;
  const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  const stray = keys.find((key) => key !== 'summary' && key !== 'name');
  return stray === undefined
    ? `no summary in \`${makeExcerpt(written)}\``
    : `unknown key \`${makeExcerpt(stray)}\` in this line`;
}

/** The summary in a line that is not blank. */
export function readSummaryLine(given: InputLine): Outcome<SummaryLine> {
  const whole = readWholeLine(given);
  if (!whole.ok) return whole;
  const line = whole.value;
  const value = tryParseJson(line.written);
  const accepted = value === undefined ? REFUSED : accept(summaryLineSchema, value);
  if (accepted !== REFUSED) return { ok: true, value: accepted };
  const fix = 'Write a JSON string, or `{"summary": "...", "name": "..."}` with or without the name.';
  return refuseLine(line, 'no-summary', explainNoSummary(value, line.written), 'Each line is one summary.', fix);
}
