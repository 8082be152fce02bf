import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openRubricFolder } from '../../src/cli/node-host.ts';
import { loadRubric } from '../../src/input/rubric/load-rubric.ts';
import type { Rubric } from '../../src/model/rubric.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** All that the loaded rubric follows from: the data, and the code that reads it and trains the classifier. */
const INPUTS = ['rubrics', 'seeds', 'src/classify', 'src/criteria', 'src/input', 'src/model'] as const;

function hashInputs(): string {
  const hash = createHash('sha256');
  for (const folder of INPUTS) {
    const names = fs.readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort();
    for (const name of names.filter((file) => /\.(?:ts|yaml)$/.test(file)))
      hash.update(`${folder}/${name}\0`).update(fs.readFileSync(path.join(ROOT, folder, name)));
  }
  return hash.digest('hex').slice(0, 32);
}

function loadShipped(): Rubric {
  const loaded = loadRubric(openRubricFolder(path.join(ROOT, 'rubrics')), (name) => `rubrics/${name}`);
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.problems.map((p) => `${p.file}: ${p.what}`).join('\n'));
}

/**
 * The shipped rubric, loaded and checked. Training the classifier takes seconds, so the test files share one copy, which is
 * loaded again as soon as any of its inputs changes.
 */
export function shippedRubric(): Rubric {
  const cached = path.join(os.tmpdir(), `demandfit-rubric-${hashInputs()}.json`);
  if (fs.existsSync(cached)) return JSON.parse(fs.readFileSync(cached, 'utf8')) as Rubric;
  const rubric = loadShipped();
  const own = `${cached}.${process.pid}`;
  fs.writeFileSync(own, JSON.stringify(rubric));
  fs.renameSync(own, cached);
  return rubric;
}
