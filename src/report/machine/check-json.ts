import { getRule } from '../../check/rules/registry.ts';
import type { CheckJson, WordedCheckFile } from '../../model/check.ts';
import { describeFinding } from '../wording/finding-wording.ts';
import { toSafeJson } from '../writers/safe-json.ts';

function addWording(file: CheckJson): WordedCheckFile {
  const files = file.check.files.map((checked) => ({
    ...checked,
    findings: checked.findings.map((finding) => ({ ...finding, ...describeFinding(finding, getRule(finding.id)) })),
  }));
  return { ...file, check: { ...file.check, files } };
}

/** The whole check as data, with the words of each finding. */
export function renderCheckJson(file: CheckJson): string {
  return toSafeJson(addWording(file));
}
