import type { Criterion, Dimension, Rubric } from '../model/rubric.ts';
import { HEAD_KEYS } from '../validate/description-shape.ts';
import { criterionFaults } from './criterion-faults.ts';
import { claimFaults, type Fault, FILES, type Lists, type Told } from './fault.ts';

/** The criteria of a dimension, in the order of its file. */
export function criteriaOf(dimension: Dimension, rubric: Rubric): readonly Criterion[] {
  return rubric.criteria.filter((criterion) => criterion.dimension === dimension.id);
}

function takenKey(id: string): Told {
  return {
    what: `\`${id}\` is a key of every description already`,
    why: 'The answers of a dimension stand under its id in a description.',
    fix: 'Give the dimension another id, wherever it is named too.',
  };
}

export function dimensionFaults(dimension: Dimension, rubric: Rubric, lists: Lists): readonly Fault[] {
  const file = FILES.dimension(dimension.id);
  const isTaken = HEAD_KEYS.includes(dimension.id);
  return [
    ...(isTaken ? [{ file, pointer: '/id', ...takenKey(dimension.id) }] : []),
    ...claimFaults(file, '/claims', dimension.claims, lists),
    ...criteriaOf(dimension, rubric).flatMap((criterion, i) =>
      criterionFaults(criterion, `/criteria/${i}`, rubric, lists),
    ),
  ];
}
