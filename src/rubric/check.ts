import { compileKnowledge } from '../classify/knowledge.ts';
import type { Rubric } from '../model/rubric.ts';
import { criterionFaults } from './criterion-faults.ts';
import { claimFaults, dangling, type Fault, FILES, listsOf, rising } from './fault.ts';
import { gateFaults, leafFaults } from './gate-faults.ts';
import { registerFaults } from './register-faults.ts';
import { trackFaults } from './track-faults.ts';

/** Ids under which `explain` finds an entry, with the file of each. Duties are found under their regulation. */
function explainable(rubric: Rubric): readonly { id: string; file: string }[] {
  const from = (entries: readonly { id: string }[], file: string) => entries.map(({ id }) => ({ id, file }));
  return [
    ...rubric.dimensions.map(({ id }) => ({ id, file: FILES.dimension(id) })),
    ...rubric.criteria.map(({ id, dimension }) => ({ id, file: FILES.dimension(dimension) })),
    ...rubric.tracks.map(({ id }) => ({ id, file: FILES.track(id) })),
    ...from(rubric.gates, FILES.gates),
    ...from(rubric.diagnoses, FILES.diagnoses),
    ...from(rubric.evidence.grades, FILES.evidence),
    ...from(rubric.regulations, FILES.regulations),
    ...from(rubric.alternatives, FILES.alternatives),
    ...from(rubric.bands, FILES.set),
  ];
}

function duplicateFaults(rubric: Rubric): readonly Fault[] {
  const seen = new Map<string, string>();
  return explainable(rubric).flatMap(({ id, file }) => {
    const before = seen.get(id);
    seen.set(id, before ?? file);
    return before === undefined ? [] : [{ file, pointer: '', what: `the id \`${id}\` is taken already, in ${before}` }];
  });
}

/** Ids that stand twice in a list of their own; `at` is the pointer of the list. */
function repeatedIn(entries: readonly { id: string }[], file: string, at: string): readonly Fault[] {
  const ids = entries.map((entry) => entry.id);
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i ? [] : [{ file, pointer: `${at}/${i}/id`, what: `the id \`${id}\` stands twice` }],
  );
}

function classifierFault(rubric: Rubric): readonly Fault[] {
  try {
    compileKnowledge(rubric.tracks, rubric.classifier);
    return [];
  } catch (error) {
    return [{ file: FILES.classifier, pointer: '', what: error instanceof Error ? error.message : String(error) }];
  }
}

/** Every contradiction between the entries of a set whose files each have the right shape. */
export function faultsOf(rubric: Rubric): readonly Fault[] {
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
  evidence.kinds.forEach((kind, i) => {
    found.push(...dangling(FILES.evidence, `/kinds/${i}/grade`, 'evidence grade', kind.grade, lists.grades));
  });
  for (const dimension of rubric.dimensions) {
    const file = FILES.dimension(dimension.id);
    found.push(...claimFaults(file, '/claims', dimension.claims, lists));
    const own = rubric.criteria.filter((criterion) => criterion.dimension === dimension.id);
    own.forEach((criterion, i) => {
      found.push(...criterionFaults(criterion, `/criteria/${i}`, rubric, lists));
    });
  }
  found.push(...rubric.tracks.flatMap((track) => trackFaults(track, rubric, lists)));
  found.push(...rubric.gates.flatMap((gate, i) => gateFaults(gate, `/gates/${i}`, lists)));
  rubric.diagnoses.forEach((diagnosis, i) => {
    found.push(...claimFaults(FILES.diagnoses, `/diagnoses/${i}/claims`, diagnosis.claims, lists));
    found.push(...leafFaults(FILES.diagnoses, diagnosis.when, `/diagnoses/${i}/when`, lists));
  });
  return [
    ...found,
    ...registerFaults(rubric, lists),
    ...duplicateFaults(rubric),
    ...repeatedIn(evidence.kinds, FILES.evidence, '/kinds'),
    ...repeatedIn(rubric.workloads, FILES.alternatives, '/workloads'),
    ...repeatedIn(rubric.service_classes, FILES.alternatives, '/service_classes'),
    ...repeatedIn(rubric.units, FILES.units, '/units'),
    ...repeatedIn(rubric.seeds.claims, FILES.set, '/claims'),
    ...classifierFault(rubric),
  ];
}
