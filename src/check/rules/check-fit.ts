import { type CheckSettings, REQUIRABLE_KEYS, type RuleFinding } from '../../model/check.ts';
import type { Description } from '../../model/description.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Report } from '../../model/report.ts';
import type { Rubric } from '../../model/rubric.ts';
import { NOT_RATEABLE } from '../../model/verdict.ts';

type RatedReport = Report & {
  readonly fit: NonNullable<Report['fit']>;
  readonly coverage: number;
  readonly verdict: string;
};

function hasFit(report: Report): report is RatedReport {
  return report.fit !== null && report.coverage !== null && report.verdict !== null;
}

function checkMinimum(report: RatedReport, { minimum }: CheckSettings, rubric: Rubric): readonly RuleFinding[] {
  const under = (
    id: RuleFinding['id'],
    subject: string,
    found: number,
    least: number | null,
  ): readonly RuleFinding[] =>
    least === null || found >= least ? [] : [{ id, subject, detail: { found, least }, at: null }];
  const place = (verdict: string) => rubric.bands.findIndex(({ id }) => id === verdict);
  const isLow = minimum.verdict !== null && place(report.verdict) < place(minimum.verdict);
  return [
    ...under('fit/under-min-index', 'index', report.fit.supported, minimum.index),
    ...under('fit/under-min-coverage', 'coverage', report.coverage * 100, minimum.coverage),
    ...report.dimensions.flatMap(({ id, supported }) =>
      under('fit/under-min-dimension', id, supported, minimum.dimensions[id] ?? null),
    ),
    ...(isLow
      ? [
          {
            id: 'fit/under-min-verdict' as const,
            subject: 'verdict',
            detail: { found: report.verdict, least: minimum.verdict ?? '' },
            at: null,
          },
        ]
      : []),
  ];
}

function checkGates({ gates }: Report): readonly RuleFinding[] {
  return gates.flatMap(({ id, title, status, cap }): readonly RuleFinding[] => {
    if (status !== 'failed' && status !== 'open') return [];
    return [{ id: `gate/${status}`, subject: title, detail: { gate: id, cap }, at: null }];
  });
}

function checkRateable({ verdict, coverage }: RatedReport): readonly RuleFinding[] {
  if (verdict !== NOT_RATEABLE) return [];
  return [{ id: 'fit/not-rateable', subject: 'coverage', detail: { coverage: coverage * 100 }, at: null }];
}

function checkRequiredAnswers(
  description: Description,
  report: Report,
  required: readonly string[],
): readonly RuleFinding[] {
  const criteria = report.dimensions.flatMap((dimension) => dimension.criteria);
  return required.flatMap((id): readonly RuleFinding[] => {
    const key = REQUIRABLE_KEYS.find((entry) => entry === id);
    const criterion = criteria.find((entry) => entry.id === id);
    // Without a track there is no report on criteria, and what is missing is missing all the same.
    const isUnknown =
      criterion === undefined ? description.answers[id]?.status !== 'answered' : criterion.status === 'unknown';
    const isMissing = key === undefined ? isUnknown : description[key] === null;
    if (!isMissing) return [];
    const at = criterion === undefined ? null : (criterion.at ?? description.placeOf(toPointer([criterion.dimension])));
    return [{ id: 'answer/required', subject: id, detail: {}, at }];
  });
}

/** True where the settings ask for something that only a fit can show. */
function requiresFit({ minimum, rules }: CheckSettings): boolean {
  const { index, verdict, coverage, dimensions } = minimum;
  const isAsked = index !== null || verdict !== null || coverage !== null || Object.keys(dimensions).length > 0;
  return isAsked || rules['gate/failed'] === 'error' || rules['gate/open'] === 'error';
}

/** What the settings ask of a fit report, and what its gates and its track say. A reference has no fit, which is told where one is asked for. */
export function checkFit(
  description: Description,
  report: Report,
  settings: CheckSettings,
  rubric: Rubric,
): readonly RuleFinding[] {
  const answers = checkRequiredAnswers(description, report, settings.required);
  const unrated: readonly RuleFinding[] = requiresFit(settings)
    ? [{ id: 'fit/not-rated', subject: report.verdictTitle.toLowerCase(), detail: {}, at: null }]
    : [];
  if (report.reference) return [...answers, ...unrated];
  if (!hasFit(report)) {
    const at = description.placeOf('/summary');
    return [...answers, ...unrated, { id: 'track/outside', subject: description.name, detail: {}, at }];
  }
  return [...answers, ...checkMinimum(report, settings, rubric), ...checkGates(report), ...checkRateable(report)];
}
