import * as z from 'zod';
import type { DiffJson } from '../../../model/diff.ts';
import { cause, gateChange } from './cause.ts';
import { ensureDescribes } from './ensure-describes.ts';
import {
  head,
  level,
  makeBoundsSchema,
  makePointsSchema,
  makeShareSchema,
  problem,
  rubricInfo,
  schemaRegistry,
} from './parts.ts';

const figure = z.strictObject({ points: z.number(), exact: z.string() }).register(schemaRegistry, {
  id: 'Figure',
  description: 'Points that add up: the nearest double, and the exact fraction.',
});

const verdict = z.strictObject({ id: z.string(), title: z.string() });

const endFields = {
  name: z.string(),
  offer: z.string().nullable(),
  file: z.string().nullable(),
  asOf: z.string(),
  track: z.string().nullable(),
  coverage: makeShareSchema().nullable(),
};

const end = z
  .discriminatedUnion('status', [
    z.strictObject({ ...endFields, status: z.literal('fit'), index: makeBoundsSchema(figure), verdict }),
    z.strictObject({ ...endFields, status: z.enum(['outside', 'reference']) }),
  ])
  .register(schemaRegistry, { id: 'DiffVersion', description: 'One of the two versions, as it was scored.' });

const state = z
  .discriminatedUnion('status', [
    z.strictObject({ status: z.literal('absent') }),
    z.strictObject({ status: z.literal('not-applicable'), reason: z.string() }),
    z.strictObject({ status: z.literal('unknown'), share: makeShareSchema(), levels: makeBoundsSchema(level) }),
    z.strictObject({
      status: z.literal('answered'),
      said: z.string(),
      grade: z.string(),
      share: makeShareSchema(),
      levels: makeBoundsSchema(level),
    }),
  ])
  .register(schemaRegistry, { id: 'CriterionState', description: 'What a criterion comes to before or after a part.' });

const cap = z.strictObject({ gate: z.string(), title: z.string(), cap: makePointsSchema() }).nullable();

const rule = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('band'),
      band: z.string(),
      title: z.string(),
      from: makePointsSchema().nullable(),
      to: makePointsSchema().nullable(),
    }),
    z.strictObject({ kind: z.literal('coverage-floor'), from: makeShareSchema(), to: makeShareSchema() }),
  ])
  .register(schemaRegistry, {
    id: 'VerdictRuleChange',
    description: 'A changed rule for the verdict of an index.',
  });

const part = z
  .strictObject({
    id: z.enum(['rubric', 'track', 'time', 'facts']),
    change: figure,
    verdict,
    criteria: z.array(
      z.strictObject({
        criterion: z.string(),
        title: z.string(),
        change: figure,
        before: state,
        after: state,
        causes: z.array(cause),
      }),
    ),
    gates: z.strictObject({
      change: figure,
      before: cap,
      after: cap,
      statuses: z.array(gateChange),
    }),
    rules: z.array(rule),
  })
  .register(schemaRegistry, { id: 'DiffPart', description: 'Its criteria and gates sum to its change, exactly.' });

const obstacle = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['outside', 'reference']), end: z.enum(['old', 'new']) }),
  z.strictObject({ kind: z.literal('no-track'), track: z.string() }),
  z.strictObject({ kind: z.literal('refused'), problems: z.array(problem) }),
]);

const diff = z
  .strictObject({
    before: end,
    after: end,
    split: z.discriminatedUnion('status', [
      z.strictObject({ status: z.literal('told'), change: figure, parts: z.array(part) }),
      z.strictObject({ status: z.literal('not-told'), because: z.array(obstacle) }),
    ]),
    scope: z.string(),
  })
  .register(schemaRegistry, {
    id: 'DescriptionDiff',
    description: 'The change between two versions of a description in parts that sum to it.',
  });

const file = z.strictObject({
  ...head,
  oldRubric: rubricInfo,
  change: diff.nullable(),
  problems: z.array(problem),
});

/** The JSON Schema (draft-07) of what `diff` writes as data. */
export function buildDiffJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(ensureDescribes<DiffJson, typeof file>(file, true), {
    target: 'draft-07',
    metadata: schemaRegistry,
  });
  return { ...schema, title: 'Diff file of demandfit' };
}
