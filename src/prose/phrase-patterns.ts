import type { MemoGrammar } from '../model/grammar.ts';

// Patterns are built from words of the rubric: literal alternatives and bounded repeats only, so that the time to match one is
// in proportion to the length of the text.

const SIGNS =
  '\\0-/:-@[-`{-\\xa9\\xab-\\xb1\\xb4\\xb6-\\xb8\\xbb\\xbf\\xd7\\xf7\\u02c2-\\u02c5\\u02d2-\\u02df\\u0300-\\u036f\\u2000-\\u206f\\u20a0-\\u20ff\\u2116-\\u2122\\u2190-\\u245f\\u2500-\\u2bff\\u3000-\\u3004\\u3008-\\u3020\\ue000-\\uf8ff\\ufe00-\\ufe0f\\ufff0-\\uffff\\u{1f000}-\\u{1faff}';
const DIGITS = '0-9\\xb2\\xb3\\xb9\\xbc-\\xbe\\u2070-\\u2079\\u2080-\\u2089\\u2150-\\u2189\\u2460-\\u249b';

/**
 * A letter or a digit, told by what is none: signs, symbols, combining marks and pictures. A pattern with the class of Unicode, which has
 * hundreds of ranges, takes ten times as long to make, and a check of one memo makes some two hundred.
 */
export const LETTER = `[^${SIGNS}]`;

/** A letter and no digit, told in the same way. */
export const ALPHABETIC = `[^${SIGNS}${DIGITS}]`;
export const NOT_ALPHABETIC = `[${SIGNS}${DIGITS}]`;

/** Nothing that goes on with a word. */
export const WORD_END = `(?!${LETTER})`;

/** A word or phrase as the source of a pattern: every character is literal, a blank is one blank or more. */
function escapePhrase(phrase: string): string {
  return phrase
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s+/g, ' {1,9}');
}

/** The source of a pattern for any of the phrases, the longest first. Empty lists match nothing. */
export function toAlternation(phrases: readonly string[]): string {
  if (phrases.length === 0) return '(?:(?!))';
  const sorted = [...new Set(phrases)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${sorted.map(escapePhrase).join('|')})`;
}

/** The same between boundaries of words. */
export function toWordAlternation(phrases: readonly string[]): string {
  return `(?<!${LETTER})${toAlternation(phrases)}${WORD_END}`;
}

/** One of the phrases with the blank behind it, or nothing. */
export function toOptional(phrases: readonly string[]): string {
  return `(?:${toAlternation(phrases)} )?`;
}

/** Each phrase as it is and with a capital, since it may open a sentence. */
export function listBothCases(phrases: readonly string[]): readonly string[] {
  return phrases.flatMap((phrase) => [phrase, phrase.charAt(0).toUpperCase() + phrase.slice(1)]);
}

const PLACEHOLDER = /\{(\w+)\}/;

/** Up to five words of any kind. */
const GAP = `(?:(?:${LETTER}|['\\u2019-]){1,24},? ){0,5}?`;

/** The source of a pattern for a wording with groups of words in braces. @param groups patterns by id. */
function toTemplate(wording: string, groups: Readonly<Record<string, string>>): string {
  return wording
    .split(/(\{\w+\}) ?/)
    .map((part) => {
      const id = PLACEHOLDER.exec(part)?.[1];
      if (id === undefined) return part.trim() === '' ? '' : `${toAlternation([part])}${WORD_END} ?`;
      return id === 'gap' ? GAP : `${groups[id] ?? '(?!)'}${WORD_END} ?`;
    })
    .join('')
    .replace(/ \?$/, '');
}

/** The source of a pattern for any of the wordings, between boundaries of words. */
function toWordingAlternation(wordings: readonly string[], groups: Readonly<Record<string, string>>): string {
  const plain = wordings.filter((wording) => !PLACEHOLDER.test(wording));
  const open = wordings.filter((wording) => PLACEHOLDER.test(wording)).map((wording) => toTemplate(wording, groups));
  return [toWordAlternation(plain), ...open.map((source) => `(?<!${LETTER})${source}`)].join('|');
}

/** Finds any of the phrases as whole words, without regard to case. */
export function compilePhrases(phrases: readonly string[]): RegExp {
  return new RegExp(toWordAlternation(phrases), 'giu');
}

export function hasMatch(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

/** Every match in a text; `matchAll` alone would go on from where the pattern was left by another use. */
export function findMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  return [...text.matchAll(pattern)];
}

const NAME_TOKEN = `(?:\\p{Lu}(?:${LETTER}|[&.-]){0,30}|[a-z]\\p{Lu}${LETTER}{1,30})(?<![.-])`;

/** The source of a pattern for one name: words with capitals, and the small ones that join them. */
export function buildNamePattern({ names }: MemoGrammar): string {
  return `${NAME_TOKEN}(?: ${toOptional(names.inner)}${NAME_TOKEN}){0,4}`;
}

// A pattern of many phrases is slow on the many sentences that hold none of them. Each phrase has a word that it can't do
// without, so a sentence without any such word is not looked at further.

const WORD = /[\p{L}\p{N}]+/gu;

/** The longest word of each phrase, in small letters; one of groups only has those of its first group. */
export function buildPrefilter(
  wordings: readonly string[],
  groups: Readonly<Record<string, readonly string[]>> = {},
): ReadonlySet<string> {
  const phrases = wordings.flatMap((wording) =>
    /[\p{L}\p{N}]/u.test(wording.replace(/\{\w+\}/g, ''))
      ? [wording]
      : (groups[PLACEHOLDER.exec(wording)?.[1] ?? ''] ?? []),
  );
  return new Set(
    phrases.map((phrase) => {
      const words =
        phrase
          .toLowerCase()
          .replace(/\{\w+\}/g, '')
          .match(WORD) ?? [];
      return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
    }),
  );
}

/** The words of a text, in small letters. */
export function toWordSet(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(WORD));
}

export function hasAny(words: ReadonlySet<string>, keys: ReadonlySet<string>): boolean {
  for (const key of keys) if (words.has(key)) return true;
  return false;
}

/** Wordings that are looked for where a text has one of their words, and compiled only then. */
export interface WordingPattern {
  /** Words without one of which none of them is there. */
  readonly keys: ReadonlySet<string>;
  readonly words: RegExp;
}

/** Makes patterns of wordings with groups of words in braces. @param more further groups, as sources of patterns. */
export function prepareWordings(
  groups: Readonly<Record<string, readonly string[]>>,
  more: Readonly<Record<string, string>> = {},
): (wordings: readonly string[]) => WordingPattern {
  const sources = {
    ...Object.fromEntries(Object.entries(groups).map(([id, words]) => [id, toAlternation(words)])),
    ...more,
  };
  return (wordings) => {
    let compiled: RegExp | null = null;
    return {
      keys: buildPrefilter(wordings, groups),
      get words() {
        compiled ??= new RegExp(toWordingAlternation(wordings, sources), 'giu');
        return compiled;
      },
    };
  };
}

/** Every place of a text that has one of the wordings. @param there the words of the text. */
export function findWordings(
  pattern: WordingPattern,
  text: string,
  there: ReadonlySet<string>,
): readonly RegExpExecArray[] {
  return hasAny(there, pattern.keys) ? findMatches(pattern.words, text) : [];
}
