import { kindOf } from '../kinds/registry.ts';
import type { Day } from '../model/day.ts';
import { HIGHEST, LEVELS, type Level, lowerLevel, MARK_OF_ONE_LEVEL } from '../model/level.ts';
import { type Rational, rational, toNumber } from '../model/rational.ts';
import type { UpStep, WayUp } from '../model/robustness.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import { reaches } from '../score/gates.ts';
import { bandOf } from '../score/verdict.ts';
import { ownIndex } from './certainty.ts';
import { type Constraint, constraintsFor, leastLevel } from './constraints.ts';
import { endOf, type Rung, type Stake, type Standing, stepsOfLevel } from './standing.ts';

/** A rung that an answer can be brought to, and what that takes. */
interface Option {
  readonly rung: Rung;
  readonly hours: number;
  /** The multiple to show, on a comparison that is raised. */
  readonly ratio: number | null;
  /** null for staying where it is. */
  readonly kind: UpStep['kind'] | null;
}

/** The highest level that any answer with the best evidence can have on the day. */
function highestLevel(criterion: Criterion, standing: Standing, rubric: Rubric, asOf: Day): Level {
  const best = rubric.evidence.grades.at(-1);
  const carried = best === undefined ? HIGHEST : lowerLevel(best.cap, criterion.caps[best.id] ?? best.cap);
  const had = kindOf(criterion.kind).highest?.(criterion, rubric, standing.score.track.id, asOf) ?? HIGHEST;
  return lowerLevel(carried, had);
}

/** The level that the ratio to the hardest rival would have by itself, which an author's dear alternative does not. */
function levelShown({ criterion, reading }: Stake): number {
  const ratio = reading.status === 'answered' ? (reading.reading.shown?.bounds.possible ?? null) : null;
  if (ratio === null) return 0;
  return LEVELS.filter((level) => {
    const threshold = criterion.levels[level]?.at_least ?? null;
    return threshold !== null && reaches(ratio, threshold);
  }).length;
}

/** Where an answer can be brought, and what each place takes; the first is where it stands. */
export function optionsFor(stake: Stake, standing: Standing, rubric: Rubric, asOf: Day): readonly Option[] {
  const { criterion, reading, rungs } = stake;
  const [lowest] = rungs;
  const most = highestLevel(criterion, standing, rubric, asOf);
  const effort = rubric.effort_hours;
  const [find, raise] = [effort[criterion.effort.find_out], effort[criterion.effort.raise]];
  const isUnknown = reading.status === 'unknown';
  const said = isUnknown ? lowest : (rungs.at(-1) ?? lowest);
  const finding = said === lowest && !isUnknown ? 0 : find;
  const staying: Option = { rung: lowest, hours: 0, ratio: null, kind: null };
  const shown: readonly Option[] =
    said === lowest || said.level > most ? [] : [{ rung: said, hours: find, ratio: null, kind: 'evidence' }];
  const isCompared = said.reach.length > 0;
  const start = isCompared ? levelShown(stake) : said.level;
  const raised = LEVELS.flatMap((level): readonly Option[] => {
    const reach = standing.breakEven.map((gate, at) =>
      Math.max(said.reach[at] ?? 0, stepsOfLevel(gate, criterion, level)),
    );
    const isHigher = level > said.level || (isCompared && reach.some((steps, at) => steps > (said.reach[at] ?? 0)));
    if (!isHigher || level > most || level <= start) return [];
    const rung: Rung = { level: level > said.level ? level : said.level, reach: isCompared ? reach : [] };
    const kind = isUnknown ? 'find-out-and-raise' : 'raise';
    const ratio = isCompared ? (criterion.levels[level]?.at_least ?? null) : null;
    return [{ rung, hours: finding + raise * (level - start), ratio, kind }];
  });
  return [staying, ...shown, ...raised];
}

/** A choice of options for some stakes: what it takes, what it brings, and the choices, last first. */
interface Partial {
  /** Hours, then the number of answers that it moves, in one number. */
  readonly cost: number;
  /** Weighted levels of a dimension, or points of the index over the common denominator. */
  readonly value: bigint;
  readonly picks: Picks | null;
}

interface Picks {
  readonly place: number;
  readonly option: Option;
  readonly before: Picks | null;
}

/** Greater than any number of answers. */
const ONE_HOUR = 1000;

/** Those that no other beats in both, cheapest first; `enough` is as good as more. */
function undominated(partials: readonly Partial[], enough: bigint | null): readonly Partial[] {
  const kept: Partial[] = [];
  let best = -1n;
  const worth = ({ value }: Partial) => (enough !== null && value > enough ? enough : value);
  for (const partial of [...partials].sort((a, b) => a.cost - b.cost || Number(worth(b) - worth(a)))) {
    if (worth(partial) <= best) continue;
    kept.push(partial);
    best = worth(partial);
  }
  return kept;
}

const NOTHING: readonly Partial[] = [{ cost: 0, value: 0n, picks: null }];

