import { findNearest } from '../../input/problems/find-nearest.ts';
import type { LocatedYaml } from '../../input/yaml/located-yaml.ts';
import { readYaml } from '../../input/yaml/read-yaml.ts';
import type { Outcome, Problem } from '../../model/diagnostic.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Rubric } from '../../model/rubric.ts';
import { isMapping } from '../../model/schema/accept.ts';
import { countSharedWords, extractKeywords } from '../../prose/keywords.ts';
import { dropUnprinted } from '../../prose/matchable-text.ts';
import { getVocabulary } from '../../prose/vocabulary.ts';

/** What a reply may say of the project as a whole. */
export const REPLY_HEAD = ['name', 'summary', 'offer', 'website', 'track', 'as_of'] as const;

export type ReplyHead = { readonly [K in (typeof REPLY_HEAD)[number]]: string | null };

/** What a reply says on one question, before anything of it is looked up. */
export interface ReplyAnswer {
  readonly criterion: string;
  readonly value: unknown;
  /** Where it is in the reply, and where the items of a list are. */
  readonly line: number;
  readonly itemLines: readonly number[];
}

/** An assistant's reply to a brief. */
export interface AssistantReply {
  readonly head: ReplyHead;
  readonly answers: readonly ReplyAnswer[];
  /** Keys that are not questions, with the nearest that is one. */
  readonly unknown: readonly { readonly key: string; readonly nearest: string | null; readonly line: number }[];
}

interface TextPart {
  readonly from: number;
  readonly to: number;
}

/** The blocks between fences of a text; one that is never closed goes to the end. */
function listFences(text: string): readonly TextPart[] {
  const found: TextPart[] = [];
  let open: { readonly mark: string; readonly from: number } | null = null;
  for (const match of text.matchAll(/^ {0,3}(`{3,}|~{3,})([^`\n]*)(?:\n|$)/gm)) {
    const [line, mark = '', info = ''] = match;
    if (open === null) open = { mark, from: match.index + line.length };
    else if (mark.startsWith(open.mark) && info.trim() === '') {
      found.push({ from: open.from, to: match.index });
      open = null;
    }
  }
  return open === null ? found : [...found, { from: open.from, to: text.length }];
}

