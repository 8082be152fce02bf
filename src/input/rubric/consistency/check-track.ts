import type { Rubric, Track } from '../../../model/rubric.ts';
import { lacksRatio } from './check-dimension.ts';
import {
  checkClaimIds,
  checkIdExists,
  checkUniqueIds,
  FILES,
  type FileInconsistency,
  type KnownIds,
} from './inconsistency.ts';

export function* checkTrack(track: Track, rubric: Rubric, lists: KnownIds): Generator<FileInconsistency> {
  const file = FILES.track(track.id);
  yield* checkClaimIds(file, '/claims', track.claims, lists);
  yield* checkClaimIds(file, '/need/claims', track.need.claims, lists);
  yield* checkUniqueIds(track.models, file, '/models');
  for (const [id, weight] of Object.entries(track.weights)) {
    yield* checkIdExists(file, `/weights/${id}`, 'dimension', id, lists.dimensions);
    yield* checkClaimIds(file, `/weights/${id}/claims`, weight.claims, lists);
  }
  for (const { id } of rubric.dimensions) {
    if (track.weights[id] === undefined)
      yield {
        file,
        at: '/weights',
        what: `the weight of \`${id}\` is missing; 0 is allowed`,
        why: 'The dimension would be silently left out.',
        fix: `Add \`${id}\` with a \`weight\`, a \`reason\` and its \`claims\`, and reduce the others by as much.`,
      };
    const counted = rubric.criteria.filter((c) => c.dimension === id && c.not_applicable[track.id] === undefined);
    if (counted.every((c) => c.weight === 0))
      yield {
        file,
        at: `/weights/${id}`,
        what: `no criterion of \`${id}\` with a weight applies on this track`,
        why: 'The dimension would have no mark.',
        fix: `Give a criterion in ${FILES.dimension(id)} a weight, or remove this track from \`not_applicable\` of one.`,
      };
  }
  const sum = Object.values(track.weights).reduce((total, entry) => total + entry.weight, 0);
  if (sum !== 100)
    yield {
      file,
      at: '/weights',
      what: `the weights sum to ${sum}, not 100`,
      why: 'The index is a weighted mean of the dimensions, of 100 points in all.',
      fix: `${sum < 100 ? `Add ${100 - sum} to` : `Take ${sum - 100} from`} one of the weights, or spread it over several.`,
    };
  const { criterion } = track.deciding;
  if (criterion === null) return;
  yield* checkIdExists(file, '/deciding/criterion', 'criterion', criterion, lists.criteria);
  const entry = rubric.criteria.find((c) => c.id === criterion);
  if (entry !== undefined && (lacksRatio(entry) || entry.not_applicable[track.id] !== undefined))
    yield {
      file,
      at: '/deciding/criterion',
      what: 'the deciding criterion must be a comparison that applies on this track',
      why: 'The break-even gate reads its ratio.',
      fix: 'Name a criterion of kind `comparison` that is asked here, or write null with the reason why there is none.',
    };
}
