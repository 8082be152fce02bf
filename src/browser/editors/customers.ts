import { type AnswerField, UNKNOWN, UNKNOWN_OPTION } from '../answer-field.ts';
import { isUnknown, omitKeys, toList, toMap } from '../plain-data.ts';
import type { Editor } from './editor.ts';
import { createKnownField, replaceItem } from './list.ts';

const YES_NO = [
  { value: 'true', label: 'yes' },
  { value: 'false', label: 'no' },
];

/** A key of a customer, as select and as YAML. */
const FACTS = [
  { key: 'outside_crypto', label: 'outside crypto', options: YES_NO },
  {
    key: 'stage',
    label: 'stage',
    options: ['announced', 'pilot', 'production'].map((value) => ({ value, label: value })),
  },
  { key: 'paid', label: 'paid', options: YES_NO },
] as const;

function toYamlValue(text: string): unknown {
  return text === 'true' ? true : text === 'false' ? false : text;
}

function listItemFields(items: readonly unknown[], item: unknown, at: number): readonly AnswerField[] {
  const map = toMap(item);
  const name = String(map['name'] ?? `Customer ${at + 1}`);
  const facts = FACTS.map(
    ({ key, label, options }): AnswerField => ({
      input: 'select',
      id: `${at}-${key}`,
      label: `${name}: ${label}`,
      options: [UNKNOWN_OPTION, ...options],
      value: String(map[key] ?? UNKNOWN),
      set: (value) =>
        replaceItem(items, at, value === UNKNOWN ? omitKeys(map, key) : { ...map, [key]: toYamlValue(value) }),
    }),
  );
  const drop: AnswerField = {
    input: 'button',
    id: `${at}-drop`,
    label: `Take ${name} off the list`,
    set: () => replaceItem(items, at, null),
  };
  return [...facts, drop].map((field) => ({ ...field, row: `${at}` }));
}

/** A list of named customers. */
export const listCustomerFields: Editor = (answer) => {
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
      set: () => [...items, { name: `Supposed customer ${items.length + 1}`, ...more }],
    },
  ];
};
