import type { Day } from '../model/day.ts';
import { LEVELS, type Level, mapBounds, maxLevel, minLevel } from '../model/level.ts';
import type { RuleId } from '../model/report.ts';
import type { Criterion, Duty, Regulation, Rubric } from '../model/rubric.ts';
import { annotate, list, mapping, nonEmptyText, oneOf } from '../model/schema/schema.ts';
import {
  buildFinding,
  type CriterionKind,
  getCaseLevel,
  listCitations,
  pickStrongestEvidence,
} from './criterion-kind.ts';
import { supportFields } from './fields-and-thresholds.ts';

/** A duty of the register that the offer helps a buyer to meet. */
export interface CitedDuty {
  readonly regulation: string;
  readonly duty: string;
  readonly sources: readonly string[];
  readonly disputed_by: readonly string[];
  readonly note: string | null;
}

/** Where a duty stands on a day. */
export type DutyState =
  | { readonly status: 'applies'; readonly from: Day | null }
  | { readonly status: 'adopted'; readonly from: Day }
  | { readonly status: 'proposed' }
  | { readonly status: 'ended'; readonly until: Day };

/**
 * Where `duty` of `regulation` stands on the day `asOf`, by the newest text that was known on that day. A law in force
 * whose dates the register does not know applies, since a missing date of the register must not unmake a law.
 */
export function computeDutyState(
  duty: Duty,
  regulation: Pick<Regulation, 'status' | 'adopted' | 'in_force'>,
  asOf: Day,
): DutyState {
  if (duty.until !== null && duty.until <= asOf) return { status: 'ended', until: duty.until };
  const known = duty.dates.filter((date) => date.set_on <= asOf);
  const newest = known
    .map((date) => date.set_on)
    .sort()
    .at(-1);
  const from = known
    .filter((date) => date.set_on === newest)
    .map((date) => date.from)
    .sort()[0];
  const start = regulation.in_force ?? regulation.adopted;
  const isStanding = duty.binding === 'voluntary' || regulation.status === 'in-force';
  const isUndated = duty.dates.length === 0 && isStanding && (start === null || start <= asOf);
  if (from === undefined) return isUndated ? { status: 'applies', from: null } : { status: 'proposed' };
  return from <= asOf ? { status: 'applies', from } : { status: 'adopted', from };
}

interface DutyRating {
  readonly level: Level;
  readonly reason: string;
  readonly finding: { readonly id: RuleId; readonly detail: Readonly<Record<string, string>> } | null;
}

/** The most that a duty carries in a state, whatever the register gives it. */
function computeDutyCap(duty: Duty, { status }: DutyState, criterion: Criterion): Level {
  const cap = getCaseLevel(criterion, status);
  return duty.binding === 'voluntary' ? minLevel(cap, getCaseLevel(criterion, 'voluntary')) : cap;
}

function explainDutyState(duty: Duty, state: DutyState, full: string): string {
  switch (state.status) {
    case 'ended':
      return `ended on ${state.until}`;
    case 'proposed':
      return 'not adopted on the day';
    case 'adopted':
      return `adopted, applies from ${state.from}`;
    case 'applies':
      if (duty.binding === 'voluntary') return 'voluntary';
      return `in application${state.from === null ? '' : ` since ${state.from}`}: ${full}`;
  }
}

function buildDutyFinding(name: string, duty: Duty, state: DutyState): DutyRating['finding'] {
  if (state.status === 'ended') return { id: 'duty/ended', detail: { duty: name, until: state.until } };
  if (duty.binding === 'voluntary') return { id: 'duty/voluntary', detail: { duty: name } };
  if (state.status === 'proposed') return { id: 'duty/not-yet-in-application', detail: { duty: name } };
  return state.status === 'adopted'
    ? { id: 'duty/not-yet-in-application', detail: { duty: name, from: state.from } }
    : null;
}

function rateDuty(regulation: Regulation, duty: Duty, criterion: Criterion, track: string, asOf: Day): DutyRating {
  const full = duty.tracks[track];
  const name = `${regulation.title}, ${duty.article}`;
  if (full === undefined) {
    const reason = 'the register sees no pull of this duty on this track';
    return { level: 0, reason, finding: { id: 'duty/other-track', detail: { duty: name } } };
  }
  const state = computeDutyState(duty, regulation, asOf);
  return {
    level: minLevel(full.level, computeDutyCap(duty, state, criterion)),
    reason: explainDutyState(duty, state, full.reason),
    finding: buildDutyFinding(name, duty, state),
  };
}

function findRegisteredDuty(rubric: Rubric, item: CitedDuty): { regulation: Regulation; duty: Duty } | null {
  const regulation = rubric.regulations.find((entry) => entry.id === item.regulation);
  const duty = regulation?.duties.find((entry) => entry.id === item.duty);
  return regulation === undefined || duty === undefined ? null : { regulation, duty };
}

/** A day before any law. */
const EARLIEST_DAY: Day = '0001-01-01';

