import type { ConfigFile } from '../../../check/config/config-schema.ts';
import type { FailureThresholds } from '../../../check/outcome.ts';
import type { FitMinimum, Severity } from '../../../model/check.ts';
import type { Rubric } from '../../../model/rubric.ts';
import { parseCountOption, pickById } from '../../line/read-options.ts';
import { UsageError } from '../../usage-error.ts';
import type { CheckOptions } from './signature.ts';

const EXAMPLE = 'demandfit check';
const MAX_WARNINGS = 1_000_000;

/** Severities from the least to the worst. */
export const RANKS = { off: 0, note: 1, warn: 2, error: 3 } as const satisfies Record<Severity, number>;

/** Points, 0 to 100. @throws UsageError for anything else, with a hint for a share. */
function parsePoints(text: string, option: string, of = ''): number {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  const refuse = (what: string, right: string): never => {
    throw new UsageError(`${option} ${what}`, `${EXAMPLE} ${option} ${of}${right}`);
  };
  if (value > 0 && value < 1)
    return refuse(`takes points from 0 to 100: did you mean ${Number((value * 100).toFixed(4))}?`, '70');
  return value >= 0 && value <= 100 ? value : refuse(`takes points from 0 to 100, not ${JSON.stringify(text)}`, '40');
}

/** A point is whole: shares of it would tell apart what the report prints alike. */
function parseDimensionMinimums(text: string, rubric: Rubric): Readonly<Record<string, number>> {
  const entries = text.split(',').map((part) => {
    const [id = '', points = ''] = part.split('=').map((side) => side.trim());
    const dimension = pickById(rubric.dimensions, id, 'dimension', `${EXAMPLE} --min-dimension technical_edge=40`);
    return [dimension.id, parsePoints(points, '--min-dimension', `${dimension.id}=`)] as const;
  });
  const twice = entries.find(([id], at) => entries.findIndex(([other]) => other === id) !== at);
  if (twice !== undefined)
    throw new UsageError(`--min-dimension: ${twice[0]} is given twice`, `${EXAMPLE} --min-dimension ${twice[0]}=40`);
  return Object.fromEntries(entries);
}

/** What the command line asks of every description. @throws UsageError for what is out of its scale or no id of the rubric. */
export function readMinimum(options: CheckOptions, rubric: Rubric): Partial<FitMinimum> {
  const [index, coverage] = [options.minIndex, options.minCoverage];
  const [verdict, dimensions] = [options.minVerdict, options.minDimension];
  return {
    ...(index === undefined ? {} : { index: parsePoints(index, '--min-index') }),
    ...(coverage === undefined ? {} : { coverage: parsePoints(coverage, '--min-coverage') }),
    ...(verdict === undefined
      ? {}
      : { verdict: pickById(rubric.bands, verdict, 'verdict', `${EXAMPLE} --min-verdict weak-fit`).id }),
    ...(dimensions === undefined ? {} : { dimensions: parseDimensionMinimums(dimensions, rubric) }),
  };
}

/** What fails the check: the command line before the config. @throws UsageError for a wrong count. */
export function readFailureThresholds(options: CheckOptions, config: ConfigFile | null): FailureThresholds {
  const most = parseCountOption(options.maxWarnings, 'max-warnings', 0, MAX_WARNINGS, EXAMPLE);
  return {
    failSeverity: options.failSeverity ?? config?.fail_severity ?? 'error',
    maxWarnings: most ?? config?.max_warnings ?? null,
  };
}

/** The least severity that is shown. */
export function readMinSeverity(options: CheckOptions, config: ConfigFile | null): 'note' | 'warn' | 'error' {
  return options.minSeverity ?? config?.min_severity ?? 'note';
}
