import { getCriterionKind } from '../../criteria/registry.ts';
import { LEVELS, type Level } from '../../model/level.ts';
import type { Criterion, Rubric } from '../../model/rubric.ts';
import type { AuditFinding } from '../../model/rubric-audit.ts';

/** The tracks on which a criterion is asked. */
function listTracks(criterion: Criterion, rubric: Rubric): readonly string[] {
  return rubric.tracks.map(({ id }) => id).filter((id) => criterion.not_applicable[id] === undefined);
}

/** The levels that some answer claims on some track. */
function listClaimableLevels(criterion: Criterion, rubric: Rubric): ReadonlySet<Level> {
  const { reachable } = getCriterionKind(criterion.kind);
  return new Set(listTracks(criterion, rubric).flatMap((track) => reachable?.(criterion, rubric, track) ?? LEVELS));
}

/** The highest level that evidence carries on a criterion: what the best grade does. */
function findHighestCarried(criterion: Criterion, rubric: Rubric): Level {
  const caps = rubric.evidence.grades.map(({ id, cap }) => Math.min(cap, criterion.caps[id] ?? cap));
  return Math.max(0, ...caps) as Level;
}

function toUnreachableFinding({ id }: Criterion, level: Level, because: string, fix: string): AuditFinding {
  return {
    id: 'level/unreachable',
    subject: id,
    what: `Level ${level} of \`${id}\` can't be reached: ${because}.`,
    why: 'A written level that nothing reaches promises a difference that the score never makes.',
    fix,
  };
}

/** Written levels that no answer claims on any track, and those that even the best evidence does not carry. */
export function findUnreachableLevels(rubric: Rubric): readonly AuditFinding[] {
  return rubric.criteria.flatMap((criterion) => {
    const tracks = listTracks(criterion, rubric);
    if (tracks.length === 0) {
      const fix = 'Ask it on a track, or take it out.';
      return LEVELS.map((level) => toUnreachableFinding(criterion, level, 'the criterion applies on no track', fix));
    }
    const claimed = listClaimableLevels(criterion, rubric);
    const most = findHighestCarried(criterion, rubric);
    return LEVELS.flatMap((level) => {
      if (!claimed.has(level))
        return [
          toUnreachableFinding(
            criterion,
            level,
            'no answer that is allowed claims it on any track',
            'Move its threshold within what an answer may say, or let the register carry it.',
          ),
        ];
      if (level <= most) return [];
      const because = `the best grade of evidence carries ${most} here`;
      return [
        toUnreachableFinding(criterion, level, because, 'Raise the cap of the best grade, or describe a lower level.'),
      ];
    });
  });
}
