import type { StatementVocabulary } from '../model/rubric.ts';
import type { PassageSpan } from './passage.ts';
import { ALPHABETIC, compilePhrases, hasMatch, toWordAlternation } from './phrase-patterns.ts';
import { type Sentence, sliceSentence } from './sentences.ts';
import { isDenied, isOpen, isQuoted, type StancePatterns } from './stance.ts';

/** The words by which a figure is told to be revenue, or none of the offer. */
export function buildTopicPatterns({ asides, takings, plans, openings, rhetoric }: StatementVocabulary) {
  return {
    /** Of a heading, a label or the head of a table. */
    section: compilePhrases([...asides.sections, ...asides.elsewhere]),
    /** Of those, the ones under which the offer is not told as it is. */
    elsewhere: compilePhrases(asides.elsewhere),
    noun: new RegExp(`(?<takings>${toWordAlternation(takings)})|${toWordAlternation(asides.nouns)}`, 'giu'),
    general: compilePhrases(asides.general),
    doubt: compilePhrases(asides.doubts),
    plan: compilePhrases(plans),
    pending: compilePhrases(asides.pending),
    rhetoric: compilePhrases(rhetoric),
    /** What may be or would be, in the part of the sentence before a figure. */
    supposed: new RegExp(`(?:'d|${toWordAlternation(openings)})(?: (?:${ALPHABETIC}|['-])+){0,6} $`, 'iu'),
  };
}

export type TopicPatterns = ReturnType<typeof buildTopicPatterns>;

interface TopicVocabulary {
  readonly topics: TopicPatterns;
}

/** What a figure is told of: what buyers pay, something else than the offer, or neither. */
export type Topic = 'takings' | 'aside' | null;

/** True under a heading, a label or in a table that is not about the offer. */
export function isAsideSetting({ passage: { setting, isMarked } }: Sentence, { topics }: TopicVocabulary): boolean {
  // A question such as "Do people use it?" opens no section on people.
  return isMarked || setting.some((words) => hasMatch(words.endsWith('?') ? topics.elsewhere : topics.section, words));
}

/** Words between a figure and its noun that are as good as none. */
const NEAR = 90;

/** The topic by the noun that is nearest to the figure; one behind it has to follow at once, as in "$2M of revenue". */
export function findTopic(sentence: Sentence, at: PassageSpan, { topics }: TopicVocabulary): Topic {
  const text = sliceSentence(sentence);
  let [best, least]: [Topic, number] = [null, NEAR];
  for (const match of text.matchAll(topics.noun)) {
    const from = sentence.from + match.index;
    const to = from + match[0].length;
    if (from < at.to && to > at.from) continue;
    const between = sentence.passage.text.slice(Math.min(to, at.to), Math.max(from, at.from));
    const parts = between.match(/[,;:()\u2013\u2014]|\d/g)?.length ?? 0;
    const far = between.length + 15 * parts + (from >= at.to && !/^ (?:of|in|for) $|^ $/.test(between) ? 25 : 0);
    if (far >= least) continue;
    [best, least] = [match.groups?.['takings'] === undefined ? 'aside' : 'takings', far];
  }
  return best;
}

/** True where the sentence speaks of nobody in particular, of what is to come, or of what somebody says and the writer doubts. */
export function isOffHand(sentence: Sentence, at: PassageSpan, { topics }: TopicVocabulary): boolean {
  const before =
    sentence.passage.text
      .slice(sentence.from, at.from)
      .split(/[;:\u2014]/)
      .at(-1) ?? '';
  return (
    hasMatch(topics.general, sliceSentence(sentence)) ||
    hasMatch(topics.plan, before) ||
    (topics.supposed.test(before) && !hasMatch(topics.rhetoric, before)) ||
    hasMatch(topics.doubt, before) ||
    /^\s*\[[ xX]?\]/.test(sentence.passage.text)
  );
}

/** True for words that are off hand, still to come by what follows them, or in a place that is not about the offer and does not name it. */
function isOutOfScope(sentence: Sentence, at: PassageSpan, project: RegExp, vocabulary: TopicVocabulary): boolean {
  const behind = sentence.passage.text.slice(at.to, sentence.to).split(/[;:,\u2014]/)[0] ?? '';
  return (
    isOffHand(sentence, at, vocabulary) ||
    hasMatch(vocabulary.topics.pending, behind) ||
    (sentence.passage.setting.some((words) => hasMatch(vocabulary.topics.elsewhere, words)) &&
      !hasMatch(project, sliceSentence(sentence)))
  );
}

/** True for words that the writer uses and means, of the offer as it is: neither quoted nor denied, open or out of scope. */
export function isAsserted(
  sentence: Sentence,
  at: PassageSpan,
  project: RegExp,
  vocabulary: TopicVocabulary & StancePatterns,
): boolean {
  return (
    !isQuoted(sentence, at) &&
    !isDenied(sentence, at, vocabulary) &&
    !isOpen(sentence, at, vocabulary) &&
    !isOutOfScope(sentence, at, project, vocabulary)
  );
}

/** True where a text names a year after that of a day, other than in a date with slashes. */
export function namesLaterYear(text: string, day: string): boolean {
  return [...text.matchAll(/(?<![\d/])20\d\d(?!\d|\/)/g)].some(([year]) => year > day.slice(0, 4));
}

/** True for a cell whose row or column is of a year after the day, or of a later quarter of its year. */
export function isOfLaterTime({ passage }: Sentence, day: string): boolean {
  if (passage.row === null) return false;
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return [...passage.around.matchAll(/(?:(?<![\p{L}\p{N}])[QH]([1-4]) )?(?<!\d)(20\d\d)(?!\d)/gu)].some(
    ([said, part, year]) =>
      year !== undefined &&
      (year > day.slice(0, 4) || (year === day.slice(0, 4) && said.startsWith('Q') && Number(part) > quarter)),
  );
}
