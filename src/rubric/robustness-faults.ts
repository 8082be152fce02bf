import { EVEN_MARKS } from '../model/level.ts';
import type { Rubric } from '../model/rubric.ts';
import { type Fault, FILES, repeated } from './fault.ts';

/** What is wrong with the judgements that a verdict is held against. */
export function robustnessFaults({ robustness, effort_hours }: Rubric): readonly Fault[] {
  const file = FILES.set;
  const { mark_maps: maps } = robustness;
  const found: Fault[] = [...repeated(maps, file, '/robustness/mark_maps')];
  maps.forEach(({ marks }, i) => {
    const pointer = `/robustness/mark_maps/${i}/marks`;
    if (marks.some((mark, at) => mark < (marks[at - 1] ?? 0)))
      found.push({ file, pointer, what: 'the marks must not fall as the level rises' });
    if (marks[0] !== 0 || marks.at(-1) !== 100) found.push({ file, pointer, what: 'the marks must go from 0 to 100' });
  });
  if (!maps.some(({ marks }) => marks.join() === EVEN_MARKS.join())) {
    const what = `one of the maps must be the rubric's own: ${EVEN_MARKS.join(', ')}`;
    found.push({ file, pointer: '/robustness/mark_maps', what });
  }
  const { hours, days, weeks, months } = effort_hours;
  if (!(hours < days && days < weeks && weeks < months))
    found.push({ file, pointer: '/effort_hours', what: 'hours, days, weeks and months must get dearer in this order' });
  return found;
}
