import type { Field, Option } from '../field.ts';
import { isUnknown, listOf, mapOf } from '../plain.ts';
import type { Editor, EditorContext } from './editor.ts';
import { knownField, replaced } from './list.ts';

/** The duties of the register that pull on the track. */
function registered({ rubric, track }: EditorContext): readonly Option[] {
  return rubric.regulations.flatMap(({ id, title, duties }) =>
    duties
      .filter((duty) => Object.hasOwn(duty.tracks, track))
      .map((duty) => ({ value: `${id} ${duty.id}`, label: `${title}, ${duty.article}` })),
  );
}

function idOf(item: unknown): string {
  const { regulation, duty } = mapOf(item);
  return `${regulation} ${duty}`;
}

/** A list of duties that the offer helps to meet. */
export const duties: Editor = (answer, context) => {
  const items = isUnknown(answer) ? [] : listOf(answer);
  const known = registered(context);
  const listed = items.map(idOf);
  const open = known.filter(({ value }) => !listed.includes(value));
  const drops = listed.map((id, at): Field => {
    const label = known.find(({ value }) => value === id)?.label ?? id;
    return {
      input: 'button',
      id: `${at}-drop`,
      label: `Take ${label} off the list`,
      set: () => replaced(items, at, null),
    };
  });
  const add: Field = {
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
  return [knownField(answer, items, 'Duties'), ...drops, ...(open.length === 0 ? [] : [add])];
};
