import type { Rubric } from '../model/rubric.ts';
import { criteriaOf, dimensionFaults } from './dimension-faults.ts';
import { claimFaults, dangling, type Fault, FILES, listsOf, outOfOrder, repeated } from './fault.ts';
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
    if (before === undefined) return [];
    const what = `the id \`${id}\` is taken already, in ${before}`;
    const why = '`demandfit explain` finds an entry by its id alone.';
    return [{ file, pointer, what, why, fix: 'Give one of the two another id, wherever it is named too.' }];
  });
}

function bandFaults({ bands }: Rubric): readonly Fault[] {
  const file = FILES.set;
  const [lowest] = bands;
  const begins: readonly Fault[] =
    lowest === undefined || lowest.from === 0
      ? []
      : [
          {
            file,
            pointer: '/bands/0/from',
            what: `the bands must begin at 0, and \`${lowest.id}\` begins at ${lowest.from}`,
            why: 'An index under the lowest band would have no verdict.',
            fix: 'Write `from: 0`.',
          },
        ];
  const places = outOfOrder(
    bands.map(({ from }) => from),
    (from, before) => from > before,
  );
  const falls = places.flatMap((i): readonly Fault[] => {
    const [before, band] = bands.slice(i - 1, i + 1);
    if (before === undefined || band === undefined) return [];
    return [
      {
        file,
        pointer: `/bands/${i}/from`,
        what: `the bands must rise: \`${band.id}\` begins at ${band.from}, and \`${before.id}\` before it at ${before.from}`,
        why: 'An index has to fall into one band.',
        fix: `Let \`${band.id}\` begin above ${before.from}, or \`${before.id}\` under ${band.from}.`,
      },
    ];
  });
  return [...begins, ...falls];
}

function capFaults({ evidence: { grades } }: Rubric): readonly Fault[] {
  const fault = (i: number, what: string, fix: string): Fault => ({
    file: FILES.evidence,
    pointer: `/grades/${i}/cap`,
    what: `the caps of the grades must ${what}`,
    why: 'Nothing shown carries nothing, and better evidence carries at least as much as worse.',
    fix,
  });
  const caps = grades.map(({ cap }) => cap);
  const last = caps.length - 1;
  return [
    ...(caps[0] === 0 ? [] : [fault(0, 'begin at 0', 'Write `cap: 0` for the worst grade.')]),
    ...outOfOrder(caps, (cap, before) => cap >= before).map((i) =>
      fault(i, 'never fall', `Write a cap of ${caps[i - 1]} or more, or put the grades in order, the worst first.`),
    ),
    ...(caps[last] === 4 ? [] : [fault(last, 'end at 4', 'Write `cap: 4` for the best grade.')]),
  ];
}

/**
 * Every contradiction between the entries of a set whose files each have the right shape; `claimsFile` is the name of
 * the register of claims, as the set gives it.
 */
export function faultsOf(rubric: Rubric, claimsFile: string): readonly Fault[] {
  const lists = listsOf(rubric);
  const { evidence } = rubric;
  const found: Fault[] = [...bandFaults(rubric), ...capFaults(rubric)];
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
