import type { DecidingWord } from '../model/report.ts';
import type { ScoredTrack } from './score-tracks.ts';
import type { Token } from './tokens.ts';

/**
 * The words behind the scores as the text writes them, strongest first whatever their sign, ties in order of track and
 * text. One entry for each spelling and track; the weights of a track add up to its score.
 */
export function listDecidingWords(
  scored: readonly ScoredTrack[],
  tokens: readonly Token[],
  text: string,
): readonly DecidingWord[] {
  return scored.flatMap((one) => wordsOf(one, tokens, text)).sort(byStrength);
}

function wordsOf({ track, weighed }: ScoredTrack, tokens: readonly Token[], text: string): readonly DecidingWord[] {
  const bySpelling = new Map<string, DecidingWord>();
  for (const { points, at } of weighed) {
    const written = text.slice(tokens[at.from]?.start, tokens[at.to - 1]?.end);
    const spelling = written.toLowerCase();
    const known = bySpelling.get(spelling);
    bySpelling.set(spelling, { text: known?.text ?? written, track, weight: (known?.weight ?? 0) + points });
  }
  return [...bySpelling.values()].filter(({ weight }) => weight !== 0);
}

function byStrength(a: DecidingWord, b: DecidingWord): number {
  return Math.abs(b.weight) - Math.abs(a.weight) || compare(a.track, b.track) || compare(a.text, b.text);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
