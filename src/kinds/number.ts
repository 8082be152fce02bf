import * as z from 'zod';
import type { Criterion } from '../model/rubric.ts';
import { citationsOf, type Kind, plainReading } from './kind.ts';
import { levelByThreshold, supportFields, thresholdFault } from './shapes.ts';

export interface NumberAnswer {
  readonly answer: number;
  readonly sources: readonly string[];
  readonly disputed_by: readonly string[];
  readonly note: string | null;
}

function valueShape(criterion: Criterion): z.ZodNumber {
  let value = z.number();
  if (criterion.minimum !== null) value = value.min(criterion.minimum);
  if (criterion.maximum !== null) value = value.max(criterion.maximum);
  return value;
}

/** A criterion answered by one figure in the criterion's unit, placed by thresholds. */
export const number: Kind<NumberAnswer> = {
  id: 'number',
  hasRatio: false,

  faultOf(criterion) {
    if (criterion.unit === null) return 'a number needs a `unit`';
    if (criterion.better === null) return 'a number needs `better: lower` or `better: higher`';
    return thresholdFault(criterion);
  },

  schema(criterion) {
    const value = valueShape(criterion).meta({ description: `In ${criterion.unit}.` });
    const bare = value.transform((answer) => ({ answer, sources: [], disputed_by: [], note: null }));
    return z.union([bare, z.strictObject({ answer: value, ...supportFields })]);
  },

  check: () => [],
  citations: (answer) => citationsOf(answer),

  read(answer, context) {
    const { criterion } = context;
    const claimed = levelByThreshold(criterion, (threshold) =>
      criterion.better === 'lower' ? answer.answer <= threshold : answer.answer >= threshold,
    );
    return plainReading(`${answer.answer} ${criterion.unit}`, claimed, answer, context);
  },
};
