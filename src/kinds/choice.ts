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
    const options = criterion.levels.map(({ option }) => option);
    const bare = options.indexOf(null);
    if (bare !== -1)
      return {
        pointer: `/levels/${bare}`,
        what: 'each level of a choice needs an `option`',
        why: 'A level without one could never be answered.',
        fix: `Give level ${bare} an \`option\`, a short word for what its \`means\` says.`,
      };
    const unknown = options.indexOf('unknown');
    if (unknown !== -1)
      return {
        pointer: `/levels/${unknown}/option`,
        what: 'no option can be called `unknown`',
        why: 'That word means that no answer was found.',
        fix: 'Give the option another name.',
      };
    const second = options.findIndex((option, at) => options.indexOf(option) < at);
    if (second === -1) return null;
    return {
      pointer: `/levels/${second}/option`,
      what: `two levels have the same option, \`${options[second]}\``,
      why: 'An answer has to mean one level.',
      fix: `Give level ${options.indexOf(options[second] ?? null)} or level ${second} another option.`,
    };
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
