import * as s from './schema/schema.ts';
import { id, toNamedFields, words } from './schema/values.ts';

const anyWords = s.withDefault(s.list(s.trimmedText), []);

/** What a registered unit is a price of, as texts name it. */
export interface PricedGood extends s.AcceptedValue<typeof pricedGood> {}

const pricedGood = s.mapping({
  unit: s.trimmedText,
  /** Names of the good, for a price whose own unit does not say it. */
  called: anyWords,
  /** Without one of these next to it, a sum is not such a price; with one of those it is the price of something else. */
  beside: anyWords,
  not_beside: anyWords,
  /** The sum on which a fee in per cent is taken. */
  size: s.orNull(s.numberAbove(0)),
});

/** The words by which a document without answers is read. */
export interface ReadingVocabulary extends s.AcceptedValue<typeof readingVocabularyFile> {}

/** What a document may state more than once, so that two figures of it contradict each other. */
export interface Metric extends s.AcceptedValue<typeof metric> {}

const metric = s.mapping({
  of: s.trimmedText,
  figure: s.oneOf(['money', 'percent']),
  words: anyWords,
  /** With one of these a share is that of the rest. */
  rest: anyWords,
  /** A word of the measures: the time that the words themselves say, as with MRR. */
  per: s.orNull(s.trimmedText),
});

const aside = s.mapping({
  /** What such a sentence is about. */
  about: s.trimmedText,
  says: words,
  /** Criteria whose question is about the same. */
  not_for: anyWords,
});

export const readingVocabularyFile = s.mapping({
  /** Labels of facts, those that are believed first in front. */
  facts: s.mapping(toNamedFields(words, 'name', 'website', 'team', 'date', 'date_leads', 'missing')),
  /** Which sentences are quoted on a question, by what the classifier makes of them. */
  quotes: s.mapping({
    /** What is quoted comes to this at least. */
    least: s.numberWithin(-10, 10),
    /** What a cue of the criterion adds. */
    cue: s.numberWithin(0, 10),
  }),
  titles: s.mapping(
    /** Kinds of document, their adjectives, headings that are not names, words that are on the pages of any project, and what opens a title or a call to action. */
    toNamedFields(words, 'kinds', 'addressed', 'qualities', 'sections', 'generic', 'leads', 'calls'),
  ),
  /** Of the sentence that says what is sold: where it is and where not, who offers and to whom, what is said of an offer, and what speaks against it. */
  offers: s.mapping(
    toNamedFields(
      words,
      'labels',
      'sections',
      'not_sections',
      'subjects',
      'means',
      'adverbs',
      'audiences',
      'verbs',
      'against',
    ),
  ),
  /** Words of one kind, which the phrases of cues name as `<group>`. */
  groups: s.record(words, id),
  /** Headings of sections without a fact, of plans, and of what is about rivals or the market. `*` is any ending of a word. */
  sections: s.mapping(toNamedFields(words, 'unread', 'token', 'plan', 'rival', 'market')),
  /** Words of sentences without a fact for a buyer, and of those that a form has for whoever fills it in. */
  noise: s.mapping(toNamedFields(words, 'always', 'form')),
  /** Words that say whose a statement is: a rival's, the market's or a plan; and those of what is there today. */
  owners: s.mapping(toNamedFields(words, 'rival', 'market', 'plan', 'present')),
  /** Words that speak to whoever reads the document, or that only a reply to a brief has. */
  addressed: words,
  /** What sentences are about that say nothing of the offer and its buyers. */
  asides: s.list(aside),
  /** Words of what is only imagined or aimed at, of who is a customer no longer, and of what buyers do not pay for. */
  ...toNamedFields(words, 'imagined', 'ended', 'unpaid'),
  prices: s.mapping({
    goods: s.list<PricedGood>(pricedGood),
    /** Goods that the register does not have; what makes a sum that of one piece; whose goods they are. */
    ...toNamedFields(words, 'other_goods', 'single', 'makers'),
    /** Adjectives that divide a sum, labels that do not name anyone, others without a name, the market, and sums that are not prices. */
    ...toNamedFields(words, 'rates', 'things', 'rivals', 'market', 'not_prices'),
    /** A sum that is more times as high or low as every registered price of the like is not a price of it. */
    most_apart: s.numberAbove(1),
  }),
  contradictions: s.mapping({
    metrics: s.list<Metric>(metric),
    /** Words that make a figure one of a part or of another kind; of an earlier day; of somebody else; and of what is supposed. */
    ...toNamedFields(words, 'qualifiers', 'earlier', 'others', 'supposed'),
    /** What is numbered in time, as in `Year 2`; and words for a lower price. */
    ...toNamedFields(words, 'periods', 'cheaper'),
  }),
});
