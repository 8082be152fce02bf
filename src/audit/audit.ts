import type { RubricAudit } from '../model/audit.ts';
import type { Description } from '../model/description.ts';
import type { Rubric } from '../model/rubric.ts';
import { carryOut, scoringBy } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import { findConstantCriteria } from './constants.ts';
import { dropDuplicates, prepareDescriptions } from './held.ts';
import { influenceOf } from './influence.ts';
import { findRedundantPairs } from './pairs.ts';
import { findUnreachableLevels } from './unreachable.ts';
import { findUnusedEntries } from './unused.ts';

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
