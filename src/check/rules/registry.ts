import type { CheckSettings, Severity } from '../../model/check.ts';
import type { RuleId } from '../../model/finding.ts';
import { answerDisputed, answerNotApplicable, answerUnsupported } from './answer.ts';
import { answerRequired } from './answer-required.ts';
import { asOfAfterToday } from './as-of-after-today.ts';
import { baselineStale, fitWorseThanBaseline } from './baseline.ts';
import {
  comparisonClassNotStated,
  comparisonDearAlternative,
  comparisonNoRegisteredAlternative,
} from './comparison.ts';
import { customerInsideCrypto } from './customer-inside-crypto.ts';
import { dutyEnded, dutyNotYetInApplication, dutyOtherTrack, dutyVoluntary } from './duty.ts';
import { fitNotRateable, fitNotRated } from './fit-rated.ts';
import {
  fitUnderMinCoverage,
  fitUnderMinDimension,
  fitUnderMinIndex,
  fitUnderMinVerdict,
} from './fit-under-minimum.ts';
import { gateFailed, gateOpen } from './gate.ts';
import {
  memoCustomerNotInLedger,
  memoFigureDisagrees,
  memoLawNotInForce,
  memoNoEntry,
  memoNoSource,
  memoTooStrong,
} from './memo.ts';
import type { Rule } from './rule.ts';
import { sourceAfterAsOf, sourceStale, sourceUncited, sourceUndated } from './source.ts';
import { sourceNotPublic } from './source-not-public.ts';
import { sourceSameOrigin } from './source-same-origin.ts';
import { suppressionExpired, suppressionMalformed, suppressionUnused } from './suppression.ts';
import { trackDisagreement, trackOutside, trackUndecided } from './track.ts';
import { websiteMissing } from './website-missing.ts';

/** Rules whose findings are part of every report. */
const REPORT_RULES: readonly Rule[] = [
  answerDisputed,
  answerNotApplicable,
  answerUnsupported,
  comparisonDearAlternative,
  comparisonNoRegisteredAlternative,
  comparisonClassNotStated,
  customerInsideCrypto,
  dutyEnded,
  dutyNotYetInApplication,
  dutyOtherTrack,
  dutyVoluntary,
  sourceAfterAsOf,
  sourceStale,
  sourceUncited,
  sourceUndated,
  trackDisagreement,
  trackUndecided,
  websiteMissing,
];

/** All rules, in the order in which they are listed. A new one is a file and an entry here. */
export const RULES: readonly Rule[] = [
  ...REPORT_RULES,
  answerRequired,
  asOfAfterToday,
  baselineStale,
  fitNotRateable,
  fitNotRated,
  fitUnderMinCoverage,
  fitUnderMinDimension,
  fitUnderMinIndex,
  fitUnderMinVerdict,
  fitWorseThanBaseline,
  gateFailed,
  gateOpen,
  memoCustomerNotInLedger,
  memoFigureDisagrees,
  memoLawNotInForce,
  memoNoEntry,
  memoNoSource,
  memoTooStrong,
  sourceNotPublic,
  sourceSameOrigin,
  suppressionExpired,
  suppressionMalformed,
  suppressionUnused,
  trackOutside,
];

export const RULE_IDS: readonly RuleId[] = RULES.map(({ id }) => id);

export const REPORT_RULE_IDS: readonly RuleId[] = REPORT_RULES.map(({ id }) => id);

export const DEFAULT_SEVERITIES: Readonly<Record<RuleId, Severity>> = Object.fromEntries(
  RULES.map(({ id, severity }) => [id, severity]),
);

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The severity of a rule under these settings. */
export function getSeverity({ id, severity }: Rule, { rules }: Pick<CheckSettings, 'rules'>): Severity {
  return rules[id] ?? severity;
}

/** undefined for an id that no rule has. */
export function findRule(id: string): Rule | undefined {
  return BY_ID.get(id);
}

/** @throws Error for an id that no rule has, which is a bug. */
export function getRule(id: RuleId): Rule {
  const rule = BY_ID.get(id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  return rule;
}
