import { writeTable } from '../../src/classify/lookup-table.ts';
import type { Classifier } from '../../src/model/rubric.ts';

/** The features of the small classifier, and more. */
export function featuresOf(more: Readonly<Record<string, readonly number[]>>): string {
  const few = {
    appl: [100, 300, 0, 0],
    pear: [100, 0, 300, 0],
    juic: [200, 100, 0, 0],
    rotten: [100, -200, 0, 0],
    motor: [100, 0, 0, 400],
    '<fruit>': [100, 100, 0, 0],
  };
  return writeTable(Object.entries({ ...few, ...more }));
}

/** A classifier in which every figure is easy to follow: a known word or concept has the size 1, so one alone counts its weight. */
export const SMALL: Classifier = {
  most_words: 20,
  opening: { words: 0, times: 1 },
  lists: { words: 12, least_share: 0 },
  documents: { words: 20, least: 3 },
  doubt: 0,
  temperature: 1,
  undecided_margin: 0.2,
  selling: [],
  english: {
    function_words: ['the', 'and'],
    least_share: 0.2,
    least_known: 0.6,
    least_words: 30,
    most_foreign_letters: 0.3,
  },
  labels: ['apples', 'pears', 'outside'],
  bias: [0, 0, 50],
  phrases: writeTable([
    ['dri', []],
    ['dri plum', ['fruit']],
    ['pres', ['tool']],
    ['mil', ['tool']],
  ]),
  tallies: { tools: { concepts: ['tool'], most: 2, least: 2, long: 6, value: 1, none: 'no word of a tool' } },
  features: featuresOf({}),
  sentences: { words: 20, heading_words: 5, doubt: 0, least_weight: 0, criteria: [], bias: [], features: '' },
  claims: { words: 20, heading_words: 0, doubt: 0, least_weight: 0, criteria: [], bias: [], features: '', least: 0 },
  models: {
    apples: [
      { id: 'cider', phrases: { ferment: [2] } },
      { id: 'juice', phrases: { juic: [2], pres: [], 'pres appl': [3] } },
    ],
  },
};
