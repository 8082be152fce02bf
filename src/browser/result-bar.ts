import { BOUNDS } from '../model/level.ts';
import type { Report } from '../model/report.ts';
import { formatPoints } from '../report/wording/figures.ts';
import { describeBreakEven } from '../report/wording/gate-sentences.ts';
import { toWords } from '../report/wording/to-words.ts';
import { createElement } from './controls.ts';

function formatFit({ fit }: Report): string {
  return fit === null ? 'no fit' : BOUNDS.map((bound) => `${bound} ${formatPoints(fit[bound])}`).join(', ');
}

function describeGates({ gates }: Report): string {
  const told = gates.filter(({ status }) => status === 'failed' || status === 'not-shown-yet');
  return told.length === 0
    ? 'Every gate asked is passed.'
    : `${told.map(({ title, status }) => `${title}: ${toWords(status)}`).join('; ')}.`;
}

/** The banner with the hypothetical figures and a reset button. */
export function createResultBar(written: Report, reset: () => void) {
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
    /** Shows the hypothetical result, or nothing where `now` is null. */
    show(now: Report | null, isRefused: boolean) {
      // The status is never hidden, since a screen reader announces only changes to an element that it knows.
      for (const part of shown) part.hidden = now === null;
      node.toggleAttribute('data-is-empty', now === null);
      if (now === null) {
        status.textContent = status.textContent === '' ? '' : 'As written again.';
        return;
      }
      status.replaceChildren(createElement('strong', {}, now.verdictTitle), `: ${formatFit(now)}`);
      details.textContent = isRefused
        ? 'The last change makes an answer that no description can hold, so it is not counted.'
        : `${before} ${describeGates(now)} Break-even: ${describeBreakEven(now.breakEven)}.`;
    },
  };
}
