import type { Condition, Requirement } from '../model/rubric.ts';
import { joinTexts, ref, refs, type Text } from '../report/document.ts';

type ConditionNode = Requirement | Condition;
type ConditionLeaf = Exclude<ConditionNode, { all: unknown } | { any: unknown } | { not: unknown }>;

/** The single conditions of a requirement or a diagnosis, from left to right. */
export function listLeaves(node: ConditionNode): readonly ConditionLeaf[] {
  if ('all' in node) return node.all.flatMap(listLeaves);
  if ('any' in node) return node.any.flatMap(listLeaves);
  return 'not' in node ? listLeaves(node.not) : [node];
}

export function readsCriterion(node: ConditionNode, id: string): boolean {
  return listLeaves(node).some((leaf) => 'criterion' in leaf && leaf.criterion === id);
}

export function readsGate(node: ConditionNode, id: string): boolean {
  return listLeaves(node).some((leaf) => 'gate' in leaf && leaf.gate === id);
}

export function readsTrack(node: ConditionNode, id: string): boolean {
  return listLeaves(node).some((leaf) => 'track' in leaf && leaf.track.includes(id));
}

function describeLeaf(leaf: ConditionLeaf): Text {
  if ('gate' in leaf) return [ref('gate', leaf.gate), ` is ${leaf.is.join(' or ')}`];
  if ('track' in leaf) return ['the track is ', ...refs('track', leaf.track, ' or ')];
  if ('answered' in leaf) return [ref('criterion', leaf.criterion), leaf.answered ? ' is answered' : ' is unknown'];
  const at = 'bound' in leaf ? ` at ${leaf.bound}` : '';
  const level = 'below' in leaf ? `below level ${leaf.below}` : `at level ${leaf.at_least} or more`;
  return [ref('criterion', leaf.criterion), ` ${level}${at}`];
}

function describeNested(node: ConditionNode): Text {
  const isLeaf = !('all' in node || 'any' in node || 'not' in node);
  return isLeaf ? describeLeaf(node) : ['(', ...describeCondition(node), ')'];
}

/** A requirement or condition in words; what is nested stands in brackets. */
export function describeCondition(node: ConditionNode): Text {
  if ('all' in node) return joinTexts(node.all.map(describeNested), ' and ');
  if ('any' in node) return joinTexts(node.any.map(describeNested), ' or ');
  return 'not' in node ? ['not ', ...describeNested(node.not)] : describeLeaf(node);
}
