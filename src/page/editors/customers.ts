import { type Field, UNKNOWN, UNKNOWN_OPTION } from '../field.ts';
import { isUnknown, listOf, mapOf, without } from '../plain.ts';
import type { Editor } from './editor.ts';
import { knownField, replaced } from './list.ts';

const TRUTHS = [
  { value: 'true', label: 'yes' },
  { value: 'false', label: 'no' },
];

/** A key of a customer, as select and as YAML. */
const FACTS = [
  { key: 'outside_crypto', label: 'outside crypto', options: TRUTHS },
  {
    key: 'stage',
    label: 'stage',
    options: ['announced', 'pilot', 'production'].map((value) => ({ value, label: value })),
  },
  { key: 'paid', label: 'paid', options: TRUTHS },
] as const;

function yamlOf(text: string): unknown {
  return text === 'true' ? true : text === 'false' ? false : text;
}

function fieldsOf(items: readonly unknown[], item: unknown, at: number): readonly Field[] {
  const map = mapOf(item);
  const name = String(map['name'] ?? `Customer ${at + 1}`);
  const facts = FACTS.map(
    ({ key, label, options }): Field => ({
      input: 'select',
      id: `${at}-${key}`,
      label: `${name}: ${label}`,
      options: [UNKNOWN_OPTION, ...options],
      value: String(map[key] ?? UNKNOWN),
      set: (value) => replaced(items, at, value === UNKNOWN ? without(map, key) : { ...map, [key]: yamlOf(value) }),
    }),
  );
  const drop: Field = {
    input: 'button',
    id: `${at}-drop`,
    label: `Take ${name} off the list`,
    set: () => replaced(items, at, null),
  };
  return [...facts, drop].map((field) => ({ ...field, row: `${at}` }));
}

/** A list of named customers. */
export const customers: Editor = (answer) => {
  const items = isUnknown(answer) ? [] : listOf(answer);
  const more = { outside_crypto: true, stage: 'production', paid: true };
  return [
    knownField(answer, items, 'Customers'),
    ...items.flatMap((item, at) => fieldsOf(items, item, at)),
    {
      input: 'button',
      id: 'add',
      row: 'add',
      label: 'Add a paying customer in production',
      set: () => [...items, { name: `Supposed customer ${items.length + 1}`, ...more }],
    },
  ];
};
