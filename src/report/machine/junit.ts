import { getRule, RULES } from '../../check/rules/registry.ts';
import type { Rule } from '../../check/rules/rule.ts';
import type { CheckedFile, CheckJson, CheckResult } from '../../model/check.ts';
import { formatPlace } from '../../model/diagnostic.ts';
import type { RuleId } from '../../model/finding.ts';
import type { RenderContext } from '../format.ts';
import { type CheckDiagnostic, listDiagnostics, SEVERITY_WORDS } from '../wording/check-diagnostics.ts';
import {
  describeOutcome,
  describeSkippedPaths,
  describeStaleEntry,
  describeSuppression,
} from '../wording/check-outcome.ts';
import { escapeForTerminal } from '../writers/escape-for-terminal.ts';
import { countBytes, describeCut, type FormatLimits, fitWithin } from './fit-within.ts';

/** The most tests and the largest file that GitLab reads (docs.gitlab.com, "Unit test reports"). */
const LIMITS: FormatLimits = { entries: 500_000, size: 30_000_000 };

/** One test of a suite; its texts are not escaped yet. */
interface JunitCase {
  /** Each once in a suite. */
  readonly name: string;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly type: string;
  /** In one line. */
  readonly message: string;
  readonly body: string;
}

function describeDiagnostic({ file, at, severity, rule, what, why, fix, setAside }: CheckDiagnostic): string {
  const aside = setAside === null ? '' : `\nSuppressed. ${describeSuppression(setAside)}`;
  return `${formatPlace(file, at)} ${SEVERITY_WORDS[severity]} ${rule}: ${what}\n${why} ${fix}${aside}`;
}

function formatCaseBody(entries: readonly CheckDiagnostic[]): string {
  return entries.map(describeDiagnostic).join('\n\n');
}

function buildRuleCase(rule: string, found: readonly CheckDiagnostic[]): JunitCase {
  const counting = found.filter(({ setAside }) => setAside === null);
  const [first, ...others] = counting.filter(({ severity }) => severity === 'error');
  const base = { name: rule, type: rule, message: '', body: formatCaseBody(found) };
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return { ...base, outcome: 'failure', message: `${first.what}${more}` };
  }
  return { ...base, outcome: found.length > 0 && counting.length === 0 ? 'skipped' : 'passed' };
}

/** A YAML description has no text to hold against its answers. */
function hasMemo({ file }: CheckedFile): boolean {
  return /\.(?:md|markdown)$/i.test(file);
}

/** Why a rule can't find anything in this description; null where it can. */
function explainSkippedRule({ needs, title }: Rule, { status, verdictTitle }: CheckedFile): string | null {
  if (status === 'fit' || needs !== 'fit') return null;
  return `${title}: not checked, as there is no fit (${verdictTitle}).`;
}

function listRuleCases(checked: CheckedFile, found: readonly CheckDiagnostic[]): readonly JunitCase[] {
  return RULES.flatMap((rule) => {
    const { id, needs } = rule;
    const own = found.filter((entry) => entry.rule === id);
    if (checked.off.includes(id) || (rule.scope === 'files' && own.length === 0)) return [];
    if (own.length === 0 && needs === 'memo' && !hasMemo(checked)) return [];
    const reason = own.length === 0 ? explainSkippedRule(rule, checked) : null;
    if (reason !== null) return [{ name: id, outcome: 'skipped', type: id, message: '', body: reason }];
    return [buildRuleCase(id, own)];
  });
}

/** Problems of one kind in one file are told apart by their place, then by a number. */
function buildProblemCases(problems: readonly CheckDiagnostic[]): readonly JunitCase[] {
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const { rule, at, what } = problem;
    const place = at === null ? rule : `${rule} ${at.line}:${at.column}`;
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    const name = count === 1 ? place : `${place} (${count})`;
    return { name, outcome: 'error', type: rule, message: what, body: describeDiagnostic(problem) };
  });
}

function groupByFile(entries: readonly CheckDiagnostic[]): ReadonlyMap<string, readonly CheckDiagnostic[]> {
  const files = new Map<string, CheckDiagnostic[]>();
  for (const entry of entries) {
    const own = files.get(entry.file);
    if (own === undefined) files.set(entry.file, [entry]);
    else own.push(entry);
  }
  return files;
}

/** The tests of each file, a file once: the checked ones in their order, then those that could not be read. */
function groupCasesByFile(file: CheckJson, context: RenderContext): ReadonlyMap<string, readonly JunitCase[]> {
  const entries = listDiagnostics(file, context);
  const findings = groupByFile(entries.filter(({ kind }) => kind === 'finding'));
  const problems = groupByFile(entries.filter(({ kind }) => kind === 'problem'));
  const cases = new Map(file.check.files.map((one) => [one.file, listRuleCases(one, findings.get(one.file) ?? [])]));
  const others = new Set(file.check.others.map((one) => one.file));
  for (const name of others) {
    const own = (findings.get(name) ?? []).filter(({ rule }) => getRule(rule as RuleId).scope === 'files');
    const ofRules = [...new Set(own.map(({ rule }) => rule))].map((rule) =>
      buildRuleCase(
        rule,
        own.filter((entry) => entry.rule === rule),
      ),
    );
    cases.set(name, [...(cases.get(name) ?? []), ...ofRules]);
  }
  for (const [name, own] of problems) cases.set(name, [...(cases.get(name) ?? []), ...buildProblemCases(own)]);
  return cases;
}

