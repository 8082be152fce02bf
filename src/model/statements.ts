import * as s from './schema/schema.ts';
import { id, level, toNamedFields, words } from './schema/values.ts';

const ids = s.list(id);
const times = s.numberAbove(0);
const values = s.record(times, s.trimmedText);

/** A currency; more than one may have the same id, as cents and dollars do. */
const currency = s.mapping({
  id: s.trimmedText,
  /** Signs that stand before the figure. */
  signs: s.list(s.trimmedText),
  /** Words that stand before or behind it. */
  words,
  /** How many of the currency one is. */
  times: s.withDefault(times, 1),
});

const measure = s.mapping({
  /** What is measured, such as `bytes`; measures of the same convert into each other. */
  of: id,
  /** How many of the base one is. */
  times,
  words,
  /** False where it only follows `per`: a span of years is not a figure of a project. */
  alone: s.withDefault(s.booleanValue, true),
});

/** Words that promise much, with what they ask for. */
export interface StrongWording extends s.AcceptedValue<typeof strongWording> {}

const strongWording = s.mapping({
  id,
  /** Id of the lowest grade of evidence that bears the words out. */
  needs: id,
  reason: s.trimmedText,
  /** Criteria whose answers can carry the words. */
  about: s.list(id, 1),
  /** The lowest level that such an answer has to claim. */
  from_level: level,
  /** `{thing}` is any one of `things`. */
  wordings: words,
  /** Words next to which these are terms of a trade. */
  not_with: s.withDefault(s.list(s.trimmedText), []),
});

/** Words that say of a criterion that its answer is this option, or a higher one. */
export interface LevelWording extends s.AcceptedValue<typeof levelWording> {}

const levelWording = s.mapping({ criterion: id, option: id, wordings: words });

/** The vocabulary by which statements are recognised in the prose of a memo. */
export interface StatementVocabulary extends s.AcceptedValue<typeof statementsFile> {}

export const statementsFile = s.mapping({
  /** Ids of the criteria whose answers are read as customers, revenue, shares of it, and its growth. */
  roles: s.mapping({ customers: ids, revenue: ids, shares: ids, growth: ids }),
  abbreviations: words,
  currencies: s.list(currency),
  magnitudes: s.list(s.mapping({ times, words })),
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
  measures: s.list(measure),
  ...toNamedFields(words, 'counts', 'qualities', 'labels'),
  hedges: s.mapping({ about: words, over: words, under: words }),
  rises: s.mapping({ up: words, down: words }),
  edges: s.mapping({ ahead: words, behind: words, less: words, more: words }),
  ...toNamedFields(words, 'months', 'wishes', 'courtesies', 'rhetoric', 'finite'),
  /** Words of what is still to come. */
  plans: words,
  /** Words of a sentence or a heading that make its figures none of the offer. */
  asides: s.mapping({ sections: words, nouns: words, general: words, doubts: words, elsewhere: words, pending: words }),
  /** Nouns for what buyers pay, by which a sum is read as revenue. */
  takings: words,
  /** Words that stand for one another in wordings, by id. */
  groups: s.record(words, id),
  /** Frames that tie a name or a figure to what buyers do with the offer, and the verbs for that. */
  demand: s.mapping(toNamedFields(words, 'verbs', 'past', 'names', 'open', 'apart', 'figures')),
  levels: s.list<LevelWording>(levelWording),
  /** Other words for what is counted. */
  count_names: s.record(s.trimmedText, s.trimmedText),
  common: words,
  /** By id of a criterion. */
  subjects: s.record(words, id),
  customers: s.mapping({
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
    unnamed: s.withDefault(s.mapping(toNamedFields(words, 'leads', 'words', 'nouns')), {
      leads: [],
      words: [],
      nouns: [],
    }),
    /** Who is inside crypto by its name, and words that say so in any name. */
    inside_crypto: s.withDefault(s.mapping(toNamedFields(words, 'names', 'words')), { names: [], words: [] }),
  }),
  pronouns: words,
  /** Words for the project wherever a figure is reported of it. */
  us: words,
  project: words,
  laws: s.mapping({
    /** By id of a regulation. */
    names: s.record(words, id),
    ...toNamedFields(words, 'kinds', 'articles', 'told', 'since', 'obliges', 'demands', 'reasons', 'later', 'soon'),
  }),
  things: words,
  strong: s.list<StrongWording>(strongWording),
  ...toNamedFields(
    words,
    'negations',
    'lacking',
    'not_negations',
    'turns',
    'figure_ends',
    'openings',
    'conditions',
    'not_conditions',
  ),
  ...toNamedFields(words, 'attributions', 'speakers'),
  ...toNamedFields(words, 'others', 'against', 'determiners', 'prepositions', 'clause_heads'),
});
