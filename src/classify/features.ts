import type { Classifier, ConceptCount } from '../model/classifier.ts';
import type { Lookup } from './lookup-table.ts';
import { findPhrases, type PhraseMatch, type TokenSpan } from './phrases.ts';

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

/** `<chain 3 long>`: what a tally says of a text. */
function countConcepts(
  name: string,
  tally: ConceptCount,
  stems: readonly string[],
  hits: readonly PhraseMatch<string>[],
): [string, MutableFeature] {
  const { concepts, most, long, value, none } = tally;
  const places = hits.filter(({ meant }) => concepts.includes(meant));
  const ways = new Set(places.map(({ from, to }) => stems.slice(from, to).join(' '))).size;
  const length = stems.length < long ? 'short' : 'long';
  return [`<${name} ${Math.min(ways, most)} ${length}>`, { value, places, lacks: ways === 0 ? none : null }];
}

/**
 * The features of a text by name: the stem of a word, as `gpu`, a concept in angle brackets, as `<agent>`, or what a
 * tally says. A text without a word has none.
 */
export function readFeatures(
  stems: readonly string[],
  meaningsOf: Lookup,
  { opening, tallies }: Pick<Classifier, 'opening' | 'tallies'>,
): ReadonlyMap<string, Feature> {
  const found = new Map<string, MutableFeature>();
  const note = (name: string, place: TokenSpan): void => {
    const feature = found.get(name) ?? { value: 0, places: [], lacks: null };
    found.set(name, feature);
    feature.places.push(place);
    feature.value += (place.to <= opening.words ? opening.times : 1) / feature.places.length;
  };
  for (const [from, stem] of stems.entries()) note(stem, { from, to: from + 1 });
  const hits = findPhrases(meaningsOf, stems);
  for (const { meant, from, to } of hits) note(`<${meant}>`, { from, to });
  for (const [name, tally] of Object.entries(tallies)) {
    if (stems.length >= tally.least) found.set(...countConcepts(name, tally, stems, hits));
  }
  return found;
}
