import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { openRubricFolder } from '../cli/node-host.ts';
import { loadRubric } from '../input/rubric/load-rubric.ts';
import type { Classifier } from '../model/classifier.ts';
import type { Outcome } from '../model/diagnostic.ts';
import type { Rubric } from '../model/rubric.ts';
import { ROOT } from './run-built.ts';

// The list of public suffixes is required on demand, which a bundle can and a module cannot.
Object.assign(globalThis, { require: createRequire(import.meta.url) });

/** Everything that the weights of the classifier depend on. */
const TRAINING_INPUTS = ['rubrics/classifier', 'rubrics/tracks', 'src/classify', 'src/input/rubric', 'src/input/yaml'];

const CACHE = path.join(ROOT, 'node_modules/.cache/demandfit');

function digestTrainingInputs(): string {
  const hash = createHash('sha256');
  for (const folder of TRAINING_INPUTS) {
    const names = fs.readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort();
    for (const name of names) {
      const file = path.join(ROOT, folder, name);
      if (fs.statSync(file).isFile()) hash.update(`${name}\0`).update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** The shipped rubric set, checked. Training takes seconds, so a trained classifier is kept until one of its inputs changes. */
export function loadShippedRubric(): Outcome<Rubric> {
  const files = openRubricFolder(path.join(ROOT, 'rubrics'));
  const display = (name: string) => path.posix.join('rubrics', name);
  const cached = path.join(CACHE, `classifier-${digestTrainingInputs()}.json`);
  if (fs.existsSync(cached)) {
    const classifier: Classifier = JSON.parse(fs.readFileSync(cached, 'utf8'));
    return loadRubric(files, display, { files, rubric: { classifier } });
  }
  const loaded = loadRubric(files, display);
  if (!loaded.ok) return loaded;
  fs.mkdirSync(CACHE, { recursive: true });
  // Renamed, so that no other process reads half of it.
  fs.writeFileSync(`${cached}.${process.pid}`, JSON.stringify(loaded.value.classifier));
  fs.renameSync(`${cached}.${process.pid}`, cached);
  return loaded;
}
