import type { Carrier } from './carrier.ts';
import type { Sentence } from './stance.ts';
import { type Judged, type Judging, plainUrl, textOf, urlsOf } from './statement.ts';
import type { Strong } from './strong.ts';
import { sharedWords, wordsOf } from './subject.ts';

/** The answers that carry the words: those that use such words of the same thing, and those on what the words are about. */
function carrying({ family }: Strong, sentence: Sentence, { ledger, vocabulary }: Judging): readonly Carrier[] {
  const words = wordsOf(textOf(sentence), vocabulary.common);
  const urls = urlsOf(sentence);
  const saying = ledger.strong.filter((entry) => entry.family === family.id && sharedWords(entry.words, words) > 0);
  const about = ledger.carriers.filter(
    ({ criterion, claimed }) => family.about.includes(criterion) && claimed !== null && claimed >= family.from_level,
  );
  const tied = ledger.carriers.filter(
    ({ urls: cited, claimed }) =>
      claimed !== null && claimed >= family.from_level && cited.some((url) => urls.has(plainUrl(url))),
  );
  return [...saying.map(({ carrier }) => carrier), ...about, ...tied];
}

/** Strong words hold where an answer carries them on evidence of the grade that they ask for. */
export function judgeStrong(strong: Strong, sentence: Sentence, judging: Judging): Judged | null {
  const { grades } = judging;
  const base = { subject: strong.said, at: strong };
  const rankOf = (grade: string) => grades.indexOf(grade);
  const [best] = [...carrying(strong, sentence, judging)].sort((a, b) => rankOf(b.grade) - rankOf(a.grade));
  if (best === undefined) return { ...base, id: 'memo/no-entry', detail: {} };
  const { needs } = strong.family;
  if (rankOf(best.grade) >= rankOf(needs)) return null;
  return { ...base, id: 'memo/too-strong', detail: { needs, criterion: best.criterion, grade: best.grade } };
}
