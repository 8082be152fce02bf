import * as z from 'zod';
import { SCHEMA_VERSION } from '../../../model/schema-version.ts';

/** Names and descriptions that the JSON Schema shows; a schema with an `id` becomes a definition of its own. */
export const schemaRegistry = z.registry<{ id?: string; description?: string }>();

/** A share, 0 to 1. */
export const makeShareSchema = () => z.number().min(0).max(1);
/** Points or marks, 0 to 100. */
export const makePointsSchema = () => z.number().min(0).max(100);
export const makeTextsSchema = () => z.array(z.string());

export const level = z
  .literal([0, 1, 2, 3, 4])
  .register(schemaRegistry, { id: 'Level', description: 'A written level of a criterion, 4 is best.' });

export const rubricInfo = z.strictObject({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  origin: z.string(),
});

/** What every file of data says once. */
export const head = {
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  rubric: rubricInfo,
};

/** The three values that every figure comes in. */
export function makeBoundsSchema<T extends z.ZodType>(of: T) {
  return z.strictObject({ supported: of, claimed: of, possible: of });
}

const makeCountSchema = () => z.int().min(1);

export const span = z
  .strictObject({
    line: makeCountSchema(),
    column: makeCountSchema(),
    endLine: makeCountSchema(),
    endColumn: makeCountSchema(),
  })
  .register(schemaRegistry, {
    id: 'Span',
    description: 'Lines and columns count from 1, columns in UTF-16 units; the end is exclusive.',
  });

export const lowering = z.enum(['stale', 'undated', 'own-host', 'host-unknown', 'after-as-of']);

export const source = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    url: z.string(),
    kind: z.string(),
    date: z.string().nullable(),
    grade: z
      .string()
      .register(schemaRegistry, { description: 'The grade that it lends to this answer, after every lowering.' }),
    lowered: z.array(lowering),
    at: span.nullable(),
  })
  .register(schemaRegistry, { id: 'SourceUse', description: 'One source as one answer uses it.' });

export const yardstick = z
  .strictObject({
    id: z.string().nullable(),
    name: z.string(),
    value: z.number(),
    unit: z.string(),
    from: z.string().nullable(),
    source: z.strictObject({ title: z.string(), url: z.string(), grade: z.string() }).nullable(),
  })
  .register(schemaRegistry, {
    id: 'Yardstick',
    description: 'A figure that the project is compared with; `id` is null for one that the author named.',
  });

export const problem = z
  .strictObject({
    code: z.string(),
    file: z.string(),
    at: span.nullable(),
    what: z.string(),
    why: z.string(),
    fix: z.string(),
    suggestion: z.string().nullable(),
    related: z.strictObject({ at: span, what: z.string() }).nullable(),
  })
  .register(schemaRegistry, { id: 'Problem', description: 'Something wrong in a file that could not be scored.' });
