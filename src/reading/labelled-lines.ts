import type { TextRange } from '../input/text/text-places.ts';

/** A line of the form `**Label:** value`, or a row of a table of two columns. */
export interface LabelledLine extends TextRange {
  /** In small letters, without marks and without an article. */
  readonly label: string;
  /** The value as a reader sees it; `from` and `to` span it in the file. */
  readonly value: string;
  /** How many lines with text are before it. */
  readonly index: number;
}

const LINE = /^[\s>|*+•-]*(?:\d{1,2}[.)]\s+)?[*_`\s]*(\p{L}[^:|*_`\n]{1,48}?)[*_`\s]*(?::[*_`\s]*|\|\s*)(\S.*)?$/u;
const MARKUP = /[*_`]+|<[^<>]{0,200}>|\\(?=[^\w\s])/g;
const LINK = /!?\[([^\][]{0,200})\]\(([^()\s]{0,400})[^()]{0,200}\)/g;

/** A piece of Markdown as a reader sees it. @param showsLinks to keep an address in the place of its words. */
export function toReaderText(markdown: string, showsLinks = false): string {
  return markdown
    .replace(LINK, (_, text: string, url: string) => (showsLinks ? url : text))
    .replace(/<(https?:\/\/[^<>\s]{1,400})>/g, '$1')
    .replace(MARKUP, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s|]+$/, '')
    .trim();
}

/** The lines of a text that give a label a value. Where the value is on the line below, it is taken from there. */
export function listLabelledLines(text: string, mostLines: number): readonly LabelledLine[] {
  const found: LabelledLine[] = [];
  let waiting: { readonly label: string; readonly index: number } | null = null;
  let from = 0;
  let index = 0;
  while (from < text.length && index < mostLines) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    const line = text.slice(from, to);
    if (line.trim() !== '') {
      const [, name, value] = LINE.exec(line.slice(0, 600)) ?? [];
      if (name !== undefined) {
        const label = toReaderText(name)
          .toLowerCase()
          .replace(/^(?:an?|the) /, '')
          .replace(/\s*\([^()]*\)$/, '');
        if (value === undefined) waiting = { label, index };
        else {
          const start = from + line.indexOf(value, name.length);
          found.push({ label, value, from: start, to, index });
          waiting = null;
        }
      } else if (waiting !== null) {
        const start = from + line.length - line.trimStart().length;
        if (!/^\s*#/.test(line)) found.push({ ...waiting, value: line.trim(), from: start, to });
        waiting = null;
      }
      index += 1;
    }
    from = to + 1;
  }
  return found;
}
