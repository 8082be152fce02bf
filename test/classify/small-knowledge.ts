import { type ClassifierKnowledge, compileKnowledge } from '../../src/classify/knowledge.ts';
import type { ClassifierSettings } from '../../src/model/rubric.ts';

/** Settings in which every figure is easy to follow: no bias that rises, no easing, repetition counts half-way. */
export const SETTINGS: ClassifierSettings = {
  window: 3,
  saturation: 1,
  temperature: { base: 1, per_point: 0 },
  undecided_margin: 0.2,
  groups: { fruit: ['apple', 'dried plum'] },
  evidence: { garden: { full: 4, signals: [{ term: 'garden', weight: 2 }] } },
  needs: [{ tracks: ['pears'], evidence: 'garden', floor: 0.5, reason: 'Pears are grown.' }],
  outside: {
    bias: { least: 1, most: 1, half_way: 1 },
    eased_by: [{ evidence: ['garden'], share: 0.5, reason: 'A garden is a hint.' }],
    signals: [{ term: 'motor', weight: 4 }],
  },
};

/** Two tracks, one of which needs a garden. */
export const KNOWLEDGE: ClassifierKnowledge = compileKnowledge(
  [
    {
      id: 'pears',
      signals: [{ term: 'pear', weight: 4 }],
      models: [],
    },
    {
      id: 'apples',
      signals: [
        { term: '<fruit>', weight: 3 },
        { term: 'press ~ juice', weight: 5 },
        { term: 'rotten', weight: -2 },
      ],
      models: [
        { id: 'cider', signals: [{ term: 'ferment*', weight: 2 }] },
        { id: 'juice', signals: [{ term: 'juice', weight: 2 }] },
      ],
    },
  ],
  SETTINGS,
);
