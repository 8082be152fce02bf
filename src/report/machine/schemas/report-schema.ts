import * as z from 'zod';
import type { ReportJson } from '../../../model/report.ts';
import { certainty, explanation } from './certainty.ts';
import { dimension } from './dimension.ts';
import { ensureDescribes } from './ensure-describes.ts';
import { breakEven, classification, diagnosis, finding, fit, gate, lever, otherTrack } from './outcome.ts';
import { head, makePointsSchema, makeShareSchema, problem, schemaRegistry } from './parts.ts';

const report = z
  .strictObject({
    project: z.strictObject({
      name: z.string(),
      offer: z.string().nullable(),
      website: z.string().nullable(),
      file: z.string().nullable(),
    }),
    reference: z
      .boolean()
      .register(schemaRegistry, { description: 'What a buyer has without a chain; it gets no verdict.' }),
    asOf: z.string(),
    weights: z
      .record(z.string(), makePointsSchema())
      .nullable()
      .register(schemaRegistry, { description: "The caller's weights; null where the track's own count." }),
    classification,
    fit: fit.nullable(),
    coverage: makeShareSchema().nullable().register(schemaRegistry, {
      description: 'Share of weight whose answers have a source that counts; null when outside.',
    }),
    verdict: z.string().nullable(),
    verdictTitle: z.string(),
    verdictMeans: z.string(),
    verdictAtPossible: z.string().nullable(),
    certainty: certainty.nullable(),
    explanation: explanation.nullable(),
    otherTracks: z.array(otherTrack),
    gates: z.array(gate),
    breakEven,
    dimensions: z.array(dimension),
    diagnosis: diagnosis.nullable(),
    otherCauses: z.array(diagnosis),
    levers: z.array(lever),
    findings: z.array(finding),
    scope: z.string(),
  })
  .register(schemaRegistry, {
    id: 'Report',
    description: 'The fit report of one description. Without a fit the project is outside.',
  });

const file = z.strictObject({
  ...head,
  reports: z.array(report),
  problems: z.array(problem),
});

/** The JSON Schema (draft-07) of the `json` format: closed objects, one definition for each named part. */
export function buildReportJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(ensureDescribes<ReportJson, typeof file>(file, true), {
    target: 'draft-07',
    metadata: schemaRegistry,
  });
  return { ...schema, title: 'Report file of demandfit' };
}
