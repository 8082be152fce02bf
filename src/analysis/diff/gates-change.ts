import type { BindingGate, GateContribution } from '../../model/diff.ts';
import { compareRationals, subtract, toRational } from '../../model/rational.ts';
import { findGateStatusChanges } from '../../score/gate-status-changes.ts';
import type { Score } from '../../score/score-on-track.ts';
import { toFigure } from './figure.ts';

/** The gate that lowers the supported index, the first of several with one cap; null where none does. */
function findBindingCap({ gates, index, uncapped }: Score): BindingGate | null {
  if (compareRationals(index.supported, uncapped.supported) === 0) return null;
  const holding = gates.find(
    ({ gate, passes }) =>
      passes !== null && !passes.supported && compareRationals(toRational(gate.cap), index.supported) === 0,
  );
  return holding === undefined ? null : { gate: holding.gate.id, title: holding.gate.title, cap: holding.gate.cap };
}

/** What gates add to the change of the supported index between two scores, beyond what the criteria do. */
export function computeGatesChange(before: Score, after: Score): GateContribution {
  const capped = subtract(after.index.supported, before.index.supported);
  const uncapped = subtract(after.uncapped.supported, before.uncapped.supported);
  return {
    change: toFigure(subtract(capped, uncapped)),
    before: findBindingCap(before),
    after: findBindingCap(after),
    statuses: findGateStatusChanges(before, after),
  };
}
