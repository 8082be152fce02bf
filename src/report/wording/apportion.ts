import type { ExactPoints } from '../../model/diff.ts';

/** A figure as the whole number of units under it, and what is left over, as a fraction `n / d` in [0, 1). */
interface FlooredFraction {
  readonly whole: number;
  readonly n: bigint;
  readonly d: bigint;
}

function floorFraction(top: bigint, d: bigint): FlooredFraction {
  const n = ((top % d) + d) % d;
  return { whole: Number((top - n) / d), n, d };
}

/** Places of equal figures, which are rounded alike where that can be. */
interface TiedPlaces {
  readonly places: readonly number[];
  readonly rest: FlooredFraction;
}

function compareByRest(a: FlooredFraction, b: FlooredFraction): number {
  const difference = b.n * a.d - a.n * b.d;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

/** Figures with one whole number under them, by what is left over, the greatest first, equal ones together. */
function groupByWhole(splits: readonly FlooredFraction[]): readonly (readonly TiedPlaces[])[] {
  const chains = new Map<number, Map<string, number[]>>();
  for (const [place, { whole, n, d }] of splits.entries()) {
    if (n === 0n) continue;
    const chain = chains.get(whole) ?? new Map<string, number[]>();
    chains.set(whole, chain.set(`${n}/${d}`, [...(chain.get(`${n}/${d}`) ?? []), place]));
  }
  const equals = (places: readonly number[]): readonly TiedPlaces[] => {
    const rest = splits[places[0] ?? 0];
    return rest === undefined ? [] : [{ places, rest }];
  };
  return [...chains.values()].map((chain) =>
    [...chain.values()].flatMap(equals).sort((a, b) => compareByRest(a.rest, b.rest)),
  );
}

interface RoundingChoice {
  readonly raised: readonly number[];
  /** The sum of what is left over of those that are raised: the greater, the less is rounded away. */
  readonly worth: number;
}

/** The best choice of `count` places with equals kept together and no figure raised before a greater one; null where there is none. */
function chooseRaisedPlaces(chains: readonly (readonly TiedPlaces[])[], count: number): readonly number[] | null {
  let best = new Map<number, RoundingChoice>([[0, { raised: [], worth: 0 }]]);
  for (const chain of chains) {
    const next = new Map(best);
    for (const [taken, { raised, worth }] of best) {
      let sum: RoundingChoice = { raised, worth };
      for (const { places, rest } of chain) {
        sum = {
          raised: [...sum.raised, ...places],
          worth: sum.worth + places.length * (Number(rest.n) / Number(rest.d)),
        };
        const total = taken + sum.raised.length - raised.length;
        if (total > count) break;
        if (sum.worth > (next.get(total)?.worth ?? -1)) next.set(total, sum);
      }
    }
    best = next;
  }
  return best.get(count)?.raised ?? null;
}

/** `count` places by what is left over; of equal ones those above 0 from the front and those below it from the back. */
function pickLargestRests(splits: readonly FlooredFraction[], count: number): readonly number[] {
  const places = [...splits.keys()].filter((place) => splits[place]?.n !== 0n || splits[place]?.whole !== 0);
  const order = places.sort((a, b) => {
    const [one, two] = [splits[a], splits[b]];
    if (one === undefined || two === undefined) return 0;
    return compareByRest(one, two) || (one.whole < 0 ? b - a : a - b);
  });
  return order.slice(0, count);
}

function roundToTotal(splits: readonly FlooredFraction[], total: number): readonly number[] {
  const left = total - splits.reduce((sum, { whole }) => sum + whole, 0);
  const raised = new Set(chooseRaisedPlaces(groupByWhole(splits), left) ?? pickLargestRests(splits, left));
  return splits.map(({ whole }, place) => whole + (raised.has(place) ? 1 : 0));
}

/**
 * The figures in whole tenths of a point that sum to `total`, also in tenths and less than one from their exact sum or one above it. Each
 * is the tenth under it or the one above; equal figures come out equal unless the sum forbids it, and a greater one is never the
 * less. A figure of 0 stays 0.
 */
export function apportion(figures: readonly ExactPoints[], total: number): readonly number[] {
  const splits = figures.map(({ exact }) => {
    const [top = '0', bottom = '1'] = exact.split('/');
    return floorFraction(BigInt(top) * 10n, BigInt(bottom));
  });
  return roundToTotal(splits, total);
}
