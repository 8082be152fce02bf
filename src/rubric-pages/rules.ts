import { RULES } from '../check/rules/registry.ts';
import type { Rule } from '../check/rules/rule.ts';
import { type Block, facts, paragraph, underHeading } from '../report/document.ts';
import type { EntryKind } from './entry-kind.ts';

function buildConfigBlocks({ id, severity }: Rule): readonly Block[] {
  return [{ kind: 'code', language: 'yaml', text: `rules:\n  ${id}: ${severity === 'error' ? 'warn' : 'error'}` }];
}

function buildSuppressionBlocks({ id, scope }: Rule): readonly Block[] {
  if (scope !== 'description')
    return paragraph('No comment in a file sets it aside: it holds for whoever runs the check.');
  return [
    ...paragraph(
      'A comment at the line, with the last day that it holds and the reason; in the prose of a memo the same between <!-- and -->:',
    ),
    { kind: 'code', language: 'yaml', text: `# demandfit-ignore ${id} until 2027-01-31: why it is so` },
  ];
}

function buildRuleBlocks(rule: Rule): readonly Block[] {
  return [
    ...paragraph(rule.why),
    ...facts([['usually', [rule.severity]]]),
    ...underHeading('What to do', paragraph(rule.fix)),
    ...underHeading('To weigh it otherwise, in demandfit.config.yaml', buildConfigBlocks(rule)),
    ...underHeading('To set it aside', buildSuppressionBlocks(rule)),
  ];
}

/** The rules of `demandfit check`: the same for every rubric. */
export const rules: EntryKind = {
  id: 'rule',
  plural: 'rules',
  means: 'What demandfit check looks at',
  entries: () =>
    RULES.map((rule) => ({ id: rule.id, title: rule.title, claims: [], blocks: () => buildRuleBlocks(rule) })),
};
