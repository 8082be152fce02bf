/** Longest word that is compared; nobody mistypes a longer one by two letters, and the cost grows with the square. */
const MAX_WORD_LENGTH = 64;

/**
 * The number of letters to insert, delete, replace or swap with their neighbour to get from one word to the other
 * (Damerau-Levenshtein, restricted to one edit a place).
 */
function computeEditDistance(from: string, to: string): number {
  let older: number[] = [];
  let old = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let least = Math.min((old[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (old[column - 1] ?? 0) + (same ? 0 : 1));
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (isSwap) least = Math.min(least, (older[column - 2] ?? 0) + 1);
      now.push(least);
    }
    [older, old] = [old, now];
  }
  return old[to.length] ?? 0;
}

/** Case and the choice between `-`, `_` and space are the commonest slips, so they count for nothing. */
function normalizeWord(word: string): string {
  return word.toLowerCase().replace(/[\s_]/g, '-');
}

/** True where each part of the word, in order, begins a part of the candidate, as in `tech_edge` for `technical_edge`. */
function isAbbreviation(word: string, candidate: string): boolean {
  const parts = normalizeWord(candidate).split('-');
  let next = 0;
  return normalizeWord(word)
    .split('-')
    .every((part) => {
      const found = parts.findIndex((whole, at) => at >= next && part.length > 2 && whole.startsWith(part));
      next = found + 1;
      return found !== -1;
    });
}

/**
 * The candidate that a mistyped word most likely stands for, or null when none is near: at most two edits away, and no
 * more than 0.4 of the longer word's length. The nearest wins, among equals the first by code unit. Where none is near, the
 * only one that the word abbreviates.
 */
export function findNearest(word: string, candidates: readonly string[]): string | null {
  let best: { readonly candidate: string; readonly edits: number } | null = null;
  for (const candidate of [...candidates].sort()) {
    if (candidate === word || word.length > MAX_WORD_LENGTH || candidate.length > MAX_WORD_LENGTH) continue;
    const [from, to] = [normalizeWord(word), normalizeWord(candidate)];
    if (Math.abs(from.length - to.length) > 2) continue;
    const edits = computeEditDistance(from, to);
    if (edits > 2 || edits > 0.4 * Math.max(from.length, to.length)) continue;
    if (best === null || edits < best.edits) best = { candidate, edits };
  }
  if (best !== null) return best.candidate;
  const longer = candidates.filter((candidate) => candidate !== word && isAbbreviation(word, candidate));
  return longer.length === 1 ? (longer[0] ?? null) : null;
}
