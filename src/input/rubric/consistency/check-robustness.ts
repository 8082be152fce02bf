import type { Rubric } from '../../../model/rubric.ts';
import { checkUniqueIds, FILES, type FileInconsistency, findOutOfOrder } from './inconsistency.ts';

const file = FILES.set;

/** The efforts, the least first. */
const EFFORTS = ['hours', 'days', 'weeks', 'months'] as const;

function* checkMarks(marks: readonly number[], at: string): Generator<FileInconsistency> {
  for (const level of findOutOfOrder(marks, (mark, before) => mark >= before))
    yield {
      file,
      at: `${at}/${level}`,
      what: 'the marks must not fall as the level rises',
      why: 'A better answer would be worth less.',
      fix: `Write ${marks[level - 1]} or more for level ${level}, or less for level ${level - 1}.`,
    };
  for (const [level, mark] of [[0, 0] as const, [marks.length - 1, 100] as const])
    if (marks[level] !== mark)
      yield {
        file,
        at: `${at}/${level}`,
        what: 'the marks must go from 0 to 100',
        why: 'Indexes by value functions of different ranges could not be compared.',
        fix: `Write ${mark} for level ${level}.`,
      };
}

/** What is wrong with the value functions and the efforts that a sensitivity analysis uses. */
export function* checkRobustness({
  robustness,
  effort_hours: hours,
  marks: index,
}: Rubric): Generator<FileInconsistency> {
  const { mark_maps: maps } = robustness;
  const own = index.join(', ');
  yield* checkMarks(index, '/marks');
  yield* checkUniqueIds(maps, file, '/robustness/mark_maps');
  for (const [i, { marks }] of maps.entries()) yield* checkMarks(marks, `/robustness/mark_maps/${i}/marks`);
  if (!maps.some(({ marks }) => marks.join(', ') === own))
    yield {
      file,
      at: '/robustness/mark_maps',
      what: `one of the maps must be that of the index: ${own}`,
      why: 'The sensitivity analysis has to include the index itself.',
      fix: `Add a map with \`marks: [${own}]\`.`,
    };
  const efforts = EFFORTS.map((effort) => hours[effort]);
  for (const i of findOutOfOrder(efforts, (effort, before) => effort > before))
    yield {
      file,
      at: `/effort_hours/${EFFORTS[i]}`,
      what: 'hours, days, weeks and months must increase in this order',
      why: 'The cheapest path to the next band is found by them.',
      fix: `Write more than ${efforts[i - 1]}, the value of \`${EFFORTS[i - 1]}\`.`,
    };
}
