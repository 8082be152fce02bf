import { listFormats } from '../../../report/registry.ts';
import type { Host } from '../../host.ts';
import { buildOutputOptions, RUBRIC } from '../../line/common-options.ts';
import type { RunResult } from '../../line/exit.ts';
import type { OptionsOf } from '../../line/signature.ts';

export const RUBRIC_OPTIONS = [RUBRIC, ...buildOutputOptions(listFormats('rubric-check'))] as const;

/** Carries out one action of `demandfit rubric`; `args` are the arguments after its name. */
export type RubricAction = (
  args: readonly string[],
  options: OptionsOf<typeof RUBRIC_OPTIONS>,
  host: Host,
) => Promise<RunResult>;
