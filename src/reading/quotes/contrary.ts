import type { Criterion } from '../../model/rubric.ts';
import { countSharedWords, extractKeywords } from '../../prose/keywords.ts';
import type { PassageSpan } from '../../prose/passage.ts';
import { findMatches, hasMatch } from '../../prose/phrase-patterns.ts';
import { findClause } from '../../prose/sentences.ts';
import type { Vocabulary } from '../../prose/vocabulary.ts';

/** A word of denial with what it denies. */
interface Denial {
  readonly word: string;
  readonly denied: ReadonlySet<string>;
  /** True for a part of its own without a verb, "OAuth, no keys", and for a word that denies no verb, as "without". */
  readonly isAside: boolean;
}

function listDenials(text: string, vocabulary: Vocabulary): readonly Denial[] {
  const plain = text.replace(vocabulary.notNegation, (words) => ' '.repeat(words.length));
  const whole: PassageSpan = { from: 0, to: plain.length };
  return findMatches(vocabulary.negation, plain).map((match) => {
    const at = { from: match.index, to: match.index + match[0].length };
    const clause = findClause(plain, whole, at, vocabulary.clauseBreak);
    const [behind = ''] = plain.slice(at.to, clause.to).split(vocabulary.clauseEnd);
    const isAside =
      hasMatch(vocabulary.lacking, match[0]) ||
      (plain.slice(clause.from, at.from).trim() === '' &&
        !hasMatch(vocabulary.finite, plain.slice(clause.from, clause.to)));
    return { word: match[0], denied: extractKeywords(behind, vocabulary.keywords), isAside };
  });
}

const unite = (sets: readonly ReadonlySet<string>[]) => new Set(sets.flatMap((set) => [...set]));
const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((word) => b.has(word));

/**
 * The word of a quote by which it denies what an option above the lowest says; null where it denies nothing, what the option
 * denies too, or what makes the lowest. @param isSure true for a denial of what the option affirms alone, where silence is better than
 * a false alarm.
 */
export function findContrary(
  quote: string,
  option: unknown,
  { levels }: Criterion,
  vocabulary: Vocabulary,
  isSure = false,
) {
  const [lowest] = levels;
  const level = levels.find((entry) => entry.option === option);
  if (level === undefined || lowest === undefined || level === lowest || level.option === null) return null;
  const read = (text: string) => {
    const denied = unite(listDenials(text, vocabulary).map((one) => one.denied));
    const all = extractKeywords(text, vocabulary.keywords);
    return { denied, affirmed: new Set([...all].filter((word) => !denied.has(word))) };
  };
  const [high, low] = [read(`${level.means} ${level.reaches}`), read(lowest.means)];
  const isMeant = ({ denied, isAside }: Denial) =>
    meet(denied, high.denied) || (!meet(denied, high.affirmed) && (isAside || meet(denied, low.affirmed)));
  const isAffirmed = ({ denied }: Denial) =>
    countSharedWords(denied, high.affirmed) > countSharedWords(denied, high.denied);
  return listDenials(quote, vocabulary).find((one) => (isSure ? isAffirmed(one) : !isMeant(one)))?.word ?? null;
}
