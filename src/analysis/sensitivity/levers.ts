import type { Day } from '../../model/day.ts';
import { LEVELS, LOWEST } from '../../model/level.ts';
import { compareRationals, subtract, toNumber, toRational } from '../../model/rational.ts';
import type { Lever, PathStep } from '../../model/report.ts';
import type { Criterion, Gate, Requirement, Rubric } from '../../model/rubric.ts';
import { type BreakEvenGate, computeEase, findNeededMultiple } from '../../score/break-even.ts';
import { listCarryingKinds } from '../../score/evidence.ts';
import { findBand } from '../../score/verdict.ts';
import { type AnswerOption, listAnswerOptions } from './answer-options.ts';
import { computeCappedIndex } from './certainty.ts';
import { type AnswerMove, buildConstraints, findCheapestPlan } from './cheapest-plan.ts';
import { buildExtremeScenario, countStepsReached, type Factor, type Scenario, type ScoreState } from './score-state.ts';

/** What a raised comparison has to come to, in the figures of the description; null where it has none or is not raised. */
function buildFigure({ reading }: Factor, { ratio: needed, kind }: AnswerOption): PathStep['figure'] {
  if (reading.status === 'unknown' || needed === null || kind !== 'raise') return null;
  const { comparison, shown } = reading.reading;
  const against = shown?.best.against.claimed ?? null;
  const now = shown?.best.bounds.claimed ?? null;
  if (comparison === null || against === null || now === null) return null;
  const { project, unit, better } = comparison;
  const change = needed / toNumber(now.value);
  return { project, target: better === 'lower' ? project / change : project * change, unit, better, against };
}

/** What an answer that is moved has to come to, in the words of the rubric. */
export function toPathSteps(
  { place, option }: AnswerMove,
  { factors }: ScoreState,
  rubric: Rubric,
): readonly PathStep[] {
  const factor = factors[place];
  if (factor === undefined || option.kind === null) return [];
  const { criterion, positions } = factor;
  const isRaised = option.kind === 'raise' || option.kind === 'find-out-and-raise';
  const { level } = option.position;
  return [
    {
      criterion: criterion.id,
      title: criterion.title,
      from: positions[0].level,
      to: level,
      kind: option.kind,
      means: criterion.levels[level]?.means ?? '',
      ratio: option.ratio,
      figure: buildFigure(factor, option),
      effort: isRaised ? criterion.effort.raise : criterion.effort.find_out,
      sources: listCarryingKinds(level, criterion, rubric),
      how: isRaised ? criterion.raise : criterion.needs.text,
    },
  ];
}

/** Raising the comparison alone to the multiple that the ease of switching asks for; null where no evidence carries that. */
function findRaisedComparison(
  gate: BreakEvenGate,
  { score, factors, breakEven }: ScoreState,
  options: readonly (readonly AnswerOption[])[],
): readonly AnswerMove[] | null {
  const place = factors.findIndex(({ criterion }) => criterion.id === score.track.deciding.criterion);
  const criterion = factors[place]?.criterion;
  const needed = findNeededMultiple(gate, computeEase(gate, score.readings, 'supported'));
  const ratio = { value: toRational(needed), below: false };
  const level = LEVELS.findLast((entry) => (criterion?.levels[entry]?.at_least ?? 0) <= needed) ?? LOWEST;
  const reach = breakEven.map((entry) => countStepsReached(entry, ratio));
  const option = options[place]?.find(({ kind, position }) => kind === 'raise' && position.level >= level);
  return option === undefined ? null : [{ place, option: { ...option, position: { level, reach }, ratio: needed } }];
}

function listRequired(requirement: Requirement): readonly string[] {
  if ('criterion' in requirement) return [requirement.criterion];
  return ('all' in requirement ? requirement.all : requirement.any).flatMap(listRequired);
}

