import type { Condition, Requirement } from '../model/rubric.ts';
import { joined, ref, refs, type Text } from './page.ts';

type Node = Requirement | Condition;
type Leaf = Exclude<Node, { all: unknown } | { any: unknown } | { not: unknown }>;

/** The single conditions of a requirement or a diagnosis, from left to right. */
export function leavesOf(node: Node): readonly Leaf[] {
  if ('all' in node) return node.all.flatMap(leavesOf);
  if ('any' in node) return node.any.flatMap(leavesOf);
  return 'not' in node ? leavesOf(node.not) : [node];
}

export function readsCriterion(node: Node, id: string): boolean {
  return leavesOf(node).some((leaf) => 'criterion' in leaf && leaf.criterion === id);
}

export function readsGate(node: Node, id: string): boolean {
  return leavesOf(node).some((leaf) => 'gate' in leaf && leaf.gate === id);
}

export function readsTrack(node: Node, id: string): boolean {
  return leavesOf(node).some((leaf) => 'track' in leaf && leaf.track.includes(id));
}

function leafText(leaf: Leaf): Text {
  if ('gate' in leaf) return [ref('gate', leaf.gate), ` is ${leaf.is.join(' or ')}`];
  if ('track' in leaf) return ['the track is ', ...refs('track', leaf.track, ' or ')];
  if ('answered' in leaf) return [ref('criterion', leaf.criterion), leaf.answered ? ' is answered' : ' is unknown'];
  const at = 'bound' in leaf ? ` at ${leaf.bound}` : '';
  const level = 'below' in leaf ? `below level ${leaf.below}` : `at level ${leaf.at_least} or more`;
  return [ref('criterion', leaf.criterion), ` ${level}${at}`];
}

function within(node: Node): Text {
  const isLeaf = !('all' in node || 'any' in node || 'not' in node);
  return isLeaf ? leafText(node) : ['(', ...conditionText(node), ')'];
}

/** A requirement or condition in words; what is nested stands in brackets. */
export function conditionText(node: Node): Text {
  if ('all' in node) return joined(node.all.map(within), ' and ');
  if ('any' in node) return joined(node.any.map(within), ' or ');
  return 'not' in node ? ['not ', ...within(node.not)] : leafText(node);
}
