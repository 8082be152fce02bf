import ipaddr from 'ipaddr.js';
import { mixesScripts } from '../criteria/normalize-name.ts';
import type { BaselineEntry, CheckedFile, CheckFinding, CheckSettings, SuppressionReason } from '../model/check.ts';
import type { Day } from '../model/day.ts';
import type { Description } from '../model/description.ts';
import type { Span } from '../model/diagnostic.ts';
import type { Finding, RuleId } from '../model/finding.ts';
import type { Digest } from '../model/fingerprint.ts';
import type { Lock } from '../model/lock.ts';
import type { HostRegister } from '../model/register.ts';
import type { Report } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { findOwner } from '../score/own-hosts.ts';
import { locateAddress } from '../score/web-location.ts';
import { type FindingInSentence, fingerprintFindings } from './fingerprint-findings.ts';
import type { checkMemo } from './memo/check-memo.ts';
import { getRule, getSeverity, RULES } from './rules/registry.ts';
import type {
  AcceptedFall,
  AssessedDescription,
  CheckedContext,
  RuleContext,
  RuleMatch,
  SuppressionUse,
} from './rules/rule.ts';
import {
  findSuppressions,
  matchSuppression,
  NO_SUPPRESSIONS,
  type Suppression,
  toSuppressionKey,
} from './suppressions.ts';

/** A description with its report and the text that it was read from. */
export interface CheckInput {
  readonly description: Description;
  readonly report: Report;
  readonly text: string;
  /** Offset where the prose of a memo begins; null where there is none. */
  readonly body: number | null;
  /** What is wrong with its quotes; none where they were not looked at. */
  readonly quotes?: readonly Finding[];
  /** As the user would name it, with `/`. */
  readonly file: string;
  /** The comments of the file in the base; null where no base was given. */
  readonly baseSuppressions?: readonly Suppression[] | null;
  /** The description in the base; null where no base was given or it has none. */
  readonly before?: AssessedDescription | null;
  /** The lock next to it in the base; null where no base was given or it has none. */
  readonly lockBefore?: Lock | null;
  readonly fall?: AcceptedFall | null;
}

/** What is the same for every file of a check. */
export interface CheckContext {
  readonly rubric: Rubric;
  /** Suppressions expire by this day or the report's, whichever is later; null for the report's alone. */
  readonly today: Day | null;
  /** False to ignore the comments of a file. */
  readonly readsComments: boolean;
  readonly digest: Digest;
  /** What the prose of a memo says besides its answers. */
  readonly memoFindings: typeof checkMemo;
}

/** The host of an address that only some can open; null for one that the public can. */
function findPrivateHost(address: string, hosts: HostRegister): string | null {
  const { hostname, username } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (username !== '') return `${username}@${host}`;
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() === 'unicast' ? null : host;
  const isPrivate = hosts.private.some((name) => host === name || host.endsWith(`.${name}`));
  return isPrivate || !host.includes('.') ? host : null;
}

const START: Span = { line: 1, column: 1, endLine: 1, endColumn: 2 };

function compareByPlace(a: Finding, b: Finding): number {
  const [one, two] = [a.at ?? START, b.at ?? START];
  return (
    one.line - two.line ||
    one.column - two.column ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) ||
    (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0)
  );
}

/** What became of each comment, by the comments that match a finding. */
function toSuppressionUses(
  entries: readonly Suppression[],
  matched: ReadonlySet<Suppression | null>,
  day: Day,
  known: CheckInput['baseSuppressions'],
): readonly SuppressionUse[] {
  return entries.map((entry) => {
    const { rules, until, reason, at } = entry;
    const isNew = known != null && !known.some((one) => toSuppressionKey(one) === toSuppressionKey(entry));
    const state = !matched.has(entry) ? 'unused' : until < day ? 'expired' : 'active';
    return { rules, until, reason, at, state, isNew };
  });
}

function toFileStatus({ fit }: Report): CheckedFile['status'] {
  return fit === null ? 'outside' : 'fit';
}

