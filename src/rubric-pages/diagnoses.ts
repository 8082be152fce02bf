import type { Diagnosis, Rubric } from '../model/rubric.ts';
import { type Block, facts, paragraph, underHeading } from '../report/document.ts';
import { describeCondition } from './conditions.ts';
import { claimsSection, type EntryKind } from './entry-kind.ts';

function buildDiagnosisBlocks(diagnosis: Diagnosis, place: number, rubric: Rubric): readonly Block[] {
  return [
    ...paragraph(diagnosis.means),
    ...facts([
      ['route', [`${diagnosis.route}. ${diagnosis.advice}`]],
      ['watch', [diagnosis.trigger]],
      ['order', [`${place} of ${rubric.diagnoses.length}; the first that holds is the diagnosis`]],
    ]),
    ...underHeading('When it holds', paragraph(...describeCondition(diagnosis.when))),
    ...claimsSection(rubric, diagnosis.claims),
  ];
}

export const diagnoses: EntryKind = {
  id: 'diagnosis',
  plural: 'diagnoses',
  means: 'A cause that holds a project back, with a route',
  entries: (rubric) =>
    rubric.diagnoses.map((diagnosis, index) => ({
      id: diagnosis.id,
      title: diagnosis.title,
      claims: diagnosis.claims,
      blocks: () => buildDiagnosisBlocks(diagnosis, index + 1, rubric),
    })),
};
