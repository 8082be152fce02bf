import type { PassageSpan } from './passage.ts';

/** A word: what is between blanks, hyphens and marks. */
const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)?/gu;
/** In a phrase also any ending, and the words that may be in between. */
const PHRASE_WORD = /\.\.\.|[\p{L}\p{N}]+(?:'\p{L}+)?\*?/gu;
const ANY_WORDS = '...';
const MOST_BETWEEN = 4;
/** What may be between two words that a phrase has side by side, and between those with others in between. */
const BESIDE = /^[^\p{L}\p{N}.,;:!?()|\n]{0,4}$/u;
const WITHIN = /^[^\p{L}\p{N};!?()|\n]{0,6}$/u;
/** The letters by which words with any ending are looked up. */
const STEM = 3;

interface Word extends PassageSpan {
  readonly text: string;
}

export interface FoundPhrase extends PassageSpan {
  /** By its place in the list that the index was built from. */
  readonly phrase: number;
}

function matchesWord(word: string, wanted: string): boolean {
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
}

/**
 * Many phrases that are looked for at once, in time proportional to the length of a text. Words are compared without regard to
 * case and a hyphen is a blank; `*` is any ending of a word, and `...` up to four words.
 */
export class PhraseIndex {
  readonly #phrases: readonly (readonly string[])[];
  readonly #byStart = new Map<string, number[]>();

  constructor(phrases: readonly string[]) {
    this.#phrases = phrases.map((phrase) => phrase.toLowerCase().match(PHRASE_WORD) ?? []);
    for (const [i, [first]] of this.#phrases.entries()) {
      if (first === undefined) continue;
      const key = first.endsWith('*') ? `${first.slice(0, STEM)}*` : first;
      this.#byStart.set(key, [...(this.#byStart.get(key) ?? []), i]);
    }
  }

  /** The first match of each phrase, in the order of the text. */
  find(text: string): readonly FoundPhrase[] {
    const words = Array.from(text.matchAll(WORD), (match): Word => {
      const [word] = match;
      return { text: word.toLowerCase(), from: match.index, to: match.index + word.length };
    });
    const found = new Map<number, FoundPhrase>();
    for (const [at, { text: word, from }] of words.entries())
      for (const key of [word, `${word.slice(0, STEM)}*`])
        for (const phrase of this.#byStart.get(key) ?? []) {
          const last = found.has(phrase) ? null : this.#matchAt(text, words, at, this.#phrases[phrase] ?? []);
          if (last !== null) found.set(phrase, { phrase, from, to: last.to });
        }
    return [...found.values()];
  }

  /** The last word of a phrase that begins at the word `at`; null where it does not. */
  #matchAt(text: string, words: readonly Word[], at: number, phrase: readonly string[]): Word | null {
    let last = words[at];
    if (last === undefined || !matchesWord(last.text, phrase[0] ?? '')) return null;
    let next = at + 1;
    for (let i = 1; i < phrase.length; i += 1) {
      const wanted = phrase[i] ?? '';
      const isFar = wanted === ANY_WORDS;
      if (isFar) i += 1;
      const end: number = isFar ? next + MOST_BETWEEN : next;
      let found: Word | null = null;
      for (; next <= end; next += 1) {
        const word = words[next];
        if (word === undefined || !(isFar ? WITHIN : BESIDE).test(text.slice(words[next - 1]?.to, word.from))) break;
        if (!matchesWord(word.text, phrase[i] ?? '')) continue;
        found = word;
        break;
      }
      if (found === null) return null;
      last = found;
      next += 1;
    }
    return last;
  }
}
