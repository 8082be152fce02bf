import type { TestProject } from 'vitest/node';
import { loadShippedRubric } from '../../src/build/load-shipped-rubric.ts';
import type { Rubric } from '../../src/model/rubric.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly rubric: Rubric;
  }
}

/** Loads the shipped rubric for all test files: each would take seconds for it. */
export default function setup({ provide }: TestProject): void {
  const loaded = loadShippedRubric();
  if (!loaded.ok)
    throw new Error(loaded.problems.map((p) => `${p.file}:${p.at?.line}:${p.at?.column} ${p.what}`).join('\n'));
  provide('rubric', loaded.value);
}
