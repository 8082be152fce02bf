import type { Statements } from '../model/rubric.ts';
import { isWithin, type Passage, type Stretch } from './passage.ts';
import { finder, has } from './pattern.ts';
import { clauseAround } from './sentences.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A sentence of a passage, with who speaks. */
export interface Sentence extends Stretch {
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
function namesOf(name: string): readonly string[] {
  const plain = name.replace(/ \([^)]*\)$/, '').trim();
  const [first = plain] = plain.split(/\s+/);
  return [plain, ...(first.length > 2 ? [first] : [])];
}

export function actorsOf(name: string, { project }: Statements, ordinary: ReadonlySet<string>): Actors {
  const names = namesOf(name);
  return { project: finder([...project, ...names]), name: finder(names), ordinary };
}

function lastOf(pattern: RegExp, text: string, skip: (match: string) => boolean = () => false): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) if (!skip(match[0])) last = match.index + match[0].length;
  return last;
}

/** True where the words are plainly about somebody else than the project: "AWS is the largest cloud". */
export function isAboutOther(sentence: Sentence, at: Stretch, actors: Actors, vocabulary: Vocabulary): boolean {
  const { text } = sentence.passage;
  const before = text.slice(sentence.from, at.from);
  if (vocabulary.against.test(before.slice(-48))) return true;
  if (vocabulary.otherBehind.test(text.slice(at.to, Math.min(sentence.to, at.to + 64)))) return true;
  const isOwn = (words: string) => has(actors.project, words);
  const owner = vocabulary.owner.exec(before.slice(-90))?.groups?.['name'];
  if (owner !== undefined) return !isOwn(owner);
  const isOrdinary = (words: string) =>
    /^\p{Lu}[\p{Ll}-]+$/u.test(words) &&
    words
      .toLowerCase()
      .split('-')
      .every((word) => actors.ordinary.has(word));
  const other = lastOf(
    vocabulary.other,
    text.slice(sentence.from, at.from + 1),
    (words) => isOwn(words) || isOrdinary(words),
  );
  return other !== -1 && other > lastOf(actors.project, before);
}

/** True where the words are denied in their part of the sentence: "not the first", "guaranteed by nobody". */
export function isDenied(sentence: Sentence, at: Stretch, vocabulary: Vocabulary): boolean {
  const { text } = sentence.passage;
  const clause = clauseAround(text, sentence, at);
  const before = text.slice(clause.from, at.from).replace(vocabulary.notNegation, '');
  const rest = text.slice(at.to, clause.to).replace(/[.!\s]+$/, '');
  const behind = /^ (?:by|in|for|of|to) (\p{L}+)|^ (\p{L}+)$/u.exec(rest)?.[0] ?? '';
  return has(vocabulary.negation, before) || has(vocabulary.negation, behind);
}

export function isQuestion({ passage, from, to }: Sentence): boolean {
  return /\?["'”’)\]]*\s*$/.test(passage.text.slice(from, to));
}

/** True under `if` and its like, in the part of the sentence between semicolons and colons that the words stand in. */
function isConditional({ passage, from, to }: Sentence, at: Stretch, vocabulary: Vocabulary): boolean {
  const before =
    passage.text
      .slice(from, at.from)
      .split(/[;:\u2014]/)
      .at(-1) ?? '';
  const behind = passage.text.slice(at.from, to).split(/[;:\u2014]/)[0] ?? '';
  return has(vocabulary.condition, (before + behind).replace(vocabulary.notCondition, ''));
}

/** True where the words are left open: a question, a condition, or a `would` in their part of the sentence. */
export function isOpen(sentence: Sentence, at: Stretch, vocabulary: Vocabulary): boolean {
  const clause = clauseAround(sentence.passage.text, sentence, at);
  return (
    isQuestion(sentence) ||
    isConditional(sentence, at, vocabulary) ||
    has(vocabulary.opening, sentence.passage.text.slice(clause.from, at.from))
  );
}

/** True where the sentence says what somebody wants or asks, not what is: by its own words, or by what it stands under. */
export function isWish(sentence: Sentence, at: Stretch, vocabulary: Vocabulary): boolean {
  const { passage, from, to } = sentence;
  const text = passage.text.slice(from, to);
  if (isQuestion(sentence) || isConditional(sentence, at, vocabulary) || has(vocabulary.wish, text)) return true;
  return has(vocabulary.wish, passage.under) && !/(?<![\p{L}])(?:we|our)(?![\p{L}])/iu.test(text);
}

/** True where the words stand in quotation marks or a block quote. */
export function isQuoted({ passage }: Sentence, at: Stretch): boolean {
  return passage.quoted.some((quoted) => isWithin(at, quoted));
}

/** True where somebody other than the writer is said to have used the words. */
export function isAttributed(sentence: Sentence, vocabulary: Vocabulary): boolean {
  const text = sentence.passage.text.slice(sentence.from, sentence.to);
  for (const match of text.matchAll(vocabulary.attribution)) {
    if (
      !vocabulary.speaker.test(text.slice(0, match.index)) &&
      !/^ to (?:our|us|many|experts|analysts)/i.test(text.slice(match.index + match[0].length - 3))
    )
      return true;
  }
  return false;
}
