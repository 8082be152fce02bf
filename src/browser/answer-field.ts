/** A choice of a select. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

/** Something in an answer that a reader can change; each gives the whole answer as it then is. */
export type AnswerField = {
  /** Fields of one row that follow one another stand together, such as those of one customer. */
  readonly row?: string;
} & (
  | {
      readonly input: 'select';
      /** Unique within the answer. */
      readonly id: string;
      readonly label: string;
      readonly options: readonly SelectOption[];
      readonly value: string;
      readonly set: (value: string) => unknown;
    }
  | {
      readonly input: 'number';
      readonly id: string;
      readonly label: string;
      readonly unit: string;
      readonly least: number | null;
      readonly most: number | null;
      readonly value: number;
      readonly set: (value: number) => unknown;
    }
  | {
      readonly input: 'button';
      readonly id: string;
      readonly label: string;
      readonly set: () => unknown;
    }
);

export const UNKNOWN = 'unknown';
export const UNKNOWN_OPTION: SelectOption = { value: UNKNOWN, label: 'unknown' };
