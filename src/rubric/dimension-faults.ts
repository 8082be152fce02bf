import type { Criterion, Dimension, Rubric } from '../model/rubric.ts';
import { HEAD_KEYS } from '../validate/description-shape.ts';
import { criterionFaults } from './criterion-faults.ts';
import { claimFaults, type Fault, FILES, type Lists } from './fault.ts';

/** The criteria of a dimension, in the order of its file. */
export function criteriaOf(dimension: Dimension, rubric: Rubric): readonly Criterion[] {
  return rubric.criteria.filter((criterion) => criterion.dimension === dimension.id);
}

export function dimensionFaults(dimension: Dimension, rubric: Rubric, lists: Lists): readonly Fault[] {
  const file = FILES.dimension(dimension.id);
  const isTaken = HEAD_KEYS.includes(dimension.id);
  return [
    ...(isTaken ? [{ file, pointer: '/id', what: `\`${dimension.id}\` is a key of every description already` }] : []),
    ...claimFaults(file, '/claims', dimension.claims, lists),
    ...criteriaOf(dimension, rubric).flatMap((criterion, i) =>
      criterionFaults(criterion, `/criteria/${i}`, rubric, lists),
    ),
  ];
}
