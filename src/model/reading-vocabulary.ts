import { type AcceptedValue, mapping } from './schema/schema.ts';
import { toNamedFields, words } from './schema/values.ts';

/** The words by which a document without answers is read. */
export interface ReadingVocabulary extends AcceptedValue<typeof readingVocabularyFile> {}

export const readingVocabularyFile = mapping({
  /** Labels of facts, those that are believed first in front. */
  facts: mapping(toNamedFields(words, 'name', 'website', 'date')),
  titles: mapping(
    /** Kinds of document, their adjectives, headings that are not names, and what opens a title or a call to action. */
    toNamedFields(words, 'kinds', 'qualities', 'sections', 'leads', 'calls'),
  ),
  /** Of the sentence that says what is sold: where it is, who offers, what is said of an offer, and what speaks against it. */
  offers: mapping(toNamedFields(words, 'sections', 'subjects', 'verbs', 'against')),
  /** Headings of sections without a fact, of plans, and of what is about rivals or the market. */
  sections: mapping(toNamedFields(words, 'unread', 'plan', 'rival', 'market')),
});
