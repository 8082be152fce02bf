import type { Phrase, Step } from './term.ts';
import type { Token } from './tokens.ts';

/** A stretch of tokens; the end is exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The phrases of all terms, sharing their beginnings. */
export interface PhraseNode {
  readonly stems: Map<string, PhraseNode>;
  readonly prefixes: Map<string, PhraseNode>;
  /** Lengths of the prefixes, each once. */
  readonly lengths: Set<number>;
  any: PhraseNode | null;
  /** The sides that have a phrase which ends here. */
  readonly sides: Set<number>;
}

export function emptyNode(): PhraseNode {
  return { stems: new Map(), prefixes: new Map(), lengths: new Set(), any: null, sides: new Set() };
}

export function addPhrase(root: PhraseNode, phrase: Phrase, side: number): void {
  let node = root;
  for (const step of phrase) node = childFor(node, step);
  node.sides.add(side);
}

function childFor(node: PhraseNode, step: Step): PhraseNode {
  if (step.kind === 'any') {
    node.any ??= emptyNode();
    return node.any;
  }
  const [children, key] = step.kind === 'stem' ? [node.stems, step.stem] : [node.prefixes, step.prefix];
  if (step.kind === 'prefix') node.lengths.add(key.length);
  const child = children.get(key) ?? emptyNode();
  children.set(key, child);
  return child;
}

/**
 * Where each side occurs, in order of the text and without overlaps within one side: of phrases that begin at one word
 * the longest counts. One pass over the tokens.
 */
export function findPhrases(
  root: PhraseNode,
  sideCount: number,
  tokens: readonly Token[],
): readonly (readonly Stretch[])[] {
  const found: Stretch[][] = Array.from({ length: sideCount }, () => []);
  const visit = (node: PhraseNode, from: number, to: number): void => {
    for (const side of node.sides) addStretch(found[side], { from, to });
    const token = tokens[to];
    if (token === undefined) return;
    const next = node.stems.get(token.stem);
    if (next !== undefined) visit(next, from, to + 1);
    for (const length of node.lengths) {
      const child = node.prefixes.get(token.word.slice(0, length));
      if (child !== undefined) visit(child, from, to + 1);
    }
    if (node.any !== null) visit(node.any, from, to + 1);
  };
  for (const index of tokens.keys()) visit(root, index, index);
  return found;
}

function addStretch(stretches: Stretch[] | undefined, stretch: Stretch): void {
  const last = stretches?.at(-1);
  if (last === undefined || stretch.from >= last.to) stretches?.push(stretch);
  else if (stretch.from === last.from && stretch.to > last.to) stretches?.splice(-1, 1, stretch);
}
