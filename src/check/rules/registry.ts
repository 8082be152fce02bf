import type { CheckSettings, Severity } from '../../model/check.ts';
import type { RuleId } from '../../model/finding.ts';
import { ANSWER_RULES } from './answer-rules.ts';
import { CHECK_RULES } from './check-rules.ts';
import { FILE_RULES } from './file-rules.ts';
import { FIT_RULES } from './fit-rules.ts';
import { MEMO_RULES } from './memo-rules.ts';
import { QUOTE_RULES } from './quote-rules.ts';
import { REPORT_RULES } from './report-rules.ts';
import type { Rule } from './rule.ts';
import { SOURCE_CHECK_RULES } from './source-rules.ts';

const OTHER_RULES = [
  ...ANSWER_RULES,
  ...CHECK_RULES,
  ...FILE_RULES,
  ...FIT_RULES,
  ...MEMO_RULES,
  ...QUOTE_RULES,
  ...SOURCE_CHECK_RULES,
];

/** All rules: those of the report, then the others by id. */
export const RULES: readonly Rule[] = [...REPORT_RULES, ...OTHER_RULES.sort((a, b) => (a.id < b.id ? -1 : 1))];

export const RULE_IDS: readonly RuleId[] = RULES.map(({ id }) => id);

export const REPORT_RULE_IDS: readonly RuleId[] = REPORT_RULES.map(({ id }) => id);

export const DEFAULT_SEVERITIES: Readonly<Record<RuleId, Severity>> = Object.fromEntries(
  RULES.map(({ id, severity }) => [id, severity]),
);

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The severity of a rule under these settings. */
export function getSeverity({ id, severity, isDisclosure }: Rule, { rules }: Pick<CheckSettings, 'rules'>): Severity {
  const given = rules[id] ?? severity;
  return isDisclosure && given !== 'off' ? 'note' : given;
}

/** Rules that are no more, and the one that each became a part of. */
export const RENAMED_RULES: Readonly<Record<string, RuleId>> = {
  'gate/failed': 'gate/not-passed',
  'gate/not-shown-yet': 'gate/not-passed',
};

/** undefined for an id that no rule has. */
export function findRule(id: string): Rule | undefined {
  return BY_ID.get(id);
}

/** @throws Error for an id that no rule has, which is a bug. */
export function getRule(id: RuleId): Rule {
  const rule = BY_ID.get(id);
  if (rule === undefined) throw new Error(`unknown rule ${id}`);
  return rule;
}
