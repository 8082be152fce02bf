import type { DecidingWord } from '../model/report.ts';
import type { WeightedFeature } from './score-tracks.ts';
import type { Token } from './tokens.ts';

/** A label whose words are listed, with its place among the scores. */
export interface CandidateLabel {
  readonly track: string;
  readonly index: number;
}

/**
 * The words behind the scores of the contenders as the text writes them, strongest first whatever their sign, ties in
 * order of track and text. One entry for each spelling and contender. The finds of a word or concept share its points
 * evenly, so that the weights of a contender add up to its score less its bias. What a text lacks stands in words of the
 * rubric.
 */
export function listDecidingWords(
  contenders: readonly CandidateLabel[],
  weighed: readonly WeightedFeature[],
  tokens: readonly Token[],
  text: string,
): readonly DecidingWord[] {
  const bySpelling = new Map<string, { readonly text: string; readonly weights: number[] }>();
  const add = (spelling: string, written: string, points: readonly number[], parts: number): void => {
    const entry = bySpelling.get(spelling) ?? { text: written, weights: contenders.map(() => 0) };
    bySpelling.set(spelling, entry);
    for (const [place, { index }] of contenders.entries()) {
      entry.weights[place] = (entry.weights[place] ?? 0) + (points[index] ?? 0) / parts;
    }
  };
  for (const { places, points, lacks } of weighed) {
    // In brackets, which no spelling begins with.
    if (lacks !== null) add(`(${lacks})`, `(${lacks})`, points, 1);
    for (const { from, to } of places) {
      const written = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
      add(written.toLowerCase(), written, points, places.length);
    }
  }
  return [...bySpelling.values()]
    .flatMap(({ text: written, weights }) =>
      contenders.map(({ track }, place) => ({ text: written, track, weight: weights[place] ?? 0 })),
    )
    .filter(({ weight }) => weight !== 0)
    .sort(compareByStrength);
}

function compareByStrength(a: DecidingWord, b: DecidingWord): number {
  return Math.abs(b.weight) - Math.abs(a.weight) || compareText(a.track, b.track) || compareText(a.text, b.text);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
