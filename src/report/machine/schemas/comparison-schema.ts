import * as z from 'zod';
import type { ComparisonJson } from '../../../model/comparison.ts';
import { certainty } from './certainty.ts';
import { ensureDescribes } from './ensure-describes.ts';
import { gate } from './outcome.ts';
import {
  head,
  level,
  makeBoundsSchema,
  makePointsSchema,
  makeShareSchema,
  makeTextsSchema,
  problem,
  schemaRegistry,
} from './parts.ts';

const named = { name: z.string(), file: z.string().nullable() };
const makePlaceSchema = () => z.int().min(0);

const ranked = z
  .strictObject({
    ...named,
    offer: z.string().nullable(),
    track: z.string(),
    between: makeTextsSchema(),
    verdict: z.string(),
    verdictTitle: z.string(),
    verdictAtPossible: z.string(),
    certainty,
    coverage: makeShareSchema().register(schemaRegistry, {
      description: 'Share of weight whose answers have a source that counts.',
    }),
    gates: z.array(gate),
    index: makeBoundsSchema(makePointsSchema()),
    uncapped: makePointsSchema(),
    rank: z.int().min(1),
    shownRank: z.strictObject({ best: z.int().min(1), worst: z.int().min(1) }).register(schemaRegistry, {
      description: 'Best and worst rank of the supported index over all admissible weights.',
    }),
  })
  .register(schemaRegistry, {
    id: 'RankedProject',
    description: 'A project with its place; others are meant by their position in `ranked`, from 0.',
  });

const gap = z
  .strictObject({
    upper: makePlaceSchema(),
    lower: makePlaceSchema(),
    difference: z.number(),
    dimensions: z.array(z.strictObject({ id: z.string(), title: z.string(), points: z.number() })),
    gates: z.number(),
    decides: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('equal') }),
      z.strictObject({ kind: z.literal('dimension'), id: z.string() }),
      z.strictObject({ kind: z.literal('gates'), ids: makeTextsSchema() }),
    ]),
  })
  .register(schemaRegistry, {
    id: 'NeighbourGap',
    description: 'What lies between two neighbours; the points of the dimensions and the gates sum to the difference.',
  });

const side = z
  .strictObject({
    status: z.enum(['not-applicable', 'unknown', 'answered']),
    said: z.string().nullable(),
    levels: makeBoundsSchema(level).nullable(),
  })
  .register(schemaRegistry, { id: 'ComparedAnswer', description: 'What one description says on a criterion.' });

const swap = {
  verdict: z.string(),
  verdictTitle: z.string(),
  bands: z.int().nullable(),
  points: z.number(),
  uncapped: z.number(),
};

const same = z
  .strictObject({
    first: z.strictObject(named),
    second: z.strictObject(named),
    track: z.string(),
    trackDisagreement: z
      .strictObject({
        first: z.string().nullable(),
        second: z.string().nullable(),
        swap: z.strictObject(swap).nullable(),
      })
      .nullable(),
    disagreements: z.array(
      z.strictObject({ criterion: z.string(), title: z.string(), first: side, second: side, ...swap }),
    ),
    agreed: makePlaceSchema(),
  })
  .register(schemaRegistry, {
    id: 'DescriptionPair',
    description: 'Two descriptions of one project, beside each other.',
  });

const shown = z.strictObject({ supported: makePointsSchema(), possible: makePointsSchema() });

const beside = z
  .strictObject({
    project: makePlaceSchema(),
    reference: z.strictObject(named),
    track: z.string(),
    dimensions: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        project: shown,
        reference: shown,
        difference: z.number(),
        known: z
          .strictObject({ criteria: z.int().min(1), project: makePointsSchema(), reference: makePointsSchema() })
          .nullable(),
      }),
    ),
    apart: z.array(z.strictObject({ criterion: z.string(), title: z.string(), project: side, reference: side })),
  })
  .register(schemaRegistry, {
    id: 'ReferenceComparison',
    description: 'A project beside what its buyer has without a chain, over the questions that both can be asked.',
  });

const comparison = z
  .strictObject({
    asOf: z.string(),
    weights: z.record(z.string(), makePointsSchema()).nullable(),
    weightBand: makePointsSchema(),
    markMaps: makeTextsSchema(),
    bands: z
      .array(z.strictObject({ id: z.string(), title: z.string(), from: makePointsSchema() }))
      .register(schemaRegistry, { description: 'The bands of the index, best first.' }),
    ranked: z.array(ranked),
    outside: z.array(z.strictObject(named)),
    references: z.array(z.strictObject({ ...named, track: z.string() })),
    neighbours: z.array(gap),
    same: z.array(same),
    beside: z.array(beside),
    scope: z.string(),
  })
  .register(schemaRegistry, {
    id: 'Comparison',
    description: 'Several descriptions of one day beside each other, best first.',
  });

const file = z.strictObject({
  ...head,
  comparison,
  problems: z.array(problem),
});

/** The JSON Schema (draft-07) of what `compare` writes as data. */
export function buildComparisonJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(ensureDescribes<ComparisonJson, typeof file>(file, true), {
    target: 'draft-07',
    metadata: schemaRegistry,
  });
  return { ...schema, title: 'Comparison file of demandfit' };
}
