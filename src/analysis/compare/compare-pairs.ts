import { hasSameShownRatio } from '../../criteria/criterion-kind.ts';
import type {
  AnswerDisagreement,
  ComparedAnswer,
  DescriptionPair,
  DimensionComparison,
  NamedDescription,
  ReferenceComparison,
  SwapEffect,
} from '../../model/comparison.ts';
import type { Day } from '../../model/day.ts';
import type { Description } from '../../model/description.ts';
import { BOUNDS } from '../../model/level.ts';
import { absRational, compareRationals, type Rational, subtract, toNumber } from '../../model/rational.ts';
import type { Dimension, Rubric } from '../../model/rubric.ts';
import { type DimensionMarks, hasWeight, markDimension } from '../../score/marks.ts';
import { type CriterionReading, readAnswers } from '../../score/read-answers.ts';
import { type Score, scoreOnTrack, scoreReadings } from '../../score/score-on-track.ts';

/** A description with its scores by `scoreDescription`: the headline first, none when outside. */
export interface ComparedDescription {
  readonly description: Description;
  readonly scores: readonly Score[];
}

export function pickName({ name, file }: Description): NamedDescription {
  return { name, file };
}

/** What a reading says, in words and levels. */
function summariseReading(reading: CriterionReading): ComparedAnswer {
  const { status } = reading;
  return {
    status,
    said: reading.status === 'answered' ? reading.reading.said : null,
    levels: reading.status === 'not-applicable' ? null : reading.levels,
  };
}

interface ReadingPair {
  readonly project: CriterionReading;
  readonly reference: CriterionReading;
}

/** The criteria that apply to both: a reference has no alternative to be compared with. */
function pairSharedReadings(project: Score, reference: Score): readonly ReadingPair[] {
  return project.readings.flatMap((reading, at) => {
    const other = reference.readings[at];
    const isShared = other !== undefined && reading.status !== 'not-applicable' && other.status !== 'not-applicable';
    return isShared ? [{ project: reading, reference: other }] : [];
  });
}

function toMarks({ marks }: DimensionMarks) {
  return { supported: toNumber(marks.supported), possible: toNumber(marks.possible) };
}

/** Marks over the criteria that both answer, so that neither loses by a question that was not looked into. */
function compareKnownAnswers(
  dimension: Dimension,
  pairs: readonly ReadingPair[],
  project: Score,
  reference: Score,
): DimensionComparison['known'] {
  const both = pairs.filter(
    (pair) =>
      pair.project.status === 'answered' &&
      pair.reference.status === 'answered' &&
      pair.project.criterion.dimension === dimension.id,
  );
  const own = both.map((pair) => pair.project);
  if (!hasWeight(dimension, own)) return null;
  const a = markDimension(dimension, project.track, own, project.marks);
  const b = markDimension(
    dimension,
    reference.track,
    both.map((pair) => pair.reference),
    reference.marks,
  );
  return { criteria: both.length, project: toNumber(a.marks.supported), reference: toNumber(b.marks.supported) };
}

/** Compares a project with a reference of its track: marks are over the criteria that apply to both, with unchanged weights. */
function compareToReference(
  project: Score,
  reference: Score,
  rubric: Rubric,
): Pick<ReferenceComparison, 'dimensions' | 'differences'> {
  const pairs = pairSharedReadings(project, reference);
  const [own, others] = [pairs.map((pair) => pair.project), pairs.map((pair) => pair.reference)];
  return {
    dimensions: rubric.dimensions
      .filter((dimension) => hasWeight(dimension, own))
      .map((dimension): DimensionComparison => {
        const a = markDimension(dimension, project.track, own, project.marks);
        const b = markDimension(dimension, project.track, others, project.marks);
        return {
          id: dimension.id,
          title: dimension.title,
          project: toMarks(a),
          reference: toMarks(b),
          difference: toNumber(subtract(a.marks.supported, b.marks.supported)),
          known: compareKnownAnswers(dimension, pairs, project, reference),
        };
      }),
    differences: pairs.flatMap((pair) => {
      const [a, b] = [pair.project, pair.reference];
      if (a.status !== 'answered' || b.status !== 'answered') return [];
      if (Math.abs(a.levels.supported - b.levels.supported) < rubric.analysis.levels_apart) return [];
      const { id, title } = a.criterion;
      return [{ criterion: id, title, project: summariseReading(a), reference: summariseReading(b) }];
    }),
  };
}

/** Compares each project, by its position, with every reference of its track. */
export function compareToReferences(
  projects: readonly Score[],
  references: readonly ComparedDescription[],
  rubric: Rubric,
): readonly ReferenceComparison[] {
  return projects.flatMap((score, project) =>
    references.flatMap(({ description, scores }) => {
      const [reference] = scores;
      if (reference === undefined || reference.track.id !== score.track.id) return [];
      const beside = compareToReference(score, reference, rubric);
      return [{ project, reference: pickName(description), track: score.track.id, ...beside }];
    }),
  );
}

