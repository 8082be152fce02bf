import { findChangeDates } from '../../../analysis/sensitivity/time-sensitivity.ts';
import { assess } from '../../../assess.ts';
import type { DatedIndex } from '../../../model/check.ts';
import type { Description } from '../../../model/description.ts';
import type { Report } from '../../../model/report.ts';
import type { Rubric } from '../../../model/rubric.ts';
import type { AssessOptions } from '../../../score/score-description.ts';

/** What the index of a description becomes on later days by time alone: evidence ages, laws come into application. */
export function listLaterIndices(
  description: Description,
  { asOf, fit }: Report,
  rubric: Rubric,
  overrides: AssessOptions,
): readonly DatedIndex[] {
  const days = [...findChangeDates(asOf, description, rubric).keys()].sort();
  let last = fit?.supported ?? null;
  return days.flatMap((day) => {
    const index = assess(description, rubric, { ...overrides, asOf: day }).fit?.supported ?? null;
    if (index === last) return [];
    last = index;
    return [{ from: day, index }];
  });
}
