import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.ts';
import { findRow } from '../../../src/classify/lookup-table.ts';
import { trainClassifier } from '../../../src/classify/training/train-classifier.ts';
import { EXAMPLES, SETTINGS, TRACKS } from './training-examples.ts';

const learnt = trainClassifier(EXAMPLES, TRACKS, SETTINGS);

describe('learnClassifier', () => {
  it('learns what it was told', () => {
    for (const { label, text } of EXAMPLES) expect(classify(text, learnt).ranked[0]?.track).toBe(label);
  });

  it('knows another word of a concept from the one that it has read', () => {
    expect(classify('Dried plums', learnt)).toMatchObject({ track: 'apples', model: 'juice' });
  });

  it('leaves out what too few texts have', () => {
    expect(findRow(learnt.features, 'pear')).not.toBeNull();
    expect(findRow(learnt.features, 'basket')).toBeNull();
  });

  it('puts the tracks in order of id and outside last', () => {
    expect(learnt.labels).toEqual(['apples', 'pears', 'outside']);
  });

  it('holds whole numbers only and survives JSON', () => {
    const numbers = [...learnt.bias, ...(learnt.features.match(/(?<=\t)[^\t\n]+/g) ?? []).map(Number)];
    expect(numbers.every(Number.isInteger)).toBe(true);
    expect(JSON.parse(JSON.stringify(learnt))).toEqual(learnt);
  });

  it('learns the same again', () => {
    expect(JSON.stringify(trainClassifier(EXAMPLES, TRACKS, SETTINGS))).toBe(JSON.stringify(learnt));
  });

  it('finds no offer in anything when it has learnt nothing', () => {
    expect(classify('We press apples.', trainClassifier([], TRACKS, SETTINGS)).status).toBe('no-offer');
  });
});
