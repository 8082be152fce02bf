import type { DocumentPlace } from '../model/document.ts';
import type { Rubric } from '../model/rubric.ts';
import { findFigures, readCellFigure } from '../prose/find-figures.ts';
import { type Passage, type PassageSpan, toFileSpan } from '../prose/passage.ts';
import { type Sentence, splitSentences } from '../prose/sentences.ts';
import { isQuestion } from '../prose/stance.ts';
import type { StatedFigure } from '../prose/stated-figure.ts';
import { getVocabulary, type Vocabulary } from '../prose/vocabulary.ts';
import { classifySection, type DocumentProse, findPlace, type SectionKind } from './document-prose.ts';

/** A sentence, an item of a list or a row of a table, with what a reader sees next to it. */
export interface DocumentStatement extends Sentence {
  /** As a reader sees it, and as the sentence of its passage. */
  readonly text: string;
  readonly place: DocumentPlace;
  /** The heading and the lead-in that it is under, and the heading above that. */
  readonly under: string;
  readonly above: string;
  /** Of a row: the heads of its columns. */
  readonly heads: string;
  readonly section: Exclude<SectionKind, 'unread'> | null;
  /** Of a row: its cells, as passages and as stretches of the row. */
  readonly cells: readonly RowCell[];
}

interface RowCell extends PassageSpan {
  readonly passage: Passage;
}

/** Fewer letters are a label and no statement. */
const LEAST_LETTERS = 10;

/** What stands for words that are struck out. */
const STRUCK = '\ufffc';

/** A line of a reference of an API: how it is called, and where. */
const CALL = /(?:^|:\s)(?:GET|POST|PUT|PATCH|DELETE|HEAD)\s+\/\S/;

/** So few words before a colon name what is below them. */
const MOST_LEAD_WORDS = 3;

/** A heading of fewer words is the name of a section. */
const LEAST_HEADING_WORDS = 4;

/** True for a heading that says something: "No model has to be changed", and not "Success Stories & Use Cases", or one with a figure. */
function saysSomething({ text, depth }: Passage): boolean {
  if (depth === null || countWords(text) < LEAST_HEADING_WORDS) return false;
  const [, ...words] = text.match(/\p{L}{4,}/gu) ?? [];
  const small = words.filter((word) => /^\p{Ll}/u.test(word));
  return small.length * 2 > words.length || /\d ?%|\$\d/.test(text);
}

/** True for an item that only links to another part of the document or its site. */
function isWayOn({ isItem, links, text }: Passage): boolean {
  return (
    isItem && links.some(({ from, to, url }) => from === 0 && to >= text.trimEnd().length && /^(?:#|\.|\/)/.test(url))
  );
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** What is between two cells of a row. */
const CELL_BREAK = ' | ';

/** The cells of one row as one passage. */
function joinCells(row: readonly Passage[]): { readonly passage: Passage; readonly cells: readonly RowCell[] } | null {
  const [first] = row;
  if (first === undefined) return null;
  const [cells, offsets, ends]: [RowCell[], number[], number[]] = [[], [], []];
  let text = '';
  for (const passage of row) {
    if (text !== '') {
      const at = ends.at(-1) ?? 0;
      for (const letter of CELL_BREAK) {
        text += letter;
        offsets.push(at);
        ends.push(at);
      }
    }
    cells.push({ passage, from: text.length, to: text.length + passage.text.length });
    text += passage.text;
    offsets.push(...passage.offsets);
    ends.push(...passage.ends);
  }
  const heads = row.map((passage) => passage.heads[0] ?? '');
  return { passage: { ...first, text, offsets, ends, heads, links: [], quoted: [], around: '' }, cells };
}

/** The sentences of a passage, each line of its own apart. */
function splitPassage({ text, lines }: Passage, { abbreviations }: Vocabulary): readonly PassageSpan[] {
  const starts = [0, ...lines, text.length];
  return starts.slice(0, -1).flatMap((from, i) =>
    splitSentences(text.slice(from, starts[i + 1]), abbreviations).map((span) => ({
      from: from + span.from,
      to: from + span.to,
    })),
  );
}

/** Lists the statements of one document. */
function* listOfProse(prose: DocumentProse, rubric: Rubric): Generator<DocumentStatement> {
  const vocabulary = getVocabulary(rubric);
  const { passages } = prose;
  for (let i = 0; i < passages.length; i += 1) {
    const passage = passages[i];
    if (passage === undefined) break;
    const { row } = passage;
    const start = i;
    if (row !== null) while (passages[i + 1]?.row === row) i += 1;
    // The heads of columns and the names of sections say what is under them.
    else if (passage.isHeading && !saysSomething(passage)) continue;
    const section = classifySection(passage, rubric);
    if (section === 'unread' || (section === 'token' && row !== null)) continue;
    const whole = row === null ? { passage, cells: [] } : joinCells(passages.slice(start, i + 1));
    if (whole === null) continue;
    const spans = row === null ? splitPassage(passage, vocabulary) : [{ from: 0, to: whole.passage.text.length }];
    const heads = row === null ? '' : whole.passage.heads.join(CELL_BREAK);
    const under = [passage.sections.at(-1) ?? '', ...whole.passage.heads].join(CELL_BREAK);
    const isLed = passage.heads.some((head) => head.endsWith(':'));
    const above = isLed || passage.sections.length < 3 ? '' : (passage.sections.at(-2) ?? '');
    for (const span of spans) {
      const sentence = { ...span, passage: whole.passage };
      const text = whole.passage.text.slice(span.from, span.to);
      if (text.trim().length < LEAST_LETTERS || text.includes(STRUCK) || isQuestion(sentence)) continue;
      if (isWayOn(whole.passage) || CALL.test(text) || (/:\s*$/.test(text) && countWords(text) <= MOST_LEAD_WORDS))
        continue;
      const place = findPlace(prose, toFileSpan(whole.passage, span).from, passage.sections.at(-1) ?? null);
      yield { ...sentence, text, place, under, above, heads, section, cells: whole.cells };
    }
  }
}

/** The statements of the documents, in their order. What is under a heading of a section without facts is left out. */
export function listStatements(proses: readonly DocumentProse[], rubric: Rubric): readonly DocumentStatement[] {
  return proses.flatMap((prose) => [...listOfProse(prose, rubric)]);
}

/** The figures of a statement; of a row those of each cell, in the unit that the heads of its column and its row give. */
export function findStatedFigures(statement: DocumentStatement, { figures }: Vocabulary): readonly StatedFigure[] {
  const { cells, passage } = statement;
  if (cells.length === 0) return findFigures(passage.text, statement, figures);
  return cells.flatMap(({ passage: cell }) => {
    const figure = readCellFigure(cell, figures);
    if (figure !== null) return [figure];
    // "$5" under "Storage /TB" is a price per unit.
    const [, unit = ''] = /(\/ ?[\p{L}\d-]+)[^\p{L}/]*$/u.exec(cell.heads[0] ?? '') ?? [];
    const text = cell.text.trimEnd();
    return findFigures(text + unit, { from: 0, to: text.length + unit.length }, figures);
  });
}
