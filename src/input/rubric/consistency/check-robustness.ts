import type { Rubric } from '../../../model/rubric.ts';
import { checkUniqueIds, FILES, type FileInconsistency, findOutOfOrder } from './inconsistency.ts';

/** The efforts, the least first. */
const EFFORTS = ['hours', 'days', 'weeks', 'months'] as const;

function checkMarks(marks: readonly number[], at: string): readonly FileInconsistency[] {
  const fault = (level: number, what: string, why: string, fix: string): FileInconsistency => ({
    file: FILES.set,
    pointer: `${at}/${level}`,
    what,
    why,
    fix,
  });
  const ends = [
    [0, 0],
    [marks.length - 1, 100],
  ] as const;
  return [
    ...findOutOfOrder(marks, (mark, before) => mark >= before).map((level) =>
      fault(
        level,
        'the marks must not fall as the level rises',
        'A better answer would be worth less.',
        `Write ${marks[level - 1]} or more for level ${level}, or less for level ${level - 1}.`,
      ),
    ),
    ...ends
      .filter(([level, mark]) => marks[level] !== mark)
      .map(([level, mark]) =>
        fault(
          level,
          'the marks must go from 0 to 100',
          'Every map has to use the whole scale, or indexes by two of them could not be compared.',
          `Write ${mark} for level ${level}.`,
        ),
      ),
  ];
}

/** What is wrong with the judgements that a verdict is held against. */
export function checkRobustness({
  robustness,
  effort_hours: hours,
  marks: index,
}: Rubric): readonly FileInconsistency[] {
  const file = FILES.set;
  const { mark_maps: maps } = robustness;
  const own = index.join(', ');
  const hasOwn = maps.some(({ marks }) => marks.join() === index.join());
  const cheap = findOutOfOrder(
    EFFORTS.map((effort) => hours[effort]),
    (effort, before) => effort > before,
  );
  return [
    ...checkMarks(index, '/marks'),
    ...checkUniqueIds(maps, file, '/robustness/mark_maps'),
    ...maps.flatMap(({ marks }, i) => checkMarks(marks, `/robustness/mark_maps/${i}/marks`)),
    ...(hasOwn
      ? []
      : [
          {
            file,
            pointer: '/robustness/mark_maps',
            what: `one of the maps must be that of the index: ${own}`,
            why: 'A verdict has to survive the reading that it was made by.',
            fix: `Add a map with \`marks: [${own}]\`.`,
          },
        ]),
    ...cheap.map((i) => ({
      file,
      pointer: `/effort_hours/${EFFORTS[i]}`,
      what: 'hours, days, weeks and months must get dearer in this order',
      why: 'The cheapest way up is found by them.',
      fix: `Write more than ${hours[EFFORTS[i - 1] ?? 'hours']}, which \`${EFFORTS[i - 1]}\` has.`,
    })),
  ];
}
