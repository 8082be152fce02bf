import { listFormats } from '../../report/registry.ts';
import type { Command } from '../command.ts';
import { buildOutputOptions, PATHS, RUBRIC } from '../line/common-options.ts';
import { UsageError } from '../line/exit.ts';
import { pickById } from '../line/read-options.ts';
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
export const rubricCommand: Command = {
  signature: {
    args: [
      {
        name: '<action>',
        about:
          'check: look for weaknesses; vectors: hold the set against what was expected of the examples; copy: write the built-in set into a new folder',
        values: ACTIONS.map(({ id }) => id),
      },
      { ...PATHS, about: `${PATHS.about}; the shipped examples where there are none. For copy: the folder` },
    ],
    options: [RUBRIC, ...buildOutputOptions(listFormats('rubric-check'))],
    examples: [
      'demandfit rubric check',
      'demandfit rubric copy our-rubric',
      EXAMPLE,
      'demandfit rubric vectors --rubric our-rubric',
      "demandfit rubric check 'pitches/*.yaml' --format markdown --output audit.md",
    ],
  },

  async run([action, ...args], options, host) {
    if (action === undefined) throw new UsageError('rubric takes an action: check, vectors or copy', EXAMPLE);
    return pickById(ACTIONS, action, 'action', EXAMPLE).run(args, options, host);
  },
};
