import type {
  CriticalAnswers,
  Explanation,
  PathToNextBand,
  Report,
  ScheduledChange,
  VerdictFrequencies,
} from '../../../model/report.ts';
import { type Block, items, list, paragraph, section, strong, underHeading } from '../../document.ts';
import { apportionWhole } from '../../wording/apportion.ts';
import { describeCause, describeGateChange } from '../../wording/causes.ts';
import { formatFinePercent, formatPercent, formatPoints } from '../../wording/figures.ts';
import { toWords } from '../../wording/to-words.ts';
import { toStepText } from '../call-sheet.ts';

/** The most sets of critical answers that are printed. */
const MOST_SETS = 6;

/** `Technical edge 40, Landmark adoption 60`: rounded so that they sum to what they do. */
function formatWeights(weights: Readonly<Record<string, number>>, titleOf: (id: string) => string): string {
  const entries = Object.entries(weights);
  const whole = apportionWhole(
    entries.map(([, weight]) => weight),
    Math.round(entries.reduce((sum, [, weight]) => sum + weight, 0)),
  );
  return entries.map(([id], at) => `${titleOf(id)} ${whole[at]}`).join(', ');
}

function describeFrequencies(
  { draws, seed, error, shares }: VerdictFrequencies,
  titleOf: (id: string) => string,
): readonly Block[] {
  return underHeading(
    'Verdict frequencies across sampled weights and open answers',
    paragraph(
      `${draws} Monte Carlo samples (seed ${seed}); each share is within ${Math.ceil(error * 1000) / 10}% of the exact one, 19 times of 20. A share says how much of what was sampled gives the verdict; it is not a probability of success.`,
    ),
    items(
      shares
        .filter(({ share }) => share > 0)
        .map(({ title, share, centralWeights }) => ({
          label: formatFinePercent(share),
          text: [strong(title), `: weights on average: ${formatWeights(centralWeights ?? {}, titleOf)}`],
        })),
    ),
  );
}

function describeLeaveOneOut({ leftOut }: Explanation): readonly Block[] {
  return underHeading(
    'Leave-one-out sensitivity',
    paragraph(
      leftOut.length === 0
        ? 'The verdict stays the same if the weight of any one criterion is set to 0.'
        : 'The verdict changes if the weight of one of these is set to 0; the rest of its dimension takes over that weight, and the gates stay:',
    ),
    items(
      leftOut.map(({ title, verdict, index }) => ({
        label: formatPoints(index),
        text: [strong(title), `: ${toWords(verdict)}`],
      })),
    ),
  );
}

function describePath(path: PathToNextBand): readonly Block[] {
  const title = 'Cheapest honest path to the next band';
  if (path.status === 'none') return underHeading(title, paragraph(path.reason));
  return underHeading(
    title,
    paragraph(
      path.status === 'to-a-verdict'
        ? `To reach any verdict, source all of these, which brings coverage to ${formatPercent(path.coverage)} of the weight. The verdict then depends on the answers.`
        : `${path.title} (${formatPoints(path.index)}) with the least effort by the rubric's estimates, all of these together:`,
    ),
    list(path.steps.map(toStepText)),
  );
}

function describeCriticalAnswers(critical: CriticalAnswers, titleOf: (id: string) => string): readonly Block[] {
  const title = 'What the verdict rests on';
  if (critical.status === 'none') return underHeading(title, paragraph(critical.reason));
  const { size, sets, complete } = critical;
  const more = sets.length - MOST_SETS;
  const which = complete && sets.length > 1 ? 'any of these' : 'this';
  const says =
    size === 1
      ? `One false answer lowers the verdict: ${which} alone does it.`
      : `Only ${size} false answers at once lower the verdict: ${which}.`;
  return underHeading(
    title,
    paragraph(says),
    list([
      ...sets.slice(0, MOST_SETS).map((set) => [strong(set.map(titleOf).join(' and '))]),
      ...(more > 0 ? [[`and ${more} more`]] : []),
    ]),
  );
}

function describeScheduledChange({ gates, criteria }: ScheduledChange): string {
  return [
    ...gates.map(describeGateChange),
    ...criteria.map(
      ({ title, from, to, causes }) => `${title} ${from} to ${to} (${causes.map(describeCause).join('; ')})`,
    ),
  ].join('; ');
}

/** The days to come on which the verdict or a gate changes with no new fact; none where it was not asked for. */
export function toCalendarSection({ explanation, verdict, fit, asOf }: Report): readonly Block[] {
  if (explanation === null || fit === null || verdict === null) return [];
  const { clock, clockEnds } = explanation;
  const until = clockEnds === null ? '' : ` No further scheduled changes after ${clockEnds}.`;
  const days = clock.map((change) => ({
    label: change.day,
    text: [strong(`${toWords(change.verdict)} ${formatPoints(change.index)}`), `: ${describeScheduledChange(change)}`],
  }));
  const today = { label: asOf, text: [strong(`${toWords(verdict)} ${formatPoints(fit.supported)}`), ': this report'] };
  return section(
    'calendar',
    'Time sensitivity',
    paragraph(
      days.length === 0
        ? `No future date changes the verdict or a gate by itself.${until}`
        : `Without new facts, evidence ages and laws take effect.${until}`,
    ),
    items(days.length === 0 ? [] : [today, ...days]),
  );
}

/** What would change the verdict; none where it was not asked for. */
export function toChangesSection({ explanation, dimensions }: Report): readonly Block[] {
  if (explanation === null) return [];
  const titles = new Map(
    dimensions.flatMap(({ id, title, criteria }) => [
      [id, title] as const,
      ...criteria.map((criterion) => [criterion.id, criterion.title] as const),
    ]),
  );
  const titleOf = (id: string) => titles.get(id) ?? id;
  return section(
    'more',
    'What would change it',
    describeFrequencies(explanation.howOften, titleOf),
    describeLeaveOneOut(explanation),
    describePath(explanation.wayUp),
    describeCriticalAnswers(explanation.loadBearing, titleOf),
  );
}
