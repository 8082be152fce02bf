import type { Dials } from '../check/outcome.ts';
import type { ConfigFile } from '../config/schema.ts';
import type { Minimum } from '../model/check.ts';
import type { Rubric } from '../model/rubric.ts';
import { UsageError } from './exit.ts';
import { countOption, pick, textOption } from './option-of.ts';

type Options = Readonly<Record<string, unknown>>;

const EXAMPLE = 'demandfit check';
const MOST_WARNINGS = 1_000_000;

/** Points, 0 to 100. @throws UsageError for anything else, with a hint for a share. */
function pointsFrom(text: string, option: string, of = ''): number {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  const refuse = (what: string, right: string): never => {
    throw new UsageError(`${option} ${what}`, `${EXAMPLE} ${option} ${of}${right}`);
  };
  if (value > 0 && value < 1)
    return refuse(`takes points from 0 to 100: did you mean ${Number((value * 100).toFixed(4))}?`, '70');
  return value >= 0 && value <= 100 ? value : refuse(`takes points from 0 to 100, not ${JSON.stringify(text)}`, '40');
}

/** A point is whole: shares of it would tell apart what the report prints alike. */
function dimensionsFrom(text: string, rubric: Rubric): Readonly<Record<string, number>> {
  const entries = text.split(',').map((part) => {
    const [id = '', points = ''] = part.split('=').map((side) => side.trim());
    const dimension = pick(rubric.dimensions, id, 'dimension', `${EXAMPLE} --min-dimension technical_edge=40`);
    return [dimension.id, pointsFrom(points, '--min-dimension', `${dimension.id}=`)] as const;
  });
  const twice = entries.find(([id], at) => entries.findIndex(([other]) => other === id) !== at);
  if (twice !== undefined)
    throw new UsageError(`--min-dimension: ${twice[0]} stands twice`, `${EXAMPLE} --min-dimension ${twice[0]}=40`);
  return Object.fromEntries(entries);
}

/** What the command line asks of every description. @throws UsageError for what is out of its scale or no id of the rubric. */
export function minimumOf(options: Options, rubric: Rubric): Partial<Minimum> {
  const [index, coverage] = [textOption(options, 'minIndex'), textOption(options, 'minCoverage')];
  const [verdict, dimensions] = [textOption(options, 'minVerdict'), textOption(options, 'minDimension')];
  return {
    ...(index === undefined ? {} : { index: pointsFrom(index, '--min-index') }),
    ...(coverage === undefined ? {} : { coverage: pointsFrom(coverage, '--min-coverage') }),
    ...(verdict === undefined
      ? {}
      : { verdict: pick(rubric.bands, verdict, 'verdict', `${EXAMPLE} --min-verdict weak-fit`).id }),
    ...(dimensions === undefined ? {} : { dimensions: dimensionsFrom(dimensions, rubric) }),
  };
}

const FAILING = [{ id: 'error' }, { id: 'warn' }, { id: 'never' }] as const;
const SHOWN = [{ id: 'warn' }, { id: 'error' }] as const;

/** What fails the check: the command line before the config. @throws UsageError for an unknown severity or count. */
export function dialsOf(options: Options, config: ConfigFile | null): Dials {
  const failing = textOption(options, 'failSeverity');
  const most = countOption(options, 'maxWarnings', 0, MOST_WARNINGS, EXAMPLE);
  return {
    failSeverity:
      failing === undefined
        ? (config?.fail_severity ?? 'error')
        : pick(FAILING, failing, 'severity', `${EXAMPLE} --fail-severity warn`).id,
    maxWarnings: most ?? config?.max_warnings ?? null,
  };
}

/** The least severity that is shown. @throws UsageError for an unknown one. */
export function shownFrom(options: Options, config: ConfigFile | null): 'warn' | 'error' {
  const shown = textOption(options, 'minSeverity');
  if (shown === undefined) return config?.min_severity ?? 'warn';
  return pick(SHOWN, shown, 'severity', `${EXAMPLE} --min-severity error`).id;
}
