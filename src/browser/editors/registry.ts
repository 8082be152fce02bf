import type { Alternative } from '../../model/rubric.ts';
import { isPlainMap, isUnknown, omitKeys, type PlainMap, toList, toMap } from '../plain-data.ts';
import {
  type AnswerField,
  createAnswerSelect,
  createDropButton,
  createKnownField,
  type Editor,
  type EditorContext,
  UNKNOWN,
  UNKNOWN_OPTION,
} from './editor.ts';

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

const listComparisonFields: Editor = (answer, context) => {
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

/** Keys of a customer, with the values that each can have. */
const FACTS = [
  { key: 'outside_crypto', label: 'outside crypto', values: { yes: true, no: false } },
  { key: 'stage', label: 'stage', values: { announced: 'announced', pilot: 'pilot', production: 'production' } },
  { key: 'paid', label: 'paid', values: { yes: true, no: false } },
] as const;

function listItemFields(items: readonly unknown[], item: unknown, at: number): readonly AnswerField[] {
  const map = toMap(item);
  const name = String(map['name'] ?? `Customer ${at + 1}`);
  const facts = FACTS.map(({ key, label, values }): AnswerField => {
    const known = new Map(Object.entries(values).map(([shown, value]) => [String(value), { shown, value }]));
    return {
      input: 'select',
      id: `${at}-${key}`,
      label: `${name}: ${label}`,
      options: [UNKNOWN_OPTION, ...[...known].map(([value, { shown }]) => ({ value, label: shown }))],
      value: String(map[key] ?? UNKNOWN),
      set: (text) =>
        items.with(at, text === UNKNOWN ? omitKeys(map, key) : { ...map, [key]: known.get(text)?.value ?? text }),
    };
  });
  return [...facts, createDropButton(items, at, name)].map((field) => ({ ...field, row: `${at}` }));
}

const listCustomerFields: Editor = (answer) => {
  const items = isUnknown(answer) ? [] : toList(answer);
  const more = { outside_crypto: true, stage: 'production', paid: true };
  return [
    createKnownField(answer, items, 'Customers'),
    ...items.flatMap((item, at) => listItemFields(items, item, at)),
    {
      input: 'button',
      id: 'add',
      row: 'add',
      label: 'Add a paying customer in production',
      set: () => [...items, { name: `Hypothetical customer ${items.length + 1}`, ...more }],
    },
  ];
};

const listDutyFields: Editor = (answer, { rubric, track }) => {
  const items = isUnknown(answer) ? [] : toList(answer);
  const known = rubric.regulations.flatMap(({ id, title, duties }) =>
    duties
      .filter((duty) => Object.hasOwn(duty.tracks, track))
      .map((duty) => ({ value: `${id} ${duty.id}`, label: `${title}, ${duty.article}` })),
  );
  const listed = items.map((item) => {
    const { regulation, duty } = toMap(item);
    return `${regulation} ${duty}`;
  });
  const open = known.filter(({ value }) => !listed.includes(value));
  const drops = listed.map((id, at) =>
    createDropButton(items, at, known.find(({ value }) => value === id)?.label ?? id),
  );
  const add: AnswerField = {
    input: 'select',
    id: 'add',
    label: 'Add a duty',
    options: [{ value: '', label: 'none' }, ...open],
    value: '',
    set: (value) => {
      const [regulation, duty] = value.split(' ');
      return value === '' ? answer : [...items, { regulation, duty }];
    },
  };
  return [createKnownField(answer, items, 'Duties'), ...drops, ...(open.length === 0 ? [] : [add])];
};

const listChoiceFields: Editor = (answer, { criterion }) => {
  const map = toMap(answer);
  return [
    createAnswerSelect(answer, {
      id: 'answer',
      label: 'Answer',
      options: criterion.levels.map(({ level, option, means }) => ({
        value: option ?? '',
        label: `${level} ${option}`,
        means,
      })),
      value: typeof answer === 'string' ? answer : String(map['answer'] ?? UNKNOWN),
      set: (value) => (isUnknown(answer) ? value : { ...map, answer: value }),
    }),
  ];
};

const listNumberFields: Editor = (answer, { criterion }) => {
  const map = isUnknown(answer) ? {} : toMap(answer);
  const first = criterion.levels[1]?.at_least ?? criterion.minimum ?? 0;
  const figure = typeof answer === 'number' ? answer : Number(map['answer'] ?? first);
  const stated = createAnswerSelect(answer, {
    id: 'stated',
    label: 'Answer',
    options: [{ value: 'figure', label: 'a figure' }],
    value: 'figure',
    set: () => ({ ...map, answer: figure }),
  });
  const value: AnswerField = {
    input: 'number',
    id: 'figure',
    label: 'Figure',
    unit: criterion.unit ?? '',
    least: criterion.minimum,
    most: criterion.maximum,
    value: figure,
    set: (next) => ({ ...map, answer: next }),
  };
  return isUnknown(answer) ? [stated] : [stated, value];
};

/** By kind of criterion. */
export const EDITORS: Readonly<Record<string, Editor>> = {
  choice: listChoiceFields,
  number: listNumberFields,
  comparison: listComparisonFields,
  customers: listCustomerFields,
  duties: listDutyFields,
};
