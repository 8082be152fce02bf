import type { Rubric } from '../../model/rubric.ts';
import type { AuditFinding } from '../../model/rubric-audit.ts';
import type { AuditedDescription } from './audited-descriptions.ts';

/** Criteria whose supported level is the same in every description that they apply in. */
export function findConstantCriteria(held: readonly AuditedDescription[], rubric: Rubric): readonly AuditFinding[] {
  return rubric.criteria.flatMap(({ id }) => {
    const readings = held.flatMap(({ score }) =>
      score.readings.flatMap((reading) =>
        reading.criterion.id === id && reading.status !== 'not-applicable' ? [reading] : [],
      ),
    );
    const levels = [...new Set(readings.map((reading) => reading.levels.supported))];
    const [level] = levels;
    if (readings.length < rubric.analysis.constant || levels.length !== 1 || level === undefined) return [];
    const unknown = readings.filter(({ status }) => status === 'unknown').length;
    return [
      {
        id: 'criterion/constant',
        subject: id,
        what: `\`${id}\` is supported at level ${level} in all ${readings.length} descriptions that it applies in (unknown in ${unknown}).`,
        why: 'What is the same for every project tells none apart and only takes weight from what does.',
        fix: 'Look whether a level in between is missing, or whether nobody can answer the question; else lower its weight.',
      },
    ];
  });
}
