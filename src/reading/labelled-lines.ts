import type { TextRange } from '../input/text/text-places.ts';

/** A line of the form `**Label:** value`, or a row of a table of two columns. */
export interface LabelledLine extends TextRange {
  /** In small letters, without marks and without an article. */
  readonly label: string;
  /** The label as it is written. */
  readonly name: string;
  /** The value as a reader sees it; `from` and `to` span it in the file. */
  readonly value: string;
  /** How many lines with text are before it. */
  readonly index: number;
}

const LINE =
  /^[\s>|*+•-]*(?:(?:\d{1,2}[.)]\s|[_`])[*_`\s]*)?(\p{L}[^:|*_`\n]{1,48}?)[*_`\s]*(?::(?!\/\/)[*_`\s]*|\|\s*)(\S.*)?$/u;
/** A heading of a form, whose answer is below it. */
const HEADING = /^\s*#{1,6}\s+(?:\d{1,2}[.)]\s+)?(\S[^\n]{1,60})$/;
/** What opens and closes a block of code. */
const FENCE = /^\s*(?:```|~~~)/;
const MARKUP = /[*_`]+|<[^<>]{0,200}>|\\(?=[^\w\s])/g;
const LINK = /!?\[([^\][]{0,200})\]\(([^()\s]{0,400})[^()]{0,200}\)/g;

/** A piece of Markdown as a reader sees it. @param showsLinks to keep an address in the place of its words. */
export function toReaderText(markdown: string, showsLinks = false): string {
  return markdown
    .replace(LINK, (_, text: string, url: string) => (showsLinks ? url : text))
    .replace(/<(https?:\/\/[^<>\s]{1,400})>/g, '$1')
    .replace(MARKUP, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<![\s|])[\s|]+$/, '')
    .trim();
}

/** A label in small letters, without marks, article and what is in brackets behind it. */
function toLabel(text: string): string {
  return toReaderText(text)
    .toLowerCase()
    .replace(/^(?:an?|the|your) /, '')
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/(?<![\s:?])[\s:?]+$/, '');
}

/** The lines of a text that give a label a value. Where the value is on the line below, it is taken from there. */
export function listLabelledLines(text: string, mostLines: number): readonly LabelledLine[] {
  const found: LabelledLine[] = [];
  let waiting: { readonly label: string; readonly name: string; readonly index: number } | null = null;
  let from = 0;
  let index = 0;
  let isCode = false;
  while (from < text.length && index < mostLines) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    const line = text.slice(from, to);
    const isFence = FENCE.test(line);
    if (isFence) isCode = !isCode;
    if (line.trim() !== '' && !isFence && !isCode) {
      const [, heading] = HEADING.exec(line) ?? [];
      const [, name = heading, value] = LINE.exec(line.slice(0, 600)) ?? [];
      if (name !== undefined) {
        const label = toLabel(name);
        if (value === undefined) waiting = { label, name, index };
        else {
          const start = from + line.indexOf(value, name.length);
          found.push({ label, name, value, from: start, to, index });
          waiting = null;
        }
      } else if (waiting !== null) {
        const start = from + line.length - line.trimStart().length;
        found.push({ ...waiting, value: line.replace(/^[\s>]+/, ''), from: start, to });
        waiting = null;
      }
      index += 1;
    }
    from = to + 1;
  }
  return found;
}
