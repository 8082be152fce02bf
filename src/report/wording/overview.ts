import { BOUNDS, type Bound, HIGHEST } from '../../model/level.ts';
import type { DimensionReport, FitReport, GateReport, GateStatus, Report } from '../../model/report.ts';
import { NOT_RATEABLE } from '../../model/verdict.ts';
import { formatMultiple, formatPercent, formatPoints } from './figures.ts';
import { type ComparedBreakEven, describeShownSides } from './gate-sentences.ts';
import { describeTrack } from './sentences.ts';
import { capitalise, toWords } from './to-words.ts';

/*
 * What a reader with one minute needs of a report, in words: the first screen, the head of a page and the table of many
 * reports are made of these.
 */

/** The track and the day: words of the classifier only where they matter, as the track was not declared or is disputed. */
export function describePlacement(report: Report): string {
  const { classification: c, asOf, reference } = report;
  if (c.scoredAs === null) return `Track: ${describeTrack(report)}; as of ${asOf}`;
  const isAgreed = c.setTo === null && c.declared === c.track && c.status !== 'undecided';
  const isInferred = c.setTo === null && c.declared === null && c.status === 'decided';
  const isPlain = isAgreed || isInferred || c.status === 'skipped';
  const track = isPlain ? `${toWords(c.scoredAs)}${isInferred ? ', by its summary' : ''}` : describeTrack(report);
  return `${reference ? 'Reference without a blockchain; track ' : 'Track '}${track}; as of ${asOf}`;
}

/** A gate that does not pass, in words. */
export interface Hindrance {
  readonly status: GateStatus;
  readonly title: string;
  /** `caps it at 34; 60 without`. */
  readonly says: string;
}

/** The values that a gate caps by as much as is printed. */
function listCapped({ effects, cap }: GateReport, fit: FitReport): readonly Bound[] {
  const uncapped = { supported: fit.uncapped, claimed: fit.uncappedClaimed, possible: fit.uncappedPossible };
  return BOUNDS.filter((bound) => effects?.[bound].holds && formatPoints(uncapped[bound]) !== formatPoints(cap));
}

/** How strongly a gate acts: on what is shown, on what is claimed or possible, or on nothing yet. */
function rankGate(gate: GateReport, fit: FitReport): number {
  const capped = listCapped(gate, fit);
  return capped.includes('supported') ? 0 : capped.length > 0 ? 1 : 2;
}

const CAPPED_VALUES = { supported: 'it', claimed: 'the claim', possible: 'the best case' } as const;

function formatWithout({ effects, cap }: GateReport, bound: Bound): string {
  return formatPoints(effects?.[bound].without ?? cap);
}

/** Of the values that a gate caps, those that no other gate caps as low. */
function listCappedAlone(gate: GateReport, fit: FitReport): readonly Bound[] {
  return listCapped(gate, fit).filter((bound) => formatWithout(gate, bound) !== formatPoints(gate.cap));
}

/** `caps it at 34; 60 without`: of several values, the one that is shown, or else one that the gate caps alone. */
export function describeCap(gate: GateReport, { fit }: Report): string {
  const capped = fit === null ? [] : listCapped(gate, fit);
  if (fit === null || capped.length === 0) return `would cap it at ${formatPoints(gate.cap)}`;
  const alone = listCappedAlone(gate, fit);
  const bound = capped.find((one) => one === 'supported') ?? alone.at(-1) ?? capped.at(-1) ?? 'possible';
  const caps = `caps ${CAPPED_VALUES[bound]} at ${formatPoints(gate.cap)}`;
  return alone.includes(bound) ? `${caps}; ${formatWithout(gate, bound)} without` : `${caps}, jointly`;
}

function listOpenGates({ gates, fit }: Report) {
  return gates
    .filter(({ status }) => status === 'failed' || status === 'not-shown-yet')
    .map((gate) => ({ gate, rank: fit === null ? 2 : rankGate(gate, fit) }))
    .sort((a, b) => a.rank - b.rank || a.gate.cap - b.gate.cap);
}

/** The gates that cap a value, those of what is shown first. */
export function listHindrances(report: Report): readonly Hindrance[] {
  const { fit } = report;
  if (fit === null) return [];
  return listOpenGates(report)
    .filter(({ rank }) => rank < 2)
    .sort((a, b) => a.rank - b.rank || listCappedAlone(b.gate, fit).length - listCappedAlone(a.gate, fit).length)
    .map(({ gate }) => ({ status: gate.status, title: gate.title, says: describeCap(gate, report) }));
}

/** Gates that do not pass and hold nothing so far. */
export interface CapAhead {
  readonly cap: number;
  readonly gates: readonly Pick<GateReport, 'status' | 'title'>[];
}

/** The caps that would come to act, lowest first; none where too little is known. */
export function listCapsAhead(report: Report): readonly CapAhead[] {
  if (report.basis === NOT_RATEABLE) return [];
  const idle = listOpenGates(report).flatMap(({ gate, rank }) => (rank === 2 ? [gate] : []));
  return [...new Set(idle.map(({ cap }) => cap))].map((cap) => ({
    cap,
    gates: idle.filter((gate) => gate.cap === cap),
  }));
}

