import type { ExactRatio, ShownRatio } from '../criteria/criterion-kind.ts';
import { type Bound, type Level, mapBounds } from '../model/level.ts';
import { compareRationals, toNumber, toRational } from '../model/rational.ts';
import type { BreakEvenReport } from '../model/report.ts';
import type { Gate, Rubric, Track } from '../model/rubric.ts';
import { floorMeanLevel } from './marks.ts';
import type { CriterionReading } from './read-answers.ts';

export type BreakEvenGate = Extract<Gate, { kind: 'break-even' }>;

function findShownRatio(readings: readonly CriterionReading[], criterion: string): ShownRatio | null {
  const reading = readings.find((entry) => entry.criterion.id === criterion);
  return reading?.status === 'answered' ? reading.reading.shown : null;
}

function findNeededMultiple(gate: BreakEvenGate, ease: Level): number {
  return gate.steps[ease] ?? Number.POSITIVE_INFINITY;
}

function computeEase(gate: BreakEvenGate, readings: readonly CriterionReading[], bound: Bound): Level {
  return floorMeanLevel(
    readings.filter((reading) => reading.criterion.dimension === gate.ease),
    bound,
  );
}

/** True when the multiple shown reaches the multiple needed. */
export function reachesMultiple(ratio: ExactRatio, needed: number): boolean {
  const order = compareRationals(ratio.value, toRational(needed));
  return ratio.below ? order > 0 : order >= 0;
}

/** Whether the multiple shown reaches the multiple needed; nothing shown reaches it at possible only. */
export function passesBreakEven(
  gate: BreakEvenGate,
  readings: readonly CriterionReading[],
  criterion: string,
  bound: Bound,
): boolean {
  const ratio = findShownRatio(readings, criterion)?.bounds[bound] ?? null;
  return ratio === null
    ? bound === 'possible'
    : reachesMultiple(ratio, findNeededMultiple(gate, computeEase(gate, readings, bound)));
}

/** The break-even in figures, from the first gate of that kind. */
export function reportBreakEven(rubric: Rubric, track: Track, readings: readonly CriterionReading[]): BreakEvenReport {
  const gate = rubric.gates.find((entry) => entry.kind === 'break-even');
  const { criterion, reason } = track.deciding;
  if (gate === undefined) return { status: 'not-applicable', reason: 'The rubric has no break-even gate.' };
  if (criterion === null || (gate.tracks !== null && !gate.tracks.includes(track.id)))
    return { status: 'not-applicable', reason };
  const shown = findShownRatio(readings, criterion);
  const ease = mapBounds((bound) => computeEase(gate, readings, bound));
  return {
    status: 'compared',
    gate: gate.id,
    criterion,
    ease,
    needed: mapBounds((bound) => findNeededMultiple(gate, ease[bound])),
    shown: mapBounds((bound) => {
      const ratio = shown?.bounds[bound] ?? null;
      return ratio === null ? null : { value: toNumber(ratio.value), below: ratio.below };
    }),
    against: shown?.against ?? null,
  };
}
