import type { Description } from '../../model/description.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { RubricAudit } from '../../model/rubric-audit.ts';
import { carryOut, scoringBy } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import { dropDuplicates, prepareDescriptions } from './audited-descriptions.ts';
import { findConstantCriteria } from './constant-criteria.ts';
import { influenceOf } from './influence.ts';
import { findRedundantPairs } from './redundant-pairs.ts';
import { findUnreachableLevels } from './unreachable-levels.ts';
import { findUnusedEntries } from './unused-entries.ts';

/**
 * Weaknesses of a rubric, by itself and over descriptions. Only an attack that gains something is an error: it breaks what the
 * report promises. The rest is for the editor to judge. Descriptions without a fit are left out.
 */
export function auditRubric(rubric: Rubric, descriptions: readonly Description[]): RubricAudit {
  const held = prepareDescriptions(descriptions, rubric);
  const apart = dropDuplicates(held);
  const score = scoringBy(rubric);
  const attacks = ATTACKS.map((attack) => carryOut(attack, held, rubric, score));
  const { influence, findings } = influenceOf(apart, rubric);
  return {
    descriptions: held.map(({ name }) => name),
    distinct: apart.length,
    attacks: attacks.map(({ tally }) => tally),
    influence,
    findings: [
      ...attacks.flatMap((attack) => attack.findings),
      ...findUnreachableLevels(rubric),
      ...findConstantCriteria(apart, rubric),
      ...findings,
      ...findRedundantPairs(apart, rubric),
      ...findUnusedEntries(rubric, held),
    ],
  };
}
