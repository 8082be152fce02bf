import * as s from './schema/schema.ts';
import { id, share } from './schema/values.ts';

const name = s.formedText(/^[a-z][a-z0-9-]*$/u, 'a name is a lower-case letter, then letters, digits and -');

/** Words and phrases of one meaning, by the concept's name. */
export type Concepts = s.AcceptedValue<typeof concepts>;

const concepts = s.record(s.list(s.trimmedText, 1), name);

/** How often a text speaks of one thing, which is a feature of its own: that it never speaks of it says most. */
export interface ConceptCount extends s.AcceptedValue<typeof conceptCount> {}

const conceptCount = s.mapping({
  /** Names of the concepts whose words and phrases are counted. */
  concepts: s.list(name, 1),
  /** More finds than this count as this many. */
  most: s.wholeNumber(1, 20),
  /** Shorter texts, in words, are not counted: they leave out nearly everything. */
  least: s.wholeNumber(1, 10_000),
  /** Texts of this many words and more are counted separately, since a short one leaves out more. */
  long: s.wholeNumber(1, 10_000),
  /** What the feature counts against a word that is found once. */
  value: s.numberAbove(0, 100),
  /** What is said of a text that has none, such as `no mention of a chain`. */
  none: s.trimmedText,
});

/** The first words of a text, which say what is sold: what is found there counts for more. */
const leadBoost = s.mapping({
  words: s.wholeNumber(0, 10_000),
  /** What a find in the opening counts against one behind it. */
  times: s.numberWithin(1, 100),
});

/** What is read of a document. */
const documentSettings = s.mapping({
  /** The number of words of its passages that are read. */
  words: s.wholeNumber(1, 10_000),
  /** Passages of fewer words are labels and entries of lists. */
  least: s.wholeNumber(1, 100),
});

/** How English is told from other languages, and a sentence from a list. */
const languageSettings = s.mapping({
  /** Words that every English sentence is made of, whatever it says. */
  function_words: s.list(s.trimmedText, 1),
  /** A text of which this share are function words is English. */
  least_share: share,
  /** So is one of which this share are words that the classifier has learnt: headings and lists have few function words. */
  least_known: share,
  /** Fewer words are not enough to tell. */
  least_words: s.wholeNumber(1, 100),
  /** A text with a larger share of letters of other scripts than the Latin one is not English. */
  most_foreign_letters: share,
});

/** What is a list, such as keywords, by the words between the ends of sentences; behind the opening it is not heard. */
const listSettings = s.mapping({
  /** Longer sentences are judged by pieces of this many words. */
  words: s.wholeNumber(1, 100),
  /** A piece with a smaller share of function words is one of a list. */
  least_share: share,
});

/** How the weights are learnt from the training texts. */
export interface LearningSettings extends s.AcceptedValue<typeof learningSettings> {}

const learningSettings = s.mapping({
  /** Texts that must have a word or concept, for it to be learnt. */
  least_texts: s.wholeNumber(1),
  /** Passes over all texts. */
  rounds: s.wholeNumber(1, 100),
  /** Length of the first step; the last round's is a tenth of it. */
  rate: s.numberAbove(0, 100),
  /** What a weight loses at each step, as a share of the step. */
  penalty: share,
  /** How much of what the plain counts of a label say is added to a weight. */
  counts: share,
  /** Documents that are made of the texts for each label: how many, of how many texts, with how many that say nothing of an offer. */
  documents: s.mapping({
    each: s.wholeNumber(0, 10_000),
    texts: s.wholeNumber(1, 100),
    fillers: s.wholeNumber(0, 100),
  }),
});

/** How sentences of documents are sorted by the questions that they bear on. */
export interface SentenceSettings extends s.AcceptedValue<typeof sentenceSettings> {}

const sentenceSettings = s.mapping({
  /** The number of words that are read, of a sentence and of its headings. */
  words: s.wholeNumber(1, 1000),
  heading_words: s.wholeNumber(0, 100),
  /** The length of what speaks for nothing in every sentence. */
  doubt: s.numberWithin(0, 100),
  /** Smaller weights are left out of what was learnt; 0 keeps all. */
  least_weight: s.withDefault(s.numberWithin(0, 10), 0),
  learning: s.mapping({
    /** Sentences that must have a word, for it to be learnt. */
    least_sentences: s.wholeNumber(1),
    rounds: s.wholeNumber(1, 1000),
    /** Length of the first step; the last round's is a tenth of it. */
    rate: s.numberAbove(0, 100),
    /** What a weight loses in each round, as a share of the step. */
    penalty: share,
    /** How much more a sentence that bears on a question counts than one that does not, since there are fewer of them. */
    right: s.numberAbove(0, 100),
    /** What each question starts from. */
    start: s.numberWithin(-10, 10),
  }),
});

