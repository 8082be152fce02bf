import type { Rubric } from '../../../model/rubric.ts';
import { checkIdExists, checkUniqueIds, FILES, type FileInconsistency, type KnownIds } from './inconsistency.ts';

/** Contradictions between the vocabulary of memos and what it names of the rest. */
export function checkStatements(rubric: Rubric, lists: KnownIds): readonly FileInconsistency[] {
  const { statements, regulations } = rubric;
  const file = FILES.statements;
  const laws = regulations.map(({ id }) => id);
  return [
    ...Object.entries(statements.roles).flatMap(([role, criteria]) =>
      criteria.flatMap((id, i) => checkIdExists(file, `/roles/${role}/${i}`, 'criterion', id, lists.criteria)),
    ),
    ...Object.keys(statements.subjects).flatMap((id) =>
      checkIdExists(file, `/subjects/${id}`, 'criterion', id, lists.criteria),
    ),
    ...Object.keys(statements.laws.names).flatMap((id) =>
      checkIdExists(file, `/laws/names/${id}`, 'regulation', id, laws),
    ),
    ...checkUniqueIds(statements.strong, file, '/strong'),
    ...statements.strong.flatMap((family, i) => [
      ...checkIdExists(file, `/strong/${i}/needs`, 'evidence grade', family.needs, lists.grades),
      ...family.about.flatMap((id, j) =>
        checkIdExists(file, `/strong/${i}/about/${j}`, 'criterion', id, lists.criteria),
      ),
    ]),
  ];
}
