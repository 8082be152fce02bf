import { listFormats } from '../../../report/registry.ts';
import { describeFormats, PATHS, QUIET, RUBRIC, SCORING, STDIN_FILENAME } from '../../line/common-options.ts';
import { COLOUR_CHOICES } from '../../line/render-options.ts';
import type { Signature } from '../../line/signature.ts';

const FORMATS = listFormats('check');

/** A right command line. */
export const CHECK_EXAMPLE = 'demandfit check pitches/';

/** What `demandfit check` takes; each option has a variable of the environment too. */
export const CHECK_SIGNATURE: Signature = {
  args: [{ ...PATHS, about: `${PATHS.about}; what the config names where there are none` }],
  options: [
    STDIN_FILENAME,
    ...SCORING,
    RUBRIC,
    {
      name: 'config',
      value: 'file',
      about: 'settings; demandfit.config.yaml, .yml or .json from here upward unless told',
    },
    { name: 'no-config', value: null, about: 'use no settings but those of the command line' },
    { name: 'print-config', value: null, about: 'print the settings that hold for the paths, and check nothing' },
    {
      name: 'base',
      value: 'rev',
      about: 'take config, baseline and rubric from this git revision, so that a change can not lower its own bar',
    },
    { name: 'baseline', value: 'file', about: 'excuse what this file lists, and tell what got worse' },
    {
      name: 'update-baseline',
      value: null,
      about: 'take out of the baseline what is not found any more; adds nothing',
    },
    { name: 'write-baseline', value: null, about: 'write a baseline that excuses all that is found' },
    { name: 'no-ignores', value: null, about: 'heed no comments that set rules aside' },
    { name: 'today', value: 'date', about: 'day that their expiry is held against, where it is later than as_of' },
    { name: 'min-index', value: 'points', about: 'least supported index, 0 to 100' },
    { name: 'min-verdict', value: 'id', about: 'least verdict' },
    { name: 'min-coverage', value: 'percent', about: 'least share of weight with a source, 0 to 100' },
    { name: 'min-dimension', value: 'list', about: 'least supported marks: id=points for each, comma between' },
    {
      name: 'min-severity',
      value: 'name',
      about: 'show findings from here up: warn (unless told) or error',
      values: ['warn', 'error'],
    },
    {
      name: 'fail-severity',
      value: 'name',
      about: 'fail for findings from here up: error (unless told), warn or never',
      values: ['error', 'warn', 'never'],
    },
    { name: 'max-warnings', value: 'count', about: 'fail for more warnings than this' },
    {
      name: 'format',
      value: 'name[=file]',
      about: `${describeFormats(FORMATS)}; several at once, one of them to standard output (default: ${FORMATS[0].id})`,
      isMany: true,
      values: FORMATS.map(({ id }) => id),
    },
    { name: 'force-exclude', value: null, about: 'leave out what the config excludes, named or not' },
    { ...QUIET, about: 'errors and the outcome only, in the text format' },
    {
      name: 'color',
      value: 'when',
      about: `${COLOUR_CHOICES.join(', ')}; overrides FORCE_COLOR and NO_COLOR (default: auto)`,
      values: COLOUR_CHOICES,
    },
  ],
  examples: [
    CHECK_EXAMPLE,
    'demandfit check memo.md --min-verdict weak-fit --max-warnings 10',
    'demandfit check --format text --format sarif=check.sarif --format junit=check.xml',
    'demandfit check pitches/ --base origin/main --no-ignores',
    'demandfit check pitches/ --write-baseline',
  ],
};