/** How sentences of memos are sorted by what they claim for the offer. */
const claimSettings = s.mapping({
  ...sentenceSettings.fields,
  /** The least weight at which a sentence claims something. */
  least: s.numberWithin(-10, 10),
});

/** Sentences by the criteria whose questions they bear on; what is before ` > ` is the heading. */
export const trainingSentencesFile = s.mapping({
  id,
  sentences: s.list(s.mapping({ of: s.list(id), texts: s.list(s.trimmedText, 1) }), 1),
});

/** Sentences of memos by the option of a criterion that they claim for the offer, those that claim less of it, and those that claim none. */
export const trainingClaimsFile = s.mapping({
  id,
  /** Without an option: whatever it claims of the criterion. */
  claims: s.list(s.mapping({ criterion: id, option: s.optional(id), texts: s.list(s.trimmedText, 1) })),
  less: s.list(s.mapping({ criterion: id, texts: s.list(s.trimmedText, 1) })),
  none: s.withDefault(s.list(s.trimmedText), []),
});

/** What was learnt of sentences. */
export interface SentenceModel extends Omit<SentenceSettings, 'learning'> {
  readonly criteria: readonly string[];
  /** What each criterion starts from, in hundredths. */
  readonly bias: readonly number[];
  /** A table by word, two words, `^` and word of a heading, or `<form>`: its size in hundredths, then a letter for each criterion's weight. */
  readonly features: string;
}

/** What the classifier needs besides the training texts: `rubrics/classifier/classifier.yaml`. */
export interface ClassifierSettings extends s.AcceptedValue<typeof classifierFile> {}

export const classifierFile = s.mapping({
  /** The number of words of a summary that are read. */
  most_words: s.wholeNumber(1, 10_000),
  opening: leadBoost,
  lists: listSettings,
  documents: documentSettings,
  /** The length of what speaks for nothing in every text, in sizes of words, so that one or two words decide nothing. */
  doubt: s.numberWithin(0, 100),
  /** The softmax divides scores by it, so that a share is the share of such answers that are right. */
  temperature: s.numberAbove(0),
  /** A first answer that leads the second by less than this share is undecided. */
  undecided_margin: share,
  english: languageSettings,
  /** Verbs of a sale: a text with one of them says something of an offer, however little of it is known. */
  selling: s.list(s.trimmedText),
  learning: learningSettings,
  sentences: sentenceSettings,
  claims: claimSettings,
  concepts,
  /** By a name of their own. */
  tallies: s.record<ConceptCount>(conceptCount, name),
});

/** Texts of one label: a track's id, `outside`, or `no-offer` for those that say nothing of one. */
export const trainingTextsFile = s.mapping({ id, texts: s.list(s.trimmedText, 1) });

/** Phrases as stems with a blank between them; a beginning of a longer phrase is listed too, with nothing behind it. */
export type PhraseTable<T> = Readonly<Record<string, readonly T[]>>;

/** A model of a track with the phrases that point to it and what each weighs. */
export interface ModelPhrases {
  readonly id: string;
  readonly phrases: PhraseTable<number>;
}

/** What was learnt, in whole numbers, so that it is the same on every machine. */
export interface Classifier extends Omit<ClassifierSettings, 'learning' | 'concepts' | 'sentences' | 'claims'> {
  /** The tracks, then `outside`, then `no-offer` where it was learnt; scores and weights are in this order. */
  readonly labels: readonly string[];
  /** What each label starts from, in hundredths. */
  readonly bias: readonly number[];
  /** A table of the names of the concepts that a phrase stands for; a beginning of a longer phrase has a row, too. */
  readonly phrases: string;
  /** A table by stem, `<concept>` or tally: its size, then its weight for each label in hundredths. */
  readonly features: string;
  readonly models: Readonly<Record<string, readonly ModelPhrases[]>>;
  readonly sentences: SentenceModel;
  /** Null in the programmatic interface, which judges no memos. In place of criteria it has `criterion/option`, or `criterion/` for no option. */
  readonly claims: (SentenceModel & { readonly least: number }) | null;
}
