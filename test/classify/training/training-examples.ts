import type { TrainingExample } from '../../../src/classify/training/train-classifier.ts';
import type { ClassifierSettings } from '../../../src/model/rubric.ts';

export const SETTINGS: ClassifierSettings = {
  most_words: 50,
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
  learning: {
    least_texts: 2,
    rounds: 20,
    rate: 4,
    penalty: 0.001,
    counts: 0,
    documents: { each: 0, texts: 1, fillers: 0 },
  },
  sentences: {
    words: 20,
    heading_words: 5,
    doubt: 1,
    least_weight: 0,
    learning: { least_sentences: 1, rounds: 30, rate: 2, penalty: 0.001, right: 1, start: 0 },
  },
  claims: {
    words: 20,
    heading_words: 5,
    doubt: 1,
    least_weight: 0,
    learning: { least_sentences: 1, rounds: 30, rate: 2, penalty: 0.001, right: 1, start: 0 },
    least: 0,
  },
  concepts: { fruit: ['apple', 'dried plum'] },
  tallies: {},
};

export const TRACKS = [
  { id: 'pears', models: [] },
  { id: 'apples', models: [{ id: 'juice', signals: [{ term: '<fruit>', weight: 2 }] }] },
];

export const EXAMPLES: readonly TrainingExample[] = [
  { label: 'apples', text: 'We press apples.' },
  { label: 'apples', text: 'An apple a day' },
  { label: 'pears', text: 'Pears in a basket' },
  { label: 'pears', text: 'A pear and a knife' },
  { label: 'outside', text: 'A motor in a car' },
  { label: 'outside', text: 'Two motors and a knife' },
];
