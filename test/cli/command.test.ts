import { describe, expect, expectTypeOf, it } from 'vitest';
import { defineCommand } from '../../src/cli/command.ts';
import { DONE } from '../../src/cli/line/exit.ts';
import { RecordingHost } from '../support/recording-host.ts';
import { shippedRubric } from '../support/rubric.ts';

const host = new RecordingHost(shippedRubric());

/** What a command is given for the options of a line. */
async function completed(given: Readonly<Record<string, unknown>>): Promise<unknown> {
  let seen: unknown = null;
  const command = defineCommand({
    args: [],
    options: [
      { name: 'as-of', value: 'date', about: '' },
      { name: 'dry-run', value: null, about: '' },
      { name: 'tag', value: 'name', about: '', isMany: true },
      { name: 'shape', value: 'name', about: '', preset: 'round', values: ['round', 'square'] },
      { name: 'side', value: 'name', about: '', values: ['left', 'right'] },
    ],
    examples: ['demandfit draw'],
    run: async (_args, options) => {
      expectTypeOf(options).toEqualTypeOf<{
        readonly asOf: string | undefined;
        readonly dryRun: boolean;
        readonly tag: readonly string[];
        readonly shape: 'round' | 'square';
        readonly side: 'left' | 'right' | undefined;
      }>();
      seen = options;
      return DONE;
    },
  });
  await command.run([], given, host);
  return seen;
}

describe('the options of a command', () => {
  it('have defaults of the types that the signature gives them', async () => {
    expect(await completed({})).toEqual({ asOf: undefined, dryRun: false, tag: [], shape: 'round', side: undefined });
  });

  it('are those of the command line', async () => {
    const given = { asOf: '2026-06-29', dryRun: true, tag: ['a', 'b'], shape: 'square', side: 'left' };
    expect(await completed(given)).toEqual(given);
  });

  it('take no value that is not listed', async () => {
    await expect(completed({ side: 'rigth' })).rejects.toThrow(
      '--side takes left or right, not "rigth". Did you mean right?',
    );
  });
});
