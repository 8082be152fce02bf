import type { Day } from '../model/day.ts';
import type { Description, Source } from '../model/description.ts';
import type { Finding } from '../model/finding.ts';
import {
  add,
  compareRationals,
  divide,
  floorRational,
  multiply,
  type Rational,
  subtract,
  toRational,
  ZERO,
} from '../model/rational.ts';
import type { Rubric } from '../model/rubric.ts';
import { createSourceReader } from './evidence.ts';
import { computeShare, readMark } from './marks.ts';
import { findOwner } from './own-hosts.ts';
import { type AnsweredReading, type CriterionReading, createAnswerReader } from './read-answers.ts';
import type { Score } from './score-on-track.ts';

/** Sources by whose they are; all of the project's own have the owner `null`. */
function groupByOwner(description: Description, rubric: Rubric): ReadonlyMap<string | null, readonly Source[]> {
  const readFacts = createSourceReader(description, rubric);
  const groups = new Map<string | null, readonly Source[]>();
  for (const source of description.sources) {
    const { owner, place } = readFacts(source);
    const { url } = source;
    const others = (place && (findOwner(place, rubric.hosts) ?? place.host)) ?? url;
    const key = owner === 'own' || owner === 'looks-own' ? null : others;
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  return groups;
}

/** How much of what is shown rests on sources, as a share of the supported index before gates, 0 to 1. */
export interface ShownShares {
  /** Of the answers that cite one of them. */
  cited(ids: readonly string[]): Rational;
  /** What would be lost if none of them counted. */
  lost(ids: readonly string[]): Rational;
  /** Of the answers of which this is true. */
  where(holds: (reading: AnsweredReading) => boolean): Rational;
}

/** True for an answer that a quote carries: one of a source whose grade the answer has. */
export function hasQuote({ reading: { graded } }: AnsweredReading, isVerified: boolean): boolean {
  const carrying = graded.sources.filter(({ grade }) => grade === graded.grade.id);
  return carrying.some(({ quotes }) => quotes.some(({ seen }) => !isVerified || seen === 'found'));
}

/** All shares are 0 where nothing is shown. */
export function measureShown(description: Description, rubric: Rubric, score: Score, asOf: Day): ShownShares {
  const { readings, dimensions, marks, track, uncapped } = score;
  const answered = readings.filter((reading) => reading.status === 'answered');
  const worthOf = (reading: CriterionReading) =>
    reading.status === 'not-applicable'
      ? ZERO
      : multiply(computeShare(reading, dimensions), toRational(readMark(marks, reading.levels.supported)));
  const isAnyShown = compareRationals(uncapped.supported, ZERO) > 0;
  const toShare = (points: Rational) => (isAnyShown ? divide(points, uncapped.supported) : ZERO);
  const sum = (some: readonly CriterionReading[]) => some.map(worthOf).reduce(add, ZERO);
  const listCiting = (ids: readonly string[]) =>
    answered.filter(({ reading }) => reading.graded.sources.some(({ id }) => ids.includes(id)));
  return {
    cited: (ids) => toShare(sum(listCiting(ids))),
    where: (holds) => toShare(sum(answered.filter(holds))),
    lost(ids) {
      const citing = listCiting(ids);
      const readAgain = createAnswerReader(description, rubric, track, asOf, ids);
      return toShare(subtract(sum(citing), sum(citing.map(({ criterion }) => readAgain(criterion)))));
    },
  };
}

/**
 * The finding about a single owner whose sources carry more than its share of what is shown: so far does the supported index
 * before gates fall where none of them counts.
 */
export function findMainOwner(description: Description, rubric: Rubric, score: Score, asOf: Day): readonly Finding[] {
  const { readings, uncapped } = score;
  const limit = divide(toRational(rubric.hosts.one_owner_share), toRational(100));
  const isShownFrom = (points: number) => compareRationals(uncapped.supported, toRational(points)) >= 0;
  if (!isShownFrom(rubric.hosts.one_owner_from)) return [];
  const shares = measureShown(description, rubric, score, asOf);
  return [...groupByOwner(description, rubric)].flatMap(([owner, sources]): readonly Finding[] => {
    const ids = sources.map(({ id }) => id).sort();
    if (compareRationals(shares.cited(ids), limit) <= 0) return [];
    const share = shares.lost(ids);
    if (compareRationals(share, limit) <= 0) return [];
    const claimsOther =
      rubric.evidence.kinds.some(({ id, other_hand }) => other_hand && sources.some(({ kind }) => kind === id)) ||
      readings.some(
        (reading) =>
          reading.status === 'answered' &&
          reading.criterion.needs.from_others &&
          reading.reading.graded.sources.some(({ id }) => ids.includes(id)),
      );
    const isWitness = owner !== null && claimsOther && isShownFrom(rubric.hosts.one_witness_from);
    const id = isWitness ? 'source/one-witness' : 'source/one-owner';
    const detail = { share: Number(floorRational(multiply(share, toRational(100)))), source: ids.join(', ') };
    return [{ id, subject: owner ?? description.name, detail, at: null }];
  });
}
