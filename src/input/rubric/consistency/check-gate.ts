import type { Condition, Gate, Requirement } from '../../../model/rubric.ts';
import {
  checkClaimIds,
  checkIdExists,
  FILES,
  type FileInconsistency,
  findOutOfOrder,
  type KnownIds,
} from './inconsistency.ts';

/** Ids in a condition, at any depth, that nothing has. */
export function* checkConditionIds(
  file: string,
  node: Requirement | Condition,
  at: string,
  lists: KnownIds,
): Generator<FileInconsistency> {
  if ('all' in node)
    for (const [i, part] of node.all.entries()) yield* checkConditionIds(file, part, `${at}/all/${i}`, lists);
  else if ('any' in node)
    for (const [i, part] of node.any.entries()) yield* checkConditionIds(file, part, `${at}/any/${i}`, lists);
  else if ('not' in node) yield* checkConditionIds(file, node.not, `${at}/not`, lists);
  else if ('criterion' in node)
    yield* checkIdExists(file, `${at}/criterion`, 'criterion', node.criterion, lists.criteria);
  else if ('gate' in node) yield* checkIdExists(file, `${at}/gate`, 'gate', node.gate, lists.gates);
  else if ('track' in node)
    for (const [i, id] of node.track.entries())
      yield* checkIdExists(file, `${at}/track/${i}`, 'track', id, lists.tracks);
}

export function* checkGate(gate: Gate, at: string, lists: KnownIds): Generator<FileInconsistency> {
  const file = FILES.gates;
  yield* checkClaimIds(file, `${at}/claims`, gate.claims, lists);
  for (const [i, id] of (gate.tracks ?? []).entries())
    yield* checkIdExists(file, `${at}/tracks/${i}`, 'track', id, lists.tracks);
  if (gate.kind === 'levels') {
    yield* checkConditionIds(file, gate.require, `${at}/require`, lists);
    return;
  }
  const { ease, steps } = gate;
  yield* checkIdExists(file, `${at}/ease`, 'dimension', ease, lists.dimensions);
  for (const level of findOutOfOrder(steps, (step, before) => step < before))
    yield {
      file,
      at: `${at}/steps/${level}`,
      what: `the multiples must fall as switching gets easier, and ${steps[level]} follows ${steps[level - 1]}`,
      why: 'A buyer who can switch more easily needs a smaller advantage.',
      fix: `Write a multiple under ${steps[level - 1]} for ease level ${level}, or a greater one for ${level - 1}.`,
    };
}
