import * as z from 'zod';
import type { AnySchema } from './schema.ts';
import { toZod } from './to-zod.ts';

type JsonSchema = Record<string, unknown>;

/**
 * The JSON Schema (draft-07) of a file: closed objects, one definition for each named shape. `io` says whether defaults may be missing,
 * as in what is read; `known` adds what only the caller knows to a definition, by its name.
 */
export function toJsonSchema(
  shape: AnySchema,
  title: string,
  {
    io = 'output',
    known = {},
  }: { readonly io?: 'input' | 'output'; readonly known?: Readonly<Record<string, JsonSchema>> } = {},
): JsonSchema {
  const schema = z.toJSONSchema(toZod(shape), {
    target: 'draft-07',
    io,
    override: ({ zodSchema, jsonSchema }) =>
      Object.assign(jsonSchema, known[z.globalRegistry.get(zodSchema)?.id ?? '']),
  });
  return { ...schema, title };
}
