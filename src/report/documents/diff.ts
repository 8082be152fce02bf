import type {
  CriterionChange,
  CriterionState,
  DescriptionDiff,
  DiffJson,
  DiffObstacle,
  DiffPart,
  DiffPartId,
  DiffVersion,
  ExactPoints,
  VerdictRuleChange,
} from '../../model/diff.ts';
import { BOUNDS } from '../../model/level.ts';
import { aside, type Block, type Document, facts, type Item, items, paragraph, section, strong } from '../document.ts';
import { describeCause, describeGateChange } from '../wording/causes.ts';
import { formatPercent, formatPoints } from '../wording/figures.ts';
import { describeProvenance } from '../wording/provenance.ts';
import { describeShares } from '../wording/sentences.ts';

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

/** Whole tenths of a point with their sign: `+0.3`. */
function formatSignedTenths(tenths: number): string {
  return `${tenths < 0 ? '-' : '+'}${formatTenths(Math.abs(tenths))}`;
}

function formatTenths(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** Points in whole tenths, rounded down as everywhere, exactly. */
function floorToTenths({ exact }: ExactPoints): number {
  const [top = '0', bottom = '1'] = exact.split('/');
  return Number((BigInt(top) * 10n) / BigInt(bottom));
}

/** The title of each part, and what it comes of. */
const PARTS = {
  rubric: { title: 'The rubric', means: 'same text, different rules' },
  track: { title: 'The track', means: 'same text, different weights and questions' },
  time: { title: 'Time alone', means: 'evidence aged or became available, laws took effect' },
  facts: { title: 'The facts', means: 'the description changed' },
} as const satisfies Record<DiffPartId, { title: string; means: string }>;

const NOTHING = 'No change in levels, evidence grades, gates or rules.';

function describeState(state: CriterionState): string {
  switch (state.status) {
    case 'absent':
      return 'not in the rubric';
    case 'not-applicable':
      return 'not asked';
    case 'unknown':
      return 'unknown';
    case 'answered':
      return `${state.said} (level ${state.levels.supported}, grade ${state.grade})`;
  }
}

function describeCriterion({ before, after, causes }: CriterionChange): string {
  const [was, is] = [describeState(before), describeState(after)];
  const moved = was === is ? was : `${was} to ${is}`;
  const [from, to] = [before, after].map((state) => ('share' in state ? formatPercent(state.share) : null));
  const weighed = from === to || from === null || to === null ? [] : [`share ${from} to ${to}`];
  return [moved, ...weighed, ...causes.map(describeCause)].join('; ');
}

function toItem(label: string, title: string, says: string): Item {
  return { label, status: null, text: [strong(title), ...(says === '' ? [] : [`: ${says}`])], below: [] };
}

function toRuleItem(rule: VerdictRuleChange): Item {
  if (rule.kind === 'coverage-floor')
    return toItem('', 'Minimum coverage', `${formatPercent(rule.from)} of the weight, now ${formatPercent(rule.to)}`);
  const from = (at: number | null) => (at === null ? 'not in the rubric' : `from ${formatPoints(at)}`);
  return toItem('', 'Bands', `${rule.title.toLowerCase()} ${from(rule.from)}, now ${from(rule.to)}`);
}

/** What moved in a part. @param total its change as printed, in tenths: the items sum to it. */
function listPartItems({ criteria, gates, change, rules }: DiffPart, total: number): readonly Item[] {
  if (change.exact === '0' && criteria.length === 0 && gates.statuses.length === 0) return rules.map(toRuleItem);
  const tenths = apportion([...criteria.map((entry) => entry.change), gates.change], total);
  const statuses = gates.statuses.map(describeGateChange);
  const [was, is] = [gates.before, gates.after].map((cap) =>
    cap === null ? 'no gate' : `${cap.title}, ${formatPoints(cap.cap)}`,
  );
  const binding = was === is ? [] : [`capped by ${was} before, by ${is} after`];
  const own = tenths.at(-1) ?? 0;
  const says = [...statuses, ...binding].join('; ');
  // Most points first as printed too, whatever rounding did to them.
  const lines = criteria
    .map((entry, at) => ({ entry, tenths: tenths[at] ?? 0 }))
    .sort((a, b) => Math.abs(b.tenths) - Math.abs(a.tenths));
  return [
    ...lines.map(({ entry, tenths: moved }) =>
      toItem(entry.change.exact === '0' ? '' : formatSignedTenths(moved), entry.title, describeCriterion(entry)),
    ),
    ...(own === 0 && says === '' ? [] : [toItem(formatSignedTenths(own), 'Gates', says)]),
    ...rules.map(toRuleItem),
  ];
}

function describeVersion(end: DiffVersion): string {
  const track = end.track === null ? 'no track' : end.track;
  const file = end.file === null ? '' : ` (${end.file})`;
  if (end.status !== 'fit') return `${end.name}${file}, as of ${end.asOf}: ${track}`;
  const { supported, claimed, possible } = end.index;
  const index = [supported, claimed, possible].map((figure) => formatTenths(floorToTenths(figure)));
  const covered = end.coverage === null ? '' : `, ${formatPercent(end.coverage)} of the weight with a source`;
  return `${end.name}${file}, as of ${end.asOf}: ${end.verdict.title.toLowerCase()}, supported ${index[0]}, claimed ${index[1]}, possible ${index[2]} (${describeShares(end.shares)}), ${track}${covered}`;
}

function describeObstacle(obstacle: DiffObstacle): string {
  switch (obstacle.kind) {
    case 'outside':
      return `The ${obstacle.end} version has no track and so no index.`;
    case 'no-track':
      return `The new rubric has no track ${obstacle.track}.`;
    case 'refused':
      return `The old file is not valid under the new rubric: ${obstacle.problems.map(({ what }) => what).join('; ')}.`;
  }
}

type Rated = Extract<DiffVersion, { status: 'fit' }>;

function hasSameFigures(before: Rated, after: Rated): boolean {
  return (
    before.coverage === after.coverage &&
    BOUNDS.every((bound) => before.index[bound].exact === after.index[bound].exact)
  );
}

/** The parts of the change, or why it has none; printed figures sum as the exact ones do. */
function listChangeBlocks({ before, after, split }: DescriptionDiff): readonly Block[] {
  if (split.status === 'not-told' || before.status !== 'fit' || after.status !== 'fit') {
    const because = split.status === 'not-told' ? split.because.map(describeObstacle) : [];
    return section(
      'why',
      'Why',
      ...['The change cannot be split into parts.', ...because].map((says) => paragraph(says)),
    );
  }
  const total = floorToTenths(after.index.supported) - floorToTenths(before.index.supported);
  const tenths = apportion(
    split.parts.map(({ change }) => change),
    total,
  );
  const title = `Supported index ${formatSignedTenths(total)}`;
  const details = split.parts.map((part, at) => listPartItems(part, tenths[at] ?? 0));
  const verdicts = [before.verdict, ...split.parts.map(({ verdict }) => verdict)];
  const isStill = details.map((entries, at) => entries.length === 0 && verdicts[at]?.id === verdicts[at + 1]?.id);
  if (!isStill.includes(false) && hasSameFigures(before, after)) return section('index', title, paragraph(NOTHING));
  const summary = split.parts.map(({ id, verdict }, at) =>
    toItem(
      formatSignedTenths(tenths[at] ?? 0),
      PARTS[id].title,
      isStill[at] ? 'no effect' : `${PARTS[id].means}; then ${verdict.title.toLowerCase()}`,
    ),
  );
  return [
    ...section('index', title, items(summary)),
    ...split.parts.flatMap(({ id }, at) =>
      section(id, `${PARTS[id].title} ${formatSignedTenths(tenths[at] ?? 0)}`, items(details[at] ?? [])),
    ),
  ];
}

/** How index and verdict changed between two versions of a description, and why. */
export function toDiffDocument(diff: DescriptionDiff, file: DiffJson): Document {
  return {
    title: [`Change of ${diff.after.name}`],
    subtitle: null,
    blocks: [
      ...facts([
        ['old', [describeVersion(diff.before)]],
        ['new', [describeVersion(diff.after)]],
      ]),
      ...listChangeBlocks(diff),
      ...section('scope', 'Scope', paragraph(aside(diff.scope)), paragraph(describeProvenance(file, file.oldRubric))),
    ],
  };
}
