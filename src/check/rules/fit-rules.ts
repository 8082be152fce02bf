import type { Report } from '../../model/report.ts';
import { NOT_RATEABLE } from '../../model/verdict.ts';
import type { DescriptionRule, FindingView, Rule, RuleMatch, RuleText } from './rule.ts';

type RatedReport = Report & {
  readonly fit: NonNullable<Report['fit']>;
  readonly coverage: number;
  readonly verdict: string;
};

/** The report with its fit; null for a project outside all tracks. */
function asRatedReport(report: Report): RatedReport | null {
  const hasFit = (one: Report): one is RatedReport => one.fit !== null && one.coverage !== null && one.verdict !== null;
  return hasFit(report) ? report : null;
}

function describeShortfall({ points }: FindingView, what: string): string {
  return `The ${what} is ${points('found')} of 100; the minimum is ${points('least')}.`;
}

function findShortfall(subject: string, found: number | undefined, least: number | null): readonly RuleMatch[] {
  return found === undefined || least === null || found >= least ? [] : [{ subject, detail: { found, least } }];
}

const REQUESTED = 'This check requires it of every description.';

const FIT_RULE_TEXTS: readonly (RuleText & Pick<DescriptionRule, 'find'>)[] = [
  {
    id: 'fit/not-rateable',
    severity: 'warn',
    title: 'Too few answers have a source for a verdict',
    what: ({ points }) => `The description is not rateable: ${points('coverage')}% of the weight has a source.`,
    why: 'With so little evidence, the supported and the possible index fall into different bands.',
    fix: 'Cite sources for the heaviest answers first; `demandfit score` lists them.',
    find({ report }) {
      const rated = asRatedReport(report);
      if (rated?.verdict !== NOT_RATEABLE) return [];
      return [{ subject: 'coverage', detail: { coverage: rated.coverage * 100 } }];
    },
  },
  {
    id: 'fit/not-rated',
    severity: 'error',
    title: 'There is no fit to compare with the minimum',
    what: ({ subject }) => `The description has no fit (${subject}), but a minimum or a gate is required.`,
    why: 'Otherwise a description without a fit would pass every minimum.',
    fix: 'Describe a project that belongs to a track, or turn this rule off for the file with an override in the config.',
    find({ report, settings: { minimum, rules } }) {
      const { index, verdict, coverage, dimensions } = minimum;
      const asksForFit =
        index !== null ||
        verdict !== null ||
        coverage !== null ||
        Object.keys(dimensions).length > 0 ||
        rules['gate/not-passed'] === 'error';
      if (!asksForFit || asRatedReport(report) !== null) return [];
      return [{ subject: report.verdictTitle.toLowerCase() }];
    },
  },
  {
    id: 'fit/under-min-coverage',
    severity: 'error',
    title: 'Coverage is below its minimum',
    what: (finding) => describeShortfall(finding, 'share of weight with a source'),
    why: REQUESTED,
    fix: 'Cite sources for the answers that have none.',
    find({ report, settings: { minimum } }) {
      const rated = asRatedReport(report);
      return rated === null ? [] : findShortfall('coverage', rated.coverage * 100, minimum.coverage);
    },
  },
  {
    id: 'fit/under-min-dimension',
    severity: 'error',
    title: 'A dimension is below its minimum',
    what: (finding) => describeShortfall(finding, `mark of ${finding.on}`),
    why: REQUESTED,
    fix: 'Run `demandfit score` to see which answers of the dimension are weakly supported.',
    find: ({ report, settings: { minimum } }) =>
      (asRatedReport(report)?.dimensions ?? []).flatMap(({ id, supported }) =>
        findShortfall(id, supported, minimum.dimensions[id] ?? null),
      ),
  },
  {
    id: 'fit/under-min-index',
    severity: 'error',
    title: 'The index is below its minimum',
    what: (finding) => describeShortfall(finding, 'supported index'),
    why: REQUESTED,
    fix: 'Run `demandfit score --explain-verdict` to see what would raise it.',
    find: ({ report, settings: { minimum } }) =>
      findShortfall('index', asRatedReport(report)?.fit.supported, minimum.index),
  },
  {
    id: 'fit/under-min-verdict',
    severity: 'error',
    title: 'The verdict is below its minimum',
    what: ({ words }) => `The verdict is ${words('found')}; the minimum is ${words('least')}.`,
    why: REQUESTED,
    fix: 'Run `demandfit score --explain-verdict` to see what would raise it.',
    find({ report, rubric, settings: { minimum } }) {
      const rated = asRatedReport(report);
      const rank = (verdict: string) => rubric.bands.findIndex(({ id }) => id === verdict);
      const least = minimum.verdict;
      if (rated === null || least === null || rank(rated.verdict) >= rank(least)) return [];
      return [{ subject: 'verdict', detail: { found: rated.verdict, least } }];
    },
  },
  {
    id: 'gate/not-passed',
    severity: 'note',
    title: 'A gate is not passed',
    what: ({ subject, text, points }) =>
      text('status') === 'failed'
        ? `Failed gate: ${subject}. It caps the index at ${points('cap')}.`
        : `Gate not shown to pass yet: ${subject}. Until it is, the supported index is capped at ${points('cap')}.`,
    why: 'A gate passes only on evidence, and no other strength makes up for it. A gate that fails and one that is not shown yet are one finding, so leaving out a fact does not pass.',
    fix: 'Answer what the gate requires, with a source; `demandfit explain` with its id shows what that is. Where it fails, the facts have to change.',
    find: ({ report }) =>
      (asRatedReport(report)?.gates ?? []).flatMap(({ id, title, cap, status }) =>
        status === 'failed' || status === 'not-shown-yet'
          ? [{ subject: title, detail: { gate: id, cap, status } }]
          : [],
      ),
  },
];

/** Rules on the fit of a description, by the minimum that is asked for, and on its gates. */
export const FIT_RULES: readonly Rule[] = [
  ...FIT_RULE_TEXTS.map((text): Rule => ({ ...text, scope: 'run', needs: 'fit' })),
  {
    id: 'track/outside',
    severity: 'error',
    scope: 'description',
    title: 'No track fits',
    what: ({ text }) => text('sentence'),
    why: 'Without a fit no minimum can be checked.',
    fix: 'Say in the summary what the offer sells and to whom, or declare `track`.',
    find: ({ description, report }) =>
      asRatedReport(report) !== null || report.classification.declared !== null
        ? []
        : [{ subject: description.name, detail: { sentence: report.sentence }, at: description.placeOf('/summary') }],
  },
];
