import type { SentenceModel } from '../model/classifier.ts';
import { createLookup, type Lookup } from './lookup-table.ts';
import { type Token, tokenise } from './tokens.ts';

/** A sentence, an item or a row, and the headings that it is under. */
export interface HeadedSentence {
  readonly text: string;
  readonly under: string;
}

/** Fewer words are short, more are long. */
const SHORT = 6;
const LONG = 14;

/** What a sentence holds besides words, by its form. */
const FORMS: readonly (readonly [name: string, form: RegExp])[] = [
  ['number', /\d/],
  ['sum', /[$€£]\s?\d/],
  ['share', /\d\s?%/],
  ['rate', /[$€£]\s?\d[\d.,]{0,12}\s?\/?\p{L}{0,3}\s?\//u],
  ['multiple', /\d\s?(?:x\b|×)/i],
  ['size', /\d\s?[KMGTPE]i?B\b/],
  ['many', /\d,\d{3}|\d{4}|\d\s?(?:[kKMB]\b|\+)/],
  ['large sum', /[$€£]\s?\d[\d.,]{0,12}\s?(?:[MBTbm]\b|bn)/],
  ['row', / \| /],
  ['quoted', /^["“]/],
  ['name', /[\p{Ll}\d,] \p{Lu}[\p{L}\d]{2}/u],
  ['code', /[=;{}<>]|\w\(|_\w/],
];

/** The words of a sentence: a number is a number, and a unit that is written together with one is a word. */
function listWords(tokens: readonly Token[]): readonly { readonly word: string; readonly isFirst: boolean }[] {
  return tokens.flatMap(({ stem, after }, i) => {
    const isFirst = i === 0 || after === 'sentence';
    const [number, unit = ''] = /^\d+(\p{L}*)$/u.exec(stem) ?? [];
    if (number === undefined) return [{ word: stem, isFirst }];
    return [{ word: '#', isFirst }, ...(unit === '' ? [] : [{ word: unit, isFirst: false }])];
  });
}

/** What is learnt of a sentence: its words, two of them side by side, the words of its headings, and its form. */
export function readSentence(
  { text, under }: HeadedSentence,
  { words, heading_words }: Pick<SentenceModel, 'words' | 'heading_words'>,
): ReadonlySet<string> {
  const features = new Set<string>();
  const tokens = tokenise(text, words);
  let last: string | null = null;
  for (const { word, isFirst } of listWords(tokens)) {
    if (word !== '#') features.add(word);
    if (last !== null && !isFirst) features.add(`${last} ${word}`);
    last = word;
  }
  for (const { word } of listWords(tokenise(under, heading_words))) {
    if (word === '#') continue;
    features.add(word);
    features.add(`^${word}`);
  }
  for (const [name, form] of FORMS) if (form.test(text)) features.add(`<${name}>`);
  features.add(tokens.length < SHORT ? '<short>' : tokens.length < LONG ? '<middling>' : '<long>');
  return features;
}

/** The letters of weights, lowest first: those that no JSON text has to escape and that end no part of a table. */
const LETTERS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(
  (letter) => !/["',;\\]/.test(letter),
);
/** The place of the letter of 0. What speaks for a question weighs more than what speaks against one. */
const ZERO = 25;
/** Letters from one whole weight to the next. */
const STEPS = 5;

const WEIGHTS: ReadonlyMap<string, number> = new Map(LETTERS.map((letter, i) => [letter, (i - ZERO) / STEPS]));

/**
 * Weights in steps, a letter each. Where those below a least weight are left out, the letters of the places of the others are next to
 * them, or nothing if there are none.
 */
export function writeWeights(weights: readonly number[], least: number): readonly string[] {
  const letters = weights.map(
    (weight) => LETTERS[Math.max(0, Math.min(LETTERS.length - 1, ZERO + Math.round(weight * STEPS)))] ?? '',
  );
  if (least === 0) return [letters.join('')];
  const places = [...weights.keys()].filter((place) => Math.abs(WEIGHTS.get(letters[place] ?? '') ?? 0) >= least);
  if (places.length === 0) return [];
  return [places.map((place) => letters[place]).join(''), places.map((place) => LETTERS[place]).join('')];
}

/** Tells how far a sentence bears on the question of each criterion that was learnt. */
export class SentenceJudge {
  readonly #model: SentenceModel;
  readonly #learntOf: Lookup;

  constructor(model: SentenceModel) {
    this.#model = model;
    this.#learntOf = createLookup(model.features);
  }

  /** By criterion: above 0 more likely than not. */
  judge(sentence: HeadedSentence): ReadonlyMap<string, number> {
    const { criteria, bias, doubt } = this.#model;
    const known: (readonly [size: number, weights: string, places: string | undefined])[] = [];
    let squares = doubt * doubt;
    for (const name of readSentence(sentence, this.#model)) {
      const [size = '', weights = '', places] = this.#learntOf(name) ?? [];
      if (size === '') continue;
      known.push([Number(size) / 100, weights, places]);
      squares += (Number(size) / 100) ** 2;
    }
    const length = Math.sqrt(squares);
    return new Map(
      criteria.map((criterion, i) => {
        const sum = known.reduce((all, [size, weights, places]) => {
          const at = places === undefined ? i : places.indexOf(LETTERS[i] ?? '');
          return all + size * (WEIGHTS.get(weights[at] ?? '') ?? 0);
        }, 0);
        return [criterion, (bias[i] ?? 0) / 100 + sum / length];
      }),
    );
  }
}
