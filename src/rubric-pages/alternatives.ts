import { findCurrentFigure } from '../criteria/rivals.ts';
import type { Alternative, DefinedTerm, Rubric } from '../model/rubric.ts';
import { type Block, facts, list, paragraph, ref, type Text, table, underHeading } from '../report/document.ts';
import type { EntryKind } from './entry-kind.ts';
import { describeReference } from './regulations.ts';

/** After every day of the register, so that the newest figure counts. */
const LAST_DAY = '9999-12-31';

function describeNewestFigure(alternative: Alternative): Text {
  const { value, from } = findCurrentFigure(alternative, LAST_DAY);
  return [`${value} ${alternative.unit}, from ${from}`];
}

function findMeaning(entries: readonly DefinedTerm[], id: string): string {
  return entries.find((entry) => entry.id === id)?.means ?? '';
}

function buildAlternativeBlocks(alternative: Alternative, rubric: Rubric): readonly Block[] {
  const { criterion, track, workload, service_class, unit, better, note } = alternative;
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
      ['workload', [ref('workload', workload), `: ${findMeaning(rubric.workloads, workload)}`]],
      [
        'service class',
        [ref('service-class', service_class), `: ${findMeaning(rubric.service_classes, service_class)}`],
      ],
      ['unit', [ref('unit', unit)]],
      ['better', [better]],
      note === null ? null : ['note', [note]],
    ]),
    ...underHeading(
      'Figures',
      paragraph('The newest one known at `as_of` counts; where all are later, the oldest.'),
      table(
        ['From', 'Figure', 'How computed'],
        figures.map(({ from, value, derived }) => [
          [from],
          [`${value} ${unit}`],
          [derived ?? 'as its source states it'],
        ]),
      ),
    ),
    ...underHeading('Sources', list(figures.map(({ from, source }) => [`${from}: `, ...describeReference(source)]))),
    ...underHeading(
      'Same workload and service class',
      list(alike.map((entry) => [ref('alternative', entry.id), ': ', ...describeNewestFigure(entry)])),
    ),
  ];
}

function buildNamedEntryBlocks(
  entry: DefinedTerm,
  others: 'workload' | 'service_class',
  rubric: Rubric,
): readonly Block[] {
  const [heading, kind] = others === 'workload' ? ['Service class', 'service-class'] : ['Workload', 'workload'];
  const rows = rubric.alternatives
    .filter((alternative) => alternative[others === 'workload' ? 'workload' : 'service_class'] === entry.id)
    .map((alternative): Text[] => [
      [ref('alternative', alternative.id)],
      [ref(kind, others === 'workload' ? alternative.service_class : alternative.workload)],
      describeNewestFigure(alternative),
    ]);
  return [
    ...paragraph(entry.means),
    ...underHeading('Registered alternatives', table(['Alternative', heading, 'Newest figure'], rows)),
  ];
}

export const alternatives: EntryKind = {
  id: 'alternative',
  plural: 'alternatives',
  means: 'What a buyer would otherwise use, with its price',
  entries: (rubric) =>
    rubric.alternatives.map((alternative) => ({
      id: alternative.id,
      title: alternative.name,
      claims: [],
      blocks: () => buildAlternativeBlocks(alternative, rubric),
    })),
};

export const workloads: EntryKind = {
  id: 'workload',
  plural: 'workloads',
  means: 'What a comparison is made for',
  entries: (rubric) =>
    rubric.workloads.map((entry) => ({
      id: entry.id,
      title: entry.title,
      claims: [],
      blocks: () => buildNamedEntryBlocks(entry, 'workload', rubric),
    })),
};

export const serviceClasses: EntryKind = {
  id: 'service-class',
  plural: 'service-classes',
  means: 'What comes with a workload',
  entries: (rubric) =>
    rubric.service_classes.map((entry) => ({
      id: entry.id,
      title: entry.title,
      claims: [],
      blocks: () => buildNamedEntryBlocks(entry, 'service_class', rubric),
    })),
};
