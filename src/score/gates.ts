import { type Bound, type Bounds, type Level, mapBounds } from '../model/level.ts';
import { compareRationals, minRational, type Rational, toNumber, toRational } from '../model/rational.ts';
import type { GateReport, GateStatus } from '../model/report.ts';
import type { Gate, Requirement, Rubric, Track } from '../model/rubric.ts';
import { explainNoComparison, passesBreakEven } from './break-even.ts';
import type { CriterionReading } from './read-answers.ts';

/** A gate as it came out for one description. `passes` is null where it does not apply. */
export interface GateOutcome {
  readonly gate: Gate;
  readonly passes: Bounds<boolean> | null;
  readonly status: GateStatus;
}

/** The level of a criterion by its id; null where it does not apply. */
export type LevelLookup = (criterion: string) => Level | null;

function createLevelLookup(readings: readonly CriterionReading[], bound: Bound): LevelLookup {
  return (criterion) => {
    const reading = readings.find((entry) => entry.criterion.id === criterion);
    return reading === undefined || reading.status === 'not-applicable' ? null : reading.levels[bound];
  };
}

/** Whether a requirement holds; null where none of its criteria applies on the track. */
export function meetsRequirement(requirement: Requirement, levelOf: LevelLookup): boolean | null {
  if ('criterion' in requirement) {
    const level = levelOf(requirement.criterion);
    return level === null ? null : level >= requirement.at_least;
  }
  const parts = 'all' in requirement ? requirement.all : requirement.any;
  const known = parts.map((part) => meetsRequirement(part, levelOf)).filter((part) => part !== null);
  if (known.length === 0) return null;
  return 'all' in requirement ? known.every(Boolean) : known.some(Boolean);
}

function evaluateGate(gate: Gate, track: Track, readings: readonly CriterionReading[]): Bounds<boolean> | null {
  if (gate.tracks !== null && !gate.tracks.includes(track.id)) return null;
  if (gate.kind === 'break-even') {
    if (explainNoComparison(track, readings) !== null) return null;
    const { unless } = gate;
    return mapBounds(
      (bound) =>
        passesBreakEven(gate, track, readings, bound) ||
        (unless !== null && meetsRequirement(unless, createLevelLookup(readings, bound)) === true),
    );
  }
  const held = mapBounds((bound) => meetsRequirement(gate.require, createLevelLookup(readings, bound)));
  const { supported, claimed, possible } = held;
  return supported === null || claimed === null || possible === null ? null : { supported, claimed, possible };
}

function toGateStatus(passes: Bounds<boolean> | null): GateStatus {
  if (passes === null) return 'not-asked';
  if (passes.supported) return 'passed';
  return passes.possible ? 'not-shown-yet' : 'failed';
}

export function evaluateGates(
  rubric: Rubric,
  track: Track,
  readings: readonly CriterionReading[],
): readonly GateOutcome[] {
  return rubric.gates.map((gate) => {
    const passes = evaluateGate(gate, track, readings);
    return { gate, passes, status: toGateStatus(passes) };
  });
}

/** The index after gates: at most the lowest cap among the gates that do not pass at this bound. */
export function capIndex(uncapped: Rational, gates: readonly GateOutcome[], bound: Bound): Rational {
  return gates.reduce(
    (index, { gate, passes }) => (passes === null || passes[bound] ? index : minRational(index, toRational(gate.cap))),
    uncapped,
  );
}

function describeGateStatus(
  { gate, status }: GateOutcome,
  track: Track,
  readings: readonly CriterionReading[],
): string {
  switch (status) {
    case 'passed':
      return gate.passed;
    case 'failed':
      return gate.failed;
    case 'not-shown-yet':
      return 'What is cited does not show it yet, and nothing known rules it out.';
    case 'not-asked': {
      const reason = gate.kind === 'break-even' ? explainNoComparison(track, readings) : null;
      return reason ?? `The rubric does not ask this on the track ${track.id}.`;
    }
  }
}

/** What each gate comes to, and what it does to each of the three values before gates. */
export function reportGates(
  gates: readonly GateOutcome[],
  track: Track,
  readings: readonly CriterionReading[],
  uncapped: Bounds<Rational>,
): readonly GateReport[] {
  const capped = mapBounds((bound) => capIndex(uncapped[bound], gates, bound));
  return gates.map((outcome) => {
    const { gate, passes, status } = outcome;
    const cap = toRational(gate.cap);
    const others = gates.filter((other) => other !== outcome);
    const effects = mapBounds((bound) => ({
      without: toNumber(capIndex(uncapped[bound], others, bound)),
      holds:
        passes?.[bound] === false &&
        compareRationals(uncapped[bound], cap) > 0 &&
        compareRationals(capped[bound], cap) === 0,
    }));
    return {
      id: gate.id,
      title: gate.title,
      status,
      says: describeGateStatus(outcome, track, readings),
      cap: gate.cap,
      binds: effects.supported.holds,
      passes,
      effects: passes === null ? null : effects,
      claims: gate.claims,
    };
  });
}
