import type { RankedProject } from '../../model/comparison.ts';
import type { AnswerPosition, Factor } from '../sensitivity/score-state.ts';
import type { Contender } from './contender.ts';

function pickLowest({ rungs }: Factor): AnswerPosition {
  return rungs[0];
}

function pickHighest({ rungs }: Factor): AnswerPosition {
  return rungs.at(-1) ?? rungs[0];
}

function isAtLeast(one: AnswerPosition, other: AnswerPosition | undefined): boolean {
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
function findDominance(one: Contender, other: Contender): 'none' | 'shown' | 'open' {
  if (one.score.track.id !== other.score.track.id) return 'none';
  const [own, others] = [one.standing.stakes, other.standing.stakes];
  const covers = (end: (stake: Factor) => AnswerPosition) =>
    own.every((stake, at) => {
      const beside = others[at];
      return isAtLeast(pickLowest(stake), beside === undefined ? undefined : end(beside));
    });
  if (!covers(pickLowest)) return 'none';
  const isMore = own.some((stake, at) => {
    const beside = others[at];
    return beside !== undefined && !isAtLeast(pickLowest(beside), pickLowest(stake));
  });
  if (!isMore) return 'none';
  const isTrackOpen = one.onOtherTracks.length > 0 || other.onOtherTracks.length > 0;
  return !isTrackOpen && covers(pickHighest) ? 'open' : 'shown';
}

/** All that a project dominates, by their position in the list. */
export function listDominated(one: Contender, contenders: readonly Contender[]): RankedProject['dominates'] {
  return contenders.flatMap((other, project) => {
    const how = one === other ? 'none' : findDominance(one, other);
    return how === 'none' ? [] : [{ project, whateverIsOpen: how === 'open' }];
  });
}
