import type { Classifier, ConceptCount } from '../model/classifier.ts';
import type { Lookup } from './lookup-table.ts';
import { findPhrases, type PhraseMatch, type TokenSpan } from './phrases.ts';
import { type Token, tokenise } from './tokens.ts';

/** A word or concept that a text has, or how it stands to a tally. */
export interface Feature {
  /** The nth find of a word or concept adds 1/n, times what the opening counts where it stands in it. */
  readonly value: number;
  /** Where each find stands. */
  readonly places: readonly TokenSpan[];
  /** What the text lacks, in words, where it counts that it lacks it. */
  readonly lacks: string | null;
}

interface MutableFeature {
  value: number;
  readonly places: TokenSpan[];
  readonly lacks: string | null;
}

/** The stems of the words that every English sentence is made of. */
export function listFunctionWords({ english }: Pick<Classifier, 'english'>): ReadonlySet<string> {
  return new Set(tokenise(english.function_words.join(' ')).map(({ stem }) => stem));
}

/** Stems of the verbs of a sale. */
export function listSellingWords({ selling }: Pick<Classifier, 'selling'>): ReadonlySet<string> {
  return new Set(tokenise(selling.join(' ')).map(({ stem }) => stem));
}

/** What the reading of features goes by. */
export type FeatureSettings = Pick<Classifier, 'opening' | 'lists' | 'tallies'>;

/** `<chain 3 long>`: what a tally says of a text. */
function countConcepts(
  name: string,
  tally: ConceptCount,
  length: number,
  hits: readonly PhraseMatch<string>[],
): [string, MutableFeature] {
  const { concepts, most, long, value, none } = tally;
  const places = hits.filter(({ meant }) => concepts.includes(meant));
  const size = length < long ? 'short' : 'long';
  const lacks = places.length === 0 ? none : null;
  return [`<${name} ${Math.min(places.length, most)} ${size}>`, { value, places, lacks }];
}

/** Stretches of words between the ends of sentences, of `most` words at most. */
function splitIntoPieces(tokens: readonly Token[], most: number): readonly TokenSpan[] {
  const pieces: TokenSpan[] = [];
  let from = 0;
  for (let to = 1; to <= tokens.length; to += 1) {
    if (to < tokens.length && tokens[to]?.after !== 'sentence' && to - from < most) continue;
    pieces.push({ from, to });
    from = to;
  }
  return pieces;
}

/** Whether a piece is one of a list, such as keywords: it has hardly a word that sentences are made of, or a comma every other word. */
function isList(piece: readonly Token[], functionWords: ReadonlySet<string>, least: number): boolean {
  const bound = piece.filter(({ stem }) => functionWords.has(stem)).length;
  const commas = piece.slice(1).filter(({ after }) => after === 'comma').length;
  return bound < least * piece.length || 3 * commas >= piece.length;
}

/** The stems of a text as they are heard: null for a word of a list behind the opening. */
function hearStems(
  tokens: readonly Token[],
  functionWords: ReadonlySet<string>,
  { opening, lists }: FeatureSettings,
): readonly (string | null)[] {
  return splitIntoPieces(tokens, lists.words).flatMap(({ from, to }) => {
    const piece = tokens.slice(from, to);
    const isHeard = from < opening.words || !isList(piece, functionWords, lists.least_share);
    return piece.map(({ stem }) => (isHeard ? stem : null));
  });
}

/**
 * The features of a text by name: the stem of a word, as `gpu`, a concept in angle brackets, as `<agent>`, or what a
 * tally says. A list behind the opening adds nothing. A text without a word has none.
 */
export function readFeatures(
  tokens: readonly Token[],
  meaningsOf: Lookup,
  functionWords: ReadonlySet<string>,
  settings: FeatureSettings,
): ReadonlyMap<string, Feature> {
  const { opening, tallies } = settings;
  const found = new Map<string, MutableFeature>();
  const note = (name: string, place: TokenSpan): void => {
    const feature = found.get(name) ?? { value: 0, places: [], lacks: null };
    found.set(name, feature);
    feature.places.push(place);
    feature.value += (place.to <= opening.words ? opening.times : 1) / feature.places.length;
  };
  const stems = hearStems(tokens, functionWords, settings);
  for (const [from, stem] of stems.entries()) {
    if (stem !== null) note(stem, { from, to: from + 1 });
  }
  const length = stems.filter((stem) => stem !== null).length;
  const hits = findPhrases(meaningsOf, stems, (index) => tokens[index]?.after === 'sentence');
  for (const { meant, from, to } of hits) note(`<${meant}>`, { from, to });
  for (const [name, tally] of Object.entries(tallies)) {
    if (length >= tally.least) found.set(...countConcepts(name, tally, length, hits));
  }
  return found;
}
