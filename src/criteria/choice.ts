import type { Criterion } from '../model/rubric.ts';
import { annotate, anyOf, mapping, oneOf, transform } from '../model/schema/schema.ts';
import {
  ASK_SOURCES,
  type CriterionKind,
  listCitations,
  readPlainAnswer,
  type SupportedStatement,
} from './criterion-kind.ts';
import { buildBareAnswer, supportFields } from './fields-and-thresholds.ts';

interface ChoiceAnswer extends SupportedStatement {
  readonly answer: string;
}

function listOptions(criterion: Criterion): string[] {
  return criterion.levels.flatMap((level) => (level.option === null ? [] : [level.option]));
}

/** A criterion answered by one of five named options, in the order of their levels. */
export const choiceKind: CriterionKind<ChoiceAnswer> = {
  id: 'choice',
  hasRatio: false,

  findFault(criterion) {
    const options = criterion.levels.map(({ option }) => option);
    const bare = options.indexOf(null);
    if (bare !== -1)
      return {
        at: `/levels/${bare}`,
        what: 'each level of a choice needs an `option`',
        why: 'A level without an option can never be chosen.',
        fix: `Give level ${bare} an \`option\`, a short word for what its \`means\` says.`,
      };
    const unknown = options.indexOf('unknown');
    if (unknown !== -1)
      return {
        at: `/levels/${unknown}/option`,
        what: 'an option cannot be called `unknown`',
        why: 'That word means that no answer was found.',
        fix: 'Give the option another name.',
      };
    const second = options.findIndex((option, at) => options.indexOf(option) < at);
    if (second === -1) return null;
    return {
      at: `/levels/${second}/option`,
      what: `two levels have the same option, \`${options[second]}\``,
      why: 'An answer must mean exactly one level.',
      fix: `Give level ${options.indexOf(options[second] ?? null)} or level ${second} another option.`,
    };
  },

  shape(criterion) {
    const option = annotate(oneOf(listOptions(criterion)), { words: criterion.levels });
    return anyOf(transform(option, buildBareAnswer), mapping({ answer: option, ...supportFields }));
  },

  askNext({ answer, sources }, { criterion: { question, levels } }) {
    if (answer !== undefined) return sources === undefined ? ASK_SOURCES : null;
    const choices = levels.flatMap(({ option, means }) =>
      option === null ? [] : [{ id: option, label: `${option}: ${means}`, fields: { answer: option } }],
    );
    return { kind: 'choice', question, choices };
  },

  check: () => [],
  citations: (answer) => listCitations(answer),

  read(answer, context) {
    const entry = context.criterion.levels.find((level) => level.option === answer.answer);
    return readPlainAnswer(answer.answer, entry?.level ?? 0, answer, context);
  },
};
