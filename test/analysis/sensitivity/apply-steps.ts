import type { GradedEvidence, ReadContext } from '../../../src/criteria/criterion-kind.ts';
import { getCriterionKind } from '../../../src/criteria/registry.ts';
import { findHardestRivals } from '../../../src/criteria/rivals.ts';
import { type Answer, cite, type Description, type Source } from '../../../src/model/description.ts';
import { divide, toNumber, toRational } from '../../../src/model/rational.ts';
import type { PathStep } from '../../../src/model/report.ts';
import type { Criterion, Rubric } from '../../../src/model/rubric.ts';

/** Reports of the best grade by somebody else, of which each criterion takes one kind or another. */
const PROOFS: readonly Source[] = ['analytics', 'benchmark', 'audit', 'buyer-statement'].map((kind) => ({
  id: `proof-${kind}`,
  kind,
  title: kind,
  url: 'https://auditor.example.com',
  published: null,
  accessed: null,
}));

const PROOF_CITATIONS = PROOFS.map(({ id }) => cite(id));
const SUPPORT = { sources: PROOF_CITATIONS, disputed_by: [], note: null };

type Fields = Readonly<Record<string, unknown>>;

/** The answer as it is, with the proof under everything that can cite a source. */
function proven(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(proven);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Fields).map(([key, part]) => [
    key,
    key === 'sources' || key === 'class_sources' ? PROOF_CITATIONS : key === 'alternative' ? proven(part) : part,
  ]);
  return Object.fromEntries(entries);
}

/** A project's figure that is `ratio` times the hardest rival of the register, held against one that makes it level `to`. */
function comparisonAt(
  criterion: Criterion,
  to: number,
  ratio: number,
  rubric: Rubric,
  track: string,
  asOf: string,
): unknown {
  const known = rubric.alternatives.find((entry) => entry.criterion === criterion.id && entry.track === track);
  const better = known?.better ?? criterion.better ?? 'higher';
  const unit = known?.unit ?? 'widgets per day';
  const side = { criterion: criterion.id, track, value: 1, unit, better, workload: null, serviceClass: null };
  const [hardest] = findHardestRivals(side, asOf, rubric);
  const own = hardest === undefined ? toRational(1) : hardest.ratio;
  const exact = toNumber(better === 'lower' ? divide(own, toRational(ratio)) : divide(toRational(ratio), own));
  const project = exact * (better === 'lower' ? 1 - 1e-9 : 1 + 1e-9);
  const level = Math.max(ratio, (criterion.levels[to]?.at_least ?? 0) * (1 + 1e-9));
  const value = better === 'lower' ? project * level : project / level;
  return {
    project,
    alternative: { name: 'Another', value, unit: null, sources: PROOF_CITATIONS },
    unit,
    better,
    workload: null,
    service_class: null,
    class_sources: [],
    ...SUPPORT,
  };
}

/** An answer at a level, on the best evidence. */
function valueAt(criterion: Criterion, { to, ratio }: PathStep, rubric: Rubric, track: string, asOf: string): unknown {
  switch (criterion.kind) {
    case 'choice':
      return { answer: criterion.levels[to]?.option, ...SUPPORT };
    case 'number': {
      const lowest = (criterion.levels[1]?.at_least ?? 0) * (criterion.better === 'lower' ? 2 : 0);
      return { answer: criterion.levels[to]?.at_least ?? lowest, ...SUPPORT };
    }
    case 'comparison':
      return comparisonAt(criterion, to, ratio ?? 0.5, rubric, track, asOf);
    case 'customers':
      return (to === 4 ? ['Alpha', 'Beta', 'Gamma'] : ['Alpha']).map((name) => ({
        name,
        outside_crypto: true,
        stage: to === 1 ? 'announced' : to === 2 ? 'pilot' : 'production',
        paid: to > 2,
        ...SUPPORT,
      }));
    case 'duties': {
      const all = rubric.regulations.flatMap((regulation) =>
        regulation.duties.map((duty) => [{ regulation: regulation.id, duty: duty.id, ...SUPPORT }]),
      );
      const grade = rubric.evidence.grades.at(-1);
      if (grade === undefined) throw new Error('the rubric has no grades');
      const graded: GradedEvidence = { grade, cap: 4, capAt: () => 4, sources: [] };
      const carryAll = { grade: () => graded, gradeReference: () => graded, weaker: () => graded, span: () => null };
      const context: ReadContext = { rubric, criterion, track, asOf, project: '', ...carryAll };
      const levelOf = (answer: unknown) => getCriterionKind('duties').read(answer as never, context).levels.claimed;
      return all.find((answer) => levelOf(answer) === to) ?? all.find((answer) => levelOf(answer) > to);
    }
    default:
      throw new Error(`no answer of kind ${criterion.kind} is known here`);
  }
}

/** The description with the steps of a way up taken: each answer as it has to be, on evidence that carries everything. */
export function applied(description: Description, steps: readonly PathStep[], rubric: Rubric): Description {
  const { track, as_of: asOf } = description;
  if (track === null) throw new Error('a way up is one of a track');
  const answers: Record<string, Answer> = { ...description.answers };
  for (const step of steps) {
    const criterion = rubric.criteria.find(({ id }) => id === step.criterion);
    const before = answers[step.criterion];
    if (criterion === undefined) throw new Error(`there is no criterion ${step.criterion}`);
    const isKept = step.kind === 'evidence' || step.kind === 'source';
    const value =
      isKept && before?.status === 'answered' ? proven(before.value) : valueAt(criterion, step, rubric, track, asOf);
    answers[step.criterion] = { status: 'answered', value };
  }
  const proofs = PROOFS.map((proof) => ({ ...proof, published: asOf }));
  return { ...description, answers, sources: [...description.sources, ...proofs] };
}
