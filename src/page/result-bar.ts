import { BOUNDS } from '../model/level.ts';
import type { Report } from '../model/report.ts';
import { points } from '../render/figures.ts';
import { breakEvenSentence } from '../render/gate-sentences.ts';
import { words } from '../render/words.ts';
import { element } from './dom.ts';

interface ResultBar {
  readonly node: HTMLElement;
  /** Shows the hypothetical result, or nothing where `now` is null. */
  show(now: Report | null, refused: boolean): void;
}

function figures({ fit }: Report): string {
  return fit === null ? 'no fit' : BOUNDS.map((bound) => `${bound} ${points(fit[bound])}`).join(', ');
}

function gatesOf({ gates }: Report): string {
  const told = gates.filter(({ status }) => status === 'failed' || status === 'open');
  return told.length === 0
    ? 'No gate fails or is open.'
    : `${told.map(({ title, status }) => `${title}: ${words(status)}`).join('; ')}.`;
}

/** The banner that says that the figures are hypothetical, with what they are and the way back. */
export function resultBar(written: Report, reset: () => void): ResultBar {
  const status = element('p', { class: 'status', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' });
  const label = element(
    'p',
    { class: 'label' },
    element('strong', {}, 'Hypothetical figures'),
    ': they rest on your changes.',
  );
  const details = element('p', { class: 'details' });
  const button = element('button', { type: 'button', id: 'what-if-reset' }, 'Reset');
  button.addEventListener('click', reset);
  const before = `As written: ${written.verdictTitle.toLowerCase()}, ${figures(written)}.`;
  const shown = [label, details, button];
  const node = element('div', { class: 'result' }, label, status, details, button);
  return {
    node,
    // The status is never hidden: a screen reader has to have noticed it before it speaks.
    show(now, refused) {
      for (const part of shown) part.hidden = now === null;
      node.toggleAttribute('data-is-empty', now === null);
      if (now === null) {
        status.textContent = status.textContent === '' ? '' : 'As written again.';
        return;
      }
      status.replaceChildren(element('strong', {}, now.verdictTitle), `: ${figures(now)}`);
      details.textContent = refused
        ? 'The last change makes an answer that no description can hold, so it is not counted.'
        : `${before} ${gatesOf(now)} Break-even: ${breakEvenSentence(now.breakEven)}.`;
    },
  };
}
