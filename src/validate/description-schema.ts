import * as z from 'zod';
import { kindOf } from '../kinds/registry.ts';
import { firstDay } from '../model/day.ts';
import type { Criterion, Dimension, Rubric } from '../model/rubric.ts';

const WHY_DATED = 'The age of evidence and the laws that apply are judged by it.';

const day = z
  .string()
  .refine((value) => value.length === 10 && firstDay(value) === value, {
    error: 'not a day of the calendar, written YYYY-MM-DD',
    params: {
      why: WHY_DATED,
      fix: 'Write a whole day, such as 2026-06-29; only sources may have a month or a quarter.',
    },
  })
  .meta({ description: 'A day, YYYY-MM-DD.', pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const date = z
  .string()
  .refine((value) => firstDay(value) !== null, {
    error: 'not a date of the calendar',
    params: { why: WHY_DATED, fix: 'Write a day (2026-06-29), a month (2026-06) or a quarter (2026-Q2).' },
  })
  .meta({ pattern: '^\\d{4}-(\\d{2}(-\\d{2})?|Q[1-4])$' })
  .nullable()
  .default(null);
const url = z.url({ protocol: /^https?$/ });
const line = z.string().trim().min(1);

function sourceShape(rubric: Rubric) {
  const kinds = rubric.evidence.kinds;
  return z.strictObject({
    title: line.meta({ description: 'What the document is called.' }),
    url: url.meta({ description: 'Where it can be read.' }),
    kind: z.enum(kinds.map((kind) => kind.id)).meta({
      description: `What the document is:\n${kinds.map((kind) => `${kind.id}: ${kind.means}`).join('\n')}`,
    }),
    published: date.meta({ description: 'The day, month or quarter that the document bears.' }),
    accessed: date.meta({ description: 'When a live document that bears no date was read.' }),
  });
}

/** An answer of any kind: `unknown`, `unknown` with a note, or what the kind asks for. */
function answerShape(criterion: Criterion, rubric: Rubric): z.ZodType {
  const unknown = z.literal('unknown').transform(() => ({ status: 'unknown' as const, note: null }));
  const unknownWithNote = z
    .strictObject({ answer: z.literal('unknown'), note: z.string().nullable().default(null) })
    .transform(({ note }) => ({ status: 'unknown' as const, note }));
  const given = kindOf(criterion.kind)
    .schema(criterion, rubric)
    .transform((value) => ({ status: 'answered' as const, value }));
  return z.union([given, unknown, unknownWithNote]).meta({ title: criterion.title, description: criterion.question });
}

function dimensionShape(dimension: Dimension, rubric: Rubric, answers: ReadonlyMap<string, z.ZodType>): z.ZodType {
  const fields = rubric.criteria.flatMap((criterion) => {
    const shape = criterion.dimension === dimension.id ? answers.get(criterion.id) : undefined;
    return shape === undefined ? [] : [[criterion.id, shape.optional()] as const];
  });
  return z
    .strictObject(Object.fromEntries(fields))
    .default({})
    .meta({ title: dimension.title, description: dimension.question });
}

const head = {
  name: line.meta({ description: 'The project.' }),
  offer: line
    .nullable()
    .default(null)
    .meta({ description: 'What a buyer can buy today; every answer is about this one offer.' }),
  summary: line.meta({
    description: 'What it sells and to whom, in plain words. The sub-track is classified from this.',
  }),
  website: url
    .nullable()
    .default(null)
    .meta({ description: "The project's own site; nothing on its host is independent evidence." }),
  own_hosts: z
    .array(line)
    .default([])
    .meta({ description: 'Further hosts, or host and path, that the project controls.' }),
  as_of: day.meta({ description: 'The day that this description is true for.' }),
};

export type DescriptionFile = z.infer<z.ZodObject<typeof head>> & {
  readonly track: string | null;
  readonly sources: Readonly<Record<string, z.infer<ReturnType<typeof sourceShape>>>>;
} & Readonly<Record<string, unknown>>;

/** The shape of a description and of each answer in it, derived from the rubric. */
export interface DescriptionSchema {
  /** Strict: an unknown key is a fault. */
  readonly whole: z.ZodType;
  /** By criterion id. */
  readonly answers: ReadonlyMap<string, z.ZodType>;
}

export function descriptionSchema(rubric: Rubric): DescriptionSchema {
  const answers = new Map(rubric.criteria.map((criterion) => [criterion.id, answerShape(criterion, rubric)]));
  const whole = z.strictObject({
    ...head,
    track: z
      .enum(rubric.tracks.map((track) => track.id))
      .nullable()
      .default(null)
      .meta({ description: 'What the author says it is.' }),
    sources: z
      .record(z.string().min(1), sourceShape(rubric))
      .default({})
      .meta({ description: 'Documents, by an id that answers cite.' }),
    ...Object.fromEntries(
      rubric.dimensions.map((dimension) => [dimension.id, dimensionShape(dimension, rubric, answers)]),
    ),
  });
  return { whole, answers };
}