/** Whether an answer bears on a gate; no other one has to move for it. */
function bearsOn(gate: Gate, criterion: Criterion | undefined, deciding: string | null): boolean {
  const { id = '', dimension = '' } = criterion ?? {};
  if (gate.kind === 'levels') return listRequired(gate.require).includes(id);
  return id === deciding || dimension === gate.ease || (gate.unless !== null && listRequired(gate.unless).includes(id));
}

function applyMoves(at: Scenario, moves: readonly AnswerMove[]): Scenario {
  return at.map((position, which) => moves.find(({ place }) => place === which)?.option.position ?? position);
}

/**
 * What would have to change in the project. First, lowest cap first, what lifts each gate that fails at possible and whose cap the index
 * would otherwise exceed: the comparison raised to what a break-even asks for, else the moves of least stated effort. Then the next level of every answer that is known, most points first. Points are
 * added to the supported index after gates, with all that is moved shown. Ties go by the points before gates, then by the rubric's order.
 */
export function findLevers(state: ScoreState, rubric: Rubric, asOf: Day): readonly Lever[] {
  const { score, gates, factors } = state;
  const worst = buildExtremeScenario(state, 'worst');
  const best = buildExtremeScenario(state, 'best');
  const options = factors.map((factor) => listAnswerOptions(factor, state, rubric, asOf));
  const ungated = { ...state, gates: [] };
  const computeGain = (moves: readonly AnswerMove[], of: ScoreState) =>
    subtract(computeCappedIndex(of, applyMoves(worst, moves)), computeCappedIndex(of, worst));
  const buildLever = (moves: readonly AnswerMove[], lifts: readonly string[]) => {
    const [points, uncapped] = [computeGain(moves, state), computeGain(moves, ungated)];
    const lever: Lever = {
      lifts,
      points: toNumber(points),
      pointsBeforeGates: toNumber(uncapped),
      atBest: toNumber(computeCappedIndex(state, applyMoves(best, moves))),
      verdict: findBand(computeCappedIndex(state, applyMoves(worst, moves)), rubric).id,
      steps: moves.flatMap((move) => toPathSteps(move, state, rubric)),
    };
    return { lever, points, uncapped };
  };
  const failed = gates
    .filter(({ gate, cap }) => {
      const outcome = score.gates.find((entry) => entry.gate.id === gate.id);
      return outcome?.passes?.possible === false && compareRationals(score.uncapped.possible, cap) > 0;
    })
    .sort((a, b) => compareRationals(a.cap, b.cap));
  const lifting: Lever[] = [];
  for (const test of failed) {
    if (lifting.some(({ lifts }) => lifts.includes(test.gate.id))) continue;
    const alone = { ...state, gates: [test] };
    const constraints = buildConstraints(alone, test.gate.cap + 1);
    const bearing = options.map((all, at) =>
      bearsOn(test.gate, factors[at]?.criterion, score.track.deciding.criterion) ? all : all.slice(0, 1),
    );
    const moves =
      (test.gate.kind === 'break-even' ? findRaisedComparison(test.gate, state, options) : null) ??
      findCheapestPlan(alone, bearing, constraints, { points: 0n, covered: 0n })?.picks;
    if (moves === undefined) continue;
    const after = applyMoves(worst, moves);
    const lifts = failed.filter(({ passes }) => passes(after)).map(({ gate }) => gate.id);
    lifting.push(buildLever(moves, lifts).lever);
  }
  const steps = lifting.flatMap((lever) => lever.steps);
  const raising = factors.flatMap(({ criterion, reading }, place) => {
    const option = options[place]?.find(({ kind }) => kind === 'raise');
    if (reading.status === 'unknown' || option === undefined) return [];
    if (steps.some((step) => step.criterion === criterion.id && step.to >= option.position.level)) return [];
    const built = buildLever([{ place, option }], []);
    return built.uncapped.n > 0n ? [built] : [];
  });
  return [
    ...lifting,
    ...raising
      .sort((a, b) => compareRationals(b.points, a.points) || compareRationals(b.uncapped, a.uncapped))
      .map(({ lever }) => lever),
  ];
}
