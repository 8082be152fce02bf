import { listNameNoise, type NameNoise } from '../../criteria/normalize-name.ts';
import type { MemoGrammar } from '../../model/grammar.ts';
import type { Rubric, StatementVocabulary } from '../../model/rubric.ts';
import { buildCustomerPatterns, type CustomerPatterns } from './customer-patterns.ts';
import { buildFigurePatterns, type FigurePatterns } from './figure-patterns.ts';
import { buildKeywordRules, type KeywordRules } from './keywords.ts';
import { buildLawPatterns, type LawPatterns } from './law-patterns.ts';
import { buildNamePattern } from './names.ts';
import { buildPartyPatterns, type PartyPatterns } from './party-patterns.ts';
import {
  compilePhrases,
  listBothCases,
  toAlternation,
  toOptional,
  toWordAlternation,
  WORD_END,
} from './phrase-patterns.ts';
import { buildLayoutPatterns, type LayoutPatterns } from './read-passages.ts';
import { buildClauseBreak } from './sentences.ts';
import { buildStrongPhrasePatterns, type StrongPhrasePattern } from './strong-phrase-patterns.ts';

/** The words of a rubric, made ready to be looked for. */
export interface Vocabulary {
  readonly statements: StatementVocabulary;
  readonly grammar: MemoGrammar;
  /** What is left out of names that are compared. */
  readonly noise: NameNoise;
  readonly abbreviations: ReadonlySet<string>;
  readonly figures: FigurePatterns;
  readonly laws: LawPatterns;
  readonly strong: readonly StrongPhrasePattern[];
  /** Words that the rubric's own prose writes small: at the head of a sentence they are no names. */
  readonly ordinary: ReadonlySet<string>;
  readonly keywords: KeywordRules;
  readonly clauseBreak: RegExp;
  /** Where the clause of some words ends behind them, and where it begins. */
  readonly clauseEnd: RegExp;
  readonly clauseStart: RegExp;
  readonly negation: RegExp;
  readonly notNegation: RegExp;
  readonly opening: RegExp;
  readonly condition: RegExp;
  readonly notCondition: RegExp;
  readonly rises: { readonly up: RegExp; readonly down: RegExp };
  readonly edges: { readonly ahead: RegExp; readonly behind: RegExp; readonly less: RegExp; readonly more: RegExp };
  /** First words of the names of registered alternatives. */
  readonly alternatives: readonly string[];
  readonly wish: RegExp;
  /** Phrases with a word of wishing that wish for nothing. */
  readonly courtesy: RegExp;
  /** Questions that take their answer for granted. */
  readonly rhetorical: RegExp;
  /** Words that make what follows from a condition one that may not be. */
  readonly hypothetical: RegExp;
  /** Verbs that tell what is. */
  readonly finite: RegExp;
  /** Where a clause of its own begins behind a condition or a wish. */
  readonly mainClause: RegExp;
  readonly plan: RegExp;
  readonly attribution: RegExp;
  readonly speaker: RegExp;
  readonly against: RegExp;
  readonly otherBehind: RegExp;
  /** Somebody else than the project at the head of a clause. */
  readonly other: RegExp;
  /** Somebody else whose the words are, as in "Wasabi's cheapest". */
  readonly owner: RegExp;
  /** What denies some words behind them. */
  readonly denialBehind: RegExp;
  /** What nobody in particular may do. */
  readonly supposed: RegExp;
  readonly wouldBehind: RegExp;
  readonly wishBehind: RegExp;
  /** A question for something else, behind the words. */
  readonly otherQuestion: RegExp;
  /** What makes a noun of a verb of saying: "a claim" is a thing, and nobody's words. */
  readonly noun: RegExp;
  /** A verb of saying with those it is said to, which makes the words the project's own. */
  readonly audience: RegExp;
  readonly customers: CustomerPatterns;
  readonly parties: PartyPatterns;
  readonly layout: LayoutPatterns;
  /** The first line of a letter, such as `To: the committee`, which says nothing of what is sold. */
  readonly letterhead: RegExp;
}

/** What keeps a capitalised word from being the beginning of a name. */
function buildNonNamePattern({ clause_heads, customers, prepositions }: StatementVocabulary): string {
  const none = [...customers.not_names, ...listBothCases([...prepositions, ...clause_heads])];
  return `(?!${toAlternation(none)}${WORD_END})`;
}

function buildOtherPattern(s: StatementVocabulary, g: MemoGrammar): RegExp {
  const { clause_heads, others } = s;
  const heads = `(?:^|[,;:(\\u2013\\u2014] ?|(?<![\\p{L}\\p{N}])${toAlternation(clause_heads)} )`;
  const notName = buildNonNamePattern(s);
  const article = toOptional(listBothCases(g.names.determined));
  const named = `${notName}${article}${notName}${buildNamePattern(g)}`;
  const kind = `${article}(?:[\\p{L}-]{1,20} ){0,1}${toWordAlternation(others)}`;
  return new RegExp(`${heads}(?:${named}(?:'s?)?|${kind})(?= [\\p{Ll}])`, 'gu');
}

