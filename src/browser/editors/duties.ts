import { isUnknown, toList, toMap } from '../plain-data.ts';
import { type AnswerField, createDropButton, createKnownField, type Editor } from './editor.ts';

export const listDutyFields: Editor = (answer, { rubric, track }) => {
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
