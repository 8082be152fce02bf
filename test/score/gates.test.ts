import { describe, expect, it } from 'vitest';
import { createRational, toNumber, toRational } from '../../src/model/rational.ts';
import type { Gate, Requirement, Rubric, Track } from '../../src/model/rubric.ts';
import { explainNoComparison, passesBreakEven, reachesMultiple, reportBreakEven } from '../../src/score/break-even.ts';
import { capIndex, evaluateGates, type GateOutcome, meetsRequirement, reportGates } from '../../src/score/gates.ts';
import { computeIndex, computeShare, type DimensionMarks, markDimension, readMark } from '../../src/score/marks.ts';
import type { CriterionReading } from '../../src/score/read-answers.ts';
import { shippedRubric } from '../support/rubric.ts';

const shipped = shippedRubric();
const [compute, storage] = shipped.tracks;
const [anyCriterion] = shipped.criteria;
if (compute === undefined || storage === undefined || anyCriterion === undefined) throw new Error('no rubric');

/** A reading of three levels, with a multiple shown against both sides at each of the three values. */
function reading(
  id: string,
  [supported, claimed, possible]: readonly [number, number, number],
  more: { readonly dimension?: string; readonly weight?: number; readonly shown?: readonly (number | null)[] } = {},
): CriterionReading {
  const { dimension = 'edge', weight = 1, shown } = more;
  const [a, b, c] = (shown ?? []).map((value) => (value === null ? null : { value: toRational(value), below: false }));
  const side = {
    bounds: { supported: a ?? null, claimed: b ?? null, possible: c ?? null },
    against: { supported: 'A', claimed: 'B', possible: null },
  };
  return {
    criterion: { ...anyCriterion, id, dimension, weight },
    status: 'answered',
    levels: { supported, claimed, possible },
    reading: { shown: shown === undefined ? null : { incumbents: side, best: null }, comparison: { better: 'lower' } },
  } as unknown as CriterionReading;
}

const notApplicable = (id: string) =>
  ({ ...reading(id, [0, 0, 0]), status: 'not-applicable', reason: 'Not here.' }) as unknown as CriterionReading;

const base = { title: 'G', why: '', claims: [], cap_reason: '', tracks: null, passed: 'It is.', failed: 'It is not.' };
const levels = (id: string, cap: number, require: Requirement, tracks: readonly string[] | null = null): Gate => ({
  ...base,
  id,
  kind: 'levels',
  cap,
  require,
  tracks: tracks as string[] | null,
});
const from = (criterion: string, at_least: number) => ({ criterion, at_least }) as Requirement;
/** 5 times at ease 0 down to 1 at ease 4. */
const breakEven = {
  ...base,
  id: 'even',
  kind: 'break-even',
  cap: 40,
  against: 'incumbents',
  ease: 'ease',
  steps: [5, 4, 3, 2, 1],
  unless: null,
} as unknown as Extract<Gate, { kind: 'break-even' }>;
const track = { ...compute, deciding: { criterion: 'cost', reason: 'It decides.' } } as unknown as Track;
const withGates = (...gates: readonly Gate[]): Rubric => ({ ...shipped, gates });

describe('meetsRequirement', () => {
  const levelOf = (id: string) => ({ low: 1, high: 4 })[id] ?? null;
  const meets = (requirement: unknown) => meetsRequirement(requirement as Requirement, levelOf as never);

  it('compares a level, and leaves out what does not apply', () => {
    expect([1, 2].map((least) => meets(from('low', least)))).toEqual([true, false]);
    expect(meets(from('absent', 0))).toBeNull();
    expect(meets({ all: [from('low', 1), from('high', 4)] })).toBe(true);
    expect(meets({ all: [from('low', 2), from('high', 4)] })).toBe(false);
    expect(meets({ all: [from('low', 1), from('absent', 4)] })).toBe(true);
    expect(meets({ any: [from('low', 2), from('high', 4)] })).toBe(true);
    expect(meets({ any: [from('low', 2), from('absent', 4)] })).toBe(false);
    expect(meets({ any: [from('absent', 1)] })).toBeNull();
    expect(meets({ all: [{ any: [from('low', 2), from('high', 1)] }, from('low', 1)] })).toBe(true);
  });
});

