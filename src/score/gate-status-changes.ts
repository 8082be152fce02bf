import type { GateStatusChange } from '../model/report-outcome.ts';
import type { Score } from './score-on-track.ts';

/** The gates whose status is another one in a later score, in the order of its rubric. */
export function findGateStatusChanges(before: Score, after: Score): readonly GateStatusChange[] {
  const gates = new Map([...after.gates, ...before.gates].map(({ gate }) => [gate.id, gate.title]));
  const statusIn = (score: Score, id: string): GateStatusChange['from'] =>
    score.gates.find(({ gate }) => gate.id === id)?.status ?? 'absent';
  return [...gates].flatMap(([id, title]) => {
    const [from, to] = [statusIn(before, id), statusIn(after, id)];
    return from === to ? [] : [{ gate: id, title, from, to }];
  });
}
