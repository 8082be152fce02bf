import { type Command, type CommandEntry, defineCommand } from '../command.ts';
import { deliver } from '../deliver.ts';
import { OUTPUT } from '../line/common-options.ts';
import { DONE } from '../line/exit.ts';
import { pickById } from '../line/read-options.ts';
import { renderBashScript } from '../line/shells/bash.ts';
import { collectCompletions } from '../line/shells/completions.ts';
import { renderFishScript } from '../line/shells/fish.ts';
import { renderZshScript } from '../line/shells/zsh.ts';
import { UsageError } from '../usage-error.ts';

const SHELLS = [
  { id: 'bash', write: renderBashScript },
  { id: 'zsh', write: renderZshScript },
  { id: 'fish', write: renderFishScript },
] as const;

const EXAMPLE = 'demandfit completion bash';

/** `demandfit completion`: a script by which a shell completes these commands, their options, values and files. It is static: nothing is run while completing. */
export const createCompletionCommand = (commands: readonly CommandEntry[]): Command =>
  defineCommand({
    args: [{ name: '<shell>', about: SHELLS.map(({ id }) => id).join(', '), values: SHELLS.map(({ id }) => id) }],
    options: [OUTPUT],
    examples: [
      'source <(demandfit completion bash)',
      'demandfit completion fish | source',
      'demandfit completion bash > ~/.local/share/bash-completion/completions/demandfit',
      'demandfit completion zsh > ~/.zsh/completions/_demandfit',
      'demandfit completion fish > ~/.config/fish/completions/demandfit.fish',
    ],

    async run([id], options, host) {
      if (id === undefined) throw new UsageError('completion takes a shell: bash, zsh or fish', EXAMPLE);
      const shell = pickById(SHELLS, id, 'shell', EXAMPLE);
      const signed = await Promise.all(
        commands.map(async (entry) => ({ ...entry, signature: (await entry.load()).signature })),
      );
      deliver(shell.write(collectCompletions(signed, host.builtInRubric())), options.output, host);
      return DONE;
    },
  });
