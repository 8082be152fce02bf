import { multiply, toNumber, toRational } from '../model/rational.ts';
import { annotate, anyOf, mapping, numberWithin, transform } from '../model/schema/schema.ts';
import {
  ASK_SOURCES,
  buildFinding,
  type CriterionKind,
  listCitations,
  readPlainAnswer,
  type SupportedStatement,
} from './criterion-kind.ts';
import {
  buildBareAnswer,
  findThresholdFault,
  findThresholdLevel,
  listReachableLevels,
  supportFields,
} from './fields-and-thresholds.ts';

interface NumberAnswer extends SupportedStatement {
  readonly answer: number;
}

/** A criterion answered by one figure in the criterion's unit, placed by thresholds. */
export const numberKind: CriterionKind<NumberAnswer> = {
  id: 'number',
  hasRatio: false,

  findFault(criterion) {
    if (criterion.unit === null)
      return {
        at: '/unit',
        what: 'a number needs a `unit`',
        why: 'A figure means nothing without a unit.',
        fix: 'Add a `unit`, such as `unit: per cent`.',
      };
    if (criterion.better === null)
      return {
        at: '/better',
        what: 'a number needs `better: lower` or `better: higher`',
        why: 'Thresholds need a direction.',
        fix: 'Add the direction that a buyer prefers.',
      };
    return findThresholdFault(criterion);
  },

  shape(criterion) {
    const value = annotate(numberWithin(criterion.minimum, criterion.maximum), {
      description: `In ${criterion.unit}.`,
    });
    return anyOf(transform(value, buildBareAnswer), mapping({ answer: value, ...supportFields }));
  },

  listReachableLevels: (criterion) =>
    listReachableLevels(criterion, criterion.minimum ?? -Infinity, criterion.maximum ?? Infinity),

  askNext({ answer, sources }, { criterion: { unit, minimum, maximum, levels } }) {
    if (answer !== undefined) return sources === undefined ? ASK_SOURCES : null;
    const usual = levels[2]?.at_least ?? null;
    return {
      kind: 'figure',
      ...(usual === null ? {} : { example: String(usual) }),
      question: `The figure, in ${unit}`,
      unit: unit ?? '',
      shape: numberWithin(minimum, maximum),
      fieldsOf: (figure) => ({ answer: figure }),
    };
  },

  check: () => [],
  figureOf: ({ answer }) => answer,
  citations: (answer) => listCitations(answer),

  read(answer, context) {
    const { criterion } = context;
    const claimed = findThresholdLevel(criterion, (threshold) =>
      criterion.better === 'lower' ? answer.answer <= threshold : answer.answer >= threshold,
    );
    const said = `${answer.answer} ${criterion.unit}`;
    const meant = /per ?cent|^%/i.test(criterion.unit ?? '')
      ? `${toNumber(multiply(toRational(answer.answer), toRational(100)))}`
      : '';
    const isSlip = criterion.slip_up_to !== null && answer.answer > 0 && answer.answer <= criterion.slip_up_to;
    return {
      ...readPlainAnswer(said, claimed, answer, context),
      findings: isSlip ? [buildFinding(context, 'answer/unit-slip', { said, meant })] : [],
    };
  },
};
