/** A currency; more than one may have the same id, as cents and dollars do. */
export interface Currency {
  readonly id: string;
  /** Signs that stand before the figure. */
  readonly signs: readonly string[];
  /** Words that stand before or behind it. */
  readonly words: readonly string[];
  /** How many of the currency one is. */
  readonly times: number;
}

export interface Measure {
  /** What is measured, such as `bytes`; measures of the same convert into each other. */
  readonly of: string;
  /** How many of the base one is. */
  readonly times: number;
  readonly words: readonly string[];
  /** False where it only follows `per`: a span of years is no figure of a project. */
  readonly alone: boolean;
}

/** Words that promise much, with what they ask for. */
export interface StrongWording {
  readonly id: string;
  /** Id of the least grade of evidence that bears the words out. */
  readonly needs: string;
  readonly reason: string;
  /** Criteria whose answers can carry the words. */
  readonly about: readonly string[];
  /** The least level, 0 to 4, that such an answer has to claim. */
  readonly from_level: number;
  /** `{thing}` stands for one of `things`. */
  readonly wordings: readonly string[];
  /** Words beside which these are terms of a trade. */
  readonly not_with: readonly string[];
}

type WordValues = Readonly<Record<string, number>>;
type WordList = readonly string[];

/** The vocabulary by which statements are recognised in the prose of a memo. */
export interface StatementVocabulary {
  /** Ids of the criteria whose answers are read as customers, revenue, shares of it, and its growth. */
  readonly roles: {
    readonly customers: WordList;
    readonly revenue: WordList;
    readonly shares: WordList;
    readonly growth: WordList;
  };
  readonly abbreviations: WordList;
  readonly currencies: readonly Currency[];
  readonly magnitudes: readonly { readonly times: number; readonly words: WordList }[];
  readonly number_words: WordValues;
  /** Words for many, with the least number that they say. */
  readonly crowds: WordValues;
  readonly percents: WordList;
  readonly multiples: WordValues;
  readonly repeats: WordValues;
  readonly comparatives: WordList;
  readonly fractions: WordValues;
  /** Parts of a whole, as shares of 1. */
  readonly parts: WordValues;
  readonly prices: WordList;
  readonly measures: readonly Measure[];
  readonly counts: WordList;
  readonly qualities: WordList;
  readonly labels: WordList;
  readonly hedges: { readonly about: WordList; readonly over: WordList; readonly under: WordList };
  readonly rises: { readonly up: WordList; readonly down: WordList };
  readonly edges: {
    readonly ahead: WordList;
    readonly behind: WordList;
    readonly less: WordList;
    readonly more: WordList;
  };
  readonly months: WordList;
  readonly wishes: WordList;
  readonly courtesies: WordList;
  readonly rhetoric: WordList;
  readonly finite: WordList;
  /** Words of what is still to come. */
  readonly plans: WordList;
  readonly common: WordList;
  /** By id of a criterion. */
  readonly subjects: Readonly<Record<string, WordList>>;
  readonly customers: {
    readonly nouns: WordList;
    readonly before: WordList;
    readonly verbs: WordList;
    readonly past: WordList;
    readonly acts: WordList;
    readonly offices: WordList;
    readonly paying: WordList;
    readonly adverbs: WordList;
    readonly paid: WordList;
    readonly groups: WordList;
    readonly not_names: WordList;
    readonly forms: WordList;
  };
  readonly pronouns: WordList;
  /** Words for the project wherever a figure is told of it. */
  readonly us: WordList;
  readonly project: WordList;
  readonly laws: {
    /** By id of a regulation. */
    readonly names: Readonly<Record<string, WordList>>;
    readonly kinds: WordList;
    readonly articles: WordList;
    readonly told: WordList;
    readonly obliges: WordList;
    readonly demands: WordList;
    readonly later: WordList;
    readonly soon: WordList;
  };
  readonly things: WordList;
  readonly strong: readonly StrongWording[];
  readonly negations: WordList;
  readonly not_negations: WordList;
  readonly openings: WordList;
  readonly conditions: WordList;
  readonly not_conditions: WordList;
  readonly attributions: WordList;
  readonly speakers: WordList;
  readonly others: WordList;
  readonly against: WordList;
  readonly determiners: WordList;
  readonly prepositions: WordList;
  readonly clause_heads: WordList;
}
