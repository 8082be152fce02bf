import type { Condition, Gate, Requirement } from '../../../model/rubric.ts';
import {
  checkClaimIds,
  checkIdExists,
  FILES,
  type FileInconsistency,
  findOutOfOrder,
  type KnownIds,
} from './inconsistency.ts';

function flattenCondition(
  node: Requirement | Condition,
  pointer: string,
): readonly { leaf: Requirement | Condition; pointer: string }[] {
  if ('all' in node) return node.all.flatMap((part, i) => flattenCondition(part, `${pointer}/all/${i}`));
  if ('any' in node) return node.any.flatMap((part, i) => flattenCondition(part, `${pointer}/any/${i}`));
  if ('not' in node) return flattenCondition(node.not, `${pointer}/not`);
  return [{ leaf: node, pointer }];
}

export function checkConditionIds(
  file: string,
  root: Requirement | Condition,
  at: string,
  lists: KnownIds,
): readonly FileInconsistency[] {
  return flattenCondition(root, at).flatMap(({ leaf, pointer }) => {
    if ('criterion' in leaf)
      return checkIdExists(file, `${pointer}/criterion`, 'criterion', leaf.criterion, lists.criteria);
    if ('gate' in leaf) return checkIdExists(file, `${pointer}/gate`, 'gate', leaf.gate, lists.gates);
    if ('track' in leaf)
      return leaf.track.flatMap((id, i) => checkIdExists(file, `${pointer}/track/${i}`, 'track', id, lists.tracks));
    return [];
  });
}

function checkSteps(steps: readonly number[], at: string): readonly FileInconsistency[] {
  return findOutOfOrder(steps, (step, before) => step < before).map((ease) => ({
    file: FILES.gates,
    pointer: `${at}/${ease}`,
    what: `the multiples must fall as switching gets easier, and ${steps[ease]} follows ${steps[ease - 1]}`,
    why: 'Who switches more easily needs less of a reason to.',
    fix: `Write a multiple under ${steps[ease - 1]} for ease level ${ease}, or a greater one for ${ease - 1}.`,
  }));
}

export function checkGate(gate: Gate, at: string, lists: KnownIds): readonly FileInconsistency[] {
  const file = FILES.gates;
  const tracks = (gate.tracks ?? []).flatMap((id, i) =>
    checkIdExists(file, `${at}/tracks/${i}`, 'track', id, lists.tracks),
  );
  const own =
    gate.kind === 'levels'
      ? checkConditionIds(file, gate.require, `${at}/require`, lists)
      : [
          ...checkIdExists(file, `${at}/ease`, 'dimension', gate.ease, lists.dimensions),
          ...checkSteps(gate.steps, `${at}/steps`),
        ];
  return [...checkClaimIds(file, `${at}/claims`, gate.claims, lists), ...tracks, ...own];
}
