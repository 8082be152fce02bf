import { describe, expect, it } from 'vitest';
import { classifierFile } from '../../src/model/classifier.ts';
import { accept, REFUSED } from '../../src/model/schema/accept.ts';
import { signal } from '../../src/model/track.ts';
import { SETTINGS } from '../classify/training/training-examples.ts';

describe('classifierFile', () => {
  it('accepts settings and returns them unchanged', () => {
    expect(accept(classifierFile, SETTINGS)).toEqual(SETTINGS);
  });

  it.each([
    ['an unknown key', { ...SETTINGS, windows: 3 }],
    ['a missing key', { ...SETTINGS, concepts: undefined }],
    ['a temperature of 0', { ...SETTINGS, temperature: 0 }],
    ['a margin above 1', { ...SETTINGS, undecided_margin: 1.5 }],
    ['no word at all', { ...SETTINGS, most_words: 0 }],
    ['an empty concept', { ...SETTINGS, concepts: { none: [] } }],
    ['a name that is not one', { ...SETTINGS, concepts: { 'No Name': ['x'] } }],
    ['a penalty above 1', { ...SETTINGS, learning: { ...SETTINGS.learning, penalty: 2 } }],
    ['half a round', { ...SETTINGS, learning: { ...SETTINGS.learning, rounds: 0.5 } }],
  ])('refuses %s', (_, settings) => {
    expect(accept(classifierFile, settings)).toBe(REFUSED);
  });
});

describe('signal', () => {
  it.each([
    [{ term: 'gpu', weight: 3 }, true],
    [{ term: 'gpu', weight: -3 }, true],
    [{ term: 'gpu', weight: 0 }, false],
    [{ term: 'gpu', weight: 1.5 }, false],
    [{ term: ' ', weight: 1 }, false],
    [{ term: 402, weight: 1 }, false],
    [{ term: 'gpu', weight: 1, note: 'x' }, false],
  ])('%j: %s', (written, fine) => {
    expect(accept(signal, written) !== REFUSED).toBe(fine);
  });
});
