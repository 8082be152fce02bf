import { configFile } from '../check/config/config-schema.ts';
import { REPORT_RULE_IDS, RULE_IDS } from '../check/rules/registry.ts';
import { checkFile, wordedCheckedFile, wordedFileFinding } from '../model/check.ts';
import { sourcesFile } from '../model/cited-source.ts';
import { classifiedProject } from '../model/classification.ts';
import { comparisonFile } from '../model/comparison.ts';
import { diffFile } from '../model/diff.ts';
import { lockFile } from '../model/lock.ts';
import { reading, readingFile } from '../model/reading.ts';
import { briefReport, headFields, report, reportFile } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { auditOrVectorsFile } from '../model/rubric-audit.ts';
import * as s from '../model/schema/schema.ts';
import { toJsonSchema } from '../model/schema/to-zod.ts';
import { problem } from '../model/schema/values.ts';
import { buildDescriptionJsonSchema } from '../rubric-pages/description-schema.ts';

const lineFields = {
  ...headFields,
  line: s.annotate(s.optional(s.wholeNumber(1)), {
    description: 'The number of the line that was read, from 1; left out where the input is not JSON Lines.',
  }),
};

/** One line of `--format jsonl`, of any command. */
export const lineFile = s.anyOf(
  s.mapping({
    ...lineFields,
    report: s.annotate(s.anyOf(report, briefReport), { description: 'Of `score`; whole with --full.' }),
  }),
  s.mapping({ ...lineFields, check: wordedCheckedFile }),
  s.mapping({ ...lineFields, other: wordedFileFinding }),
  s.mapping({ ...lineFields, project: classifiedProject }),
  s.mapping({ ...lineFields, reading }),
  s.mapping({ ...lineFields, problem }),
);

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
  {
    id: 'config',
    title: 'the settings of check',
    make: () => toJsonSchema(configFile, 'Configuration of demandfit', { io: 'input' }),
  },
  {
    id: 'report',
    title: 'JSON output of score',
    make: () => toJsonSchema(reportFile, 'Report file of demandfit', { known: { RuleId: { enum: REPORT_RULE_IDS } } }),
  },
  {
    id: 'comparison',
    title: 'JSON output of compare',
    make: () => toJsonSchema(comparisonFile, 'Comparison file of demandfit'),
  },
  { id: 'diff', title: 'JSON output of diff', make: () => toJsonSchema(diffFile, 'Diff file of demandfit') },
  {
    id: 'check',
    title: 'JSON output of check',
    make: () => toJsonSchema(checkFile, 'Check file of demandfit', { known: { RuleId: { enum: RULE_IDS } } }),
  },
  {
    id: 'line',
    title: 'a line of JSON Lines output',
    make: () => toJsonSchema(lineFile, 'Line of demandfit', { known: { RuleId: { enum: RULE_IDS } } }),
  },
  { id: 'lock', title: 'what sources --refresh saw', make: () => toJsonSchema(lockFile, 'Lock file of demandfit') },
  {
    id: 'sources',
    title: 'JSON output of sources',
    make: () => toJsonSchema(sourcesFile, 'Sources file of demandfit'),
  },
  { id: 'reading', title: 'JSON output of read', make: () => toJsonSchema(readingFile, 'Reading file of demandfit') },
  {
    id: 'audit',
    title: 'JSON output of rubric check and rubric vectors',
    make: () => toJsonSchema(auditOrVectorsFile, 'Audit of a rubric by demandfit'),
  },
];
