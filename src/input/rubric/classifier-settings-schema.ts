import * as z from 'zod';
import type { ClassifierSettings } from '../../model/rubric.ts';

const share = z.number().min(0).max(1);
const name = z.string().regex(/^[a-z][a-z0-9-]*$/u);
const phrase = z.string().trim().min(1);

/** One `{ term, weight }`: an integer weight that is not 0; below 0 it speaks against. */
export const signalSchema = z.strictObject({
  term: phrase,
  weight: z
    .int()
    .min(-20)
    .max(20)
    .refine((weight) => weight !== 0, 'A weight of 0 says nothing.'),
});

/** The form of `rubrics/classifier/classifier.yaml`. */
export const classifierSettingsSchema: z.ZodType<ClassifierSettings> = z.strictObject({
  most_words: z.int().min(1).max(10_000),
  opening: z.strictObject({ words: z.int().min(0).max(10_000), times: z.number().min(1).max(100) }),
  doubt: z.number().min(0).max(100),
  temperature: z.number().positive(),
  undecided_margin: share,
  learning: z.strictObject({
    least_texts: z.int().min(1),
    rounds: z.int().min(1).max(100),
    rate: z.number().positive().max(100),
    penalty: share,
    counts: share,
  }),
  concepts: z.record(name, z.array(phrase).min(1)),
  tallies: z.record(
    name,
    z.strictObject({
      concepts: z.array(name).min(1),
      most: z.int().min(1).max(20),
      least: z.int().min(1).max(10_000),
      long: z.int().min(1).max(10_000),
      value: z.number().positive().max(100),
      none: phrase,
    }),
  ),
});