/** Every undominated way to place the answers of one dimension, its weighted levels as the value. */
function withinDimension(
  place: number,
  standing: Standing,
  options: readonly (readonly Option[])[],
  constraint: Constraint,
): readonly Partial[] {
  let front = NOTHING;
  for (const [at, { dimension, criterion }] of standing.stakes.entries()) {
    if (dimension !== place) continue;
    const allowed = (options[at] ?? []).filter(({ rung }) => constraint.allows(at, rung));
    front = undominated(
      front.flatMap(({ cost, value, picks }) =>
        allowed.map((option) => ({
          cost: cost + option.hours * ONE_HOUR + (option.kind === null ? 0 : 1),
          value: value + BigInt(criterion.weight * option.rung.level),
          picks: option.kind === null ? picks : { place: at, option, before: picks },
        })),
      ),
      null,
    );
  }
  return front.filter(({ value }) => value >= leastLevel(constraint, place, standing));
}

function joined(before: Picks | null, picks: Picks | null): Picks | null {
  return picks === null ? before : { ...picks, before: joined(before, picks.before) };
}

/** The cheapest way to `target`, over the common denominator, under one constraint; null where there is none. */
function cheapest(
  standing: Standing,
  options: readonly (readonly Option[])[],
  constraint: Constraint,
  target: bigint,
): Partial | null {
  let front = NOTHING;
  for (const [place, { weight }] of standing.dimensions.entries()) {
    const unit = BigInt(weight * MARK_OF_ONE_LEVEL) * (standing.units[place] ?? 0n);
    const within = withinDimension(place, standing, options, constraint);
    front = undominated(
      front.flatMap((done) =>
        within.map(({ cost, value, picks }) => ({
          cost: done.cost + cost,
          value: done.value + value * unit,
          picks: joined(done.picks, picks),
        })),
      ),
      target,
    );
  }
  return front.find(({ value }) => value >= target) ?? null;
}

function listOf(picks: Picks | null): readonly Picks[] {
  return picks === null ? [] : [...listOf(picks.before), picks];
}

function stepOf({ place, option }: Picks, { stakes }: Standing): readonly UpStep[] {
  const stake = stakes[place];
  if (stake === undefined || option.kind === null) return [];
  const { criterion, rungs } = stake;
  return [
    {
      criterion: criterion.id,
      title: criterion.title,
      from: rungs[0].level,
      to: option.rung.level,
      kind: option.kind,
      ratio: option.ratio,
      hours: option.hours,
      how: option.kind === 'evidence' ? criterion.needs : criterion.raise,
    },
  ];
}

/** The points of the index over the standing's common denominator, rounded up. */
function targetOf(from: Rational, { dimensions, common }: Standing): bigint {
  const whole = from.n * BigInt(dimensions.reduce((sum, { weight }) => sum + weight, 0)) * common;
  return (whole + from.d - 1n) / from.d;
}

/**
 * The way to the next band that takes the fewest hours of the efforts that the rubric states, among equals the one that moves the
 * fewest answers: exact, by dynamic programming over the undominated choices of each dimension, once for each way of passing the
 * gates whose caps lie under the band. An answer moves by better evidence for what it says already, or by raising the fact level
 * by level and showing it; an unknown is taken at level 0, so nothing is hoped for. A level that no answer can have on the day,
 * as where no duty of the register carries it, is no step. Weights and marks are the rubric's own.
 * @param standings at least one, the headline's first.
 */
export function wayUp(standings: readonly Standing[], rubric: Rubric, asOf: Day): WayUp {
  const [standing, other] = standings;
  if (standing === undefined) return { status: 'none', reason: 'There is no fit to raise.' };
  if (other !== undefined)
    return { status: 'none', reason: 'The track is undecided, and the ways differ by track: declare `track` first.' };
  const now = bandOf(standing.score.index.supported, rubric);
  const next = rubric.bands[rubric.bands.indexOf(now) + 1];
  if (next === undefined) return { status: 'none', reason: `There is no band above ${now.title.toLowerCase()}.` };
  const options = standing.stakes.map((stake) => optionsFor(stake, standing, rubric, asOf));
  const target = targetOf(rational(next.from), standing);
  let best: Partial | null = null;
  for (const constraint of constraintsFor(standing, next.from)) {
    const found = cheapest(standing, options, constraint, target);
    if (found !== null && (best === null || found.cost < best.cost)) best = found;
  }
  if (best === null) {
    const reason = `Even with every answer at the highest level that can be had on the day, ${next.title.toLowerCase()} is not reached.`;
    return { status: 'none', reason };
  }
  const picks = [...listOf(best.picks)].sort((a, b) => a.place - b.place);
  const after = endOf(standing, 'worst').map(
    (rung, at) => picks.find(({ place }) => place === at)?.option.rung ?? rung,
  );
  return {
    status: 'found',
    verdict: next.id,
    title: next.title,
    hours: Math.floor(best.cost / ONE_HOUR),
    steps: picks.flatMap((pick) => stepOf(pick, standing)),
    index: toNumber(ownIndex(standing, after)),
  };
}
