import * as z from 'zod';
import { parseFirstDay } from '../../model/day.ts';
import type { Level } from '../../model/level.ts';
import type { Condition, Requirement } from '../../model/rubric.ts';
import { classifierSettingsSchema, signalSchema } from './classifier-settings-schema.ts';

// The shape of each file of a rubric set. Only shape: what one entry says of another is checked in `check.ts`.

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'an id is lower-case words joined by - or _');
const ids = z.array(id);
const claims = ids.min(1);
const day = z.string().refine((value) => value.length === 10 && parseFirstDay(value) === value, 'a day is YYYY-MM-DD');
const date = z.string().refine((value) => parseFirstDay(value) !== null, 'a date is YYYY-MM-DD, YYYY-MM or YYYY-Qn');
const level = z.literal([0, 1, 2, 3, 4]) satisfies z.ZodType<Level>;
const points = z.number().min(0).max(100);
const optional = <T extends z.ZodType>(shape: T) => shape.nullable().default(null);

export const rubricFile = z.strictObject({
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is three numbers, such as 1.0.0'),
  title: text,
  scope: text,
  claims: text,
  rating_rules: z.array(z.strictObject({ id, title: text, means: text })).default([]),
  coverage_floor: z.number().min(0).max(1),
  bands: z.array(z.strictObject({ id, title: text, means: text, from: points })).min(2),
  robustness: z.strictObject({
    weight_band: z.int().min(0).max(100),
    mark_maps: z.array(z.strictObject({ id, title: text, marks: z.array(z.int().min(0).max(100)).length(5) })).min(1),
  }),
  effort_hours: z.strictObject({
    hours: z.int().positive(),
    days: z.int().positive(),
    weeks: z.int().positive(),
    months: z.int().positive(),
  }),
});

export const evidenceFile = z.strictObject({
  claims,
  grades: z.array(z.strictObject({ id, title: text, means: text, cap: level })).min(2),
  own_host_cap: id,
  class_shown_by: id,
  kinds: z.array(z.strictObject({ id, title: text, means: text, grade: id, live: z.boolean().default(false) })).min(1),
});

const levelText = z.strictObject({
  level,
  means: text,
  reaches: text,
  falls_short: text,
  option: optional(id),
  at_least: optional(z.number()),
});

const effort = z.enum(['hours', 'days', 'weeks', 'months']);

const criterion = z.strictObject({
  id,
  title: text,
  kind: id,
  question: text,
  why: text,
  claims,
  weight: z.int().min(0),
  weight_reason: text,
  needs: text,
  rules: optional(text),
  max_age_months: z.int().min(1),
  caps: z.record(id, level).default({}),
  caps_reason: optional(text),
  raise: text,
  effort: z.strictObject({ find_out: effort, raise: effort }),
  not_applicable: z.record(id, text).default({}),
  unit: optional(text),
  minimum: optional(z.number()),
  maximum: optional(z.number()),
  better: optional(z.enum(['lower', 'higher'])),
  levels: z.array(levelText).length(5),
});

export const dimensionFile = z.strictObject({
  id,
  title: text,
  order: z.int(),
  question: text,
  why: text,
  claims,
  criteria: z.array(criterion).min(1),
});

export const trackFile = z.strictObject({
  id,
  title: text,
  means: text,
  demand: text,
  claims,
  incumbents: z.array(text),
  deciding: z.strictObject({ criterion: id.nullable(), reason: text }),
  weights: z.record(id, z.strictObject({ weight: z.int().min(0), reason: text, claims })),
  models: z.array(z.strictObject({ id, title: text, means: text, signals: z.array(signalSchema) })).min(1),
});

const requirement: z.ZodType<Requirement> = z.lazy(() =>
  z.union([
    z.strictObject({ criterion: id, at_least: level }),
    z.strictObject({ all: z.array(requirement).min(1) }),
    z.strictObject({ any: z.array(requirement).min(1) }),
  ]),
);

const gateFields = {
  id,
  title: text,
  why: text,
  claims,
  cap: points,
  cap_reason: text,
  tracks: optional(ids.min(1)),
  passed: text,
  failed: text,
};

export const gatesFile = z.strictObject({
  gates: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('levels'), ...gateFields, require: requirement }),
      z.strictObject({
        kind: z.literal('break-even'),
        ...gateFields,
        ease: id,
        steps: z.array(z.number().positive()).length(5),
      }),
    ]),
  ),
});

const bound = z.enum(['supported', 'claimed', 'possible']);
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ gate: id, is: z.array(z.enum(['passed', 'failed', 'open', 'not-applicable'])).min(1) }),
    z.strictObject({ criterion: id, bound, below: z.int().min(1).max(4) }),
    z.strictObject({ criterion: id, bound, at_least: z.int().min(1).max(4) }),
    z.strictObject({ criterion: id, answered: z.boolean() }),
    z.strictObject({ track: ids.min(1) }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);

