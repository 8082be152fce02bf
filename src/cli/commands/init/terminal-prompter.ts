import * as clack from '@clack/prompts';
import { type Prompter, StoppedError } from '../../../init/prompter.ts';
import { toOneLine, wrap, wrapAtMost } from '../../../report/writers/terminal/flow.ts';
import type { RenderOptions } from '../../../report/writers/terminal/paint.ts';
import { measureWidth } from '../../../report/writers/terminal/width.ts';
import type { Stream } from '../../host.ts';
import { LEAVE_PASTES, MARK_PASTES } from './join-pasted.ts';

/** Lines of a list that are shown at once, so that 24 lines also have room for the question and for what is quoted above it. */
const MAX_SHOWN = 9;

/** Columns before what is told, and before a choice. */
const MARGIN = 3;
const CHOICE_MARGIN = 16;

function requireAnswer<T>(answer: T | typeof clack.CANCEL_SYMBOL): T {
  if (clack.isCancel(answer)) throw new StoppedError();
  return answer;
}

/** Asks a person at a terminal that shows text so. Ctrl-C stops, and so does `signal`. */
export function createTerminalPrompter(
  { width, unicode }: Pick<RenderOptions, 'width' | 'unicode'>,
  signal: AbortSignal,
  terminal: Pick<Stream, 'write'>,
): Prompter {
  const toPlain = (text: string) => (unicode ? text : text.replaceAll('≤', '<='));
  /** Every prompt keeps listening to its signal, so that each has one of its own. */
  const follow = () => AbortSignal.any([signal]);
  /** One line, with the whole as a hint of the choice that the cursor is on. */
  const toOption = (id: string, label: string) => {
    const whole = toOneLine(label);
    const [line = ''] = wrapAtMost([whole], { width: width - CHOICE_MARGIN, unicode }, 1, '');
    return { value: id, label: line, ...(measureWidth(line) < measureWidth(whole) ? { hint: whole } : {}) };
  };
  return {
    async choose(question, choices, preset) {
      const options = choices.map(({ id, label }) => toOption(id, label));
      const message = wrap([question], width - MARGIN).join('\n');
      const initial = preset === undefined ? {} : { initialValue: preset };
      const settings = { message, options, maxItems: MAX_SHOWN, showInstructions: false, signal: follow() };
      return requireAnswer(await clack.select({ ...settings, ...initial }));
    },

    async write(question, { example, preset, refuse }) {
      terminal.write(MARK_PASTES);
      const asked = clack.text({
        message: wrap([question], width - MARGIN).join(`\n${clack.S_BAR}  `),
        signal: follow(),
        ...(example === undefined ? {} : { placeholder: toOneLine(example) }),
        ...(preset === undefined ? {} : { initialValue: toOneLine(preset) }),
        validate: (text) => refuse(text ?? '') ?? undefined,
      });
      const answer = await asked.finally(() => terminal.write(LEAVE_PASTES));
      // A break that was pasted is a blank by now, and so may be what is around it.
      return requireAnswer(answer)?.replace(/ {2,}/g, ' ').trim() ?? '';
    },

    tell(text) {
      const lines = text
        .split('\n')
        .flatMap((line) => wrapAtMost([toPlain(line)], { width: width - MARGIN, unicode }, 2, ''));
      clack.log.message(lines, { spacing: 0 });
    },
  };
}
