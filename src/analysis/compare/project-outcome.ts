import type { RankedProject } from '../../model/comparison.ts';
import { mapBounds } from '../../model/level.ts';
import { toNumber } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import { reportGates } from '../../score/gates.ts';
import type { Score } from '../../score/score-on-track.ts';
import { computeCertainty } from '../sensitivity/certainty.ts';
import type { ComparedDescription } from './contender.ts';

type ProjectOutcome = Pick<
  RankedProject,
  'verdict' | 'verdictTitle' | 'verdictAtPossible' | 'certainty' | 'coverage' | 'gates' | 'index' | 'uncapped'
>;

/** What comes out for a project by itself, whatever stands beside it. @param score its headline. */
export function toProjectOutcome({ scores }: ComparedDescription, score: Score, rubric: Rubric): ProjectOutcome {
  return {
    verdict: score.verdict.id,
    verdictTitle: score.verdict.title,
    verdictAtPossible: score.verdictAtPossible,
    certainty: computeCertainty(scores, rubric),
    coverage: toNumber(score.coverage),
    gates: reportGates(score.gates, score.track, score.uncapped.supported),
    index: mapBounds((bound) => toNumber(score.index[bound])),
    uncapped: toNumber(score.uncapped.supported),
  };
}
