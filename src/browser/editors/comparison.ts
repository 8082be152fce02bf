import type { Alternative } from '../../model/rubric.ts';
import { isPlainMap, isUnknown, type PlainMap, toMap } from '../plain-data.ts';
import { type AnswerField, createAnswerSelect, type Editor, type EditorContext } from './editor.ts';

/** The answer against a registered alternative: its unit and kind of service, and the project's figure where it is in that unit. */
function setRegisteredAlternative(map: PlainMap, alternative: Alternative, { criterion }: EditorContext): PlainMap {
  const { id, unit, better, workload, service_class, figures } = alternative;
  const project = map['unit'] === unit ? map['project'] : (figures.at(-1)?.value ?? 1);
  const direction = criterion.better === null ? { better } : {};
  return { ...map, project, alternative: id, unit, ...direction, workload, service_class };
}

function setOwnAlternative(map: PlainMap, { criterion }: EditorContext): PlainMap {
  const project = map['project'] ?? 1;
  const direction = criterion.better === null ? { better: map['better'] ?? 'lower' } : {};
  const unit = map['unit'] ?? 'unit';
  return { ...map, project, alternative: { name: 'Hypothetical alternative', value: project }, unit, ...direction };
}

function listFigureFields(map: PlainMap): readonly AnswerField[] {
  const { alternative } = map;
  const unit = String(map['unit'] ?? '');
  // The limits are those of a description's figures.
  const base = { input: 'number', least: 1e-12, most: 1e15 } as const;
  const project: AnswerField = {
    ...base,
    id: 'project',
    label: 'The project',
    unit,
    value: Number(map['project']),
    set: (value: number) => ({ ...map, project: value }),
  };
  if (!isPlainMap(alternative)) return [project];
  return [
    project,
    {
      ...base,
      id: 'value',
      label: String(alternative['name'] ?? 'The alternative'),
      unit: String(alternative['unit'] ?? unit),
      value: Number(alternative['value']),
      set: (value: number) => ({ ...map, alternative: { ...alternative, value } }),
    },
  ];
}

export const listComparisonFields: Editor = (answer, context) => {
  const { criterion, rubric, track } = context;
  const map = isUnknown(answer) ? {} : toMap(answer);
  const { alternative } = map;
  const known = rubric.alternatives.filter(
    (entry) =>
      entry.criterion === criterion.id &&
      entry.figures.length > 0 &&
      (entry.track === track || entry.id === alternative),
  );
  const ownName = isPlainMap(alternative) ? String(alternative['name']) : 'an alternative of your own';
  const which = createAnswerSelect(answer, {
    id: 'alternative',
    label: 'Against',
    options: [
      ...known.map(({ id, name, unit }) => ({ value: `registered:${id}`, label: `${name} (${unit})` })),
      { value: 'own', label: ownName },
    ],
    value: typeof alternative === 'string' ? `registered:${alternative}` : 'own',
    set: (value) => {
      const chosen = known.find(({ id }) => value === `registered:${id}`);
      return chosen === undefined ? setOwnAlternative(map, context) : setRegisteredAlternative(map, chosen, context);
    },
  });
  return isUnknown(answer) ? [which] : [which, ...listFigureFields(map)];
};
