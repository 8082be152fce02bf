import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openRubricFolder } from '../../src/cli/node-host.ts';
import { loadRubric } from '../../src/input/rubric/load-rubric.ts';
import type { Rubric } from '../../src/model/rubric.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The shipped rubric, loaded and checked. */
export function shippedRubric(): Rubric {
  const loaded = loadRubric(openRubricFolder(path.join(ROOT, 'rubrics')), (name) => `rubrics/${name}`);
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.problems.map((p) => `${p.file}:${p.at?.line}:${p.at?.column} ${p.what}`).join('\n'));
}