/** Checks one description. Pure. @param baseline of this file; null where there is none. */
export function checkDescription(
  input: CheckInput,
  settings: CheckSettings,
  baseline: BaselineEntry | null,
  { rubric, today, readsComments, digest, memoFindings }: CheckContext,
): CheckedFile {
  const {
    description,
    report,
    text,
    body,
    quotes = [],
    file,
    baseSuppressions,
    before = null,
    lockBefore = null,
    fall = null,
  } = input;
  const start = description.placeOf('/name') ?? START;
  const toFindings = (id: RuleId, matches: readonly RuleMatch[]): readonly FindingInSentence[] =>
    matches.map(({ detail = {}, at, ...match }) => ({ ...match, id, detail, at: at ?? start }));
  const addFingerprints = (findings: readonly FindingInSentence[]) => {
    const prints = fingerprintFindings(findings, report, digest);
    return findings.map((finding, index) => ({ ...finding, fingerprint: prints[index] ?? '' }));
  };
  const context: RuleContext = {
    description,
    report,
    rubric,
    settings,
    today,
    memo: body === null ? [] : memoFindings({ text, body }, description, report, rubric),
    quotes,
    mixesScripts,
    findPrivateHost: (url) => findPrivateHost(url, rubric.hosts),
    findOrigin: (url) => {
      const place = locateAddress(url, rubric.hosts);
      return place === null ? url : (findOwner(place, rubric.hosts) ?? place.host);
    },
  };
  const found = addFingerprints(
    RULES.flatMap((rule) =>
      rule.scope === 'check' || rule.scope === 'files' ? [] : toFindings(rule.id, rule.find(context, rule.id)),
    ).sort(compareByPlace),
  );
  const day = today !== null && today > report.asOf ? today : report.asOf;
  const { entries, malformed } = readsComments
    ? findSuppressions(text, body, { day, maxDays: settings.maxIgnoreDays })
    : NO_SUPPRESSIONS;
  const triaged = found.map((finding) => ({ finding, entry: matchSuppression(finding, entries, day) }));
  const checked: CheckedContext = {
    ...context,
    before,
    lockBefore,
    fall,
    baseline,
    fingerprints: new Set(found.map(({ fingerprint }) => fingerprint)),
    suppressions: toSuppressionUses(entries, new Set(triaged.map(({ entry }) => entry)), day, baseSuppressions),
    malformed,
  };
  const ofCheck = addFingerprints(
    RULES.flatMap((rule) => (rule.scope === 'check' ? toFindings(rule.id, rule.find(checked, rule.id)) : [])),
  );
  const excused = new Set(baseline?.excused.map(({ fingerprint }) => fingerprint));
  const findings = [...triaged, ...ofCheck.map((finding) => ({ finding, entry: null }))]
    .flatMap(({ finding, entry }): readonly CheckFinding[] => {
      const severity = getSeverity(getRule(finding.id), settings);
      if (severity === 'off') return [];
      const byBaseline: SuppressionReason | null = excused.has(finding.fingerprint) ? { by: 'baseline' } : null;
      const isActive = entry !== null && entry.until >= day;
      const setAside = isActive ? { by: 'comment' as const, reason: entry.reason, until: entry.until } : byBaseline;
      const { fingerprint, sentence: _, ...rest } = finding;
      return [{ ...rest, severity, fingerprint, setAside }];
    })
    .sort(compareByPlace);
  const { fit, verdict, verdictTitle, basis, coverage, classification } = report;
  return {
    file,
    name: description.name,
    status: toFileStatus(report),
    track: classification.scoredAs,
    verdict,
    verdictTitle,
    basis,
    shares: fit?.shares ?? null,
    index: fit === null ? null : { supported: fit.supported, claimed: fit.claimed, possible: fit.possible },
    coverage: fit === null ? null : coverage,
    off: RULES.filter((rule) => rule.scope !== 'files' && getSeverity(rule, settings) === 'off').map(({ id }) => id),
    findings,
  };
}