describe('evaluateGates', () => {
  const statuses = (gate: Gate, ...readings: readonly CriterionReading[]) =>
    evaluateGates(withGates(gate), track, readings).map(({ status, passes }) => [status, passes]);

  it('tells four states apart', () => {
    const gate = levels('g', 50, from('a', 3));
    const passes = (supported: boolean, claimed: boolean, possible: boolean) => ({ supported, claimed, possible });
    expect(statuses(gate, reading('a', [3, 3, 3]))).toEqual([['passed', passes(true, true, true)]]);
    expect(statuses(gate, reading('a', [0, 3, 4]))).toEqual([['not-shown-yet', passes(false, true, true)]]);
    expect(statuses(gate, reading('a', [0, 0, 4]))).toEqual([['not-shown-yet', passes(false, false, true)]]);
    expect(statuses(gate, reading('a', [0, 0, 2]))).toEqual([['failed', passes(false, false, false)]]);
    expect(statuses(gate, notApplicable('a'))).toEqual([['not-asked', null]]);
    expect(statuses(gate)).toEqual([['not-asked', null]]);
    expect(statuses(levels('g', 50, from('a', 3), [storage.id]), reading('a', [3, 3, 3]))).toEqual([
      ['not-asked', null],
    ]);
    expect(statuses(levels('g', 50, from('a', 3), [compute.id]), reading('a', [3, 3, 3]))[0]?.[0]).toBe('passed');
  });

  it('asks for the multiple that the ease of switching takes, or for what stands in for it', () => {
    const ease = (level: number) => reading('e', [level, level, level], { dimension: 'ease' });
    const cost = (...shown: readonly (number | null)[]) => reading('cost', [1, 1, 1], { shown });
    expect(statuses(breakEven, cost(3, 3, 3), ease(2))[0]?.[0]).toBe('passed');
    expect(statuses(breakEven, cost(2.9, 3, 3), ease(2))[0]?.[0]).toBe('not-shown-yet');
    expect(statuses(breakEven, cost(2.9, 2.9, 2.9), ease(2))[0]?.[0]).toBe('failed');
    expect(statuses(breakEven, cost(null, null, null), ease(2))[0]?.[0]).toBe('not-shown-yet');
    expect(statuses(breakEven, ease(2))[0]?.[0]).toBe('not-asked');
    expect(statuses(breakEven, notApplicable('cost'), ease(2))[0]?.[0]).toBe('not-asked');
    const unless = { ...breakEven, unless: from('e', 2) } as Gate;
    expect(statuses(unless, cost(1, 1, 1), ease(2))[0]?.[0]).toBe('passed');
    expect(statuses(unless, cost(1, 1, 1), ease(1))[0]?.[0]).toBe('failed');
  });
});

describe('reportGates', () => {
  const both = withGates(levels('g40', 40, from('a', 3)), levels('g60', 60, from('b', 3)));
  const uncapped = { supported: toRational(80), claimed: toRational(50), possible: toRational(30) };

  function report(...readings: readonly CriterionReading[]) {
    return reportGates(evaluateGates(both, track, readings), track, readings, uncapped);
  }

  it('says what each gate does to each value', () => {
    const [first, second] = report(reading('a', [0, 0, 0]), reading('b', [0, 0, 0]));
    expect(first).toMatchObject({
      status: 'failed',
      says: 'It is not.',
      cap: 40,
      binds: true,
      effects: {
        supported: { without: 60, holds: true },
        claimed: { without: 50, holds: true },
        possible: { without: 30, holds: false },
      },
    });
    expect(second).toMatchObject({ binds: false, effects: { supported: { without: 40, holds: false } } });
  });

  it('says nothing of effects where a gate is not asked, and why', () => {
    const [first, second] = report(reading('b', [3, 3, 3]));
    expect(first).toMatchObject({ status: 'not-asked', passes: null, effects: null, binds: false });
    expect(first?.says).toBe(`The rubric does not ask this on the track ${track.id}.`);
    expect(second).toMatchObject({ status: 'passed', says: 'It is.', binds: false });
    expect(second?.effects?.supported).toEqual({ without: 80, holds: false });
    const [even] = reportGates(evaluateGates(withGates(breakEven), track, []), track, [], uncapped);
    expect(even?.says).toBe('It decides.');
    const [open] = report(reading('a', [0, 0, 4]), reading('b', [3, 3, 3]));
    expect(open?.says).toMatch(/^What is cited does not show it yet/);
  });

  it('does not call a gate binding where the value is at its cap already', () => {
    const at = { ...uncapped, supported: toRational(40) };
    const readings = [reading('a', [0, 0, 0]), reading('b', [3, 3, 3])];
    expect(reportGates(evaluateGates(both, track, readings), track, readings, at)[0]?.binds).toBe(false);
  });

  it('caps at the lowest gate that does not pass', () => {
    const outcome = (cap: number, passes: GateOutcome['passes']): GateOutcome =>
      ({ gate: levels('x', cap, from('a', 1)), passes, status: 'failed' }) as GateOutcome;
    const no = { supported: false, claimed: true, possible: true };
    expect(toNumber(capIndex(toRational(80), [outcome(60, no), outcome(40, no), outcome(1, null)], 'supported'))).toBe(
      40,
    );
    expect(toNumber(capIndex(toRational(80), [outcome(40, no)], 'claimed'))).toBe(80);
  });
});

