import type { MemoGrammar } from '../model/grammar.ts';
import type { StatementVocabulary } from '../model/rubric.ts';
import { isWithin, type PassageSpan } from './passage.ts';
import {
  ALPHABETIC,
  buildNamePattern,
  compilePhrases,
  hasMatch,
  LETTER,
  listBothCases,
  NOT_ALPHABETIC,
  toAlternation,
  toOptional,
  toWordAlternation,
  WORD_END,
} from './phrase-patterns.ts';
import { buildClauseBreak, findClause, type Sentence } from './sentences.ts';

/** What keeps a capitalised word from being the beginning of a name. */
function buildNonNamePattern({ clause_heads, customers, prepositions, determiners }: StatementVocabulary): string {
  const none = [...customers.not_names, ...listBothCases([...prepositions, ...clause_heads, ...determiners])];
  return `(?!(?:${toAlternation(none)}|\\p{Lu}\\d+s?)${WORD_END})`;
}

function buildOtherPattern(s: StatementVocabulary, g: MemoGrammar): RegExp {
  const { clause_heads, others } = s;
  const heads = `(?:^|[,;:(\\u2013\\u2014] ?|(?<!${LETTER})${toAlternation(listBothCases(clause_heads))} )`;
  const notName = buildNonNamePattern(s);
  const article = toOptional(listBothCases(g.names.determined));
  const named = `${article}${notName}${buildNamePattern(g)}`;
  const kind = `${article}(?:[\\p{L}-]{1,20} ){0,1}${toWordAlternation(others)}`;
  return new RegExp(`${heads}(?:${named}(?:'s?)?|${kind})(?= [\\p{Ll}(])`, 'gu');
}

