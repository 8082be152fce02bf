import { TextPlaces } from '../../input/text/text-places.ts';
import type { Description } from '../../model/description.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { Rubric } from '../../model/rubric.ts';
import { findCustomers } from './find-customers.ts';
import { findFigures, readCellFigure } from './find-figures.ts';
import { findLaws, type LawMention } from './find-laws.ts';
import { judgeCustomer } from './judge-customer.ts';
import { judgeFigure } from './judge-figure.ts';
import { judgeLaws } from './judge-laws.ts';
import { judgeStrongPhrase } from './judge-strong-phrase.ts';
import { buildLedger } from './ledger.ts';
import { overlaps, type Passage, toFileSpan } from './passage.ts';
import { readPassages } from './read-passages.ts';
import { splitSentences } from './sentences.ts';
import { identifyActors, type Sentence } from './stance.ts';
import type { StatementContext, StatementFinding } from './statement.ts';
import { findOwnStrongPhrases } from './strong-phrases.ts';
import { getVocabulary } from './vocabulary.ts';

/** A memo: the whole file, and where its prose begins. */
export interface MemoText {
  readonly text: string;
  readonly body: number;
}

function checkSentence(
  sentence: Sentence,
  before: readonly LawMention[],
  laws: readonly LawMention[],
  reading: StatementContext,
): readonly StatementFinding[] {
  const { vocabulary, actors } = reading;
  const { passage } = sentence;
  const strong = findOwnStrongPhrases(sentence, actors, vocabulary);
  const isCell = sentence.from === 0 || passage.text.slice(0, sentence.from).trim() === '';
  const cell = isCell
    ? readCellFigure(passage.text, passage.unit, passage.around, passage.heads, vocabulary.figures)
    : null;
  const figures = cell === null ? findFigures(passage.text, sentence, vocabulary.figures) : [cell];
  const customers = findCustomers(sentence, actors, vocabulary);
  return [
    ...figures
      .filter((figure) => ![...strong, ...laws].some((other) => overlaps(figure, other)))
      .map((figure) => judgeFigure(figure, sentence, reading)),
    ...customers.map((customer) => judgeCustomer(customer, reading)),
    ...judgeLaws(laws, before, sentence, reading),
    ...strong.map((entry) => judgeStrongPhrase(entry, sentence, reading)),
  ].filter((judged) => judged !== null);
}

function checkPassage(passage: Passage, reading: StatementContext): readonly StatementFinding[] {
  const before: LawMention[] = [];
  return splitSentences(passage.text, reading.vocabulary.abbreviations).flatMap((stretch) => {
    const laws = findLaws(passage.text, stretch, reading.vocabulary.laws);
    const found = checkSentence({ ...stretch, passage }, before, laws, reading);
    before.push(...laws);
    return found;
  });
}

/** A word in small letters that is no part of an address or a file's name. */
const LOWER_CASE_WORD = /(?<![\p{L}\p{N}./@_-])\p{Ll}[\p{Ll}'-]*(?![/@_.-]?[\p{L}\p{N}])/gu;
/** A word with a capital within a sentence. */
const CAPITALISED_WORD = /[\p{Ll},] (\p{Lu}[\p{Ll}'-]+)/gu;

/** The words that the memo writes small somewhere, with those that the rubric does. */
function collectOrdinaryWords(passages: readonly Passage[], known: ReadonlySet<string>): ReadonlySet<string> {
  const own = passages.flatMap(({ text }) => [...text.matchAll(LOWER_CASE_WORD)].map(([word]) => word));
  const names = passages
    .filter(({ isHeading }) => !isHeading)
    .flatMap(({ text }) => [...text.matchAll(CAPITALISED_WORD)].map((match) => (match[1] ?? '').toLowerCase()));
  const isName = new Set(names);
  return new Set([...known, ...own.filter((word) => !isName.has(word))]);
}

/**
 * What the prose of a memo says that its answers do not bear out, in the order of the text, with places in the whole file.
 * `report` is what `assess` makes of the description; laws are judged on its day.
 */
export function checkMemo(
  { text, body }: MemoText,
  description: Description,
  report: Report,
  rubric: Rubric,
): readonly Finding[] {
  const vocabulary = getVocabulary(rubric);
  const { statements } = vocabulary;
  const passages = readPassages(text, body, vocabulary.layout);
  const ordinary = collectOrdinaryWords(passages, vocabulary.ordinary);
  const actors = identifyActors(description.name, statements, ordinary);
  const reading: StatementContext = {
    ledger: buildLedger(description, report, rubric, vocabulary, actors),
    vocabulary,
    actors,
    asOf: report.asOf,
    grades: rubric.evidence.grades.map(({ id }) => id),
  };
  const places = new TextPlaces(text);
  return passages
    .flatMap((passage) =>
      checkPassage(passage, reading).map(({ id, subject, detail, at }) => ({
        id,
        subject,
        detail,
        in: toFileSpan(passage, at),
      })),
    )
    .sort((a, b) => a.in.from - b.in.from || a.in.to - b.in.to || (a.id < b.id ? -1 : 1))
    .map(({ in: range, ...rest }) => ({ ...rest, at: places.span(range) }));
}
