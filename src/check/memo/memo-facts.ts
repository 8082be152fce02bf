import { TextPlaces } from '../../input/text/text-places.ts';
import type { Duty, Regulation, Rubric } from '../../model/rubric.ts';
import { findCustomers } from '../../prose/customers.ts';
import { findFigures } from '../../prose/find-figures.ts';
import { countSharedWords, extractKeywords } from '../../prose/keywords.ts';
import { findArticles, findLaws, matchesArticle } from '../../prose/laws.ts';
import { type Passage, type PassageSpan, toFileSpan } from '../../prose/passage.ts';
import { hasMatch } from '../../prose/phrase-patterns.ts';
import { readPassages } from '../../prose/read-passages.ts';
import { type Sentence, sliceSentence, splitSentences } from '../../prose/sentences.ts';
import { identifyActors, isAboutOther, isDenied, isWish } from '../../prose/stance.ts';
import { alignUnits, hasSameUnit, type StatedFigure } from '../../prose/stated-figure.ts';
import { getVocabulary, type Vocabulary } from '../../prose/vocabulary.ts';
import { collectSubjectWords } from './ledger.ts';

interface FactLocation {
  /** From 1. */
  readonly line: number;
  readonly said: string;
}

/** A figure of the project in the unit of a criterion. */
export interface FigureFact extends FactLocation {
  readonly criterion: string;
  readonly value: number;
  readonly unit: string;
}

export interface CustomerFact extends FactLocation {
  readonly name: string;
}

/** A regulation, with those of its duties that the sentence names. */
export interface LawFact extends FactLocation {
  readonly regulation: Regulation;
  readonly duties: readonly Duty[];
}

/** What the prose of a memo says of its project, in the order of the text. */
export interface MemoFacts {
  readonly heading: { readonly text: string; readonly line: number } | null;
  readonly opening: { readonly text: string; readonly line: number } | null;
  readonly prose: string;
  readonly figures: readonly FigureFact[];
  readonly customers: readonly CustomerFact[];
  readonly laws: readonly LawFact[];
}

/** A criterion that a figure can answer, in one of its units. */
interface CriterionUnit {
  readonly criterion: string;
  readonly unit: string;
  readonly figure: StatedFigure;
  readonly subject: ReadonlySet<string>;
}

/** The units of criteria, read as a text would be. */
function listCriterionUnits(rubric: Rubric, vocabulary: Vocabulary): readonly CriterionUnit[] {
  return rubric.criteria.flatMap(({ id, unit }) => {
    const ofRegister = rubric.alternatives.filter(({ criterion }) => criterion === id).map((entry) => entry.unit);
    const units = new Set(unit === null ? ofRegister : [unit]);
    const subject = collectSubjectWords(id, rubric, vocabulary);
    return [...units].flatMap((one) => {
      const text = `1 ${one}`;
      const [figure] = findFigures(text, { from: 0, to: text.length }, vocabulary.figures);
      return figure === undefined ? [] : [{ criterion: id, unit: one, figure, subject }];
    });
  });
}

function findFigureFacts(
  sentence: Sentence,
  asked: readonly CriterionUnit[],
  isSkipped: (at: PassageSpan) => boolean,
  vocabulary: Vocabulary,
): readonly Omit<FigureFact, keyof FactLocation>[] {
  const { passage } = sentence;
  const words = extractKeywords(`${passage.around} ${sliceSentence(sentence)}`, vocabulary.keywords);
  return findFigures(passage.text, sentence, vocabulary.figures).flatMap((figure) => {
    if (isSkipped(figure)) return [];
    const fitting = asked.filter((one) => hasSameUnit(figure, one.figure) && countSharedWords(words, one.subject) > 0);
    return fitting.slice(0, 1).flatMap(({ criterion, unit, figure: one }) => {
      const both = alignUnits(figure, one);
      return both === null ? [] : [{ criterion, unit, value: Number((both.a / both.b).toPrecision(6)) }];
    });
  });
}

function findLawFacts(sentence: Sentence, vocabulary: Vocabulary): readonly Omit<LawFact, keyof FactLocation>[] {
  const { text } = sentence.passage;
  const numbers = findArticles(text, sentence, vocabulary.laws).flatMap((article) => article.numbers);
  return findLaws(text, sentence, vocabulary.laws).flatMap(({ regulation, ...at }) => {
    if (regulation === null || isDenied(sentence, at, vocabulary) || isWish(sentence, at, vocabulary)) return [];
    return [{ regulation, duties: regulation.duties.filter((duty) => matchesArticle(duty, numbers, vocabulary.laws)) }];
  });
}

function findFirstPassage(
  passages: readonly Passage[],
  isHeading: boolean,
  places: TextPlaces,
  { letterhead }: Vocabulary,
) {
  const found = passages.find(
    ({ text, unit, ...passage }) => passage.isHeading === isHeading && unit === null && !letterhead.test(text),
  );
  if (found === undefined) return null;
  return { text: found.text.trim(), line: places.span(toFileSpan(found, { from: 0, to: 1 })).line };
}

/** Extracts what answers can be made of. @param body where the prose begins. @param name of the project, where it is known. */
export function extractMemoFacts(text: string, body: number, name: string | null, rubric: Rubric): MemoFacts {
  const vocabulary = getVocabulary(rubric);
  const passages = readPassages(text, body, vocabulary.layout);
  const places = new TextPlaces(text);
  const heading = findFirstPassage(passages, true, places, vocabulary);
  const actors = identifyActors(name ?? heading?.text ?? 'The project', rubric.statements, vocabulary.ordinary);
  const asked = listCriterionUnits(rubric, vocabulary);
  const [figures, customers, laws]: [FigureFact[], CustomerFact[], LawFact[]] = [[], [], []];
  for (const passage of passages) {
    for (const stretch of splitSentences(passage.text, vocabulary.abbreviations)) {
      const sentence = { ...stretch, passage };
      if (hasMatch(vocabulary.plan, sliceSentence(sentence))) continue;
      const at = { line: places.span(toFileSpan(passage, stretch)).line, said: sliceSentence(sentence).trim() };
      const isSkipped = (where: PassageSpan) =>
        isWish(sentence, where, vocabulary) ||
        isDenied(sentence, where, vocabulary) ||
        isAboutOther(sentence, where, actors, vocabulary);
      figures.push(...findFigureFacts(sentence, asked, isSkipped, vocabulary).map((found) => ({ ...found, ...at })));
      customers.push(...findCustomers(sentence, actors, vocabulary).map((found) => ({ name: found.name, ...at })));
      laws.push(...findLawFacts(sentence, vocabulary).map((found) => ({ ...found, ...at })));
    }
  }
  const prose = passages.map((passage) => passage.text).join('\n');
  return { heading, opening: findFirstPassage(passages, false, places, vocabulary), prose, figures, customers, laws };
}
