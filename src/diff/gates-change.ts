import type { Cap, GatesChange } from '../model/change.ts';
import { compare, minus, rational } from '../model/rational.ts';
import { statusChanges } from '../score/gate-status-changes.ts';
import type { Score } from '../score/score-on.ts';
import { figureOf } from './figure.ts';

/** The gate that lowers the supported index, the first of several with one cap; null where none does. */
function capOn({ gates, index, uncapped }: Score): Cap | null {
  if (compare(index.supported, uncapped.supported) === 0) return null;
  const holding = gates.find(
    ({ gate, passes }) => passes !== null && !passes.supported && compare(rational(gate.cap), index.supported) === 0,
  );
  return holding === undefined ? null : { gate: holding.gate.id, title: holding.gate.title, cap: holding.gate.cap };
}

/** What gates add to the change of the supported index between two scores, beyond what the criteria do. */
export function gatesChange(before: Score, after: Score): GatesChange {
  const capped = minus(after.index.supported, before.index.supported);
  const uncapped = minus(after.uncapped.supported, before.uncapped.supported);
  return {
    change: figureOf(minus(capped, uncapped)),
    before: capOn(before),
    after: capOn(after),
    statuses: statusChanges(before, after),
  };
}
