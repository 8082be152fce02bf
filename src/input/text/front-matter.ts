import { type Outcome, toProblem } from '../../model/diagnostic.ts';
import { explainLoneReturn } from '../yaml/refusals.ts';
import { quoteForShell } from './quote.ts';
import { type TextDiagnostic, TextPlaces, type TextRange } from './text-places.ts';

/** How a description is written: YAML alone, or YAML as the front matter of a Markdown memo. */
export const FORMATS = ['yaml', 'memo'] as const;

export type SourceFormat = (typeof FORMATS)[number];

/** Extensions of memos, without the dot. */
export const MEMO_EXTENSIONS = ['md', 'markdown', 'mdx', 'qmd'] as const;

const MEMO_NAME = new RegExp(`\\.(?:${MEMO_EXTENSIONS.join('|')})$`, 'i');

/** Memo for Markdown, YAML for any other name. */
export function inferFormat(name: string): SourceFormat {
  return MEMO_NAME.test(name) ? 'memo' : 'yaml';
}

export interface MemoParts {
  /** Where the YAML begins and ends, between the fences. */
  readonly yaml: TextRange;
  /** Where the prose begins, on the line below the closing fence. */
  readonly body: number;
}

const CLOSING_FENCE = /^(?:---|\.\.\.)[ \t]*$/;
const WHY_FENCED = 'The answers of a memo are at its top, between two lines of three hyphens each.';

/** True if the first line of a text is a fence. */
export function opensWithFence(text: string): boolean {
  return /^\ufeff?---[ \t]*(?:\r?\n|$)/.test(text);
}

/** Keys at the top of a description, besides its dimensions. */
const HEAD_KEYS = ['name', 'offer', 'summary', 'as_of', 'track', 'sources', 'website', 'own_hosts'];

/** True for YAML, valid or not, with a key of a description. @param more further keys of descriptions, such as dimensions. */
export function holdsAnswers(text: string, more: readonly string[]): boolean {
  return new RegExp(`^["']?(?:${[...HEAD_KEYS, ...more].join('|')})["']?[ \\t]*[:=]`, 'm').test(text);
}

/** Lines of front matter that is never closed in which answers are looked for. */
const MAX_OPEN_LINES = 400;

/** Lines up to the one that closes front matter, or some of them where nothing closes it. */
function takeMatter(lines: readonly string[]): string {
  const some = lines.slice(0, MAX_OPEN_LINES);
  const end = some.findIndex((line) => /^\s*(?:---|\.\.\.|\+\+\+)\s*$/.test(line));
  return (end === -1 ? some : some.slice(0, end)).join('\n');
}

/** What is between the fences at the top of Markdown, even if they are malformed; null where there are none. */
function findMatter(text: string): string | null {
  const [opening] = /^\s*(?:-{3,}|\+{3})[^\n]*(?:\n|$)/.exec(text) ?? [];
  return opening === undefined ? null : takeMatter(text.slice(opening.length).split('\n', MAX_OPEN_LINES));
}

