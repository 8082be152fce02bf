import { type AnswerField, UNKNOWN, UNKNOWN_OPTION } from '../answer-field.ts';
import { isUnknown } from '../plain-data.ts';

/** Whether a list is known; an empty one says that there is none. */
export function createKnownField(answer: unknown, items: readonly unknown[], noun: string): AnswerField {
  const label = items.length === 0 ? `none` : `${items.length} listed`;
  return {
    input: 'select',
    id: 'known',
    label: noun,
    options: [UNKNOWN_OPTION, { value: 'listed', label }],
    value: isUnknown(answer) ? UNKNOWN : 'listed',
    set: (value) => (value === UNKNOWN ? UNKNOWN : items),
  };
}

/** The list with another item in a place, or without it where `item` is null. */
export function replaceItem(items: readonly unknown[], at: number, item: unknown): readonly unknown[] {
  return item === null
    ? items.filter((_, index) => index !== at)
    : items.map((old, index) => (index === at ? item : old));
}
