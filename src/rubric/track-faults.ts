import type { Rubric, Track } from '../model/rubric.ts';
import { lacksRatio } from './criterion-faults.ts';
import { claimFaults, dangling, type Fault, FILES, type Lists, repeated } from './fault.ts';

export function trackFaults(track: Track, rubric: Rubric, lists: Lists): readonly Fault[] {
  const file = FILES.track(track.id);
  const found: Fault[] = [
    ...claimFaults(file, '/claims', track.claims, lists),
    ...repeated(track.models, file, '/models'),
  ];
  for (const [id, weight] of Object.entries(track.weights)) {
    found.push(...dangling(file, `/weights/${id}`, 'dimension', id, lists.dimensions));
    found.push(...claimFaults(file, `/weights/${id}/claims`, weight.claims, lists));
  }
  for (const dimension of rubric.dimensions) {
    if (track.weights[dimension.id] === undefined)
      found.push({ file, pointer: '/weights', what: `the weight of \`${dimension.id}\` is missing; 0 is allowed` });
    const counted = rubric.criteria.filter(
      (c) => c.dimension === dimension.id && c.not_applicable[track.id] === undefined,
    );
    if (counted.every((c) => c.weight === 0))
      found.push({
        file,
        pointer: `/weights/${dimension.id}`,
        what: `no criterion of \`${dimension.id}\` with a weight applies on this track`,
      });
  }
  const sum = Object.values(track.weights).reduce((total, entry) => total + entry.weight, 0);
  if (sum !== 100) found.push({ file, pointer: '/weights', what: `the weights sum to ${sum}, not to 100` });
  const { criterion } = track.deciding;
  if (criterion !== null) {
    found.push(...dangling(file, '/deciding/criterion', 'criterion', criterion, lists.criteria));
    const entry = rubric.criteria.find((c) => c.id === criterion);
    if (entry !== undefined && (lacksRatio(entry) || entry.not_applicable[track.id] !== undefined)) {
      found.push({
        file,
        pointer: '/deciding/criterion',
        what: 'the deciding criterion must be a comparison that applies on this track',
      });
    }
  }
  return found;
}
