import { tokenise } from './tokens.ts';

/** One place of a phrase. */
export type Step =
  | { readonly kind: 'stem'; readonly stem: string }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'any' };

export type Phrase = readonly Step[];

/** One side of a term: phrases that mean the same and are counted together. */
export interface Side {
  /** Equal for sides that are written alike. */
  readonly key: string;
  readonly phrases: readonly Phrase[];
}

/** Groups of words that stand for one concept, by name. */
export type Groups = Readonly<Record<string, readonly string[]>>;

export type ParsedTerm =
  | { readonly ok: true; readonly sides: readonly [Side] | readonly [Side, Side] }
  | { readonly ok: false; readonly fault: string };

/**
 * Reads a term. `gpu` is a word in any inflection, `annotat*` any word with that beginning, `*` any one word, `<agent>` any
 * member of that group, words in a row are a phrase, and `left ~ right` asks for both sides close together in either order.
 */
export function parseTerm(term: string, groups: Groups): ParsedTerm {
  const written = term.split(' ~ ');
  const sides: Side[] = [];
  for (const part of written) {
    const side = parseSide(part, groups);
    if (typeof side === 'string') return { ok: false, fault: side };
    sides.push(side);
  }
  const [left, right] = sides;
  if (left === undefined || sides.length > 2) return { ok: false, fault: 'a term has one side, or two around one ` ~ `' };
  return { ok: true, sides: right === undefined ? [left] : [left, right] };
}

function parseSide(written: string, groups: Groups): Side | string {
  const pieces = written.trim().split(/\s+/u);
  let phrases: readonly Phrase[] = [[]];
  for (const piece of pieces) {
    const tails = parsePiece(piece, groups);
    if (typeof tails === 'string') return tails;
    phrases = phrases.flatMap((head) => tails.map((tail) => [...head, ...tail]));
  }
  if (phrases.some((phrase) => phrase[0] === undefined || phrase.at(-1)?.kind === 'any' || phrase[0].kind === 'any')) {
    return `\`${written}\` must begin and end with a word`;
  }
  return { key: pieces.join(' '), phrases };
}

function parsePiece(piece: string, groups: Groups): readonly Phrase[] | string {
  if (piece === '*') return [[{ kind: 'any' }]];
  const name = /^<(.*)>$/u.exec(piece)?.[1];
  if (name === undefined) return [parseWords(piece)];
  const members = Object.hasOwn(groups, name) ? groups[name] : undefined;
  if (members === undefined) return `there is no group \`${name}\``;
  return members.map((member) => member.trim().split(/\s+/u).flatMap(parseWords));
}

function parseWords(piece: string): Phrase {
  if (piece === '*') return [{ kind: 'any' }];
  const tokens = tokenise(piece);
  return tokens.map((token, index) =>
    piece.endsWith('*') && index === tokens.length - 1
      ? { kind: 'prefix', prefix: token.word }
      : { kind: 'stem', stem: token.stem },
  );
}
