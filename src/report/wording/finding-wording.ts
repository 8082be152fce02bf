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

/** Titles of criteria and dimensions by id. */
export type Titles = ReadonlyMap<string, string>;

function toFindingView({ subject, detail }: Finding, titles: Titles): FindingView {
  const format = (key: string, formatNumber: (value: number) => string) => {
    const value = detail[key];
    return typeof value === 'number' ? formatNumber(value) : 'not stated';
  };
  const text = (key: string) => String(detail[key] ?? 'not stated');
  return {
    subject,
    on: String(detail['criterion'] ?? subject)
      .split(', ')
      .map((id) => (titles.has(id) ? `${titles.get(id)} (${id})` : id))
      .join(', '),
    detail,
    text,
    points: (key) => format(key, formatPoints),
    ratio: (key) => format(key, formatRatio),
    words: (key) => toWords(text(key)),
  };
}

/** What a finding says, why it matters and what to do, in the words of its rule; an id without a title is named alone. */
export function describeFinding(finding: Finding, rule: RuleText, titles: Titles = new Map()): FindingText {
  return { what: rule.what(toFindingView(finding, titles)), why: rule.why, fix: rule.fix };
}
