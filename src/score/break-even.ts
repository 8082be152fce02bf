import type { ExactRatio, ShownRatio } from '../criteria/criterion-kind.ts';
import { type Bound, type Level, mapBounds } from '../model/level.ts';
import { compareRationals, toNumber, toRational } from '../model/rational.ts';
import type { BreakEvenReport, BreakEvenSide } from '../model/report.ts';
import type { Gate, Rubric, Track } from '../model/rubric.ts';
import { floorMeanLevel } from './marks.ts';
import type { CriterionReading } from './read-answers.ts';

export type BreakEvenGate = Extract<Gate, { kind: 'break-even' }>;

function findReading(readings: readonly CriterionReading[], criterion: string | null): CriterionReading | undefined {
  return readings.find((entry) => entry.criterion.id === criterion);
}

/** Why the track, or the description, has no comparison that decides; null where it has one. */
export function explainNoComparison({ deciding }: Track, readings: readonly CriterionReading[]): string | null {
  const reading = findReading(readings, deciding.criterion);
  if (deciding.criterion === null || reading === undefined) return deciding.reason;
  return reading.status === 'not-applicable' ? reading.reason : null;
}

function findShownRatio(
  { against }: BreakEvenGate,
  readings: readonly CriterionReading[],
  criterion: string | null,
): ShownRatio | null {
  const reading = findReading(readings, criterion);
  return reading?.status === 'answered' ? (reading.reading.shown?.[against] ?? null) : null;
}

export function findNeededMultiple(gate: BreakEvenGate, ease: Level): number {
  return gate.steps[ease] ?? Number.POSITIVE_INFINITY;
}

export function computeEase(gate: BreakEvenGate, readings: readonly CriterionReading[], bound: Bound): Level {
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
  { deciding }: Track,
  readings: readonly CriterionReading[],
  bound: Bound,
): boolean {
  const ratio = findShownRatio(gate, readings, deciding.criterion)?.bounds[bound] ?? null;
  return ratio === null
    ? bound === 'possible'
    : reachesMultiple(ratio, findNeededMultiple(gate, computeEase(gate, readings, bound)));
}

/** The break-even in figures, from the first gate against each. */
export function reportBreakEven(rubric: Rubric, track: Track, readings: readonly CriterionReading[]): BreakEvenReport {
  const gates = rubric.gates.filter(
    (gate): gate is BreakEvenGate =>
      gate.kind === 'break-even' && (gate.tracks === null || gate.tracks.includes(track.id)),
  );
  const [first] = gates;
  const { criterion, reason } = track.deciding;
  const missing = explainNoComparison(track, readings);
  if (first === undefined) return { status: 'not-asked', reason: 'The rubric has no break-even gate for the track.' };
  if (criterion === null || missing !== null) return { status: 'not-asked', reason: missing ?? reason };
  const reading = findReading(readings, criterion);
  const reportSide = (against: BreakEvenGate['against']): BreakEvenSide | null => {
    const gate = gates.find((entry) => entry.against === against);
    if (gate === undefined) return null;
    const shown = findShownRatio(gate, readings, criterion);
    return {
      gate: gate.id,
      needed: mapBounds((bound) => findNeededMultiple(gate, computeEase(gate, readings, bound))),
      shown: mapBounds((bound) => {
        const ratio = shown?.bounds[bound] ?? null;
        return ratio === null ? null : { value: toNumber(ratio.value), below: ratio.below };
      }),
      against: mapBounds((bound) => shown?.against[bound] ?? null),
    };
  };
  return {
    status: 'compared',
    criterion,
    better: reading?.status === 'answered' ? (reading.reading.comparison?.better ?? null) : null,
    ease: mapBounds((bound) => computeEase(first, readings, bound)),
    incumbent: reportSide('incumbents'),
    best: reportSide('best'),
  };
}
