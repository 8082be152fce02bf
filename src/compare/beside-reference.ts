import type { BesideReference, DimensionBeside } from '../model/comparison-report.ts';
import { minus, toNumber } from '../model/rational.ts';
import type { Dimension, Rubric } from '../model/rubric.ts';
import { type DimensionMarks, hasWeight, markDimension } from '../score/marks.ts';
import type { CriterionReading } from '../score/read-answers.ts';
import type { Score } from '../score/score-on.ts';
import type { Compared } from './contender.ts';
import { nameOf, sideOf } from './side.ts';

/** Supported levels this far apart are worth telling one by one. */
const FAR = 2;

interface Pair {
  readonly project: CriterionReading;
  readonly reference: CriterionReading;
}

/** The criteria that both can be asked: a comparison can't be put to what others are compared with. */
function askedOfBoth(project: Score, reference: Score): readonly Pair[] {
  return project.readings.flatMap((reading, at) => {
    const other = reference.readings[at];
    const isShared = other !== undefined && reading.status !== 'not-applicable' && other.status !== 'not-applicable';
    return isShared ? [{ project: reading, reference: other }] : [];
  });
}

function shown({ marks }: DimensionMarks) {
  return { supported: toNumber(marks.supported), possible: toNumber(marks.possible) };
}

/** Both over the criteria that both answer, so that neither loses by a question that nobody looked into. */
function knownOf(
  dimension: Dimension,
  pairs: readonly Pair[],
  project: Score,
  reference: Score,
): DimensionBeside['known'] {
  const both = pairs.filter(
    (pair) =>
      pair.project.status === 'answered' &&
      pair.reference.status === 'answered' &&
      pair.project.criterion.dimension === dimension.id,
  );
  const own = both.map((pair) => pair.project);
  if (!hasWeight(dimension, own)) return null;
  const a = markDimension(dimension, project.track, own);
  const b = markDimension(
    dimension,
    reference.track,
    both.map((pair) => pair.reference),
  );
  return { criteria: both.length, project: toNumber(a.marks.supported), reference: toNumber(b.marks.supported) };
}

/** A project beside a reference of its track. Marks are over the criteria that both can be asked, weights within a dimension kept. */
function besideReference(
  project: Score,
  reference: Score,
  rubric: Rubric,
): Pick<BesideReference, 'dimensions' | 'apart'> {
  const pairs = askedOfBoth(project, reference);
  const [own, others] = [pairs.map((pair) => pair.project), pairs.map((pair) => pair.reference)];
  return {
    dimensions: rubric.dimensions
      .filter((dimension) => hasWeight(dimension, own))
      .map((dimension): DimensionBeside => {
        const a = markDimension(dimension, project.track, own);
        const b = markDimension(dimension, project.track, others);
        return {
          id: dimension.id,
          title: dimension.title,
          project: shown(a),
          reference: shown(b),
          difference: toNumber(minus(a.marks.supported, b.marks.supported)),
          known: knownOf(dimension, pairs, project, reference),
        };
      }),
    apart: pairs.flatMap((pair) => {
      const [a, b] = [pair.project, pair.reference];
      if (a.status !== 'answered' || b.status !== 'answered') return [];
      if (Math.abs(a.levels.supported - b.levels.supported) < FAR) return [];
      const { id, title } = a.criterion;
      return [{ criterion: id, title, project: sideOf(a), reference: sideOf(b) }];
    }),
  };
}

/** Each project, by its position, beside every reference of its track; the others have nothing to be held against. */
export function besideReferences(
  projects: readonly Score[],
  references: readonly Compared[],
  rubric: Rubric,
): readonly BesideReference[] {
  return projects.flatMap((score, project) =>
    references.flatMap(({ description, scores }) => {
      const [reference] = scores;
      if (reference === undefined || reference.track.id !== score.track.id) return [];
      const beside = besideReference(score, reference, rubric);
      return [{ project, reference: nameOf(description), track: score.track.id, ...beside }];
    }),
  );
}
