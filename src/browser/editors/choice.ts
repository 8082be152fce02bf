import { UNKNOWN, UNKNOWN_OPTION } from '../answer-field.ts';
import { isUnknown, toMap } from '../plain-data.ts';
import type { Editor } from './editor.ts';

/** One of the named options. */
export const listChoiceFields: Editor = (answer, { criterion }) => {
  const map = toMap(answer);
  const chosen = typeof answer === 'string' ? answer : String(map['answer'] ?? UNKNOWN);
  const options = criterion.levels.map(({ level, option }) => ({ value: option ?? '', label: `${level}: ${option}` }));
  return [
    {
      input: 'select',
      id: 'answer',
      label: 'Answer',
      options: [UNKNOWN_OPTION, ...options],
      value: isUnknown(answer) ? UNKNOWN : chosen,
      set: (value) => (value === UNKNOWN ? UNKNOWN : isUnknown(answer) ? value : { ...map, answer: value }),
    },
  ];
};
