import { type Outcome, toProblem } from '../../model/diagnostic.ts';
import { accept, REFUSED } from '../../model/schema/accept.ts';
import { anyOf, mapping, orNull, transform, trimmedText } from '../../model/schema/schema.ts';
import { makeExcerpt } from './quote.ts';

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

function tryParseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

function explainNoSummary(value: unknown, written: string): string {
  if (value === undefined) return `invalid JSON: \`${makeExcerpt(written)}\``;
  const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  const stray = keys.find((key) => key !== 'summary' && key !== 'name');
  return stray === undefined
    ? `no summary in \`${makeExcerpt(written)}\``
    : `unknown key \`${makeExcerpt(stray)}\` in this line`;
}

/** The summary in line `number`, counted from 1, of a file; null for a blank line. */
export function readSummaryLine(written: string, number: number, file: string): Outcome<SummaryLine> | null {
  const bare = number === 1 ? written.replace(/^\ufeff/, '') : written;
  if (bare.trim() === '') return null;
  const value = tryParseJson(bare);
  const accepted = value === undefined ? REFUSED : accept(summaryLineSchema, value);
  if (accepted !== REFUSED) return { ok: true, value: accepted };
  const problem = {
    code: 'jsonl/no-summary',
    at: { line: number, column: 1, endLine: number, endColumn: Math.max(2, bare.length + 1) },
    what: explainNoSummary(value, bare),
    why: 'Each line is one summary.',
    fix: 'Write a JSON string, or `{"summary": "...", "name": "..."}` with or without the name.',
  };
  return { ok: false, problems: [toProblem(problem, file, (at) => at)] };
}
