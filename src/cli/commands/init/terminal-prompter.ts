import * as clack from '@clack/prompts';
import { type Prompter, StoppedError } from '../../../init/prompter.ts';
import type { RenderOptions } from '../../../report/format.ts';
import { oneLine, wrap } from '../../../report/writers/terminal/flow.ts';

/** Lines that a list leaves for the question and what stands above it. */
const MAX_SHOWN = 9;

function requireAnswer<T>(answer: T | typeof clack.CANCEL_SYMBOL): T {
  if (clack.isCancel(answer)) throw new StoppedError();
  return answer;
}

/** Columns that stand before what is told. */
const MARGIN = 3;

/** Asks a person at a terminal that shows text so. Ctrl-C stops. */
export const createTerminalPrompter = ({ width, unicode }: Pick<RenderOptions, 'width' | 'unicode'>): Prompter => ({
  async choose(question, choices, preset) {
    const options = choices.map(({ id, label }) => ({ value: id, label: oneLine(label) }));
    const initial = preset === undefined ? {} : { initialValue: preset };
    return requireAnswer(await clack.select({ message: oneLine(question), options, maxItems: MAX_SHOWN, ...initial }));
  },

  async write(question, { example, preset, refuse }) {
    const answer = await clack.text({
      message: oneLine(question),
      ...(example === undefined ? {} : { placeholder: oneLine(example) }),
      ...(preset === undefined ? {} : { initialValue: oneLine(preset) }),
      validate: (text) => refuse(text ?? '') ?? undefined,
    });
    return requireAnswer(answer);
  },

  tell(text) {
    const plain = unicode ? text : text.replaceAll('≤', '<=');
    clack.log.info(wrap([plain], width - MARGIN).join('\n'));
  },
});
