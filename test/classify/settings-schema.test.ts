import { describe, expect, it } from 'vitest';
import { classifySettingsSchema, signalSchema } from '../../src/classify/settings-schema.ts';
import { SETTINGS } from './small-knowledge.ts';

const accepts = (settings: unknown) => classifySettingsSchema.safeParse(settings).success;

describe('classifySettingsSchema', () => {
  it('accepts settings and returns them unchanged', () => {
    expect(classifySettingsSchema.parse(SETTINGS)).toEqual(SETTINGS);
  });

  it.each([
    ['an unknown key', { ...SETTINGS, windows: 3 }],
    ['a missing key', { ...SETTINGS, groups: undefined }],
    ['a temperature of 0', { ...SETTINGS, temperature: { base: 0, per_point: 0 } }],
    ['a margin above 1', { ...SETTINGS, undecided_margin: 1.5 }],
    ['an empty group', { ...SETTINGS, groups: { none: [] } }],
    [
      'shares that leave nothing of the bias',
      {
        ...SETTINGS,
        outside: { ...SETTINGS.outside, eased_by: [{ evidence: ['garden'], share: 1, reason: 'All of it.' }] },
      },
    ],
  ])('refuses %s', (_, settings) => {
    expect(accepts(settings)).toBe(false);
  });
});

describe('signalSchema', () => {
  it.each([
    [{ term: 'gpu', weight: 3 }, true],
    [{ term: 'gpu', weight: -3 }, true],
    [{ term: 'gpu', weight: 0 }, false],
    [{ term: 'gpu', weight: 1.5 }, false],
    [{ term: ' ', weight: 1 }, false],
    [{ term: 402, weight: 1 }, false],
    [{ term: 'gpu', weight: 1, note: 'x' }, false],
  ])('%j: %s', (signal, fine) => {
    expect(signalSchema.safeParse(signal).success).toBe(fine);
  });
});
