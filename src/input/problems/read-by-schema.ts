import type { Outcome } from '../../model/diagnostic.ts';
import { accept, REFUSED } from '../../model/schema/accept.ts';
import type { Schema } from '../../model/schema/schema.ts';
import { toZod } from '../../model/schema/to-zod.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';
import { toSchemaProblems } from './schema-problems.ts';

/** The value of a file as its schema reads it, or every problem of it, in the order of the file. */
export function readBySchema<T>(schema: Schema<T>, places: LocatedYaml, file: string): Outcome<T> {
  const { value } = places;
  const accepted = accept(schema, value);
  if (accepted !== REFUSED) return { ok: true, value: accepted };
  const zod = toZod(schema);
  const parsed = zod.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: toSchemaProblems(parsed.error.issues, { file, value, schema: zod, places }) };
}
