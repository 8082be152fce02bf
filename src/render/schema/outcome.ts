import * as z from 'zod';
import { FINDING_IDS } from '../../model/report.ts';
import { bounds, level, names, points, share, span, texts, yardstick } from './parts.ts';

export const gate = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    status: z.enum(['passed', 'failed', 'open', 'not-applicable']),
    says: z.string(),
    cap: points(),
    binds: z.boolean(),
    passes: bounds(z.boolean()).nullable(),
    claims: texts(),
  })
  .register(names, {
    id: 'Gate',
    description: 'Where it fails, the index is at most its cap; it binds where that lowers the supported index.',
  });

const ratio = z.strictObject({ value: z.number(), below: z.boolean() }).register(names, {
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
      ease: bounds(level),
      needed: bounds(z.number()),
      shown: bounds(ratio.nullable()),
      against: yardstick.nullable(),
    }),
  ])
  .register(names, {
    id: 'BreakEven',
    description: 'The multiple shown against the multiple that the ease of switching asks for.',
  });

export const fit = z
  .strictObject({
    supported: points(),
    claimed: points(),
    possible: points(),
    uncapped: points(),
    uncappedClaimed: points(),
    uncappedPossible: points(),
  })
  .register(names, { id: 'Fit', description: 'The fit index after gates, and before them.' });

export const diagnosis = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    means: z.string(),
    route: z.enum(['adapt', 'persist']),
    advice: z.string(),
    trigger: z.string(),
    claims: texts(),
  })
  .register(names, { id: 'Diagnosis', description: 'A cause, the route that it suggests and the trigger to watch.' });

export const classification = z
  .strictObject({
    status: z.enum(['decided', 'undecided', 'outside', 'skipped']),
    track: z.string().nullable(),
    model: z.string().nullable(),
    between: texts(),
    close: z
      .string()
      .nullable()
      .register(names, { description: 'What the margin leaves close behind the first where it is not undecided.' }),
    ranked: z.array(z.strictObject({ track: z.string(), share: share() })),
    margin: share(),
    words: z.array(z.strictObject({ text: z.string(), track: z.string(), weight: z.number() })),
    declared: z.string().nullable(),
    setTo: z
      .string()
      .nullable()
      .register(names, { description: 'The track that the caller set; null where none was.' }),
    scoredAs: z.string().nullable(),
  })
  .register(names, {
    id: 'Classification',
    description: 'What the summary says of the track, what is declared, what the caller set, and what was scored.',
  });

export const otherTrack = z
  .strictObject({
    track: z.string(),
    because: z.enum(['undecided', 'disagreement']),
    supported: points(),
    claimed: points(),
    possible: points(),
    verdict: z.string(),
  })
  .register(names, { id: 'OtherTrack', description: "The outcome under a track other than the headline's." });

export const finding = z
  .strictObject({
    id: z.enum(FINDING_IDS),
    subject: z.string(),
    detail: z.record(z.string(), z.union([z.string(), z.number()])),
    at: span.nullable(),
  })
  .register(names, { id: 'Finding', description: 'Something that a check reports.' });

export const lever = z
  .strictObject({
    criterion: z.string(),
    title: z.string(),
    kind: z.enum(['find-out', 'evidence', 'raise', 'raise-and-show']),
    points: points(),
    effort: z.string(),
    how: z.string(),
  })
  .register(names, {
    id: 'Lever',
    description:
      'Points are those that it adds to the supported index before gates: at most for find-out, one level for raise.',
  });
