import { getCriterionKind } from '../criteria/registry.ts';
import type { Description } from '../model/description.ts';
import { toPointer } from '../model/pointer.ts';
import type { Finding } from '../model/report.ts';
import type { AnswerCondition, Implication, Rubric } from '../model/rubric.ts';
import type { CriterionReading } from './read-answers.ts';

/** What a description says, as conditions on it read it. */
class SaidAnswers {
  readonly description: Description;
  readonly readings: ReadonlyMap<string, CriterionReading>;

  constructor(description: Description, readings: readonly CriterionReading[]) {
    this.description = description;
    this.readings = new Map(readings.map((reading) => [reading.criterion.id, reading]));
  }

  /** Whether a condition holds: for certain, or else possibly, since what is unknown may be either way. */
  satisfies(condition: AnswerCondition, isCertain: boolean): boolean {
    if ('all' in condition) return condition.all.every((part) => this.satisfies(part, isCertain));
    if ('any' in condition) return condition.any.some((part) => this.satisfies(part, isCertain));
    if ('not' in condition) return !this.satisfies(condition.not, !isCertain);
    const reading = this.readings.get(condition.criterion);
    if ('answered' in condition) return (reading?.status === 'answered') === condition.answered;
    const answer = this.description.answers[condition.criterion];
    if (reading?.status !== 'answered' || answer?.status !== 'answered') return !isCertain;
    if ('options' in condition) return condition.options.includes(reading.reading.said);
    if ('figure_above' in condition) {
      const figure = getCriterionKind(reading.criterion.kind).figureOf?.(answer.value as never) ?? 0;
      return figure > condition.figure_above;
    }
    if (!('items' in condition)) {
      const { claimed } = reading.levels;
      return 'below' in condition ? claimed < condition.below : claimed >= condition.at_least;
    }
    const isAtLeast = 'at_least' in condition;
    const count = this.countItems(answer.value, condition.items, isAtLeast === isCertain);
    return isAtLeast ? count >= condition.at_least : count < condition.below;
  }

  /** The items that say this. @param isCertain false to count those that may say so too. */
  private countItems(value: unknown, facts: Readonly<Record<string, unknown>>, isCertain: boolean): number {
    const items = Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [];
    const says = (item: Readonly<Record<string, unknown>>, key: string) =>
      item[key] === facts[key] || (!isCertain && item[key] === null);
    return items.filter((item) => Object.keys(facts).every((key) => says(item, key))).length;
  }

  /** `Who pays: not-paid (line 31)`. */
  describe(criterion: string): readonly string[] {
    const reading = this.readings.get(criterion);
    if (reading?.status !== 'answered') return [];
    const line = this.placeOf(criterion)?.line;
    return [`${reading.criterion.title}: ${reading.reading.said}${line === undefined ? '' : ` (line ${line})`}`];
  }

  placeOf(criterion: string) {
    const reading = this.readings.get(criterion);
    return reading === undefined
      ? null
      : this.description.placeOf(toPointer([reading.criterion.dimension, reading.criterion.id]));
  }
}

/** The criteria that a condition names, each once. */
function listNamed(condition: AnswerCondition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(listNamed);
  if ('any' in condition) return condition.any.flatMap(listNamed);
  return 'not' in condition ? listNamed(condition.not) : [condition.criterion];
}

/** The implications of the rubric that the answers break. Levels stay as they are: which of the answers is wrong, nobody can tell. */
export function findContradictions(
  description: Description,
  readings: readonly CriterionReading[],
  { implications }: Pick<Rubric, 'implications'>,
): readonly Finding[] {
  const said = new SaidAnswers(description, readings);
  const isBroken = ({ when, implies }: Implication) => said.satisfies(when, true) && !said.satisfies(implies, false);
  return implications.filter(isBroken).map(({ id, when, implies, why }) => {
    const named = [...new Set([when, implies].flatMap(listNamed))];
    return {
      id: 'answer/contradicts',
      subject: named.join(', '),
      detail: { implication: id, answers: named.flatMap((one) => said.describe(one)).join('; '), why },
      at: said.placeOf(named[0] ?? ''),
    };
  });
}
