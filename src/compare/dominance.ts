import type { RankedProject } from '../model/comparison-report.ts';
import type { Rung, Stake } from '../robust/standing.ts';
import type { Contender } from './contender.ts';

function lowest({ rungs }: Stake): Rung {
  return rungs[0];
}

function highest({ rungs }: Stake): Rung {
  return rungs.at(-1) ?? rungs[0];
}

function isAtLeast(one: Rung, other: Rung | undefined): boolean {
  return (
    other !== undefined &&
    one.level >= other.level &&
    one.reach.every((steps, gate) => steps >= (other.reach[gate] ?? 0))
  );
}

/**
 * Whether `one` dominates `other`: on the same track what it has shown is at least what the other has shown on every criterion
 * that applies, the multiple of the break-even gates too, and more on some. `open` where it is at least all that the other could
 * still come to, with no track of the two left open. Then no weighting and no map of levels to marks puts it lower.
 */
function dominance(one: Contender, other: Contender): 'none' | 'shown' | 'open' {
  if (one.score.track.id !== other.score.track.id) return 'none';
  const [own, others] = [one.standing.stakes, other.standing.stakes];
  const covers = (end: (stake: Stake) => Rung) =>
    own.every((stake, at) => {
      const beside = others[at];
      return isAtLeast(lowest(stake), beside === undefined ? undefined : end(beside));
    });
  if (!covers(lowest)) return 'none';
  const isMore = own.some((stake, at) => {
    const beside = others[at];
    return beside !== undefined && !isAtLeast(lowest(beside), lowest(stake));
  });
  if (!isMore) return 'none';
  const isTrackOpen = one.onOtherTracks.length > 0 || other.onOtherTracks.length > 0;
  return !isTrackOpen && covers(highest) ? 'open' : 'shown';
}

/** All that a project dominates, by their position in the list. */
export function dominatedBy(one: Contender, contenders: readonly Contender[]): RankedProject['dominates'] {
  return contenders.flatMap((other, project) => {
    const how = one === other ? 'none' : dominance(one, other);
    return how === 'none' ? [] : [{ project, whateverIsOpen: how === 'open' }];
  });
}
