import {
  add,
  compareRationals,
  divide,
  multiply,
  type Rational,
  subtract,
  toRational,
  ZERO,
} from '../../model/rational.ts';
import type { Evidence, Rubric } from '../../model/rubric.ts';
import type { AuditFinding } from '../../model/rubric-audit.ts';
import type { CriterionReading } from '../../score/read-answers.ts';
import type { AuditedDescription } from './audited-descriptions.ts';

type PairedAnswer = Extract<CriterionReading, { status: 'answered' }>;

function findAnswered({ score }: AuditedDescription, id: string): PairedAnswer | null {
  const reading = score.readings.find(({ criterion }) => criterion.id === id);
  return reading?.status === 'answered' ? reading : null;
}

/** The sources that carry an answer: of those it cites, the ones of the best grade, unless that carries nothing. */
function listCarryingSources({ reading }: PairedAnswer, { grades }: Evidence): readonly string[] {
  const rankOf = (grade: string) => grades.findIndex(({ id }) => id === grade);
  const best = Math.max(0, ...reading.graded.sources.map(({ grade }) => rankOf(grade)));
  return best === 0 ? [] : reading.graded.sources.filter(({ grade }) => rankOf(grade) === best).map(({ id }) => id);
}

function computeMean(values: readonly Rational[]): Rational {
  return values.length === 0 ? ZERO : divide(values.reduce(add, ZERO), toRational(values.length));
}

/** The population covariance of two lists of one length; 0 where they are empty. Exact. */
function computeCovariance(a: readonly Rational[], b: readonly Rational[]): Rational {
  const [meanA, meanB] = [computeMean(a), computeMean(b)];
  return computeMean(a.map((value, i) => multiply(subtract(value, meanA), subtract(b[i] ?? meanB, meanB))));
}

type AnswerPairs = readonly (readonly [PairedAnswer, PairedAnswer])[];

function findSharedEvidence(
  subject: string,
  names: string,
  both: AnswerPairs,
  { evidence, analysis }: Rubric,
): readonly AuditFinding[] {
  const shared = both.filter(([a, b]) => {
    const first = listCarryingSources(a, evidence);
    return listCarryingSources(b, evidence).some((id) => first.includes(id));
  });
  if (shared.length < analysis.same_source || shared.length * 2 < both.length) return [];
  return [
    {
      id: 'pair/same-evidence',
      subject,
      what: `One source carries both ${names} in ${shared.length} of the ${both.length} descriptions that answer both.`,
      why: 'Where one document settles two questions, it is counted twice.',
      fix: 'Look whether the two ask the same thing; else ask one of them for evidence of its own under `needs`.',
    },
  ];
}

function findCorrelation(
  subject: string,
  names: string,
  both: AnswerPairs,
  { analysis: { correlation } }: Rubric,
): readonly AuditFinding[] {
  const [a, b] = [0, 1].map((side) => both.map((pair) => toRational(pair[side as 0 | 1].levels.supported)));
  if (a === undefined || b === undefined || both.length < correlation.descriptions) return [];
  const most = toRational(correlation.above);
  const together = computeCovariance(a, b);
  const apart = multiply(computeCovariance(a, a), computeCovariance(b, b));
  if (
    compareRationals(together, ZERO) <= 0 ||
    compareRationals(multiply(together, together), multiply(multiply(most, most), apart)) <= 0
  )
    return [];
  return [
    {
      id: 'pair/correlated',
      subject,
      what: `The supported levels of ${names} go together, with a correlation over ${correlation.above} in the ${both.length} descriptions that answer both.`,
      why: 'Two criteria that always agree are one with the weight of two.',
      fix: 'Merge them, or find projects that part them.',
    },
  ];
}

/** Pairs of criteria that rest on the same evidence or come out the same. */
export function findRedundantPairs(held: readonly AuditedDescription[], rubric: Rubric): readonly AuditFinding[] {
  const { criteria } = rubric;
  return criteria.flatMap((first, at) =>
    criteria.slice(at + 1).flatMap((second) => {
      const both = held.flatMap((entry) => {
        const [a, b] = [findAnswered(entry, first.id), findAnswered(entry, second.id)];
        return a === null || b === null ? [] : [[a, b] as const];
      });
      const subject = `${first.id} + ${second.id}`;
      const names = `\`${first.id}\` and \`${second.id}\``;
      return [...findSharedEvidence(subject, names, both, rubric), ...findCorrelation(subject, names, both, rubric)];
    }),
  );
}
