import { defineCommand } from '../command.ts';
import { PATHS } from '../line/common-options.ts';
import { UsageError } from '../line/exit.ts';
import { pickById } from '../line/read-options.ts';
import { RUBRIC_OPTIONS } from './rubric/action.ts';
import { checkRubric } from './rubric/check-rubric.ts';
import { copyRubric } from './rubric/copy-rubric.ts';
import { runRubricVectors } from './rubric/run-rubric-vectors.ts';

const ACTIONS = [
  { id: 'check', run: checkRubric },
  { id: 'vectors', run: runRubricVectors },
  { id: 'copy', run: copyRubric },
] as const;

const EXAMPLE = 'demandfit rubric check --rubric our-rubric';

/** `demandfit rubric`: what whoever edits a rubric needs. */
export const rubricCommand = defineCommand({
  args: [
    {
      name: '<action>',
      about:
        'check: look for weaknesses; vectors: compare the examples with their expectations; copy: write the built-in set to a new folder',
      values: ACTIONS.map(({ id }) => id),
    },
    { ...PATHS, about: `${PATHS.about}; for copy: the folder (default: the shipped examples)` },
  ],
  options: RUBRIC_OPTIONS,
  examples: [
    'demandfit rubric check',
    'demandfit rubric copy our-rubric',
    EXAMPLE,
    'demandfit rubric vectors --rubric our-rubric',
    "demandfit rubric check 'pitches/*.yaml' --format markdown --output audit.md",
  ],

  async run([action, ...args], options, host) {
    if (action === undefined) throw new UsageError('rubric takes an action: check, vectors or copy', EXAMPLE);
    return pickById(ACTIONS, action, 'action', EXAMPLE).run(args, options, host);
  },
});
