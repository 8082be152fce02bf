import type { RuleFinding } from '../model/check.ts';
import type { Description } from '../model/description.ts';
import type { Report } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { TextPlaces } from '../read/text-places.ts';
import { customersIn } from './customers.ts';
import { figureOfCell, figuresIn } from './figures.ts';
import { judgeCustomer } from './judge-customer.ts';
import { judgeFigure } from './judge-figure.ts';
import { judgeLaws } from './judge-law.ts';
import { judgeStrong } from './judge-strong.ts';
import { type Law, lawsIn } from './laws.ts';
import { ledgerOf } from './ledger.ts';
import { inFile, overlaps, type Passage } from './passage.ts';
import { passagesOf } from './passages.ts';
import { sentencesOf } from './sentences.ts';
import { actorsOf, type Sentence } from './stance.ts';
import type { Judged, Judging } from './statement.ts';
import { strongIn } from './strong.ts';
import { vocabularyOf } from './vocabulary.ts';

/** A memo: the whole file, and where its prose begins. */
export interface Memo {
  readonly text: string;
  readonly body: number;
}

function sentenceFindings(
  sentence: Sentence,
  before: readonly Law[],
  laws: readonly Law[],
  reading: Judging,
): readonly Judged[] {
  const { vocabulary, actors } = reading;
  const { passage } = sentence;
  const strong = strongIn(sentence, actors, vocabulary);
  const isCell = sentence.from === 0 || passage.text.slice(0, sentence.from).trim() === '';
  const cell = isCell
    ? figureOfCell(passage.text, passage.unit, passage.around, passage.heads, vocabulary.figures)
    : null;
  const figures = cell === null ? figuresIn(passage.text, sentence, vocabulary.figures) : [cell];
  const customers = customersIn(sentence, actors, vocabulary);
  return [
    ...figures
      .filter((figure) => ![...strong, ...laws].some((other) => overlaps(figure, other)))
      .map((figure) => judgeFigure(figure, sentence, reading)),
    ...customers.map((customer) => judgeCustomer(customer, reading)),
    ...judgeLaws(laws, before, sentence, reading),
    ...strong.map((entry) => judgeStrong(entry, sentence, reading)),
  ].filter((judged) => judged !== null);
}

function passageFindings(passage: Passage, reading: Judging): readonly Judged[] {
  const before: Law[] = [];
  return sentencesOf(passage.text, reading.vocabulary.abbreviations).flatMap((stretch) => {
    const laws = lawsIn(passage.text, stretch, reading.vocabulary.laws);
    const found = sentenceFindings({ ...stretch, passage }, before, laws, reading);
    before.push(...laws);
    return found;
  });
}

/** A word in small letters that is no part of an address or a file's name. */
const SMALL = /(?<![\p{L}\p{N}./@_-])\p{Ll}[\p{Ll}'-]*(?![/@_.-]?[\p{L}\p{N}])/gu;
/** A word with a capital within a sentence. */
const WITHIN = /[\p{Ll},] (\p{Lu}[\p{Ll}'-]+)/gu;

/** The words that the memo writes small somewhere, with those that the rubric does. */
function ordinaryWords(passages: readonly Passage[], known: ReadonlySet<string>): ReadonlySet<string> {
  const own = passages.flatMap(({ text }) => [...text.matchAll(SMALL)].map(([word]) => word));
  const names = passages
    .filter(({ isHeading }) => !isHeading)
    .flatMap(({ text }) => [...text.matchAll(WITHIN)].map((match) => (match[1] ?? '').toLowerCase()));
  const isName = new Set(names);
  return new Set([...known, ...own.filter((word) => !isName.has(word))]);
}

/**
 * What the prose of a memo says that its answers do not bear out, in the order of the text, with places in the whole file.
 * `report` is what `assess` makes of the description; laws are judged on its day.
 */
export function memoFindings(
  { text, body }: Memo,
  description: Description,
  report: Report,
  rubric: Rubric,
): readonly RuleFinding[] {
  const vocabulary = vocabularyOf(rubric);
  const { statements } = vocabulary;
  const passages = passagesOf(text, body);
  const ordinary = ordinaryWords(passages, vocabulary.ordinary);
  const actors = actorsOf(description.name, statements, ordinary);
  const reading: Judging = {
    ledger: ledgerOf(description, report, rubric, vocabulary, actors),
    vocabulary,
    actors,
    asOf: report.asOf,
    grades: rubric.evidence.grades.map(({ id }) => id),
  };
  const places = new TextPlaces(text);
  return passages
    .flatMap((passage) =>
      passageFindings(passage, reading).map(({ id, subject, detail, at }) => ({
        id,
        subject,
        detail,
        in: inFile(passage, at),
      })),
    )
    .sort((a, b) => a.in.from - b.in.from || a.in.to - b.in.to || (a.id < b.id ? -1 : 1))
    .map(({ in: range, ...rest }) => ({ ...rest, at: places.span(range) }));
}
