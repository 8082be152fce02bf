import { agrees, type Figure, sameUnit } from './figure.ts';
import type { CarriedFigure } from './ledger.ts';
import { isWish, type Sentence } from './stance.ts';
import { type Judged, type Judging, plainUrl, urlsOf } from './statement.ts';
import { sharedWords, wordsOf } from './subject.ts';

/** Words of one sentence and another that make both about one thing, where neither names the criterion. */
const ENOUGH = 2;

/** The figure of the ledger that is about the same thing in the same unit, and says something else. */
function contradicted(figure: Figure, sentence: Sentence, { ledger, vocabulary }: Judging): CarriedFigure | null {
  const { passage } = sentence;
  const beside = `${passage.text.slice(sentence.from, figure.from)} ${passage.text.slice(figure.to, sentence.to)} ${passage.around}`;
  const words = wordsOf(beside, vocabulary.common);
  const urls = urlsOf(sentence);
  const subjects = new Set(Object.values(vocabulary.statements.subjects).flat());
  const strengthOf = ({ carrier, figure: other, words: known, subject }: CarriedFigure) => {
    // How many names a list has, says nothing of how many there are.
    if (other.of === 'count' && known.size > 0) {
      const isRate = other.per.length > 0 && figure.per.length > 0;
      return 1 + sharedWords(words, known) + (isRate ? 1 : 0) + (subjects.has(other.what) ? 1 : 0);
    }
    const isTied = carrier.urls.some((url) => urls.has(plainUrl(url)));
    return sharedWords(words, known) + (isTied ? 1 : 0) + (sharedWords(words, subject) > 0 ? 1 : 0);
  };
  const rivals = ledger.figures
    .filter((known) => known.derived !== 'other' && sameUnit(figure, known.figure))
    .map((known) => ({
      known,
      strength: strengthOf(known),
      far: Math.abs(Math.log(known.figure.value / figure.value)),
    }))
    .filter(({ strength }) => strength >= ENOUGH)
    .sort((a, b) => b.strength - a.strength || a.far - b.far);
  return rivals[0]?.known ?? null;
}

/** A figure holds where an answer with a source says the same. */
export function judgeFigure(figure: Figure, sentence: Sentence, judging: Judging): Judged | null {
  if (isWish(sentence, figure, judging.vocabulary)) return null;
  const { text, under, around } = sentence.passage;
  const near = wordsOf(`${under} ${around} ${text}`, judging.vocabulary.common);
  const carrying = judging.ledger.figures.filter(
    (known) => agrees(figure, known.figure) && (known.derived === null || sharedWords(near, known.words) > 0),
  );
  if (carrying.some(({ carrier }) => carrier.isSourced)) return null;
  const base = { subject: figure.said.trim(), at: figure };
  const [unsourced] = carrying;
  if (unsourced !== undefined)
    return { ...base, id: 'memo/no-source', detail: { criterion: unsourced.carrier.criterion } };
  const other = contradicted(figure, sentence, judging);
  if (other === null) return { ...base, id: 'memo/no-entry', detail: {} };
  const detail = { criterion: other.carrier.criterion, ledger: other.figure.said.trim() };
  return { ...base, id: 'memo/figure-disagrees', detail };
}
