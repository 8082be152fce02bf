import type { ComparisonReport } from '../../model/report.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { AuditFinding, AuditFindingId } from '../../model/rubric-audit.ts';
import type { AuditedDescription } from './audited-descriptions.ts';

const WHY =
  'An entry that nothing uses is read, kept and argued about for nothing, or something that should use it does not.';

function toUnusedFinding(
  id: AuditFindingId,
  subject: string,
  what: string,
  fix = 'Use it, or take it out.',
): AuditFinding {
  return { id, subject, what, why: WHY, fix };
}

function listComparisons(held: readonly AuditedDescription[]): readonly ComparisonReport[] {
  return held.flatMap(({ score }) =>
    score.readings.flatMap((reading) =>
      reading.status === 'answered' && reading.reading.comparison !== null ? [reading.reading.comparison] : [],
    ),
  );
}

/** Units into which nothing in use converts: no alternative's, no comparison's, nor one that shares its base with such a unit. */
function findUnusedUnits(
  { units, alternatives }: Rubric,
  compared: readonly ComparisonReport[],
): readonly AuditFinding[] {
  const baseOf = (id: string) => units.find((unit) => unit.id === id)?.base ?? id;
  const used = new Set(
    [
      ...alternatives.map(({ unit }) => unit),
      ...compared.flatMap(({ unit, author, best }) => [unit, author.unit, best?.unit ?? unit]),
    ].map(baseOf),
  );
  return units
    .filter(({ id }) => !used.has(baseOf(id)))
    .map(({ id }) =>
      toUnusedFinding('unit/unused', id, `No alternative and no comparison is in \`${id}\` or a unit like it.`),
    );
}

function findUnusedSourceKinds(rubric: Rubric, held: readonly AuditedDescription[]): readonly AuditFinding[] {
  const used = new Set([
    ...held.flatMap(({ description }) => description.sources.map(({ kind }) => kind)),
    ...rubric.alternatives.flatMap(({ figures }) => figures.map(({ source }) => source.kind)),
    ...rubric.regulations.flatMap(({ sources }) => sources.map(({ kind }) => kind)),
  ]);
  return rubric.evidence.kinds
    .filter(({ id }) => !used.has(id))
    .map(({ id }) =>
      toUnusedFinding('source-kind/unused', id, `No description and no register cites a source of kind \`${id}\`.`),
    );
}

function findIdleAlternatives({ alternatives, criteria }: Rubric): readonly AuditFinding[] {
  return alternatives.flatMap(({ id, criterion, track }) => {
    const reason = criteria.find((entry) => entry.id === criterion)?.not_applicable[track];
    if (reason === undefined) return [];
    const what = `The alternative \`${id}\` answers \`${criterion}\`, which is not asked on the track \`${track}\`.`;
    return [
      toUnusedFinding(
        'alternative/not-applicable',
        id,
        what,
        'Ask the criterion on that track, or take the alternative out.',
      ),
    ];
  });
}

function findIdleRegulations({ regulations }: Rubric): readonly AuditFinding[] {
  return regulations
    .filter(({ duties }) => !duties.some(({ tracks }) => Object.values(tracks).some(({ level }) => level > 0)))
    .map(({ id }) =>
      toUnusedFinding(
        'regulation/no-pull',
        id,
        `No duty of \`${id}\` pulls a project of any track.`,
        'Give a duty the tracks that it pulls, or take the regulation out.',
      ),
    );
}

/** Entries of the registers that neither the rubric nor a description uses. What names an id that is not there, the loader refuses. */
export function findUnusedEntries(rubric: Rubric, held: readonly AuditedDescription[]): readonly AuditFinding[] {
  const compared = listComparisons(held);
  const { alternatives, workloads, service_classes } = rubric;
  const usedWorkloads = [...alternatives.map(({ workload }) => workload), ...compared.map(({ workload }) => workload)];
  const usedClasses = [
    ...alternatives.map(({ service_class }) => service_class),
    ...compared.map(({ serviceClass }) => serviceClass),
  ];
  return [
    ...findUnusedUnits(rubric, compared),
    ...workloads
      .filter(({ id }) => !usedWorkloads.includes(id))
      .map(({ id }) =>
        toUnusedFinding('workload/unused', id, `No alternative and no comparison has the workload \`${id}\`.`),
      ),
    ...service_classes
      .filter(({ id }) => !usedClasses.includes(id))
      .map(({ id }) =>
        toUnusedFinding('service-class/unused', id, `No alternative and no comparison has the class \`${id}\`.`),
      ),
    ...findUnusedSourceKinds(rubric, held),
    ...findIdleAlternatives(rubric),
    ...findIdleRegulations(rubric),
  ];
}