/** What the words around a statement say of its stance: denied, wished for, supposed, asked, somebody else's. */
export function buildStancePatterns(s: StatementVocabulary, g: MemoGrammar) {
  const { main_clauses: main, stance, clause_ends } = g;
  const would = toAlternation(stance.would);
  const start = `(?:^|${NOT_ALPHABETIC})`;
  const notLetter = `(?!${ALPHABETIC})`;
  return {
    grammar: g,
    clauseBreak: buildClauseBreak(g.clause_breaks),
    negation: compilePhrases(s.negations),
    lacking: compilePhrases(s.lacking),
    notNegation: compilePhrases(s.not_negations),
    opening: compilePhrases(s.openings),
    condition: compilePhrases(s.conditions),
    notCondition: compilePhrases(s.not_conditions),
    wish: compilePhrases(s.wishes),
    /** Phrases with a word of wishing that wish for nothing. */
    courtesy: compilePhrases(s.courtesies),
    /** What leads up to what somebody says, and says nothing itself: "We would like to announce that". */
    preamble: new RegExp(
      `^${NOT_ALPHABETIC}{0,3}(?:(?:${ALPHABETIC}|'){1,16},? ){0,3}?${toAlternation(s.courtesies)}(?: (?:you|everybody|everyone|readers))?,?:? (?:that |how )?`,
      'iu',
    ),
    /** Questions that take their answer for granted. */
    rhetorical: compilePhrases(s.rhetoric),
    /** Verbs that tell what is. */
    finite: compilePhrases(s.finite),
    attribution: compilePhrases(s.attributions),
    /** Words that make what follows from a condition one that may not be. */
    hypothetical: compilePhrases([...s.openings, ...stance.hypothetical]),
    /** Where a clause of its own begins behind a condition or a wish. */
    mainClause: new RegExp(
      `(?:,|,? ${toAlternation(main.joins)}) (?:${toOptional(main.adverbs)}${toAlternation(main.subjects)}${notLetter}|(?:(?:${ALPHABETIC}|['-]){1,20} ){1,4}?${toAlternation(s.finite)}${notLetter})`,
      'iu',
    ),
    /** Where the clause of some words ends behind them, and where it begins. */
    clauseEnd: new RegExp(`[,(]| ${toAlternation(clause_ends)} `),
    clauseStart: new RegExp(`[,(:]| ${toAlternation(clause_ends)} `),
    /** What denies some words behind them. */
    denialBehind: new RegExp(`^ ${toAlternation(stance.denials)} (?:\\p{L}+)|^ (?:\\p{L}+)$`, 'u'),
    /** What nobody in particular may do. */
    supposed: new RegExp(
      `${start}${toAlternation(stance.anybody)} (?:\\p{Ll}+ )?${toAlternation(stance.may)}${notLetter}`,
      'iu',
    ),
    wouldBehind: new RegExp(`^(?: [\\p{L}'-]+){0,10}? ?${would}${notLetter}`, 'u'),
    wishBehind: new RegExp(
      `^(?: (?:${ALPHABETIC}|['-])+){0,12}? (?!${toAlternation(stance.would_you)})${would}${notLetter}`,
      'iu',
    ),
    /** A question for something else, behind the words. */
    otherQuestion: new RegExp(`, ${toAlternation(stance.question_joins)} ${toAlternation(stance.questions)}`),
    /** What makes a noun of a verb of saying: "a claim" is a thing, and nobody's words. */
    noun: new RegExp(`(?<!${ALPHABETIC})${toAlternation(stance.noun_leads)} $`, 'iu'),
    /** A verb of saying with those it is said to, which makes the words the project's own. */
    audience: new RegExp(`^${toAlternation(stance.audiences)}`, 'i'),
    speaker: new RegExp(`${toWordAlternation(s.speakers)}(?: (?:${ALPHABETIC}|['-]){1,20})? $`, 'iu'),
    against: new RegExp(
      `${toWordAlternation(s.against)} ${toOptional(stance.against_leads)}(?:(?:${ALPHABETIC}|-){1,20} )?$`,
      'iu',
    ),
    otherBehind: new RegExp(
      `^(?: (?:${ALPHABETIC}|-){1,20}){0,2} ${toWordAlternation(s.others)}(?! ${toAlternation(stance.others_for)} )`,
      'iu',
    ),
    /** Somebody else than the project at the head of a clause. */
    other: buildOtherPattern(s, g),
    /** A word that is not a name where it opens a sentence. */
    plain: new RegExp(`\\p{Ll}${toAlternation(g.names.plain)}$`, 'u'),
    /** Somebody else whose the words are, as in "Wasabi's cheapest". */
    owner: new RegExp(
      `${buildNonNamePattern(s)}(?<name>${buildNamePattern(g)})(?:'s|')(?: [\\p{Ll}-]{1,20}){0,2} $`,
      'u',
    ),
  };
}

export interface StancePatterns extends ReturnType<typeof buildStancePatterns> {}

/** Who the text can be about, besides the patterns that hold for every memo: its project has a name of its own. */
export interface Actors {
  /** What stands for the project beyond doubt. */
  readonly project: RegExp;
  readonly name: RegExp;
  /** The project and whoever buys from it: what its buyers meet with is of the offer. */
  readonly offer: RegExp;
  /** Words that are not names where they open a sentence. */
  readonly ordinary: ReadonlySet<string>;
}

/** The name of a project as texts write it, and its first word. */
function listProjectNames(name: string): readonly string[] {
  const plain = name
    .normalize('NFC')
    .replace(/ \([^)]*\)$/, '')
    .trim();
  const [first = plain] = plain.split(/\s+/);
  return [plain, ...(first.length > 2 ? [first] : [])];
}

export function identifyActors(
  name: string,
  { project, customers }: Pick<StatementVocabulary, 'project' | 'customers'>,
  ordinary: ReadonlySet<string>,
): Actors {
  const names = listProjectNames(name);
  const own = [...project, ...names];
  return {
    project: compilePhrases(own),
    name: compilePhrases(names),
    offer: compilePhrases([...own, ...customers.nouns]),
    ordinary,
  };
}

