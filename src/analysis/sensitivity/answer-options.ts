import { toDatedDocument } from '../../criteria/comparison-ratio.ts';
import { getCriterionKind } from '../../criteria/registry.ts';
import { findCurrentFigure, hasRegisteredAlternative, listPricedAlternatives } from '../../criteria/rivals.ts';
import type { Day } from '../../model/day.ts';
import { HIGHEST, LEVELS, type Level, maxLevel, minLevel } from '../../model/level.ts';
import type { PathStep } from '../../model/report.ts';
import type { Criterion, Rubric } from '../../model/rubric.ts';
import { reachesMultiple } from '../../score/break-even.ts';
import { findGradeCap, gradeCitedDocument } from '../../score/evidence.ts';
import { isCovered } from '../../score/marks.ts';
import {
  type AnswerPosition,
  countStepsAtLevel,
  countStepsUnderLevel,
  type Factor,
  readPosition,
  type ScoreState,
} from './score-state.ts';

/** A position that an answer can be brought to, and what that takes. */
export interface AnswerOption {
  readonly position: AnswerPosition;
  readonly hours: number;
  /** The multiple to show, on a comparison that is raised. */
  readonly ratio: number | null;
  /** null for staying where it is. */
  readonly kind: PathStep['kind'] | null;
  /** Whether it then has a source that counts. */
  readonly isSourced: boolean;
}

/**
 * The highest level that the register's documents carry together with a project's own: the weakest counts, as any of the alternatives can
 * turn out to be the hardest to beat. The highest of all where it has none.
 */
function findRegisterCap(criterion: Criterion, { score }: ScoreState, rubric: Rubric, asOf: Day): Level {
  return listPricedAlternatives(criterion.id, rubric)
    .filter((entry) => entry.track === score.track.id)
    .map((entry) => toDatedDocument(findCurrentFigure(entry, asOf)))
    .map((document) => gradeCitedDocument(document, criterion, rubric.evidence, asOf).cap)
    .reduce<Level>(minLevel, HIGHEST);
}

/** The highest level that any answer with the best evidence can have on the day. */
function findHighestLevel(criterion: Criterion, state: ScoreState, rubric: Rubric, asOf: Day): Level {
  const { hasRatio, findHighestLevel } = getCriterionKind(criterion.kind);
  const had = findHighestLevel?.(criterion, rubric, state.score.track.id, asOf) ?? HIGHEST;
  const carried = hasRatio ? findRegisterCap(criterion, state, rubric, asOf) : HIGHEST;
  const best = rubric.evidence.grades.at(-1);
  return [best === undefined ? HIGHEST : findGradeCap(best, criterion), carried].reduce<Level>(minLevel, had);
}

/** The level of the ratio to the hardest rival, whatever alternative the author chose. */
function findShownLevel({ criterion, reading }: Factor): number {
  const ratio = reading.status === 'answered' ? (reading.reading.shown?.best.bounds.claimed ?? null) : null;
  if (ratio === null) return 0;
  return LEVELS.filter((level) => {
    const threshold = criterion.levels[level]?.at_least ?? null;
    return threshold !== null && reachesMultiple(ratio, threshold);
  }).length;
}

/** The highest level that evidence for what is said can carry: compared with a figure of the register, no more than its own document does. */
function findProvableLevel({ criterion, reading }: Factor, rubric: Rubric): Level {
  const source = reading.status === 'answered' ? (reading.reading.comparison?.best?.source ?? null) : null;
  const grade = rubric.evidence.grades.find(({ id }) => id === source?.grade);
  return grade === undefined ? HIGHEST : findGradeCap(grade, criterion);
}

/** The steps of each break-even gate that can be shown at most on the day. */
function computeMaxReach(criterion: Criterion, state: ScoreState, rubric: Rubric, asOf: Day): readonly number[] {
  const carried = findRegisterCap(criterion, state, rubric, asOf);
  return state.breakEven.map((gate) => countStepsUnderLevel(gate, criterion, carried));
}

/** False where the register knows alternatives, but none in the unit of the answer: then no evidence shows a multiple. */
function isComparableToRegister({ criterion, reading }: Factor, { score }: ScoreState, rubric: Rubric): boolean {
  if (reading.status === 'unknown' || reading.reading.comparison?.best !== null) return true;
  return !hasRegisteredAlternative(criterion.id, score.track.id, rubric);
}

