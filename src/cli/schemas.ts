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
  /** As printed in the help, behind the id and a colon. */
  readonly title: string;
  make(rubric: Rubric): Record<string, unknown>;
}

/** Every schema; the first is the default. */
export const SCHEMAS: readonly SchemaEntry[] = [
  { id: 'project', title: 'a description', make: buildDescriptionJsonSchema },
  { id: 'config', title: 'the settings of check', make: buildConfigJsonSchema },
  { id: 'report', title: 'JSON output of score', make: buildReportJsonSchema },
  { id: 'comparison', title: 'JSON output of compare', make: buildComparisonJsonSchema },
  { id: 'diff', title: 'JSON output of diff', make: buildDiffJsonSchema },
  { id: 'check', title: 'JSON output of check', make: buildCheckJsonSchema },
  { id: 'audit', title: 'JSON output of rubric check and rubric vectors', make: buildAuditJsonSchema },
];
