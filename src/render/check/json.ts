import type { Check, CheckedFile, CheckFile, CheckFinding } from '../../model/check.ts';
import { safeJson } from '../safe-json.ts';
import type { Worded } from '../wording.ts';
import { ruleWordingOf } from './wording.ts';

/** The check file with the words of each finding beside its data. */
export interface WordedCheckFile extends Omit<CheckFile, 'check'> {
  readonly check: Omit<Check, 'files'> & {
    readonly files: readonly (Omit<CheckedFile, 'findings'> & {
      readonly findings: readonly (CheckFinding & Worded)[];
    })[];
  };
}

function worded(file: CheckFile): WordedCheckFile {
  const files = file.check.files.map((checked) => ({
    ...checked,
    findings: checked.findings.map((finding) => ({ ...finding, ...ruleWordingOf(finding) })),
  }));
  return { ...file, check: { ...file.check, files } };
}

/** The whole check as data, with the words of each finding. */
export function checkInJson(file: CheckFile): string {
  return safeJson(worded(file));
}
