import type { AuditFinding } from '../model/audit.ts';
import { compare, rational, times, ZERO } from '../model/rational.ts';
import type { Evidence, Rubric } from '../model/rubric.ts';
import type { CriterionReading } from '../score/read-answers.ts';
import type { Held } from './held.ts';
import { covariance } from './statistics.ts';

/** Descriptions in which one source has to carry both, and those in which both have to be answered to compare their levels. */
const FEWEST_SHARED = 3;
const FEWEST_LEVELS = 6;

/** The square of the correlation, 0.9, over which two criteria say one thing. */
const HIGH = rational(0.81);

type Answered = Extract<CriterionReading, { status: 'answered' }>;

function answeredIn({ score }: Held, id: string): Answered | null {
  const reading = score.readings.find(({ criterion }) => criterion.id === id);
  return reading?.status === 'answered' ? reading : null;
}

/** The sources that carry an answer: of those it cites, the ones of the best grade, unless that carries nothing. */
function carriers({ reading }: Answered, { grades }: Evidence): readonly string[] {
  const rankOf = (grade: string) => grades.findIndex(({ id }) => id === grade);
  const best = Math.max(0, ...reading.graded.sources.map(({ grade }) => rankOf(grade)));
  return best === 0 ? [] : reading.graded.sources.filter(({ grade }) => rankOf(grade) === best).map(({ id }) => id);
}

type Both = readonly (readonly [Answered, Answered])[];

function sameEvidence(subject: string, names: string, both: Both, evidence: Evidence): readonly AuditFinding[] {
  const shared = both.filter(([a, b]) => {
    const first = carriers(a, evidence);
    return carriers(b, evidence).some((id) => first.includes(id));
  });
  if (shared.length < FEWEST_SHARED || shared.length * 2 < both.length) return [];
  return [
    {
      id: 'pair/same-evidence',
      severity: 'warning',
      subject,
      what: `One source carries both ${names} in ${shared.length} of the ${both.length} descriptions that answer both.`,
      why: 'Where one document settles two questions, it is counted twice.',
      fix: 'Look whether the two ask the same thing; else ask one of them for evidence of its own under `needs`.',
    },
  ];
}

function correlated(subject: string, names: string, both: Both): readonly AuditFinding[] {
  const [a, b] = [0, 1].map((side) => both.map((pair) => rational(pair[side as 0 | 1].levels.supported)));
  if (a === undefined || b === undefined || both.length < FEWEST_LEVELS) return [];
  const together = covariance(a, b);
  const apart = times(covariance(a, a), covariance(b, b));
  if (compare(together, ZERO) <= 0 || compare(times(together, together), times(HIGH, apart)) <= 0) return [];
  return [
    {
      id: 'pair/correlated',
      severity: 'warning',
      subject,
      what: `The supported levels of ${names} go together, with a correlation over 0.9 in the ${both.length} descriptions that answer both.`,
      why: 'Two criteria that always agree are one with the weight of two.',
      fix: 'Merge them, or find projects that part them.',
    },
  ];
}

/** Pairs of criteria that rest on the same evidence or come out the same. */
export function likePairs(held: readonly Held[], { criteria, evidence }: Rubric): readonly AuditFinding[] {
  return criteria.flatMap((first, at) =>
    criteria.slice(at + 1).flatMap((second) => {
      const both = held.flatMap((entry) => {
        const [a, b] = [answeredIn(entry, first.id), answeredIn(entry, second.id)];
        return a === null || b === null ? [] : [[a, b] as const];
      });
      const subject = `${first.id} + ${second.id}`;
      const names = `\`${first.id}\` and \`${second.id}\``;
      return [...sameEvidence(subject, names, both, evidence), ...correlated(subject, names, both)];
    }),
  );
}