describe('the break-even', () => {
  it('is reached by the multiple itself, and by more where it is below what is shown', () => {
    const at = (value: number, below: boolean) => reachesMultiple({ value: toRational(value), below }, 3);
    expect([at(3, false), at(3, true), at(3.1, true), at(2.9, false)]).toEqual([true, false, true, false]);
  });

  it('rounds the ease down and takes it from its dimension alone', () => {
    const readings = [
      reading('cost', [4, 4, 4], { shown: [4, 4, 4] }),
      reading('e', [1, 2, 4], { dimension: 'ease', weight: 2 }),
      reading('f', [2, 3, 4], { dimension: 'ease' }),
    ];
    expect(passesBreakEven(breakEven, track, readings, 'supported')).toBe(true);
    expect(reportBreakEven(withGates(breakEven), track, readings)).toEqual({
      status: 'compared',
      criterion: 'cost',
      better: 'lower',
      ease: { supported: 1, claimed: 2, possible: 4 },
      incumbent: {
        gate: 'even',
        needed: { supported: 4, claimed: 3, possible: 1 },
        shown: {
          supported: { value: 4, below: false },
          claimed: { value: 4, below: false },
          possible: { value: 4, below: false },
        },
        against: { supported: 'A', claimed: 'B', possible: null },
      },
      best: null,
    });
  });

  it('is not asked without a gate or a comparison, and says why', () => {
    const none = { status: 'not-asked', reason: 'The rubric has no break-even gate for the track.' };
    const elsewhere = { ...breakEven, tracks: [storage.id] } as Gate;
    expect(reportBreakEven(withGates(elsewhere), track, [])).toEqual(none);
    expect(reportBreakEven(withGates(levels('g', 1, from('a', 1))), track, [])).toEqual(none);
    expect(reportBreakEven(withGates(breakEven), track, [])).toEqual({ status: 'not-asked', reason: 'It decides.' });
    expect(reportBreakEven(withGates(breakEven), track, [notApplicable('cost')])).toEqual({
      status: 'not-asked',
      reason: 'Not here.',
    });
    const noCriterion = { ...track, deciding: { criterion: null, reason: 'Nothing decides.' } } as Track;
    expect(explainNoComparison(noCriterion, [])).toBe('Nothing decides.');
    expect(explainNoComparison(track, [reading('cost', [0, 0, 0])])).toBeNull();
  });
});

describe('marks', () => {
  const [dimension] = shipped.dimensions;
  if (dimension === undefined) throw new Error('no dimension');
  const id = dimension.id;

  it('are the weighted mean of what applies, by the points of each level', () => {
    const readings = [
      reading('a', [0, 2, 4], { dimension: id, weight: 3 }),
      reading('b', [4, 4, 4], { dimension: id }),
      { ...notApplicable('c'), criterion: { ...anyCriterion, id: 'c', dimension: id, weight: 9 } } as CriterionReading,
      reading('d', [4, 4, 4], { dimension: 'another' }),
    ];
    const marked = markDimension(dimension, track, readings, [0, 25, 50, 75, 100]);
    expect([marked.marks.supported, marked.marks.claimed, marked.marks.possible].map(toNumber)).toEqual([
      25, 62.5, 100,
    ]);
    expect(marked.weight).toBe(track.weights[id]?.weight);
    expect(marked.readings).toHaveLength(3);
    expect(() => readMark([0, 25], 2)).toThrow('level 2');
  });

  it('add up to the index by the weights of the track, and each reading has its share', () => {
    const marks = (value: number) => ({
      supported: toRational(value),
      claimed: toRational(value),
      possible: toRational(value),
    });
    const one: DimensionMarks = {
      dimension: { ...dimension, id: 'edge' },
      weight: 30,
      marks: marks(80),
      readings: [reading('a', [0, 0, 0], { weight: 1 }), reading('b', [0, 0, 0], { weight: 3 })],
    };
    const other: DimensionMarks = {
      dimension: { ...dimension, id: 'ease' },
      weight: 10,
      marks: marks(40),
      readings: [],
    };
    expect(toNumber(computeIndex([one, other], 'supported'))).toBe(70);
    const [a, b] = one.readings;
    if (a === undefined || b === undefined) throw new Error();
    expect(computeShare(a, [one, other])).toEqual(createRational(3n, 16n));
    expect(computeShare(b, [one, other])).toEqual(createRational(9n, 16n));
    expect(toNumber(computeShare(notApplicable('a'), [one, other]))).toBe(0);
    expect(toNumber(computeShare(reading('z', [0, 0, 0], { dimension: 'none' }), [one, other]))).toBe(0);
  });
});
