import { copyRubricSet } from '../../../input/rubric/rubric-files.ts';
import { escapeForTerminal } from '../../../report/writers/escape-for-terminal.ts';
import { DONE, UsageError } from '../../line/exit.ts';
import { quoteForShell } from '../../line/quote-for-shell.ts';
import type { RubricAction } from './action.ts';

const EXAMPLE = 'demandfit rubric copy our-rubric';

/** `demandfit rubric copy`: the built-in set in a folder of the user's, whole or not at all. */
export const copyRubric: RubricAction = async (args, options, host) => {
  const [folder, more] = args;
  if (folder === undefined || folder === '' || more !== undefined)
    throw new UsageError('rubric copy takes one folder to write the built-in set into', EXAMPLE);
  const foreign = (['rubric', 'output'] as const).find((name) => options[name] !== undefined);
  if (foreign !== undefined)
    throw new UsageError(`rubric copy takes no --${foreign}: it copies the built-in set`, EXAMPLE);
  if (options.format !== 'text') throw new UsageError('rubric copy prints no data, and takes no --format', EXAMPLE);
  const files = host.rubricFiles(host.shipped('rubrics'));
  if (files === null) throw new Error('the package has lost its rubric');
  try {
    host.createFolder(folder, copyRubricSet(files));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(escapeForTerminal(`${folder} can't be written (${reason})`), EXAMPLE);
  }
  const name = escapeForTerminal(quoteForShell(folder));
  host.stdout.write(`Edit the files, then look for weaknesses: demandfit rubric check --rubric ${name}\n`);
  host.stdout.write(`See what your changes move: demandfit rubric vectors --rubric ${name}\n`);
  return DONE;
};
