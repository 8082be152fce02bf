import type { DocumentQuote } from '../model/reading.ts';
import type { Rubric } from '../model/rubric.ts';
import { hasMatch, toAlternation, WORD_END } from '../prose/phrase-patterns.ts';
import { sliceSentence } from '../prose/sentences.ts';
import { classifySection, type DocumentProse, listSentences, quoteSpan } from './document-prose.ts';

/** The sentence that says what is sold. */
export function findOffer(proses: readonly DocumentProse[], name: string | null, rubric: Rubric): DocumentQuote | null {
  const { subjects, verbs } = rubric.reading.offers;
  const said = new RegExp(
    `^${toAlternation(name === null ? subjects : [name, ...subjects])} ${toAlternation(verbs)}${WORD_END}`,
    'iu',
  );
  for (const prose of proses)
    for (const passage of prose.passages) {
      if (passage.depth !== null || classifySection(passage, rubric) !== null) continue;
      for (const sentence of listSentences(passage, rubric))
        if (hasMatch(said, sliceSentence(sentence))) return quoteSpan(prose, passage, sentence);
    }
  return null;
}
