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
export interface StrongFamily {
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

type Values = Readonly<Record<string, number>>;
type Words = readonly string[];

/** The vocabulary by which statements are recognised in the prose of a memo. */
export interface Statements {
  readonly abbreviations: Words;
  readonly currencies: readonly Currency[];
  readonly magnitudes: readonly { readonly times: number; readonly words: Words }[];
  readonly number_words: Values;
  /** Words for many, with the least number that they say. */
  readonly crowds: Values;
  readonly percents: Words;
  readonly multiples: Values;
  readonly repeats: Values;
  readonly comparatives: Words;
  readonly fractions: Values;
  /** Parts of a whole, as shares of 1. */
  readonly parts: Values;
  readonly prices: Words;
  readonly measures: readonly Measure[];
  readonly counts: Words;
  readonly qualities: Words;
  readonly labels: Words;
  readonly hedges: { readonly about: Words; readonly over: Words; readonly under: Words };
  readonly rises: { readonly up: Words; readonly down: Words };
  readonly edges: { readonly ahead: Words; readonly behind: Words; readonly less: Words; readonly more: Words };
  readonly months: Words;
  readonly wishes: Words;
  readonly courtesies: Words;
  readonly rhetoric: Words;
  readonly finite: Words;
  /** Words of what is still to come. */
  readonly plans: Words;
  readonly common: Words;
  /** By id of a criterion. */
  readonly subjects: Readonly<Record<string, Words>>;
  readonly customers: {
    readonly nouns: Words;
    readonly before: Words;
    readonly verbs: Words;
    readonly past: Words;
    readonly acts: Words;
    readonly offices: Words;
    readonly paying: Words;
    readonly adverbs: Words;
    readonly paid: Words;
    readonly groups: Words;
    readonly not_names: Words;
    readonly forms: Words;
  };
  readonly pronouns: Words;
  /** Words for the project wherever a figure is told of it. */
  readonly us: Words;
  readonly project: Words;
  readonly laws: {
    /** By id of a regulation. */
    readonly names: Readonly<Record<string, Words>>;
    readonly kinds: Words;
    readonly articles: Words;
    readonly told: Words;
    readonly obliges: Words;
    readonly demands: Words;
    readonly later: Words;
    readonly soon: Words;
  };
  readonly things: Words;
  readonly strong: readonly StrongFamily[];
  readonly negations: Words;
  readonly not_negations: Words;
  readonly openings: Words;
  readonly conditions: Words;
  readonly not_conditions: Words;
  readonly attributions: Words;
  readonly speakers: Words;
  readonly others: Words;
  readonly against: Words;
  readonly determiners: Words;
  readonly prepositions: Words;
  readonly clause_heads: Words;
}
