import { validateDescription } from '../../../src/input/description/validate-description.ts';
import type { LocatedYaml } from '../../../src/input/yaml/located-yaml.ts';
import { readYaml } from '../../../src/input/yaml/read-yaml.ts';
import type { Description } from '../../../src/model/description.ts';
import type { Outcome } from '../../../src/model/diagnostic.ts';
import type { Rubric } from '../../../src/model/rubric.ts';
import { shippedRubric } from '../../support/rubric.ts';

export const rubric = shippedRubric();

/** The shipped rubric with an upper end for one figure, since none of its own has one. */
export const cappedRubric: Rubric = {
  ...rubric,
  criteria: rubric.criteria.map((entry) => (entry.id === 'revenue' ? { ...entry, maximum: 100 } : entry)),
};

/** The three keys that a description cannot do without. */
export const HEAD = 'name: Example\nsummary: A network.\nas_of: 2026-09-30\n';

/** A YAML text as a value with places. @throws Error where it is none, since these tests are about its shape. */
export function readText(text: string): LocatedYaml {
  const read = readYaml(text, { file: 'test.yaml' });
  if (read.ok) return read.value;
  throw new Error(read.problems.map((problem) => problem.what).join('\n'));
}

export function validateText(text: string, of: Rubric = rubric): Outcome<Description> {
  return validateDescription(readText(text), of, 'test.yaml');
}

/** A sound description. @throws Error with its problems. */
export function describeText(text: string): Description {
  const outcome = validateText(text);
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ at, what }) => `${at?.line}:${at?.column} ${what}`).join('\n'));
}

/** What is told of a text, in short. @throws Error where it is sound. */
export function toldOf(text: string, of: Rubric = rubric) {
  const outcome = validateText(text, of);
  if (outcome.ok) throw new Error('the description is sound');
  return outcome.problems.map(({ at, code, what, fix, suggestion }) => ({
    at: at === null ? null : [at.line, at.column, at.endLine, at.endColumn],
    code,
    what,
    fix,
    suggestion,
  }));
}

/** A text without its marks « and », and the place between them. */
export function marked(text: string) {
  const place = (mark: string) => {
    const before = text.replace(mark === '»' ? '«' : '', '').split(mark)[0] ?? '';
    const lines = before.split('\n');
    return [lines.length, (lines.at(-1) ?? '').length + 1];
  };
  return { text: text.replace(/[«»]/g, ''), at: [...place('«'), ...place('»')] };
}
