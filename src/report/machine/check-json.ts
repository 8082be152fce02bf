import { getRule } from '../../check/rules/registry.ts';
import type { CheckJson, WordedCheckFile } from '../../model/check.ts';
import type { RenderContext } from '../format.ts';
import { describeFinding, type Titles } from '../wording/finding-wording.ts';
import { toSafeJson } from '../writers/safe-json.ts';

function addWording(file: CheckJson, titles: Titles): WordedCheckFile {
  const files = file.check.files.map((checked) => ({
    ...checked,
    findings: checked.findings.map((finding) => ({
      ...finding,
      ...describeFinding(finding, getRule(finding.id), titles),
    })),
  }));
  const others = file.check.others.map((finding) => ({
    ...finding,
    ...describeFinding(finding, getRule(finding.id), titles),
  }));
  return { ...file, check: { ...file.check, files, others } };
}

/** The whole check as data, with the words of each finding. */
export function renderCheckJson(file: CheckJson, { titles }: Pick<RenderContext, 'titles'>): string {
  return toSafeJson(addWording(file, titles));
}
