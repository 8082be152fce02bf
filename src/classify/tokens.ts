import { rememberByText } from '../model/remember.ts';

const MAX_WORD_LENGTH = 64;

/** Spellings of one word that no rule below brings together. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['licenc', 'licens'],
  ['centre', 'center'],
  ['artefact', 'artifact'],
];

/**
 * A word as it is compared: NFKC, lower case, without a possessive ending, and in one spelling where British and
 * American differ. Cut at 64 characters, so that a hostile token costs no more than a long word.
 */
export function foldWord(surface: string): string {
  const cut = surface.slice(0, MAX_WORD_LENGTH).normalize('NFKC').toLowerCase().slice(0, MAX_WORD_LENGTH);
  let word = cut
    .replace(/\p{Cf}+/gu, '')
    .replace(/['’].*$/u, '')
    .replace(/is(?=(?:e|ed|es|er|ers|ing|ation|ations|able)$)/u, 'iz')
    .replace(/(?<=\w{3})our(?=(?:s|ed|ing)?$)/u, 'or');
  for (const [from, to] of SPELLINGS) word = word.replace(from, to);
  return word;
}

/** A folded word without its inflection. Related words may still differ; unrelated ones seldom meet. */
export function stemWord(word: string): string {
  if (word.length < 4) return word;
  return trimStem(dropVerbEnding(dropPlural(word)));
}

function dropPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (!word.endsWith('s') || word.endsWith('ss')) return word;
  // `status` and `basis` are singular, `gpus` and `apis` are not.
  if (word.length > 4 && /[ui]s$/.test(word)) return word;
  return word.slice(0, -1);
}

function dropVerbEnding(word: string): string {
  if (word.endsWith('ification')) return `${word.slice(0, -7)}y`;
  if (/(?:ied|ier)$/.test(word) && word.length > 5) return `${word.slice(0, -3)}y`;
  const long = /^(.{4,}?)(?:ations?|ators?|ating|ated|ate)$/.exec(word);
  if (long?.[1] !== undefined) return long[1];
  const short = /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(word);
  return short?.[1] !== undefined && short[1].length > 2 && !word.endsWith('eed') ? short[1] : word;
}

function trimStem(stem: string): string {
  const bare = stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
  return /([b-df-hj-np-tv-z])\1$/.test(bare) ? bare.slice(0, -1) : bare;
}

/** What parts a word from the one before it. */
export type WordBreak = 'none' | 'comma' | 'sentence';

export interface Token {
  /** UTF-16 offsets in the text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** What a word of a phrase is compared with. */
  readonly stem: string;
  readonly after: WordBreak;
}

/** The stem of a word as it is written. */
const findStem = rememberByText((surface) => stemWord(foldWord(surface)));

// A possessive belongs to its word; format characters (soft hyphens, joiners) hide inside words that were copied from a page.
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['’]\p{L}{1,2}(?!\p{L}))?/gu;

/** Longer gaps part sentences by their beginning. */
const MAX_GAP_LENGTH = 64;

/** What the characters between two words part. A single line break is a wrap. */
function readBreak(text: string, from: number, to: number): WordBreak {
  const gap = text.slice(from, Math.min(to, from + MAX_GAP_LENGTH));
  if (/\n\s*\S|\n[^\S\n]*\n|[.!?:;|•…].*\s|[|•]/su.test(gap)) return 'sentence';
  return gap.includes(',') ? 'comma' : 'none';
}

/** The first words of a text in order. Everything that is not a letter or a digit separates, hyphens included. */
export function tokenise(text: string, most = Number.POSITIVE_INFINITY): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    if (tokens.length >= most) break;
    const surface = match[0];
    const last = tokens.at(-1);
    const after = last === undefined ? 'sentence' : readBreak(text, last.end, match.index);
    tokens.push({ start: match.index, end: match.index + surface.length, stem: findStem(surface), after });
  }
  return tokens;
}
