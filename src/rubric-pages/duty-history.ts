import { computeDutyState, type DutyState } from '../criteria/duties.ts';
import type { Day } from '../model/day.ts';
import type { Duty, Regulation } from '../model/rubric.ts';

/** Where a duty stood from a day on. */
export interface DutyHistoryEntry {
  readonly from: Day;
  readonly says: string;
}

function describeDutyState(state: DutyState): string {
  switch (state.status) {
    case 'applies':
      return 'in application';
    case 'adopted':
      return `adopted, to apply from ${state.from}`;
    case 'proposed':
      return 'not adopted';
    case 'ended':
      return 'ended';
  }
}

/** How a duty stood over time, oldest first, a new entry for each change; empty where the register knows no date. */
export function listDutyHistory(duty: Duty, regulation: Regulation): readonly DutyHistoryEntry[] {
  const named = duty.dates.flatMap((date) => [date.set_on, date.from]);
  const days = [...new Set([...named, ...(duty.until === null ? [] : [duty.until])])].sort();
  const states = days.map((from) => ({ from, says: describeDutyState(computeDutyState(duty, regulation, from)) }));
  return states.filter((entry, index) => entry.says !== states[index - 1]?.says);
}

/** How a duty without dates stands, on whatever day. */
export function describeUndatedDuty(duty: Duty, regulation: Regulation): string {
  return `${describeDutyState(computeDutyState(duty, regulation, '9999-12-31'))}; the register knows no date`;
}
