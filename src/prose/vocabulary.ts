import { listNameNoise } from '../criteria/normalize-name.ts';
import { rememberByObject, workOutLazily } from '../model/remember.ts';
import type { Rubric } from '../model/rubric.ts';
import { buildCustomerStatePatterns } from './customer-states.ts';
import { buildCustomerPatterns } from './customers.ts';
import { buildFigurePatterns } from './figure-patterns.ts';
import { buildFramePatterns } from './frames.ts';
import { buildKeywordRules } from './keywords.ts';
import { buildLanguageWords } from './language.ts';
import { buildLawPatterns } from './laws.ts';
import { buildLevelPatterns } from './level-claims.ts';
import { buildPartyPatterns } from './parties.ts';
import { compilePhrases, toAlternation } from './phrase-patterns.ts';
import { buildLayoutPatterns } from './read-passages.ts';
import { restrictWords } from './restrict-words.ts';
import { buildStancePatterns } from './stance.ts';
import { buildStrongPhrasePatterns } from './strong-phrases.ts';
import { buildTopicPatterns } from './topic.ts';

/** Every word in small letters of the texts of a value. */
function collectWords(value: unknown, into: Set<string>): void {
  if (typeof value === 'string')
    for (const word of value.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{Ll}'-]*(?![\p{L}\p{N}])/gu) ?? []) into.add(word);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collectWords(part, into);
}

/** Words that the rubric's own prose writes in lower case: at the head of a sentence they are not names. */
const listOrdinaryWords = rememberByObject((rubric: Rubric): ReadonlySet<string> => {
  const { criteria, dimensions, tracks, gates, diagnoses, regulations, seeds, statements } = rubric;
  const ordinary = new Set<string>();
  collectWords([criteria, dimensions, tracks, gates, diagnoses, regulations, seeds.claims, statements], ordinary);
  return ordinary;
});

/** @param texts those in which it is used alone; none for all texts. */
function buildVocabulary(whole: Rubric, texts?: readonly string[]) {
  const { occurs, ...own } = texts === undefined ? { occurs: () => true } : restrictWords(whole, texts);
  const rubric = { ...whole, ...own };
  const { statements: s, grammar: g } = rubric;
  const parts = workOutLazily({
    statements: () => whole.statements,
    /** What is left out of names that are compared. */
    noise: () => listNameNoise(whole),
    abbreviations: () => new Set(whole.statements.abbreviations.map((word) => word.toLowerCase())),
    figures: () => buildFigurePatterns(rubric),
    laws: () => buildLawPatterns(rubric),
    strong: () => buildStrongPhrasePatterns(s),
    ordinary: () => listOrdinaryWords(whole),
    keywords: () => buildKeywordRules(whole),
    /** First words of the names of registered alternatives. */
    alternatives: () => [...new Set(rubric.alternatives.map(({ name }) => name.split(/[ ,]/)[0] ?? name))],
    plan: () => compilePhrases(s.plans),
    /** Whoever sells such things, in the head of a column. */
    sellers: () => compilePhrases([...s.others, ...s.things]),
    /** What leads to somebody without a name. */
    unnamed: () => compilePhrases(s.customers.unnamed.leads),
    topics: () => buildTopicPatterns(s),
    levels: () => buildLevelPatterns(s),
    frames: () => buildFramePatterns(s, g),
    customerStates: () => buildCustomerStatePatterns(s),
    language: () => buildLanguageWords(rubric),
    customers: () => buildCustomerPatterns(s, g, occurs),
    parties: () => buildPartyPatterns(s, g),
    layout: () => buildLayoutPatterns(g),
    /** The first line of a letter, such as `To: the committee`, which says nothing of what is sold. */
    letterhead: () => new RegExp(`^\\s*${toAlternation(g.layout.letterheads)}\\s*:`, 'i'),
  });
  return Object.assign(parts, buildStancePatterns(s, g));
}

/** The words of a rubric, compiled to patterns. */
export interface Vocabulary extends ReturnType<typeof buildVocabulary> {}

/** The vocabulary of a rubric, built once. */
export const getVocabulary = rememberByObject((rubric: Rubric): Vocabulary => buildVocabulary(rubric));

const usedForTexts = new WeakSet<Rubric>();

/**
 * The vocabulary of a rubric for some texts: of their own words for the first ones, as most runs read one memo, and the whole one,
 * built once, for any others. Both find the same in them.
 */
export function getVocabularyFor(rubric: Rubric, texts: readonly string[]): Vocabulary {
  if (usedForTexts.has(rubric)) return getVocabulary(rubric);
  usedForTexts.add(rubric);
  return buildVocabulary(rubric, texts);
}
