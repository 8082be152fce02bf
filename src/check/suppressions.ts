import type { Nodes } from 'mdast';
import { Lexer } from 'yaml';
import { findNearest } from '../input/problems/find-nearest.ts';
import { TextPlaces, type TextRange } from '../input/text/text-places.ts';
import { addDays, type Day, parseFirstDay } from '../model/day.ts';
import type { Span } from '../model/diagnostic.ts';
import type { Finding, RuleId } from '../model/finding.ts';
import { parseMarkdown } from '../prose/parse-markdown.ts';
import { findRule, RULE_IDS } from './rules/registry.ts';
import type { CheckedContext } from './rules/rule.ts';

/** A comment: offsets of its text with its marks, and what is between them. */
interface FileComment extends TextRange {
  readonly said: string;
}

/** Tokens of the lexer without text: start of a document, error in a flow, start of a scalar. */
const LEXER_MARKS: readonly string[] = ['\u0002', '\u0018', '\u001f'];

/** The comments of YAML. A hash in quotes or in a block scalar starts none. */
function findYamlComments(text: string, from: number, to: number): readonly FileComment[] {
  const found: FileComment[] = [];
  let [offset, before] = [from, ''];
  for (const token of new Lexer().lex(text.slice(from, to))) {
    if (token.startsWith('#') && before !== '\u001f')
      found.push({ from: offset, to: offset + token.trimEnd().length, said: token.slice(1) });
    if (!LEXER_MARKS.includes(token)) offset += token.length;
    before = token;
  }
  return found;
}

function findHtmlNodes(node: Nodes): readonly Extract<Nodes, { type: 'html' }>[] {
  if (node.type === 'html') return [node];
  return 'children' in node ? node.children.flatMap(findHtmlNodes) : [];
}

/** The HTML comments of a memo's prose. What looks like one in a code block is text. */
function findProseComments(text: string, body: number): readonly FileComment[] {
  return findHtmlNodes(parseMarkdown(text.slice(body))).flatMap(({ position, value }) => {
    const start = body + (position?.start.offset ?? 0);
    const found: FileComment[] = [];
    for (let at = value.indexOf('<!--'); at !== -1; ) {
      const end = value.indexOf('-->', at + 4);
      if (end === -1) break;
      found.push({ from: start + at, to: start + end + 3, said: value.slice(at + 4, end) });
      at = value.indexOf('<!--', end + 3);
    }
    return found;
  });
}

/** A comment that suppresses rules, for some lines or for the whole file. */
export interface Suppression {
  readonly rules: readonly RuleId[];
  readonly until: Day;
  readonly reason: string;
  readonly at: Span;
  /** First and last line that it covers. */
  readonly lines: readonly [number, number];
}

/** The comments of a file that suppress rules, and those that are meant to and don't. */
export interface ParsedSuppressions extends Pick<CheckedContext, 'malformed'> {
  readonly entries: readonly Suppression[];
}

const SUPPRESSION_MARK = /^\s*demandfit-ignore(-file)?(?![\w-])([\s\S]*)$/;
const SUPPRESSION_TEXT = /^([^:]*?) until (\S+?) ?:(.*)$/;

/** Comments of a file that apply, and letters of each that are read. */
const [MOST_COMMENTS, MOST_LETTERS] = [200, 1000];

/** What the word of a suppression looks like however it is written, and how a comment begins that names this program. */
const ANY_MARK = /demand[-_ ]?fit[-_: ]?ignore/i;
const NAMED_FIRST = /^\s*demand[-_ ]?fit[-_:\s]+([\w-]+)([\s\S]*)$/i;

/** True for a comment that is meant to suppress something and is not written as one: another case, another word, not at its start. */
function isMeantToSuppress(said: string): boolean {
  if (ANY_MARK.test(said)) return true;
  const [, word, rest = ''] = NAMED_FIRST.exec(said) ?? [];
  if (word === undefined) return false;
  return (
    findNearest(word.toLowerCase(), ['ignore', 'ignore-file']) !== null || RULE_IDS.some((id) => rest.includes(id))
  );
}

/** The days that a suppression may last: its term begins on `day`. */
export interface SuppressionTerm {
  readonly day: Day;
  readonly maxDays: number;
}

/** What keeps a comment from counting, in a few words; null where it counts. */
function findFault(
  rules: readonly string[],
  until: string,
  reason: string,
  { day, maxDays }: SuppressionTerm,
): string | null {
  for (const rule of rules) {
    const scope = findRule(rule)?.scope;
    if (scope === 'description') continue;
    if (scope !== undefined) return `${rule} cannot be suppressed in the file`;
    const near = findNearest(rule, RULE_IDS);
    return `unknown rule ${JSON.stringify(rule)}${near === null ? '' : `; did you mean ${near}?`}`;
  }
  if (until.length !== 10 || parseFirstDay(until) !== until)
    return `${JSON.stringify(until)} is not a date (YYYY-MM-DD)`;
  const last = addDays(day, maxDays);
  if (until > last) return `${until} is more than ${maxDays} days after ${day}; the last date accepted is ${last}`;
  return /\p{L}.*\p{L}/su.test(reason) ? null : 'the reason is missing';
}

