import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { countBytes, fitWithin } from '../../../src/report/machine/fit-within.ts';
import { renderCheckSarif } from '../../../src/report/machine/sarif.ts';
import { checked, checkFile, finding, look } from '../documents/check/fixtures.ts';

const render = (entries: readonly string[]) => JSON.stringify(entries);

describe('a text within limits', () => {
  it('holds as many of the first entries as the limits allow, and all of them where they fit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 40 }), { maxLength: 60 }),
        fc.nat(60),
        fc.integer({ min: 2, max: 1000 }),
        (entries, most, size) => {
          const { text, held } = fitWithin(entries, { entries: most, size }, render, countBytes);
          expect(held).toBeLessThanOrEqual(Math.min(most, entries.length));
          expect(countBytes(text)).toBeLessThanOrEqual(size);
          expect(text).toBe(render(entries.slice(0, held)));
          const all = render(entries.slice(0, most));
          if (countBytes(all) <= size) expect(text).toBe(all);
        },
      ),
    );
  });
});

describe('SARIF', () => {
  const warnings = Array.from({ length: 25_000 }, () => finding({ id: 'source/stale' }));
  const file = checkFile([checked({ findings: [...warnings, finding({ id: 'gate/not-passed', severity: 'error' })] })]);
  const told: string[] = [];
  const run = (given = look()) => {
    const log = JSON.parse(renderCheckSarif(file, { ...given, tell: (notice) => told.push(notice) })) as Log;
    return log.runs[0];
  };

  it('has no more results than GitHub takes, errors first, and says so', () => {
    const found = run({ ...look(), compressedSize: (text) => gzipSync(text).length });
    expect(found?.results).toHaveLength(25_000);
    expect(found?.results?.[0]?.ruleId).toBe('gate/not-passed');
    const [notice] = told;
    expect(notice).toContain('25000 of 25001');
    expect(found?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(notice);
  });

  it('is no larger than GitHub takes', () => {
    const found = run();
    expect(countBytes(JSON.stringify(found))).toBeLessThanOrEqual(10_000_000);
    expect(found?.results?.[0]?.ruleId).toBe('gate/not-passed');
  });
});
