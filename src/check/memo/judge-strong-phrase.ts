import { countSharedWords, extractKeywords } from './keywords.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { Sentence } from './stance.ts';
import {
  collectLinkedUrls,
  normalizeUrl,
  type StatementContext,
  type StatementFinding,
  sliceSentence,
} from './statement.ts';
import type { StrongPhrase } from './strong-phrases.ts';

/** The answers that carry the words: those that use such words of the same thing, and those on what the words are about. */
function findSupport(
  { family }: StrongPhrase,
  sentence: Sentence,
  { ledger, vocabulary }: StatementContext,
): readonly LedgerEntry[] {
  const words = extractKeywords(sliceSentence(sentence), vocabulary.keywords);
  const urls = collectLinkedUrls(sentence);
  const saying = ledger.strong.filter(
    (entry) => entry.family === family.id && countSharedWords(entry.words, words) > 0,
  );
  const reaching = ledger.carriers.filter(
    ({ criterion, claimed, urls: cited, isBehind }) =>
      claimed !== null &&
      claimed >= family.from_level &&
      !isBehind &&
      (family.about.includes(criterion) || cited.some((url) => urls.has(normalizeUrl(url)))),
  );
  return [...saying.map(({ carrier }) => carrier), ...reaching];
}

/** Strong words hold where an answer carries them on evidence of the grade that they ask for. */
export function judgeStrongPhrase(
  strong: StrongPhrase,
  sentence: Sentence,
  judging: StatementContext,
): StatementFinding | null {
  const { family, said } = strong;
  const rankOf = ({ grade }: LedgerEntry) => judging.grades.indexOf(grade);
  const needed = judging.grades.indexOf(family.needs);
  const bestOf = (carriers: readonly LedgerEntry[]) => [...carriers].sort((a, b) => rankOf(b) - rankOf(a))[0];
  const best = bestOf(findSupport(strong, sentence, judging));
  if (best !== undefined && rankOf(best) >= needed) return null;
  // An answer on the same matter that says less is told too, as long as it is its evidence that falls short.
  const near = judging.ledger.carriers.filter(
    ({ criterion, claimed }) => claimed !== null && family.about.includes(criterion),
  );
  const told = best ?? bestOf(near);
  if (told === undefined || rankOf(told) >= needed)
    return { id: 'memo/no-entry', subject: said, detail: {}, at: strong };
  const detail = { needs: family.needs, criterion: told.criterion, grade: told.grade };
  return { id: 'memo/too-strong', subject: said, detail, at: strong };
}
