import { type Outcome, toProblem } from '../../model/diagnostic.ts';
import { TextPlaces } from './text-places.ts';

/** What a paragraph may cost: the square of its marks, added up over a text. At it the parser takes about half a second. */
const MOST_MARKS = 4_000_000;
/** What nesting may cost: the square of the depth of each line, added up over a text. */
const MOST_NESTING = 1_000_000;
/** Containers within each other. */
const MOST_DEPTH = 100;
/** Signs of Markdown in a text: links, marks, cells, items, indented lines. At it the parser takes about a second. */
const MOST_SIGNS = 13_000;
/** Numbers in the prose of a memo, each of which is looked for among the answers, and in a document that is only read. */
const MOST_NUMBERS = { memo: 3000, document: 20_000 } as const;

/** What to do about too many parts: blank lines leave as many. */
const SPLIT = 'Split the file, or remove some of them.';

/** What makes the parser look at a line; a line of plain words has none of it. */
const SIGNS = /[*~[\]<>|&\\@`]|_+(?![\p{L}\p{N}])|^\s|\s$|^(?:[-+=#]|\d{1,9}[.)] )|:\/\/|www\./gu;
/** Within a word an underscore is no emphasis; the parser looks at it, and that costs a tenth. */
const INNER_UNDERSCORES = /_+(?=[\p{L}\p{N}])/gu;
const NUMBERS = /\d[\d.,]*/g;

/** Emphasis, whose cost grows with the length of a run; brackets cost a quarter. An underscore within a word is neither. */
const MARKS = /\*+|~+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|[[\]]/gu;
/** What stands before the words of a line in lists and quotes. */
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*/;
const NEW_PARAGRAPH = /^ {0,3}(?:[-+*][ \t]+\S|#{1,6}[ \t]|$)/;

function countMatches(pattern: RegExp, line: string): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.exec(line) !== null) count += 1;
  return count;
}

function weighMarks(line: string): number {
  let sum = 0;
  for (const [run] of line.matchAll(MARKS)) sum += /[[\]]/.test(run) ? 0.25 : Math.max(1, run.length / 2);
  return sum;
}

/** How deep a line is nested at most: by its marks, or by its indentation where a list brought it there. */
function measureDepth(line: string): number {
  const lead = CONTAINERS.exec(line)?.[0] ?? '';
  const marks = lead.replace(/[ \t\d]/g, '').length;
  return marks === 0 ? 0 : Math.max(marks, lead.replace(/\t/g, '    ').length / 2);
}

/**
 * The text, or the problem that nobody can be meant to read it: Markdown that is nested so deep, or so full of marks, that taking
 * it apart would take minutes. Linear in the length of the text. @param from where its prose begins;
 * above that of a memo are its answers.
 */
export function refuseHostileMarkdown(text: string, from: number, file: string): Outcome<string> {
  let [marks, nesting, paragraph, start, signs, numbers] = [0, 0, 0, from, 0, 0];
  const kind = from > 0 ? 'memo' : 'document';
  const fail = (code: string, at: number, what: string, fix = 'Remove it, or split it with blank lines.') => {
    const places = new TextPlaces(text);
    const fault = {
      code,
      at: { from: at, to: Math.min(text.length, at + 1) },
      what,
      why: 'Taking it apart would take minutes, and no reader could follow it.',
      fix,
    };
    return { ok: false, problems: [toProblem(fault, file, (range) => places.span(range))] } as const;
  };
  for (let at = from; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next === -1 ? text.length : next;
    const line = text.slice(at, end);
    if (NEW_PARAGRAPH.test(line))
      [marks, paragraph, start] = [marks + paragraph ** 2, 0, line.trim() === '' ? end + 1 : at];
    paragraph += weighMarks(line);
    signs += countMatches(SIGNS, line) + countMatches(INNER_UNDERSCORES, line) / 10;
    numbers += countMatches(NUMBERS, line);
    const depth = measureDepth(line);
    nesting += depth ** 2;
    if (depth > MOST_DEPTH || nesting > MOST_NESTING)
      return fail('markdown/too-deep', at, 'lists or quotes are nested too deep here');
    if (marks + paragraph ** 2 > MOST_MARKS)
      return fail('markdown/too-many-marks', start, 'this paragraph has too many marks of emphasis or brackets');
    if (signs > MOST_SIGNS)
      return fail('markdown/too-many-parts', at, `more than ${MOST_SIGNS} links, marks, items and cells`, SPLIT);
    if (numbers > MOST_NUMBERS[kind])
      return fail(
        'markdown/too-many-numbers',
        at,
        `more than ${MOST_NUMBERS[kind]} numbers in the prose of a ${kind}`,
        SPLIT,
      );
    at = end + 1;
  }
  return { ok: true, value: text };
}
