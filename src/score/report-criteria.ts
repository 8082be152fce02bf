import type { Description } from '../model/description.ts';
import { mapBounds } from '../model/level.ts';
import { toNumber } from '../model/rational.ts';
import type { CriterionReport, DimensionReport } from '../model/report.ts';
import { computeShare, type DimensionMarks } from './marks.ts';
import type { CriterionReading } from './read-answers.ts';
import type { Score } from './score-on-track.ts';

/**
 * Node 20 makes an object from `{ ...base, more }` at fifty times the cost of one from `{ more, ...base }`, and a run makes
 * one for each criterion.
 */
function reportCriterion(reading: CriterionReading, score: Score, description: Description): CriterionReport {
  const { criterion } = reading;
  const base = {
    id: criterion.id,
    title: criterion.title,
    kind: criterion.kind,
    dimension: criterion.dimension,
    question: criterion.question,
    weight: criterion.weight,
    share: toNumber(computeShare(reading, score.dimensions)),
    claims: criterion.claims,
    at: description.placeOf(`/${criterion.dimension}/${criterion.id}`),
  };
  const { raise, effort } = criterion;
  switch (reading.status) {
    case 'not-applicable':
      return { status: 'not-applicable', reason: reading.reason, ...base };
    case 'unknown': {
      const { stated, note, searched, where, levels } = reading;
      return { status: 'unknown', stated, note, searched, where, levels, raise, effort, ...base };
    }
    case 'answered': {
      const { said, note, levels, graded, items, comparison } = reading.reading;
      return {
        status: 'answered',
        said,
        note,
        levels,
        means: criterion.levels[levels.claimed]?.means ?? '',
        grade: graded.grade.id,
        cap: graded.cap,
        sources: graded.sources,
        disputedBy: reading.disputedBy,
        items,
        comparison,
        raise,
        effort,
        ...base,
      };
    }
  }
}

/** One dimension with its criteria, in the rubric's order. */
export function reportDimension(entry: DimensionMarks, score: Score, description: Description): DimensionReport {
  const { dimension, weight, marks, readings } = entry;
  return {
    id: dimension.id,
    title: dimension.title,
    weight,
    reason: score.track.weights[dimension.id]?.reason ?? '',
    ...mapBounds((bound) => toNumber(marks[bound])),
    criteria: readings.map((reading) => reportCriterion(reading, score, description)),
  };
}
