import * as z from 'zod';
import { cause, gateChange } from './cause.ts';
import { names, points, share, texts } from './parts.ts';

const extreme = z.strictObject({ verdict: z.string(), title: z.string(), index: points() }).register(names, {
  id: 'Extreme',
  description: 'The lowest or the highest outcome over a set of readings: a band of the index, whatever the coverage.',
});

const extremes = z.strictObject({ worst: extreme, best: extreme });

export const certainty = z
  .strictObject({
    worst: extreme,
    best: extreme,
    certain: z.boolean(),
    byJudgement: extremes.register(names, { description: 'What only weights and mark maps move.' }),
    byFacts: extremes.register(names, { description: 'What only facts still to be learnt move.' }),
    weightBand: points().register(names, { description: 'Per cent of itself that each weight was moved by.' }),
    markMaps: texts(),
  })
  .register(names, {
    id: 'Certainty',
    description:
      'Worst and best verdict over every admissible weighting, every map of levels to marks and all that the answers could still turn out to be; exact.',
  });

const hours = () => z.int().min(0);

const howOften = z
  .strictObject({
    draws: z.int().min(1),
    seed: z.int().min(0),
    error: share().register(names, { description: 'Half the 95 per cent interval of a share, in the worst case.' }),
    shares: z.array(
      z.strictObject({
        verdict: z.string(),
        title: z.string(),
        share: share(),
        centralWeights: z.record(z.string(), points()).nullable(),
      }),
    ),
  })
  .register(names, {
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
    settles: share().register(names, { description: 'Of the open interval of the index, on average over its levels.' }),
    effort: z.string(),
    hours: hours(),
    needs: z.string(),
    ifLowest: openVerdicts,
    ifHighest: openVerdicts,
  })
  .register(names, { id: 'OpenQuestion', description: 'Something to find out, with what the answer would settle.' });

const level = () => z.int().min(0).max(4);
const none = z.strictObject({ status: z.literal('none'), reason: z.string() });

const steps = z.array(
  z.strictObject({
    criterion: z.string(),
    title: z.string(),
    from: level(),
    to: level(),
    kind: z.enum(['evidence', 'raise', 'find-out-and-raise', 'source', 'find-out']),
    ratio: z.number().nullable(),
    hours: hours(),
    how: z.string(),
  }),
);

const wayUp = z
  .discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('found'),
      verdict: z.string(),
      title: z.string(),
      hours: hours(),
      steps,
      index: points(),
    }),
    z.strictObject({ status: z.literal('to-a-verdict'), hours: hours(), steps, coverage: share() }),
    none,
  ])
  .register(names, {
    id: 'WayUp',
    description:
      'The way to the next band, or to a verdict where none can be given, that takes the least stated effort.',
  });

const loadBearing = z
  .discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('found'),
      size: z.int().min(1),
      sets: z.array(texts()),
      complete: z.boolean(),
    }),
    none,
  ])
  .register(names, { id: 'LoadBearing', description: 'The fewest answers whose falsity brings the verdict down.' });

const clockEntry = z
  .strictObject({
    day: z.string(),
    verdict: z.string(),
    index: points(),
    gates: z.array(gateChange),
    criteria: z.array(
      z.strictObject({ criterion: z.string(), title: z.string(), from: level(), to: level(), causes: z.array(cause) }),
    ),
  })
  .register(names, {
    id: 'ClockEntry',
    description: 'A day on which the verdict or a gate changes with no new fact.',
  });

export const explanation = z
  .strictObject({
    howOften,
    leftOut: z.array(
      z.strictObject({ criterion: z.string(), title: z.string(), verdict: z.string(), index: points() }),
    ),
    questions: z.array(question),
    wayUp,
    loadBearing,
    clock: z.array(clockEntry),
    clockEnds: z.string().nullable(),
  })
  .register(names, { id: 'Explanation', description: 'How sure the verdict is, in full, and what would change it.' });
