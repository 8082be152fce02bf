import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands/registry.ts';
import { parseLine } from '../../../src/cli/line/parse-line.ts';
import { parseSimpleLine } from '../../../src/cli/line/parse-simple-line.ts';
import { RecordingHost } from '../../support/recording-host.ts';
import { shippedRubric } from '../../support/rubric.ts';

const host = new RecordingHost(shippedRubric());

const word = fc.constantFrom(
  ...['a.yaml', '-', '--', 'b', '', '-x', '-h', '--help', '--nope', '--quiet', '--quiet=1', '--no-quiet'],
  ...['--format', '--format=json', '--format=', 'json', '--as-of', '2026-01-01', '--track', '--track=a=b'],
  ...['--output', '--rubric', '--color', 'never', '--stdin-filename', '--stdin-filename=x.yaml', '--stdinFilename'],
);

// The actions of a command read a line of their own.
const readers = await Promise.all(
  COMMANDS.map(async (entry) => [entry, ...((await entry.load()).actions ?? [])] as const),
);

describe.each(readers.flat().map((entry) => [entry.id, entry] as const))('the command line of %s', (_, entry) => {
  it('means the same to the quick reader as to the package', async () => {
    const command = await entry.load();
    let read = 0;
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (words) => {
        const quick = parseSimpleLine(words, command.signature);
        if (quick === null) return;
        read += 1;
        expect(quick).toEqual(parseLine(words, entry, command, host));
      }),
      { numRuns: 1500, seed: 3 },
    );
    expect(read).toBeGreaterThan(50);
  });
});