/** Front matter with the answers of a description that is not at the top of Markdown, and not in a code block; null for none. */
function findLateMatter(text: string, more: readonly string[]): string | null {
  if (!/^as_of[ \t]*:/m.test(text) && more.length === 0) return null;
  const lines = text.split('\n');
  let fence: string | null = null;
  for (const [at, line] of lines.entries()) {
    const [, mark = null] = /^ {0,3}(`{3}|~{3})/.exec(line) ?? [];
    if (mark !== null) fence = fence === null ? mark : fence === mark ? null : fence;
    if (fence !== null || at === 0 || !/^-{3}\s*$/.test(line)) continue;
    const matter = takeMatter(lines.slice(at + 1, at + 1 + MAX_OPEN_LINES));
    if (listTopKeys(matter).some((key) => key === 'as_of' || more.includes(key))) return matter;
  }
  return null;
}

/** True for Markdown with front matter that is meant as answers, even if it is malformed or below other text; that of a site is not. */
export function isMeantAsMemo(text: string, more: readonly string[]): boolean {
  const matter = findMatter(text);
  if (matter !== null && holdsAnswers(matter, more)) return true;
  return findLateMatter(text, more) !== null || (matter === null && text.trim() === '');
}

/** The keys at the top of YAML that need not be valid, in whatever style. */
function listTopKeys(yaml: string): readonly string[] {
  const pattern = /^\s*\{/.test(yaml) ? /[{,]\s*["']?([\w$-]+)["']?\s*:/g : /^["']?([\w$-]+)["']?[ \t]*[:=](?=\s|$)/gm;
  return [...new Set([...yaml.matchAll(pattern)].map(([, key = '']) => key))];
}

/** Names the schema of descriptions, as an editor wants it. */
const NAMES_SCHEMA = /^#.*\$schema=\S*\bproject\.schema\.json/m;

/**
 * True for what is a description, valid or not, though nobody named the file: YAML, or the front matter of Markdown, with a key that
 * nothing else has, or with more keys of descriptions than others. Other YAML and Markdown may be in the same folder.
 */
export function isDescriptionText(file: string, text: string, dimensions: readonly string[]): boolean {
  const isMemo = inferFormat(file) === 'memo';
  if (!isMemo && text.trim() === '') return true;
  const yaml = isMemo ? findMatter(text) : text;
  if (yaml === null) return findLateMatter(text, dimensions) !== null;
  const keys = listTopKeys(yaml);
  const known = keys.filter((key) => HEAD_KEYS.includes(key));
  const isOwn = keys.includes('as_of') || dimensions.some((id) => keys.includes(id)) || NAMES_SCHEMA.test(yaml);
  return isOwn || known.length > keys.length - known.length || (isMemo && findLateMatter(text, dimensions) !== null);
}

/** What the first line with letters is in place of an opening fence; the first pattern that fits counts. */
const BAD_OPENINGS: readonly (readonly [line: RegExp, code: string, what: string, fix: string])[] = [
  [/^$/, 'empty', 'the memo is empty', 'Begin with a line of three hyphens, then the answers.'],
  [/^\s*\+\+\+/, 'toml', 'the front matter is TOML, which is not supported', 'Write it as YAML, with --- for +++.'],
  [/^[ \t]+---[ \t]*$/, 'indented-fence', 'the opening line of hyphens is indented', 'Move it to the first column.'],
  [/^---[ \t]*$/, 'blank-line-first', 'there is an empty line above the front matter', 'Delete what is above it.'],
  [
    /^[ \t]*-{3,}\s*\S*$/,
    'fence-not-alone',
    'this line does not open front matter',
    'Write three hyphens and nothing else on this line.',
  ],
  [
    /^/,
    'no-front-matter',
    'the memo has no front matter',
    'Answer its questions: `demandfit init FILE`. Read it: `demandfit read FILE`.',
  ],
];

function explainBadOpening(text: string, places: TextPlaces, file: string): TextDiagnostic {
  if (findMatter(text) === null && findLateMatter(text, []) !== null)
    return {
      code: 'memo/text-above',
      at: places.line(places.lineOf(text.search(/\S|$/))),
      what: 'there is text above the front matter',
      why: WHY_FENCED,
      fix: 'Move it below the closing line of hyphens.',
    };
  const at = places.line(places.lineOf(text.search(/\S|$/)));
  const line = text.slice(at.from, at.to);
  const [, code = '', what = '', fix = ''] = BAD_OPENINGS.find(([pattern]) => pattern.test(line)) ?? [];
  return {
    code: `memo/${code}`,
    at: line === '' ? { from: 0, to: 0 } : at,
    what,
    why: WHY_FENCED,
    fix: fix.replaceAll('FILE', () => quoteForShell(file)),
  };
}

function explainUnclosedFence(opening: TextRange, places: TextPlaces): TextDiagnostic {
  const last = places.lineOf(places.text.length);
  for (let number = 2; number <= last; number += 1) {
    if (!/^[ \t]+(?:---|\.\.\.)[ \t]*$/.test(places.lineText(number))) continue;
    return {
      code: 'memo/indented-fence',
      at: places.line(number),
      what: 'the closing line of hyphens is indented',
      why: WHY_FENCED,
      fix: 'Move it to the first column.',
      related: { at: opening, what: 'the front matter begins here' },
    };
  }
  return {
    code: 'memo/unclosed',
    at: opening,
    what: 'the front matter that begins here has no closing line of hyphens',
    why: WHY_FENCED,
    fix: 'Write a line of three hyphens below the last answer.',
  };
}

/**
 * Splits a memo into front matter and prose. The first line is exactly `---`, and the front matter ends at the next line
 * that is exactly `---` or `...`, spaces at the end of both aside. The text has no byte order mark.
 */
export function splitMemo(text: string, file: string): Outcome<MemoParts> {
  const places = new TextPlaces(text);
  const fail = (problem: TextDiagnostic): Outcome<MemoParts> => ({
    ok: false,
    problems: [toProblem(problem, file, (at) => places.span(at))],
  });
  const opening = places.line(1);
  if (/^---[ \t]*\r/.test(places.lineText(1))) return fail(explainLoneReturn(opening));
  if (!opensWithFence(text)) return fail(explainBadOpening(text, places, file));
  const last = places.lineOf(text.length);
  for (let number = 2; number <= last; number += 1) {
    if (!CLOSING_FENCE.test(places.lineText(number))) continue;
    return {
      ok: true,
      value: { yaml: { from: places.line(2).from, to: places.line(number).from }, body: places.line(number + 1).from },
    };
  }
  return fail(explainUnclosedFence(opening, places));
}
