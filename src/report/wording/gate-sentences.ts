import { BOUNDS, type Bound, type Bounds } from '../../model/level.ts';
import type {
  AlternativeReport,
  BreakEvenReport,
  ComparisonReport,
  FitReport,
  GateReport,
  GateStatus,
} from '../../model/report.ts';
import { formatMultiple, formatPoints, formatRatio, formatShownRatio } from './figures.ts';

function formatNeededAndShown(
  bound: Bound,
  { needed, shown }: Extract<BreakEvenReport, { status: 'compared' }>,
): string {
  const at = shown[bound];
  const unknown = bound === 'possible' ? 'not known' : 'nothing like-for-like shown';
  return `needed ${formatMultiple(needed[bound])}, ${at === null ? unknown : `shown ${formatShownRatio(at)}`}`;
}

/** `needed 3.0x, shown 1.6x against Wasabi`: the headline is what the evidence supports. */
export function describeBreakEven(breakEven: BreakEvenReport, bound: Bound = 'supported'): string {
  if (breakEven.status === 'not-applicable') return `not applicable: ${breakEven.reason}`;
  const against =
    breakEven.against === null || breakEven.shown[bound] === null ? '' : ` against ${breakEven.against.name}`;
  return `${formatNeededAndShown(bound, breakEven)}${against}`;
}

/** What the description claims on the break-even, or null where that is what the evidence supports. */
export function describeClaimedBreakEven(breakEven: BreakEvenReport): string | null {
  if (breakEven.status === 'not-applicable') return null;
  const claimed = formatNeededAndShown('claimed', breakEven);
  return claimed === formatNeededAndShown('supported', breakEven) ? null : claimed;
}

/** The three values before gates, or null where no gate lowers any of them by as much as is printed. */
export function findUncappedFit(fit: FitReport): Bounds<number> | null {
  const uncapped = { supported: fit.uncapped, claimed: fit.uncappedClaimed, possible: fit.uncappedPossible };
  const isCapped = BOUNDS.some((bound) => formatPoints(uncapped[bound]) !== formatPoints(fit[bound]));
  return isCapped ? uncapped : null;
}

/** `6.88 USD per H100-hour (AWS p5, from 2026-11-09)`. */
function describeYardstick({ name, value, unit, from, source }: AlternativeReport): string {
  const cited = source === null ? '' : `; ${source.title}, ${source.url}, grade ${source.grade}`;
  return `${value} ${unit} (${name}${from === null ? '' : `, from ${from}`}${cited})`;
}

/** The figures on both sides, the best registered alternative, and what was compared. */
export function describeComparison(compared: ComparisonReport): readonly string[] {
  const { project, unit, better, author, best, bestRatio, workload, serviceClass } = compared;
  return [
    `${project} ${unit}, ${better} is better; ${formatRatio(compared.ratio)} against ${describeYardstick(author)}`,
    ...(best === null || bestRatio === null
      ? []
      : [`best registered alternative: ${formatRatio(bestRatio)} against ${describeYardstick(best)}`]),
    `workload: ${workload ?? 'not stated'}; service class: ${serviceClass ?? 'not stated'}`,
  ];
}

const GATE_STATUS = {
  passed: 'passed',
  failed: 'failed',
  open: 'open',
  'not-applicable': 'not applicable',
} as const satisfies Record<GateStatus, string>;

/** `failed (cap 44, binding)`; a gate that passed or does not apply caps nothing. */
export function describeGateStatus({ status, cap, binds }: GateReport): string {
  const word = GATE_STATUS[status];
  if (status === 'passed' || status === 'not-applicable') return word;
  return `${word} (cap ${formatPoints(cap)}, ${binds ? 'binding' : 'not binding'})`;
}
