import { type AcceptedValue, mapping, numberWithin, record, trimmedText, wholeNumber } from './schema/schema.ts';
import { points, share, toNamedFields, words } from './schema/values.ts';

const letters = wholeNumber(1);

/** The words by which the sentences of a memo are taken apart, and the distances within which its statements are related. */
export interface MemoGrammar extends AcceptedValue<typeof grammarFile> {}

export const grammarFile = mapping({
  keywords: mapping({ endings: words, letters }),
  clause_breaks: words,
  main_clauses: mapping({ joins: words, adverbs: words, subjects: words }),
  clause_ends: words,
  names: mapping(
    toNamedFields(
      words,
      'inner',
      'small',
      'lead',
      'joins',
      'last_joins',
      'articles',
      'trades',
      'plain',
      'of',
      'determined',
    ),
  ),
  customers: mapping({
    ...toNamedFields(words, 'halts', 'not_between', 'relatives', 'here'),
    /** In `owners`, `{project}` is the name of the project. */
    ...toNamedFields(
      words,
      'owners',
      'examples',
      'lists',
      'lately',
      'likes',
      'among',
      'among_verbs',
      'participles',
      'by',
    ),
    ...toNamedFields(
      words,
      'by_leads',
      'becomes',
      'one_of',
      'apposed',
      'ranked',
      'offices_at',
      'headings',
      'heading_ends',
    ),
    ...toNamedFields(words, 'heading_leads', 'as', 'works', 'particles', 'replaces', 'staff'),
  }),
  figures: mapping({
    ...toNamedFields(words, 'counted', 'ranges', 'pairs', 'crowds_of', 'parts_of', 'portion_adverbs', 'portion_of'),
    ...toNamedFields(
      words,
      'portion_theirs',
      'shares_in',
      'shares_of',
      'wholes',
      'per',
      'per_one',
      'per_and',
      'parts_by',
      'parts_than',
      'hedged',
    ),
    month: trimmedText,
    quarter: trimmedText,
    ...toNamedFields(
      words,
      'quarters',
      'period_adjectives',
      'period_nouns',
      'periods_before',
      'periods_behind',
      'period_of',
    ),
    rent: mapping({ by: trimmedText, as: trimmedText }),
    ...toNamedFields(words, 'column_per', 'column_times', 'column_magnitudes', 'column_unit'),
  }),
  parties: mapping({
    ...toNamedFields(words, 'naming', 'places', 'against', 'against_leads', 'owners', 'owners_leads', 'taken', 'here'),
    ...toNamedFields(words, 'objects', 'own'),
    ...toNamedFields(words, 'we', 'writers', 'writers_endings'),
  }),
  stance: mapping({
    ...toNamedFields(words, 'denials', 'anybody', 'may', 'would', 'would_you', 'hypothetical', 'question_joins'),
    ...toNamedFields(words, 'questions'),
    ...toNamedFields(words, 'noun_leads', 'audiences', 'against_leads', 'others_for'),
  }),
  laws: mapping({
    ...toNamedFields(words, 'leads', 'lead_articles', 'inner', 'series', 'numbers', 'series_ends', 'article_ranges'),
    ...toNamedFields(words, 'article_joins', 'citations', 'binding', 'voluntary', 'in_force', 'whether'),
  }),
  layout: mapping({
    letterheads: words,
    logos: mapping({ address: trimmedText, heading: trimmedText }),
    not_offer: trimmedText,
    lower_case_names: words,
    /** Letters of other scripts, each with the Latin one that it looks like. */
    lookalikes: record(trimmedText, trimmedText),
  }),
  /** Small words of other languages: a sentence with more of these than of English ones is not read. */
  foreign: words,
  /** In letters. */
  reach: mapping({
    ...toNamedFields(
      letters,
      'hedge',
      'label',
      'period_before',
      'period_behind',
      'comparative',
      'customer_cue',
      'context',
    ),
    ...toNamedFields(letters, 'against', 'other_behind', 'owner', 'object', 'writer', 'dates_of_a_law'),
  }),
  agreement: mapping({
    about: share,
    round_digits: wholeNumber(1),
    over: numberWithin(1),
    money: share,
    number_words: share,
    small_number_words: share,
    /** Percentage points. */
    shares: points,
  }),
});
