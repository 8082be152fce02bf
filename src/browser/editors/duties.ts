import type { AnswerField, SelectOption } from '../answer-field.ts';
import { isUnknown, toList, toMap } from '../plain-data.ts';
import type { Editor, EditorContext } from './editor.ts';
import { createKnownField, replaceItem } from './list.ts';

/** The duties of the register that pull on the track. */
function listRegisteredDuties({ rubric, track }: EditorContext): readonly SelectOption[] {
  return rubric.regulations.flatMap(({ id, title, duties }) =>
    duties
      .filter((duty) => Object.hasOwn(duty.tracks, track))
      .map((duty) => ({ value: `${id} ${duty.id}`, label: `${title}, ${duty.article}` })),
  );
}

function formatDutyId(item: unknown): string {
  const { regulation, duty } = toMap(item);
  return `${regulation} ${duty}`;
}

/** A list of duties that the offer helps to meet. */
export const listDutyFields: Editor = (answer, context) => {
  const items = isUnknown(answer) ? [] : toList(answer);
  const known = listRegisteredDuties(context);
  const listed = items.map(formatDutyId);
  const open = known.filter(({ value }) => !listed.includes(value));
  const drops = listed.map((id, at): AnswerField => {
    const label = known.find(({ value }) => value === id)?.label ?? id;
    return {
      input: 'button',
      id: `${at}-drop`,
      label: `Take ${label} off the list`,
      set: () => replaceItem(items, at, null),
    };
  });
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
