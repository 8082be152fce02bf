import type { Condition, Gate, Requirement } from '../model/rubric.ts';
import { claimFaults, dangling, type Fault, FILES, type Lists, outOfOrder } from './fault.ts';

function leavesOf(
  node: Requirement | Condition,
  pointer: string,
): readonly { leaf: Requirement | Condition; pointer: string }[] {
  if ('all' in node) return node.all.flatMap((part, i) => leavesOf(part, `${pointer}/all/${i}`));
  if ('any' in node) return node.any.flatMap((part, i) => leavesOf(part, `${pointer}/any/${i}`));
  if ('not' in node) return leavesOf(node.not, `${pointer}/not`);
  return [{ leaf: node, pointer }];
}

export function leafFaults(file: string, root: Requirement | Condition, at: string, lists: Lists): readonly Fault[] {
  return leavesOf(root, at).flatMap(({ leaf, pointer }) => {
    if ('criterion' in leaf) return dangling(file, `${pointer}/criterion`, 'criterion', leaf.criterion, lists.criteria);
    if ('gate' in leaf) return dangling(file, `${pointer}/gate`, 'gate', leaf.gate, lists.gates);
    if ('track' in leaf)
      return leaf.track.flatMap((id, i) => dangling(file, `${pointer}/track/${i}`, 'track', id, lists.tracks));
    return [];
  });
}

function stepFaults(steps: readonly number[], at: string): readonly Fault[] {
  return outOfOrder(steps, (step, before) => step < before).map((ease) => ({
    file: FILES.gates,
    pointer: `${at}/${ease}`,
    what: `the multiples must fall as switching gets easier, and ${steps[ease]} follows ${steps[ease - 1]}`,
    why: 'Who switches more easily needs less of a reason to.',
    fix: `Write a multiple under ${steps[ease - 1]} for ease level ${ease}, or a greater one for ${ease - 1}.`,
  }));
}

export function gateFaults(gate: Gate, at: string, lists: Lists): readonly Fault[] {
  const file = FILES.gates;
  const tracks = (gate.tracks ?? []).flatMap((id, i) => dangling(file, `${at}/tracks/${i}`, 'track', id, lists.tracks));
  const own =
    gate.kind === 'levels'
      ? leafFaults(file, gate.require, `${at}/require`, lists)
      : [
          ...dangling(file, `${at}/ease`, 'dimension', gate.ease, lists.dimensions),
          ...stepFaults(gate.steps, `${at}/steps`),
        ];
  return [...claimFaults(file, `${at}/claims`, gate.claims, lists), ...tracks, ...own];
}
