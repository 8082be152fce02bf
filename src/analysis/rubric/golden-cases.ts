import type { Description } from '../../model/description.ts';
import type { GoldenCase } from '../../model/golden-case.ts';
import { toNumber } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { GoldenCaseCheck, GoldenCaseOutcome, GoldenCaseRun, OutcomeChange } from '../../model/rubric-audit.ts';
import { diagnose } from '../../score/diagnose.ts';
import { scoreDescription } from '../../score/score-description.ts';

/** The name that a vector has for a description: its file without folder and ending. */
export function toExampleName({ file, name }: Description): string {
  return file === null
    ? name
    : file
        .split('/')
        .at(-1)
        ?.replace(/\.[^.]*$/, '') || name;
}

function assessOutcome(description: Description, rubric: Rubric): GoldenCaseOutcome {
  const [score] = description.reference ? [] : scoreDescription(description, rubric);
  if (score === undefined) return { verdict: null, cause: null, index: null };
  const [diagnosis] = diagnose(score, rubric);
  return { verdict: score.verdict.id, cause: diagnosis?.id ?? null, index: toNumber(score.index.supported) };
}

function checkGoldenCase({ example, verdict, cause, index }: GoldenCase, found: GoldenCaseOutcome): GoldenCaseCheck {
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
export interface RubricReading {
  readonly rubric: Rubric;
  readonly descriptions: readonly Description[];
}

const identifyDescription = (description: Description) => description.file ?? description.name;

function isSameOutcome(a: GoldenCaseOutcome, b: GoldenCaseOutcome): boolean {
  return a.verdict === b.verdict && a.cause === b.cause && a.index === b.index;
}

/** What changes from the built-in set to another, for the descriptions that both can read. */
function findMoves(before: RubricReading, after: RubricReading): Pick<GoldenCaseRun, 'moves' | 'unread'> {
  const known = new Map(before.descriptions.map((description) => [identifyDescription(description), description]));
  const moves = after.descriptions.flatMap((description): readonly OutcomeChange[] => {
    const other = known.get(identifyDescription(description));
    if (other === undefined) return [];
    const [from, to] = [assessOutcome(other, before.rubric), assessOutcome(description, after.rubric)];
    return isSameOutcome(from, to) ? [] : [{ name: identifyDescription(description), before: from, after: to }];
  });
  return { moves, unread: after.descriptions.map(identifyDescription).filter((name) => !known.has(name)) };
}

/**
 * Holds a set against its vectors, those without a description left out. `builtIn` is what the built-in set makes of the same
 * descriptions, null where there is nothing to compare.
 */
export function runGoldenCases(
  vectors: readonly GoldenCase[],
  used: RubricReading,
  builtIn: RubricReading | null,
): GoldenCaseRun {
  const byStem = new Map(used.descriptions.map((description) => [toExampleName(description), description]));
  const checks = vectors.flatMap((vector) => {
    const description = byStem.get(vector.example);
    return description === undefined ? [] : [checkGoldenCase(vector, assessOutcome(description, used.rubric))];
  });
  const fails = ({ differs }: GoldenCaseCheck) => differs.length > 0;
  return {
    checks: [...checks.filter(fails), ...checks.filter((check) => !fails(check))],
    ...(builtIn === null ? { moves: null, unread: [] } : findMoves(builtIn, used)),
  };
}
