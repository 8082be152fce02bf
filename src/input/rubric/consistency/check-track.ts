import type { Rubric, Track } from '../../../model/rubric.ts';
import { lacksRatio } from './check-criterion.ts';
import {
  checkClaimIds,
  checkIdExists,
  checkUniqueIds,
  FILES,
  type FileInconsistency,
  type KnownIds,
} from './inconsistency.ts';

export function checkTrack(track: Track, rubric: Rubric, lists: KnownIds): readonly FileInconsistency[] {
  const file = FILES.track(track.id);
  const found: FileInconsistency[] = [
    ...checkClaimIds(file, '/claims', track.claims, lists),
    ...checkUniqueIds(track.models, file, '/models'),
  ];
  for (const [id, weight] of Object.entries(track.weights)) {
    found.push(...checkIdExists(file, `/weights/${id}`, 'dimension', id, lists.dimensions));
    found.push(...checkClaimIds(file, `/weights/${id}/claims`, weight.claims, lists));
  }
  for (const dimension of rubric.dimensions) {
    if (track.weights[dimension.id] === undefined)
      found.push({
        file,
        pointer: '/weights',
        what: `the weight of \`${dimension.id}\` is missing; 0 is allowed`,
        why: 'A dimension would be left out without notice.',
        fix: `Add \`${dimension.id}\` with a \`weight\`, a \`reason\` and its \`claims\`, and take as much from the others.`,
      });
    const counted = rubric.criteria.filter(
      (c) => c.dimension === dimension.id && c.not_applicable[track.id] === undefined,
    );
    if (counted.every((c) => c.weight === 0))
      found.push({
        file,
        pointer: `/weights/${dimension.id}`,
        what: `no criterion of \`${dimension.id}\` with a weight applies on this track`,
        why: 'The dimension would have no mark.',
        fix: `Give a criterion in ${FILES.dimension(dimension.id)} a weight, or ask one on this track that names it under \`not_applicable\`.`,
      });
  }
  const sum = Object.values(track.weights).reduce((total, entry) => total + entry.weight, 0);
  if (sum !== 100)
    found.push({
      file,
      pointer: '/weights',
      what: `the weights sum to ${sum}, not to 100`,
      why: 'The index is a weighted mean of the dimensions, of 100 points in all.',
      fix: `${sum < 100 ? `Add ${100 - sum} to` : `Take ${sum - 100} from`} one of the weights, or share it out among them.`,
    });
  const { criterion } = track.deciding;
  if (criterion !== null) {
    found.push(...checkIdExists(file, '/deciding/criterion', 'criterion', criterion, lists.criteria));
    const entry = rubric.criteria.find((c) => c.id === criterion);
    if (entry !== undefined && (lacksRatio(entry) || entry.not_applicable[track.id] !== undefined)) {
      found.push({
        file,
        pointer: '/deciding/criterion',
        what: 'the deciding criterion must be a comparison that applies on this track',
        why: 'Its ratio is what the gate of breaking even reads.',
        fix: 'Name a criterion of kind `comparison` that is asked here, or write null with the reason why there is none.',
      });
    }
  }
  return found;
}
