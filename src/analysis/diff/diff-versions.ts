import type { Day } from '../../model/day.ts';
import type { Description } from '../../model/description.ts';
import type { Outcome } from '../../model/diagnostic.ts';
import type {
  BindingGate,
  CriterionChange,
  CriterionState,
  DescriptionDiff,
  DiffObstacle,
  DiffPart,
  DiffPartId,
  DiffVersion,
  ExactPoints,
  GateContribution,
  IndexAttribution,
  VerdictRuleChange,
} from '../../model/diff.ts';
import { mapBounds } from '../../model/level.ts';
import {
  absRational,
  compareRationals,
  multiply,
  type Rational,
  subtract,
  toNumber,
  toRational,
  ZERO,
} from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import { findChangeCauses, findGateStatusChanges } from '../../score/change-causes.ts';
import { computeShare, readMark } from '../../score/marks.ts';
import type { CriterionReading } from '../../score/read-answers.ts';
import { scoreDescription } from '../../score/score-description.ts';
import { type Score, scoreOnTrack } from '../../score/score-on-track.ts';
import { computeShares } from '../../score/verdict.ts';

/** The fraction as a figure of the output. */
function toFigure(exact: Rational): ExactPoints {
  const { n, d } = exact;
  return { points: toNumber(exact), exact: d === 1n ? `${n}` : `${n}/${d}` };
}

function findReading(score: Score, id: string): CriterionReading | undefined {
  return score.readings.find(({ criterion }) => criterion.id === id);
}

/** Points that a reading adds to the supported index before gates: its share times its mark. */
function computePoints(reading: CriterionReading | undefined, score: Score): Rational {
  if (reading === undefined || reading.status === 'not-applicable') return ZERO;
  return multiply(computeShare(reading, score.dimensions), toRational(readMark(score.marks, reading.levels.supported)));
}

function toCriterionState(reading: CriterionReading | undefined, score: Score): CriterionState {
  if (reading === undefined) return { status: 'absent' };
  if (reading.status === 'not-applicable') return { status: 'not-applicable', reason: reading.reason };
  const { levels } = reading;
  const share = toNumber(computeShare(reading, score.dimensions));
  if (reading.status === 'unknown') return { status: 'unknown', share, levels };
  const { said, graded } = reading.reading;
  return { status: 'answered', said, grade: graded.grade.id, share, levels };
}

/** The answer of a criterion and its evidence, without its weight. */
function serialiseState(state: CriterionState): string {
  return JSON.stringify({ ...state, share: null });
}

/**
 * The criteria that moved the supported index before gates between two scores, whose changes sum to its change exactly, and those
 * whose answer or evidence changed without moving it.
 */
function listCriterionChanges(before: Score, after: Score): readonly CriterionChange[] {
  const criteria = new Map([...after.readings, ...before.readings].map(({ criterion }) => [criterion.id, criterion]));
  const moved = [...criteria.keys()].flatMap((id) => {
    const [old, now] = [findReading(before, id), findReading(after, id)];
    const exact = subtract(computePoints(now, after), computePoints(old, before));
    const states = {
      before: toCriterionState(old, before),
      after: toCriterionState(now, after),
      causes: findChangeCauses(old, now),
    };
    const isStill = serialiseState(states.before) === serialiseState(states.after) && states.causes.length === 0;
    if (exact.n === 0n && isStill) return [];
    const title = (now ?? old)?.criterion.title ?? id;
    return [{ exact, line: { criterion: id, title, change: toFigure(exact), ...states } }];
  });
  return moved.sort((a, b) => compareRationals(absRational(b.exact), absRational(a.exact))).map(({ line }) => line);
}

/** The gate that caps the supported index, the first of several with one cap; null where none does. */
function findBindingCap({ gates, index, uncapped }: Score): BindingGate | null {
  if (compareRationals(index.supported, uncapped.supported) === 0) return null;
  const binding = gates.find(
    ({ gate, passes }) =>
      passes !== null && !passes.supported && compareRationals(toRational(gate.cap), index.supported) === 0,
  );
  return binding === undefined ? null : { gate: binding.gate.id, title: binding.gate.title, cap: binding.gate.cap };
}

/** What gates add to the change of the supported index between two scores, beyond what the criteria do. */
function computeGatesChange(before: Score, after: Score): GateContribution {
  const capped = subtract(after.index.supported, before.index.supported);
  const uncapped = subtract(after.uncapped.supported, before.uncapped.supported);
  return {
    change: toFigure(subtract(capped, uncapped)),
    before: findBindingCap(before),
    after: findBindingCap(after),
    statuses: findGateStatusChanges(before, after),
  };
}

/** Which rules for the verdict of an index changed: where each band begins, and the floor of coverage. */
function listRuleChanges(before: Rubric, after: Rubric): readonly VerdictRuleChange[] {
  const ids = [...new Set([...before.bands, ...after.bands].map(({ id }) => id))];
  const bands = ids.flatMap((id): readonly VerdictRuleChange[] => {
    const [old, now] = [before, after].map(({ bands: all }) => all.find((band) => band.id === id));
    const [from, to] = [old?.from ?? null, now?.from ?? null];
    return from === to ? [] : [{ kind: 'band', band: id, title: (now ?? old)?.title ?? id, from, to }];
  });
  const [from, to] = [before.coverage_floor, after.coverage_floor];
  return from === to ? bands : [...bands, { kind: 'coverage-floor', from, to }];
}

/** What replaces the track or the day of both descriptions. */
interface DiffOptions {
  /** An id of both rubrics. */
  readonly track?: string | undefined;
  readonly asOf?: Day | undefined;
}

/** A description with the rubric that it was validated against. */
interface DescriptionVersion {
  readonly description: Description;
  readonly rubric: Rubric;
}

/** Two versions of a description, and the old one as the new rubric reads it. */
interface VersionPair {
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
  const { name, offer, file } = description;
  const base = { name, offer, file, asOf, track: score?.track.id ?? null };
  if (score === null) return { status: 'outside', coverage: null, ...base };
  const coverage = toNumber(score.coverage);
  const { id, title, basis } = score.verdict;
  return {
    status: 'fit',
    index: mapBounds((bound) => toFigure(score.index[bound])),
    verdict: { id, title },
    basis,
    shares: computeShares(score.index),
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

function listObstacles(end: 'old' | 'new', { score }: ScoredVersion): readonly DiffObstacle[] {
  return score === null ? [{ kind: 'outside', end }] : [];
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
 * @throws RangeError when `options.track` is not an id of one of the rubrics.
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
