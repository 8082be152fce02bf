import type { Rubric } from '../model/rubric.ts';
import { criteriaOf, dimensionFaults } from './dimension-faults.ts';
import { claimFaults, dangling, type Fault, FILES, listsOf, repeated, rising } from './fault.ts';
import { gateFaults, leafFaults } from './gate-faults.ts';
import { registerFaults } from './register-faults.ts';
import { robustnessFaults } from './robustness-faults.ts';
import { seedFaults } from './seed-faults.ts';
import { statementsFaults } from './statements-faults.ts';
import { trackFaults } from './track-faults.ts';

interface Entry {
  readonly id: string;
  readonly file: string;
  readonly pointer: string;
}

/** Ids under which `explain` finds an entry, with the place of each. Duties are found under their regulation. */
function explainable(rubric: Rubric): readonly Entry[] {
  const from = (entries: readonly { id: string }[], file: string, at: string) =>
    entries.map(({ id }, i): Entry => ({ id, file, pointer: `${at}/${i}/id` }));
  return [
    ...rubric.dimensions.map(({ id }) => ({ id, file: FILES.dimension(id), pointer: '/id' })),
    ...rubric.dimensions.flatMap((dimension) =>
      from(criteriaOf(dimension, rubric), FILES.dimension(dimension.id), '/criteria'),
    ),
    ...rubric.tracks.map(({ id }) => ({ id, file: FILES.track(id), pointer: '/id' })),
    ...from(rubric.gates, FILES.gates, '/gates'),
    ...from(rubric.diagnoses, FILES.diagnoses, '/diagnoses'),
    ...from(rubric.evidence.grades, FILES.evidence, '/grades'),
    ...from(rubric.regulations, FILES.regulations, '/regulations'),
    ...from(rubric.alternatives, FILES.alternatives, '/alternatives'),
    ...from(rubric.bands, FILES.set, '/bands'),
  ];
}

function duplicateFaults(rubric: Rubric): readonly Fault[] {
  const seen = new Map<string, string>();
  return explainable(rubric).flatMap(({ id, file, pointer }) => {
    const before = seen.get(id);
    seen.set(id, before ?? file);
    return before === undefined ? [] : [{ file, pointer, what: `the id \`${id}\` is taken already, in ${before}` }];
  });
}

/**
 * Every contradiction between the entries of a set whose files each have the right shape; `claimsFile` is the name of
 * the register of claims, as the set gives it.
 */
export function faultsOf(rubric: Rubric, claimsFile: string): readonly Fault[] {
  const lists = listsOf(rubric);
  const { evidence, bands } = rubric;
  const found: Fault[] = [];
  if (bands[0]?.from !== 0 || !rising(bands.map((band) => band.from))) {
    found.push({ file: FILES.set, pointer: '/bands', what: 'the bands must begin at 0 and rise' });
  }
  const caps = evidence.grades.map((grade) => grade.cap);
  if (caps[0] !== 0 || caps.at(-1) !== 4 || caps.some((cap, i) => cap < (caps[i - 1] ?? cap))) {
    found.push({
      file: FILES.evidence,
      pointer: '/grades',
      what: 'the caps of the grades must begin at 0, never fall and end at 4',
    });
  }
  found.push(...claimFaults(FILES.evidence, '/claims', evidence.claims, lists));
  found.push(...dangling(FILES.evidence, '/own_host_cap', 'evidence grade', evidence.own_host_cap, lists.grades));
  found.push(...dangling(FILES.evidence, '/class_shown_by', 'evidence grade', evidence.class_shown_by, lists.grades));
  evidence.kinds.forEach((kind, i) => {
    found.push(...dangling(FILES.evidence, `/kinds/${i}/grade`, 'evidence grade', kind.grade, lists.grades));
  });
  found.push(...rubric.dimensions.flatMap((dimension) => dimensionFaults(dimension, rubric, lists)));
  found.push(...rubric.tracks.flatMap((track) => trackFaults(track, rubric, lists)));
  found.push(...rubric.gates.flatMap((gate, i) => gateFaults(gate, `/gates/${i}`, lists)));
  rubric.diagnoses.forEach((diagnosis, i) => {
    found.push(...claimFaults(FILES.diagnoses, `/diagnoses/${i}/claims`, diagnosis.claims, lists));
    found.push(...leafFaults(FILES.diagnoses, diagnosis.when, `/diagnoses/${i}/when`, lists));
  });
  return [
    ...found,
    ...robustnessFaults(rubric),
    ...registerFaults(rubric, lists),
    ...statementsFaults(rubric, lists),
    ...duplicateFaults(rubric),
    ...repeated(rubric.rating_rules, FILES.set, '/rating_rules'),
    ...repeated(evidence.kinds, FILES.evidence, '/kinds'),
    ...repeated(rubric.workloads, FILES.alternatives, '/workloads'),
    ...repeated(rubric.service_classes, FILES.alternatives, '/service_classes'),
    ...repeated(rubric.units, FILES.units, '/units'),
    ...seedFaults(rubric.seeds, claimsFile),
  ];
}
