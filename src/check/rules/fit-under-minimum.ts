import { asRatedReport, type FindingView, type Rule, type RuleMatch } from './rule.ts';

const WHY = 'Whoever runs this check asks for it of every description.';

function describeShortfall({ points }: FindingView, what: string): string {
  return `The ${what} is ${points('found')} of 100, under the ${points('least')} that is asked for.`;
}

function findShortfall(subject: string, found: number | undefined, least: number | null): readonly RuleMatch[] {
  return found === undefined || least === null || found >= least ? [] : [{ subject, detail: { found, least } }];
}

export const fitUnderMinCoverage = {
  id: 'fit/under-min-coverage',
  severity: 'error',
  scope: 'run',
  needs: 'fit',
  title: 'Less has a source than is asked for',
  what: (finding) => describeShortfall(finding, 'share of weight with a source'),
  why: WHY,
  fix: 'Cite sources for the answers that have none.',
  find({ report, settings: { minimum } }) {
    const rated = asRatedReport(report);
    return rated === null ? [] : findShortfall('coverage', rated.coverage * 100, minimum.coverage);
  },
} as const satisfies Rule;

export const fitUnderMinDimension = {
  id: 'fit/under-min-dimension',
  severity: 'error',
  scope: 'run',
  needs: 'fit',
  title: 'A dimension is under its minimum',
  what: (finding) => describeShortfall(finding, `mark of ${finding.subject}`),
  why: WHY,
  fix: 'See in `demandfit score` which answers of the dimension carry little.',
  find: ({ report, settings: { minimum } }) =>
    (asRatedReport(report)?.dimensions ?? []).flatMap(({ id, supported }) =>
      findShortfall(id, supported, minimum.dimensions[id] ?? null),
    ),
} as const satisfies Rule;

export const fitUnderMinIndex = {
  id: 'fit/under-min-index',
  severity: 'error',
  scope: 'run',
  needs: 'fit',
  title: 'The index is under its minimum',
  what: (finding) => describeShortfall(finding, 'supported index'),
  why: WHY,
  fix: 'See in `demandfit score --explain-verdict` what would raise it.',
  find: ({ report, settings: { minimum } }) =>
    findShortfall('index', asRatedReport(report)?.fit.supported, minimum.index),
} as const satisfies Rule;

export const fitUnderMinVerdict = {
  id: 'fit/under-min-verdict',
  severity: 'error',
  scope: 'run',
  needs: 'fit',
  title: 'The verdict is under its minimum',
  what: ({ words }) => `The verdict is ${words('found')}; at least ${words('least')} is asked for.`,
  why: WHY,
  fix: 'See in `demandfit score --explain-verdict` what would raise it.',
  find({ report, rubric, settings: { minimum } }) {
    const rated = asRatedReport(report);
    const rank = (verdict: string) => rubric.bands.findIndex(({ id }) => id === verdict);
    const least = minimum.verdict;
    if (rated === null || least === null || rank(rated.verdict) >= rank(least)) return [];
    return [{ subject: 'verdict', detail: { found: rated.verdict, least } }];
  },
} as const satisfies Rule;
