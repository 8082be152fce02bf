/** Words and phrases of one meaning, by the concept's name, as `rubrics/classifier/classifier.yaml` writes them. */
export type Concepts = Readonly<Record<string, readonly string[]>>;

/** In how many ways a text speaks of one thing, which is a feature of its own: that it speaks of it in none says most. */
export interface ConceptCount {
  /** Names of the concepts whose words and phrases are such ways. */
  readonly concepts: readonly string[];
  /** More ways than this count as this many. */
  readonly most: number;
  /** Texts of fewer words are not tallied: they leave out nearly everything. */
  readonly least: number;
  /** Texts of so many words and more are counted apart, since a short one leaves out more. */
  readonly long: number;
  /** What the feature counts against a word that is found once. */
  readonly value: number;
  /** What is told where a text has none, such as `no word of a chain`. */
  readonly none: string;
}

/** The first words of a text, which say what is sold: what is found there counts for more. */
export interface LeadBoost {
  readonly words: number;
  /** What a find in the opening counts against one behind it. */
  readonly times: number;
}

/** How the weights are learnt from the training texts. */
export interface LearningSettings {
  /** Texts that must have a word or concept, for it to be learnt. */
  readonly least_texts: number;
  /** Passes over all texts. */
  readonly rounds: number;
  /** Length of the first step; the last round's is a tenth of it. */
  readonly rate: number;
  /** What a weight loses at each step, as a share of the step. */
  readonly penalty: number;
  /** How much of what the plain counts of a label say is added to a weight. */
  readonly counts: number;
}

/** What the classifier needs besides the training texts: `rubrics/classifier/classifier.yaml`. */
export interface ClassifierSettings {
  /** The number of words of a summary that are read. */
  readonly most_words: number;
  readonly opening: LeadBoost;
  /** The length of what speaks for nothing in every text, in sizes of words, so that one or two words decide nothing. */
  readonly doubt: number;
  /** The softmax divides scores by it, so that a share is the share of such answers that are right. */
  readonly temperature: number;
  /** Two tracks that lead by less than this share are undecided. */
  readonly undecided_margin: number;
  readonly learning: LearningSettings;
  readonly concepts: Concepts;
  /** By a name of their own. */
  readonly tallies: Readonly<Record<string, ConceptCount>>;
}

/** Phrases as stems with a blank between them; a beginning of a longer phrase is listed too, with nothing behind it. */
export type PhraseTable<T> = Readonly<Record<string, readonly T[]>>;

/** A model of a track with the phrases that speak for it and what each weighs. */
export interface ModelPhrases {
  readonly id: string;
  readonly phrases: PhraseTable<number>;
}

/** What was learnt, in whole numbers, so that it is the same on every machine. */
export interface Classifier {
  readonly most_words: number;
  readonly opening: LeadBoost;
  readonly doubt: number;
  readonly temperature: number;
  readonly undecided_margin: number;
  /** The tracks, then `outside`; scores and weights stand in this order. */
  readonly labels: readonly string[];
  /** What each label starts from, in hundredths. */
  readonly bias: readonly number[];
  /** A table of the names of the concepts that a phrase stands for; a beginning of a longer phrase has a row, too. */
  readonly phrases: string;
  readonly tallies: ClassifierSettings['tallies'];
  /** A table by stem, `<concept>` or tally: its size, then its weight for each label in hundredths. */
  readonly features: string;
  readonly models: Readonly<Record<string, readonly ModelPhrases[]>>;
}
