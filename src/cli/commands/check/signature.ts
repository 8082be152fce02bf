import { listFormats } from '../../../report/registry.ts';
import {
  COLOUR,
  FULL,
  LINES,
  OUTPUT,
  PATHS,
  QUIET,
  RUBRIC,
  SCORING,
  STDIN_FILENAME,
} from '../../line/common-options.ts';
import type { ArgumentSpec, OptionSpec, OptionsOf } from '../../line/signature.ts';

const FORMATS = listFormats('check');

/** A right command line. */
export const CHECK_EXAMPLE = 'demandfit check pitches/';

export const CHECK_PATHS: ArgumentSpec = { ...PATHS, about: `${PATHS.about} (default: \`files\` of the config)` };

/** What action.yml and the GitLab job of the docs set has an environment variable. */
export const CHECK_OPTIONS = [
  STDIN_FILENAME,
  ...SCORING,
  RUBRIC,
  {
    name: 'config',
    value: 'file',
    about: 'config file (default: nearest demandfit.config.yaml, .yml or .json in this folder or above)',
    variable: { unless: 'no-config' },
  },
  { name: 'no-config', value: null, about: 'ignore config files' },
  { name: 'print-config', value: null, about: 'print the settings for each path instead of checking' },
  {
    name: 'base',
    value: 'rev',
    about: 'read config, baseline and rubric from this git revision, so that a change cannot lower its own bar',
    variable: {},
  },
  {
    name: 'baseline',
    value: 'file',
    about: 'suppress findings recorded in this baseline; report regressions',
    variable: {},
  },
  { name: 'update-baseline', value: null, about: 'remove fixed findings from the baseline; never adds any' },
  { name: 'write-baseline', value: null, about: 'record all findings in the baseline' },
  { name: 'no-ignores', value: null, about: 'ignore inline suppressions', variable: {} },
  {
    name: 'today',
    value: 'date',
    about:
      'date used to expire suppressions, if later than as_of; now for the day of the run in UTC (default: with --base the day of the commit, else as_of)',
    variable: {},
  },
  { name: 'min-index', value: 'points', about: 'minimum supported index, 0 to 100', variable: {} },
  { name: 'min-verdict', value: 'id', about: 'minimum verdict', variable: {} },
  { name: 'min-coverage', value: 'percent', about: 'minimum share of weight with a source, 0 to 100' },
  { name: 'min-dimension', value: 'list', about: 'minimum supported marks (id=points, comma-separated)' },
  {
    name: 'min-severity',
    value: 'name',
    about: 'show findings of at least this severity: note, warn or error (default: note)',
    values: ['note', 'warn', 'error'],
  },
  {
    name: 'fail-severity',
    value: 'name',
    about: 'fail on findings of at least this severity: error, warn or never (default: error)',
    values: ['error', 'warn', 'never'],
    variable: {},
  },
  { name: 'max-warnings', value: 'count', about: 'fail on more warnings than this', variable: {} },
  {
    name: 'format',
    value: 'name[=file]',
    about: `${FORMATS.map(({ id }) => id).join(', ')}; repeatable, with at most one to standard output or --output (default: by the extension of --output, else ${FORMATS[0].id})`,
    isMany: true,
    values: FORMATS.map(({ id }) => id),
  },
  {
    name: 'force-exclude',
    value: null,
    about: 'apply `exclude` of the config to paths given on the command line too',
  },
  OUTPUT,
  { ...FULL, about: 'with the lines of the files, what to do, and a table of files (text format)' },
  { ...QUIET, about: 'only what fails the check, and the outcome (text format)' },
  ...LINES,
  COLOUR,
] as const satisfies readonly OptionSpec[];

export type CheckOptions = OptionsOf<typeof CHECK_OPTIONS>;

export const CHECK_EXAMPLES = [
  CHECK_EXAMPLE,
  'demandfit check memo.md --min-verdict weak-fit --max-warnings 10',
  'demandfit check --format text --format sarif=check.sarif --format junit=check.xml',
  'demandfit check pitches/ --base origin/main --no-ignores',
  'demandfit check pitches/ --write-baseline',
];