/** What the words around a statement say of its stance: denied, wished for, supposed, asked, somebody else's. */
function buildStancePatterns(s: StatementVocabulary, g: MemoGrammar) {
  const { main_clauses: main, stance, clause_ends } = g;
  const would = toAlternation(stance.would);
  const start = '(?:^|[^\\p{L}])';
  const notLetter = '(?![\\p{L}])';
  return {
    hypothetical: compilePhrases([...s.openings, ...stance.hypothetical]),
    mainClause: new RegExp(
      `(?:,|,? ${toAlternation(main.joins)}) (?:${toOptional(main.adverbs)}${toAlternation(main.subjects)}${notLetter}|(?:[\\p{L}'-]{1,20} ){1,4}?${toAlternation(s.finite)}${notLetter})`,
      'iu',
    ),
    clauseEnd: new RegExp(`[,(]| ${toAlternation(clause_ends)} `),
    clauseStart: new RegExp(`[,(:]| ${toAlternation(clause_ends)} `),
    denialBehind: new RegExp(`^ ${toAlternation(stance.denials)} (?:\\p{L}+)|^ (?:\\p{L}+)$`, 'u'),
    supposed: new RegExp(
      `${start}${toAlternation(stance.anybody)} (?:\\p{Ll}+ )?${toAlternation(stance.may)}${notLetter}`,
      'iu',
    ),
    wouldBehind: new RegExp(`^(?: [\\p{L}'-]+){0,10}? ${would}${notLetter}`, 'u'),
    wishBehind: new RegExp(`^(?: [\\p{L}'-]+){0,12}? (?!${toAlternation(stance.would_you)})${would}${notLetter}`, 'iu'),
    otherQuestion: new RegExp(`, ${toAlternation(stance.question_joins)} ${toAlternation(stance.questions)}`),
    noun: new RegExp(`(?<![\\p{L}])${toAlternation(stance.noun_leads)} $`, 'iu'),
    audience: new RegExp(`^${toAlternation(stance.audiences)}`, 'i'),
    speaker: new RegExp(`${toWordAlternation(s.speakers)}(?: [\\p{L}'-]{1,20})? $`, 'iu'),
    against: new RegExp(
      `${toWordAlternation(s.against)} ${toOptional(stance.against_leads)}(?:[\\p{L}-]{1,20} )?$`,
      'iu',
    ),
    otherBehind: new RegExp(
      `^(?: [\\p{L}-]{1,20}){0,2} ${toWordAlternation(s.others)}(?! ${toAlternation(stance.others_for)} )`,
      'iu',
    ),
    other: buildOtherPattern(s, g),
    owner: new RegExp(
      `${buildNonNamePattern(s)}(?<name>${buildNamePattern(g)})(?:'s|')(?: [\\p{Ll}-]{1,20}){0,2} $`,
      'u',
    ),
  };
}

/** Every word in small letters of the texts of a value. */
function collectWords(value: unknown, into: Set<string>): void {
  if (typeof value === 'string')
    for (const [word] of value.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{Ll}'-]*(?![\p{L}\p{N}])/gu)) into.add(word);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collectWords(part, into);
}

function buildVocabulary(rubric: Rubric): Vocabulary {
  const { statements: s, grammar: g } = rubric;
  const ordinary = new Set<string>();
  const { criteria, dimensions, tracks, gates, diagnoses, regulations, seeds } = rubric;
  collectWords([criteria, dimensions, tracks, gates, diagnoses, regulations, seeds.claims, s], ordinary);
  return {
    ...buildStancePatterns(s, g),
    statements: s,
    grammar: g,
    noise: listNameNoise(rubric),
    abbreviations: new Set(s.abbreviations.map((word) => word.toLowerCase())),
    figures: buildFigurePatterns(rubric),
    laws: buildLawPatterns(rubric),
    strong: buildStrongPhrasePatterns(s),
    ordinary,
    keywords: buildKeywordRules(rubric),
    clauseBreak: buildClauseBreak(g.clause_breaks),
    negation: compilePhrases(s.negations),
    notNegation: compilePhrases(s.not_negations),
    opening: compilePhrases(s.openings),
    condition: compilePhrases(s.conditions),
    notCondition: compilePhrases(s.not_conditions),
    rises: { up: compilePhrases(s.rises.up), down: compilePhrases(s.rises.down) },
    edges: {
      ahead: compilePhrases(s.edges.ahead),
      behind: compilePhrases(s.edges.behind),
      less: compilePhrases(s.edges.less),
      more: compilePhrases(s.edges.more),
    },
    alternatives: [...new Set(rubric.alternatives.map(({ name }) => name.split(/[ ,]/)[0] ?? name))],
    wish: compilePhrases(s.wishes),
    courtesy: compilePhrases(s.courtesies),
    rhetorical: compilePhrases(s.rhetoric),
    finite: compilePhrases(s.finite),
    plan: compilePhrases(s.plans),
    attribution: compilePhrases(s.attributions),
    customers: buildCustomerPatterns(s, g),
    parties: buildPartyPatterns(g),
    layout: buildLayoutPatterns(g),
    letterhead: new RegExp(`^\\s*${toAlternation(g.layout.letterheads)}\\s*:`, 'i'),
  };
}

const vocabularyCache = new WeakMap<Rubric, Vocabulary>();

/** The vocabulary of a rubric; it is put together once. */
export function getVocabulary(rubric: Rubric): Vocabulary {
  const before = vocabularyCache.get(rubric);
  if (before !== undefined) return before;
  const made = buildVocabulary(rubric);
  vocabularyCache.set(rubric, made);
  return made;
}
