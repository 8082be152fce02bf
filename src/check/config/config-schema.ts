import { SEVERITIES, type Severity } from '../../model/check.ts';
import type { RuleId } from '../../model/finding.ts';
import * as s from '../../model/schema/schema.ts';
import { points } from '../../model/schema/values.ts';
import { RULES } from '../rules/registry.ts';

/** A minimum in points, marks or per cent. A figure between 0 and 1 is a share by mistake. */
const minimum = s.annotate(
  s.tested(points, {
    passes: (value) => value === 0 || value >= 1,
    what: 'it looks like a fraction, but the scale is 0 to 100',
    why: 'All figures use one scale: read as points, a fraction would require next to nothing.',
    fix: 'Write 70 instead of 0.7, or 0 for no minimum.',
  }),
  { description: 'From 0 to 100.' },
);

/** Letters of a pattern, and patterns within each other; more take minutes to be matched. */
const [LONGEST_PATTERN, DEEPEST_PATTERN] = [500, 8];

const shortPattern = s.tested(s.nonEmptyText, {
  passes: (text) => text.length <= LONGEST_PATTERN && text.split(/[({]/).length <= DEEPEST_PATTERN,
  what: 'a pattern that is too long or has too many alternatives',
  why: 'Matching it could take minutes.',
  fix: 'Write several shorter patterns.',
});

const pattern = s.tested(shortPattern, {
  passes: (value) => !/^!(?!\()/.test(value),
  what: 'a pattern that begins with ! is not supported',
  why: 'Each pattern adds paths; none takes any away.',
  fix: 'Name what is meant instead, or leave the pattern out.',
});

const patterns = s.list(pattern);

/** Days, up to ten years. */
const term = s.wholeNumber(1, 3650);

const severity: s.Schema<Severity> = s.oneOf(SEVERITIES);

const disclosureSeverity = s.tested(severity, {
  passes: (value) => value === 'off' || value === 'note',
  what: 'this rule only reports, so its severity is note or off',
  why: 'It reports what an author discloses or what the score already accounts for. If it could fail the check, leaving the fact out would pass.',
  fix: 'Write `note` or `off`. To demand more of a description, use `minimum`, `required` or the rule `gate/not-passed`.',
});

const severities = s.mapping(
  Object.fromEntries(
    RULES.map(({ id, isDisclosure }) => [id, s.optional(isDisclosure ? disclosureSeverity : severity)]),
  ),
) as s.Schema<Readonly<Partial<Record<RuleId, Severity>>>>;

const requirementFields = {
  rules: s.annotate(s.optional(severities), {
    description: 'The severity of each rule: off, note, warn or error. `demandfit list rules` shows the rules.',
  }),
  minimum: s.optional(
    s.mapping({
      index: s.annotate(s.optional(minimum), { description: 'Minimum supported index.' }),
      verdict: s.annotate(s.optional(s.anyText), { description: 'The id of a band.' }),
      coverage: s.annotate(s.optional(minimum), {
        description: 'Minimum percentage of the weight whose answers have a source.',
      }),
      dimensions: s.annotate(s.optional(s.record(minimum, s.anyText)), {
        description: 'Minimum supported mark, by dimension.',
      }),
    }),
  ),
  required: s.annotate(s.optional(s.list(s.anyText)), {
    description: 'Criteria that must be answered, and any of offer, website and track.',
  }),
  max_age_days: s.annotate(s.optional(term), {
    description: 'Days after `as_of` from which a description is reported as out of date (default: 365).',
  }),
  max_ignore_days: s.annotate(s.optional(term), {
    description: 'The longest term of a suppression, in days (default: 180).',
  }),
};

/** What a config asks of files, for all of them or for some. */
export interface ConfigRequirements extends s.AcceptedValue<typeof requirements> {}

const requirements = s.mapping(requirementFields);

export interface ConfigFile extends s.AcceptedValue<typeof configFile> {}

export const configFile = s.annotate(
  s.mapping({
    $schema: s.optional(s.anyText),
    files: s.annotate(s.optional(patterns), { description: 'Paths to check if none are given on the command line.' }),
    exclude: s.annotate(s.optional(patterns), { description: 'Paths to leave out of folders and globs.' }),
    removed: s.annotate(s.optional(s.list(s.mapping({ file: s.nonEmptyText, reason: s.nonEmptyText }))), {
      description:
        'Descriptions that are deleted for good, each with the reason. With --base, too, this list is that of the change.',
    }),
    lowered: s.annotate(s.optional(s.list(s.mapping({ file: s.nonEmptyText, to: points, reason: s.nonEmptyText }))), {
      description:
        'Descriptions whose index may fall below that of the baseline, each with the points that it may fall to and the reason. With --base, too, this list is that of the change.',
    }),
    rubric: s.annotate(s.optional(s.nonEmptyText), { description: 'Folder of a custom rubric set.' }),
    baseline: s.annotate(s.optional(s.nonEmptyText), {
      description: 'Baseline file: findings recorded in it are suppressed.',
    }),
    fail_severity: s.optional(s.oneOf(['warn', 'error', 'never'])),
    max_warnings: s.optional(s.wholeNumber(0)),
    min_severity: s.optional(s.oneOf(['note', 'warn', 'error'])),
    ...requirementFields,
    overrides: s.optional(s.list(s.mapping({ files: s.list(pattern, 1), ...requirementFields }))),
  }),
  { description: 'Settings of demandfit check. Paths are relative to this file.' },
);
