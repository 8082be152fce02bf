import type { DimensionComparison, ReferenceComparison } from '../../model/comparison.ts';
import { subtract, toNumber } from '../../model/rational.ts';
import type { Dimension, Rubric } from '../../model/rubric.ts';
import { type DimensionMarks, hasWeight, markDimension } from '../../score/marks.ts';
import type { CriterionReading } from '../../score/read-answers.ts';
import type { Score } from '../../score/score-on-track.ts';
import { type ComparedDescription, pickName, summariseReading } from './compared-description.ts';

interface ReadingPair {
  readonly project: CriterionReading;
  readonly reference: CriterionReading;
}

/** The criteria that apply to both: a reference has no alternative to be compared with. */
function pairSharedReadings(project: Score, reference: Score): readonly ReadingPair[] {
  return project.readings.flatMap((reading, at) => {
    const other = reference.readings[at];
    const isShared = other !== undefined && reading.status !== 'not-applicable' && other.status !== 'not-applicable';
    return isShared ? [{ project: reading, reference: other }] : [];
  });
}

function toMarks({ marks }: DimensionMarks) {
  return { supported: toNumber(marks.supported), possible: toNumber(marks.possible) };
}

/** Marks over the criteria that both answer, so that neither loses by a question that was not looked into. */
function compareKnownAnswers(
  dimension: Dimension,
  pairs: readonly ReadingPair[],
  project: Score,
  reference: Score,
): DimensionComparison['known'] {
  const both = pairs.filter(
    (pair) =>
      pair.project.status === 'answered' &&
      pair.reference.status === 'answered' &&
      pair.project.criterion.dimension === dimension.id,
  );
  const own = both.map((pair) => pair.project);
  if (!hasWeight(dimension, own)) return null;
  const a = markDimension(dimension, project.track, own, project.marks);
  const b = markDimension(
    dimension,
    reference.track,
    both.map((pair) => pair.reference),
    reference.marks,
  );
  return { criteria: both.length, project: toNumber(a.marks.supported), reference: toNumber(b.marks.supported) };
}

/** Compares a project with a reference of its track: marks are over the criteria that apply to both, with unchanged weights. */
function compareToReference(
  project: Score,
  reference: Score,
  rubric: Rubric,
): Pick<ReferenceComparison, 'dimensions' | 'apart'> {
  const pairs = pairSharedReadings(project, reference);
  const [own, others] = [pairs.map((pair) => pair.project), pairs.map((pair) => pair.reference)];
  return {
    dimensions: rubric.dimensions
      .filter((dimension) => hasWeight(dimension, own))
      .map((dimension): DimensionComparison => {
        const a = markDimension(dimension, project.track, own, project.marks);
        const b = markDimension(dimension, project.track, others, project.marks);
        return {
          id: dimension.id,
          title: dimension.title,
          project: toMarks(a),
          reference: toMarks(b),
          difference: toNumber(subtract(a.marks.supported, b.marks.supported)),
          known: compareKnownAnswers(dimension, pairs, project, reference),
        };
      }),
    apart: pairs.flatMap((pair) => {
      const [a, b] = [pair.project, pair.reference];
      if (a.status !== 'answered' || b.status !== 'answered') return [];
      if (Math.abs(a.levels.supported - b.levels.supported) < rubric.analysis.levels_apart) return [];
      const { id, title } = a.criterion;
      return [{ criterion: id, title, project: summariseReading(a), reference: summariseReading(b) }];
    }),
  };
}

/** Compares each project, by its position, with every reference of its track. */
export function compareToReferences(
  projects: readonly Score[],
  references: readonly ComparedDescription[],
  rubric: Rubric,
): readonly ReferenceComparison[] {
  return projects.flatMap((score, project) =>
    references.flatMap(({ description, scores }) => {
      const [reference] = scores;
      if (reference === undefined || reference.track.id !== score.track.id) return [];
      const beside = compareToReference(score, reference, rubric);
      return [{ project, reference: pickName(description), track: score.track.id, ...beside }];
    }),
  );
}
