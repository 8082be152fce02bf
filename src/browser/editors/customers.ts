import { isUnknown, omitKeys, toList, toMap } from '../plain-data.ts';
import {
  type AnswerField,
  createDropButton,
  createKnownField,
  type Editor,
  UNKNOWN,
  UNKNOWN_OPTION,
} from './editor.ts';

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
      set: () => [...items, { name: `Hypothetical customer ${items.length + 1}`, ...more }],
    },
  ];
};
