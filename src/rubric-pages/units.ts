import type { Rubric, Unit } from '../model/rubric.ts';
import { type Block, facts, list, ref, refs, type Text, underHeading } from '../report/document.ts';
import type { EntryKind } from './entry-kind.ts';

/** What makes a figure in the unit one in its base. */
export function describeConversion(unit: Unit): Text {
  if (unit.base === null) return ['a base of its own'];
  const steps = [
    ...(unit.times === 1 ? [] : [`times ${unit.times}`]),
    ...(unit.divided_by === 1 ? [] : [`divided by ${unit.divided_by}`]),
  ];
  return [steps.length === 0 ? 'the same as ' : `${steps.join(', ')} gives `, ref('unit', unit.base)];
}

function buildUnitBlocks(unit: Unit, rubric: Rubric): readonly Block[] {
  const into = rubric.units
    .filter((entry) => entry.base === unit.id)
    .map((entry): Text => [ref('unit', entry.id), ': ', ...describeConversion(entry)]);
  const stated = rubric.alternatives.filter((entry) => entry.unit === unit.id).map((entry) => entry.id);
  return [
    ...facts([
      ['conversion', describeConversion(unit)],
      stated.length === 0 ? null : ['alternatives in it', refs('alternative', stated)],
    ]),
    ...underHeading('Units that convert into it', list(into)),
  ];
}

export const units: EntryKind = {
  id: 'unit',
  plural: 'units',
  means: 'A unit of comparisons, with its conversion',
  entries: (rubric) =>
    rubric.units.map((unit) => ({
      id: unit.id,
      title: unit.id,
      claims: [],
      blocks: () => buildUnitBlocks(unit, rubric),
    })),
};
