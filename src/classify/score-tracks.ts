import type { RankedTrack } from '../model/report.ts';
import type { ClassifierSettings } from '../model/rubric.ts';
import type { ClassifierKnowledge, CompiledTrack } from './knowledge.ts';
import type { Stretch } from './trie.ts';
import { sumPoints, type Weighed, weighSignals } from './weigh.ts';

/** The name under which a text that belongs to no track is ranked. */
export const OUTSIDE = 'outside';

/** A track's score, and the finds whose points add up to it; for `outside` they add to its bias. */
export interface ScoredTrack {
  readonly track: string;
  readonly score: number;
  readonly weighed: readonly Weighed[];
}

/** How far a concept is present, 0 to 1, and the finds whose points add up to that level. */
interface Presence {
  readonly level: number;
  readonly weighed: readonly Weighed[];
}

const ABSENT: Presence = { level: 0, weighed: [] };

type Found = readonly (readonly Stretch[])[];

/** The score of every track in the order of the rubric, then that of `outside`. */
export function scoreTracks(knowledge: ClassifierKnowledge, found: Found, wordCount: number): readonly ScoredTrack[] {
  const { settings } = knowledge;
  const presences = new Map(
    [...knowledge.evidence].map(([id, { full, signals }]) => [
      id,
      presenceOf(weighSignals(signals, found, settings), full),
    ]),
  );
  const tracks = knowledge.tracks.map((track) =>
    scoreTrack(track, weighSignals(track.signals, found, settings), presences),
  );
  return [...tracks, scoreOutside(settings, weighSignals(knowledge.outside, found, settings), presences, wordCount)];
}

function presenceOf(weighed: readonly Weighed[], full: number): Presence {
  const points = sumPoints(weighed);
  return points > 0
    ? { level: Math.min(points / full, 1), weighed: scalePoints(weighed, 1 / Math.max(points, full)) }
    : ABSENT;
}

function scoreTrack(
  track: CompiledTrack,
  weighed: readonly Weighed[],
  presences: ReadonlyMap<string, Presence>,
): ScoredTrack {
  const factor = track.needs.reduce(
    (product, { evidence, floor }) => product * (floor + (1 - floor) * (presences.get(evidence)?.level ?? 0)),
    1,
  );
  const counted = scalePoints(weighed, factor);
  return { track: track.id, score: sumPoints(counted), weighed: counted };
}

function scoreOutside(
  { outside }: ClassifierSettings,
  weighed: readonly Weighed[],
  presences: ReadonlyMap<string, Presence>,
  wordCount: number,
): ScoredTrack {
  const { least, most, half_way } = outside.bias;
  const bias = least + ((most - least) * wordCount) / (wordCount + half_way);
  const eased = outside.eased_by.flatMap(({ evidence, share }) => {
    const all = evidence.map((id) => presences.get(id) ?? ABSENT);
    const level = Math.min(...all.map((presence) => presence.level));
    // Each concept answers for an equal part of what is taken.
    const part = (-bias * share * level) / all.length;
    return level > 0 ? all.flatMap((presence) => scalePoints(presence.weighed, part / presence.level)) : [];
  });
  const counted = [...weighed, ...eased];
  return { track: OUTSIDE, score: bias + sumPoints(counted), weighed: counted };
}

function scalePoints(weighed: readonly Weighed[], factor: number): readonly Weighed[] {
  return weighed.map(({ points, at }) => ({ points: points * factor, at }));
}

/** Shares of all scores by softmax, best first, ties in order of id; they sum to 1. */
export function rankTracks(
  scored: readonly ScoredTrack[],
  { base, per_point }: ClassifierSettings['temperature'],
): readonly RankedTrack[] {
  const top = Math.max(...scored.map(({ score }) => score));
  const temperature = base + per_point * Math.max(top, 0);
  const powers = scored.map(({ track, score }) => ({ track, power: Math.exp((score - top) / temperature) }));
  const total = powers.reduce((sum, { power }) => sum + power, 0);
  return powers
    .map(({ track, power }) => ({ track, share: power / total }))
    .sort((a, b) => b.share - a.share || (a.track < b.track ? -1 : 1));
}
