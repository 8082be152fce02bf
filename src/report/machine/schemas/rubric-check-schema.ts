import * as z from 'zod';
import type { AuditFindingId, AuditJson, GoldenCasesJson } from '../../../model/rubric-audit.ts';
import { ensureDescribes } from './ensure-describes.ts';
import { head, makePointsSchema, makeTextsSchema, schemaRegistry } from './parts.ts';

const ids = [
  'level/unreachable',
  'criterion/constant',
  'pair/same-evidence',
  'pair/correlated',
  'unit/unused',
  'workload/unused',
  'service-class/unused',
  'source-kind/unused',
  'alternative/not-applicable',
  'regulation/no-pull',
] as const satisfies readonly AuditFindingId[];

const findingId = z.enum(ids).register(schemaRegistry, { id: 'AuditFindingId' });
const makeCountSchema = () => z.int().min(0);

const audit = z.strictObject({
  descriptions: makeTextsSchema(),
  distinct: makeCountSchema().register(schemaRegistry, {
    description: 'Number of descriptions that differ in what they answer.',
  }),
  findings: z.array(
    z.strictObject({
      id: findingId,
      subject: z.string(),
      what: z.string(),
      why: z.string(),
      fix: z.string(),
    }),
  ),
});

const outcome = z
  .strictObject({ verdict: z.string().nullable(), cause: z.string().nullable(), index: makePointsSchema().nullable() })
  .register(schemaRegistry, { id: 'Outcome', description: 'All null where no track applies.' });

const vectors = z.strictObject({
  checks: z.array(
    z.strictObject({
      example: z.string(),
      expected: z.strictObject({
        verdict: z.string(),
        cause: z.string(),
        index: z.tuple([makePointsSchema(), makePointsSchema()]),
      }),
      found: outcome,
      differs: z.array(z.enum(['verdict', 'cause', 'index'])),
    }),
  ),
  moves: z
    .array(z.strictObject({ name: z.string(), before: outcome, after: outcome }))
    .nullable()
    .register(schemaRegistry, {
      description: 'What the set moves against the built-in one; null where it is that one.',
    }),
  unread: makeTextsSchema(),
});

const auditFile = z.strictObject({ ...head, audit }).register(schemaRegistry, { id: 'AuditFile' });
const vectorsFile = z.strictObject({ ...head, vectors }).register(schemaRegistry, { id: 'VectorsFile' });

/** The JSON Schema (draft-07) of what `rubric check` and `rubric vectors` print as `json`: closed objects. */
export function buildAuditJsonSchema(): Record<string, unknown> {
  const either = z.union([auditFile, vectorsFile]);
  const schema = z.toJSONSchema(ensureDescribes<AuditJson | GoldenCasesJson, typeof either>(either, true), {
    target: 'draft-07',
    metadata: schemaRegistry,
  });
  return { ...schema, title: 'Audit of a rubric by demandfit' };
}
