import * as z from 'zod';
import { cause, gateChange } from './cause.ts';
import { makePointsSchema, makeShareSchema, makeTextsSchema, schemaRegistry } from './parts.ts';

const extreme = z
  .strictObject({ verdict: z.string(), title: z.string(), index: makePointsSchema() })
  .register(schemaRegistry, {
    id: 'Extreme',
    description:
      'The lowest or the highest outcome over a set of readings: a band of the index, whatever the coverage.',
  });

const extremes = z.strictObject({ worst: extreme, best: extreme });

export const certainty = z
  .strictObject({
    worst: extreme,
    best: extreme,
    certain: z.boolean(),
    byJudgement: extremes.register(schemaRegistry, { description: 'What only weights and mark maps move.' }),
    byFacts: extremes.register(schemaRegistry, { description: 'What only facts still to be learnt move.' }),
    weightBand: makePointsSchema().register(schemaRegistry, {
      description: 'Per cent of itself that each weight was moved by.',
    }),
    markMaps: makeTextsSchema(),
  })
  .register(schemaRegistry, {
    id: 'Certainty',
    description:
      'Worst and best verdict over every admissible weighting, every map of levels to marks and all that the answers could still turn out to be; exact.',
  });

const makeHoursSchema = () => z.int().min(0);

const howOften = z
  .strictObject({
    draws: z.int().min(1),
    seed: z.int().min(0),
    error: makeShareSchema().register(schemaRegistry, {
      description: 'Half the 95 per cent interval of a share, in the worst case.',
    }),
    shares: z.array(
      z.strictObject({
        verdict: z.string(),
        title: z.string(),
        share: makeShareSchema(),
        centralWeights: z.record(z.string(), makePointsSchema()).nullable(),
      }),
    ),
  })
  .register(schemaRegistry, {
    id: 'HowOften',
    description: 'Category acceptability (SMAA): the share of draws of each verdict; no probability of success.',
  });

const openVerdicts = z.strictObject({ worst: z.string(), best: z.string() });

const question = z
  .strictObject({
    criterion: z.string(),
    title: z.string(),
    question: z.string(),
    kind: z.enum(['unknown', 'weak']),
    settles: makeShareSchema().register(schemaRegistry, {
      description: 'Of the open interval of the index, on average over its levels.',
    }),
    effort: z.string(),
    hours: makeHoursSchema(),
    needs: z.string(),
    ifLowest: openVerdicts,
    ifHighest: openVerdicts,
  })
  .register(schemaRegistry, {
    id: 'OpenQuestion',
    description: 'Something to find out, with what the answer would settle.',
  });

const makeLevelSchema = () => z.int().min(0).max(4);
const none = z.strictObject({ status: z.literal('none'), reason: z.string() });

const steps = z.array(
  z.strictObject({
    criterion: z.string(),
    title: z.string(),
    from: makeLevelSchema(),
    to: makeLevelSchema(),
    kind: z.enum(['evidence', 'raise', 'find-out-and-raise', 'source', 'find-out']),
    ratio: z.number().nullable(),
    hours: makeHoursSchema(),
    how: z.string(),
  }),
);

const wayUp = z
  .discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('found'),
      verdict: z.string(),
      title: z.string(),
      hours: makeHoursSchema(),
      steps,
      index: makePointsSchema(),
    }),
    z.strictObject({ status: z.literal('to-a-verdict'), hours: makeHoursSchema(), steps, coverage: makeShareSchema() }),
    none,
  ])
  .register(schemaRegistry, {
    id: 'WayUp',
    description:
      'The way to the next band, or to a verdict where none can be given, that takes the least stated effort.',
  });

const loadBearing = z
  .discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('found'),
      size: z.int().min(1),
      sets: z.array(makeTextsSchema()),
      complete: z.boolean(),
    }),
    none,
  ])
  .register(schemaRegistry, {
    id: 'LoadBearing',
    description: 'The fewest answers whose falsity brings the verdict down.',
  });

const clockEntry = z
  .strictObject({
    day: z.string(),
    verdict: z.string(),
    index: makePointsSchema(),
    gates: z.array(gateChange),
    criteria: z.array(
      z.strictObject({
        criterion: z.string(),
        title: z.string(),
        from: makeLevelSchema(),
        to: makeLevelSchema(),
        causes: z.array(cause),
      }),
    ),
  })
  .register(schemaRegistry, {
    id: 'ClockEntry',
    description: 'A day on which the verdict or a gate changes with no new fact.',
  });

export const explanation = z
  .strictObject({
    howOften,
    leftOut: z.array(
      z.strictObject({ criterion: z.string(), title: z.string(), verdict: z.string(), index: makePointsSchema() }),
    ),
    questions: z.array(question),
    wayUp,
    loadBearing,
    clock: z.array(clockEntry),
    clockEnds: z.string().nullable(),
  })
  .register(schemaRegistry, {
    id: 'Explanation',
    description: 'How sure the verdict is, in full, and what would change it.',
  });
