import * as z from 'zod';
import { RULE_IDS } from '../../../check/rules/registry.ts';
import type { WordedCheckFile } from '../check-json.ts';
import { ensureDescribes } from './ensure-describes.ts';
import { head, makeBoundsSchema, makePointsSchema, makeShareSchema, problem, schemaRegistry, span } from './parts.ts';

const makeCountSchema = () => z.int().min(0);

const setAside = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('comment'), reason: z.string(), until: z.string() }),
    z.strictObject({ by: z.literal('baseline') }),
  ])
  .register(schemaRegistry, { id: 'SetAside', description: 'Why a finding does not count.' });

const ruleId = z.enum(RULE_IDS).register(schemaRegistry, { id: 'RuleId' });

const finding = z
  .strictObject({
    id: ruleId,
    subject: z.string(),
    detail: z.record(z.string(), z.union([z.string(), z.number()])),
    at: span.nullable(),
    severity: z.enum(['warn', 'error']),
    fingerprint: z
      .string()
      .register(schemaRegistry, { description: 'Stands for the finding wherever its line moves.' }),
    setAside: setAside.nullable(),
    what: z.string(),
    why: z.string(),
    fix: z.string(),
  })
  .register(schemaRegistry, { id: 'CheckFinding', description: 'What a rule found in a description.' });

const checkedFile = z
  .strictObject({
    file: z.string(),
    name: z.string(),
    status: z.enum(['fit', 'outside', 'reference']),
    track: z.string().nullable(),
    verdict: z.string().nullable(),
    verdictTitle: z.string(),
    index: makeBoundsSchema(makePointsSchema()).nullable(),
    coverage: makeShareSchema().nullable(),
    off: z.array(ruleId).register(schemaRegistry, { description: 'Rules that the settings of the file leave out.' }),
    findings: z.array(finding),
  })
  .register(schemaRegistry, {
    id: 'CheckedFile',
    description: 'One description, checked. Without a fit it has no index.',
  });

const failure = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('errors'), count: makeCountSchema() }),
    z.strictObject({ kind: z.literal('warnings'), count: makeCountSchema(), most: makeCountSchema() }),
    z.strictObject({ kind: z.literal('unreadable'), count: makeCountSchema() }),
  ])
  .register(schemaRegistry, { id: 'Failure', description: 'Why the check did not pass.' });

const check = z.strictObject({
  files: z.array(checkedFile),
  counts: z.strictObject({
    error: makeCountSchema(),
    warn: makeCountSchema(),
    comment: makeCountSchema(),
    baseline: makeCountSchema(),
  }),
  stale: z
    .array(z.strictObject({ file: z.string(), rule: z.string(), subject: z.string() }))
    .register(schemaRegistry, { description: 'Entries of the baseline that nothing matches any more.' }),
  failures: z.array(failure).register(schemaRegistry, { description: 'Empty where the check passed.' }),
  config: z.string().nullable(),
  today: z.string().nullable(),
});

const file = z.strictObject({ ...head, check, problems: z.array(problem) });

/** The JSON Schema (draft-07) of what `check` prints as `json`: closed objects, one definition for each named part. */
export function buildCheckJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(ensureDescribes<WordedCheckFile, typeof file>(file, true), {
    target: 'draft-07',
    metadata: schemaRegistry,
  });
  return { ...schema, title: 'Check file of demandfit' };
}
