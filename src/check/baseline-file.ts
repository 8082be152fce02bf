import * as z from 'zod';
import { toSchemaProblems } from '../input/problems/schema-problems.ts';
import { readYaml } from '../input/yaml/read-yaml.ts';
import type { Outcome } from '../model/diagnostic.ts';
import type { Baseline } from './baseline.ts';

const baselineSchema = z.strictObject({
  schemaVersion: z.literal(1),
  files: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      index: z.number().min(0).max(100).nullable(),
      excused: z.array(z.strictObject({ rule: z.string(), subject: z.string(), fingerprint: z.string() })),
    }),
  ),
});

/** Reads a baseline, or tells what is wrong with it. */
export function readBaseline(text: string, file: string): Outcome<Baseline> {
  const read = readYaml(text, { file });
  if (!read.ok) return read;
  const parsed = baselineSchema.safeParse(read.value.value);
  if (parsed.success) return { ok: true, value: { files: parsed.data.files } };
  const context = { file, value: read.value.value, schema: baselineSchema, places: read.value };
  return { ok: false, problems: toSchemaProblems(parsed.error.issues, context) };
}

/** A baseline as a file holds it: JSON, in a total order. */
export function serializeBaseline({ files }: Baseline): string {
  return `${JSON.stringify({ schemaVersion: 1, files }, null, 2)}\n`;
}
