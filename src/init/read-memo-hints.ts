import { extractMemoFacts, type MemoFacts } from '../check/memo/memo-facts.ts';
import { splitMemo } from '../input/text/front-matter.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';

/** An answer that a memo's text supports, for its author to confirm. Words in capitals are to be filled in. */
export interface AnswerHint {
  readonly criterion: string;
  readonly value: unknown;
  /** The line of the memo, from 1, and the words there. */
  readonly line: number;
  readonly said: string;
}

/** What a memo says, with nothing added to it. */
export interface MemoHints {
  readonly file: string;
  /** The first heading; null where there is none. */
  readonly name: { readonly text: string; readonly line: number } | null;
  /** The first paragraph; null where there is none. */
  readonly summary: { readonly text: string; readonly line: number } | null;
  /** All of its prose, from which the track is inferred. */
  readonly prose: string;
  /** In the order of the text. */
  readonly answers: readonly AnswerHint[];
}

/** What stands where only the author knows. */
const PLACEHOLDERS = { alternative: 'ALTERNATIVE', duty: 'DUTY' } as const;

function collectFigureHints({ figures }: MemoFacts, criteria: ReadonlyMap<string, Criterion>): readonly AnswerHint[] {
  return figures.flatMap(({ criterion: id, value, unit, line, said }) => {
    const kind = criteria.get(id)?.kind;
    const figure = { project: value, alternative: PLACEHOLDERS.alternative, unit };
    return [{ criterion: id, value: kind === 'number' ? value : figure, line, said }];
  });
}

/** One hint for a list, with each name once; it stands where the first one does. */
function createListHint<T extends { readonly line: number; readonly said: string }>(
  criterion: Criterion | undefined,
  found: readonly T[],
  itemOf: (entry: T) => object,
): readonly AnswerHint[] {
  const [first] = found;
  if (first === undefined || criterion === undefined) return [];
  const items = new Map(found.map((entry) => [JSON.stringify(itemOf(entry)), itemOf(entry)] as const));
  const lines = [...new Set(found.map(({ line, said }) => `${said} (line ${line})`))];
  const said = lines.length === 1 ? first.said : lines.join(' / ');
  return [{ criterion: criterion.id, value: [...items.values()], line: first.line, said }];
}

/** What a memo says, as answers for its author to confirm; a memo need not have front matter. */
export function readMemoHints(text: string, file: string, name: string | null, rubric: Rubric): MemoHints {
  const memo = splitMemo(text, file);
  const said = extractMemoFacts(text, memo.ok ? memo.value.body : 0, name, rubric);
  const criteria = new Map(rubric.criteria.map((criterion) => [criterion.id, criterion]));
  const ofKind = (kind: string) => rubric.criteria.find((criterion) => criterion.kind === kind);
  const duties = said.laws.flatMap(({ regulation, duties: named, line, said: words }) => {
    const ids = named.length > 0 ? named.map(({ id }) => id) : [PLACEHOLDERS.duty];
    return ids.map((duty) => ({ regulation: regulation.id, duty, line, said: words }));
  });
  return {
    file,
    name: said.heading,
    summary: said.opening,
    prose: said.prose,
    answers: [
      ...collectFigureHints(said, criteria),
      ...createListHint(ofKind('customers'), said.customers, (entry) => ({ name: entry.name })),
      ...createListHint(ofKind('duties'), duties, ({ regulation, duty }) => ({ regulation, duty })),
    ],
  };
}
