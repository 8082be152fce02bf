import type { FindingView, RuleText } from '../../check/rules/rule.ts';
import type { Finding } from '../../model/finding.ts';
import { formatPoints, formatRatio } from './figures.ts';
import { toWords } from './to-words.ts';

/** A finding in words, as plain text that a format has yet to escape. */
export interface FindingText {
  readonly what: string;
  /** Why it matters to the result. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
}

function toFindingView({ subject, detail }: Finding): FindingView {
  const format = (key: string, formatNumber: (value: number) => string) => {
    const value = detail[key];
    return typeof value === 'number' ? formatNumber(value) : 'not stated';
  };
  const text = (key: string) => String(detail[key] ?? 'not stated');
  return {
    subject,
    detail,
    text,
    points: (key) => format(key, formatPoints),
    ratio: (key) => format(key, formatRatio),
    words: (key) => toWords(text(key)),
  };
}

/** What a finding says, why it matters and what to do, in the words of its rule. */
export function describeFinding(finding: Finding, rule: RuleText): FindingText {
  return { what: rule.what(toFindingView(finding)), why: rule.why, fix: rule.fix };
}