/** Every day on which the register says that something changes, in order, and one before all of them. */
function listRegisterDays(rubric: Rubric): readonly Day[] {
  const days = rubric.regulations.flatMap(({ adopted, in_force, duties: held }) => [
    adopted,
    in_force,
    ...held.flatMap(({ dates, until }) => [until, ...dates.flatMap((date) => [date.set_on, date.from])]),
  ]);
  return [EARLIEST_DAY, ...days.filter((day) => day !== null).sort()];
}

/** A criterion answered by duties of the register of regulations, judged at `as_of`; the empty list says none. */
export const dutiesKind: CriterionKind<readonly CitedDuty[]> = {
  id: 'duties',
  hasRatio: false,
  isList: true,
  cases: ['ended', 'proposed', 'voluntary', 'adopted', 'applies'] satisfies readonly (
    | DutyState['status']
    | 'voluntary'
  )[],
  faultOf: () => null,

  shape(_criterion, rubric) {
    const regulations = rubric.regulations.map((entry) => entry.id);
    return list(
      mapping({
        regulation: annotate(oneOf(regulations), {
          description: 'Id of a registered regulation.',
          words: rubric.regulations.map(({ title, duties }) => ({
            means: `${title}. Duties: ${duties.map(({ id }) => id).join(', ')}.`,
          })),
        }),
        duty: annotate(nonEmptyText, { description: 'Id of one of its duties.' }),
        ...supportFields,
      }),
    );
  },

  check: (answer, _criterion, rubric) =>
    answer.flatMap((item, index) => {
      const regulation = rubric.regulations.find((entry) => entry.id === item.regulation);
      if (regulation === undefined || regulation.duties.some((duty) => duty.id === item.duty)) return [];
      const candidates = regulation.duties.map((duty) => duty.id);
      return [
        {
          code: 'reference/unknown-duty',
          at: [index, 'duty'],
          what: `\`${item.duty}\` is no duty of ${regulation.title} in the register`,
          why: 'A duty is judged by its dates and its pull, which only the register knows.',
          fix: `Use one of: ${candidates.join(', ')}. A new duty goes into regulations.yaml of the rubric.`,
          candidates,
        },
      ];
    }),

  citations: (answer) => answer.flatMap((item, index) => listCitations(item, [index])),

  reachable(criterion, rubric, track) {
    const days = listRegisterDays(rubric);
    const levelsOn = (day: Day) =>
      rubric.regulations.flatMap((regulation) =>
        regulation.duties.map((duty) => rateDuty(regulation, duty, criterion, track, day).level),
      );
    const top = levelsOn(days.at(-1) ?? EARLIEST_DAY).reduce<Level>(maxLevel, 0);
    const held = new Set<Level>([0, ...days.flatMap(levelsOn)]);
    return LEVELS.filter((level) => level <= top && held.has(level));
  },

  highest: (criterion, rubric, track, asOf) =>
    rubric.regulations
      .flatMap((regulation) =>
        regulation.duties.map((duty) => rateDuty(regulation, duty, criterion, track, asOf).level),
      )
      .reduce<Level>(maxLevel, 0),

  turns: (answer, _criterion, rubric) =>
    answer.flatMap((item) => {
      const found = findRegisteredDuty(rubric, item);
      if (found === null) return [];
      const { regulation, duty } = found;
      const days = [regulation.adopted, regulation.in_force, duty.until].filter((day) => day !== null);
      return [...days, ...duty.dates.flatMap(({ set_on, from }) => [set_on, from])];
    }),

  read(answer, context) {
    const entries = answer.flatMap((item, index) => {
      const found = findRegisteredDuty(context.rubric, item);
      if (found === null) return [];
      const pull = rateDuty(found.regulation, found.duty, context.criterion, context.track, context.asOf);
      return [{ item, index, pull, graded: context.grade(item.sources), ...found }];
    });
    const best = pickStrongestEvidence(
      entries.map(({ pull, graded }) => ({ level: pull.level, graded })),
      context,
    );
    return {
      said: answer.length === 0 ? 'none' : entries.map((e) => `${e.regulation.title} ${e.duty.article}`).join(', '),
      note: null,
      levels: mapBounds((bound) =>
        entries.reduce<Level>((top, { pull, graded }) => {
          const level = bound === 'supported' ? minLevel(pull.level, graded.cap) : pull.level;
          return maxLevel(level, top);
        }, 0),
      ),
      graded: best,
      disputedBy: answer.flatMap((item) => item.disputed_by),
      items: entries.map(({ item, index, pull, graded, regulation, duty }) => ({
        title: `${regulation.title}, ${duty.article} (${duty.title})`,
        claimed: pull.level,
        supported: minLevel(pull.level, graded.cap),
        grade: graded.grade.id,
        reason: pull.reason,
        sources: graded.sources,
        note: item.note,
        at: context.span(`/${index}`),
      })),
      comparison: null,
      shown: null,
      findings: entries.flatMap(({ pull, index }) =>
        pull.finding === null ? [] : [buildFinding(context, pull.finding.id, pull.finding.detail, `/${index}`)],
      ),
    };
  },
};
