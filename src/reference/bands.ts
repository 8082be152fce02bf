import { rational } from '../model/rational.ts';
import type { Band, Rubric } from '../model/rubric.ts';
import { points } from '../render/figures.ts';
import { bandOf } from '../score/verdict.ts';
import { type Block, type EntryKind, facts, list, paragraph, ref, section } from './page.ts';

/** `from 45 to under 65 points`; the last band has no upper end. */
export function rangeOf(band: Band, rubric: Rubric): string {
  const next = rubric.bands[rubric.bands.findIndex((entry) => entry.id === band.id) + 1];
  return next === undefined
    ? `from ${points(band.from)} points`
    : `from ${points(band.from)} to under ${points(next.from)} points`;
}

function blocksOf(band: Band, rubric: Rubric): Block[] {
  const gates = rubric.gates.filter((gate) => bandOf(rational(gate.cap), rubric).id === band.id);
  return [
    ...paragraph(band.means),
    ...facts([['index', [rangeOf(band, rubric)]]]),
    ...section(
      'Gates that leave it at best',
      list(gates.map((gate) => [ref('gate', gate.id), `: ${gate.title}; caps at ${points(gate.cap)}`])),
    ),
  ];
}

export const bands: EntryKind = {
  id: 'band',
  plural: 'bands',
  means: 'A range of the index, which makes the verdict',
  entries: (rubric) =>
    rubric.bands.map((band) => ({ id: band.id, title: band.title, claims: [], blocks: () => blocksOf(band, rubric) })),
};
