import { BREAK, type MatchableText, readMatchable } from './matchable-text.ts';
import type { PassageSpan } from './passage.ts';

/** A quote with fewer letters than this is in too many texts to say anything. */
export const SHORTEST_QUOTE = 12;

/** A quote under more answers than these was probably not chosen for each of them. */
export const MOST_ANSWERS = 3;

/** How much of the text the ellipses of a quote may leave out. */
const LONGEST_OMISSION = 500;

/** A part of a quote with fewer letters than this has to be in one sentence or row with the part before it. */
const SHORT_PART = 8;
export const SHORTEST_PART = 3;

/** What must stand right before and right behind a quote, and the words that an ellipsis may not leave out. */
export interface QuoteContext {
  readonly prefix?: string | null;
  readonly suffix?: string | null;
  readonly words?: DecisiveWords;
}

/** Words that make a quote say something else where it leaves them out. */
export interface DecisiveWords {
  /** Such as "not": the quote would say the contrary of its text. */
  readonly negations: readonly string[];
  /** Such as "plans to" or "stopped". */
  readonly turns: readonly string[];
  /** Such as "million", which belong to the figure before them. */
  readonly figure_ends: readonly string[];
}

const NO_WORDS: DecisiveWords = { negations: [], turns: [], figure_ends: [] };

/** The text that is most like a quote, and what is otherwise in it. */
export interface NearestText extends PassageSpan {
  /** On one line, in the words of the text. */
  readonly text: string;
  /** Words of the quote with what the text has in their place; either may be empty. */
  readonly differences: readonly { readonly quoted: string; readonly text: string }[];
}

export type QuoteMatch =
  /** `at`: every place, in the order of the text; with an ellipsis from the first part to the last. */
  | { readonly status: 'found'; readonly at: readonly PassageSpan[] }
  /** `too-short`: under `SHORTEST_QUOTE` letters, or a part of it under `SHORTEST_PART`. `elsewhere`: the words are there, and not between its prefix and suffix. */
  | { readonly status: 'too-short' | 'elsewhere' | 'not-found'; readonly nearest: NearestText | null };

/** Scripts that are written without blanks between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const WORD = /[\p{L}\p{N}\p{M}_]/u;
const DIGIT = /\p{Nd}/u;

/** True where a blank parts a figure: from its sign, its thousands, its per cent or a word such as "million". */
function isWithinFigure(letters: string, at: number, ends: readonly string[]): boolean {
  const [before, behind] = [letters.slice(Math.max(0, at - 6), at), letters.slice(at, at + 16)];
  if (/[<>=~\u00b1\u2264\u2265\u2248] $/.test(before) && /^\p{Sc}?\p{Nd}/u.test(behind)) return true;
  const parts = (head: RegExp, tail: RegExp) => head.test(before) && tail.test(behind);
  if (parts(/(?:^|[^\p{L}\p{N}.,])\p{Nd}{1,3} $/u, /^\p{Nd}{3}(?!\p{Nd})/u)) return true;
  if (parts(/(?:^|[^\p{L}\p{N}.,])\p{Nd}{1,3}$/u, /^ \p{Nd}{3}(?!\p{Nd})/u)) return true;
  const word = /^ ?([%\u2030\u00d7]|\p{L}+)/u.exec(behind)?.[1];
  return word !== undefined && DIGIT.test(before.at(-1) ?? '') && (!/\p{L}/u.test(word) || ends.includes(word));
}

