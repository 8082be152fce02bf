import { toSafeJson } from '../../report/writers/safe-json.ts';
import { defineCommand } from '../command.ts';
import { deliver } from '../deliver.ts';
import { OUTPUT, RUBRIC } from '../line/common-options.ts';
import { DONE } from '../line/exit.ts';
import { pickById } from '../line/read-options.ts';
import { reportProblems } from '../report-problems.ts';
import { SCHEMAS } from '../schemas.ts';
import { selectRubric } from '../select-rubric.ts';

/** `demandfit schema`: the JSON Schema of a file that is read or written, as the rubric gives it. */
export const schemaCommand = defineCommand({
  args: [
    {
      name: '[name]',
      about: SCHEMAS.map(({ id, title }) => `${id}: ${title}`).join('; '),
      values: SCHEMAS.map(({ id }) => id),
    },
  ],
  options: [RUBRIC, OUTPUT],
  examples: [
    'demandfit schema > project.schema.json',
    'demandfit schema project --rubric our-rubric --output our-rubric/project.schema.json',
    'demandfit schema config',
  ],

  async run([id = SCHEMAS[0]?.id ?? ''], options, host) {
    const { make } = pickById(SCHEMAS, id, 'schema', 'demandfit schema project');
    const selected = await selectRubric(options.rubric, host);
    if (!selected.ok) return reportProblems(selected, options, host);
    deliver(toSafeJson(make(selected.value.rubric)), { output: options.output, format: 'json' }, host);
    return DONE;
  },
});
