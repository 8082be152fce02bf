import { getRule } from '../../check/rules/registry.ts';
import type { CheckFinding, CheckJson, WordedCheckFile } from '../../model/check.ts';
import type { RenderContext } from '../format.ts';
import { nameRulePage } from '../wording/check-diagnostics.ts';
import { describeFinding, type Titles } from '../wording/finding-wording.ts';
import { toSafeJson } from '../writers/safe-json.ts';

function addWording({ tool, ...file }: CheckJson, titles: Titles, homepage: string): WordedCheckFile {
  const add = <F extends CheckFinding>(finding: F) => ({
    ...finding,
    ...describeFinding(finding, getRule(finding.id), titles),
    url: nameRulePage(finding.id, tool.version, homepage),
  });
  const files = file.check.files.map((checked) => ({ ...checked, findings: checked.findings.map(add) }));
  return { ...file, tool, check: { ...file.check, files, others: file.check.others.map(add) } };
}

/** The whole check as data, with the words of each finding. */
export function renderCheckJson(
  file: CheckJson,
  { titles, homepage }: Pick<RenderContext, 'titles' | 'homepage'>,
): string {
  return toSafeJson(addWording(file, titles, homepage));
}
