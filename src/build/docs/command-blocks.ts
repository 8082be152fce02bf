import type { ActionEntry, Command } from '../../cli/command.ts';
import { COMMANDS } from '../../cli/commands/registry.ts';
import { describeOption } from '../../cli/line/help.ts';
import type { Signature } from '../../cli/line/signature.ts';
import { type Block, paragraph, type Text, table } from '../../report/document.ts';

function toCode(text: string): Text {
  return [`\`${text}\``];
}

function buildSignatureBlocks(id: string, { args, options, examples }: Signature): readonly Block[] {
  const usage = ['demandfit', id, ...(options.length === 0 ? [] : ['[options]']), ...args.map(({ name }) => name)];
  const rows = [...args.map(({ name, about }) => [name, about] as const), ...options.map(describeOption)];
  return [
    { kind: 'code', language: 'sh', text: usage.join(' ') },
    ...table(
      ['Argument or option', 'Meaning'],
      rows.map(([name, about]): Text[] => [toCode(name), [about]]),
    ),
    ...paragraph('Examples:'),
    { kind: 'code', language: 'sh', text: examples.join('\n') },
  ];
}

async function buildEntryBlocks({ id, summary }: ActionEntry, command: Command): Promise<readonly Block[]> {
  const { signature, actions = [] } = command;
  const head: readonly Block[] = [{ kind: 'heading', text: `demandfit ${id}` }, ...paragraph(`${summary}.`)];
  if (actions.length === 0) return [...head, ...buildSignatureBlocks(id, signature)];
  const blocks = actions.map(async (action) =>
    buildEntryBlocks({ ...action, id: `${id} ${action.id}` }, await action.load()),
  );
  return (await Promise.all(blocks)).flat();
}

/** Every command with its arguments, options and examples, as its signature has them. */
export async function buildCommandBlocks(): Promise<readonly Block[]> {
  const blocks = COMMANDS.map(async (entry) => buildEntryBlocks(entry, await entry.load()));
  return (await Promise.all(blocks)).flat();
}
