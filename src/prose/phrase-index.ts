import type { PassageSpan } from './passage.ts';

/** A word: what is between blanks, hyphens and marks; also a sign that says yes or no. */
const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)?|[\u2705\u2713\u2714\u2717\u2718\u274c]/gu;
/** In a phrase also any ending, a group of words, and the words that may be in between. */
const PHRASE_WORD = /\.\.\.|<\w+>|[\p{L}\p{N}]+(?:'\p{L}+)?\*?|[\u2705\u2713\u2714\u2717\u2718\u274c]/gu;
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

/** Words of one kind, any of which a phrase takes where it names the group. */
export type WordGroups = Readonly<Record<string, readonly string[]>>;

/** What a phrase takes in one place: any of some words, of which a stem takes any ending. */
type Wanted = readonly string[];

function matchesWord(word: string, wanted: Wanted): boolean {
  return wanted.some((one) => (one.endsWith('*') ? word.startsWith(one.slice(0, -1)) : word === one));
}

/**
 * Many phrases that are looked for at once, in time proportional to the length of a text. Words are compared without regard to
 * case and a hyphen is a blank; `*` is any ending of a word, `...` up to four words, and `<group>` any word of a group.
 */
export class PhraseIndex {
  readonly #phrases: readonly (readonly Wanted[])[];
  readonly #byStart = new Map<string, number[]>();

  constructor(phrases: readonly string[], groups: WordGroups = {}) {
    this.#phrases = phrases.map((phrase) =>
      (phrase.toLowerCase().match(PHRASE_WORD) ?? []).map((word) =>
        word.startsWith('<') ? (groups[word.slice(1, -1)] ?? []).map((one) => one.toLowerCase()) : [word],
      ),
    );
    for (const [i, [first = []]] of this.#phrases.entries())
      for (const key of new Set(first.map((word) => (word.endsWith('*') ? `${word.slice(0, STEM)}*` : word))))
        this.#byStart.set(key, [...(this.#byStart.get(key) ?? []), i]);
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
  #matchAt(text: string, words: readonly Word[], at: number, phrase: readonly Wanted[]): Word | null {
    let last = words[at];
    if (last === undefined || !matchesWord(last.text, phrase[0] ?? [])) return null;
    let next = at + 1;
    for (let i = 1; i < phrase.length; i += 1) {
      const isFar = phrase[i]?.[0] === ANY_WORDS;
      if (isFar) i += 1;
      const end: number = isFar ? next + MOST_BETWEEN : next;
      let found: Word | null = null;
      for (; next <= end; next += 1) {
        const word = words[next];
        if (word === undefined || !(isFar ? WITHIN : BESIDE).test(text.slice(words[next - 1]?.to, word.from))) break;
        if (!matchesWord(word.text, phrase[i] ?? [])) continue;
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
