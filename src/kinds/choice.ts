import type { Criterion } from '../model/rubric.ts';
import { about, anyOf, mapped, mapping, oneOf } from '../shape/shape.ts';
import { citationsOf, type Kind, plainReading } from './kind.ts';
import { bareAnswer, supportFields } from './shapes.ts';

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

  shape(criterion) {
    const option = about(oneOf(optionsOf(criterion)), { words: criterion.levels });
    return anyOf(mapped(option, bareAnswer), mapping({ answer: option, ...supportFields }));
  },

  boasts: (criterion) =>
    optionsOf(criterion)
      .slice(-1)
      .map((option) => bareAnswer(option)),
  check: () => [],
  citations: (answer) => citationsOf(answer),

  read(answer, context) {
    const entry = context.criterion.levels.find((level) => level.option === answer.answer);
    return plainReading(answer.answer, entry?.level ?? 0, answer, context);
  },
};
