import * as fs from 'node:fs';
import * as path from 'node:path';
import { readDescription } from '../../src/input/description/read-description.ts';
import { validateDescription } from '../../src/input/description/validate-description.ts';
import type { Description } from '../../src/model/description.ts';
import type { Outcome } from '../../src/model/diagnostic.ts';
import type { Criterion, Rubric } from '../../src/model/rubric.ts';
import { ROOT } from './rubric.ts';

/** A text as a description, or its problems. */
function describeText(text: string, rubric: Rubric, name = 'test.yaml'): Outcome<Description> {
  const read = readDescription({ name, content: text });
  return read.ok ? validateDescription(read.value, rubric, name) : read;
}

/** A shipped example. @throws Error with its problems. */
export function example(name: string, rubric: Rubric): Description {
  const file = `examples/${name}`;
  const description = describeText(fs.readFileSync(path.join(ROOT, file), 'utf8'), rubric, file);
  if (description.ok) return description.value;
  throw new Error(description.problems.map((problem) => `${file}:${problem.at?.line} ${problem.what}`).join('\n'));
}

/** The files of a folder of examples, by name. */
function filesIn(folder: string): readonly string[] {
  const entries = fs.readdirSync(path.join(ROOT, folder), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

/** The descriptions of projects. */
export function exampleNames(): readonly string[] {
  return filesIn('examples');
}

/** The descriptions of what buyers have without a chain, as `example` takes them. */
export function referenceNames(): readonly string[] {
  return filesIn('examples/references').map((name) => `references/${name}`);
}

/** The descriptions of offers that nobody can buy, as `example` takes them. */
export function endNames(): readonly string[] {
  return filesIn('examples/ends').map((name) => `ends/${name}`);
}

/** The criteria that were in the rubric on a day; an older description can't answer a newer one. */
export function listCriteriaOn(day: string, criteria: readonly Pick<Criterion, 'id' | 'since'>[]): readonly string[] {
  return criteria.flatMap(({ id, since }) => (since === null || since <= day ? [id] : []));
}
