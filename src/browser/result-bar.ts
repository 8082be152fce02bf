import { BOUNDS } from '../model/level.ts';
import type { Report } from '../model/report.ts';
import { formatPoints } from '../report/wording/figures.ts';
import { describeBreakEven } from '../report/wording/gate-sentences.ts';
import { toWords } from '../report/wording/to-words.ts';
import { createElement } from './dom.ts';

interface ResultBar {
  readonly node: HTMLElement;
  /** Shows the hypothetical result, or nothing where `now` is null. */
  show(now: Report | null, refused: boolean): void;
}

function formatFit({ fit }: Report): string {
  return fit === null ? 'no fit' : BOUNDS.map((bound) => `${bound} ${formatPoints(fit[bound])}`).join(', ');
}

function describeGates({ gates }: Report): string {
  const told = gates.filter(({ status }) => status === 'failed' || status === 'open');
  return told.length === 0
    ? 'No gate fails or is open.'
    : `${told.map(({ title, status }) => `${title}: ${toWords(status)}`).join('; ')}.`;
}

/** The banner that says that the figures are hypothetical, with what they are and the way back. */
export function createResultBar(written: Report, reset: () => void): ResultBar {
  const status = createElement('p', { class: 'status', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' });
  const label = createElement(
    'p',
    { class: 'label' },
    createElement('strong', {}, 'Hypothetical figures'),
    ': they rest on your changes.',
  );
  const details = createElement('p', { class: 'details' });
  const button = createElement('button', { type: 'button', id: 'what-if-reset' }, 'Reset');
  button.addEventListener('click', reset);
  const before = `As written: ${written.verdictTitle.toLowerCase()}, ${formatFit(written)}.`;
  const shown = [label, details, button];
  const node = createElement('div', { class: 'result' }, label, status, details, button);
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
      status.replaceChildren(createElement('strong', {}, now.verdictTitle), `: ${formatFit(now)}`);
      details.textContent = refused
        ? 'The last change makes an answer that no description can hold, so it is not counted.'
        : `${before} ${describeGates(now)} Break-even: ${describeBreakEven(now.breakEven)}.`;
    },
  };
}
