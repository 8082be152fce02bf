import type { Description } from '../../model/description.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { RubricAudit } from '../../model/rubric-audit.ts';
import { dropDuplicates, prepareDescriptions } from './audited-descriptions.ts';
import { findConstantCriteria } from './constant-criteria.ts';
import { findRedundantPairs } from './redundant-pairs.ts';
import { findUnreachableLevels } from './unreachable-levels.ts';
import { findUnusedEntries } from './unused-entries.ts';

/** What an editor of a rubric may want to look at, in the rubric itself and over descriptions. Descriptions without a fit are left out. */
export function auditRubric(rubric: Rubric, descriptions: readonly Description[]): RubricAudit {
  const held = prepareDescriptions(descriptions, rubric);
  const apart = dropDuplicates(held);
  return {
    descriptions: held.map(({ name }) => name),
    distinct: apart.length,
    findings: [
      ...findUnreachableLevels(rubric),
      ...findConstantCriteria(apart, rubric),
      ...findRedundantPairs(apart, rubric),
      ...findUnusedEntries(rubric, held),
    ],
  };
}
