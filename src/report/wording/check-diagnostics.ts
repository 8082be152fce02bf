import type { CheckFinding, CheckJson, Severity, SuppressionReason } from '../../model/check.ts';
import type { Problem, Span } from '../../model/diagnostic.ts';
import { fingerprintProblems } from '../machine/fingerprint-problems.ts';
import { describeFinding, type FindingText } from './finding-wording.ts';

/** A finding or a problem, with its words: what the formats for machines and forges tell one by one. Texts are untrusted. */
export interface CheckDiagnostic extends FindingText {
  /** A problem is a file that could not be read; it fails the check whatever the settings. */
  readonly kind: 'finding' | 'problem';
  /** The id of a rule, or of a problem. */
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
  /** As the check names it. */
  readonly file: string;
  readonly at: Span | null;
  readonly fingerprint: string;
  /** null where it counts. */
  readonly setAside: SuppressionReason | null;
}

/** A finding of a file, in words. */
export function toFindingDiagnostic(finding: CheckFinding, file: string): CheckDiagnostic {
  const { id, severity, at, fingerprint, setAside } = finding;
  return { kind: 'finding', rule: id, severity, file, at, fingerprint, setAside, ...describeFinding(finding) };
}

function toProblemDiagnostic(problem: Problem, fingerprint: string): CheckDiagnostic {
  const { code, file, at, what, why, suggestion } = problem;
  const fix = suggestion === null ? problem.fix : `${problem.fix} Did you mean ${suggestion}?`;
  return {
    kind: 'problem',
    rule: code,
    severity: 'error',
    file,
    at,
    fingerprint,
    setAside: null,
    what: `${what}.`.replace(/([.!?])\.$/, '$1'),
    why,
    fix,
  };
}

/** The problems, then the findings file by file, those that do not count too; each in its own order. */
export function listDiagnostics({ check, problems }: CheckJson): readonly CheckDiagnostic[] {
  const fingerprints = fingerprintProblems(problems);
  return [
    ...problems.map((problem, index) => toProblemDiagnostic(problem, fingerprints[index] ?? '')),
    ...check.files.flatMap(({ file, findings }) => findings.map((finding) => toFindingDiagnostic(finding, file))),
  ];
}

/** `file:line:column`, or the file alone. */
export function formatPlace(file: string, at: Span | null): string {
  return at === null ? file : `${file}:${at.line}:${at.column}`;
}

/** The severity as a reader is told it. */
export const SEVERITY_WORDS = { error: 'error', warn: 'warning' } as const;
