import { hasSameShownRatio } from '../../criteria/criterion-kind.ts';
import { getCriterionKind } from '../../criteria/registry.ts';
import { type Day, listChangeDays } from '../../model/day.ts';
import type { Description } from '../../model/description.ts';
import { BOUNDS } from '../../model/level.ts';
import { toNumber } from '../../model/rational.ts';
import type { Criterion, Rubric } from '../../model/rubric.ts';
import type { ScheduledChange } from '../../model/sensitivity.ts';
import { findChangeCauses, findGateStatusChanges } from '../../score/change-causes.ts';
import { createSourceReader } from '../../score/evidence.ts';
import { type CriterionReading, createAnswerReader } from '../../score/read-answers.ts';
import { compareByIndex, type Score, scoreReadings } from '../../score/score-on-track.ts';

/** For every day after `asOf` on which an answer could be read otherwise, the criteria that could: evidence, laws, the market. */
export function findChangeDates(
  asOf: Day,
  description: Description,
  rubric: Rubric,
): ReadonlyMap<Day, readonly Criterion[]> {
  const readFacts = createSourceReader(description, rubric);
  const changeDates = new Map<Day, Criterion[]>();
  for (const criterion of rubric.criteria) {
    const answer = description.answers[criterion.id];
    if (answer?.status !== 'answered') continue;
    const kind = getCriterionKind(criterion.kind);
    const value = answer.value as never;
    const cited = new Set(kind.citations(value).map(({ id }) => id));
    const days = description.sources
      .filter(({ id }) => cited.has(id))
      .map(readFacts)
      .flatMap(({ date, pageDate }) => [date, pageDate])
      .flatMap((date) => listChangeDays(date, criterion.max_age_months));
    for (const day of new Set([...days, ...(kind.listChangeDates?.(value, criterion, rubric) ?? [])]))
      if (day > asOf) changeDates.set(day, [...(changeDates.get(day) ?? []), criterion]);
  }
  return changeDates;
}

function listLevelChanges(before: Score, after: Score): ScheduledChange['criteria'] {
  return after.readings.flatMap((reading) => {
    const old = before.readings.find(({ criterion }) => criterion.id === reading.criterion.id);
    if (old === undefined || old.status === 'not-applicable' || reading.status === 'not-applicable') return [];
    const [from, to] = [old.levels.supported, reading.levels.supported];
    if (from === to) return [];
    const { id, title } = reading.criterion;
    return [{ criterion: id, title, from, to, causes: findChangeCauses(old, reading) }];
  });
}

/** What the calendar does to a verdict. */
export interface VerdictTimeline {
  readonly entries: readonly ScheduledChange[];
  readonly ends: Day | null;
}

/** True where two readings of one answer come to the same in the index, the gates and the coverage. */
function hasSameEffect(a: CriterionReading, b: CriterionReading): boolean {
  if (a.status !== 'answered' || b.status !== 'answered') return a.status === b.status;
  const [one, two] = [a.reading, b.reading];
  return (
    one.graded.cap === two.graded.cap &&
    BOUNDS.every((bound) => one.levels[bound] === two.levels[bound]) &&
    hasSameShownRatio(one.shown, two.shown)
  );
}

/** The score with some criteria read again on a day. */
function rescoreOn(
  day: Day,
  changing: readonly Criterion[],
  score: Score,
  description: Description,
  rubric: Rubric,
): Score {
  const read = createAnswerReader(description, rubric, score.track, day);
  const readings = score.readings.map((old) => (changing.includes(old.criterion) ? read(old.criterion) : old));
  const changes = readings.some((reading, at) => !hasSameEffect(reading, score.readings[at] ?? reading));
  return changes ? scoreReadings(readings, rubric, score.track) : { ...score, readings };
}

function* listScheduledChanges(
  scores: readonly Score[],
  days: ReadonlyMap<Day, readonly Criterion[]>,
  description: Description,
  rubric: Rubric,
): Generator<ScheduledChange> {
  const [start] = scores;
  if (start === undefined) return;
  let current = scores;
  let [reported, last] = [start, start];
  for (const day of [...days.keys()].sort()) {
    const changing = days.get(day) ?? [];
    current = current.map((score) => rescoreOn(day, changing, score, description, rubric)).sort(compareByIndex);
    const [score = last] = current;
    const gates = findGateStatusChanges(last, score);
    if (score.verdict.id !== last.verdict.id || gates.length > 0) {
      const criteria = listLevelChanges(reported, score);
      yield { day, verdict: score.verdict.id, index: toNumber(score.index.supported), gates, criteria };
      reported = score;
    }
    last = score;
  }
}

/**
 * The days after `asOf` on which the verdict or a gate changes although no fact does: evidence gets too old or becomes known, a duty
 * comes into application or ends, a registered price takes effect. Every day on which a reading could change is scored, so none
 * is missed. Criteria of an entry are those that changed since the entry before it. @param scores at `asOf`, the headline first.
 */
export function computeTimeSensitivity(
  scores: readonly Score[],
  description: Description,
  rubric: Rubric,
  asOf: Day,
): VerdictTimeline {
  if (scores.length === 0) return { entries: [], ends: null };
  const days = findChangeDates(asOf, description, rubric);
  return {
    entries: [...listScheduledChanges(scores, days, description, rubric)],
    ends: [...days.keys()].sort().at(-1) ?? null,
  };
}

/** The first of those days on which the band of the verdict changes; null where there is none. @param scores as above. */
export function findNextChange(
  scores: readonly Score[],
  description: Description,
  rubric: Rubric,
  asOf: Day,
): ScheduledChange | null {
  const days = findChangeDates(asOf, description, rubric);
  for (const change of listScheduledChanges(scores, days, description, rubric))
    if (change.verdict !== scores[0]?.verdict.id) return change;
  return null;
}