/** In YAML the line that the comment ends, or for a comment on a line of its own the next line with content. */
function findYamlLines(places: TextPlaces, { from }: FileComment): readonly [number, number] {
  const line = places.lineOf(from);
  if (!/^\s*#/.test(places.lineText(line))) return [line, line];
  const last = places.lineOf(places.text.length);
  let next = line + 1;
  while (next < last && /^\s*(?:#.*)?$/.test(places.lineText(next))) next += 1;
  return [next, next];
}

/** In prose everything from the comment to the end of the next block. */
function findProseLines(places: TextPlaces, { to }: FileComment): readonly [number, number] {
  const first = places.lineOf(to);
  const last = places.lineOf(places.text.length);
  const isBlank = (line: number) => places.lineText(line).trim() === '';
  const rest = places.text.slice(to, places.line(first).to).trim();
  let line = first;
  if (rest === '')
    do line += 1;
    while (line < last && isBlank(line));
  while (line < last && !isBlank(line + 1)) line += 1;
  return [first, line];
}

function parseSuppressions(
  comments: readonly FileComment[],
  places: TextPlaces,
  linesOf: typeof findYamlLines,
  term: SuppressionTerm,
): ParsedSuppressions {
  const entries: Suppression[] = [];
  const malformed: CheckedContext['malformed'][number][] = [];
  for (const comment of comments) {
    const [mark, ofFile, said = ''] = SUPPRESSION_MARK.exec(comment.said) ?? [];
    const at = places.span(comment);
    if (mark === undefined && !isMeantToSuppress(comment.said)) continue;
    if (entries.length + malformed.length === MOST_COMMENTS) {
      malformed.push({ fault: `only the first ${MOST_COMMENTS} comments of a file apply`, at });
      break;
    }
    if (mark === undefined) {
      malformed.push({ fault: 'it must begin with demandfit-ignore or demandfit-ignore-file, in lower case', at });
      continue;
    }
    const words = said.slice(0, MOST_LETTERS).trim().replace(/\s+/g, ' ');
    const [, names = '', until = '', reason = ''] = SUPPRESSION_TEXT.exec(words) ?? [];
    const rules = names.split(/[\s,]+/).filter((rule) => rule !== '');
    const fault =
      rules.length === 0 ? 'it does not give a rule, a date and a reason' : findFault(rules, until, reason, term);
    if (fault !== null) {
      malformed.push({ fault, at });
      continue;
    }
    const lines = ofFile !== undefined ? ([1, Number.POSITIVE_INFINITY] as const) : linesOf(places, comment);
    entries.push({ rules: rules as RuleId[], until, reason: reason.trim(), at, lines });
  }
  return { entries, malformed };
}

export const NO_SUPPRESSIONS: ParsedSuppressions = { entries: [], malformed: [] };

/**
 * The comments of a file that suppress rules: `# demandfit-ignore RULE until YYYY-MM-DD: reason` in YAML, for the line that it ends
 * or the next one; the same in an HTML comment of a memo's prose, for the block that follows; `demandfit-ignore-file` for the
 * whole file. @param body where the prose of a memo begins; null without prose.
 */
export function findSuppressions(text: string, body: number | null, term: SuppressionTerm): ParsedSuppressions {
  const end = body ?? text.length;
  const mayHold = (part: string, mark: string) => part.includes(mark) && /demand[-_ ]?fit/i.test(part);
  const [hasYaml, hasProse] = [mayHold(text.slice(0, end), '#'), mayHold(text.slice(end), '<!--')];
  if (!hasYaml && !hasProse) return NO_SUPPRESSIONS;
  const places = new TextPlaces(text);
  const yaml = hasYaml
    ? parseSuppressions(findYamlComments(text, 0, end), places, findYamlLines, term)
    : NO_SUPPRESSIONS;
  const prose = hasProse
    ? parseSuppressions(findProseComments(text, end), places, findProseLines, term)
    : NO_SUPPRESSIONS;
  return { entries: [...yaml.entries, ...prose.entries], malformed: [...yaml.malformed, ...prose.malformed] };
}

/** What a suppression says, by which a change that adds it is told from one that moves it. */
export function toSuppressionKey({ rules, until, reason, lines }: Suppression): string {
  return JSON.stringify([[...rules].sort(), until, reason, lines[1] === Number.POSITIVE_INFINITY]);
}

/** The comment that suppresses a finding, an active one before an expired one; null for none. */
export function matchSuppression({ id, at }: Finding, entries: readonly Suppression[], today: Day): Suppression | null {
  const line = at?.line ?? 1;
  const fitting = entries.filter(
    ({ rules, lines: [first, last] }) => rules.includes(id) && line >= first && line <= last,
  );
  return fitting.find(({ until }) => until >= today) ?? fitting[0] ?? null;
}
