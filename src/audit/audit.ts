import type { Audit } from '../model/audit.ts';
import type { Description } from '../model/description.ts';
import type { Rubric } from '../model/rubric.ts';
import { carryOut, scoringBy } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import { constantCriteria } from './constants.ts';
import { distinct, hold } from './held.ts';
import { influenceOf } from './influence.ts';
import { likePairs } from './pairs.ts';
import { unreachableLevels } from './unreachable.ts';
import { unusedEntries } from './unused.ts';

/**
 * Weaknesses of a rubric, by itself and over descriptions. Only an attack that gains something is an error: it breaks what the
 * report promises. The rest is for the editor to judge. Descriptions without a fit are left out.
 */
export function audit(rubric: Rubric, descriptions: readonly Description[]): Audit {
  const held = hold(descriptions, rubric);
  const apart = distinct(held);
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
      ...unreachableLevels(rubric),
      ...constantCriteria(apart, rubric),
      ...findings,
      ...likePairs(apart, rubric),
      ...unusedEntries(rubric, held),
    ],
  };
}