/** The YAML of a reply without fences: from the first key of a reply up to the next line of prose. */
function findBareYaml(text: string, keys: readonly string[]): TextPart | null {
  const start = text.search(new RegExp(`^(?:\\{|["']?(?:${keys.join('|')})["']?:)`, 'm'));
  if (start === -1) return null;
  if (text[start] === '{') return { from: start, to: text.lastIndexOf('}') + 1 };
  const prose = /^(?![ \t#}\]-])(?!["']?[\w-]+["']?:(?:\s|$))\S/gm;
  prose.lastIndex = start;
  return { from: start, to: prose.exec(text)?.index ?? text.length };
}

/** The text with what assistants forget to quote put in quotes: the rest of a line behind a key that takes words. */
function quoteLooseText(text: string): string {
  return text.replace(/^([ \t]*(?:- )?(?:\w*quotes?|name|summary|offer):[ \t]+)([^\n]+)$/gm, (line, key, rest) =>
    /^(?:[>|][+-]?\d?|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[.*\])\s*$/.test(rest)
      ? line
      : key + JSON.stringify(rest.trim()),
  );
}

/** A part of the reply as YAML; where it is not, again with its words in plain quotation marks. Lines stay the same. */
function readPart(text: string, file: string, { from, to }: TextPart): Outcome<LocatedYaml> {
  const read = (whole: string, end: number) => readYaml(whole, { file, offset: from, end });
  const first = read(text, to);
  if (first.ok) return first;
  for (const repair of [quoteLooseText, (part: string) => part.replace(/[\u201c-\u201f]/g, '"')]) {
    const part = repair(text.slice(from, to));
    const again = read(text.slice(0, from) + part, from + part.length);
    if (again.ok) return again;
  }
  return first;
}

/** A text without the typographic quotation marks around it, which YAML does not know as such. */
export function unwrapQuotes(text: string): string {
  return text
    .trim()
    .replace(/^[\u201c-\u201f\u2018-\u201b]([\s\S]*)[\u201c-\u201f\u2018-\u201b]$/, '$1')
    .trim();
}

function explainNoReply(file: string): Problem {
  return {
    code: 'reply/not-found',
    file,
    at: null,
    what: 'no reply to a brief was found',
    why: 'A reply is YAML with the key `answers`, alone or in a code block.',
    fix: 'Paste the whole output of `demandfit brief` into the assistant again, and save its complete reply.',
    suggestion: null,
    related: null,
  };
}

/** Collects what the YAML of a reply holds; answers may also be under the dimension of their question. */
class ReplyReader {
  readonly #rubric: Rubric;
  readonly #places: LocatedYaml;
  readonly head: Record<string, string> = {};
  readonly answers: ReplyAnswer[] = [];
  readonly unknown: { key: string; nearest: string | null; line: number }[] = [];

  constructor(places: LocatedYaml, rubric: Rubric) {
    this.#places = places;
    this.#rubric = rubric;
  }

  read(entries: Readonly<Record<string, unknown>>, path: readonly string[]): void {
    const { criteria, dimensions } = this.#rubric;
    const ids = criteria.map(({ id }) => id);
    for (const [written, value] of Object.entries(entries)) {
      const key = unwrapQuotes(written);
      const at = [...path, written];
      const line = this.#lineOf(at);
      const isGroup = key === 'answers' || dimensions.some(({ id }) => id === key);
      if (ids.includes(key)) {
        const itemLines = Array.isArray(value) ? value.map((_, item) => this.#lineOf([...at, String(item)])) : [];
        this.answers.push({ criterion: key, value, line, itemLines });
      } else if (isGroup && isMapping(value)) this.read(value, at);
      else if (path.length === 0 && REPLY_HEAD.some((known) => known === key)) {
        if (typeof value === 'string' && value.trim() !== '') this.head[key] = unwrapQuotes(value);
      } else this.unknown.push({ key, nearest: findNearest(key, ids) ?? this.#findMeant(key), line });
    }
  }

  /** The only question that has each of several words of a key, as `continuity` those of `node_loss`. */
  #findMeant(key: string): string | null {
    const { keywords } = getVocabulary(this.#rubric);
    const asked = extractKeywords(key.replace(/[_-]/g, ' '), keywords);
    if (asked.size < 2) return null;
    const meant = this.#rubric.criteria.filter(({ title, question, levels }) => {
      const options = levels.map(({ option }) => option ?? '');
      const said = extractKeywords([title, question, ...options].join(' ').replace(/[_-]/g, ' '), keywords);
      return countSharedWords(asked, said) === asked.size;
    });
    return meant.length === 1 ? (meant[0]?.id ?? null) : null;
  }

  #lineOf(path: readonly string[]): number {
    const pointer = toPointer(path);
    return (this.#places.placeOf(pointer) ?? this.#places.span(pointer)).line;
  }
}

/** The keys at the margin of a reply. */
function listHeadKeys({ dimensions }: Rubric): readonly string[] {
  return [...REPLY_HEAD, 'answers', ...dimensions.map(({ id }) => id)];
}

/** Finds the YAML in a reply, whatever is around it, and what it says. */
export function readReply(text: string, file: string, rubric: Rubric): Outcome<AssistantReply> {
  // A letter that nobody sees could make two names of one.
  const plain = dropUnprinted(text).replace(/\r\n?/g, '\n');
  const keys = listHeadKeys(rubric);
  const isMeant = ({ from, to }: TextPart) => findBareYaml(plain.slice(from, to), keys) !== null;
  const fences = listFences(plain).filter(isMeant);
  const whole = { from: 0, to: plain.length };
  const bare = readYaml(plain, { file }).ok ? whole : findBareYaml(plain, keys);
  const parts = fences.length > 0 ? fences : bare === null ? [] : [bare];
  const read = parts.filter(isMeant).map((part) => readPart(plain, file, part));
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return { ok: false, problems };
  const readers = read.flatMap((one) => {
    if (!one.ok || !isMapping(one.value.value)) return [];
    const reader = new ReplyReader(one.value, rubric);
    reader.read(one.value.value, []);
    return [reader];
  });
  if (readers.length === 0) return { ok: false, problems: [explainNoReply(file)] };
  const said = Object.assign({}, ...readers.map(({ head }) => head)) as Record<string, string>;
  const head = Object.fromEntries(REPLY_HEAD.map((key) => [key, said[key] ?? null])) as ReplyHead;
  const answers = readers.flatMap((reader) => reader.answers);
  return { ok: true, value: { head, answers, unknown: readers.flatMap(({ unknown }) => unknown) } };
}
