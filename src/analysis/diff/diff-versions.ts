import type { Day } from '../../model/day.ts';
import type { Description } from '../../model/description.ts';
import type { Outcome } from '../../model/diagnostic.ts';
import type {
  DescriptionDiff,
  DiffObstacle,
  DiffPart,
  DiffPartId,
  DiffVersion,
  IndexAttribution,
} from '../../model/diff.ts';
import { mapBounds } from '../../model/level.ts';
import { subtract, toNumber } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import { scoreDescription } from '../../score/score-description.ts';
import { type Score, scoreOnTrack } from '../../score/score-on-track.ts';
import { computeGatesChange, listCriterionChanges, listRuleChanges, toFigure } from './part-changes.ts';

/** What replaces the track or the day of both descriptions. */
export interface DiffOptions {
  /** An id of both rubrics. */
  readonly track?: string | undefined;
  readonly asOf?: Day | undefined;
}

/** A description with the rubric that it was validated against. */
export interface DescriptionVersion {
  readonly description: Description;
  readonly rubric: Rubric;
}

/** Two versions of a description, and the old one as the new rubric reads it. */
export interface VersionPair {
  readonly old: DescriptionVersion;
  readonly new: DescriptionVersion;
  readonly oldByNew: Outcome<Description>;
}

interface ScoredVersion extends DescriptionVersion {
  readonly asOf: Day;
  /** The headline; null when outside. */
  readonly score: Score | null;
}

function scoreVersion({ description, rubric }: DescriptionVersion, options: DiffOptions): ScoredVersion {
  const [score = null] = scoreDescription(description, rubric, options);
  return { description, rubric, asOf: options.asOf ?? description.as_of, score };
}

function describeEnd({ description, asOf, score }: ScoredVersion): DiffVersion {
  const { name, offer, file, reference } = description;
  const base = { name, offer, file, asOf, track: score?.track.id ?? null };
  if (score === null) return { status: 'outside', coverage: null, ...base };
  const coverage = toNumber(score.coverage);
  if (reference) return { status: 'reference', coverage, ...base };
  const { id, title } = score.verdict;
  return {
    status: 'fit',
    index: mapBounds((bound) => toFigure(score.index[bound])),
    verdict: { id, title },
    coverage,
    ...base,
  };
}

function buildChangePart(id: DiffPartId, before: Score, after: Score, rules: DiffPart['rules'] = []): DiffPart {
  return {
    id,
    change: toFigure(subtract(after.index.supported, before.index.supported)),
    verdict: { id: after.verdict.id, title: after.verdict.title },
    criteria: listCriterionChanges(before, after),
    gates: computeGatesChange(before, after),
    rules,
  };
}

function listObstacles(end: 'old' | 'new', { description, score }: ScoredVersion): readonly DiffObstacle[] {
  if (score === null) return [{ kind: 'outside', end }];
  return description.reference ? [{ kind: 'reference', end }] : [];
}

function attributeChange(old: ScoredVersion, now: ScoredVersion, oldByNew: Outcome<Description>): IndexAttribution {
  const { rubric, asOf, score: last } = now;
  const first = old.score;
  const ends = [...listObstacles('old', old), ...listObstacles('new', now)];
  const known = rubric.tracks.find(({ id }) => id === first?.track.id);
  const because: readonly DiffObstacle[] = [
    ...ends,
    ...(first === null || known !== undefined ? [] : [{ kind: 'no-track' as const, track: first.track.id }]),
    ...(oldByNew.ok ? [] : [{ kind: 'refused' as const, problems: oldByNew.problems }]),
  ];
  if (because.length > 0 || first === null || last === null || known === undefined || !oldByNew.ok)
    return { status: 'not-told', because };
  const byRubric = scoreOnTrack(oldByNew.value, rubric, known, old.asOf);
  const byTrack = scoreOnTrack(oldByNew.value, rubric, last.track, old.asOf);
  const byTime = scoreOnTrack(oldByNew.value, rubric, last.track, asOf);
  return {
    status: 'told',
    change: toFigure(subtract(last.index.supported, first.index.supported)),
    parts: [
      buildChangePart('rubric', first, byRubric, listRuleChanges(old.rubric, rubric)),
      buildChangePart('track', byRubric, byTrack),
      buildChangePart('time', byTrack, byTime),
      buildChangePart('facts', byTime, last),
    ],
  };
}

/**
 * Compares two versions of a description: the change of the supported index, set from old to new in the order rubric,
 * track, time, facts, where time is evidence that aged or became known and laws that came to apply. Each part sums up
 * its criteria and gates, and the parts sum to the whole, exactly.
 * @throws RangeError when `options.track` is no id of one of the rubrics.
 */
export function diffVersions(versions: VersionPair, options: DiffOptions = {}): DescriptionDiff {
  const [old, now] = [scoreVersion(versions.old, options), scoreVersion(versions.new, options)];
  return {
    before: describeEnd(old),
    after: describeEnd(now),
    split: attributeChange(old, now, versions.oldByNew),
    scope: now.rubric.scope,
  };
}
