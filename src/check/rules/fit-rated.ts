import { NOT_RATEABLE } from '../../model/verdict.ts';
import { asRatedReport, type Rule } from './rule.ts';

export const fitNotRateable = {
  id: 'fit/not-rateable',
  severity: 'warn',
  scope: 'run',
  needs: 'fit',
  title: 'Too little has a source to give a verdict',
  what: ({ points }) => `The description is not rateable: ${points('coverage')}% of the weight has a source.`,
  why: 'With so little shown, what is supported and what is possible fall into different bands.',
  fix: 'Cite sources for the heaviest answers first; `demandfit score` lists them.',
  find({ report }) {
    const rated = asRatedReport(report);
    if (rated?.verdict !== NOT_RATEABLE) return [];
    return [{ subject: 'coverage', detail: { coverage: rated.coverage * 100 } }];
  },
} as const satisfies Rule;

export const fitNotRated = {
  id: 'fit/not-rated',
  severity: 'error',
  scope: 'run',
  needs: 'fit',
  title: 'There is no fit to hold against what is asked for',
  what: ({ subject }) => `The description has no fit (${subject}), and a minimum or a gate is asked for.`,
  why: 'What is never rated would reach every minimum.',
  fix: 'Describe a project of a track; let an override of the config turn this off for references.',
  find({ report, settings: { minimum, rules } }) {
    const { index, verdict, coverage, dimensions } = minimum;
    const asksForFit =
      index !== null ||
      verdict !== null ||
      coverage !== null ||
      Object.keys(dimensions).length > 0 ||
      rules['gate/failed'] === 'error' ||
      rules['gate/open'] === 'error';
    if (!asksForFit || asRatedReport(report) !== null) return [];
    return [{ subject: report.verdictTitle.toLowerCase() }];
  },
} as const satisfies Rule;