/** Equal for names that differ in case, blanks or Unicode form only. */
function toProjectKey({ description }: ComparedDescription): string {
  return description.name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** True where both give the same answer and levels, whatever documents they cite. */
function isSameReading(a: CriterionReading, b: CriterionReading): boolean {
  if (a.status === 'not-applicable' || b.status === 'not-applicable') return a.status === b.status;
  if (!BOUNDS.every((bound) => a.levels[bound] === b.levels[bound])) return false;
  if (a.status !== 'answered' || b.status !== 'answered') return a.status === b.status;
  return a.reading.said === b.reading.said && hasSameShownRatio(a.reading.shown, b.reading.shown);
}

interface SortableEntry<T> {
  readonly entry: T;
  /** Sort keys, greatest first: bands, points, points before gates. */
  readonly keys: readonly [number, Rational, Rational];
}

function computeSwap(before: Score, after: Score, rubric: Rubric): SortableEntry<SwapEffect> {
  const place = ({ verdict }: Score) => rubric.bands.findIndex(({ id }) => id === verdict.id);
  const [from, to] = [place(before), place(after)];
  const isRated = from >= 0 && to >= 0;
  const points = subtract(after.index.supported, before.index.supported);
  const uncapped = subtract(after.uncapped.supported, before.uncapped.supported);
  const { id, title } = after.verdict;
  return {
    entry: {
      verdict: id,
      verdictTitle: title,
      bands: isRated ? to - from : from === to ? 0 : null,
      points: toNumber(points),
      uncapped: toNumber(uncapped),
    },
    keys: [isRated ? Math.abs(to - from) : Number(from !== to), absRational(points), absRational(uncapped)],
  };
}

function compareByEffect(a: SortableEntry<unknown>, b: SortableEntry<unknown>): number {
  return b.keys[0] - a.keys[0] || compareRationals(b.keys[1], a.keys[1]) || compareRationals(b.keys[2], a.keys[2]);
}

/** null where no track fits either. */
function findDisagreements(
  first: ComparedDescription,
  second: ComparedDescription,
  rubric: Rubric,
  asOf: Day,
): DescriptionPair | null {
  const [own, others] = [first.scores[0], second.scores[0]];
  const track = (own ?? others)?.track;
  if (track === undefined) return null;
  const base = own ?? scoreOnTrack(first.description, rubric, track, asOf);
  const theirs = readAnswers(second.description, rubric, track, asOf);
  const pairs = base.readings.flatMap((reading, at) => {
    const other = theirs[at];
    return other === undefined || reading.status === 'not-applicable' ? [] : [{ reading, other, at }];
  });
  const apart = pairs.filter(({ reading, other }) => !isSameReading(reading, other));
  const disagreements = apart.map(({ reading, other, at }): SortableEntry<AnswerDisagreement> => {
    const swapped = scoreReadings(base.readings.with(at, other), rubric, track);
    const { entry, keys } = computeSwap(base, swapped, rubric);
    const { id, title } = reading.criterion;
    return {
      entry: { criterion: id, title, first: summariseReading(reading), second: summariseReading(other), ...entry },
      keys,
    };
  });
  const isOneTrack = own?.track.id === others?.track.id;
  return {
    first: pickName(first.description),
    second: pickName(second.description),
    track: track.id,
    trackDisagreement: isOneTrack
      ? null
      : {
          first: own?.track.id ?? null,
          second: others?.track.id ?? null,
          swap:
            own === undefined || others === undefined
              ? null
              : computeSwap(own, scoreOnTrack(first.description, rubric, others.track, asOf), rubric).entry,
        },
    disagreements: disagreements.sort(compareByEffect).map(({ entry }) => entry),
    agreed: pairs.length - apart.length,
  };
}

/**
 * Where descriptions of one project disagree, strongest effect on the verdict first: each is read on the track of the first, and its
 * reading of one criterion replaces the first one's. Of several, the first is compared with each other one.
 */
export function compareSameProjects(
  compared: readonly ComparedDescription[],
  rubric: Rubric,
  asOf: Day,
): readonly DescriptionPair[] {
  const groups = new Map<string, ComparedDescription[]>();
  for (const entry of compared) groups.set(toProjectKey(entry), [...(groups.get(toProjectKey(entry)) ?? []), entry]);
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.flatMap((other) => {
      const found = first === undefined ? null : findDisagreements(first, other, rubric, asOf);
      return found === null ? [] : [found];
    }),
  );
}
