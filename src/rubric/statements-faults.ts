import type { Rubric } from '../model/rubric.ts';
import { dangling, type Fault, FILES, type Lists, repeated } from './fault.ts';

/** Contradictions between the vocabulary of memos and what it names of the rest. */
export function statementsFaults(rubric: Rubric, lists: Lists): readonly Fault[] {
  const { statements, regulations } = rubric;
  const file = FILES.statements;
  const laws = regulations.map(({ id }) => id);
  return [
    ...Object.keys(statements.subjects).flatMap((id) =>
      dangling(file, `/subjects/${id}`, 'criterion', id, lists.criteria),
    ),
    ...Object.keys(statements.laws.names).flatMap((id) => dangling(file, `/laws/names/${id}`, 'regulation', id, laws)),
    ...repeated(statements.strong, file, '/strong'),
    ...statements.strong.flatMap((family, i) => [
      ...dangling(file, `/strong/${i}/needs`, 'evidence grade', family.needs, lists.grades),
      ...family.about.flatMap((id, j) => dangling(file, `/strong/${i}/about/${j}`, 'criterion', id, lists.criteria)),
    ]),
  ];
}
