import { getRule } from '../../check/rules/registry.ts';
import type {
  CheckFinding,
  CheckJson,
  CheckResult,
  FileFinding,
  Severity,
  SuppressionReason,
} from '../../model/check.ts';
import type { Problem, Span } from '../../model/diagnostic.ts';
import { computeFingerprints, FINGERPRINT_DIGITS } from '../../model/fingerprint.ts';
import type { RenderContext } from '../format.ts';
import { describeFinding, type FindingText, type Titles } from './finding-wording.ts';

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

/** A problem in words. */
export function describeProblem({
  code,
  file,
  at,
  what,
  why,
  fix,
  suggestion,
}: Problem): Omit<CheckDiagnostic, 'fingerprint'> {
  return {
    kind: 'problem',
    rule: code,
    severity: 'error',
    file,
    at,
    setAside: null,
    what: `${what}.`.replace(/([.!?])\.$/, '$1'),
    why,
    fix: suggestion === null ? fix : `${fix} Did you mean ${suggestion}?`,
  };
}

function toFindingDiagnostic(
  finding: CheckFinding,
  file: string,
  titles: Titles,
): Omit<CheckDiagnostic, 'fingerprint'> {
  const { id, severity, at, setAside } = finding;
  return {
    kind: 'finding',
    rule: id,
    severity,
    file,
    at,
    setAside,
    ...describeFinding(finding, getRule(id), titles),
  };
}

/** The findings of each description, then those on other files, each with its file. */
export function listAllFindings({ files, others }: Pick<CheckResult, 'files' | 'others'>): readonly FileFinding[] {
  return [...files.flatMap(({ file, findings }) => findings.map((finding) => ({ ...finding, file }))), ...others];
}

/** The problems, then the findings file by file, those that do not count too; each in its own order. */
export function listDiagnostics(
  { check, problems }: CheckJson,
  { digest, fromRoot, titles }: Pick<RenderContext, 'digest' | 'fromRoot' | 'titles'>,
): readonly CheckDiagnostic[] {
  // Without the place, so that it stays where a line moves.
  const contents = problems.map(({ code, file, what }) => JSON.stringify([code, file, what]));
  const fingerprints = computeFingerprints(contents, digest);
  return [
    ...problems.map((problem, index) => ({ ...describeProblem(problem), fingerprint: fingerprints[index] ?? '' })),
    ...listAllFindings(check).map(({ file, ...finding }) => ({
      ...toFindingDiagnostic(finding, file, titles),
      // A forge keeps the findings of all files in one list, so the file is part of what it knows them by.
      fingerprint: digest(`${fromRoot(file)} ${finding.fingerprint}`).slice(0, FINGERPRINT_DIGITS),
    })),
  ];
}

/**
 * Where the reference explains a rule or, as `problem`, what keeps a file from being read; as it was in the release. null where the
 * repository is published nowhere.
 */
export function nameRulePage(
  id: string,
  version: string,
  homepage: string | null,
  kind: 'rule' | 'problem' = 'rule',
): string | null {
  if (homepage === null) return null;
  const mark = `${kind}-${id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  return `${homepage}/blob/v${version}/docs/reference/${kind}s.md#${mark}`;
}

/** The severity as a reader is told it. */
export const SEVERITY_WORDS = { error: 'error', warn: 'warning', note: 'note' } as const;
