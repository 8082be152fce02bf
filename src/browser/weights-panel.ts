import type { Dimension, Weights } from '../model/rubric.ts';
import { createElement } from './controls.ts';
import { rebalanceWeights } from './rebalance-weights.ts';

/** A slider for the weight of each dimension; moving one moves the others, so that they sum to 100. */
export function createWeightsPanel(dimensions: readonly Dimension[], take: (weights: Weights) => void) {
  let current: Weights = {};
  const rows = dimensions.map(({ id, title }) => {
    const name = `what-if-weight-${id}`;
    const slider = createElement('input', { id: name, type: 'range', min: '0', max: '100', step: '1' });
    const shown = createElement('output', { for: name });
    slider.addEventListener('input', () => take(rebalanceWeights(current, id, slider.valueAsNumber)));
    const label = createElement('label', { for: name }, title);
    return { id, slider, shown, node: createElement('div', { class: 'field weight' }, label, slider, shown) };
  });
  const explained = 'Moving one adjusts the others in proportion, so that they sum to 100.';
  return {
    node: createElement(
      'fieldset',
      {},
      createElement('legend', {}, 'Weights of the dimensions'),
      createElement('p', { class: 'question' }, explained),
      ...rows.map(({ node }) => node),
    ),
    show(weights: Weights) {
      current = weights;
      for (const { id, slider, shown } of rows) {
        slider.value = String(weights[id] ?? 0);
        shown.textContent = slider.value;
      }
    },
  };
}
