import { findCurrentFigure } from '../criteria/rivals.ts';
import type { Alternative, DefinedTerm, Rubric, Unit } from '../model/rubric.ts';
import {
  type Block,
  facts,
  list,
  paragraph,
  ref,
  refs,
  type Text,
  table,
  toPlainText,
  underHeading,
} from '../report/document.ts';
import { createEntryKind } from './entry-kind.ts';
import { describeReference } from './regulations.ts';

/** After every day of the register, so that the newest figure counts. */
const LAST_DAY = '9999-12-31';

function describeNewestFigure(alternative: Alternative): Text {
  if (alternative.figures.length === 0) return ['no public price'];
  const { value, from } = findCurrentFigure(alternative, LAST_DAY);
  return [`${value} ${alternative.unit}, from ${from}`];
}

function describeTerm(kind: string, id: string, terms: readonly DefinedTerm[]): Text {
  return [ref(kind, id), `: ${terms.find((term) => term.id === id)?.means ?? ''}`];
}

function buildAlternativeBlocks(alternative: Alternative, rubric: Rubric): readonly Block[] {
  const { criterion, track, workload, service_class, unit, better, incumbent, note } = alternative;
  const figures = [...alternative.figures].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const alike = rubric.alternatives.filter(
    (entry) =>
      entry.id !== alternative.id &&
      entry.criterion === criterion &&
      entry.track === track &&
      entry.workload === workload &&
      entry.service_class === service_class,
  );
  return [
    ...facts([
      ['criterion', [ref('criterion', criterion)]],
      ['track', [ref('track', track)]],
      ['workload', describeTerm('workload', workload, rubric.workloads)],
      ['service class', describeTerm('service-class', service_class, rubric.service_classes)],
      ['unit', [ref('unit', unit)]],
      ['better', [better]],
      incumbent ? ['incumbent', ['what buyers mostly use today']] : null,
      note === null ? null : ['note', [note]],
    ]),
    ...underHeading(
      'Figures',
      figures.length === 0
        ? paragraph('No price is public, so nothing is compared with it.')
        : [
            ...paragraph('The newest one known at `as_of` counts; where all are later, the oldest.'),
            ...table(
              ['From', 'Figure', 'How computed'],
              figures.map(({ from, value, derived }) => [
                [from],
                [`${value} ${unit}`],
                [derived ?? 'as its source states it'],
              ]),
            ),
          ],
    ),
    ...underHeading('Sources', list(figures.map(({ from, source }) => [`${from}: `, ...describeReference(source)]))),
    ...underHeading(
      'Same workload and service class',
      list(alike.map((entry) => [ref('alternative', entry.id), ': ', ...describeNewestFigure(entry)])),
    ),
  ];
}

/** The page of a term, with a table of the alternatives that `key` has it in, and what each has for the `other` key. */
function buildTermBlocks(key: 'workload' | 'service_class', other: 'workload' | 'service_class') {
  return ({ id, means }: DefinedTerm, rubric: Rubric): readonly Block[] => {
    const rows = rubric.alternatives
      .filter((alternative) => alternative[key] === id)
      .map((alternative): Text[] => [
        [ref('alternative', alternative.id)],
        [ref(other.replace('_', '-'), alternative[other])],
        describeNewestFigure(alternative),
      ]);
    const heading = other === 'workload' ? 'Workload' : 'Service class';
    return [
      ...paragraph(means),
      ...underHeading('Registered alternatives', table(['Alternative', heading, 'Newest figure'], rows)),
    ];
  };
}

export const alternatives = createEntryKind({
  id: 'alternative',
  plural: 'alternatives',
  means: 'What a buyer would otherwise use, with its price',
  list: (rubric) => rubric.alternatives.map((entry) => ({ ...entry, title: entry.name })),
  blocks: buildAlternativeBlocks,
  groupedBy: 'track',
  columns: (entry) => ({ track: entry.track, figure: toPlainText(describeNewestFigure(entry)) }),
});

export const workloads = createEntryKind({
  id: 'workload',
  plural: 'workloads',
  means: 'What a comparison is made for',
  list: (rubric) => rubric.workloads,
  blocks: buildTermBlocks('workload', 'service_class'),
});

export const serviceClasses = createEntryKind({
  id: 'service-class',
  plural: 'service-classes',
  means: 'What comes with a workload',
  list: (rubric) => rubric.service_classes,
  blocks: buildTermBlocks('service_class', 'workload'),
});

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

export const units = createEntryKind({
  id: 'unit',
  plural: 'units',
  means: 'A unit of comparisons, with its conversion',
  list: (rubric) => rubric.units,
  blocks: buildUnitBlocks,
  columns: (unit) => ({ conversion: toPlainText(describeConversion(unit)) }),
});
