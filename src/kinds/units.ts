import { over, type Rational, rational, times } from '../model/rational.ts';
import type { Rubric, Unit } from '../model/rubric.ts';

interface Conversion {
  readonly base: string;
  readonly factor: Rational;
}

function conversionOf(unit: Unit): Conversion {
  return { base: unit.base ?? unit.id, factor: over(rational(unit.times), rational(unit.divided_by)) };
}

/** The unit's base and the exact factor to it; a unit that the rubric does not list is a base of its own. */
function baseOf(unit: string, rubric: Rubric): Conversion {
  const known = rubric.units.find((entry) => entry.id === unit);
  return known === undefined ? { base: unit, factor: rational(1) } : conversionOf(known);
}

/** True when figures in the two units can be compared. */
export function areAlike(a: string, b: string, rubric: Rubric): boolean {
  return baseOf(a, rubric).base === baseOf(b, rubric).base;
}

/** `value` of `unit` in the unit's base, exactly. */
export function inBase(value: number, unit: string, rubric: Rubric): Rational {
  return times(rational(value), baseOf(unit, rubric).factor);
}
