import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { endNames, example } from '../support/describe.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const ends = endNames().map((name) => example(name, rubric));

describe.each(ends.map((end) => [end.file, end] as const))('%s', (_, end) => {
  const report = assess(end, rubric);

  it('is a mismatch: nobody can buy it', () => {
    expect(report.verdict).toBe('mismatch');
  });

  it('lists no source in vain', () => {
    const told = report.findings.filter(({ id }) => id === 'source/uncited' || id === 'source/after-as-of');
    expect(told).toEqual([]);
  });
});
