import { getRule } from '../../check/rules/registry.ts';
import type { CheckedFile, CheckFinding, CheckJson, WordedCheckedFile, WordedCheckFile } from '../../model/check.ts';
import type { RenderContext } from '../format.ts';
import { nameRulePage } from '../wording/check-diagnostics.ts';
import { describeFinding, type Titles } from '../wording/finding-wording.ts';
import { toSafeJson, toSafeJsonLine } from '../writers/safe-json.ts';

/** Adds the words of its rule to a finding. */
function createWording(version: string, titles: Titles, homepage: string | null) {
  return <F extends CheckFinding>(finding: F) => ({
    ...finding,
    ...describeFinding(finding, getRule(finding.id), titles),
    url: nameRulePage(finding.id, version, homepage),
  });
}

type WordingContext = Pick<RenderContext, 'titles' | 'homepage'>;

/** A checked file as data. */
export function addWording(
  checked: CheckedFile,
  version: string,
  { titles, homepage }: WordingContext,
): WordedCheckedFile {
  return { ...checked, findings: checked.findings.map(createWording(version, titles, homepage)) };
}

/** The whole check as data, with the words of each finding. */
export function renderCheckJson({ tool, ...file }: CheckJson, context: WordingContext): string {
  const files = file.check.files.map((checked) => addWording(checked, tool.version, context));
  const others = file.check.others.map(createWording(tool.version, context.titles, context.homepage));
  const whole: WordedCheckFile = { ...file, tool, check: { ...file.check, files, others } };
  return toSafeJson(whole);
}

/** A line for each checked file, then for each finding on another one and each problem. */
export function renderCheckJsonLines(file: CheckJson, context: WordingContext): string {
  const { schemaVersion, tool, rubric, check, problems } = file;
  const add = createWording(tool.version, context.titles, context.homepage);
  const entries = [
    ...check.files.map((checked) => ({ check: addWording(checked, tool.version, context) })),
    ...check.others.map((other) => ({ other: add(other) })),
    ...problems.map((problem) => ({ problem })),
  ];
  return entries.map((entry) => toSafeJsonLine({ schemaVersion, tool, rubric, ...entry })).join('');
}
