import { readBySchema } from '../input/problems/schema-problems.ts';
import { readYaml } from '../input/yaml/read-yaml.ts';
import { baselineFile } from '../model/check.ts';
import type { Outcome } from '../model/diagnostic.ts';
import type { Baseline } from './baseline.ts';

/** Reads a baseline, or reports what is wrong with it. */
export function readBaseline(text: string, file: string): Outcome<Baseline> {
  const read = readYaml(text, { file });
  if (!read.ok) return read;
  const data = readBySchema(baselineFile, read.value, file);
  return data.ok ? { ok: true, value: { files: data.value.files } } : data;
}
