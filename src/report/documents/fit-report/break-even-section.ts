import { BOUNDS } from '../../../model/level.ts';
import type { BreakEvenSide, ComparisonReport, Report } from '../../../model/report.ts';
import { type Block, type BreakEvenChart, list, paragraph, section, table } from '../../document.ts';
import { formatRatio } from '../../wording/figures.ts';
import { type ComparedBreakEven, describeBreakEven } from '../../wording/gate-sentences.ts';

/** The alternatives that the author and the register name, each once, with the project's multiple of it. */
function listAlternatives({ author, best, incumbent, ratio, bestRatio, incumbentRatio }: ComparisonReport) {
  const named = [
    { ...author, multiple: ratio, says: 'chosen by the author' },
    ...(best === null || bestRatio === null
      ? []
      : [{ ...best, multiple: bestRatio, says: 'the best registered alternative' }]),
    ...(incumbent === null || incumbentRatio === null
      ? []
      : [{ ...incumbent, multiple: incumbentRatio, says: 'the cheapest of what buyers mostly use today' }]),
  ];
  return named.filter(({ name }, at) => named.findLastIndex((other) => other.name === name) === at);
}

function findComparison({ criterion }: ComparedBreakEven, { dimensions }: Report): ComparisonReport | null {
  const found = dimensions.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion);
  return found?.status === 'answered' ? found.comparison : null;
}

function toChart(
  { ease }: ComparedBreakEven,
  { shown, needed, against }: BreakEvenSide,
  compared: ComparisonReport | null,
  steps: readonly number[],
): BreakEvenChart {
  const all = compared === null ? [] : listAlternatives(compared);
  const decides = all.find(({ name }) => name === against.supported?.name);
  return {
    ease,
    shown,
    needed:
      steps.length > 0
        ? steps.map((step, level) => [level, step] as const)
        : BOUNDS.map((bound) => [ease[bound], needed[bound]] as const),
    against: against.supported?.name ?? null,
    others:
      decides === undefined
        ? []
        : all
            .filter((other) => other !== decides)
            .map(({ name, multiple }) => ({ name, multiple: decides.multiple / multiple })),
  };
}

function describeAlternatives(compared: ComparisonReport): readonly Block[] {
  const { project, unit, better } = compared;
  return list([
    [`The project: ${project} ${unit}; ${better} is better.`],
    ...listAlternatives(compared).map(({ name, value, unit, multiple, says }) => [
      `${name}, ${says}: ${value} ${unit}; against it the project reaches ${formatRatio(multiple)}.`,
    ]),
  ]);
}

/** The edge against the cost of switching: where the project is, and where it would have to be. */
export function toBreakEvenSection(report: Report, steps: readonly number[]): readonly Block[] {
  const { breakEven, fit } = report;
  if (fit === null) return [];
  const title = 'Break-even: edge versus cost of switching';
  const side = breakEven.status === 'compared' ? (breakEven.best ?? breakEven.incumbent) : null;
  if (breakEven.status === 'not-asked' || side === null)
    return section('break-even', title, paragraph(describeBreakEven(breakEven)));
  const compared = findComparison(breakEven, report);
  const says = BOUNDS.map((bound) => `${bound}: ${describeBreakEven(breakEven, bound)}`).join('. ');
  return section(
    'break-even',
    title,
    paragraph(
      'A buyer switches only for a gain that pays for the switch: the harder the switch, the larger the multiple needed.',
    ),
    [
      {
        kind: 'chart',
        chart: toChart(breakEven, side, compared, steps),
        alternative: `Edge against ease of switching. ${says}.`,
      },
    ],
    compared === null ? [] : describeAlternatives(compared),
    table(
      ['At', 'Ease>', 'Edge'],
      BOUNDS.map((bound) => [[bound], [`${breakEven.ease[bound]} of 4`], [describeBreakEven(breakEven, bound)]]),
    ),
  );
}
