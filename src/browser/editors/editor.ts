import type { Criterion, Rubric } from '../../model/rubric.ts';
import type { AnswerField } from '../answer-field.ts';

/** What an editor knows beside the answer. */
export interface EditorContext {
  readonly criterion: Criterion;
  readonly rubric: Rubric;
  /** The track that is scored. */
  readonly track: string;
}

/** The fields of an answer as the YAML has it; undefined stands for one that is left out. */
export type Editor = (answer: unknown, context: EditorContext) => readonly AnswerField[];