/** `Who pays (level 1), Revenue from buyers (unknown)`, of one dimension: where most points are missing; null where too little is known to say it. */
export function describeWeakest({ dimensions, fit, basis }: Report): string | null {
  if (fit === null || basis === NOT_RATEABLE) return null;
  const missing = (one: DimensionReport) => one.weight * (100 - one.supported);
  const [weakest] = [...dimensions].sort((a, b) => missing(b) - missing(a));
  if (weakest === undefined || missing(weakest) === 0) return null;
  const criteria = weakest.criteria
    .flatMap((one) =>
      one.status === 'not-applicable' ? [] : [{ one, lost: one.share * (HIGHEST - one.levels.supported) }],
    )
    .sort((a, b) => b.lost - a.lost)
    .slice(0, 2)
    .map(({ one }) => `${one.title} (${one.status === 'unknown' ? 'unknown' : `level ${one.levels.supported}`})`);
  return criteria.join(', ');
}

/** Whether a gate holds any of the three values, so that they are not the sum of the dimensions. */
export function isHeldByGates(report: Report): boolean {
  return listHindrances(report).length > 0;
}

/** The gates that hold a value at their cap: of what is shown, else of what is possible. */
export function listBindingGates(gates: readonly GateReport[]): readonly GateReport[] {
  const binding = gates.filter(({ effects }) => effects?.supported.holds === true);
  return binding.length > 0 ? binding : gates.filter(({ effects }) => effects?.possible.holds === true);
}

/** `The edge pays for the switch, and 1 more`: what holds a project, in a cell of a table. */
export function describeBindingGates(gates: readonly GateReport[]): string {
  const [first, ...others] = listBindingGates(gates);
  if (first === undefined) return '-';
  return `${first.title}${others.length === 0 ? '' : `, and ${others.length} more`}`;
}

function formatNeed({ best, incumbent }: ComparedBreakEven): string {
  const needed = [best, incumbent].flatMap((side) => side?.needed.supported ?? []);
  return [...new Set(needed)].map((multiple) => formatMultiple(multiple).replace('.0x', 'x')).join(' and ');
}

/** A price as a sentence, and in the few words of a row: `7% more than Vast.ai, 62% less than AWS p5.48xlarge; 2x needed`. */
interface PriceInWords {
  readonly sentence: string;
  readonly row: string;
}

/** `Costs 7% more than Vast.ai, 62% less than AWS p5.48xlarge; switching needs a gain of 2x`; null where the break-even is not asked, or nothing is known of it and of the rest. */
export function describePrice({ breakEven, basis }: Pick<Report, 'breakEven' | 'basis'>): PriceInWords | null {
  if (breakEven.status === 'not-asked') return null;
  const gain = formatNeed(breakEven);
  const claimed = describeShownSides(breakEven, 'claimed');
  if (claimed === '' && basis === NOT_RATEABLE) return null;
  const tell = (says: string): PriceInWords => ({
    sentence: `${says}; switching needs a gain of ${gain}`,
    row: `${capitalise(says.replace(/^Costs /, ''))}; ${gain} needed`,
  });
  if (claimed === '') return tell('No like-for-like comparison');
  const says = capitalise(claimed);
  const shown = breakEven.best?.shown.supported ?? breakEven.incumbent?.shown.supported ?? null;
  if (shown === null) return tell(`${says} (claimed, without evidence)`);
  if (!shown.below) return tell(says);
  const limit = formatMultiple(shown.value).replace('.0x', 'x');
  const { row } = tell(`${says} (evidence: under ${limit})`);
  return { ...tell(`${says} (evidence supports just under ${limit})`), row };
}

/** `2027-07-02: weak fit 34 as evidence ages (Budgets)`: the next day on which the verdict changes by itself; null where there is none to change. */
export function describeNextChange({ nextChange, basis }: Report): string | null {
  if (nextChange === null || basis === NOT_RATEABLE) return null;
  const { day, verdict, index, criteria, gates } = nextChange;
  const [first] = [...criteria, ...gates];
  const isAgeing = criteria.some(({ causes }) => causes.some(({ kind }) => kind === 'source-lowered'));
  const why = first === undefined ? '' : ` (${first.title})`;
  return `${day}: ${toWords(verdict)} ${formatPoints(index)} ${isAgeing ? 'as evidence ages' : 'without new facts'}${why}`;
}

/** Share of what is shown that rests on answers with evidence against them, 0 to 1. */
function computeDisputedShare({ dimensions }: Report): number {
  let [shown, disputed] = [0, 0];
  for (const criterion of dimensions.flatMap(({ criteria }) => criteria)) {
    if (criterion.status !== 'answered') continue;
    const points = criterion.share * criterion.levels.supported;
    shown += points;
    if (criterion.disputedBy.length > 0) disputed += points;
  }
  return shown === 0 ? 0 : disputed / shown;
}

/** `62% of what is shown is quoted; quotes verified: 40%`. */
export function describeQuotes({ quoted, verified }: NonNullable<Report['quotes']>): string {
  if (quoted === 0) return 'nothing of what is shown is quoted';
  return `${formatPercent(quoted)} of what is shown is quoted; quotes verified: ${formatPercent(verified)}`;
}

/** `82% of the weight has a source; shown: 0% verified, 23% disputed`: verified by quotes that were found in their documents. */
export function describeEvidence(report: Report): string | null {
  const { coverage, quotes, fit } = report;
  if (coverage === null) return null;
  const sourced = `${formatPercent(coverage)} of the weight has a source`;
  if (fit === null || fit.supported === 0 || quotes === null) return sourced;
  const disputed = computeDisputedShare(report);
  const dispute = disputed === 0 ? '' : `, ${formatPercent(disputed)} disputed`;
  return `${sourced}; shown: ${formatPercent(quotes.verified)} verified${dispute}`;
}
