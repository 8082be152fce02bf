import type { StatementVocabulary } from '../../model/rubric.ts';
import { isWithin, type Passage, type PassageSpan } from './passage.ts';
import { compilePhrases, hasMatch } from './phrase-patterns.ts';
import { findClause } from './sentences.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A sentence of a passage, with who speaks. */
export interface Sentence extends PassageSpan {
  readonly passage: Passage;
}

/** Who the text can be about, beside the patterns that hold for every memo: its project has a name of its own. */
export interface Actors {
  /** What stands for the project beyond doubt. */
  readonly project: RegExp;
  /** Its name alone. */
  readonly name: RegExp;
  /** Words that are no names where they open a sentence. */
  readonly ordinary: ReadonlySet<string>;
}

/** The name of a project as texts write it, and its first word. */
function listProjectNames(name: string): readonly string[] {
  const plain = name.replace(/ \([^)]*\)$/, '').trim();
  const [first = plain] = plain.split(/\s+/);
  return [plain, ...(first.length > 2 ? [first] : [])];
}

export function identifyActors(name: string, { project }: StatementVocabulary, ordinary: ReadonlySet<string>): Actors {
  const names = listProjectNames(name);
  return { project: compilePhrases([...project, ...names]), name: compilePhrases(names), ordinary };
}

function findLastEnd(pattern: RegExp, text: string, skip: (match: string) => boolean = () => false): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) if (!skip(match[0])) last = match.index + match[0].length;
  return last;
}

/** True where the words are plainly about somebody else than the project: "AWS is the largest cloud". */
export function isAboutOther(sentence: Sentence, at: PassageSpan, actors: Actors, vocabulary: Vocabulary): boolean {
  const { text } = sentence.passage;
  const { reach } = vocabulary.grammar;
  const before = text.slice(sentence.from, at.from);
  if (vocabulary.against.test(before.slice(-reach.against))) return true;
  if (vocabulary.otherBehind.test(text.slice(at.to, Math.min(sentence.to, at.to + reach.other_behind)))) return true;
  const isOwn = (words: string) => hasMatch(actors.project, words);
  const owner = vocabulary.owner.exec(before.slice(-reach.owner))?.groups?.['name'];
  if (owner !== undefined) return !isOwn(owner);
  const isOrdinary = (words: string) =>
    /^\p{Lu}[\p{Ll}-]+$/u.test(words) &&
    words
      .toLowerCase()
      .split('-')
      .every((word) => actors.ordinary.has(word));
  const other = findLastEnd(
    vocabulary.other,
    text.slice(sentence.from, at.from + 1),
    (words) => isOwn(words) || isOrdinary(words),
  );
  return other !== -1 && other > findLastEnd(actors.project, before);
}

/** True where the words are denied in their part of the sentence: "not the first", "guaranteed by nobody". */
export function isDenied(sentence: Sentence, at: PassageSpan, vocabulary: Vocabulary): boolean {
  const { text } = sentence.passage;
  const clause = findClause(text, sentence, at, vocabulary.clauseBreak);
  const before = text.slice(clause.from, at.from).replace(vocabulary.notNegation, '');
  const rest = text.slice(at.to, clause.to).replace(/[.!\s]+$/, '');
  const behind = vocabulary.denialBehind.exec(rest)?.[0] ?? '';
  return hasMatch(vocabulary.negation, before) || hasMatch(vocabulary.negation, behind);
}

