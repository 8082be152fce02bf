import { assess } from '../assess.ts';
import type { Move, Outcome, VectorCheck, VectorRun } from '../model/audit.ts';
import type { Description } from '../model/description.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Vector } from '../model/vector.ts';

/** The name that a vector has for a description: its file without folder and ending. */
export function stemOf({ file, name }: Description): string {
  return file === null
    ? name
    : file
        .split('/')
        .at(-1)
        ?.replace(/\.[^.]*$/, '') || name;
}

function outcomeOf(description: Description, rubric: Rubric): Outcome {
  const { verdict, diagnosis, fit } = assess(description, rubric);
  return { verdict, cause: diagnosis?.id ?? null, index: fit?.supported ?? null };
}

function checkOf({ example, verdict, cause, index }: Vector, found: Outcome): VectorCheck {
  const [low, high] = index;
  const isWithin = found.index !== null && found.index >= low && found.index <= high;
  return {
    example,
    expected: { verdict, cause, index },
    found,
    differs: [
      ...(found.verdict === verdict ? [] : (['verdict'] as const)),
      ...(found.cause === cause ? [] : (['cause'] as const)),
      ...(isWithin ? [] : (['index'] as const)),
    ],
  };
}

/** A rubric with the descriptions as it reads them. */
export interface Reading {
  readonly rubric: Rubric;
  readonly descriptions: readonly Description[];
}

const named = (description: Description) => description.file ?? description.name;

function isSame(a: Outcome, b: Outcome): boolean {
  return a.verdict === b.verdict && a.cause === b.cause && a.index === b.index;
}

/** What changes from the built-in set to another, for the descriptions that both can read. */
function movesFrom(before: Reading, after: Reading): Pick<VectorRun, 'moves' | 'unread'> {
  const known = new Map(before.descriptions.map((description) => [named(description), description]));
  const moves = after.descriptions.flatMap((description): readonly Move[] => {
    const other = known.get(named(description));
    if (other === undefined) return [];
    const [from, to] = [outcomeOf(other, before.rubric), outcomeOf(description, after.rubric)];
    return isSame(from, to) ? [] : [{ name: named(description), before: from, after: to }];
  });
  return { moves, unread: after.descriptions.map(named).filter((name) => !known.has(name)) };
}

/**
 * Holds a set against its vectors, those without a description left out. `builtIn` is what the built-in set makes of the same
 * descriptions, null where there is nothing to compare.
 */
export function runVectors(vectors: readonly Vector[], used: Reading, builtIn: Reading | null): VectorRun {
  const byStem = new Map(used.descriptions.map((description) => [stemOf(description), description]));
  const checks = vectors.flatMap((vector) => {
    const description = byStem.get(vector.example);
    return description === undefined ? [] : [checkOf(vector, outcomeOf(description, used.rubric))];
  });
  const fails = ({ differs }: VectorCheck) => differs.length > 0;
  return {
    checks: [...checks.filter(fails), ...checks.filter((check) => !fails(check))],
    ...(builtIn === null ? { moves: null, unread: [] } : movesFrom(builtIn, used)),
  };
}
