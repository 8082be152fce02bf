import * as z from 'zod';
import type { ClassifierSettings } from '../model/rubric.ts';

const sentence = z.string().trim().min(1);
const share = z.number().min(0).max(1);
const name = z.string().regex(/^[a-z][a-z0-9-]*$/u);

/** One `{ term, weight }`: an integer weight that is not 0; below 0 it speaks against. */
export const signalSchema = z.strictObject({
  term: z.string().trim().min(1),
  weight: z
    .int()
    .min(-20)
    .max(20)
    .refine((weight) => weight !== 0, 'A weight of 0 says nothing.'),
});

/** The form of `rubrics/classifier.yaml`; whether terms and names hold is for `compileKnowledge`. */
export const classifySettingsSchema: z.ZodType<ClassifierSettings> = z.strictObject({
  window: z.int().min(0).max(30),
  saturation: z.number().min(0).max(10),
  temperature: z.strictObject({ base: z.number().positive(), per_point: z.number().min(0) }),
  undecided_margin: share,
  groups: z.record(name, z.array(z.string().trim().min(1)).min(1)),
  evidence: z.record(name, z.strictObject({ full: z.number().positive(), signals: z.array(signalSchema).min(1) })),
  needs: z.array(z.strictObject({ tracks: z.array(name).min(1), evidence: name, floor: share, reason: sentence })),
  outside: z.strictObject({
    bias: z.strictObject({
      least: z.number().positive(),
      most: z.number().positive(),
      half_way: z.number().positive(),
    }),
    eased_by: z
      .array(z.strictObject({ evidence: z.array(name).min(1), share, reason: sentence }))
      .refine(
        (list) => list.reduce((sum, easing) => sum + easing.share, 0) < 1,
        'The shares must leave some of the bias.',
      ),
    signals: z.array(signalSchema),
  }),
});