export function isQuestion({ passage, from, to }: Sentence): boolean {
  return /\?["'”’)\]]*\s*$/.test(passage.text.slice(from, to));
}

/** The part of the sentence between semicolons, colons and dashes that the words stand in, cut at them. */
function splitAround(
  { passage, from, to }: Sentence,
  at: PassageSpan,
): { readonly before: string; readonly behind: string } {
  const before =
    passage.text
      .slice(from, at.from)
      .split(/[;:\u2014]/)
      .at(-1) ?? '';
  return { before, behind: passage.text.slice(at.to, to).split(/[;:\u2014]/)[0] ?? '' };
}

/** The words behind the last match of the pattern, or null where it is not there. */
function sliceAfterLast(pattern: RegExp, text: string): string | null {
  const last = findLastEnd(pattern, text);
  return last === -1 ? null : text.slice(last);
}

/**
 * True under `if` and its like: within the condition itself, or in what would follow from it. "If you ask, it is 5 USD" tells the
 * price all the same, and so does a condition that comes behind.
 */
function isConditional(sentence: Sentence, at: PassageSpan, vocabulary: Vocabulary): boolean {
  const { before, behind } = splitAround(sentence, at);
  const plain = (text: string) => text.replace(vocabulary.notCondition, '');
  const condition = sliceAfterLast(vocabulary.condition, plain(before));
  if (condition === null)
    return hasMatch(vocabulary.condition, plain(behind)) && hasMatch(vocabulary.hypothetical, before);
  const main = vocabulary.mainClause.exec(condition);
  return (
    main === null || hasMatch(vocabulary.hypothetical, condition.slice(main.index) + cutClauseAfter(behind, vocabulary))
  );
}

/** What belongs to the same clause behind the words. */
function cutClauseAfter(behind: string, { clauseEnd }: Vocabulary): string {
  return behind.split(clauseEnd)[0] ?? '';
}

function cutClauseBefore(before: string, { clauseStart }: Vocabulary): string {
  return before.split(clauseStart).at(-1) ?? '';
}

/** True where the words are asked: in the last clause of a question that does not take its answer for granted. */
function isAsked(sentence: Sentence, at: PassageSpan, vocabulary: Vocabulary): boolean {
  const { passage, from, to } = sentence;
  if (!isQuestion(sentence)) return false;
  const behind = passage.text.slice(at.to, to);
  const before = passage.text.slice(from, at.from);
  return !vocabulary.otherQuestion.test(behind) && !hasMatch(vocabulary.rhetorical, before);
}

/** True where the words are left open: a question, a condition, or a `would` in their part of the sentence. */
export function isOpen(sentence: Sentence, at: PassageSpan, vocabulary: Vocabulary): boolean {
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
export function isWish(sentence: Sentence, at: PassageSpan, vocabulary: Vocabulary): boolean {
  const { passage, from, to } = sentence;
  if (isAsked(sentence, at, vocabulary) || isConditional(sentence, at, vocabulary)) return true;
  const { behind } = splitAround(sentence, at);
  const before =
    passage.text
      .slice(from, at.from)
      .split(/[;\u2014]/)
      .at(-1) ?? '';
  const wished = sliceAfterLast(vocabulary.wish, before.replace(vocabulary.courtesy, ''));
  // Behind a colon stands what is wished for, unless it has a verb of its own.
  const isTold = wished?.includes(':') === true && hasMatch(vocabulary.finite, wished.replace(/^[^:]*:/, ''));
  if (wished !== null && !isTold && !vocabulary.mainClause.test(wished)) return true;
  // What nobody in particular may do is not a figure of the project: "a buyer might pay".
  if (vocabulary.supposed.test(cutClauseBefore(before, vocabulary))) return true;
  const own = cutClauseAfter(behind, vocabulary).replace(vocabulary.courtesy, '');
  if (hasMatch(vocabulary.wish, own) || vocabulary.wishBehind.test(own)) return true;
  return hasMatch(vocabulary.wish, passage.under) && !hasMatch(vocabulary.finite, passage.text.slice(from, to));
}

/** True where the words stand in quotation marks or a block quote. */
export function isQuoted({ passage }: Sentence, at: PassageSpan): boolean {
  return passage.quoted.some((quoted) => isWithin(at, quoted));
}

/** True where somebody other than the writer is said to have used the words. */
export function isAttributed(sentence: Sentence, vocabulary: Vocabulary): boolean {
  const text = sentence.passage.text.slice(sentence.from, sentence.to);
  for (const match of text.matchAll(vocabulary.attribution)) {
    // "A claim" is a thing, and nobody's words.
    const before = text.slice(0, match.index);
    const isOwn = vocabulary.audience.test(text.slice(match.index));
    if (!vocabulary.noun.test(before) && !vocabulary.speaker.test(before) && !isOwn) return true;
  }
  return false;
}
