import { SEVERITIES } from '../../model/check.ts';
import {
  type AcceptedValue,
  annotate,
  anyText,
  list,
  mapping,
  nonEmptyText,
  oneOf,
  optional,
  record,
  tested,
  wholeNumber,
} from '../../model/schema/schema.ts';
import { points } from '../../model/schema/values.ts';
import { RULE_IDS } from '../rules/registry.ts';

/** A minimum in points, marks or per cent. A figure between 0 and 1 is a share by mistake. */
const minimum = annotate(
  tested(points, {
    passes: (value) => value === 0 || value >= 1,
    what: 'it looks like a fraction, but the scale is 0 to 100',
    why: 'All figures use one scale: read as points, a fraction would require next to nothing.',
    fix: 'Write 70 instead of 0.7, or 0 for no minimum.',
  }),
  { description: 'From 0 to 100.' },
);

const pattern = tested(nonEmptyText, {
  passes: (value) => !/^!(?!\()/.test(value),
  what: 'a pattern that begins with ! is not supported',
  why: 'Each pattern adds paths; none takes any away.',
  fix: 'Name what is meant instead, or leave the pattern out.',
});

const patterns = list(pattern);

const requirementFields = {
  rules: annotate(optional(record(oneOf(SEVERITIES), oneOf(RULE_IDS))), {
    description: 'The severity of each rule: off, note, warn or error. `demandfit list rules` shows the rules.',
  }),
  minimum: optional(
    mapping({
      index: annotate(optional(minimum), { description: 'Minimum supported index.' }),
      verdict: annotate(optional(anyText), { description: 'The id of a band.' }),
      coverage: annotate(optional(minimum), {
        description: 'Minimum percentage of the weight whose answers have a source.',
      }),
      dimensions: annotate(optional(record(minimum, anyText)), {
        description: 'Minimum supported mark, by dimension.',
      }),
    }),
  ),
  required: annotate(optional(list(anyText)), {
    description: 'Criteria that must be answered, and any of offer, website and track.',
  }),
};

/** What a config asks of files, for all of them or for some. */
export interface ConfigRequirements extends AcceptedValue<typeof requirements> {}

const requirements = mapping(requirementFields);

export interface ConfigFile extends AcceptedValue<typeof configFile> {}

export const configFile = annotate(
  mapping({
    $schema: optional(anyText),
    files: annotate(optional(patterns), { description: 'Paths to check if none are given on the command line.' }),
    exclude: annotate(optional(patterns), { description: 'Paths to leave out of folders and globs.' }),
    rubric: annotate(optional(nonEmptyText), { description: 'Folder of a custom rubric set.' }),
    baseline: annotate(optional(nonEmptyText), {
      description: 'Baseline file: findings recorded in it are suppressed.',
    }),
    fail_severity: optional(oneOf(['warn', 'error', 'never'])),
    max_warnings: optional(wholeNumber(0)),
    min_severity: optional(oneOf(['note', 'warn', 'error'])),
    ...requirementFields,
    overrides: optional(list(mapping({ files: list(pattern, 1), ...requirementFields }))),
  }),
  { description: 'Settings of demandfit check. Paths are relative to this file.' },
);
