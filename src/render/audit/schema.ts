import * as z from 'zod';
import type { AuditFile, AuditFindingId, VectorsFile } from '../../model/audit.ts';
import { SCHEMA_VERSION } from '../../model/report.ts';
import { names, points, share, texts } from '../schema/parts.ts';

const ids = [
  'attack/deletion',
  'attack/padding',
  'attack/splitting',
  'attack/rewording',
  'attack/boasting',
  'level/unreachable',
  'criterion/constant',
  'weight/no-influence',
  'pair/same-evidence',
  'pair/correlated',
  'unit/unused',
  'workload/unused',
  'service-class/unused',
  'source-kind/unused',
  'alternative/not-applicable',
  'regulation/no-pull',
] as const satisfies readonly AuditFindingId[];

const findingId = z.enum(ids).register(names, { id: 'AuditFindingId' });
const count = () => z.int().min(0);

const head = {
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  rubric: z.strictObject({ id: z.string(), version: z.string(), title: z.string(), origin: z.string() }),
};

const audit = z.strictObject({
  descriptions: texts(),
  distinct: count().register(names, { description: 'Descriptions told apart by what they answer.' }),
  attacks: z.array(z.strictObject({ id: findingId, title: z.string(), tried: count(), raised: count() })),
  influence: z.array(
    z.strictObject({
      of: z.enum(['dimension', 'criterion']),
      id: z.string(),
      title: z.string(),
      nominal: share(),
      real: z
        .number()
        .nullable()
        .register(names, { description: 'Share of the variance of the index; null where it does not vary.' }),
    }),
  ),
  findings: z.array(
    z.strictObject({
      id: findingId,
      severity: z.enum(['error', 'warning']),
      subject: z.string(),
      what: z.string(),
      why: z.string(),
      fix: z.string(),
    }),
  ),
});

const outcome = z
  .strictObject({ verdict: z.string().nullable(), cause: z.string().nullable(), index: points().nullable() })
  .register(names, { id: 'Outcome', description: 'All null where no track applies.' });

const vectors = z.strictObject({
  checks: z.array(
    z.strictObject({
      example: z.string(),
      expected: z.strictObject({ verdict: z.string(), cause: z.string(), index: z.tuple([points(), points()]) }),
      found: outcome,
      differs: z.array(z.enum(['verdict', 'cause', 'index'])),
    }),
  ),
  moves: z
    .array(z.strictObject({ name: z.string(), before: outcome, after: outcome }))
    .nullable()
    .register(names, { description: 'What the set moves against the built-in one; null where it is that one.' }),
  unread: texts(),
});

const auditFile = z.strictObject({ ...head, audit }).register(names, { id: 'AuditFile' });
const vectorsFile = z.strictObject({ ...head, vectors }).register(names, { id: 'VectorsFile' });

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** The schema itself; compiles only while it describes exactly what the two files are. */
function describing<S extends z.ZodType>(schema: S, _same: Same<Frozen<z.infer<S>>, AuditFile | VectorsFile>): S {
  return schema;
}

/** The JSON Schema (draft-07) of what `rubric check` and `rubric vectors` print as `json`: closed objects. */
export function auditJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(describing(z.union([auditFile, vectorsFile]), true), {
    target: 'draft-07',
    metadata: names,
  });
  return { ...schema, title: 'Audit of a rubric by demandfit' };
}
