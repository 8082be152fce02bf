import { describe, expect, it } from 'vitest';
import {
  formatContribution,
  formatFinePercent,
  formatMultiple,
  formatPercent,
  formatPoints,
  formatRatio,
  formatShownRatio,
} from '../../../src/report/wording/figures.ts';

describe('figures are rounded down', () => {
  it.each([
    [formatPoints(44.99), '44'],
    [formatPoints(44.999999999999), '44'],
    [formatPoints(45), '45'],
    [formatPoints(0), '0'],
    [formatPoints(100), '100'],
    [formatPoints(1e-9), '0'],
    [formatPercent(0.29), '29%'],
    [formatPercent(0.57), '57%'],
    [formatPercent(0.999), '99%'],
    [formatPercent(1), '100%'],
    [formatFinePercent(0.0729), '7.2%'],
    [formatFinePercent(0.1), '10.0%'],
    [formatFinePercent(0), '0.0%'],
    [formatContribution(1.4271), '+1.42'],
    [formatContribution(-0.311), '-0.32'],
    [formatContribution(0), '+0.00'],
    [formatRatio(1.6113207547169812), '1.61x'],
    [formatRatio(1.6), '1.6x'],
    [formatRatio(1.15), '1.15x'],
    [formatRatio(2.9999), '2.99x'],
    [formatRatio(3), '3.0x'],
    [formatRatio(0.01), '0.01x'],
    [formatRatio(0.0099), 'under 0.01x'],
    [formatRatio(1234.5), '1234.5x'],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});

describe('multiples of the rubric are shown as they are', () => {
  it.each([
    [formatMultiple(3), '3.0x'],
    [formatMultiple(1.75), '1.75x'],
    [formatMultiple(10), '10.0x'],
    [formatShownRatio({ value: 1.75, below: true }), 'just under 1.75x'],
    [formatShownRatio({ value: 1.759, below: false }), '1.75x'],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});

it('refuses what is no number', () => {
  expect(() => formatPoints(Number.NaN)).toThrow(RangeError);
});
