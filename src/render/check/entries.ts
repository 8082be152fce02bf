import type { CheckFile, CheckFinding, SetAside, Severity } from '../../model/check.ts';
import type { Problem, Span } from '../../model/problem.ts';
import type { Worded } from '../wording.ts';
import { problemFingerprints } from './problem-fingerprints.ts';
import { ruleWordingOf } from './wording.ts';

/** A finding or a problem, with its words: what the formats for machines and forges tell one by one. Texts are untrusted. */
export interface Entry extends Worded {
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
  readonly setAside: SetAside | null;
}

/** A finding of a file, in words. */
export function entryOf(finding: CheckFinding, file: string): Entry {
  const { id, severity, at, fingerprint, setAside } = finding;
  return { kind: 'finding', rule: id, severity, file, at, fingerprint, setAside, ...ruleWordingOf(finding) };
}

function problemEntry(problem: Problem, fingerprint: string): Entry {
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
export function entriesOf({ check, problems }: CheckFile): readonly Entry[] {
  const fingerprints = problemFingerprints(problems);
  return [
    ...problems.map((problem, index) => problemEntry(problem, fingerprints[index] ?? '')),
    ...check.files.flatMap(({ file, findings }) => findings.map((finding) => entryOf(finding, file))),
  ];
}

/** `file:line:column`, or the file alone. */
export function placeOf(file: string, at: Span | null): string {
  return at === null ? file : `${file}:${at.line}:${at.column}`;
}

/** The severity as a reader is told it. */
export const SEVERITY_WORDS = { error: 'error', warn: 'warning' } as const;
