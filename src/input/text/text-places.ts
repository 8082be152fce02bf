import type { Diagnostic, Span } from '../../model/diagnostic.ts';

/** Part of a text: UTF-16 offsets, the end is exclusive. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A diagnostic whose place is still a range of the text that was read. */
export type TextDiagnostic = Diagnostic<TextRange>;

/** Finds lines and columns in one text. Only a line feed ends a line, so a CRLF text has the same lines. */
export class TextPlaces {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  lineOf(offset: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Where the line with this number lies, without its line end; an empty range at the end for a line past the last. */
  line(number: number): TextRange {
    const from = this.#starts[number - 1] ?? this.text.length;
    let to = (this.#starts[number] ?? this.text.length + 1) - 1;
    if (to > from && this.text[to - 1] === '\r') to -= 1;
    return { from, to: Math.max(from, to) };
  }

  /** The text of the line with this number, without its line end. */
  lineText(number: number): string {
    const { from, to } = this.line(number);
    return this.text.slice(from, to);
  }

  /**
   * Lines and columns of a range, less the blanks and line ends that close it. A range past the last line is put behind
   * its end, so that a fault at the end of a file is shown on a line that has text.
   */
  span({ from, to }: TextRange): Span {
    let start = Math.min(from, this.text.length);
    if (start === this.text.length) while (start > 0 && /\s/.test(this.text[start - 1] ?? '')) start -= 1;
    let end = Math.max(start, Math.min(to, this.text.length));
    while (end > start && /\s/.test(this.text[end - 1] ?? '')) end -= 1;
    if (end === start) end = Math.max(start, Math.min(to, start + 1, this.line(this.lineOf(start)).to));
    const [line, endLine] = [this.lineOf(start), this.lineOf(end)];
    return { line, column: start - this.line(line).from + 1, endLine, endColumn: end - this.line(endLine).from + 1 };
  }
}
