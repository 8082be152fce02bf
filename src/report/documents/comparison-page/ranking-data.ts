import type { ProjectComparison, RankedProject } from '../../../model/comparison.ts';
import type { RankingData, RankingEntry } from '../../../model/page.ts';
import { NOT_RATEABLE } from '../../../model/verdict.ts';

/** Every track that a project may be of: the one that it was scored on, and those that its summary leaves open. */
export function listTracks({ track, between }: RankedProject): readonly string[] {
  return between.includes(track) ? between : [track, ...between];
}

/** Whether the verdict is certain; one that is not rateable is never. */
export function isCertain({ certainty, verdict }: RankedProject): boolean {
  return certainty.certain && verdict !== NOT_RATEABLE;
}

function toRankingEntry(one: RankedProject): RankingEntry {
  const { name, offer, verdict, verdictAtPossible, index, gates } = one;
  return {
    name,
    offer,
    verdict,
    verdictAtPossible,
    index,
    tracks: listTracks(one),
    certain: isCertain(one),
    gates: Object.fromEntries(gates.map(({ id, status, binds }) => [id, { status, binds }])),
  };
}

/** What the page's program filters and orders by. */
export function buildRankingData({ ranked, references, outside }: ProjectComparison): RankingData {
  return {
    projects: ranked.map(toRankingEntry),
    unranked: [
      ...references.map(({ name, track }) => ({ kind: 'reference' as const, name, track })),
      ...outside.map(({ name }) => ({ kind: 'outside' as const, name, track: null })),
    ],
  };
}
