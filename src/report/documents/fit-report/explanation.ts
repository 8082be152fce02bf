import type {
  CriticalAnswers,
  Explanation,
  PathToNextBand,
  Report,
  ScheduledChange,
  VerdictFrequencies,
} from '../../../model/report.ts';
import { type Block, items, list, paragraph, section, strong, underHeading } from '../../document.ts';
import { describeCause, describeGateChange } from '../../wording/causes.ts';
import { formatFinePercent, formatPercent, formatPoints } from '../../wording/figures.ts';
import { toWords } from '../../wording/to-words.ts';
import { toStepText } from '../call-sheet.ts';

/** The most sets of critical answers that are printed. */
const MAX_SETS = 6;

/** What the verdicts would be if all that is open came out evenly; nothing where they are all the same. */
function describeFrequencies({ draws, seed, error, shares }: VerdictFrequencies, shown: string): readonly Block[] {
  const drawn = shares.filter(({ share }) => share > 0);
  if (drawn.length < 2) return [];
  return underHeading(
    'Verdict frequencies over the open answers',
    paragraph(
      `Verdict today: ${shown.toLowerCase()}. Open answers can only raise it, so where much is open the verdicts here are higher. Each open answer is drawn uniformly from the levels that it could still have, and the weights from their admissible range. Shares of ${draws} Monte Carlo samples (seed ${seed}; margin of error ${Math.ceil(error * 1000) / 10}% at 95% confidence), not probabilities of success.`,
    ),
    items(drawn.map(({ title, share }) => ({ label: formatFinePercent(share), text: [strong(title)] }))),
  );
}

function describeLeaveOneOut({ leaveOneOut }: Explanation): readonly Block[] {
  return underHeading(
    'Leave-one-out sensitivity',
    paragraph(
      leaveOneOut.length === 0
        ? 'Does the verdict depend on the weight of one criterion? No, with the gates as they are: it stays the same if any one weight is set to 0.'
        : 'Does the verdict depend on the weight of one criterion? Yes: it changes if the weight of one of these is set to 0 and shared out over the rest of its dimension, with the gates as they are:',
    ),
    items(
      leaveOneOut.map(({ title, verdict, index }) => ({
        label: formatPoints(index),
        text: [strong(title), `: ${toWords(verdict)}`],
      })),
    ),
  );
}

function describePath(path: PathToNextBand, report: Report): readonly Block[] {
  const title = 'Cheapest honest path to the next band';
  if (path.status === 'none') return underHeading(title, paragraph(path.reason));
  return underHeading(
    title,
    paragraph(
      path.status === 'to-a-verdict'
        ? `To reach any verdict, cite sources for all of these, which raises coverage to ${formatPercent(path.coverage)} of the weight. The verdict then depends on the answers.`
        : `${path.title} (${formatPoints(path.index)}) with the least effort by the rubric's estimates, all of these together:`,
    ),
    list(path.steps.map((step) => toStepText(step, report))),
  );
}

function describeCriticalAnswers(critical: CriticalAnswers, titleOf: (id: string) => string): readonly Block[] {
  const title = 'What the verdict rests on';
  if (critical.status === 'none') return underHeading(title, paragraph(critical.reason));
  const { size, sets, complete } = critical;
  const more = sets.length - MAX_SETS;
  const isChoice = complete && sets.length > 1;
  const says =
    size === 1
      ? `Does the verdict depend on a single answer? Yes: it falls, by points or through a gate, if ${isChoice ? 'any one of these' : 'this one'} is false.`
      : `Does the verdict depend on a single answer? No: it falls only if ${size} answers are false at once: ${isChoice ? 'any of these sets' : 'these'}.`;
  return underHeading(
    title,
    paragraph(says),
    list([
      ...sets.slice(0, MAX_SETS).map((set) => [strong(set.map(titleOf).join(' and '))]),
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
export function toChangesSection(report: Report): readonly Block[] {
  const { explanation, dimensions, verdictTitle } = report;
  if (explanation === null) return [];
  const titles = new Map(dimensions.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title] as const)));
  const titleOf = (id: string) => titles.get(id) ?? id;
  return section(
    'more',
    'What would change it',
    describeFrequencies(explanation.verdictFrequencies, verdictTitle),
    describeLeaveOneOut(explanation),
    describePath(explanation.pathToNextBand, report),
    describeCriticalAnswers(explanation.criticalAnswers, titleOf),
  );
}
