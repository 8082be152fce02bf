import type { Classifier } from '../model/classifier.ts';
import { findPhrases, type Stretch } from './phrases.ts';

/** A word or concept that a text has. */
export interface Feature {
  /** The nth find adds 1/n. */
  readonly value: number;
  /** Where each find stands. */
  readonly places: readonly Stretch[];
}

interface Found {
  value: number;
  readonly places: Stretch[];
}

/** The features of a text by name: the stem of a word, as `gpu`, or a concept in angle brackets, as `<agent>`. */
export function readFeatures(
  stems: readonly string[],
  { phrases }: Pick<Classifier, 'phrases'>,
): ReadonlyMap<string, Feature> {
  const found = new Map<string, Found>();
  const note = (name: string, place: Stretch): void => {
    const known = found.get(name);
    if (known === undefined) {
      found.set(name, { value: 1, places: [place] });
      return;
    }
    known.places.push(place);
    known.value += 1 / known.places.length;
  };
  for (const [from, stem] of stems.entries()) note(stem, { from, to: from + 1 });
  for (const { meant, from, to } of findPhrases(phrases, stems)) note(`<${meant}>`, { from, to });
  return found;
}
