import { findNearest } from '../../input/problems/find-nearest.ts';
import { readBySchema } from '../../input/problems/schema-problems.ts';
import type { LocatedYaml } from '../../input/yaml/located-yaml.ts';
import { readYaml } from '../../input/yaml/read-yaml.ts';
import { type Outcome, type Problem, toProblem } from '../../model/diagnostic.ts';
import type { Rubric } from '../../model/rubric.ts';
import { REQUIRABLE_KEYS } from '../rules/answer-rules.ts';
import { type ConfigFile, type ConfigRequirements, configFile } from './config-schema.ts';

/** A config file with the places of its parts. */
export interface Config {
  readonly file: string;
  readonly data: ConfigFile;
  readonly places: LocatedYaml;
}

/** Reads a config, which is data and never run: YAML, of which JSON is a part. Ids of the rubric are left to `findUnknownIds`. */
export function readConfig(text: string, file: string): Outcome<Config> {
  const read = readYaml(text, { file });
  if (!read.ok) return read;
  const data = readBySchema(configFile, read.value, file);
  return data.ok ? { ok: true, value: { file, data: data.value, places: read.value } } : data;
}

/** Ids that a config names and the rubric does not have. */
export function findUnknownIds({ file, data, places }: Config, rubric: Rubric): readonly Problem[] {
  const unknown = (pointer: string, what: string, id: string, known: readonly string[]): readonly Problem[] => {
    if (known.includes(id)) return [];
    const problem = {
      code: 'config/unknown-id',
      at: pointer,
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
  const within = (asked: ConfigRequirements, base: string) => [
    ...(asked.minimum?.verdict === undefined
      ? []
      : unknown(`${base}/minimum/verdict`, 'verdict', asked.minimum.verdict, bands)),
    ...Object.keys(asked.minimum?.dimensions ?? {}).flatMap((id) =>
      unknown(`${base}/minimum/dimensions/${id}`, 'dimension', id, dimensions),
    ),
    ...(asked.required ?? []).flatMap((id, at) => unknown(`${base}/required/${at}`, 'criterion', id, answers)),
  ];
  return [...within(data, ''), ...(data.overrides ?? []).flatMap((entry, at) => within(entry, `/overrides/${at}`))];
}
