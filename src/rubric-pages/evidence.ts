import type { Grade, Rubric, SourceKind } from '../model/rubric.ts';
import { type Block, facts, list, paragraph, ref, type Text, underHeading } from '../report/document.ts';
import { claimsSection, type EntryKind } from './entry-kind.ts';

function findGradeRank(rubric: Rubric, grade: string): number {
  return rubric.evidence.grades.findIndex((entry) => entry.id === grade);
}

function listLoweredCaps(grade: Grade, rubric: Rubric): readonly Text[] {
  return rubric.criteria.flatMap((criterion): Text[] => {
    const cap = criterion.caps[grade.id];
    if (cap === undefined || cap >= grade.cap) return [];
    return [[ref('criterion', criterion.id), `: level ${cap}. ${criterion.caps_reason ?? ''}`]];
  });
}

function buildGradeBlocks(grade: Grade, rubric: Rubric): readonly Block[] {
  const { grades, kinds } = rubric.evidence;
  const own = kinds.filter((kind) => kind.grade === grade.id);
  return [
    ...paragraph(grade.means),
    ...facts([
      ['carries', [`level ${grade.cap} at most`]],
      ['rank', [`${findGradeRank(rubric, grade.id)} of ${grades.length - 1}; 0 is no evidence`]],
    ]),
    ...underHeading(
      'Source kinds of this grade',
      list(own.map((kind) => [ref('source-kind', kind.id), `: ${kind.means}`])),
    ),
    ...underHeading('Criteria on which it carries less', list(listLoweredCaps(grade, rubric))),
    ...claimsSection(rubric, rubric.evidence.claims),
  ];
}

function buildSourceKindBlocks(kind: SourceKind, rubric: Rubric): readonly Block[] {
  const { grades, own_host_cap: limit } = rubric.evidence;
  const grade = grades.find((entry) => entry.id === kind.grade);
  const isHeld = findGradeRank(rubric, kind.grade) > findGradeRank(rubric, limit);
  return [
    ...paragraph(kind.means),
    ...facts([
      ['grade', [ref('grade', kind.grade), `, which carries level ${grade?.cap ?? 0} at most`]],
      isHeld ? ["on the project's host", ['it counts as ', ref('grade', limit)]] : null,
    ]),
  ];
}

export const grades: EntryKind = {
  id: 'grade',
  plural: 'grades',
  means: 'What evidence can carry, from worst to best',
  entries: (rubric) =>
    rubric.evidence.grades.map((grade) => ({
      id: grade.id,
      title: grade.title,
      claims: rubric.evidence.claims,
      blocks: () => buildGradeBlocks(grade, rubric),
    })),
};

export const sourceKinds: EntryKind = {
  id: 'source-kind',
  plural: 'source-kinds',
  means: 'What a cited document is',
  entries: (rubric) =>
    rubric.evidence.kinds.map((kind) => ({
      id: kind.id,
      title: kind.title,
      claims: [],
      blocks: () => buildSourceKindBlocks(kind, rubric),
    })),
};
