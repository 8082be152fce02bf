import { areAlike } from '../kinds/units.ts';
import type { Rubric } from '../model/rubric.ts';
import { dangling, type Fault, FILES, type Lists } from './fault.ts';

export function registerFaults(rubric: Rubric, lists: Lists): readonly Fault[] {
  const found: Fault[] = [];
  rubric.regulations.forEach((regulation, i) => {
    regulation.sources.forEach((source, j) => {
      found.push(
        ...dangling(FILES.regulations, `/regulations/${i}/sources/${j}/kind`, 'source kind', source.kind, lists.kinds),
      );
    });
    regulation.duties.forEach((duty, j) => {
      for (const track of Object.keys(duty.tracks))
        found.push(
          ...dangling(FILES.regulations, `/regulations/${i}/duties/${j}/tracks/${track}`, 'track', track, lists.tracks),
        );
    });
  });
  const [workloads, classes] = [rubric.workloads.map((w) => w.id), rubric.service_classes.map((c) => c.id)];
  const units = rubric.units.map((unit) => unit.id);
  rubric.alternatives.forEach((entry, i) => {
    const [file, at] = [FILES.alternatives, `/alternatives/${i}`];
    found.push(
      ...dangling(file, `${at}/criterion`, 'criterion', entry.criterion, lists.criteria),
      ...dangling(file, `${at}/track`, 'track', entry.track, lists.tracks),
      ...dangling(file, `${at}/workload`, 'workload', entry.workload, workloads),
      ...dangling(file, `${at}/service_class`, 'service class', entry.service_class, classes),
      ...dangling(file, `${at}/unit`, 'unit', entry.unit, units),
      ...entry.figures.flatMap((figure, j) =>
        dangling(file, `${at}/figures/${j}/source/kind`, 'source kind', figure.source.kind, lists.kinds),
      ),
    );
    const rival = rubric.alternatives.find(
      (other) =>
        other.workload === entry.workload && other.better !== entry.better && areAlike(other.unit, entry.unit, rubric),
    );
    if (rival !== undefined)
      found.push({
        file,
        pointer: `${at}/better`,
        what: `\`${rival.id}\` has the same workload and unit and the other direction`,
      });
  });
  rubric.units.forEach((unit, i) => {
    if (unit.base !== null)
      found.push(
        ...dangling(
          FILES.units,
          `/units/${i}/base`,
          'unit',
          unit.base,
          units.filter((id) => id !== unit.id),
        ),
      );
    const base = rubric.units.find((other) => other.id === unit.base);
    if (base !== undefined && base.base !== null)
      found.push({ file: FILES.units, pointer: `/units/${i}/base`, what: 'a base must not convert further' });
  });
  return found;
}
