import * as z from 'zod';
import type { Criterion } from '../model/rubric.ts';
import { citationsOf, type Kind, plainReading } from './kind.ts';
import { supportFields } from './shapes.ts';

export interface ChoiceAnswer {
  readonly answer: string;
  readonly sources: readonly string[];
  readonly disputed_by: readonly string[];
  readonly note: string | null;
}

function optionsOf(criterion: Criterion): string[] {
  return criterion.levels.flatMap((level) => (level.option === null ? [] : [level.option]));
}

/** A criterion answered by one of five named options, in the order of their levels. */
export const choice: Kind<ChoiceAnswer> = {
  id: 'choice',
  hasRatio: false,

  faultOf(criterion) {
    const options = optionsOf(criterion);
    if (options.length !== criterion.levels.length) return 'each level of a choice needs an `option`';
    if (options.includes('unknown'))
      return 'no option can be called `unknown`: that word means that no answer was found';
    return new Set(options).size === options.length ? null : 'two levels have the same option';
  },

  schema(criterion) {
    const option = z.enum(optionsOf(criterion)).meta({
      description: criterion.levels.map((level) => `${level.option}: ${level.means}`).join('\n'),
    });
    const bare = option.transform((answer) => ({ answer, sources: [], disputed_by: [], note: null }));
    return z.union([bare, z.strictObject({ answer: option, ...supportFields })]);
  },

  check: () => [],
  citations: (answer) => citationsOf(answer),

  read(answer, context) {
    const entry = context.criterion.levels.find((level) => level.option === answer.answer);
    return plainReading(answer.answer, entry?.level ?? 0, answer, context);
  },
};
