import type { ConfigFile } from '../../../check/config/config-schema.ts';
import type { FailureThresholds } from '../../../check/outcome.ts';
import type { FitMinimum } from '../../../model/check.ts';
import type { Rubric } from '../../../model/rubric.ts';
import { UsageError } from '../../line/exit.ts';
import { pickById, readCountOption, readTextOption } from '../../line/read-options.ts';

type ThresholdOptions = Readonly<Record<string, unknown>>;

const EXAMPLE = 'demandfit check';
const MOST_WARNINGS = 1_000_000;

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
    throw new UsageError(`--min-dimension: ${twice[0]} stands twice`, `${EXAMPLE} --min-dimension ${twice[0]}=40`);
  return Object.fromEntries(entries);
}

/** What the command line asks of every description. @throws UsageError for what is out of its scale or no id of the rubric. */
export function readMinimum(options: ThresholdOptions, rubric: Rubric): Partial<FitMinimum> {
  const [index, coverage] = [readTextOption(options, 'minIndex'), readTextOption(options, 'minCoverage')];
  const [verdict, dimensions] = [readTextOption(options, 'minVerdict'), readTextOption(options, 'minDimension')];
  return {
    ...(index === undefined ? {} : { index: parsePoints(index, '--min-index') }),
    ...(coverage === undefined ? {} : { coverage: parsePoints(coverage, '--min-coverage') }),
    ...(verdict === undefined
      ? {}
      : { verdict: pickById(rubric.bands, verdict, 'verdict', `${EXAMPLE} --min-verdict weak-fit`).id }),
    ...(dimensions === undefined ? {} : { dimensions: parseDimensionMinimums(dimensions, rubric) }),
  };
}

const FAIL_SEVERITIES = [{ id: 'error' }, { id: 'warn' }, { id: 'never' }] as const;
const MIN_SEVERITIES = [{ id: 'warn' }, { id: 'error' }] as const;

/** What fails the check: the command line before the config. @throws UsageError for an unknown severity or count. */
export function readFailureThresholds(options: ThresholdOptions, config: ConfigFile | null): FailureThresholds {
  const failing = readTextOption(options, 'failSeverity');
  const most = readCountOption(options, 'maxWarnings', 0, MOST_WARNINGS, EXAMPLE);
  return {
    failSeverity:
      failing === undefined
        ? (config?.fail_severity ?? 'error')
        : pickById(FAIL_SEVERITIES, failing, 'severity', `${EXAMPLE} --fail-severity warn`).id,
    maxWarnings: most ?? config?.max_warnings ?? null,
  };
}

/** The least severity that is shown. @throws UsageError for an unknown one. */
export function readMinSeverity(options: ThresholdOptions, config: ConfigFile | null): 'warn' | 'error' {
  const shown = readTextOption(options, 'minSeverity');
  if (shown === undefined) return config?.min_severity ?? 'warn';
  return pickById(MIN_SEVERITIES, shown, 'severity', `${EXAMPLE} --min-severity error`).id;
}
