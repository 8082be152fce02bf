import type { Criterion, Dimension, Rubric } from '../../../model/rubric.ts';
import { HEAD_KEYS } from '../../description/description-schema.ts';
import { checkCriterion } from './check-criterion.ts';
import {
  checkClaimIds,
  FILES,
  type FileInconsistency,
  type InconsistencyText,
  type KnownIds,
} from './inconsistency.ts';

/** The criteria of a dimension, in the order of its file. */
export function listCriteria(dimension: Dimension, rubric: Rubric): readonly Criterion[] {
  return rubric.criteria.filter((criterion) => criterion.dimension === dimension.id);
}

function explainReservedId(id: string): InconsistencyText {
  return {
    what: `\`${id}\` is a key of every description already`,
    why: 'The answers of a dimension stand under its id in a description.',
    fix: 'Give the dimension another id, wherever it is named too.',
  };
}

export function checkDimension(dimension: Dimension, rubric: Rubric, lists: KnownIds): readonly FileInconsistency[] {
  const file = FILES.dimension(dimension.id);
  const isTaken = HEAD_KEYS.includes(dimension.id);
  return [
    ...(isTaken ? [{ file, pointer: '/id', ...explainReservedId(dimension.id) }] : []),
    ...checkClaimIds(file, '/claims', dimension.claims, lists),
    ...listCriteria(dimension, rubric).flatMap((criterion, i) =>
      checkCriterion(criterion, `/criteria/${i}`, rubric, lists),
    ),
  ];
}
