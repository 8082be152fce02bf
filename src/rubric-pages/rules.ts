import { DEFAULT_SEVERITY, isUnsuppressible, RULE_IDS, type RuleId } from '../model/check.ts';
import { type Block, facts, paragraph, underHeading } from '../report/document.ts';
import type { EntryKind } from '../report/documents/rubric-entry/entry-page.ts';
import { describeRule } from '../report/wording/rule-wording.ts';

function buildConfigBlocks(id: RuleId): readonly Block[] {
  return [
    { kind: 'code', language: 'yaml', text: `rules:\n  ${id}: ${DEFAULT_SEVERITY[id] === 'error' ? 'warn' : 'error'}` },
  ];
}

function buildSuppressionBlocks(id: RuleId): readonly Block[] {
  if (isUnsuppressible(id))
    return paragraph('No comment in a file sets it aside: it holds for whoever runs the check.');
  return [
    ...paragraph(
      'A comment at the line, with the last day that it holds and the reason; in the prose of a memo the same between <!-- and -->:',
    ),
    { kind: 'code', language: 'yaml', text: `# demandfit-ignore ${id} until 2027-01-31: why it is so` },
  ];
}

function buildRuleBlocks(id: RuleId): readonly Block[] {
  const { why, fix } = describeRule(id);
  return [
    ...paragraph(why),
    ...facts([['usually', [DEFAULT_SEVERITY[id]]]]),
    ...underHeading('What to do', paragraph(fix)),
    ...underHeading('To weigh it otherwise, in demandfit.config.yaml', buildConfigBlocks(id)),
    ...underHeading('To set it aside', buildSuppressionBlocks(id)),
  ];
}

/** The rules of `demandfit check`: the same for every rubric. */
export const rules: EntryKind = {
  id: 'rule',
  plural: 'rules',
  means: 'What demandfit check looks at',
  entries: () =>
    RULE_IDS.map((id) => ({ id, title: describeRule(id).title, claims: [], blocks: () => buildRuleBlocks(id) })),
};
