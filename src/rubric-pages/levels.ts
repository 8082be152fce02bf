import type { Criterion, LevelText, Rubric } from '../model/rubric.ts';
import { type Block, facts, paragraph, ref, underHeading } from '../report/document.ts';
import { findGradeCap } from '../score/evidence.ts';
import { buildLevelFacts } from './criteria.ts';
import { createEntryKind } from './entry-kind.ts';

interface WrittenLevel extends LevelText {
  readonly id: string;
  readonly title: string;
  readonly criterion: Criterion;
}

/** The levels of a criterion, each by its option, or its number where it has none. */
function listLevels(criterion: Criterion): readonly WrittenLevel[] {
  return criterion.levels.map((level) => ({
    ...level,
    id: `${criterion.id}/${level.option ?? `level-${level.level}`}`,
    title: `${criterion.title}, level ${level.level}`,
    criterion,
  }));
}

function buildLevelBlocks({ criterion, ...level }: WrittenLevel, { evidence, marks }: Rubric): readonly Block[] {
  const carrier = evidence.grades.find((grade) => findGradeCap(grade, criterion) >= level.level);
  const next = criterion.levels[level.level + 1];
  return [
    ...paragraph(criterion.question),
    ...facts([
      ['criterion', [ref('criterion', criterion.id), `: ${criterion.title}`]],
      ['worth', [`${marks[level.level]} of ${marks.at(-1)} marks`]],
      level.level === 0 || carrier === undefined
        ? null
        : ['supported by', ['evidence of the grade ', ref('grade', carrier.id), ' or better']],
      level.other_hand ? ['by whom', ["someone else: the supplier's own sources cannot support it"]] : null,
    ]),
    ...buildLevelFacts(level, criterion),
    ...(next === undefined
      ? []
      : underHeading('The next level', buildLevelFacts(next, criterion), paragraph(criterion.raise))),
  ];
}

export const levels = createEntryKind({
  id: 'level',
  plural: 'levels',
  means: 'One of the five written levels of a criterion',
  list: (rubric) => rubric.criteria.flatMap(listLevels),
  blocks: buildLevelBlocks,
  columns: ({ means }) => ({ meaning: means }),
});
