import type { Dimension, Rubric } from '../model/rubric.ts';
import { type Block, list, paragraph, ref, type Text, table, underHeading } from '../report/document.ts';
import { formatPoints } from '../report/wording/figures.ts';
import { claimsSection, type EntryKind } from './entry-kind.ts';

function buildDimensionBlocks(dimension: Dimension, rubric: Rubric): readonly Block[] {
  const criteria = rubric.criteria.filter((criterion) => criterion.dimension === dimension.id);
  const weights = rubric.tracks.map((track): Text[] => {
    const entry = track.weights[dimension.id];
    return [[ref('track', track.id)], [formatPoints(entry?.weight ?? 0)], [entry?.reason ?? '']];
  });
  const gates = rubric.gates.filter((gate) => gate.kind === 'break-even' && gate.ease === dimension.id);
  return [
    ...paragraph(dimension.question),
    ...underHeading('Why it matters', paragraph(dimension.why)),
    ...underHeading(
      'Criteria',
      table(
        ['Criterion', 'Weight', 'Title'],
        criteria.map((entry) => [[ref('criterion', entry.id)], [String(entry.weight)], [entry.title]]),
      ),
    ),
    ...underHeading('Weight by track, of 100', table(['Track', 'Weight', 'Reason'], weights)),
    ...underHeading(
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
