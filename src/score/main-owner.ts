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
import { type CriterionReading, createAnswerReader } from './read-answers.ts';
import type { Score } from './score-on-track.ts';
import { locateAddress } from './web-location.ts';

/** Sources by whose they are; all of the project's own have the owner `null`. */
function groupByOwner(description: Description, rubric: Rubric): ReadonlyMap<string | null, readonly Source[]> {
  const readFacts = createSourceReader(description, rubric);
  const groups = new Map<string | null, readonly Source[]>();
  for (const source of description.sources) {
    const { owner } = readFacts(source);
    const { url } = source;
    const place = url === null ? null : locateAddress(url, rubric.hosts);
    const others = (place && (findOwner(place, rubric.hosts) ?? place.host)) ?? url;
    const key = owner === 'own' || owner === 'looks-own' ? null : others;
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  return groups;
}

/**
 * The finding about a single owner whose sources carry more than its share of what is shown: so far does the supported index
 * before gates fall where none of them counts.
 */
export function findMainOwner(description: Description, rubric: Rubric, score: Score, asOf: Day): readonly Finding[] {
  const { readings, dimensions, marks, track, uncapped } = score;
  const answered = readings.filter((reading) => reading.status === 'answered');
  const worthOf = (reading: CriterionReading) =>
    reading.status === 'not-applicable'
      ? ZERO
      : multiply(computeShare(reading, dimensions), toRational(readMark(marks, reading.levels.supported)));
  const limit = toRational(rubric.hosts.one_owner_share);
  const isShownFrom = (points: number) => compareRationals(uncapped.supported, toRational(points)) >= 0;
  const toPercent = (points: Rational) => divide(multiply(points, toRational(100)), uncapped.supported);
  if (!isShownFrom(rubric.hosts.one_owner_from)) return [];
  return [...groupByOwner(description, rubric)].flatMap(([owner, sources]): readonly Finding[] => {
    const ids = sources.map(({ id }) => id).sort();
    const citing = answered.filter(({ reading }) => reading.graded.sources.some(({ id }) => ids.includes(id)));
    const whole = citing.map(worthOf).reduce(add, ZERO);
    if (compareRationals(toPercent(whole), limit) <= 0) return [];
    // A source of no kind counts as none, and still lies where it does.
    const dropped = description.sources.map((source) => (ids.includes(source.id) ? { ...source, kind: '' } : source));
    const readAgain = createAnswerReader({ ...description, sources: dropped }, rubric, track, asOf);
    const rest = citing.map(({ criterion }) => worthOf(readAgain(criterion))).reduce(add, ZERO);
    const share = toPercent(subtract(whole, rest));
    if (compareRationals(share, limit) <= 0) return [];
    const claimsOther =
      rubric.evidence.kinds.some(({ id, other_hand }) => other_hand && sources.some(({ kind }) => kind === id)) ||
      citing.some(({ criterion }) => criterion.needs.from_others);
    const isWitness = owner !== null && claimsOther && isShownFrom(rubric.hosts.one_witness_from);
    const id = isWitness ? 'source/one-witness' : 'source/one-owner';
    const detail = { share: Number(floorRational(share)), source: ids.join(', ') };
    return [{ id, subject: owner ?? description.name, detail, at: null }];
  });
}
