import * as z from 'zod';
import { SEVERITIES } from '../../model/check.ts';
import { RULE_IDS } from '../rules/registry.ts';

/** A figure under 1 is nearly always a share that should be points. */
const FRACTION = {
  error: 'it is a share, and the scale is 0 to 100',
  params: {
    why: 'One scale for every figure: read as points, a share would ask for next to nothing.',
    fix: 'Write 70 where 0.7 is meant, or 0 where nothing is asked for.',
  },
};

/** Points, marks or per cent, 0 to 100. A figure between 0 and 1 is a share by mistake. */
const pointsSchema = z
  .number()
  .min(0)
  .max(100)
  .refine((value) => value === 0 || value >= 1, FRACTION)
  .meta({ description: 'From 0 to 100.' });

const patternsSchema = z.array(z.string().min(1));

const requirementFields = {
  rules: z.partialRecord(z.enum(RULE_IDS), z.enum(SEVERITIES)).optional().meta({
    description: 'What a rule does where it finds something: off, warn or error. `demandfit list rules` shows them.',
  }),
  minimum: z
    .strictObject({
      index: pointsSchema.optional().meta({ description: 'Of the supported index.' }),
      verdict: z.string().optional().meta({ description: 'The id of a band.' }),
      coverage: pointsSchema.optional().meta({ description: 'Per cent of the weight whose answers have a source.' }),
      dimensions: z
        .record(z.string(), pointsSchema)
        .optional()
        .meta({ description: 'Of the supported mark, by dimension.' }),
    })
    .optional(),
  required: z
    .array(z.string())
    .optional()
    .meta({ description: 'Criteria that have to be answered; offer, website, track.' }),
};

export const configSchema = z
  .strictObject({
    $schema: z.string().optional(),
    files: patternsSchema.optional().meta({ description: 'What is checked where the command names nothing.' }),
    exclude: patternsSchema.optional().meta({ description: 'What is left out of folders and patterns.' }),
    rubric: z.string().min(1).optional().meta({ description: 'The folder of a rubric set of your own.' }),
    baseline: z.string().min(1).optional().meta({ description: 'The file that excuses what was there before.' }),
    fail_severity: z.enum(['warn', 'error', 'never']).optional(),
    max_warnings: z.int().min(0).optional(),
    min_severity: z.enum(['warn', 'error']).optional(),
    ...requirementFields,
    overrides: z.array(z.strictObject({ files: patternsSchema.min(1), ...requirementFields })).optional(),
  })
  .meta({ description: 'Settings of demandfit check. Names of files are relative to this one.' });

/** A config file as written. */
export type ConfigFile = z.infer<typeof configSchema>;

/** What a config asks of files, for all of them or for some. */
export type ConfigRequirements = Pick<ConfigFile, 'rules' | 'minimum' | 'required'>;

/** The JSON Schema (draft-07) of a config file. */
export function buildConfigJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(configSchema, { target: 'draft-07', io: 'input' });
  return { ...schema, title: 'Configuration of demandfit' };
}
