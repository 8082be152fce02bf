import { getCriterionKind } from '../../criteria/registry.ts';
import type { Citation, Description } from '../../model/description.ts';
import type { SeenQuote } from '../../model/lock.ts';
import type { Rubric } from '../../model/rubric.ts';
import { isSameQuote } from '../../model/sight.ts';
import { matchQuote } from '../../prose/match-quote.ts';
import { readMatchable } from '../../prose/matchable-text.ts';

/** What is cited of each source, each quote once, by the id of the source. */
export function listCitedQuotes(
  { answers }: Pick<Description, 'answers'>,
  { criteria }: Rubric,
): ReadonlyMap<string, readonly Pick<SeenQuote, 'text' | 'prefix' | 'suffix'>[]> {
  const quotes = new Map<string, Pick<SeenQuote, 'text' | 'prefix' | 'suffix'>[]>();
  const add = ({ id, quote: text, prefix, suffix }: Citation) => {
    if (text === null) return;
    const held = quotes.get(id) ?? [];
    if (!held.some((one) => isSameQuote(one, { text, prefix, suffix }))) held.push({ text, prefix, suffix });
    quotes.set(id, held);
  };
  for (const { id, kind } of criteria) {
    const answer = answers[id];
    if (answer?.status === 'answered')
      getCriterionKind(kind)
        .citations(answer.value as never)
        .forEach(add);
  }
  return quotes;
}

/** Looks for quotes in the text of a document; one that is too short is left out. */
export function seeQuotes(
  quotes: readonly Pick<SeenQuote, 'text' | 'prefix' | 'suffix'>[],
  text: string,
  { statements: { negations } }: Rubric,
): readonly SeenQuote[] {
  const matchable = readMatchable(text);
  return quotes.flatMap(({ text: quote, prefix, suffix }): readonly SeenQuote[] => {
    const match = matchQuote(quote, matchable, { prefix, suffix, negations });
    if (match.status === 'too-short') return [];
    const nearest = match.status === 'found' ? null : (match.nearest?.text ?? null);
    const state = match.status === 'found' ? 'found' : nearest === null ? 'not-on-page' : 'wording-differs';
    return [{ text: quote, prefix, suffix, state, nearest }];
  });
}
