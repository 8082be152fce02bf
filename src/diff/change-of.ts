import { scoresOf } from '../assess.ts';
import type { Change, ChangePart, End, Obstacle, PartId, Split } from '../model/change.ts';
import type { Day } from '../model/day.ts';
import type { Description } from '../model/description.ts';
import { eachBound } from '../model/level.ts';
import type { Outcome } from '../model/problem.ts';
import { minus, toNumber } from '../model/rational.ts';
import type { Rubric } from '../model/rubric.ts';
import { type Score, scoreOn } from '../score/score-on.ts';
import { criterionChanges } from './criterion-changes.ts';
import { figureOf } from './figure.ts';
import { gatesChange } from './gates-change.ts';
import { ruleChanges } from './rule-changes.ts';

/** What a caller may set aside from both descriptions. */
export interface ChangeOptions {
  /** An id of both rubrics. */
  readonly track?: string | undefined;
  readonly asOf?: Day | undefined;
}

/** A description with the rubric that it was validated against. */
export interface Version {
  readonly description: Description;
  readonly rubric: Rubric;
}

/** Two versions of a description, and the old one as the new rubric reads it. */
export interface Versions {
  readonly old: Version;
  readonly new: Version;
  readonly oldByNew: Outcome<Description>;
}

interface Scored extends Version {
  readonly asOf: Day;
  /** The headline; null when outside. */
  readonly score: Score | null;
}

function scored({ description, rubric }: Version, options: ChangeOptions): Scored {
  const [score = null] = scoresOf(description, rubric, options);
  return { description, rubric, asOf: options.asOf ?? description.as_of, score };
}

function endOf({ description, asOf, score }: Scored): End {
  const { name, offer, file, reference } = description;
  const base = { name, offer, file, asOf, track: score?.track.id ?? null };
  if (score === null) return { status: 'outside', coverage: null, ...base };
  const coverage = toNumber(score.coverage);
  if (reference) return { status: 'reference', coverage, ...base };
  const { id, title } = score.verdict;
  return {
    status: 'fit',
    index: eachBound((bound) => figureOf(score.index[bound])),
    verdict: { id, title },
    coverage,
    ...base,
  };
}

function partOf(id: PartId, before: Score, after: Score, rules: ChangePart['rules'] = []): ChangePart {
  return {
    id,
    change: figureOf(minus(after.index.supported, before.index.supported)),
    verdict: { id: after.verdict.id, title: after.verdict.title },
    criteria: criterionChanges(before, after),
    gates: gatesChange(before, after),
    rules,
  };
}

function obstaclesAt(end: 'old' | 'new', { description, score }: Scored): readonly Obstacle[] {
  if (score === null) return [{ kind: 'outside', end }];
  return description.reference ? [{ kind: 'reference', end }] : [];
}

function splitOf(old: Scored, now: Scored, oldByNew: Outcome<Description>): Split {
  const { rubric, asOf, score: last } = now;
  const first = old.score;
  const ends = [...obstaclesAt('old', old), ...obstaclesAt('new', now)];
  const known = rubric.tracks.find(({ id }) => id === first?.track.id);
  const because: readonly Obstacle[] = [
    ...ends,
    ...(first === null || known !== undefined ? [] : [{ kind: 'no-track' as const, track: first.track.id }]),
    ...(oldByNew.ok ? [] : [{ kind: 'refused' as const, problems: oldByNew.problems }]),
  ];
  if (because.length > 0 || first === null || last === null || known === undefined || !oldByNew.ok)
    return { status: 'not-told', because };
  const byRubric = scoreOn(oldByNew.value, rubric, known, old.asOf);
  const byTrack = scoreOn(oldByNew.value, rubric, last.track, old.asOf);
  const byTime = scoreOn(oldByNew.value, rubric, last.track, asOf);
  return {
    status: 'told',
    change: figureOf(minus(last.index.supported, first.index.supported)),
    parts: [
      partOf('rubric', first, byRubric, ruleChanges(old.rubric, rubric)),
      partOf('track', byRubric, byTrack),
      partOf('time', byTrack, byTime),
      partOf('facts', byTime, last),
    ],
  };
}

/**
 * What became of a description, and why: the change of the supported index, set from old to new in the order rubric,
 * track, time, facts, where time is evidence that aged or became known and laws that came to apply. Each part sums up
 * its criteria and gates, and the parts sum to the whole, exactly.
 * @throws RangeError when `options.track` is no id of one of the rubrics.
 */
export function changeOf(versions: Versions, options: ChangeOptions = {}): Change {
  const [old, now] = [scored(versions.old, options), scored(versions.new, options)];
  return {
    before: endOf(old),
    after: endOf(now),
    split: splitOf(old, now, versions.oldByNew),
    scope: now.rubric.scope,
  };
}
