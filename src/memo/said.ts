import type { Duty, Regulation, Rubric } from '../model/rubric.ts';
import { TextPlaces } from '../read/text-places.ts';
import { customersIn } from './customers.ts';
import { alike, type Figure, sameUnit } from './figure.ts';
import { figuresIn } from './figures.ts';
import { isArticle } from './judge-law.ts';
import { articlesIn, lawsIn } from './laws.ts';
import { inFile, type Passage, type Stretch } from './passage.ts';
import { passagesOf } from './passages.ts';
import { has } from './pattern.ts';
import { sentencesOf } from './sentences.ts';
import { actorsOf, isAboutOther, isDenied, isWish, type Sentence } from './stance.ts';
import { textOf } from './statement.ts';
import { sharedWords, wordsOf } from './subject.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

interface Place {
  /** Line of the file, from 1. */
  readonly line: number;
  /** The sentence. */
  readonly said: string;
}

/** A figure of the project in the unit of a criterion. */
export interface SaidFigure extends Place {
  readonly criterion: string;
  readonly value: number;
  readonly unit: string;
}

export interface SaidCustomer extends Place {
  readonly name: string;
}

/** A regulation, with those of its duties that the sentence names. */
export interface SaidLaw extends Place {
  readonly regulation: Regulation;
  readonly duties: readonly Duty[];
}

/** What the prose of a memo says of its project, in the order of the text. */
export interface Said {
  readonly heading: { readonly text: string; readonly line: number } | null;
  readonly opening: { readonly text: string; readonly line: number } | null;
  readonly prose: string;
  readonly figures: readonly SaidFigure[];
  readonly customers: readonly SaidCustomer[];
  readonly laws: readonly SaidLaw[];
}

/** A criterion that a figure can answer, in one of its units. */
interface Asked {
  readonly criterion: string;
  readonly unit: string;
  readonly figure: Figure;
  readonly subject: ReadonlySet<string>;
}

/** The units of criteria, read as a text would be. */
function askedOf(rubric: Rubric, vocabulary: Vocabulary): readonly Asked[] {
  return rubric.criteria.flatMap(({ id, unit, title }) => {
    const ofRegister = rubric.alternatives.filter(({ criterion }) => criterion === id).map((entry) => entry.unit);
    const units = new Set(unit === null ? ofRegister : [unit]);
    const subject = wordsOf([title, ...(rubric.statements.subjects[id] ?? [])].join(' '), vocabulary.common);
    return [...units].flatMap((one) => {
      const text = `1 ${one}`;
      const [figure] = figuresIn(text, { from: 0, to: text.length }, vocabulary.figures);
      return figure === undefined ? [] : [{ criterion: id, unit: one, figure, subject }];
    });
  });
}

/** Digits of a figure that was turned into another unit. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

function figuresOf(
  sentence: Sentence,
  asked: readonly Asked[],
  isSkipped: (at: Stretch) => boolean,
  vocabulary: Vocabulary,
): readonly Omit<SaidFigure, keyof Place>[] {
  const { passage } = sentence;
  const words = wordsOf(`${passage.around} ${textOf(sentence)}`, vocabulary.common);
  return figuresIn(passage.text, sentence, vocabulary.figures).flatMap((figure) => {
    if (isSkipped(figure)) return [];
    const fitting = asked.filter((one) => sameUnit(figure, one.figure) && sharedWords(words, one.subject) > 0);
    return fitting.slice(0, 1).flatMap(({ criterion, unit, figure: one }) => {
      const both = alike(figure, one);
      return both === null ? [] : [{ criterion, unit, value: rounded(both.a / both.b) }];
    });
  });
}

function lawsOf(sentence: Sentence, vocabulary: Vocabulary): readonly Omit<SaidLaw, keyof Place>[] {
  const { text } = sentence.passage;
  const numbers = articlesIn(text, sentence, vocabulary.laws).flatMap((article) => article.numbers);
  return lawsIn(text, sentence, vocabulary.laws).flatMap(({ regulation, ...at }) => {
    if (regulation === null || isDenied(sentence, at, vocabulary) || isWish(sentence, at, vocabulary)) return [];
    return [{ regulation, duties: regulation.duties.filter((duty) => numbers.length > 0 && isArticle(duty, numbers)) }];
  });
}

/** The head of a letter, such as `To: the committee`, which says nothing of what is sold. */
const LETTERHEAD = /^\s*(?:to|from|cc|re|subject|date)\s*:/i;

function firstOf(passages: readonly Passage[], isHeading: boolean, places: TextPlaces) {
  const found = passages.find(
    ({ text, unit, ...passage }) => passage.isHeading === isHeading && unit === null && !LETTERHEAD.test(text),
  );
  if (found === undefined) return null;
  return { text: found.text.trim(), line: places.span(inFile(found, { from: 0, to: 1 })).line };
}

/** What a memo says that answers can be made of. `body` is where its prose begins, `name` its project where it is known. */
export function saidIn(text: string, body: number, name: string | null, rubric: Rubric): Said {
  const vocabulary = vocabularyOf(rubric);
  const passages = passagesOf(text, body);
  const places = new TextPlaces(text);
  const heading = firstOf(passages, true, places);
  const actors = actorsOf(name ?? heading?.text ?? 'The project', rubric.statements, vocabulary.ordinary);
  const asked = askedOf(rubric, vocabulary);
  const [figures, customers, laws]: [SaidFigure[], SaidCustomer[], SaidLaw[]] = [[], [], []];
  for (const passage of passages) {
    for (const stretch of sentencesOf(passage.text, vocabulary.abbreviations)) {
      const sentence = { ...stretch, passage };
      if (has(vocabulary.plan, textOf(sentence))) continue;
      const at = { line: places.span(inFile(passage, stretch)).line, said: textOf(sentence).trim() };
      const isSkipped = (where: Stretch) =>
        isWish(sentence, where, vocabulary) ||
        isDenied(sentence, where, vocabulary) ||
        isAboutOther(sentence, where, actors, vocabulary);
      figures.push(...figuresOf(sentence, asked, isSkipped, vocabulary).map((found) => ({ ...found, ...at })));
      customers.push(...customersIn(sentence, actors, vocabulary).map((found) => ({ name: found.name, ...at })));
      laws.push(...lawsOf(sentence, vocabulary).map((found) => ({ ...found, ...at })));
    }
  }
  const prose = passages.map((passage) => passage.text).join('\n');
  return { heading, opening: firstOf(passages, false, places), prose, figures, customers, laws };
}
