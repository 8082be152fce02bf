import * as z from 'zod';
import { REPORT_RULE_IDS } from '../../../check/rules/registry.ts';
import {
  level,
  makeBoundsSchema,
  makePointsSchema,
  makeShareSchema,
  makeTextsSchema,
  schemaRegistry,
  span,
  yardstick,
} from './parts.ts';

export const gate = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    status: z.enum(['passed', 'failed', 'open', 'not-applicable']),
    says: z.string(),
    cap: makePointsSchema(),
    binds: z.boolean(),
    passes: makeBoundsSchema(z.boolean()).nullable(),
    claims: makeTextsSchema(),
  })
  .register(schemaRegistry, {
    id: 'Gate',
    description: 'Where it fails, the index is at most its cap; it binds where that lowers the supported index.',
  });

const ratio = z.strictObject({ value: z.number(), below: z.boolean() }).register(schemaRegistry, {
  id: 'Ratio',
  description: 'Where `below` is true the ratio counts as anything under `value`, which is not reached.',
});

export const breakEven = z
  .discriminatedUnion('status', [
    z.strictObject({ status: z.literal('not-applicable'), reason: z.string() }),
    z.strictObject({
      status: z.literal('compared'),
      gate: z.string(),
      criterion: z.string(),
      ease: makeBoundsSchema(level),
      needed: makeBoundsSchema(z.number()),
      shown: makeBoundsSchema(ratio.nullable()),
      against: yardstick.nullable(),
    }),
  ])
  .register(schemaRegistry, {
    id: 'BreakEven',
    description: 'The multiple shown against the multiple that the ease of switching asks for.',
  });

export const fit = z
  .strictObject({
    supported: makePointsSchema(),
    claimed: makePointsSchema(),
    possible: makePointsSchema(),
    uncapped: makePointsSchema(),
    uncappedClaimed: makePointsSchema(),
    uncappedPossible: makePointsSchema(),
  })
  .register(schemaRegistry, { id: 'Fit', description: 'The fit index after gates, and before them.' });

export const diagnosis = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    means: z.string(),
    route: z.enum(['adapt', 'persist']),
    advice: z.string(),
    trigger: z.string(),
    claims: makeTextsSchema(),
  })
  .register(schemaRegistry, {
    id: 'Diagnosis',
    description: 'A cause, the route that it suggests and the trigger to watch.',
  });

export const classification = z
  .strictObject({
    status: z.enum(['decided', 'undecided', 'outside', 'skipped']),
    track: z.string().nullable(),
    model: z.string().nullable(),
    between: makeTextsSchema(),
    close: z.string().nullable().register(schemaRegistry, {
      description: 'What the margin leaves close behind the first where it is not undecided.',
    }),
    ranked: z.array(z.strictObject({ track: z.string(), share: makeShareSchema() })),
    margin: makeShareSchema(),
    words: z.array(z.strictObject({ text: z.string(), track: z.string(), weight: z.number() })),
    declared: z.string().nullable(),
    setTo: z
      .string()
      .nullable()
      .register(schemaRegistry, { description: 'The track that the caller set; null where none was.' }),
    scoredAs: z.string().nullable(),
  })
  .register(schemaRegistry, {
    id: 'Classification',
    description: 'What the summary says of the track, what is declared, what the caller set, and what was scored.',
  });

export const otherTrack = z
  .strictObject({
    track: z.string(),
    because: z.enum(['undecided', 'disagreement']),
    supported: makePointsSchema(),
    claimed: makePointsSchema(),
    possible: makePointsSchema(),
    verdict: z.string(),
  })
  .register(schemaRegistry, { id: 'OtherTrack', description: "The outcome under a track other than the headline's." });

export const finding = z
  .strictObject({
    id: z.enum(REPORT_RULE_IDS),
    subject: z.string(),
    detail: z.record(z.string(), z.union([z.string(), z.number()])),
    at: span.nullable(),
  })
  .register(schemaRegistry, { id: 'Finding', description: 'Something that a check reports.' });

export const lever = z
  .strictObject({
    criterion: z.string(),
    title: z.string(),
    kind: z.enum(['find-out', 'evidence', 'raise', 'raise-and-show']),
    points: makePointsSchema(),
    effort: z.string(),
    how: z.string(),
  })
  .register(schemaRegistry, {
    id: 'Lever',
    description:
      'Points are those that it adds to the supported index before gates: at most for find-out, one level for raise.',
  });
