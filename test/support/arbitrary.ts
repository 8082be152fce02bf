import fc from 'fast-check';
import { type Answer, cite, type Description, type Source, UNKNOWN_ANSWER } from '../../src/model/description.ts';
import type { Criterion, Rubric } from '../../src/model/rubric.ts';

const AS_OF = '2026-09-30';

const DATES = [null, '2019-05-01', '2024-Q4', '2025-11', '2026-06-30', '2026-09-30', '2026-12-01'];
const URLS = [
  'https://example.org/a',
  'https://docs.example.org/b',
  'https://web.archive.org/web/2026/https://example.org/c',
  'https://lab.example.net/c',
  'https://github.com/example/repo',
];

const SOURCE_IDS = ['s0', 's1', 's2', 's3', 's4', 's5'];

export function arbitrarySource(rubric: Rubric, id: string): fc.Arbitrary<Source> {
  return fc.record({
    id: fc.constant(id),
    title: fc.constant(`Document ${id}`),
    url: fc.constantFrom(...URLS),
    kind: fc.constantFrom(...rubric.evidence.kinds.map((kind) => kind.id)),
    published: fc.constantFrom(...DATES),
    accessed: fc.constantFrom(...DATES),
  });
}

const cited = fc.subarray(SOURCE_IDS.map(cite));
const support = {
  sources: cited,
  disputed_by: fc.subarray(SOURCE_IDS.map(cite), { maxLength: 1 }),
  note: fc.constant(null),
};
const fact = fc.constantFrom(true, false, null);

export function arbitraryCustomer() {
  return fc.record({
    name: fc.constantFrom('Alpha Clinic', 'Beta Works', 'Gamma Press', 'Delta Rail', 'Epsilon Foods'),
    outside_crypto: fact,
    stage: fc.constantFrom('announced', 'pilot', 'production', null),
    paid: fact,
    ...support,
  });
}

export function arbitraryDuty(rubric: Rubric) {
  const all = rubric.regulations.flatMap((regulation) =>
    regulation.duties.map((duty) => ({ regulation: regulation.id, duty: duty.id })),
  );
  return fc.tuple(fc.constantFrom(...all), fc.record(support)).map(([ids, rest]) => ({ ...ids, ...rest }));
}

function arbitraryComparison(criterion: Criterion, rubric: Rubric) {
  const known = rubric.alternatives.filter((entry) => entry.criterion === criterion.id && entry.figures.length > 0);
  const own = fc.record({
    name: fc.constant('Own choice'),
    value: fc.constantFrom(0.5, 1, 2.5, 6.88, 23, 100),
    unit: fc.constant(null),
    sources: cited,
  });
  const units = [...new Set(known.map((entry) => entry.unit)), 'widgets per day'];
  return fc
    .record({
      project: fc.constantFrom(1e-12, 0.1, 0.75, 1, 2.65, 4.99, 7.99, 50),
      alternative: own,
      unit: fc.constantFrom(...units),
      better: criterion.better === null ? fc.constantFrom('lower', 'higher') : fc.constant(criterion.better),
      workload: fc.constantFrom(null, ...rubric.workloads.map((entry) => entry.id)),
      service_class: fc.constantFrom(null, ...rubric.service_classes.map((entry) => entry.id)),
      class_sources: cited,
      ...support,
    })
    .chain((answer) => {
      const fitting = known.filter((entry) => entry.unit === answer.unit && entry.better === answer.better);
      const registered = fitting.map(({ id, workload }) => ({
        ...answer,
        alternative: id,
        workload: answer.workload === null ? null : workload,
      }));
      return fc.constantFrom<typeof answer | (typeof registered)[number]>(answer, ...registered);
    });
}

function arbitraryValue(criterion: Criterion, rubric: Rubric): fc.Arbitrary<unknown> {
  switch (criterion.kind) {
    case 'choice':
      return fc.record({ answer: fc.constantFrom(...criterion.levels.map((level) => level.option ?? '')), ...support });
    case 'number': {
      const thresholds = criterion.levels.flatMap((level) => (level.at_least === null ? [] : [level.at_least]));
      return fc.record({ answer: fc.constantFrom(0, ...thresholds, ...thresholds.map((t) => t * 0.99)), ...support });
    }
    case 'comparison':
      return arbitraryComparison(criterion, rubric);
    case 'customers':
      return fc.array(arbitraryCustomer(), { maxLength: 5 });
    case 'duties':
      return fc.array(arbitraryDuty(rubric), { maxLength: 3 });
    default:
      throw new Error(`the properties know no answers of kind ${criterion.kind}`);
  }
}

export function arbitraryAnswer(criterion: Criterion, rubric: Rubric): fc.Arbitrary<Answer> {
  return fc.oneof(
    { weight: 4, arbitrary: arbitraryValue(criterion, rubric).map((value): Answer => ({ status: 'answered', value })) },
    { weight: 1, arbitrary: fc.constant<Answer>(UNKNOWN_ANSWER) },
  );
}

/** A description of any answers on a given track; each criterion is present or left out. */
export function arbitraryDescription(rubric: Rubric): fc.Arbitrary<Description> {
  const answers = Object.fromEntries(
    rubric.criteria.map((criterion) => [criterion.id, arbitraryAnswer(criterion, rubric)]),
  );
  return fc
    .record({
      track: fc.constantFrom(...rubric.tracks.map((track) => track.id)),
      website: fc.constantFrom(null, 'https://www.example.org'),
      sources: fc.tuple(...SOURCE_IDS.map((id) => arbitrarySource(rubric, id))),
      answers: fc.record(answers, { requiredKeys: [] }),
    })
    .map(({ track, website, sources, answers: given }) => ({
      name: 'Example Network',
      offer: null,
      summary: 'A marketplace on a chain where idle GPUs are rented for AI training.',
      website,
      own_hosts: ['github.com/example'],
      reference: false,
      as_of: AS_OF,
      track,
      sources,
      answers: given as Description['answers'],
      file: null,
      placeOf: () => null,
    }));
}
