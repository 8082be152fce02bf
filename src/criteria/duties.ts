import type { Day } from '../model/day.ts';
import { LEVELS, type Level, mapBounds, maxLevel, minLevel } from '../model/level.ts';
import type { RuleId } from '../model/report.ts';
import type { Criterion, Duty, Regulation, Rubric } from '../model/rubric.ts';
import { annotate, list, mapping, nonEmptyText, oneOf } from '../model/schema/schema.ts';
import {
  ASK_SOURCES,
  buildFinding,
  type CriterionKind,
  getCaseLevel,
  listCitations,
  readListAnswer,
  type SupportedStatement,
  supportLevel,
} from './criterion-kind.ts';
import { supportFields } from './fields-and-thresholds.ts';

/** A duty of the register that the offer helps a buyer to meet. */
interface CitedDuty extends SupportedStatement {
  readonly regulation: string;
  readonly duty: string;
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

function explainDutyState(duty: Duty, state: DutyState, full: string): string {
  const others = `Other means: ${duty.means_reason}`;
  switch (state.status) {
    case 'ended':
      return `ended on ${state.until}`;
    case 'proposed':
      return 'not adopted on that date';
    case 'adopted':
      return `adopted, applies from ${state.from}. ${others}`;
    case 'applies':
      if (duty.binding === 'voluntary') return 'voluntary';
      return `in application${state.from === null ? '' : ` since ${state.from}`}: ${full} ${others}`;
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
    const reason = 'no pull on this track according to the register';
    return { level: 0, reason, finding: { id: 'duty/other-track', detail: { duty: name } } };
  }
  const state = computeDutyState(duty, regulation, asOf);
  const cases = [state.status, duty.means, ...(duty.binding === 'voluntary' ? [duty.binding] : [])];
  return {
    level: cases.map((word) => getCaseLevel(criterion, word)).reduce(minLevel, full.level),
    reason: explainDutyState(duty, state, full.reason),
    finding: buildDutyFinding(name, duty, state),
  };
}

function findRegisteredDuty(rubric: Rubric, item: CitedDuty): { regulation: Regulation; duty: Duty } | null {
  const regulation = rubric.regulations.find((entry) => entry.id === item.regulation);
  const duty = regulation?.duties.find((entry) => entry.id === item.duty);
  return regulation === undefined || duty === undefined ? null : { regulation, duty };
}

/** The levels of all duties of the register on a day. */
function listRegisterLevels(criterion: Criterion, rubric: Rubric, track: string, asOf: Day): readonly Level[] {
  return rubric.regulations.flatMap((regulation) =>
    regulation.duties.map((duty) => rateDuty(regulation, duty, criterion, track, asOf).level),
  );
}

/** The days on which the register says that something changes for a duty. */
function listDutyDays({ adopted, in_force }: Regulation, { until, dates }: Duty): readonly Day[] {
  const days = [adopted, in_force, until, ...dates.flatMap(({ set_on, from }) => [set_on, from])];
  return days.filter((day) => day !== null);
}

/** A criterion answered by duties of the register of regulations, judged at `as_of`; the empty list says none. */
export const dutiesKind: CriterionKind<readonly CitedDuty[]> = {
  id: 'duties',
  hasRatio: false,
  isList: true,
  cases: [
    ['ended', 'proposed', 'voluntary', 'adopted', 'applies'] satisfies readonly (DutyState['status'] | 'voluntary')[],
    ['ordinary', 'outside-check', 'named-technique', 'required-technique'] satisfies readonly Duty['means'][],
  ],
  findFault: () => null,

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

  askNext({ regulation, duty, sources }, { rubric, track }) {
    if (duty !== undefined) return sources === undefined ? ASK_SOURCES : null;
    const ofTrack = ({ tracks }: Duty) => track === null || track in tracks;
    const named = rubric.regulations.find(({ id }) => id === regulation);
    if (named === undefined) {
      const choices = rubric.regulations
        .filter(({ duties }) => duties.some(ofTrack))
        .map(({ id, title }) => ({ id, label: title, fields: { regulation: id } }));
      return { kind: 'choice', question: 'Which law or standard?', choices };
    }
    const choices = named.duties.filter(ofTrack).map(({ id, title, article }) => ({
      id,
      label: `${article}: ${title}`,
      fields: { duty: id },
    }));
    return { kind: 'choice', question: `Which duty of ${named.title}?`, choices };
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
          what: `\`${item.duty}\` is not a duty of ${regulation.title} in the register`,
          why: 'A duty is judged by its dates and its pull, which come from the register.',
          fix: `Use one of: ${candidates.join(', ')}. To add a duty, edit regulations.yaml in the rubric.`,
          candidates,
        },
      ];
    }),

  citations: (answer) => answer.flatMap((item, index) => listCitations(item, [index])),

  listReachableLevels(criterion, rubric, track) {
    const days = rubric.regulations.flatMap((regulation) =>
      regulation.duties.flatMap((duty) => listDutyDays(regulation, duty)),
    );
    // The first is before any law.
    const onDays = ['0001-01-01', ...days.sort()].map((day) => listRegisterLevels(criterion, rubric, track, day));
    const top = onDays.at(-1)?.reduce<Level>(maxLevel, 0) ?? 0;
    return LEVELS.filter((level) => level <= top && (level === 0 || onDays.flat().includes(level)));
  },

  findHighestLevel: (criterion, rubric, track, asOf) =>
    listRegisterLevels(criterion, rubric, track, asOf).reduce<Level>(maxLevel, 0),

  listChangeDates: (answer, _criterion, rubric) =>
    answer.flatMap((item) => {
      const found = findRegisteredDuty(rubric, item);
      return found === null ? [] : listDutyDays(found.regulation, found.duty);
    }),

  read(answer, context) {
    const { rubric, criterion, track, asOf } = context;
    const entries = answer.flatMap((item, index) => {
      const found = findRegisteredDuty(rubric, item);
      if (found === null) return [];
      const { regulation, duty } = found;
      const { level: claimed, reason, finding } = rateDuty(regulation, duty, criterion, track, asOf);
      const graded = context.grade(item.sources);
      const title = `${regulation.title}, ${duty.article} (${duty.title})`;
      return [{ item, index, title, claimed, reason, graded, finding, said: `${regulation.title} ${duty.article}` }];
    });
    const result = {
      said: entries.map(({ said }) => said).join(', '),
      levels: mapBounds((bound) =>
        entries
          .map(({ claimed, graded }) => (bound === 'supported' ? supportLevel(claimed, graded) : claimed))
          .reduce<Level>(maxLevel, 0),
      ),
      findings: entries.flatMap(({ finding, index }) =>
        finding === null ? [] : [buildFinding(context, finding.id, finding.detail, `/${index}`)],
      ),
    };
    return readListAnswer(entries, result, context);
  },
};
