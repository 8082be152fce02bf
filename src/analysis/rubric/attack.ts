import { getCriterionKind } from '../../criteria/registry.ts';
import type { Description } from '../../model/description.ts';
import { compareRationals, type Rational, toNumber } from '../../model/rational.ts';
import type { Criterion, Rubric } from '../../model/rubric.ts';
import type { AttackTally, AuditFinding } from '../../model/rubric-audit.ts';
import { accept, REFUSED } from '../../model/schema/accept.ts';
import { scoreDescription } from '../../score/score-description.ts';
import type { AuditedDescription } from './audited-descriptions.ts';
import type { EditPath } from './edits.ts';

/** One change to a description that tells no new fact, so that it must not raise the supported index. */
export interface Try {
  /** What it is done to: a criterion's id, or a part of the description. */
  readonly subject: string;
  /** What is done, such as `the answer is left out`. */
  readonly what: string;
  readonly description: Description;
}

/** A way to game a rubric. */
export interface Attack {
  readonly id: Extract<AuditFinding['id'], `attack/${string}`>;
  readonly title: string;
  /** Why it must gain nothing. */
  readonly why: string;
  tries(held: AuditedDescription, rubric: Rubric): Iterable<Try>;
}

/** The figures of a description that no attack may raise, in exact points, 0 to 100. The description declares its track. */
export type Scoring = (description: Description) => readonly Rational[];

/** The supported index, after gates and before: what a gate's cap hides today, another description may show. */
export function scoringBy(rubric: Rubric): Scoring {
  return (description) => {
    const [score] = scoreDescription(description, rubric);
    if (score === undefined) throw new Error(`${description.name} declares no track`);
    return [score.index.supported, score.uncapped.supported];
  };
}

/** An answer of a description with what its kind tells of it. */
export interface GivenAnswer {
  readonly criterion: Criterion;
  readonly value: unknown;
  /** Where the answer cites sources. */
  readonly citations: readonly { readonly id: string; readonly path: EditPath }[];
  /** True where a description could give this value too. */
  accepts(value: unknown): boolean;
}

/** The answers of a description, in the rubric's order. */
export function givenAnswers({ answers }: Description, rubric: Rubric): readonly GivenAnswer[] {
  return rubric.criteria.flatMap((criterion) => {
    const answer = answers[criterion.id];
    if (answer?.status !== 'answered') return [];
    const kind = getCriterionKind(criterion.kind);
    const shape = kind.shape(criterion, rubric);
    const { value } = answer;
    return [
      {
        criterion,
        value,
        citations: kind.citations(value as never),
        accepts: (edited: unknown) => accept(shape, edited) !== REFUSED,
      },
    ];
  });
}

interface Raised {
  readonly name: string;
  readonly what: string;
  readonly from: Rational;
  readonly to: Rational;
}

function raisedBy(edit: Try, held: AuditedDescription, before: readonly Rational[], score: Scoring): Raised | null {
  const after = score(edit.description);
  const at = after.findIndex((figure, i) => compareRationals(figure, before[i] ?? figure) > 0);
  const [from, to] = [before[at], after[at]];
  return from === undefined || to === undefined ? null : { name: held.name, what: edit.what, from, to };
}

/** Two decimals, so that a rise of less than a point is seen. */
function shown(figure: Rational): string {
  return String(Math.round(toNumber(figure) * 100) / 100);
}

function findingOf(attack: Attack, subject: string, raised: readonly Raised[]): readonly AuditFinding[] {
  const [first] = raised;
  if (first === undefined) return [];
  const more = raised.length === 1 ? '' : ` ${raised.length - 1} more tries on \`${subject}\` do so too.`;
  return [
    {
      id: attack.id,
      severity: 'error',
      subject,
      what: `In ${first.name}, ${first.what}: the supported index rises from ${shown(first.from)} to ${shown(first.to)}.${more}`,
      why: attack.why,
      fix: 'Look at the gate, cap or level that reads this; a rise has to come from a fact with its evidence.',
    },
  ];
}

/** How an attack fares over all descriptions, with a finding for each subject that it gains something by. */
export function carryOut(
  attack: Attack,
  all: readonly AuditedDescription[],
  rubric: Rubric,
  score: Scoring,
): { readonly tally: AttackTally; readonly findings: readonly AuditFinding[] } {
  const raised = new Map<string, Raised[]>();
  let tried = 0;
  for (const held of all) {
    const before = score(held.description);
    for (const edit of attack.tries(held, rubric)) {
      tried += 1;
      const rise = raisedBy(edit, held, before, score);
      if (rise !== null) raised.set(edit.subject, [...(raised.get(edit.subject) ?? []), rise]);
    }
  }
  const count = [...raised.values()].reduce((sum, rises) => sum + rises.length, 0);
  return {
    tally: { id: attack.id, title: attack.title, tried, raised: count },
    findings: [...raised].flatMap(([subject, rises]) => findingOf(attack, subject, rises)),
  };
}