function findLastEnd(pattern: RegExp, text: string, skip: (match: string) => boolean = () => false): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) if (!skip(match[0])) last = match.index + match[0].length;
  return last;
}

/** True where the words are plainly about somebody else than the project: "AWS is the largest cloud". @param own who is not somebody else. */
export function isAboutOther(
  sentence: Sentence,
  at: PassageSpan,
  actors: Actors,
  vocabulary: StancePatterns,
  own: RegExp = actors.project,
): boolean {
  const { text } = sentence.passage;
  const { reach } = vocabulary.grammar;
  const before = text.slice(sentence.from, at.from);
  if (vocabulary.against.test(before.slice(-reach.against))) return true;
  if (vocabulary.otherBehind.test(text.slice(at.to, Math.min(sentence.to, at.to + reach.other_behind)))) return true;
  const isOwn = (words: string) => hasMatch(own, words);
  const owner = vocabulary.owner.exec(before.slice(-reach.owner))?.groups?.['name'];
  if (owner !== undefined) return !isOwn(owner);
  const isOrdinary = (words: string) =>
    /^\p{Lu}[\p{Ll}-]+(?: \p{L}[\p{Ll}-]*)*$/u.test(words) &&
    words
      .toLowerCase()
      .split(/[ -]/)
      .every((word) => actors.ordinary.has(word) || vocabulary.plain.test(word));
  const other = findLastEnd(
    vocabulary.other,
    text.slice(sentence.from, at.from + 1),
    (words) => isOwn(words) || isOrdinary(words.replace(/^[^\p{L}]+/u, '')),
  );
  return other !== -1 && other > findLastEnd(actors.project, before);
}

/** True where the words are denied in their part of the sentence: "not the first", "guaranteed by nobody". */
export function isDenied(sentence: Sentence, at: PassageSpan, vocabulary: StancePatterns): boolean {
  const { text } = sentence.passage;
  const clause = findClause(text, sentence, at, vocabulary.clauseBreak);
  const before = text.slice(clause.from, at.from).replace(vocabulary.notNegation, '');
  const rest = text.slice(at.to, clause.to).replace(/(?<![.!\s])[.!\s]+$/, '');
  const behind = vocabulary.denialBehind.exec(rest)?.[0] ?? '';
  return hasMatch(vocabulary.negation, before) || hasMatch(vocabulary.negation, behind);
}

