import { foldWord, stemWord } from './stem.ts';

export interface Token {
  /** UTF-16 offsets in the text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Folded: what a prefix is compared with. */
  readonly word: string;
  /** What a word of a term is compared with. */
  readonly stem: string;
}

// A possessive belongs to its word; format characters (soft hyphens, joiners) hide inside words that were copied from a page.
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['’]\p{L}{1,2}(?!\p{L}))?/gu;

/** The words of a text in order. Everything that is not a letter or a digit separates, hyphens included. */
export function tokenise(text: string): readonly Token[] {
  const known = new Map<string, { readonly word: string; readonly stem: string }>();
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const surface = match[0];
    let folded = known.get(surface);
    if (folded === undefined) {
      const word = foldWord(surface);
      folded = { word, stem: stemWord(word) };
      known.set(surface, folded);
    }
    tokens.push({ start: match.index, end: match.index + surface.length, ...folded });
  }
  return tokens;
}
