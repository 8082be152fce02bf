import {
  type AcceptedValue,
  anyOf,
  anyText,
  formedText,
  mapping,
  named,
  nullable,
  numberWithin,
  record,
  type Schema,
} from './schema/schema.ts';
import { span } from './schema/values.ts';

/** The id of a rule, such as `source/stale`. `src/check/rules/registry.ts` has all of them. */
export type RuleId = `${string}/${string}`;

/** A JSON Schema lists the ids that a file can have under this name. */
export const ruleId = named(
  'RuleId',
  'The rule that found it.',
  formedText(/^[^/]+\/[^/]+$/, 'a rule is a subject and a defect, joined by /') as Schema<RuleId>,
);

export const findingFields = {
  id: ruleId,
  subject: anyText,
  detail: record(anyOf(anyText, numberWithin()), anyText),
  /** null where it concerns the description as a whole. */
  at: nullable(span),
};

/** What a rule found in a description, as data; the rule has the words for it. */
export interface Finding extends AcceptedValue<typeof finding> {}

export const finding = named('Finding', 'Something that a check reports.', mapping(findingFields));
