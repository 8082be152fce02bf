import type { ProjectComparison, RankedProject } from '../../model/comparison.ts';
import type { Day } from '../../model/day.ts';
import type { Rubric, Weights } from '../../model/rubric.ts';
import { compareToReferences } from './compare-to-references.ts';
import { type ComparedDescription, type CornersByTrack, restrictToShown, toContender } from './contender.ts';
import { listDominated } from './dominance.ts';
import { explainNeighbourGaps } from './neighbour-gaps.ts';
import { toProjectOutcome } from './project-outcome.ts';
import { computeRanks, sortContenders } from './rank.ts';
import { compareSameProjects } from './same-project.ts';
import { pickName } from './summarise-reading.ts';

export type { ComparedDescription as Compared } from './contender.ts';

/** How the descriptions were judged. */
export interface CompareOptions {
  /** The day that all of them were scored at. */
  readonly asOf: Day;
  readonly weights?: Weights | undefined;
}

function listBands({ bands }: Rubric): ProjectComparison['bands'] {
  return [...bands].sort((a, b) => b.from - a.from).map(({ id, title, from }) => ({ id, title, from }));
}

/**
 * Descriptions beside each other: pure, and the same for the same arguments. Where the track of a project is undecided, its
 * headline counts, the lower outcome, and what it could still be is over both. References are held beside projects and never ranked.
 */
export function compareDescriptions(
  all: readonly ComparedDescription[],
  rubric: Rubric,
  { asOf, weights }: CompareOptions,
): ProjectComparison {
  const references = all.filter(({ description }) => description.reference);
  const projects = all.filter(({ description }) => !description.reference);
  const corners: CornersByTrack = new Map();
  const contenders = sortContenders(
    projects.flatMap((compared) => {
      const contender = toContender(compared, rubric, corners);
      return contender === null ? [] : [contender];
    }),
  );
  const ranks = computeRanks(contenders);
  const shownRanks = computeRanks(contenders.map(restrictToShown));
  const scores = contenders.map(({ score }) => score);
  return {
    asOf,
    weights: weights ?? null,
    weightBand: rubric.robustness.weight_band,
    markMaps: rubric.robustness.mark_maps.map(({ id }) => id),
    bands: listBands(rubric),
    ranked: contenders.flatMap((contender, at): readonly RankedProject[] => {
      const { compared, score } = contender;
      const rank = ranks[at];
      const shown = shownRanks[at];
      if (rank === undefined || shown === undefined) return [];
      const tracks = compared.scores.map(({ track }) => track.id);
      return [
        {
          ...pickName(compared.description),
          offer: compared.description.offer,
          track: score.track.id,
          between: tracks.length > 1 ? tracks : [],
          ...toProjectOutcome(compared, score, rubric),
          ...rank,
          shownRank: { best: shown.bestRank, worst: shown.worstRank },
          dominates: listDominated(contender, contenders),
        },
      ];
    }),
    outside: projects.filter(({ scores: own }) => own.length === 0).map(({ description }) => pickName(description)),
    references: references.map(({ description }) => ({ ...pickName(description), track: description.track ?? '' })),
    neighbours: explainNeighbourGaps(scores),
    same: compareSameProjects(projects, rubric, asOf),
    beside: compareToReferences(scores, references, rubric),
    scope: rubric.scope,
  };
}
