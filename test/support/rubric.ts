import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import type { Rubric } from '../../src/model/rubric.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The shipped rubric, loaded and checked. */
export function shippedRubric(): Rubric {
  return inject('rubric');
}