/** What XML 1.0 has no way to write, not even as an entity (https://www.w3.org/TR/xml/#charsets). */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text that neither an XML reader nor the log of a CI run stumbles over. */
function escapeXml(text: string): string {
  const clean = escapeForTerminal(text).replace(FORBIDDEN, '');
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Such text in one line, between the quotes of an attribute. */
function escapeAttribute(value: string | number): string {
  return escapeXml(String(value).replace(/\s+/g, ' ')).replaceAll('"', '&quot;');
}

/** An element in lines. A content that is a string is text and stays in one piece, as each blank of it counts; `name` is not escaped. */
function renderElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string | readonly (readonly string[])[],
): readonly string[] {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeAttribute(value)}"`)];
  if (content.length === 0) return [`<${start.join(' ')}/>`];
  if (typeof content === 'string') return [`<${start.join(' ')}>${escapeXml(content)}</${name}>`];
  return [`<${start.join(' ')}>`, ...content.flat().map((line) => `  ${line}`), `</${name}>`];
}

/** The part of a testcase that says how it came out; the schema of Jenkins wants text alone in `skipped`. */
function renderOutcome({ outcome, type, message, body }: JunitCase): readonly (readonly string[])[] {
  switch (outcome) {
    case 'passed':
      return body === '' ? [] : [renderElement('system-out', {}, body)];
    case 'skipped':
      return [renderElement('skipped', {}, body)];
    default:
      return [renderElement(outcome, { type, message }, body)];
  }
}

/** Readers of test results ask for a time; ours would differ from run to run. */
const UNTIMED = { time: '0' } as const;

function countCases(cases: readonly JunitCase[], outcome: JunitCase['outcome']): number {
  return cases.filter((one) => one.outcome === outcome).length;
}

function renderSuite(name: string, cases: readonly JunitCase[]): readonly string[] {
  const attributes = {
    name,
    tests: cases.length,
    failures: countCases(cases, 'failure'),
    errors: countCases(cases, 'error'),
    skipped: countCases(cases, 'skipped'),
    ...UNTIMED,
  };
  return renderElement(
    'testsuite',
    attributes,
    cases.map((one) => renderElement('testcase', { classname: name, name: one.name, ...UNTIMED }, renderOutcome(one))),
  );
}

/** The run as a whole, which fails where there are more warnings than may be: no single rule of a file does then. */
function buildRunCase(check: CheckResult): JunitCase {
  const most = check.failures.find(({ kind }) => kind === 'warnings');
  const stale = check.stale.map((entry) => `Baseline entry no longer matches: ${describeStaleEntry(entry)}`);
  const skipped = describeSkippedPaths(check, true);
  const body = [describeOutcome(check), ...stale, ...(skipped === null ? [] : [skipped])].join('\n');
  const outcome = most === undefined ? 'passed' : 'failure';
  return { name: 'warnings', outcome, type: 'warnings', message: describeOutcome(check), body };
}

function renderSuites(suites: readonly (readonly [string, readonly JunitCase[]])[]): string {
  const cases = suites.flatMap(([, own]) => own);
  const attributes = {
    name: 'demandfit check',
    tests: cases.length,
    failures: countCases(cases, 'failure'),
    errors: countCases(cases, 'error'),
    ...UNTIMED,
  };
  const lines = renderElement(
    'testsuites',
    attributes,
    suites.map(([name, own]) => renderSuite(name, own)),
  );
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...lines, ''].join('\n');
}

/** What is left out last comes first. */
const URGENCY = ['error', 'failure', 'skipped', 'passed'] as const;

/**
 * A JUnit report as Jenkins and GitLab read it: a suite a file with a test for each rule that could apply, and one for the
 * run as a whole. A rule that only warns passes and says so, as it does not fail the check.
 */
export function renderCheckJunit(file: CheckJson, context: RenderContext): string {
  const run = buildRunCase(file.check);
  const groups = [...groupCasesByFile(file, context)];
  const all = groups.flatMap(([, own]) => own);
  const byUrgency = URGENCY.flatMap((outcome) => all.filter((one) => one.outcome === outcome));
  const render = (cases: readonly JunitCase[]) => {
    const shown = new Set(cases);
    const cut = shown.size < all.length ? `${run.body}\n${describeCut('JUnit', shown.size, all.length)}` : run.body;
    const suites = groups.map(([name, own]) => [name, own.filter((one) => shown.has(one))] as const);
    return renderSuites([['demandfit check', [{ ...run, body: cut }]], ...suites]);
  };
  const { text, held } = fitWithin(byUrgency, LIMITS, render, countBytes);
  if (held < all.length) context.tell(describeCut('JUnit', held, all.length));
  return text;
}
