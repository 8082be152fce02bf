import { findNearest } from '../../input/problems/find-nearest.ts';
import { readBySchema } from '../../input/problems/schema-problems.ts';
import type { LocatedYaml } from '../../input/yaml/located-yaml.ts';
import { readYaml } from '../../input/yaml/read-yaml.ts';
import { type Problem, toProblem } from '../../model/diagnostic.ts';
import { getValueAt, toPointer, type ValuePath } from '../../model/pointer.ts';
import type { Rubric } from '../../model/rubric.ts';
import { REQUIRABLE_KEYS } from '../rules/answer-rules.ts';
import { RENAMED_RULES } from '../rules/registry.ts';
import { type ConfigFile, configFile } from './config-schema.ts';

/** A config file with the places of its parts. */
export interface Config {
  readonly file: string;
  readonly data: ConfigFile;
  readonly places: LocatedYaml;
}

/** A config, or what is wrong with its shape, with as much of it as could be read. */
export type ConfigRead =
  | { readonly ok: true; readonly value: Config }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly partial: Omit<Config, 'data'> | null };

/** What to do about a rule that there is not. */
function explainUnknownRule(path: ValuePath, rule: string): string | null {
  const renamed = RENAMED_RULES[rule];
  if (path.at(-1) !== 'rules') return null;
  return renamed === undefined
    ? '`demandfit list rules` shows the rules.'
    : `Write \`${renamed}\`, which replaces it and fires whether the gate fails or is not shown to pass.`;
}

/** Reads a config, which is data and never run: YAML, of which JSON is a part. Ids of the rubric are left to `findUnknownIds`. */
export function readConfig(text: string, file: string): ConfigRead {
  const read = readYaml(text, { file });
  if (!read.ok) return { ...read, partial: null };
  const places = read.value;
  const data = readBySchema(configFile, places, file, { hint: explainUnknownRule });
  return data.ok ? { ok: true, value: { file, data: data.value, places } } : { ...data, partial: { file, places } };
}

/** Ids that a config names and the rubric does not have. What has another shape than it should is left to `readConfig`. */
export function findUnknownIds({ file, places }: Omit<Config, 'data'>, rubric: Rubric): readonly Problem[] {
  const unknown = (path: ValuePath, what: string, id: unknown, known: readonly string[]): readonly Problem[] => {
    if (typeof id !== 'string' || known.includes(id)) return [];
    const problem = {
      code: 'config/unknown-id',
      at: toPointer(path),
      what: `unknown ${what} \`${id}\``,
      why: 'A requirement on an unknown id would never be checked.',
      fix: `Known: ${known.join(', ')}.`,
      suggestion: findNearest(id, known),
    };
    return [toProblem(problem, file, places.span)];
  };
  const bands = rubric.bands.map(({ id }) => id);
  const dimensions = rubric.dimensions.map(({ id }) => id);
  const answers = [...rubric.criteria.map(({ id }) => id), ...REQUIRABLE_KEYS];
  const valueAt = (path: ValuePath) => getValueAt(places.value, path);
  const keysAt = (path: ValuePath) => Object.keys(Object(valueAt(path)));
  const within = (base: ValuePath) => {
    const [minimum, required] = [
      [...base, 'minimum'],
      [...base, 'required'],
    ];
    return [
      ...unknown([...minimum, 'verdict'], 'verdict', valueAt([...minimum, 'verdict']), bands),
      ...keysAt([...minimum, 'dimensions']).flatMap((id) =>
        unknown([...minimum, 'dimensions', id], 'dimension', id, dimensions),
      ),
      ...keysAt(required).flatMap((at) => unknown([...required, at], 'criterion', valueAt([...required, at]), answers)),
    ];
  };
  return [...within([]), ...keysAt(['overrides']).flatMap((at) => within(['overrides', at]))];
}
