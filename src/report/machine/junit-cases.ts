import { RULES } from '../../check/rules/registry.ts';
import type { Rule } from '../../check/rules/rule.ts';
import type { CheckedFile, CheckJson } from '../../model/check.ts';
import type { Digest } from '../../model/fingerprint.ts';
import { type CheckDiagnostic, formatPlace, listDiagnostics, SEVERITY_WORDS } from '../wording/check-diagnostics.ts';
import { describeSuppression } from '../wording/check-outcome.ts';

/** One test of a suite; its texts are not escaped yet. */
export interface JunitCase {
  /** Each once in a suite. */
  readonly name: string;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly type: string;
  /** In one line. */
  readonly message: string;
  readonly body: string;
}

function describeDiagnostic({ file, at, severity, rule, what, why, fix, setAside }: CheckDiagnostic): string {
  const aside = setAside === null ? '' : `\nSet aside. ${describeSuppression(setAside)}`;
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
  return `${title}: not looked at, as there is no fit (${verdictTitle}).`;
}

function listRuleCases(checked: CheckedFile, found: readonly CheckDiagnostic[]): readonly JunitCase[] {
  return RULES.flatMap((rule) => {
    const { id, needs } = rule;
    const own = found.filter((entry) => entry.rule === id);
    if (checked.off.includes(id)) return [];
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
export function groupCasesByFile(file: CheckJson, digest: Digest): ReadonlyMap<string, readonly JunitCase[]> {
  const entries = listDiagnostics(file, digest);
  const findings = groupByFile(entries.filter(({ kind }) => kind === 'finding'));
  const problems = groupByFile(entries.filter(({ kind }) => kind === 'problem'));
  const cases = new Map(file.check.files.map((one) => [one.file, listRuleCases(one, findings.get(one.file) ?? [])]));
  for (const [name, own] of problems) cases.set(name, [...(cases.get(name) ?? []), ...buildProblemCases(own)]);
  return cases;
}
