import { isOfTheCheck, RULE_IDS, type RuleId, USUAL_SEVERITY } from '../model/check.ts';
import { ruleTextOf } from '../render/check/wording.ts';
import { type Block, type EntryKind, facts, paragraph, section } from './page.ts';

function configOf(id: RuleId): Block[] {
  return [{ kind: 'yaml', text: `rules:\n  ${id}: ${USUAL_SEVERITY[id] === 'error' ? 'warn' : 'error'}` }];
}

function commentOf(id: RuleId): Block[] {
  if (isOfTheCheck(id)) return paragraph('No comment in a file sets it aside: it holds for whoever runs the check.');
  return [
    ...paragraph(
      'A comment at the line, with the last day that it holds and the reason; in the prose of a memo the same between <!-- and -->:',
    ),
    { kind: 'yaml', text: `# demandfit-ignore ${id} until 2027-01-31: why it is so` },
  ];
}

function blocksOf(id: RuleId): Block[] {
  const { why, fix } = ruleTextOf(id);
  return [
    ...paragraph(why),
    ...facts([['usually', [USUAL_SEVERITY[id]]]]),
    ...section('What to do', paragraph(fix)),
    ...section('To weigh it otherwise, in demandfit.config.yaml', configOf(id)),
    ...section('To set it aside', commentOf(id)),
  ];
}

/** The rules of `demandfit check`: the same for every rubric. */
export const rules: EntryKind = {
  id: 'rule',
  plural: 'rules',
  means: 'What demandfit check looks at',
  entries: () => RULE_IDS.map((id) => ({ id, title: ruleTextOf(id).title, claims: [], blocks: () => blocksOf(id) })),
};
