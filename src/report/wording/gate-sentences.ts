import { BOUNDS, type Bound } from '../../model/level.ts';
import type {
  AlternativeReport,
  BreakEvenReport,
  ComparisonReport,
  GateReport,
  GateStatus,
  Ratio,
} from '../../model/report.ts';
import { formatMultiple, formatPoints, formatRatio, formatShownRatio } from './figures.ts';

export type ComparedBreakEven = Extract<BreakEvenReport, { status: 'compared' }>;

/** `2.5`, `31`: as precise as a sentence needs. */
function formatRoughMultiple(value: number): string {
  return String(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
}

/** `costs 7% more than Vast.ai`: the multiple in the words of the direction that is good for the buyer. */
function describeShown(shown: Ratio, name: string, better: ComparedBreakEven['better']): string {
  if (better !== 'lower' || shown.below) return `is ${formatShownRatio(shown)} as good as ${name}`;
  const percent = Math.round((1 / shown.value - 1) * 100);
  if (percent === 0) return `costs about the same as ${name}`;
  return percent > 100
    ? `costs ${formatRoughMultiple(1 / shown.value)} times as much as ${name}`
    : `costs ${Math.abs(percent)}% ${percent > 0 ? 'more' : 'less'} than ${name}`;
}

/** `Vast.ai` of `Vast.ai, median of the H100 SXM offers`: the details are in the table of figures. */
function shortenName(name: string): string {
  return name.split(', ')[0] ?? name;
}

/** What is shown against each of the two alternatives; the same one is named once. */
function listShown({ best, incumbent, better }: ComparedBreakEven, bound: Bound): readonly string[] {
  const sides = [best, incumbent].flatMap((side) => {
    const [shown, against] = [side?.shown[bound] ?? null, side?.against[bound] ?? null];
    return shown === null || against === null
      ? []
      : [{ name: against.name, says: describeShown(shown, shortenName(against.name), better) }];
  });
  return sides.filter(({ name }, at) => sides.findIndex((other) => other.name === name) === at).map(({ says }) => says);
}

/** `costs 7% more than Vast.ai, 62% less than AWS p5.48xlarge`; empty where nothing is compared. */
export function describeShownSides(breakEven: ComparedBreakEven, bound: Bound): string {
  return listShown(breakEven, bound).join(', ').replaceAll(', costs ', ', ');
}

function describeCompared(breakEven: ComparedBreakEven, bound: Bound): string {
  const shown = describeShownSides(breakEven, bound);
  const nothing = bound === 'possible' ? 'not known' : 'no like-for-like comparison shown';
  const needed = [...new Set([breakEven.best, breakEven.incumbent].flatMap((side) => side?.needed[bound] ?? []))];
  return `${shown === '' ? nothing : shown}; ${needed.map(formatMultiple).join(' and ')} is needed`;
}

/** `costs 7% more than Vast.ai, 60% less than AWS; 1.5x is needed`: the headline is what the evidence supports. */
export function describeBreakEven(breakEven: BreakEvenReport, bound: Bound = 'supported'): string {
  return breakEven.status === 'not-asked' ? `not asked: ${breakEven.reason}` : describeCompared(breakEven, bound);
}

/** `6.88 USD per H100-hour (AWS p5, from 2026-11-09)`. */
function describeYardstick({ name, value, unit, from, source }: AlternativeReport): string {
  const cited = source === null ? '' : `; ${source.title}, ${source.url ?? 'not public'}, grade ${source.grade}`;
  return `${value} ${unit} (${name}${from === null ? '' : `, from ${from}`}${cited})`;
}

/** The figures on both sides, the best registered alternative, and what was compared. */
export function describeComparison(compared: ComparisonReport): readonly string[] {
  const { project, unit, better, author, best, bestRatio, incumbent, incumbentRatio, workload, serviceClass } =
    compared;
  return [
    `${project} ${unit}, ${better} is better; ${formatRatio(compared.ratio)} against ${describeYardstick(author)}`,
    ...(best === null || bestRatio === null
      ? []
      : [`best registered alternative: ${formatRatio(bestRatio)} against ${describeYardstick(best)}`]),
    ...(incumbent === null || incumbentRatio === null
      ? []
      : [`what buyers mostly use today: ${formatRatio(incumbentRatio)} against ${describeYardstick(incumbent)}`]),
    `workload: ${workload ?? 'not stated'}; service class: ${serviceClass ?? 'not stated'}`,
  ];
}

const GATE_STATUS = {
  passed: 'passed',
  failed: 'failed',
  'not-shown-yet': 'not shown yet',
  'not-asked': 'not asked',
} as const satisfies Record<GateStatus, string>;

/** `failed (caps it at 34; 60 without)`: what the gate does to the supported value; one that passed or is not asked does nothing. */
export function describeGateStatus({ status, cap, effects }: GateReport): string {
  const word = GATE_STATUS[status];
  if (status === 'passed' || effects === null) return word;
  const { holds, without } = effects.supported;
  return holds && without > cap
    ? `${word} (caps it at ${formatPoints(cap)}; ${formatPoints(without)} without)`
    : `${word} (cap ${formatPoints(cap)}${holds ? ', same as another gate' : ', not binding'})`;
}

/** What a gate does to each of the three values: `supported: capped at 34; 60 without`. */
export function describeGateEffects({ passes, effects, cap }: GateReport): string | null {
  if (passes === null || effects === null) return null;
  const parts = BOUNDS.map((bound) => {
    const { holds, without } = effects[bound];
    if (passes[bound]) return `${bound}: passes`;
    if (!holds) return `${bound}: does not pass, not binding`;
    const alone = without > cap ? `; ${formatPoints(without)} without` : ', as another gate does';
    return `${bound}: capped at ${formatPoints(cap)}${alone}`;
  });
  return parts.join(' | ');
}
