import { toRational } from '../model/rational.ts';
import type { Band, Rubric } from '../model/rubric.ts';
import { type Block, facts, list, paragraph, ref, underHeading } from '../report/document.ts';
import { formatPoints } from '../report/wording/figures.ts';
import { findBand } from '../score/verdict.ts';
import type { EntryKind } from './entry-kind.ts';

/** `from 45 to under 65 points`; the last band has no upper end. */
export function formatBandRange(band: Band, rubric: Rubric): string {
  const next = rubric.bands[rubric.bands.findIndex((entry) => entry.id === band.id) + 1];
  return next === undefined
    ? `from ${formatPoints(band.from)} points`
    : `from ${formatPoints(band.from)} to under ${formatPoints(next.from)} points`;
}

function buildBandBlocks(band: Band, rubric: Rubric): readonly Block[] {
  const gates = rubric.gates.filter((gate) => findBand(toRational(gate.cap), rubric).id === band.id);
  return [
    ...paragraph(band.means),
    ...facts([['index', [formatBandRange(band, rubric)]]]),
    ...underHeading(
      'Gates that leave it at best',
      list(gates.map((gate) => [ref('gate', gate.id), `: ${gate.title}; caps at ${formatPoints(gate.cap)}`])),
    ),
  ];
}

export const bands: EntryKind = {
  id: 'band',
  plural: 'bands',
  means: 'A range of the index, which makes the verdict',
  entries: (rubric) =>
    rubric.bands.map((band) => ({
      id: band.id,
      title: band.title,
      claims: [],
      blocks: () => buildBandBlocks(band, rubric),
    })),
};
