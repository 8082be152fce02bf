import type { Day } from '../model/day.ts';
import { compareRationals, divide, multiply, type Rational, toRational } from '../model/rational.ts';
import type { AlternativeReport } from '../model/report.ts';
import type { Alternative, AlternativeFigure, Rubric } from '../model/rubric.ts';

/** The unit's base and the exact factor to it; a unit that the rubric does not list is a base of its own. */
function findConversion(unit: string, rubric: Rubric): { readonly base: string; readonly factor: Rational } {
  const known = rubric.units.find((entry) => entry.id === unit);
  if (known === undefined) return { base: unit, factor: toRational(1) };
  return { base: known.base ?? known.id, factor: divide(toRational(known.times), toRational(known.divided_by)) };
}

/** True when figures in the two units can be compared. */
export function areCompatibleUnits(a: string, b: string, rubric: Rubric): boolean {
  return findConversion(a, rubric).base === findConversion(b, rubric).base;
}

/** `value` of `unit` in the unit's base, exactly. */
function convertToBase(value: number, unit: string, rubric: Rubric): Rational {
  return multiply(toRational(value), findConversion(unit, rubric).factor);
}

/** A registered alternative with the figure that counts on the day, and the project's ratio to it. */
export interface Rival {
  readonly alternative: Alternative;
  readonly figure: AlternativeFigure;
  /** Above 1 the project is better. */
  readonly ratio: Rational;
}

/** What is known of the project's side of a comparison. */
export interface ProjectSide {
  readonly criterion: string;
  readonly track: string;
  readonly value: number;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  /** null where the description does not say it. */
  readonly workload: string | null;
  readonly serviceClass: string | null;
}

/** The alternatives of the register that have a figure to compare with. */
export function listPricedAlternatives(criterion: string, rubric: Rubric): readonly Alternative[] {
  return rubric.alternatives.filter((entry) => entry.criterion === criterion && entry.figures.length > 0);
}

function listPricedOnTrack(criterion: string, track: string, rubric: Rubric): readonly Alternative[] {
  return listPricedAlternatives(criterion, rubric).filter((entry) => entry.track === track);
}

/** The newest figure known at `asOf`; where all are later, the oldest. @throws Error when it has no figure. */
export function findCurrentFigure(alternative: Alternative, asOf: Day): AlternativeFigure {
  const byDay = [...alternative.figures].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.value - b.value,
  );
  const figure = byDay.filter((entry) => entry.from <= asOf).at(-1) ?? byDay[0];
  if (figure === undefined) throw new Error(`the alternative ${alternative.id} has no figure`);
  return figure;
}

/** The exact ratio in the better direction. Both figures must be above 0 and in units that are alike. */
export function computeRatio(
  project: { value: number; unit: string },
  alternative: { value: number; unit: string },
  better: 'lower' | 'higher',
  rubric: Rubric,
): Rational {
  const a = convertToBase(project.value, project.unit, rubric);
  const b = convertToBase(alternative.value, alternative.unit, rubric);
  return better === 'lower' ? divide(b, a) : divide(a, b);
}

function compareByRatio(a: Rival, b: Rival): number {
  return compareRationals(a.ratio, b.ratio) || (a.alternative.id < b.alternative.id ? -1 : 1);
}

/**
 * The hardest rival of each workload and service class that the project's side could belong to, hardest group first. A
 * workload or class that is not stated leaves all of them in, and so does a class of which the register has no alternative.
 */
export function findHardestRivals(side: ProjectSide, asOf: Day, rubric: Rubric): readonly Rival[] {
  const ofWorkload = listPricedOnTrack(side.criterion, side.track, rubric).filter(
    ({ better, unit, workload }) =>
      better === side.better && workload === (side.workload ?? workload) && areCompatibleUnits(unit, side.unit, rubric),
  );
  const ofClass = ofWorkload.filter(({ service_class }) => service_class === side.serviceClass);
  const groups = new Map<string, Rival[]>();
  for (const alternative of ofClass.length === 0 ? ofWorkload : ofClass) {
    const figure = findCurrentFigure(alternative, asOf);
    const ratio = computeRatio(side, { value: figure.value, unit: alternative.unit }, side.better, rubric);
    const group = `${alternative.workload} ${alternative.service_class}`;
    groups.set(group, [...(groups.get(group) ?? []), { alternative, figure, ratio }]);
  }
  const hardest = [...groups.values()].flatMap((rivals) => [...rivals].sort(compareByRatio).slice(0, 1));
  return hardest.sort(compareByRatio);
}

/** True when the register has any alternative for the criterion on the track. */
export function hasRegisteredAlternative(criterion: string, track: string, rubric: Rubric): boolean {
  return listPricedOnTrack(criterion, track, rubric).length > 0;
}

/** The registered unit of the criterion on the track that shares most words with `unit`, and at least half of its own; null where none does. */
export function findRegisteredUnit(unit: string, criterion: string, track: string, rubric: Rubric): string | null {
  const splitWords = (text: string) => new Set(text.toLowerCase().split(/[^a-z0-9]+/));
  const words = splitWords(unit);
  const rated = listPricedOnTrack(criterion, track, rubric).map((entry) => {
    const own = [...splitWords(entry.unit)];
    return { unit: entry.unit, share: own.filter((word) => words.has(word)).length / own.length };
  });
  const best = rated.reduce((most, entry) => (entry.share > most.share ? entry : most), { unit: '', share: 0 });
  return best.share >= 0.5 && best.unit !== unit ? best.unit : null;
}

/** A registered alternative as a report names it; `grade` is what its figure's source carries on the criterion. */
export function reportAlternative(
  alternative: Alternative,
  figure: AlternativeFigure,
  grade: string,
): AlternativeReport {
  return {
    id: alternative.id,
    name: alternative.name,
    value: figure.value,
    unit: alternative.unit,
    from: figure.from,
    source: { title: figure.source.title, url: figure.source.url, grade },
  };
}
