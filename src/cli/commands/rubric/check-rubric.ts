import { auditRubric } from '../../../analysis/rubric/audit-rubric.ts';
import { AUDIT_FORMATS } from '../../../report/rubric-check-registry.ts';
import type { Command } from '../../command.ts';
import { deliver } from '../../deliver.ts';
import { EXIT, UsageError } from '../../line/exit.ts';
import { readTextOption } from '../../line/read-options.ts';
import { prepareCommand } from '../../prepare-command.ts';
import { createProblemLog } from '../../read-descriptions.ts';
import { reportProblems } from '../../report-problems.ts';
import { readExamples } from './read-examples.ts';

const EXAMPLE = 'demandfit rubric check --format json';

/** `demandfit rubric check`: fails where an attack gains something. */
export const checkRubric: Command['run'] = async (args, options, host) => {
  const prepared = await prepareCommand(AUDIT_FORMATS, options, EXAMPLE, host);
  if (!prepared.ok) return prepared.code;
  const { format, look, rubric, head } = prepared;
  const trouble = createProblemLog();
  const descriptions = await readExamples(args, rubric, host, trouble);
  const found = auditRubric(rubric, descriptions);
  if (found.descriptions.length === 0 && trouble.problems.length === 0)
    throw new UsageError('there is no project to hold the rubric against, and so nothing would be checked', EXAMPLE);
  if (found.descriptions.length > 0 || format.id === 'json')
    deliver(format.audit({ ...head, audit: found }, look), readTextOption(options, 'output'), host, trouble.files);
  if (trouble.problems.length > 0) return reportProblems(trouble.problems, options, host, trouble.texts);
  return found.findings.some(({ severity }) => severity === 'error') ? EXIT.failed : EXIT.done;
};
