import { layOutTable } from '../../report/writers/terminal/table.ts';
import { type ActionEntry, COMMAND_GROUPS, type Command, type CommandEntry } from '../command.ts';
import type { OptionSpec } from './signature.ts';

const WIDTH = 80;
const INDENT = '  ';

const HELP: OptionSpec = { name: 'help', value: null, about: 'show this help' };

function renderTable(rows: readonly (readonly [string, string])[]): string {
  const lines = layOutTable(
    rows.map((row) => row.map((cell) => [cell])),
    WIDTH - INDENT.length,
  );
  return (lines ?? []).map((line) => `${INDENT}${line}\n`).join('');
}

function renderPart(title: string, rows: readonly (readonly [string, string])[]): string {
  return rows.length === 0 ? '' : `\n${title}:\n${renderTable(rows)}`;
}

export function describeOption({ name, value, about, preset }: OptionSpec): readonly [string, string] {
  return [
    `--${name}${value === null ? '' : ` <${value}>`}`,
    preset === undefined ? about : `${about} (default: ${preset})`,
  ];
}

/** The help of a command, or of an action of one, whose `id` then begins with the command's. */
export function renderCommandHelp({ id, summary }: Pick<ActionEntry, 'id' | 'summary'>, command: Command): string {
  const { signature, actions = [] } = command;
  const { args, options, examples } = signature;
  const usage = ['demandfit', id, ...(options.length === 0 ? [] : ['[options]']), ...args.map(({ name }) => name)];
  return [
    `${summary}.\n\nExamples:\n${examples.map((example) => `${INDENT}${example}\n`).join('')}`,
    `\nUsage: ${usage.join(' ')}\n`,
    actions.length > 0
      ? renderPart(
          'Actions',
          actions.map((action) => [action.id, action.summary] as const),
        )
      : renderPart(
          'Arguments',
          args.map(({ name, about }) => [name, about] as const),
        ),
    renderPart('Options', [...options, HELP].map(describeOption)),
    actions.length === 0 ? '' : `\n\`demandfit ${id} ACTION --help\` shows what an action takes.\n`,
  ].join('');
}

/** The help of the program: examples, then the commands by group. */
export function renderTopLevelHelp(commands: readonly CommandEntry[]): string {
  const rows = commands.map(({ id, group, summary, takes }) => ({ group, row: [`${id} ${takes}`, summary] as const }));
  const width = Math.max(...rows.map(({ row: [usage] }) => usage.length));
  const groups = COMMAND_GROUPS.map((group) =>
    renderPart(
      group,
      rows.filter((entry) => entry.group === group).map(({ row: [usage, summary] }) => [usage.padEnd(width), summary]),
    ),
  );
  return `Scores crypto+AI projects by demand fit: how well one offer meets demand
that buyers have today, how certain that is, what holds it back, and what would
change it.

Examples:
${renderTable([
  ['demandfit read deck.pdf memo.md', 'quote what they say, and what they leave out'],
  ['demandfit init project.yaml', 'create a description, by questions'],
  ['demandfit project.yaml', 'score it'],
  ['demandfit compare pitches', 'rank the projects of a folder'],
  ["demandfit explain 'who pays'", 'look up anything that a report names'],
])}${groups.join('')}${renderPart('Options', [
  ['-h, --help', 'show this help; after a command, the help of that command'],
  ['-V, --version', 'show the version'],
])}
Without a command, arguments are passed to score.
Exit codes: 0 done, 1 a check failed, 2 usage or input error, 70 internal error.
`;
}
