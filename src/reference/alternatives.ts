import { figureAt } from '../kinds/rivals.ts';
import type { Alternative, Named, Rubric } from '../model/rubric.ts';
import { type Block, type EntryKind, facts, list, paragraph, ref, section, type Text, table } from './page.ts';
import { referenceText } from './regulations.ts';

/** After every day of the register, so that the newest figure counts. */
const LAST_DAY = '9999-12-31';

function newestText(alternative: Alternative): Text {
  const { value, from } = figureAt(alternative, LAST_DAY);
  return [`${value} ${alternative.unit}, from ${from}`];
}

function meansOf(entries: readonly Named[], id: string): string {
  return entries.find((entry) => entry.id === id)?.means ?? '';
}

function alternativeBlocks(alternative: Alternative, rubric: Rubric): Block[] {
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
      ['workload', [ref('workload', workload), `: ${meansOf(rubric.workloads, workload)}`]],
      ['service class', [ref('service-class', service_class), `: ${meansOf(rubric.service_classes, service_class)}`]],
      ['unit', [ref('unit', unit)]],
      ['better', [better]],
      note === null ? null : ['note', [note]],
    ]),
    ...section(
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
    ...section('Sources', list(figures.map(({ from, source }) => [`${from}: `, ...referenceText(source)]))),
    ...section(
      'Same workload and service class',
      list(alike.map((entry) => [ref('alternative', entry.id), ': ', ...newestText(entry)])),
    ),
  ];
}

function namedBlocks(entry: Named, others: 'workload' | 'service_class', rubric: Rubric): Block[] {
  const [heading, kind] = others === 'workload' ? ['Service class', 'service-class'] : ['Workload', 'workload'];
  const rows = rubric.alternatives
    .filter((alternative) => alternative[others === 'workload' ? 'workload' : 'service_class'] === entry.id)
    .map((alternative): Text[] => [
      [ref('alternative', alternative.id)],
      [ref(kind, others === 'workload' ? alternative.service_class : alternative.workload)],
      newestText(alternative),
    ]);
  return [
    ...paragraph(entry.means),
    ...section('Registered alternatives', table(['Alternative', heading, 'Newest figure'], rows)),
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
      blocks: () => alternativeBlocks(alternative, rubric),
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
      blocks: () => namedBlocks(entry, 'workload', rubric),
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
      blocks: () => namedBlocks(entry, 'service_class', rubric),
    })),
};