/** False where a source would change nothing: a figure that is not believed or compared with none, a level common to nearly all. */
function canBeCovered({ criterion, reading }: Factor): boolean {
  if (reading.status === 'unknown') return criterion.levels[0]?.common !== true;
  const { comparison, findings } = reading.reading;
  if (comparison !== null && (comparison.best === null || findings.some(({ id }) => id === 'comparison/implausible')))
    return false;
  return criterion.levels[reading.levels.claimed]?.common !== true;
}

/** Where an answer can be brought, and what each place takes; the first is where it stands. */
export function listAnswerOptions(
  factor: Factor,
  state: ScoreState,
  rubric: Rubric,
  asOf: Day,
): readonly AnswerOption[] {
  const { criterion, reading, positions } = factor;
  const [lowest] = positions;
  const most = findHighestLevel(criterion, state, rubric, asOf);
  const effort = rubric.effort_hours;
  const [find, raise] = [effort[criterion.effort.find_out], effort[criterion.effort.raise]];
  const isUnknown = reading.status === 'unknown';
  const isCompared = lowest.reach.length > 0;
  const limits = isCompared ? computeMaxReach(criterion, state, rubric, asOf) : [];
  const within = (reach: readonly number[]) =>
    reach.map((steps, at) => Math.max(lowest.reach[at] ?? 0, Math.min(steps, limits[at] ?? 0)));
  const told = readPosition(factor, isCompared ? state.breakEven : [], 'claimed');
  const isHeld = !isCompared || isComparableToRegister(factor, state, rubric);
  const claimed: AnswerPosition = {
    level: maxLevel(lowest.level, minLevel(told.level, findProvableLevel(factor, rubric))),
    reach: isHeld ? within(told.reach) : lowest.reach,
  };
  const isShown = claimed.level === lowest.level && claimed.reach.join() === lowest.reach.join();
  const said = isUnknown || isShown ? lowest : claimed;
  const finding = said === lowest && !isUnknown ? 0 : find;
  const staying: AnswerOption = { position: lowest, hours: 0, ratio: null, kind: null, isSourced: isCovered(reading) };
  const shown: AnswerOption = { position: said, hours: find, ratio: null, kind: 'evidence', isSourced: true };
  const isShowable = said !== lowest && said.level <= most && (isUnknown || canBeCovered(factor));
  const start = isCompared ? (isHeld ? findShownLevel(factor) : 0) : said.level;
  // What the register has nothing to compare with is never shown, so a raised answer starts without it.
  const base = isHeld ? said : lowest;
  const raised = LEVELS.flatMap((level): readonly AnswerOption[] => {
    const shows = within(state.breakEven.map((gate) => countStepsAtLevel(gate, criterion, level)));
    const reach = shows.map((steps, at) => Math.max(base.reach[at] ?? 0, steps));
    const isHigher = level > base.level || (isCompared && reach.some((steps, at) => steps > (base.reach[at] ?? 0)));
    if (!isHigher || level > most || level <= start) return [];
    const position: AnswerPosition = { level: level > base.level ? level : base.level, reach: isCompared ? reach : [] };
    const kind = isUnknown ? 'find-out-and-raise' : 'raise';
    const ratio = isCompared ? (criterion.levels[level]?.at_least ?? null) : null;
    return [{ position, hours: finding + raise * (level - start), ratio, kind, isSourced: true }];
  });
  return [staying, ...(isShowable ? [shown] : []), ...raised];
}

/**
 * The same, and giving an answer a source with nothing more: an unknown is looked up, and counts at level 0 until then. An empty list,
 * or one that may turn out so, has no such option, as nothing can be cited for it.
 */
export function listSourcingOptions(
  factor: Factor,
  state: ScoreState,
  rubric: Rubric,
  asOf: Day,
): readonly AnswerOption[] {
  const { criterion, reading, positions } = factor;
  const options = listAnswerOptions(factor, state, rubric, asOf);
  const isEmpty = reading.status === 'unknown' || reading.reading.items.length === 0;
  if (isCovered(reading) || !canBeCovered(factor) || (getCriterionKind(criterion.kind).isList === true && isEmpty))
    return options;
  if (options.some(({ kind }) => kind === 'evidence')) return options;
  const kind = reading.status === 'unknown' ? 'find-out' : 'source';
  const hours = rubric.effort_hours[criterion.effort.find_out];
  return [...options, { position: positions[0], hours, ratio: null, kind, isSourced: true }];
}
