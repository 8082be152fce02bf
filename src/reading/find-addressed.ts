import type { Rubric } from '../model/rubric.ts';
import type { PassageSpan } from '../prose/passage.ts';
import { compilePhrases, findMatches } from '../prose/phrase-patterns.ts';
import { type DocumentProse, findPlace } from './document-prose.ts';

/** What only a reply to a brief has at the head of a line. */
const REPLY_LINE = /^[ \t]{0,40}(?:- )?(?:answers|quote):/gm;

/** How many lines around such words belong to them, up to a blank line. */
const LINES_AROUND = 4;

/** The lines around an offset, up to a blank line or to the most that are taken. */
function widen(text: string, at: PassageSpan): PassageSpan {
  let { from, to } = at;
  const step = (offset: number, by: 1 | -1): number => {
    const end = by === 1 ? text.indexOf('\n', offset) : text.lastIndexOf('\n', offset - 1);
    return end === -1 ? (by === 1 ? text.length : 0) : by === 1 ? end : end + 1;
  };
  from = step(from, -1);
  to = step(to, 1);
  for (let i = 0; i < LINES_AROUND && from > 0; i += 1) {
    const start = step(from - 1, -1);
    if (text.slice(start, from).trim() === '') break;
    from = start;
  }
  for (let i = 0; i < LINES_AROUND && to < text.length; i += 1) {
    const end = step(to + 1, 1);
    if (text.slice(to, end).trim() === '') break;
    to = end;
  }
  return { from, to };
}

/** The parts of a document that speak to whoever reads it, or that imitate a reply. */
export function findAddressed(
  { document: { text } }: DocumentProse,
  { reading: { addressed } }: Rubric,
): readonly PassageSpan[] {
  const phrases = findMatches(compilePhrases(addressed), text.replace(/[\n\t]/g, ' '));
  return [...phrases, ...findMatches(REPLY_LINE, text)]
    .map((match) => widen(text, { from: match.index, to: match.index + match[0].length }))
    .sort((a, b) => a.from - b.from);
}

/** One line about a document with such text; null without it. */
export function describeAddressed(prose: DocumentProse, rubric: Rubric): string | null {
  const [first] = findAddressed(prose, rubric);
  if (first === undefined) return null;
  const { line, sheet } = findPlace(prose, first.from, null);
  const at = line !== null ? `Line ${line}` : sheet !== null ? `The ${sheet.kind} ${sheet.number}` : 'The text';
  return `${at} addresses the reader or imitates a reply; quotes of it are not accepted as evidence.`;
}
