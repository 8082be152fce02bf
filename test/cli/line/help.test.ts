import { describe, expect, it } from 'vitest';
import { COMMAND_GROUPS } from '../../../src/cli/command.ts';
import { COMMANDS } from '../../../src/cli/commands/registry.ts';
import { renderCommandHelp, renderTopLevelHelp } from '../../../src/cli/line/help.ts';
import { runProgram } from '../../../src/cli/program.ts';
import { RecordingHost } from '../../support/recording-host.ts';
import { shippedRubric } from '../../support/rubric.ts';

async function helpOf(...words: readonly string[]): Promise<string> {
  const host = new RecordingHost(shippedRubric());
  expect(await runProgram([...words, '--help'], host)).toBe(0);
  return host.written.stdout;
}

describe('the help of the program', () => {
  it('has the examples first, then every command with its arguments under its group', async () => {
    const help = renderTopLevelHelp(COMMANDS);
    const parts = ['Examples', ...COMMAND_GROUPS, 'Options'].map((title) => help.indexOf(`\n${title}:\n`));
    expect(parts.every((at, index) => at > (parts[index - 1] ?? 0))).toBe(true);
    expect(help.slice(parts[0]).match(/^ {2}demandfit /gm)).toHaveLength(5);
    for (const { id, group, load } of COMMANDS) {
      const names = (await load()).signature.args.map((arg) => arg.name);
      const start = help.indexOf(`\n${group}:\n`);
      expect(help.slice(start, help.indexOf('\n\n', start + 1))).toContain(`\n  ${[id, ...names].join(' ')}  `);
    }
  });

  it('fits 80 columns, as that of every command and action', async () => {
    const commands = await Promise.all(COMMANDS.map(async (entry) => ({ entry, command: await entry.load() })));
    const helps = commands.map(({ entry, command }) => renderCommandHelp(entry, command));
    const lines = [renderTopLevelHelp(COMMANDS), ...helps].flatMap((help) => help.split('\n'));
    const isExample = (line: string) => /^ {2}\S+ .*demandfit|^ {2}demandfit/.test(line);
    expect(lines.filter((line) => line.length > 80 && !isExample(line))).toEqual([]);
  });
});

describe('the help of an action', () => {
  it('shows what it takes, and nothing of another', async () => {
    const [check, copy, vectors] = await Promise.all(
      ['check', 'copy', 'vectors'].map((action) => helpOf('rubric', action)),
    );
    expect(check).toContain('rubric check [options] [paths...]\n');
    expect(copy).toContain('rubric copy <folder>\n');
    expect(copy).not.toContain('--format');
    expect(vectors).toContain('rubric vectors [options] [paths...]\n');
    expect(new Set([check, copy, vectors]).size).toBe(3);
    expect(await helpOf('rubric')).toMatch(/\nActions:\n {2}check .+\n {2}vectors .+\n {2}copy /);
  });

  it('is the same for `help` and the names', async () => {
    const host = new RecordingHost(shippedRubric());
    await runProgram(['help', 'rubric', 'copy'], host);
    expect(host.written.stdout).toBe(await helpOf('rubric', 'copy'));
  });
});
