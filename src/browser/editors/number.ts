import { type AnswerField, UNKNOWN, UNKNOWN_OPTION } from '../answer-field.ts';
import { isUnknown, toMap } from '../plain-data.ts';
import type { Editor } from './editor.ts';

/** One figure in the criterion's unit. */
export const listNumberFields: Editor = (answer, { criterion }) => {
  const map = isUnknown(answer) ? {} : toMap(answer);
  const first = criterion.levels[1]?.at_least ?? criterion.minimum ?? 0;
  const figure = typeof answer === 'number' ? answer : Number(map['answer'] ?? first);
  const stated: AnswerField = {
    input: 'select',
    id: 'stated',
    label: 'Answer',
    options: [UNKNOWN_OPTION, { value: 'figure', label: 'a figure' }],
    value: isUnknown(answer) ? UNKNOWN : 'figure',
    set: (value) => (value === UNKNOWN ? UNKNOWN : { ...map, answer: figure }),
  };
  if (isUnknown(answer)) return [stated];
  return [
    stated,
    {
      input: 'number',
      id: 'figure',
      label: 'Figure',
      unit: criterion.unit ?? '',
      least: criterion.minimum,
      most: criterion.maximum,
      value: figure,
      set: (value) => ({ ...map, answer: value }),
    },
  ];
};
