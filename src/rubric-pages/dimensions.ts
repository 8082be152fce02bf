import type { Dimension, Rubric } from '../model/rubric.ts';
import {
  type Block,
  claimsSection,
  type EntryKind,
  list,
  paragraph,
  ref,
  section,
  type Text,
  table,
} from '../report/documents/rubric-entry/entry-page.ts';
import { formatPoints } from '../report/wording/figures.ts';

function buildDimensionBlocks(dimension: Dimension, rubric: Rubric): Block[] {
  const criteria = rubric.criteria.filter((criterion) => criterion.dimension === dimension.id);
  const weights = rubric.tracks.map((track): Text[] => {
    const entry = track.weights[dimension.id];
    return [[ref('track', track.id)], [formatPoints(entry?.weight ?? 0)], [entry?.reason ?? '']];
  });
  const gates = rubric.gates.filter((gate) => gate.kind === 'break-even' && gate.ease === dimension.id);
  return [
    ...paragraph(dimension.question),
    ...section('Why it matters', paragraph(dimension.why)),
    ...section(
      'Criteria',
      table(
        ['Criterion', 'Weight', 'Title'],
        criteria.map((entry) => [[ref('criterion', entry.id)], [String(entry.weight)], [entry.title]]),
      ),
    ),
    ...section('Weight by track, of 100', table(['Track', 'Weight', 'Reason'], weights)),
    ...section(
      'Read by',
      list(gates.map((gate) => ['gate ', ref('gate', gate.id), ': its mean level says how easy the switch is'])),
    ),
    ...claimsSection(rubric, dimension.claims),
  ];
}

export const dimensions: EntryKind = {
  id: 'dimension',
  plural: 'dimensions',
  means: 'A part of the fit index, made of criteria',
  entries: (rubric) =>
    rubric.dimensions.map((dimension) => ({
      id: dimension.id,
      title: dimension.title,
      claims: dimension.claims,
      blocks: () => buildDimensionBlocks(dimension, rubric),
    })),
};
