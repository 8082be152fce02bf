import { configJsonSchema } from '../config/schema.ts';
import type { Rubric } from '../model/rubric.ts';
import { projectJsonSchema } from '../reference/project-schema.ts';
import { auditJsonSchema } from '../render/audit/schema.ts';
import { changeJsonSchema } from '../render/change/schema.ts';
import { checkJsonSchema } from '../render/check/schema.ts';
import { comparisonJsonSchema } from '../render/comparison/schema.ts';
import { reportJsonSchema } from '../render/report-schema.ts';

/** A JSON Schema (draft-07) of a file that the program reads or writes. */
export interface SchemaEntry {
  readonly id: string;
  readonly title: string;
  make(rubric: Rubric): Record<string, unknown>;
}

/** Every schema; the first is the default. */
export const SCHEMAS: readonly SchemaEntry[] = [
  { id: 'project', title: 'A description', make: projectJsonSchema },
  { id: 'config', title: 'The settings of check', make: configJsonSchema },
  { id: 'report', title: 'What score prints as JSON', make: reportJsonSchema },
  { id: 'comparison', title: 'What compare prints as JSON', make: comparisonJsonSchema },
  { id: 'change', title: 'What diff prints as JSON', make: changeJsonSchema },
  { id: 'check', title: 'What check prints as JSON', make: checkJsonSchema },
  { id: 'audit', title: 'What rubric check and vectors print as JSON', make: auditJsonSchema },
];
