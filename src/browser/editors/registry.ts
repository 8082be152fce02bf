import { isUnknown, toMap } from '../plain-data.ts';
import { listComparisonFields } from './comparison.ts';
import { listCustomerFields } from './customers.ts';
import { listDutyFields } from './duties.ts';
import { type AnswerField, createAnswerSelect, type Editor, UNKNOWN } from './editor.ts';

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
