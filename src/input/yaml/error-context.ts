import type { Document } from 'yaml';
import { makeExcerpt, quoteYaml } from '../text/quote.ts';
import type { TextDiagnostic, TextPlaces, TextRange } from '../text/text-places.ts';

/** One error of the parser, with what is needed to find its cause. */
export interface YamlErrorContext {
  readonly at: TextRange;
  /** The parser's own sentence, which tells the variants of one code apart. */
  readonly message: string;
  readonly text: string;
  readonly places: TextPlaces;
  readonly doc: Document.Parsed;
}

/** Says what an error means to the author, at the place of its cause. */
export type YamlErrorExplainer = (situation: YamlErrorContext) => TextDiagnostic;

/** From the error to the end of its line, less a comment. */
export function getRestOfLine({ at, places, text }: YamlErrorContext): TextRange {
  const rest = text.slice(at.from, places.line(places.lineOf(at.from)).to);
  return { from: at.from, to: at.from + rest.replace(/[ \t]#.*$/, '').trimEnd().length };
}

/** The line up to the error. */
export function getLineBefore({ at, places, text }: YamlErrorContext): string {
  return text.slice(places.line(places.lineOf(at.from)).from, at.from);
}

/** From the first letter at or after the error to the end of that letter's line. */
export function getNextLine({ at, places, text }: YamlErrorContext): TextRange {
  const from = at.from + text.slice(at.from).search(/\S|$/);
  return { from, to: places.line(places.lineOf(from)).to };
}

/** The key on this line whose value begins where the error is; null when there is none. */
export function findKeyBefore(situation: YamlErrorContext): string | null {
  return /(?:^|[\s,{-])([^\s,{:]+)\s*:\s*$/.exec(getLineBefore(situation))?.[1] ?? null;
}

/** The value in quotes with its key, after a colon, for the end of a sentence; empty where it would be long. */
export function quoteWithKey(situation: YamlErrorContext, value: string): string {
  const key = findKeyBefore(situation);
  return value.length > 60 ? '' : `: \`${key === null ? '' : `${makeExcerpt(key)}: `}${quoteYaml(value)}\``;
}
