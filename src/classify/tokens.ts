import { foldWord, stemWord } from './stem.ts';

export interface Token {
  /** UTF-16 offsets in the text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** What a word of a phrase is compared with. */
  readonly stem: string;
}

// A possessive belongs to its word; format characters (soft hyphens, joiners) hide inside words that were copied from a page.
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['’]\p{L}{1,2}(?!\p{L}))?/gu;

/** The first words of a text in order. Everything that is not a letter or a digit separates, hyphens included. */
export function tokenise(text: string, most = Number.POSITIVE_INFINITY): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    if (tokens.length >= most) break;
    const surface = match[0];
    tokens.push({ start: match.index, end: match.index + surface.length, stem: stemWord(foldWord(surface)) });
  }
  return tokens;
}
