import { describe, expect, it } from 'vitest';
import { readWrittenNumber } from '../../../src/input/problems/written-number.ts';

describe('a number as people write it', () => {
  it.each([
    ['1000000', 1000000, ''],
    ['80%', 80, '%'],
    ['0.5 %', 0.5, '%'],
    ['$250k', 250000, ''],
    ['USD 250k', 250000, ''],
    ['250k USD', 250000, ''],
    ['$1.49/hour', 1.49, '/hour'],
    ['1.49 USD per hour', 1.49, 'per hour'],
    ['€0.99', 0.99, ''],
    ['1,200', 1200, ''],
    ['1,200,000.50', 1200000.5, ''],
    ['1_200', 1200, ''],
    ["1'200", 1200, ''],
    ['1 200', 1200, ''],
    ['1,49', 1.49, ''],
    ['5.2M', 5200000, ''],
    ['$1.1 million', 1100000, ''],
    ['2bn', 2000000000, ''],
  ])('%s is %d', (text, value, unit) => {
    expect(readWrittenNumber(text)).toEqual({ value, unit });
  });

  it.each(['lots', '', '1.200,50', '12,0000', '5 minutes', '1-2', '~5', '5x'])('%s is none', (text) => {
    expect(readWrittenNumber(text)).toBeNull();
  });
});
