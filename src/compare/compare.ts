import type { Comparison, RankedProject } from '../model/comparison-report.ts';
import type { Day } from '../model/day.ts';
import type { Rubric, Weights } from '../model/rubric.ts';
import { besideReferences } from './beside-reference.ts';
import { asShown, type Compared, type CornersByTrack, contenderOf } from './contender.ts';
import { dominatedBy } from './dominance.ts';
import { neighboursOf } from './neighbours.ts';
import { outcomeOf } from './outcome.ts';
import { inOrder, ranksOf } from './rank.ts';
import { sameProjects } from './same-project.ts';
import { nameOf } from './side.ts';

export type { Compared } from './contender.ts';

/** How the descriptions were judged. */
export interface CompareOptions {
  /** The day that all of them were scored at. */
  readonly asOf: Day;
  readonly weights?: Weights | undefined;
}

function bandsOf({ bands }: Rubric): Comparison['bands'] {
  return [...bands].sort((a, b) => b.from - a.from).map(({ id, title, from }) => ({ id, title, from }));
}

/**
 * Descriptions beside each other: pure, and the same for the same arguments. Where the track of a project is undecided, its
 * headline counts, the lower outcome, and what it could still be is over both. References are held beside projects and never ranked.
 */
export function compareAll(all: readonly Compared[], rubric: Rubric, { asOf, weights }: CompareOptions): Comparison {
  const references = all.filter(({ description }) => description.reference);
  const projects = all.filter(({ description }) => !description.reference);
  const corners: CornersByTrack = new Map();
  const contenders = inOrder(
    projects.flatMap((compared) => {
      const contender = contenderOf(compared, rubric, corners);
      return contender === null ? [] : [contender];
    }),
  );
  const ranks = ranksOf(contenders);
  const shownRanks = ranksOf(contenders.map(asShown));
  const scores = contenders.map(({ score }) => score);
  return {
    asOf,
    weights: weights ?? null,
    weightBand: rubric.robustness.weight_band,
    markMaps: rubric.robustness.mark_maps.map(({ id }) => id),
    bands: bandsOf(rubric),
    ranked: contenders.flatMap((contender, at): readonly RankedProject[] => {
      const { compared, score } = contender;
      const rank = ranks[at];
      const shown = shownRanks[at];
      if (rank === undefined || shown === undefined) return [];
      const tracks = compared.scores.map(({ track }) => track.id);
      return [
        {
          ...nameOf(compared.description),
          offer: compared.description.offer,
          track: score.track.id,
          between: tracks.length > 1 ? tracks : [],
          ...outcomeOf(compared, score, rubric),
          ...rank,
          shownRank: { best: shown.bestRank, worst: shown.worstRank },
          dominates: dominatedBy(contender, contenders),
        },
      ];
    }),
    outside: projects.filter(({ scores: own }) => own.length === 0).map(({ description }) => nameOf(description)),
    references: references.map(({ description }) => ({ ...nameOf(description), track: description.track ?? '' })),
    neighbours: neighboursOf(scores),
    same: sameProjects(projects, rubric, asOf),
    beside: besideReferences(scores, references, rubric),
    scope: rubric.scope,
  };
}
