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

/** Words that stand for one concept, by the group's name, as the settings write them. */
export type Groups = Readonly<Record<string, readonly string[]>>;

export type GroupPhrases = ReadonlyMap<string, readonly Phrase[]>;

export type ParsedTerm =
  | { readonly ok: true; readonly sides: readonly [Side] | readonly [Side, Side] }
  | { readonly ok: false; readonly fault: string };

/** The phrases of each group, read once for all terms that use it. */
export function readGroups(groups: Groups): GroupPhrases {
  return new Map(
    Object.entries(groups).map(([name, members]) => [
      name,
      members.map((member) => member.trim().split(/\s+/u).flatMap(readWords)),
    ]),
  );
}

/**
 * Reads a term. `gpu` is a word in any inflection, `annotat*` any word with that beginning, `*` any one word, `<agent>` any
 * member of that group, words in a row are a phrase, and `left ~ right` asks for both sides close together in either order.
 */
export function parseTerm(term: string, groups: GroupPhrases): ParsedTerm {
  const sides: Side[] = [];
  for (const written of term.split(' ~ ')) {
    const side = parseSide(written, groups);
    if (typeof side === 'string') return { ok: false, fault: side };
    sides.push(side);
  }
  const [left, right] = sides;
  if (left === undefined || sides.length > 2)
    return { ok: false, fault: 'a term has one side, or two around one ` ~ `' };
  return { ok: true, sides: right === undefined ? [left] : [left, right] };
}

/** The side, or what is wrong with it. */
function parseSide(written: string, groups: GroupPhrases): Side | string {
  const pieces = written.trim().split(/\s+/u);
  let phrases: readonly Phrase[] = [[]];
  for (const piece of pieces) {
    const name = /^<(.*)>$/u.exec(piece)?.[1];
    const tails = name === undefined ? [readWords(piece)] : groups.get(name);
    if (tails === undefined) return `there is no group \`${name}\``;
    if (tails.some((tail) => tail.length === 0)) return `\`${piece}\` holds no word`;
    phrases = phrases.flatMap((head) => tails.map((tail) => [...head, ...tail]));
  }
  const open = phrases.some((phrase) => phrase[0]?.kind === 'any' || phrase.at(-1)?.kind === 'any');
  return open ? `\`${written}\` must begin and end with a word` : { key: pieces.join(' '), phrases };
}

function readWords(piece: string): Phrase {
  if (piece === '*') return [{ kind: 'any' }];
  const tokens = tokenise(piece);
  return tokens.map((token, index) =>
    piece.endsWith('*') && index === tokens.length - 1
      ? { kind: 'prefix', prefix: token.word }
      : { kind: 'stem', stem: token.stem },
  );
}
