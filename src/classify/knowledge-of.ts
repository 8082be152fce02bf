import type { Classifier, Rubric } from '../model/rubric.ts';

/** The part of a rubric that `classify` reads. */
export function knowledgeOf(rubric: Rubric): Classifier {
  return rubric.classifier;
}
