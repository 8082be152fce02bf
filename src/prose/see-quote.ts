import type { SeenQuote } from '../model/lock.ts';
import { type DecisiveWords, matchQuote } from './match-quote.ts';
import type { MatchableText } from './matchable-text.ts';

/** Letters of the nearest text that are kept: no more of a page belongs in a lock file. */
const MOST_NEAREST = 300;

/** The beginning of a text of somebody else, on one line, without what is not printed or turns the order of letters round. */
export function excerptText(text: string, most: number): string {
  const printed = text.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim();
  return Array.from(printed).slice(0, most).join('');
}

/** Looks for a quote in a document, as a lock has it; null for one that is too short. */
export function seeQuote(
  { text, prefix, suffix }: Pick<SeenQuote, 'text' | 'prefix' | 'suffix'>,
  within: string | MatchableText,
  words: DecisiveWords,
): SeenQuote | null {
  const match = matchQuote(text, within, { prefix, suffix, words });
  const quote = { text, prefix, suffix };
  if (match.status === 'found') return { ...quote, state: 'found', nearest: null };
  if (match.status === 'too-short') return null;
  const nearest = match.nearest === null ? null : excerptText(match.nearest.text, MOST_NEAREST);
  return { ...quote, state: nearest === null ? 'not-on-page' : 'wording-differs', nearest };
}
