import { hasSameShownRatio } from '../../criteria/same-shown-ratio.ts';
import type { AnswerDisagreement, DescriptionPair, SwapEffect } from '../../model/comparison.ts';
import type { Day } from '../../model/day.ts';
import { BOUNDS } from '../../model/level.ts';
import { absRational, compareRationals, type Rational, subtract, toNumber } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import { type CriterionReading, readAnswers } from '../../score/read-answers.ts';
import { type Score, scoreOnTrack, scoreReadings } from '../../score/score-on-track.ts';
import { type ComparedDescription, pickName, summariseReading } from './compared-description.ts';

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