export function isQuestion({ passage, from, to }: Sentence): boolean {
  return /\?["'”’)\]]*\s*$/.test(passage.text.slice(from, to));
}

/** The words of the sentence before `at`, from the last of the marks on. */
function sliceBefore({ passage, from }: Sentence, at: PassageSpan, marks: RegExp): string {
  return passage.text.slice(from, at.from).split(marks).at(-1) ?? '';
}

/** The words of the sentence behind `at`, up to a semicolon, colon or dash. */
function sliceBehind({ passage, to }: Sentence, at: PassageSpan): string {
  return passage.text.slice(at.to, to).split(/[;:\u2014]/)[0] ?? '';
}

/** The words behind the last match of the pattern; null without a match. */
function sliceAfterLast(pattern: RegExp, text: string): string | null {
  const last = findLastEnd(pattern, text);
  return last === -1 ? null : text.slice(last);
}

/**
 * True under `if` and its like: within the condition itself, or in what would follow from it. "If you ask, it is 5 USD" tells the
 * price all the same, and so does a condition that comes behind.
 */
function isConditional(sentence: Sentence, at: PassageSpan, vocabulary: StancePatterns): boolean {
  const [before, behind] = [sliceBefore(sentence, at, /[;:\u2014]/), sliceBehind(sentence, at)];
  const plain = (text: string) => text.replace(vocabulary.notCondition, '');
  const condition = sliceAfterLast(vocabulary.condition, plain(before));
  if (condition === null)
    return hasMatch(vocabulary.condition, plain(behind)) && hasMatch(vocabulary.hypothetical, before);
  const main = vocabulary.mainClause.exec(condition);
  return (
    main === null || hasMatch(vocabulary.hypothetical, condition.slice(main.index) + cutClauseAfter(behind, vocabulary))
  );
}

/** The part of the text that belongs to the clause before it. */
function cutClauseAfter(behind: string, { clauseEnd }: StancePatterns): string {
  return behind.split(clauseEnd)[0] ?? '';
}

/** True where the words are asked: in the last clause of a question that does not take its answer for granted. */
function isAsked(sentence: Sentence, at: PassageSpan, vocabulary: StancePatterns): boolean {
  const { passage, from, to } = sentence;
  if (!isQuestion(sentence)) return false;
  const behind = passage.text.slice(at.to, to);
  const before = passage.text.slice(from, at.from);
  return !vocabulary.otherQuestion.test(behind) && !hasMatch(vocabulary.rhetorical, before);
}

/** True where the words are left open: a question, a condition, or a `would` in their part of the sentence. */
export function isOpen(sentence: Sentence, at: PassageSpan, vocabulary: StancePatterns): boolean {
  const { text } = sentence.passage;
  const clause = findClause(text, sentence, at, vocabulary.clauseBreak);
  return (
    isAsked(sentence, at, vocabulary) ||
    isConditional(sentence, at, vocabulary) ||
    hasMatch(vocabulary.opening, text.slice(clause.from, at.from)) ||
    vocabulary.wouldBehind.test(cutClauseAfter(text.slice(at.to, sentence.to), vocabulary))
  );
}

/**
 * True where somebody wants or asks for what the words say: a wish before them without another main clause between, or in their
 * own clause. A heading that wishes does so for what stands under it without a verb of its own.
 */
export function isWish(sentence: Sentence, at: PassageSpan, vocabulary: StancePatterns): boolean {
  const { passage, from, to } = sentence;
  if (isAsked(sentence, at, vocabulary) || isConditional(sentence, at, vocabulary)) return true;
  const before = sliceBefore(sentence, at, /[;\u2014]/);
  const wished = sliceAfterLast(vocabulary.wish, before.replace(vocabulary.courtesy, ''));
  // The words behind a colon are what is wished for, except where they have a verb of their own.
  const isTold = wished?.includes(':') === true && hasMatch(vocabulary.finite, wished.replace(/^[^:]*:/, ''));
  if (wished !== null && !isTold && !vocabulary.mainClause.test(wished)) return true;
  // What nobody in particular may do is not a figure of the project: "a buyer might pay".
  if (vocabulary.supposed.test(before.split(vocabulary.clauseStart).at(-1) ?? '')) return true;
  const own = cutClauseAfter(sliceBehind(sentence, at), vocabulary).replace(vocabulary.courtesy, '');
  if (hasMatch(vocabulary.wish, own) || vocabulary.wishBehind.test(own)) return true;
  return hasMatch(vocabulary.wish, passage.under) && !hasMatch(vocabulary.finite, passage.text.slice(from, to));
}

/** True where the words stand in quotation marks or a block quote. */
export function isQuoted({ passage }: Sentence, at: PassageSpan): boolean {
  return passage.quoted.some((quoted) => isWithin(at, quoted));
}

/** True where somebody other than the writer is said to have used the words. */
export function isAttributed(sentence: Sentence, vocabulary: StancePatterns): boolean {
  const text = sentence.passage.text.slice(sentence.from, sentence.to);
  for (const match of text.matchAll(vocabulary.attribution)) {
    // "A claim" is a thing, and not what somebody says.
    const before = text.slice(0, match.index);
    const isOwn = vocabulary.audience.test(text.slice(match.index));
    if (!vocabulary.noun.test(before) && !vocabulary.speaker.test(before) && !isOwn) return true;
  }
  return false;
}
