import type { Alternative } from '../../model/rubric.ts';
import { type AnswerField, UNKNOWN, UNKNOWN_OPTION } from '../answer-field.ts';
import { isPlainMap, isUnknown, type PlainMap, toMap } from '../plain-data.ts';
import type { Editor, EditorContext } from './editor.ts';

const OWN = 'an alternative of your own';

/** Figures that a description can hold. */
const LEAST = 1e-12;
const MOST = 1e15;

function findNewestFigure({ figures }: Alternative): number {
  return figures.at(-1)?.value ?? 1;
}

/** The answer against a registered alternative: its unit and kind of service, and the project's figure where it is in that unit. */
function setRegisteredAlternative(map: PlainMap, alternative: Alternative, { criterion }: EditorContext): PlainMap {
  const { id, unit, better, workload, service_class } = alternative;
  const project = map['unit'] === unit ? map['project'] : findNewestFigure(alternative);
  const direction = criterion.better === null ? { better } : {};
  return { ...map, project, alternative: id, unit, ...direction, workload, service_class };
}

function setOwnAlternative(map: PlainMap, { criterion }: EditorContext): PlainMap {
  const project = map['project'] ?? 1;
  const direction = criterion.better === null ? { better: map['better'] ?? 'lower' } : {};
  const unit = map['unit'] ?? 'unit';
  return { ...map, project, alternative: { name: 'Supposed alternative', value: project }, unit, ...direction };
}

function listFigureFields(map: PlainMap): readonly AnswerField[] {
  const { alternative } = map;
  const unit = String(map['unit'] ?? '');
  const project: AnswerField = {
    input: 'number',
    least: LEAST,
    most: MOST,
    id: 'project',
    label: 'The project',
    unit,
    value: Number(map['project']),
    set: (value) => ({ ...map, project: value }),
  };
  if (!isPlainMap(alternative)) return [project];
  return [
    project,
    {
      input: 'number',
      least: LEAST,
      most: MOST,
      id: 'value',
      label: String(alternative['name'] ?? 'The alternative'),
      unit: String(alternative['unit'] ?? unit),
      value: Number(alternative['value']),
      set: (value) => ({ ...map, alternative: { ...alternative, value } }),
    },
  ];
}

/** The project's figure beside that of an alternative. */
export const listComparisonFields: Editor = (answer, context) => {
  const { criterion, rubric, track } = context;
  const map = isUnknown(answer) ? {} : toMap(answer);
  const { alternative } = map;
  const known = rubric.alternatives.filter(
    (entry) => entry.criterion === criterion.id && (entry.track === track || entry.id === alternative),
  );
  const ownName = isPlainMap(alternative) ? String(alternative['name']) : OWN;
  const which: AnswerField = {
    input: 'select',
    id: 'alternative',
    label: 'Against',
    options: [
      UNKNOWN_OPTION,
      ...known.map(({ id, name, unit }) => ({ value: `registered:${id}`, label: `${name} (${unit})` })),
      { value: 'own', label: ownName },
    ],
    value: isUnknown(answer) ? UNKNOWN : typeof alternative === 'string' ? `registered:${alternative}` : 'own',
    set: (value) => {
      if (value === UNKNOWN) return UNKNOWN;
      const chosen = known.find(({ id }) => value === `registered:${id}`);
      return chosen === undefined ? setOwnAlternative(map, context) : setRegisteredAlternative(map, chosen, context);
    },
  };
  return isUnknown(answer) ? [which] : [which, ...listFigureFields(map)];
};
