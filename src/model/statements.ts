import {
  type AcceptedValue,
  booleanValue,
  list,
  mapping,
  numberAbove,
  record,
  trimmedText,
  withDefault,
} from './schema/schema.ts';
import { id, level, toNamedFields, words } from './schema/values.ts';

const ids = list(id);
const times = numberAbove(0);
const values = record(times, trimmedText);

/** A currency; more than one may have the same id, as cents and dollars do. */
export interface Currency extends AcceptedValue<typeof currency> {}

const currency = mapping({
  id: trimmedText,
  /** Signs that stand before the figure. */
  signs: list(trimmedText),
  /** Words that stand before or behind it. */
  words,
  /** How many of the currency one is. */
  times: withDefault(times, 1),
});

export interface Measure extends AcceptedValue<typeof measure> {}

const measure = mapping({
  /** What is measured, such as `bytes`; measures of the same convert into each other. */
  of: id,
  /** How many of the base one is. */
  times,
  words,
  /** False where it only follows `per`: a span of years is not a figure of a project. */
  alone: withDefault(booleanValue, true),
});

/** Words that promise much, with what they ask for. */
export interface StrongWording extends AcceptedValue<typeof strongWording> {}

const strongWording = mapping({
  id,
  /** Id of the lowest grade of evidence that bears the words out. */
  needs: id,
  reason: trimmedText,
  /** Criteria whose answers can carry the words. */
  about: list(id, 1),
  /** The lowest level that such an answer has to claim. */
  from_level: level,
  /** `{thing}` is any one of `things`. */
  wordings: words,
  /** Words next to which these are terms of a trade. */
  not_with: withDefault(list(trimmedText), []),
});

/** Words that say of a criterion that its answer is this option, or a higher one. */
export interface LevelWording extends AcceptedValue<typeof levelWording> {}

const levelWording = mapping({ criterion: id, option: id, wordings: words });

/** The vocabulary by which statements are recognised in the prose of a memo. */
export interface StatementVocabulary extends AcceptedValue<typeof statementsFile> {}

export const statementsFile = mapping({
  /** Ids of the criteria whose answers are read as customers, revenue, shares of it, and its growth. */
  roles: mapping({ customers: ids, revenue: ids, shares: ids, growth: ids }),
  abbreviations: words,
  currencies: list<Currency>(currency),
  magnitudes: list(mapping({ times, words })),
  number_words: values,
  /** Words for many, with the lowest number that they say. */
  crowds: values,
  percents: words,
  multiples: values,
  repeats: values,
  comparatives: words,
  fractions: values,
  /** Parts of a whole, as shares of 1. */
  parts: values,
  prices: words,
  measures: list<Measure>(measure),
  ...toNamedFields(words, 'counts', 'qualities', 'labels'),
  hedges: mapping({ about: words, over: words, under: words }),
  rises: mapping({ up: words, down: words }),
  edges: mapping({ ahead: words, behind: words, less: words, more: words }),
  ...toNamedFields(words, 'months', 'wishes', 'courtesies', 'rhetoric', 'finite'),
  /** Words of what is still to come. */
  plans: words,
  /** Words of a sentence or a heading that make its figures none of the offer. */
  asides: mapping({ sections: words, nouns: words, general: words, doubts: words, elsewhere: words, pending: words }),
  /** Nouns for what buyers pay, by which a sum is read as revenue. */
  takings: words,
  /** Words that stand for one another in wordings, by id. */
  groups: record(words, id),
  levels: list<LevelWording>(levelWording),
  /** Other words for what is counted. */
  count_names: record(trimmedText, trimmedText),
  common: words,
  /** By id of a criterion. */
  subjects: record(words, id),
  customers: mapping({
    ...toNamedFields(
      words,
      'nouns',
      'before',
      'verbs',
      'past',
      'acts',
      'offices',
      'paying',
      'adverbs',
      'paid',
      'groups',
    ),
    /** Words next to a customer that say that it uses the offer in production, or pays with its own money. */
    ...toNamedFields(words, 'in_production', 'pays', 'free'),
    ...toNamedFields(words, 'not_names', 'forms'),
    /** How an organisation is told of without its name. */
    unnamed: withDefault(mapping(toNamedFields(words, 'leads', 'words', 'nouns')), { leads: [], words: [], nouns: [] }),
  }),
  pronouns: words,
  /** Words for the project wherever a figure is reported of it. */
  us: words,
  project: words,
  laws: mapping({
    /** By id of a regulation. */
    names: record(words, id),
    ...toNamedFields(words, 'kinds', 'articles', 'told', 'since', 'obliges', 'demands', 'later', 'soon'),
  }),
  things: words,
  strong: list<StrongWording>(strongWording),
  ...toNamedFields(words, 'negations', 'not_negations', 'openings', 'conditions', 'not_conditions'),
  ...toNamedFields(words, 'attributions', 'speakers'),
  ...toNamedFields(words, 'others', 'against', 'determiners', 'prepositions', 'clause_heads'),
});
