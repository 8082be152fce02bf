import { buildConfigJsonSchema } from '../check/config/config-schema.ts';
import type { Rubric } from '../model/rubric.ts';
import { buildCheckJsonSchema } from '../report/machine/schemas/check-schema.ts';
import { buildComparisonJsonSchema } from '../report/machine/schemas/comparison-schema.ts';
import { buildDiffJsonSchema } from '../report/machine/schemas/diff-schema.ts';
import { buildReportJsonSchema } from '../report/machine/schemas/report-schema.ts';
import { buildAuditJsonSchema } from '../report/machine/schemas/rubric-check-schema.ts';
import { buildDescriptionJsonSchema } from '../rubric-pages/description-schema.ts';

/** A JSON Schema (draft-07) of a file that the program reads or writes. */
export interface SchemaEntry {
  readonly id: string;
  readonly title: string;
  make(rubric: Rubric): Record<string, unknown>;
}

/** Every schema; the first is the default. */
export const SCHEMAS: readonly SchemaEntry[] = [
  { id: 'project', title: 'A description', make: buildDescriptionJsonSchema },
  { id: 'config', title: 'The settings of check', make: buildConfigJsonSchema },
  { id: 'report', title: 'What score prints as JSON', make: buildReportJsonSchema },
  { id: 'comparison', title: 'What compare prints as JSON', make: buildComparisonJsonSchema },
  { id: 'diff', title: 'What diff prints as JSON', make: buildDiffJsonSchema },
  { id: 'check', title: 'What check prints as JSON', make: buildCheckJsonSchema },
  { id: 'audit', title: 'What rubric check and vectors print as JSON', make: buildAuditJsonSchema },
];
