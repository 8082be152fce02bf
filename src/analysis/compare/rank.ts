import { BOUNDS } from '../../model/level.ts';
import { compareRationals } from '../../model/rational.ts';
import { canBeAbove } from './can-be-above.ts';
import type { Contender } from './contender.ts';
import { isNecessarilyAbove } from './necessarily-above.ts';

/** Where a project stands among the others, which go by their position in the list. */
export interface Rank {
  readonly rank: number;
  readonly bestRank: number;
  readonly worstRank: number;
  readonly necessarilyAbove: readonly number[];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Highest supported index first, then claimed, then possible, then by name and file; a total order unless all of that is equal. */
export function sortContenders(contenders: readonly Contender[]): readonly Contender[] {
  return [...contenders].sort((a, b) => {
    const sign = BOUNDS.map((bound) => compareRationals(b.score.index[bound], a.score.index[bound])).find(
      (one) => one !== 0,
    );
    const [x, y] = [a.compared.description, b.compared.description];
    return sign ?? (compareText(x.name, y.name) || compareText(x.file ?? '', y.file ?? ''));
  });
}

/**
 * Ranks of contenders that are in order, and the best and worst rank that each can have: extreme ranking analysis (Kadzinski,
 * Greco and Slowinski 2012) by the pairwise relations. Each pair is exact, and a tie puts neither above; that one
 * weighting, map and set of completions decides all pairs at once is not asked for, so a bound need not be reached.
 */
export function computeRanks(contenders: readonly Contender[]): readonly Rank[] {
  const above = contenders.map((one) =>
    contenders.flatMap((other, at) => (one !== other && isNecessarilyAbove(one, other) ? [at] : [])),
  );
  const timesBelow = contenders.map(() => 0);
  for (const at of above.flat()) timesBelow[at] = (timesBelow[at] ?? 0) + 1;
  const isRival = (other: Contender, at: number) => {
    const one = contenders[at];
    return one !== undefined && one !== other && canBeAbove(other, one);
  };
  let rank = 0;
  return contenders.map(({ score }, at) => {
    const before = contenders[at - 1];
    if (before === undefined || compareRationals(before.score.index.supported, score.index.supported) !== 0)
      rank = at + 1;
    const necessarilyAbove = above[at] ?? [];
    return {
      rank,
      bestRank: 1 + (timesBelow[at] ?? 0),
      worstRank: 1 + contenders.filter((other) => isRival(other, at)).length,
      necessarilyAbove,
    };
  });
}
