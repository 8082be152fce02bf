import * as s from './schema/schema.ts';
import { span } from './schema/values.ts';

/** The id of a rule, such as `source/stale`. `src/check/rules/registry.ts` has all of them. */
export type RuleId = `${string}/${string}`;

/** A JSON Schema lists the ids that a file can have under this name. */
export const ruleId = s.named(
  'RuleId',
  'The rule that found it.',
  s.formedText(/^[^/]+\/[^/]+$/, 'a rule is a subject and a defect, joined by /') as s.Schema<RuleId>,
);

export const findingFields = {
  id: ruleId,
  subject: s.anyText,
  detail: s.record(s.anyOf(s.anyText, s.numberWithin()), s.anyText),
  /** null where it concerns the description as a whole. */
  at: s.nullable(span),
};

/** What a rule found in a description, as data; the rule has the words for it. */
export interface Finding extends s.AcceptedValue<typeof finding> {}

export const finding = s.named('Finding', 'Something that a check reports.', s.mapping(findingFields));
