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
    what: 'it is a share, and the scale is 0 to 100',
    why: 'One scale for every figure: read as points, a share would ask for next to nothing.',
    fix: 'Write 70 where 0.7 is meant, or 0 where nothing is asked for.',
  }),
  { description: 'From 0 to 100.' },
);

const patterns = list(nonEmptyText);

const requirementFields = {
  rules: annotate(optional(record(oneOf(SEVERITIES), oneOf(RULE_IDS))), {
    description: 'What a rule does where it finds something: off, warn or error. `demandfit list rules` shows them.',
  }),
  minimum: optional(
    mapping({
      index: annotate(optional(minimum), { description: 'Of the supported index.' }),
      verdict: annotate(optional(anyText), { description: 'The id of a band.' }),
      coverage: annotate(optional(minimum), { description: 'Per cent of the weight whose answers have a source.' }),
      dimensions: annotate(optional(record(minimum, anyText)), { description: 'Of the supported mark, by dimension.' }),
    }),
  ),
  required: annotate(optional(list(anyText)), {
    description: 'Criteria that have to be answered; offer, website, track.',
  }),
};

/** What a config asks of files, for all of them or for some. */
export interface ConfigRequirements extends AcceptedValue<typeof requirements> {}

const requirements = mapping(requirementFields);

export interface ConfigFile extends AcceptedValue<typeof configFile> {}

export const configFile = annotate(
  mapping({
    $schema: optional(anyText),
    files: annotate(optional(patterns), { description: 'What is checked where the command names nothing.' }),
    exclude: annotate(optional(patterns), { description: 'What is left out of folders and patterns.' }),
    rubric: annotate(optional(nonEmptyText), { description: 'The folder of a rubric set of your own.' }),
    baseline: annotate(optional(nonEmptyText), { description: 'The file that excuses what was there before.' }),
    fail_severity: optional(oneOf(['warn', 'error', 'never'])),
    max_warnings: optional(wholeNumber(0)),
    min_severity: optional(oneOf(['warn', 'error'])),
    ...requirementFields,
    overrides: optional(list(mapping({ files: list(nonEmptyText, 1), ...requirementFields }))),
  }),
  { description: 'Settings of demandfit check. Names of files are relative to this one.' },
);