export const diagnosesFile = z.strictObject({
  diagnoses: z.array(
    z.strictObject({
      id,
      title: text,
      means: text,
      when: condition,
      route: z.enum(['adapt', 'persist']),
      advice: text,
      trigger: text,
      claims,
    }),
  ),
});

const reference = z.strictObject({ title: text, url: z.url(), date: optional(date), kind: id });

const duty = z.strictObject({
  id,
  title: text,
  article: text,
  text,
  binding: z.enum(['hard', 'voluntary']),
  dates: z.array(z.strictObject({ set_on: day, from: day, scope: text })),
  until: optional(day),
  tracks: z.record(id, z.strictObject({ level, reason: text })),
  ordinary_means: text,
});

export const regulationsFile = z.strictObject({
  regulations: z.array(
    z.strictObject({
      id,
      title: text,
      citation: text,
      jurisdiction: text,
      status: z.enum(['in-force', 'adopted', 'proposed', 'repealed', 'voluntary']),
      adopted: optional(day),
      in_force: optional(day),
      note: optional(text),
      sources: z.array(reference).min(1),
      duties: z.array(duty).min(1),
    }),
  ),
});

const named = z.strictObject({ id, title: text, means: text });

export const alternativesFile = z.strictObject({
  workloads: z.array(named),
  service_classes: z.array(named),
  alternatives: z.array(
    z.strictObject({
      id,
      name: text,
      criterion: id,
      track: id,
      workload: id,
      service_class: id,
      unit: text,
      better: z.enum(['lower', 'higher']),
      figures: z
        .array(z.strictObject({ value: z.number().positive(), from: day, derived: optional(text), source: reference }))
        .min(1),
      note: optional(text),
    }),
  ),
});

export const unitsFile = z.strictObject({
  units: z.array(
    z.strictObject({
      id: text,
      base: optional(text),
      times: z.number().positive().default(1),
      divided_by: z.number().positive().default(1),
      better: optional(z.enum(['lower', 'higher'])),
    }),
  ),
});

const words = z.array(text).min(1);
const values = z.record(text, z.number().positive());

export const statementsFile = z.strictObject({
  roles: z.strictObject({ customers: ids, revenue: ids, shares: ids, growth: ids }),
  abbreviations: words,
  currencies: z.array(
    z.strictObject({ id: text, signs: z.array(text), words, times: z.number().positive().default(1) }),
  ),
  magnitudes: z.array(z.strictObject({ times: z.number().positive(), words })),
  number_words: values,
  crowds: values,
  percents: words,
  multiples: values,
  repeats: values,
  comparatives: words,
  fractions: values,
  parts: values,
  prices: words,
  measures: z.array(z.strictObject({ of: id, times: z.number().positive(), words, alone: z.boolean().default(true) })),
  counts: words,
  qualities: words,
  labels: words,
  hedges: z.strictObject({ about: words, over: words, under: words }),
  rises: z.strictObject({ up: words, down: words }),
  edges: z.strictObject({ ahead: words, behind: words, less: words, more: words }),
  months: words,
  wishes: words,
  courtesies: words,
  rhetoric: words,
  finite: words,
  plans: words,
  common: words,
  subjects: z.record(id, words),
  customers: z.strictObject({
    nouns: words,
    before: words,
    verbs: words,
    past: words,
    acts: words,
    offices: words,
    paying: words,
    adverbs: words,
    paid: words,
    groups: words,
    not_names: words,
    forms: words,
  }),
  pronouns: words,
  us: words,
  project: words,
  laws: z.strictObject({
    names: z.record(id, words),
    kinds: words,
    articles: words,
    told: words,
    obliges: words,
    demands: words,
    later: words,
    soon: words,
  }),
  things: words,
  strong: z.array(
    z.strictObject({
      id,
      needs: id,
      reason: text,
      about: ids.min(1),
      from_level: level,
      wordings: words,
      not_with: z.array(text).default([]),
    }),
  ),
  negations: words,
  not_negations: words,
  openings: words,
  conditions: words,
  not_conditions: words,
  attributions: words,
  speakers: words,
  others: words,
  against: words,
  determiners: words,
  prepositions: words,
  clause_heads: words,
});

export const claimsFile = z.strictObject({
  source: z.strictObject({ title: text, authors: z.array(text).min(1), published: day, urls: z.array(z.url()).min(1) }),
  sections: z.record(id, text),
  claims: z.array(z.strictObject({ id, section: id, text, context: optional(text) })).min(1),
});

export const classifierFile = classifierSettingsSchema;

/** Texts of one label: a track's id, or `outside`. */
export const trainingTextsFile = z.strictObject({ id, texts: z.array(text).min(1) });

const range = z
  .tuple([points, points])
  .refine(([low, high]) => low <= high, { error: 'the range ends below its beginning', params: {} });

/** What an informed reader would conclude of each example. */
export const goldenCasesFile = z.strictObject({
  vectors: z
    .array(
      z.strictObject({
        example: text,
        verdict: id,
        cause: id,
        index: range,
        reason: text,
        elsewhere: optional(text),
        restated: optional(text),
      }),
    )
    .min(1),
});
