import { describe, expect, it } from 'vitest';
import { contribution, finePercent, multiple, percent, points, ratio, shownRatio } from '../../src/render/figures.ts';

describe('figures are rounded down', () => {
  it.each([
    [points(44.99), '44'],
    [points(44.999999999999), '44'],
    [points(45), '45'],
    [points(0), '0'],
    [points(100), '100'],
    [points(1e-9), '0'],
    [percent(0.29), '29%'],
    [percent(0.57), '57%'],
    [percent(0.999), '99%'],
    [percent(1), '100%'],
    [finePercent(0.0729), '7.2%'],
    [finePercent(0.1), '10.0%'],
    [finePercent(0), '0.0%'],
    [contribution(1.4271), '+1.42'],
    [contribution(-0.311), '-0.32'],
    [contribution(0), '+0.00'],
    [ratio(1.6113207547169812), '1.61x'],
    [ratio(1.6), '1.6x'],
    [ratio(1.15), '1.15x'],
    [ratio(2.9999), '2.99x'],
    [ratio(3), '3.0x'],
    [ratio(0.01), '0.01x'],
    [ratio(0.0099), 'under 0.01x'],
    [ratio(1234.5), '1234.5x'],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});

describe('multiples of the rubric are shown as they are', () => {
  it.each([
    [multiple(3), '3.0x'],
    [multiple(1.75), '1.75x'],
    [multiple(10), '10.0x'],
    [shownRatio({ value: 1.75, below: true }), 'just under 1.75x'],
    [shownRatio({ value: 1.759, below: false }), '1.75x'],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});

it('refuses what is no number', () => {
  expect(() => points(Number.NaN)).toThrow(RangeError);
});
