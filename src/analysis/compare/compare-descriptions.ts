import type { ProjectComparison, RankedProject, RankingBound } from '../../model/comparison.ts';
import type { Day } from '../../model/day.ts';
import { BOUNDS, mapBounds } from '../../model/level.ts';
import { compareRationals, toNumber } from '../../model/rational.ts';
import type { Rubric, Weights } from '../../model/rubric.ts';
import { reportGates } from '../../score/gates.ts';
import type { Score } from '../../score/score-on-track.ts';
import { computeShares } from '../../score/verdict.ts';
import { computeCertainty } from '../sensitivity/certainty.ts';
import { toScoreState } from '../sensitivity/score-state.ts';
import { type ComparedDescription, compareSameProjects, compareToReferences, pickName } from './compare-pairs.ts';
import { explainNeighbourGaps } from './neighbour-gaps.ts';
import { computeShownRanks } from './shown-ranks.ts';

/** How the descriptions were judged. */
export interface CompareOptions {
  /** The day that all of them were scored at. */
  readonly asOf: Day;
  readonly weights?: Weights | undefined;
  /** The value that ranks. */
  readonly by?: RankingBound;
}

/** A project that can be ranked, with its headline. */
interface Contender {
  readonly compared: ComparedDescription;
  readonly score: Score;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Highest index first by `by`, then by each of the three values, then by name and file; a total order unless all of that is equal. */
function compareContenders(a: Contender, b: Contender, by: RankingBound): number {
  const sign = [by, ...BOUNDS]
    .map((bound) => compareRationals(b.score.index[bound], a.score.index[bound]))
    .find((one) => one !== 0);
  const [x, y] = [a.compared.description, b.compared.description];
  return sign ?? (compareText(x.name, y.name) || compareText(x.file ?? '', y.file ?? ''));
}

function toRankedProject(
  { compared: { description, scores }, score }: Contender,
  rubric: Rubric,
): Omit<RankedProject, 'rank' | 'shownRank'> {
  const tracks = scores.map(({ track }) => track.id);
  return {
    ...pickName(description),
    offer: description.offer,
    track: score.track.id,
    between: tracks.length > 1 ? tracks : [],
    verdict: score.verdict.id,
    verdictTitle: score.verdict.title,
    basis: score.verdict.basis,
    shares: computeShares(score.index),
    verdictAtPossible: score.verdictAtPossible,
    certainty: computeCertainty(
      scores.map((score) => toScoreState(score, rubric)),
      rubric,
    ),
    coverage: toNumber(score.coverage),
    gates: reportGates(score.gates, score.track, score.readings, score.uncapped),
    index: mapBounds((bound) => toNumber(score.index[bound])),
    uncapped: toNumber(score.uncapped.supported),
  };
}

/**
 * Compares descriptions: pure, and the same for the same arguments. Where the track of a project is undecided, its headline
 * counts, which is the lower outcome. References are compared with projects and never ranked.
 */
export function compareDescriptions(
  all: readonly ComparedDescription[],
  rubric: Rubric,
  { asOf, weights, by = 'supported' }: CompareOptions,
): ProjectComparison {
  const references = all.filter(({ description }) => description.reference);
  const projects = all.filter(({ description }) => !description.reference);
  const contenders = projects
    .flatMap((compared) => compared.scores.slice(0, 1).map((score): Contender => ({ compared, score })))
    .sort((a, b) => compareContenders(a, b, by));
  const scores = contenders.map(({ score }) => score);
  const shownRanks = computeShownRanks(scores, rubric);
  const findRank = ({ index }: Score) =>
    1 + scores.findIndex((other) => compareRationals(other.index[by], index[by]) === 0);
  return {
    asOf,
    by,
    weights: weights ?? null,
    weightBand: rubric.robustness.weight_band,
    markMaps: rubric.robustness.mark_maps.map(({ id }) => id),
    bands: [...rubric.bands].sort((a, b) => b.from - a.from).map(({ id, title, from }) => ({ id, title, from })),
    ranked: contenders.map((contender, at) => {
      const rank = findRank(contender.score);
      return {
        ...toRankedProject(contender, rubric),
        rank,
        shownRank: shownRanks[at] ?? { best: rank, worst: rank },
      };
    }),
    outside: projects.filter(({ scores: own }) => own.length === 0).map(({ description }) => pickName(description)),
    references: references.flatMap(({ description, scores: own }) =>
      own.map(({ track, verdict, index }) => ({
        ...pickName(description),
        track: track.id,
        verdict: verdict.id,
        verdictTitle: verdict.title,
        basis: verdict.basis,
        shares: computeShares(index),
      })),
    ),
    neighbours: by === 'supported' ? explainNeighbourGaps(scores) : [],
    duplicates: compareSameProjects(projects, rubric, asOf),
    referenceComparisons: compareToReferences(scores, references, rubric),
    scope: rubric.scope,
  };
}
