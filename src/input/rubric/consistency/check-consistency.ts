import type { Rubric } from '../../../model/rubric.ts';
import { checkClaimRegister } from './check-claim-register.ts';
import { checkDimension, listCriteria } from './check-dimension.ts';
import { checkConditionIds, checkGate } from './check-gate.ts';
import { checkRegisters } from './check-registers.ts';
import { checkRobustness } from './check-robustness.ts';
import { checkStatements } from './check-statements.ts';
import { checkTrack } from './check-track.ts';
import {
  checkClaimIds,
  checkIdExists,
  checkUniqueIds,
  collectKnownIds,
  FILES,
  type FileInconsistency,
  findOutOfOrder,
} from './inconsistency.ts';

interface ExplainableEntry {
  readonly id: string;
  readonly file: string;
  readonly pointer: string;
}

/** Ids under which `explain` finds an entry, with the place of each. Duties are found under their regulation. */
function listExplainable(rubric: Rubric): readonly ExplainableEntry[] {
  const from = (entries: readonly { id: string }[], file: string, at: string) =>
    entries.map(({ id }, i): ExplainableEntry => ({ id, file, pointer: `${at}/${i}/id` }));
  return [
    ...rubric.dimensions.map(({ id }) => ({ id, file: FILES.dimension(id), pointer: '/id' })),
    ...rubric.dimensions.flatMap((dimension) =>
      from(listCriteria(dimension, rubric), FILES.dimension(dimension.id), '/criteria'),
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

function checkExplainableIds(rubric: Rubric): readonly FileInconsistency[] {
  const seen = new Map<string, string>();
  return listExplainable(rubric).flatMap(({ id, file, pointer }) => {
    const before = seen.get(id);
    seen.set(id, before ?? file);
    if (before === undefined) return [];
    const what = `the id \`${id}\` is taken already, in ${before}`;
    const why = '`demandfit explain` finds an entry by its id alone.';
    return [{ file, pointer, what, why, fix: 'Give one of the two another id, wherever it is named too.' }];
  });
}

function checkBands({ bands }: Rubric): readonly FileInconsistency[] {
  const file = FILES.set;
  const [lowest] = bands;
  const begins: readonly FileInconsistency[] =
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
  const places = findOutOfOrder(
    bands.map(({ from }) => from),
    (from, before) => from > before,
  );
  const falls = places.flatMap((i): readonly FileInconsistency[] => {
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

function checkGradeCaps({ evidence: { grades } }: Rubric): readonly FileInconsistency[] {
  const fault = (i: number, what: string, fix: string): FileInconsistency => ({
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
    ...findOutOfOrder(caps, (cap, before) => cap >= before).map((i) =>
      fault(i, 'never fall', `Write a cap of ${caps[i - 1]} or more, or put the grades in order, the worst first.`),
    ),
    ...(caps[last] === 4 ? [] : [fault(last, 'end at 4', 'Write `cap: 4` for the best grade.')]),
  ];
}

/**
 * Every contradiction between the entries of a set whose files each have the right shape; `claimsFile` is the name of
 * the register of claims, as the set gives it.
 */
export function checkConsistency(rubric: Rubric, claimsFile: string): readonly FileInconsistency[] {
  const lists = collectKnownIds(rubric);
  const { evidence } = rubric;
  const found: FileInconsistency[] = [...checkBands(rubric), ...checkGradeCaps(rubric)];
  found.push(...checkClaimIds(FILES.evidence, '/claims', evidence.claims, lists));
  found.push(...checkIdExists(FILES.evidence, '/own_host_cap', 'evidence grade', evidence.own_host_cap, lists.grades));
  found.push(
    ...checkIdExists(FILES.evidence, '/class_shown_by', 'evidence grade', evidence.class_shown_by, lists.grades),
  );
  evidence.kinds.forEach((kind, i) => {
    found.push(...checkIdExists(FILES.evidence, `/kinds/${i}/grade`, 'evidence grade', kind.grade, lists.grades));
  });
  found.push(...rubric.dimensions.flatMap((dimension) => checkDimension(dimension, rubric, lists)));
  found.push(...rubric.tracks.flatMap((track) => checkTrack(track, rubric, lists)));
  found.push(...rubric.gates.flatMap((gate, i) => checkGate(gate, `/gates/${i}`, lists)));
  rubric.diagnoses.forEach((diagnosis, i) => {
    found.push(...checkClaimIds(FILES.diagnoses, `/diagnoses/${i}/claims`, diagnosis.claims, lists));
    found.push(...checkConditionIds(FILES.diagnoses, diagnosis.when, `/diagnoses/${i}/when`, lists));
  });
  return [
    ...found,
    ...checkRobustness(rubric),
    ...checkRegisters(rubric, lists),
    ...checkStatements(rubric, lists),
    ...checkExplainableIds(rubric),
    ...checkUniqueIds(rubric.rating_rules, FILES.set, '/rating_rules'),
    ...checkUniqueIds(evidence.kinds, FILES.evidence, '/kinds'),
    ...checkUniqueIds(rubric.workloads, FILES.alternatives, '/workloads'),
    ...checkUniqueIds(rubric.service_classes, FILES.alternatives, '/service_classes'),
    ...checkUniqueIds(rubric.units, FILES.units, '/units'),
    ...checkClaimRegister(rubric.seeds, claimsFile),
  ];
}
