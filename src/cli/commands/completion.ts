import { defineCommand } from '../command.ts';
import { deliver } from '../deliver.ts';
import { OUTPUT } from '../line/common-options.ts';
import { SHELLS } from '../line/completion-scripts.ts';
import { DONE } from '../line/exit.ts';
import { pickById } from '../line/read-options.ts';
import { UsageError } from '../usage-error.ts';

const EXAMPLE = 'demandfit completion bash';

/** `demandfit completion`: a script by which a shell completes the commands, their options, values and files. */
export const completionCommand = defineCommand({
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
    if (id === undefined) throw new UsageError('completion needs a shell: bash, zsh or fish', EXAMPLE);
    deliver(pickById(SHELLS, id, 'shell', EXAMPLE).script, { output: options.output, format: id }, host);
    return DONE;
  },
});
