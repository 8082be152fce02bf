import { makeExcerpt } from '../../input/text/quote.ts';
import { extractKeywords } from '../../prose/keywords.ts';
import { countWords } from '../../prose/language.ts';
import { PROJECT } from '../../prose/parties.ts';
import { hasMatch } from '../../prose/phrase-patterns.ts';
import { type Sentence, sliceSentence } from '../../prose/sentences.ts';
import { isAboutOther, isAttributed, isQuestion } from '../../prose/stance.ts';
import { isAsideSetting, namesLaterYear } from '../../prose/topic.ts';
import type { StatementContext, StatementFinding } from './ledger.ts';

/** Letters of a sentence that a finding shows. */
const LONGEST_SUBJECT = 90;

/** Words of a sentence; fewer are a label. */
const LEAST_WORDS = 4;

/** True where the sentence tells what may be, is wanted, is general or still to come. */
function isOpenSentence(sentence: Sentence, text: string, { vocabulary, asOf }: StatementContext): boolean {
  const { topics } = vocabulary;
  const plain = text.replace(vocabulary.courtesy, '');
  const open = [vocabulary.opening, vocabulary.wish, topics.general, topics.plan, topics.doubt, topics.pending];
  return (
    namesLaterYear(text, asOf) ||
    isQuestion(sentence) ||
    isAsideSetting(sentence, vocabulary) ||
    open.some((words) => hasMatch(words, plain))
  );
}

/** True where the sentence is of somebody else, and does not name the project. */
function isOfRival(text: string, { ledger, vocabulary }: StatementContext): boolean {
  const parties = ledger.parties.mentionsIn(text, { from: 0, to: text.length }).map(({ party }) => party);
  if (parties.includes(PROJECT)) return false;
  const words: readonly string[] = text.match(/[\p{L}\p{N}][\p{L}\p{N}.-]*/gu) ?? [];
  return parties.length > 0 || vocabulary.alternatives.some((name) => words.includes(name));
}

/** True for a customer without a name that no customer of the list can be. */
function isUnlistedCustomer(text: string, { ledger, vocabulary }: StatementContext): boolean {
  const { roles } = vocabulary.statements;
  const listed = ledger.entries.filter(({ criterion }) => roles.customers.includes(criterion));
  const known = extractKeywords(listed.flatMap(({ texts }) => texts).join(' '), vocabulary.keywords);
  return (
    hasMatch(vocabulary.unnamed, text) &&
    [...extractKeywords(text, vocabulary.keywords)].every((word) => !known.has(word))
  );
}

/** What the answers say instead; empty where they say nothing, and null where they support the claim. */
function findShortfall(name: string, text: string, sentence: Sentence, context: StatementContext): string | null {
  const [criterion = '', option = ''] = name.split('/');
  const { ledger, vocabulary } = context;
  if (vocabulary.statements.roles.customers.includes(criterion)) return isUnlistedCustomer(text, context) ? '' : null;
  const end = { from: sentence.to - 1, to: sentence.to };
  const isOfOther = option !== '' && isAboutOther(sentence, end, context.actors, vocabulary, context.actors.offer);
  if (isAttributed(sentence, vocabulary) || isOfRival(text, context) || isOfOther) return null;
  const answer = ledger.answers.get(criterion);
  if (answer !== undefined) return option !== '' && answer.claimed < answer.levelOf(option) ? answer.said : null;
  const isAnswered = ledger.entries.some((entry) => entry.criterion === criterion && entry.said !== 'unknown');
  return isAnswered || !ledger.asked.has(criterion) ? null : '';
}

/** What a sentence claims for the offer as a whole, whatever its words are, and its answer does not reach. */
export function judgeClaim(sentence: Sentence, context: StatementContext): StatementFinding | null {
  const text = sliceSentence(sentence);
  const { claims } = context;
  if (claims === null || countWords(text) < LEAST_WORDS) return null;
  const [best] = [...claims.judge.judge({ text, under: '' })].sort(([, a], [, b]) => b - a);
  if (best === undefined || best[1] < claims.least || isOpenSentence(sentence, text, context)) return null;
  const said = findShortfall(best[0], text, sentence, context);
  if (said === null) return null;
  const detail = said === '' ? {} : { criterion: best[0].split('/')[0] ?? '', ledger: said };
  return { id: 'memo/no-entry', subject: makeExcerpt(text, LONGEST_SUBJECT), detail, at: sentence };
}
