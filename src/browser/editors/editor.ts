import type { Criterion, Rubric } from '../../model/rubric.ts';
import { isUnknown } from '../plain-data.ts';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** What choosing it says; where the options of a field have it, all are in view. */
  readonly means?: string;
}

/** Something in an answer that a reader can change; `set` returns the whole answer after the change. */
export type AnswerField = {
  /** Unique within the answer. */
  readonly id: string;
  readonly label: string;
  /** Consecutive fields of the same row are shown together, such as those of one customer. */
  readonly row?: string;
} & (
  | {
      readonly input: 'select';
      readonly options: readonly SelectOption[];
      readonly value: string;
      readonly set: (value: string) => unknown;
    }
  | {
      readonly input: 'number';
      readonly unit: string;
      readonly least: number | null;
      readonly most: number | null;
      readonly value: number;
      readonly set: (value: number) => unknown;
    }
  | { readonly input: 'button'; readonly set: () => unknown }
);

export interface EditorContext {
  readonly criterion: Criterion;
  readonly rubric: Rubric;
  readonly track: string;
}

/** The fields of an answer as in the YAML; undefined for one that is left out. */
export type Editor = (answer: unknown, context: EditorContext) => readonly AnswerField[];

export const UNKNOWN = 'unknown';
export const UNKNOWN_OPTION: SelectOption = { value: UNKNOWN, label: 'unknown' };

/** A select that also offers `unknown`, and selects it where the answer is. */
export function createAnswerSelect(
  answer: unknown,
  { value, options, set, ...field }: Omit<Extract<AnswerField, { input: 'select' }>, 'input'>,
): AnswerField {
  return {
    input: 'select',
    ...field,
    options: [UNKNOWN_OPTION, ...options],
    value: isUnknown(answer) ? UNKNOWN : value,
    set: (chosen) => (chosen === UNKNOWN ? UNKNOWN : set(chosen)),
  };
}

/** Whether a list is known; an empty one says that there is none. */
export function createKnownField(answer: unknown, items: readonly unknown[], label: string): AnswerField {
  const listed = { value: 'listed', label: items.length === 0 ? 'none' : `${items.length} listed` };
  return createAnswerSelect(answer, { id: 'known', label, options: [listed], value: 'listed', set: () => items });
}

export function createDropButton(items: readonly unknown[], at: number, title: string): AnswerField {
  return { input: 'button', id: `${at}-drop`, label: `Remove ${title}`, set: () => items.toSpliced(at, 1) };
}
