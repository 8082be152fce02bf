import { auditRubric } from '../../../analysis/rubric/audit-rubric.ts';
import { createRenderContext } from '../../../report/format.ts';
import { listFormats } from '../../../report/registry.ts';
import { deliver } from '../../deliver.ts';
import { UsageError } from '../../line/exit.ts';
import { prepareCommand } from '../../prepare-command.ts';
import { createProblemLog } from '../../read-descriptions.ts';
import { reportProblems } from '../../report-problems.ts';
import type { RubricAction } from './action.ts';
import { readExamples } from './read-examples.ts';

const EXAMPLE = 'demandfit rubric check --format json';

/** `demandfit rubric check`: lists what an editor may want to look at, and fails only where something can't be read. */
export const checkRubric: RubricAction = async (args, options, host) => {
  const prepared = await prepareCommand(listFormats('rubric-check'), options, EXAMPLE, host);
  if (!prepared.ok) return prepared.result;
  const { format, look, rubric, head } = prepared;
  const trouble = createProblemLog();
  const descriptions = await readExamples(args, rubric, host, trouble);
  const found = auditRubric(rubric, descriptions);
  if (found.descriptions.length === 0 && trouble.problems.length === 0)
    throw new UsageError('there is no project to check the rubric with', EXAMPLE);
  if (found.descriptions.length > 0 || format.isData)
    deliver(
      await format.render({ ...head, audit: found }, createRenderContext(look)),
      options.output,
      host,
      trouble.files,
    );
  return reportProblems(trouble.problems, options, host, trouble.texts);
};
