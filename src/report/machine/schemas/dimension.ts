import * as z from 'zod';
import {
  level,
  makeBoundsSchema,
  makePointsSchema,
  makeShareSchema,
  makeTextsSchema,
  schemaRegistry,
  source,
  span,
  yardstick,
} from './parts.ts';

const item = z
  .strictObject({
    title: z.string(),
    claimed: level,
    supported: level,
    grade: z.string(),
    reason: z.string(),
    sources: z.array(source),
    note: z.string().nullable(),
    at: span.nullable(),
  })
  .register(schemaRegistry, { id: 'Item', description: 'One customer or duty of a list.' });

const comparison = z
  .strictObject({
    project: z.number(),
    unit: z.string(),
    better: z.enum(['lower', 'higher']),
    author: yardstick,
    ratio: z.number(),
    best: yardstick.nullable(),
    bestRatio: z.number().nullable(),
    workload: z.string().nullable(),
    serviceClass: z.string().nullable(),
  })
  .register(schemaRegistry, {
    id: 'Comparison',
    description: 'Ratios are in the better direction: above 1 the project is better.',
  });

const base = {
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  dimension: z.string(),
  question: z.string(),
  weight: z.number(),
  share: makeShareSchema().register(schemaRegistry, {
    description: 'Share of the whole index; 0 where the criterion does not apply.',
  }),
  claims: makeTextsSchema(),
  at: span.nullable(),
};

const lever = {
  raise: z.string(),
  effort: z.strictObject({ find_out: z.string(), raise: z.string() }),
};

const criterion = z
  .discriminatedUnion('status', [
    z.strictObject({ ...base, status: z.literal('not-applicable'), reason: z.string() }),
    z.strictObject({
      ...base,
      status: z.literal('unknown'),
      stated: z.boolean(),
      note: z.string().nullable(),
      levels: makeBoundsSchema(level),
      ...lever,
    }),
    z.strictObject({
      ...base,
      status: z.literal('answered'),
      said: z.string(),
      note: z.string().nullable(),
      levels: makeBoundsSchema(level),
      means: z.string(),
      grade: z.string(),
      cap: level,
      sources: z.array(source),
      disputedBy: z.array(source),
      items: z.array(item),
      comparison: comparison.nullable(),
      ...lever,
    }),
  ])
  .register(schemaRegistry, {
    id: 'Criterion',
    description: 'Answered, unknown or not applicable; the three never mix.',
  });

export const dimension = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    weight: makePointsSchema().register(schemaRegistry, { description: "The track's weight, of 100." }),
    reason: z.string(),
    supported: makePointsSchema(),
    claimed: makePointsSchema(),
    possible: makePointsSchema(),
    criteria: z.array(criterion),
  })
  .register(schemaRegistry, { id: 'Dimension', description: 'Marks, 0 to 100.' });
