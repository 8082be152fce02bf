import type { Rubric, StatementVocabulary } from '../../model/rubric.ts';
import { buildCustomerPatterns, type CustomerPatterns } from './customer-patterns.ts';
import { buildFigurePatterns, type FigurePatterns } from './figure-patterns.ts';
import { buildLawPatterns, type LawPatterns } from './law-patterns.ts';
import { NAME } from './names.ts';
import { compilePhrases, toAlternation, toWordAlternation } from './phrase-patterns.ts';
import { buildStrongPhrasePatterns, type StrongPhrasePattern } from './strong-phrase-patterns.ts';

/** The words of a rubric, made ready to be looked for. */
export interface Vocabulary {
  readonly statements: StatementVocabulary;
  readonly abbreviations: ReadonlySet<string>;
  readonly figures: FigurePatterns;
  readonly laws: LawPatterns;
  readonly strong: readonly StrongPhrasePattern[];
  /** Words that the rubric's own prose writes small: at the head of a sentence they are no names. */
  readonly ordinary: ReadonlySet<string>;
  /** Words that tie nothing to anything. */
  readonly common: ReadonlySet<string>;
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
  readonly customers: CustomerPatterns;
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What keeps a capitalised word from being the beginning of a name. */
function buildNonNamePattern({ clause_heads, customers, prepositions }: StatementVocabulary): string {
  const none = [...customers.not_names, ...prepositions.map(capitalize), ...clause_heads.map(capitalize)];
  return `(?!(?:${none.join('|')})(?![\\p{L}\\p{N}]))`;
}

function buildOtherPattern(s: StatementVocabulary): RegExp {
  const { clause_heads, others } = s;
  const heads = `(?:^|[,;:(\\u2013\\u2014] ?|(?<![\\p{L}\\p{N}])(?:${clause_heads.join('|')}) )`;
  const notName = buildNonNamePattern(s);
  const named = `${notName}(?:the |The |a |A |an |An )?${notName}${NAME}`;
  const kind = `(?:[Tt]he |[Aa]n? )?(?:[\\p{L}-]{1,20} ){0,1}${toWordAlternation(others)}`;
  return new RegExp(`${heads}(?:${named}(?:'s?)?|${kind})(?= [\\p{Ll}])`, 'gu');
}

/** Every word in small letters of the texts of a value. */
function collectWords(value: unknown, into: Set<string>): void {
  if (typeof value === 'string')
    for (const [word] of value.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{Ll}'-]*(?![\p{L}\p{N}])/gu)) into.add(word);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collectWords(part, into);
}

function buildVocabulary(rubric: Rubric): Vocabulary {
  const s = rubric.statements;
  const ordinary = new Set<string>();
  const { criteria, dimensions, tracks, gates, diagnoses, regulations, seeds } = rubric;
  collectWords([criteria, dimensions, tracks, gates, diagnoses, regulations, seeds.claims, s], ordinary);
  return {
    statements: s,
    abbreviations: new Set(s.abbreviations.map((word) => word.toLowerCase())),
    figures: buildFigurePatterns(rubric),
    laws: buildLawPatterns(rubric),
    strong: buildStrongPhrasePatterns(s),
    ordinary,
    common: new Set(s.common),
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
    hypothetical: compilePhrases([...s.openings, 'will', 'would', "'d", "'ll"]),
    finite: compilePhrases(s.finite),
    mainClause: new RegExp(
      `(?:,|,? (?:and|but|yet|while|so)) (?:(?:then |already |now )?(?:it|we|they|he|she|there)(?![\\p{L}])|(?:[\\p{L}'-]{1,20} ){1,4}?${toAlternation(s.finite)}(?![\\p{L}]))`,
      'iu',
    ),
    plan: compilePhrases(s.plans),
    attribution: compilePhrases(s.attributions),
    speaker: new RegExp(`${toWordAlternation(s.speakers)}(?: [\\p{L}'-]{1,20})? $`, 'iu'),
    against: new RegExp(`${toWordAlternation(s.against)} (?:the |a |an |its |their )?(?:[\\p{L}-]{1,20} )?$`, 'iu'),
    otherBehind: new RegExp(`^(?: [\\p{L}-]{1,20}){0,2} ${toWordAlternation(s.others)}(?! to | for )`, 'iu'),
    other: buildOtherPattern(s),
    owner: new RegExp(`${buildNonNamePattern(s)}(?<name>${NAME})(?:'s|')(?: [\\p{Ll}-]{1,20}){0,2} $`, 'u'),
    customers: buildCustomerPatterns(s),
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
