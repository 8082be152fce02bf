import type { CheckedFile, CheckFinding, CheckJson, CheckResult } from '../../model/check.ts';
import { describeFinding, type FindingText } from '../wording/finding-wording.ts';
import { toSafeJson } from '../writers/safe-json.ts';

/** The check file with the words of each finding beside its data. */
export interface WordedCheckFile extends Omit<CheckJson, 'check'> {
  readonly check: Omit<CheckResult, 'files'> & {
    readonly files: readonly (Omit<CheckedFile, 'findings'> & {
      readonly findings: readonly (CheckFinding & FindingText)[];
    })[];
  };
}

function addWording(file: CheckJson): WordedCheckFile {
  const files = file.check.files.map((checked) => ({
    ...checked,
    findings: checked.findings.map((finding) => ({ ...finding, ...describeFinding(finding) })),
  }));
  return { ...file, check: { ...file.check, files } };
}

/** The whole check as data, with the words of each finding. */
export function renderCheckJson(file: CheckJson): string {
  return toSafeJson(addWording(file));
}
