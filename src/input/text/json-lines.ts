import type { Outcome, Problem } from '../../model/diagnostic.ts';
import { accept, REFUSED } from '../../model/schema/accept.ts';
import { anyOf, mapping, orNull, transform, trimmedText } from '../../model/schema/schema.ts';
import { makeExcerpt } from './quote.ts';

/** What a line says: a summary, with a name where it has one. */
export interface SummaryLine {
  readonly name: string | null;
  readonly summary: string;
}

const summaryLineSchema = anyOf(
  transform(trimmedText, (summary): SummaryLine => ({ name: null, summary })),
  mapping({ name: orNull(trimmedText), summary: trimmedText }),
);

/** True for a file of summaries, one a line (https://jsonlines.org). */
export function isJsonLines(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(name);
}

function createLineProblem(file: string, number: number, written: string, what: string): Problem {
  const end = Math.max(2, written.length + 1);
  return {
    code: 'jsonl/no-summary',
    file,
    at: { line: number, column: 1, endLine: number, endColumn: end },
    what,
    why: 'Each line stands for a summary of its own.',
    fix: 'Write a JSON text, or `{"summary": "...", "name": "..."}` with or without the name.',
    suggestion: null,
    related: null,
  };
}

function tryParseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

function explainNoSummary(value: unknown, written: string): string {
  const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  const stray = keys.find((key) => key !== 'summary' && key !== 'name');
  return stray === undefined
    ? `\`${makeExcerpt(written)}\` holds no summary`
    : `\`${makeExcerpt(stray)}\` is no key of a line`;
}

/** The summary that line `number`, counted from 1, of a file holds; null for a blank line. */
export function readSummaryLine(written: string, number: number, file: string): Outcome<SummaryLine> | null {
  const bare = number === 1 ? written.replace(/^\ufeff/, '') : written;
  if (bare.trim() === '') return null;
  const value = tryParseJson(bare);
  const accepted = value === undefined ? REFUSED : accept(summaryLineSchema, value);
  if (accepted !== REFUSED) return { ok: true, value: accepted };
  const what = value === undefined ? `\`${makeExcerpt(bare)}\` is no JSON` : explainNoSummary(value, bare);
  return { ok: false, problems: [createLineProblem(file, number, bare, what)] };
}