/** True where a quote that begins or ends there would cut a word or a figure in two, or a figure from its sign or per cent. */
function isWithinWord({ letters, original, offsets }: MatchableText, at: number, ends: readonly string[]): boolean {
  if (isWithinFigure(letters, at, ends)) return true;
  const [first = '', before = '', after = '', last = ''] = [at - 2, at - 1, at, at + 1].map((i) => letters[i]);
  if (before === '' || after === '' || before === ' ' || after === ' ') return false;
  // A dash joins no words, a hyphen does; a raised figure behind a word is the mark of a note.
  const sign = (i: number) => original[offsets[i] ?? 0] ?? '';
  const joins = (i: number, letter: string) =>
    letter === "'" || letter === BREAK || (letter === '-' && /[-\u2010\u2011]/.test(sign(i)));
  if (WORD.test(before) && WORD.test(after)) return !UNSPACED.test(before) && !UNSPACED.test(after);
  if (
    DIGIT.test(before) &&
    (/[%\u2030^]/.test(after) || (/[.,'\-:/\u00b7\u066b\u066c]/.test(after) && DIGIT.test(last)))
  )
    return true;
  if (
    DIGIT.test(after) &&
    (/[.<>=~\u00b1\u2264\u2265\u2248^]/.test(before) ||
      (/[,'\-:/\u00b7\u066b\u066c]/.test(before) && DIGIT.test(first)))
  )
    return true;
  if (DIGIT.test(after) && /[-+]/.test(before) && !WORD.test(first)) return true;
  if (WORD.test(before) && joins(at, after)) return WORD.test(last);
  return WORD.test(after) && joins(at - 1, before) && WORD.test(first);
}

/** Where a part is in the letters, overlapping places too, in time that grows with the two lengths alone (Knuth, Morris and Pratt). */
function findSame(part: string, letters: string): readonly number[] {
  const back = [0];
  for (let i = 1, same = 0; i < part.length; i += 1) {
    while (same > 0 && part[i] !== part[same]) same = back[same - 1] ?? 0;
    if (part[i] === part[same]) same += 1;
    back.push(same);
  }
  const found: number[] = [];
  for (let i = 0, same = 0; i < letters.length; i += 1) {
    while (same > 0 && letters[i] !== part[same]) same = back[same - 1] ?? 0;
    if (letters[i] === part[same]) same += 1;
    if (same === part.length) {
      found.push(i + 1 - same);
      same = back[same - 1] ?? 0;
    }
  }
  return found;
}

/** Letters without the hyphens between words, with the place of each. */
function dropHyphens(letters: string): { readonly letters: string; readonly at: readonly number[] } {
  const at: number[] = [];
  const kept: string[] = [];
  let from = 0;
  for (const { 0: hyphen, index } of [
    ...letters.matchAll(/\u00ad|(?<=\p{L})- ?(?=\p{L})/gu),
    { 0: '', index: letters.length },
  ]) {
    kept.push(letters.slice(from, index));
    for (; from < index; from += 1) at.push(from);
    from = index + hyphen.length;
  }
  return { letters: kept.join(''), at };
}

/** True where two stretches differ in hyphens at the end of a line alone, which may be none, or one within a line. */
function isSameButBreaks(a: string, b: string): boolean {
  const measureHyphen = (text: string, i: number) => (text[i] !== '-' ? 0 : text[i + 1] === ' ' ? 2 : 1);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (a[i] === b[j]) {
      i += 1;
      j += 1;
    } else if (a[i] === BREAK) {
      i += 1;
      j += measureHyphen(b, j);
    } else if (b[j] === BREAK) {
      j += 1;
      i += measureHyphen(a, i);
    } else return false;
  }
  return true;
}

/** A part that a text with broken lines has more often than this is looked at no further. */
const MOST_BROKEN = 1000;

/** Every place of a part. */
function findAll(part: string, letters: string): readonly PassageSpan[] {
  if (!part.includes(BREAK) && !letters.includes(BREAK))
    return findSame(part, letters).map((from) => ({ from, to: from + part.length }));
  const [short, text] = [dropHyphens(part), dropHyphens(letters)];
  return findSame(short.letters, text.letters)
    .slice(0, MOST_BROKEN)
    .map((start) => ({ from: text.at[start] ?? 0, to: (text.at[start + short.letters.length - 1] ?? 0) + 1 }))
    .filter(({ from, to }) => isSameButBreaks(part, letters.slice(from, to)));
}

/** The parts of a quote between its ellipses, less the quotation marks around it and the stop behind it. */
function splitQuote(quote: MatchableText): readonly string[] {
  return quote.letters
    .split(/\[ ?\.(?: ?\.){2,} ?\]|\.(?: ?\.){2,}/)
    .map((part) => part.replace(/^[ ']+/, '').replace(/(?<![ '.,;:])[ '.,;:]+$/, ''))
    .filter((part) => part !== '');
}

/** True where the letters left out between two parts hold one of the words. */
function omitsWord(omitted: string, words: readonly string[]): boolean {
  const text = ` ${omitted
    .replaceAll(BREAK, '')
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/ +/g, ' ')} `;
  return words.some((word) => text.includes(UNSPACED.test(word) ? word : ` ${word.toLowerCase()} `));
}

/** The end of a sentence, a paragraph, an item or a row, in the text as it is written. */
const SENTENCE_END = /[.!?;\u3002\uff01\uff1f](?:\s|$)|\n\s*(?:\n|[|#>*+-])|<\/?(?:p|tr|li|h\d|div|br)\b/i;

/** The end of a row of a table or of an item: an ellipsis would put the figure of one behind the name of another. */
const ROW_END = /\n[ \t>]*(?:\||(?:[-*+\u2022]|\d+[.)])[ \t])|<\/(?:tr|li|dd)\b/i;

/** True where two parts may be joined over what is between them. */
function mayJoin(before: PassageSpan, behind: PassageSpan, text: MatchableText, words: DecisiveWords): boolean {
  const left = text.letters.slice(before.to, behind.from);
  if (omitsWord(left, words.negations) || omitsWord(left, words.turns)) return false;
  const isShort = [before, behind].some(({ from, to }) => to - from < SHORT_PART);
  const omitted = text.original.slice(text.ends[before.to - 1], text.offsets[behind.from]);
  if (ROW_END.test(omitted)) return false;
  return !isShort || !SENTENCE_END.test(omitted.replace(/\.{2,}|\u2026/g, ''));
}

/** The places of all parts in order, each near the one before it: from the first to the last, in letters. */
function findParts(parts: readonly string[], text: MatchableText, words: DecisiveWords): readonly PassageSpan[] {
  const isCut = (at: number) => isWithinWord(text, at, words.figure_ends);
  const [first = [], ...others] = parts.map((part) =>
    findAll(part, text.letters).filter(({ from, to }) => !isCut(from) && !isCut(to)),
  );
  let chains = first.map((last) => ({ start: last.from, last, omitted: 0 }));
  for (const places of others) {
    let next = 0;
    const before = chains;
    chains = places.flatMap((last) => {
      while ((before[next]?.last.to ?? Number.POSITIVE_INFINITY) <= last.from) next += 1;
      const nearest = before[next - 1];
      if (nearest === undefined) return [];
      const omitted = nearest.omitted + last.from - nearest.last.to;
      const isNear = omitted <= LONGEST_OMISSION && mayJoin(nearest.last, last, text, words);
      return isNear ? [{ start: nearest.start, last, omitted }] : [];
    });
  }
  return chains.map(({ start, last }) => ({ from: start, to: last.to }));
}

function toOriginalSpan({ offsets, ends }: MatchableText, { from, to }: PassageSpan): PassageSpan {
  return { from: offsets[from] ?? 0, to: ends[to - 1] ?? 0 };
}

/** Whether a place has the prefix right before it and the suffix right behind it. */
function isInContext({ letters }: MatchableText, { from, to }: PassageSpan, prefix: string, suffix: string): boolean {
  // What a quote leaves out at its ends, such as a full stop or a quotation mark, does not belong to its context.
  const isBefore = letters
    .slice(0, from)
    .slice(-prefix.length - 4)
    .replace(/(?<![ '])[ ']+$/, '')
    .endsWith(prefix);
  const isBehind = letters
    .slice(to, to + suffix.length + 4)
    .replace(/^[ '.,;:]+/, '')
    .startsWith(suffix);
  return (prefix === '' || isBefore) && (suffix === '' || isBehind);
}

/** Looks for a quote word for word. A text that many quotes are looked for in is read once, by `readMatchable`. */
export function matchQuote(
  quote: string,
  text: string | MatchableText,
  { prefix = null, suffix = null, words = NO_WORDS }: QuoteContext = {},
): QuoteMatch {
  const within = typeof text === 'string' ? readMatchable(text) : text;
  const read = (some: string) => readMatchable(some, within.labels);
  const asked = read(quote);
  const parts = splitQuote(asked);
  const isShort = parts.some((part) => part.length < SHORTEST_PART) || parts.join(' ').length < SHORTEST_QUOTE;
  if (isShort) return { status: 'too-short', nearest: null };
  const places = findParts(parts, within, words);
  const [before, behind] = [prefix, suffix].map((some) =>
    read(some ?? '').letters.replace(/^[ '.,;:]+|(?<![ '])[ ']+$/g, ''),
  );
  const fitting = places.filter((place) => isInContext(within, place, before ?? '', behind ?? ''));
  if (fitting.length > 0) return { status: 'found', at: fitting.map((place) => toOriginalSpan(within, place)) };
  const [elsewhere] = places;
  if (elsewhere === undefined) return { status: 'not-found', nearest: findNearestText(asked, within) };
  const span = toOriginalSpan(within, elsewhere);
  return { status: 'elsewhere', nearest: { ...span, text: showOnOneLine(within, elsewhere), differences: [] } };
}

function showOnOneLine(text: MatchableText, place: PassageSpan): string {
  const { from, to } = toOriginalSpan(text, place);
  return text.original.slice(from, to).replace(/\s+/g, ' ');
}

/** Longest quote whose nearest text is looked for word by word; of a longer one its beginning is. */
const MAX_WORDS = 120;

function listWords(letters: string): readonly (PassageSpan & { readonly word: string })[] {
  return Array.from(letters.matchAll(/[^ ]+/g), ({ 0: all, index }) => {
    const lead = /^[^\p{L}\p{N}\p{Sc}+\-<>~]*/u.exec(all)?.[0].length ?? 0;
    const word = all.slice(lead).replace(/(?<![^\p{L}\p{N}%])[^\p{L}\p{N}%]+$/u, '');
    return { word: word.replaceAll(BREAK, ''), from: index + lead, to: index + lead + word.length };
  }).filter(({ word }) => word !== '');
}

/** For each word of `a`, the place of the word of `b` that it is in the longest row of words that both have in order; null for none. */
function alignWords(a: readonly string[], b: readonly string[]): readonly (number | null)[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      (lengths[i] as Uint16Array)[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let j = 0;
  return a.map((word, i) => {
    while (j < b.length && !(word === b[j]) && at(i, j + 1) === at(i, j)) j += 1;
    if (word !== b[j] || at(i, j) !== at(i + 1, j + 1) + 1) return null;
    j += 1;
    return j - 1;
  });
}

/** The stretch of the text that shares most words with a quote, and at least half of them. */
function findNearestText(quote: MatchableText, text: MatchableText): NearestText | null {
  const asked = listWords(quote.letters).slice(0, MAX_WORDS);
  const words = listWords(text.letters);
  const wanted = new Map<string, number>();
  for (const { word } of asked) wanted.set(word, (wanted.get(word) ?? 0) + 1);
  const size = asked.length + 2;
  const counts = new Map<string, number>();
  let [shared, most, end] = [0, 0, 0];
  for (const [i, { word }] of words.entries()) {
    const move = (moved: string, by: 1 | -1) => {
      const limit = wanted.get(moved);
      if (limit === undefined) return;
      const count = (counts.get(moved) ?? 0) + by;
      counts.set(moved, count);
      if (by === 1 ? count <= limit : count < limit) shared += by;
    };
    move(word, 1);
    if (i >= size) move(words[i - size]?.word ?? '', -1);
    if (shared > most) [most, end] = [shared, i + 1];
  }
  if (most * 2 < asked.length) return null;
  const start = Math.max(0, end - size);
  const near = words.slice(start, end + 2);
  const aligned = alignWords(
    asked.map(({ word }) => word),
    near.map(({ word }) => word),
  );
  const matched = aligned.filter((place) => place !== null);
  const [first, last] = [matched[0], matched.at(-1)];
  if (first === undefined || last === undefined || matched.length * 2 < asked.length) return null;
  // The words of the quote before its first match and after its last are compared with the same number of words of the text.
  const from = Math.max(0, first - aligned.indexOf(first));
  const to = Math.min(near.length, last + aligned.length - aligned.lastIndexOf(last));
  const show = (of: MatchableText, all: readonly PassageSpan[]) =>
    all.length === 0 ? '' : showOnOneLine(of, { from: all[0]?.from ?? 0, to: all.at(-1)?.to ?? 0 });
  const differences: { quoted: string; text: string }[] = [];
  let [i, j] = [0, from];
  for (const [k, place] of [...aligned, to].entries()) {
    if (place === null) continue;
    if (k > i || place > j)
      differences.push({ quoted: show(quote, asked.slice(i, k)), text: show(text, near.slice(j, place)) });
    [i, j] = [k + 1, place + 1];
  }
  const place = { from: near[from]?.from ?? 0, to: near[to - 1]?.to ?? 0 };
  return { ...toOriginalSpan(text, place), text: showOnOneLine(text, place), differences };
}
