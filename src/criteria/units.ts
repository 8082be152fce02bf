import { divide, multiply, type Rational, toRational } from '../model/rational.ts';
import type { Rubric, Unit } from '../model/rubric.ts';

interface UnitConversion {
  readonly base: string;
  readonly factor: Rational;
}

function toConversion(unit: Unit): UnitConversion {
  return { base: unit.base ?? unit.id, factor: divide(toRational(unit.times), toRational(unit.divided_by)) };
}

/** The unit's base and the exact factor to it; a unit that the rubric does not list is a base of its own. */
function findConversion(unit: string, rubric: Rubric): UnitConversion {
  const known = rubric.units.find((entry) => entry.id === unit);
  return known === undefined ? { base: unit, factor: toRational(1) } : toConversion(known);
}

/** True when figures in the two units can be compared. */
export function areCompatibleUnits(a: string, b: string, rubric: Rubric): boolean {
  return findConversion(a, rubric).base === findConversion(b, rubric).base;
}

/** `value` of `unit` in the unit's base, exactly. */
export function convertToBase(value: number, unit: string, rubric: Rubric): Rational {
  return multiply(toRational(value), findConversion(unit, rubric).factor);
}
