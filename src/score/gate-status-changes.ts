import type { GateChange } from '../model/cause.ts';
import type { Score } from './score-on.ts';

/** The gates whose status is another one in a later score, in the order of its rubric. */
export function statusChanges(before: Score, after: Score): readonly GateChange[] {
  const gates = new Map([...after.gates, ...before.gates].map(({ gate }) => [gate.id, gate.title]));
  const statusIn = (score: Score, id: string): GateChange['from'] =>
    score.gates.find(({ gate }) => gate.id === id)?.status ?? 'absent';
  return [...gates].flatMap(([id, title]) => {
    const [from, to] = [statusIn(before, id), statusIn(after, id)];
    return from === to ? [] : [{ gate: id, title, from, to }];
  });
}
