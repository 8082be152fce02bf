import { BOUNDS } from '../model/level.ts';
import type { Report } from '../model/report.ts';
import { formatPoints } from '../report/wording/figures.ts';
import { createElement } from './controls.ts';

/** `supported 43 → 46, claimed 48`: each value, with what it was as written where that is another. */
function formatChange({ fit: before }: Report, { fit }: Report): string {
  if (fit === null) return 'no fit';
  return BOUNDS.map((bound) => {
    const [from, to] = [before === null ? '-' : formatPoints(before[bound]), formatPoints(fit[bound])];
    return `${bound} ${from === to ? to : `${from} → ${to}`}`;
  }).join(', ');
}

/** The banner with the hypothetical figures and a reset button. */
export function createResultBar(written: Report, reset: () => void) {
  const status = createElement('p', { class: 'status', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' });
  const label = createElement(
    'p',
    { class: 'label' },
    createElement('strong', {}, 'Hypothetical figures'),
    ': they include your changes.',
  );
  const refused = createElement(
    'p',
    { class: 'details' },
    'The last change is not a valid answer, so it is not counted.',
  );
  const button = createElement('button', { type: 'button', id: 'what-if-reset' }, 'Reset');
  button.addEventListener('click', reset);
  const before = written.verdictTitle.toLowerCase();
  const shown = [label, button];
  const node = createElement('div', { class: 'result' }, label, status, refused, button);
  return {
    node,
    /** Shows the hypothetical result, or nothing where `now` is null. */
    show(now: Report | null, isRefused: boolean) {
      // The status is never hidden, since a screen reader announces only changes to an element that it knows.
      for (const part of shown) part.hidden = now === null;
      node.toggleAttribute('data-is-empty', now === null);
      refused.hidden = now === null || !isRefused;
      if (now === null) {
        status.textContent = status.textContent === '' ? '' : 'Back to the description as written.';
        return;
      }
      const was = now.verdictTitle.toLowerCase() === before ? 'as written' : `as written ${before}`;
      status.replaceChildren(createElement('strong', {}, now.verdictTitle), ` (${was}): ${formatChange(written, now)}`);
    },
  };
}
