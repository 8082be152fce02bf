import type { Rubric } from '../model/rubric.ts';
import { type ClassifierKnowledge, compileKnowledge } from './knowledge.ts';

const compiled = new WeakMap<Rubric, ClassifierKnowledge>();

/** The classifier's knowledge of a rubric, compiled once for each rubric. */
export function knowledgeOf(rubric: Rubric): ClassifierKnowledge {
  const known = compiled.get(rubric);
  if (known !== undefined) return known;
  const fresh = compileKnowledge(rubric.tracks, rubric.classifier);
  compiled.set(rubric, fresh);
  return fresh;
}
