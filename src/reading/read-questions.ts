import type { QuestionQuote, Reading } from '../model/reading.ts';
import type { Criterion, Track } from '../model/rubric.ts';
import { countSharedWords, extractKeywords } from '../prose/keywords.ts';
import { sliceSentence } from '../prose/sentences.ts';
import { getVocabulary } from '../prose/vocabulary.ts';
import { classifySection, type DocumentProse, listSentences, quoteSpan } from './document-prose.ts';
import type { ReadingContext } from './reading-context.ts';

const MOST_QUOTES = 5;
const FEWEST_SHARED_WORDS = 2;

/** Share of a track's weight that a criterion has. */
function computeShare(criterion: Criterion, track: Track, { rubric }: ReadingContext): number {
  if (criterion.not_applicable[track.id] !== undefined) return 0;
  const beside = rubric.criteria.filter(
    (other) => other.dimension === criterion.dimension && other.not_applicable[track.id] === undefined,
  );
  const whole = beside.reduce((sum, { weight }) => sum + weight, 0);
  return whole === 0 ? 0 : ((track.weights[criterion.dimension]?.weight ?? 0) / 100) * (criterion.weight / whole);
}

/** By dimension, what the documents say on the question of each criterion that the track asks. */
export function readQuestions(proses: readonly DocumentProse[], context: ReadingContext): Reading['dimensions'] {
  const { rubric, track } = context;
  const { keywords } = getVocabulary(rubric);
  const tracks = rubric.tracks.filter(({ id }) => track === null || id === track);
  const sentences = proses.flatMap((prose) =>
    prose.passages
      .filter((passage) => passage.depth === null && classifySection(passage, rubric) !== 'unread')
      .flatMap((passage) => listSentences(passage, rubric))
      .map((sentence) => ({ prose, sentence, words: extractKeywords(sliceSentence(sentence), keywords) })),
  );
  return rubric.dimensions.map(({ id, title }) => ({
    id,
    title,
    questions: rubric.criteria
      .filter((criterion) => criterion.dimension === id)
      .map((criterion) => ({
        criterion,
        share: tracks.reduce((sum, one) => sum + computeShare(criterion, one, context), 0) / tracks.length,
      }))
      .filter(({ share }) => share > 0)
      .map(({ criterion, share }) => {
        const asked = extractKeywords(`${criterion.title} ${criterion.question}`, keywords);
        const quotes = sentences
          .map((one) => ({ ...one, shared: countSharedWords(one.words, asked) }))
          .filter(({ shared }) => shared >= FEWEST_SHARED_WORDS)
          .sort((a, b) => b.shared - a.shared)
          .slice(0, MOST_QUOTES)
          .map(
            ({ prose, sentence }): QuestionQuote => ({
              ...quoteSpan(prose, sentence.passage, sentence),
              whose: 'unsaid',
            }),
          );
        return { criterion: criterion.id, title: criterion.title, question: criterion.question, share, quotes };
      }),
  }));
}
