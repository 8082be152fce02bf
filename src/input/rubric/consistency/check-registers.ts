import { areCompatibleUnits } from '../../../criteria/units.ts';
import type { Alternative, Duty, Rubric, Unit } from '../../../model/rubric.ts';
import { lacksRatio } from './check-criterion.ts';
import {
  checkIdExists,
  checkUniqueIds,
  FILES,
  type FileInconsistency,
  type InconsistencyText,
  type KnownIds,
} from './inconsistency.ts';

function checkDuty(duty: Duty, at: string, lists: KnownIds): readonly FileInconsistency[] {
  const file = FILES.regulations;
  const [first] = duty.dates.map((date) => date.from).sort();
  const isOver = duty.until !== null && first !== undefined && duty.until < first;
  return [
    ...Object.keys(duty.tracks).flatMap((track) =>
      checkIdExists(file, `${at}/tracks/${track}`, 'track', track, lists.tracks),
    ),
    ...(isOver
      ? [
          {
            file,
            pointer: `${at}/until`,
            what: `the duty ends on ${duty.until}, before its first date, ${first}`,
            why: 'It would never have been in application.',
            fix: 'Correct `until` or the `from` of its `dates`.',
          },
        ]
      : []),
  ];
}

function checkRegulations(rubric: Rubric, lists: KnownIds): readonly FileInconsistency[] {
  const file = FILES.regulations;
  return rubric.regulations.flatMap((regulation, i) => {
    const at = `/regulations/${i}`;
    return [
      ...regulation.sources.flatMap((source, j) =>
        checkIdExists(file, `${at}/sources/${j}/kind`, 'source kind', source.kind, lists.kinds),
      ),
      ...checkUniqueIds(regulation.duties, file, `${at}/duties`),
      ...regulation.duties.flatMap((duty, j) => checkDuty(duty, `${at}/duties/${j}`, lists)),
    ];
  });
}

/** Why the direction of an alternative is wrong whatever the others say, or null. */
function explainContraryDirection(entry: Alternative, rubric: Rubric): InconsistencyText | null {
  const criterion = rubric.criteria.find(({ id }) => id === entry.criterion);
  const unit = rubric.units.find(({ id }) => id === entry.unit);
  for (const { id, better } of [criterion, unit].filter((named) => named !== undefined))
    if (better !== null && better !== entry.better)
      return {
        what: `of \`${id}\`, ${better} is better`,
        why: 'The ratio to the alternative would be turned round.',
        fix: `Write \`better: ${better}\` here, or correct that of \`${id}\`.`,
      };
  return null;
}

function checkDirection(entry: Alternative, at: string, rubric: Rubric): readonly FileInconsistency[] {
  const contrary = explainContraryDirection(entry, rubric);
  const rival = rubric.alternatives.find(
    (other) =>
      other.workload === entry.workload &&
      other.better !== entry.better &&
      areCompatibleUnits(other.unit, entry.unit, rubric) &&
      explainContraryDirection(other, rubric) === null,
  );
  const against =
    rival === undefined
      ? null
      : {
          what: `\`${rival.id}\` has the same workload and unit and the other direction`,
          why: 'The best of them is the one to beat, and they would not agree which that is.',
          fix: `Write \`better: ${rival.better}\` here, or correct that of \`${rival.id}\`.`,
        };
  const told = contrary ?? against;
  return told === null ? [] : [{ file: FILES.alternatives, pointer: `${at}/better`, ...told }];
}

function checkAlternative(
  entry: Alternative,
  at: string,
  rubric: Rubric,
  lists: KnownIds,
): readonly FileInconsistency[] {
  const file = FILES.alternatives;
  const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
  const criterion = rubric.criteria.find(({ id }) => id === entry.criterion);
  const idle =
    criterion !== undefined && lacksRatio(criterion)
      ? [
          {
            file,
            pointer: `${at}/criterion`,
            what: `\`${criterion.id}\` compares nothing with an alternative`,
            why: 'No answer would be held against it.',
            fix: 'Name a criterion of kind `comparison`.',
          },
        ]
      : [];
  return [
    ...checkIdExists(file, `${at}/criterion`, 'criterion', entry.criterion, lists.criteria),
    ...idle,
    ...checkIdExists(file, `${at}/track`, 'track', entry.track, lists.tracks),
    ...checkIdExists(file, `${at}/workload`, 'workload', entry.workload, idsOf(rubric.workloads)),
    ...checkIdExists(file, `${at}/service_class`, 'service class', entry.service_class, idsOf(rubric.service_classes)),
    ...checkIdExists(file, `${at}/unit`, 'unit', entry.unit, idsOf(rubric.units)),
    ...entry.figures.flatMap((figure, j) =>
      checkIdExists(file, `${at}/figures/${j}/source/kind`, 'source kind', figure.source.kind, lists.kinds),
    ),
    ...checkDirection(entry, at, rubric),
  ];
}

function checkUnit(unit: Unit, at: string, rubric: Rubric): readonly FileInconsistency[] {
  if (unit.base === null) return [];
  const file = FILES.units;
  const others = rubric.units.filter(({ id }) => id !== unit.id);
  const base = others.find(({ id }) => id === unit.base);
  if (base === undefined)
    return checkIdExists(
      file,
      `${at}/base`,
      'unit',
      unit.base,
      others.map(({ id }) => id),
    );
  return [
    ...(base.base === null
      ? []
      : [
          {
            file,
            pointer: `${at}/base`,
            what: 'a base must not convert further',
            why: 'Units are converted in one step.',
            fix: `Name \`${base.base}\`, the base of \`${base.id}\`, and convert to that.`,
          },
        ]),
    ...(base.better === unit.better
      ? []
      : [
          {
            file,
            pointer: `${at}/base`,
            what: `\`${unit.id}\` and its base \`${base.id}\` differ in \`better\``,
            why: 'They measure one thing, of which one direction is better.',
            fix: 'Give both the same `better`, or leave it out of both.',
          },
        ]),
  ];
}

export function checkRegisters(rubric: Rubric, lists: KnownIds): readonly FileInconsistency[] {
  return [
    ...checkRegulations(rubric, lists),
    ...rubric.alternatives.flatMap((entry, i) => checkAlternative(entry, `/alternatives/${i}`, rubric, lists)),
    ...rubric.units.flatMap((unit, i) => checkUnit(unit, `/units/${i}`, rubric)),
  ];
}
