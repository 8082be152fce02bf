import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/model/description.ts';
import { compareRationals } from '../../src/model/rational.ts';
import { createSourceReader } from '../../src/score/evidence.ts';
import { scoreDescription } from '../../src/score/score-description.ts';
import { arbitraryDescription } from '../support/arbitrary.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const LIVE = rubric.evidence.kinds.filter(({ live }) => live).map(({ id }) => id);
const DAYS = ['2019-05-01', '2024-11-05', '2025-11-02', '2026-06-30', '2026-09-30'];

describe('a document without a date', () => {
  it('counts as old as it can be, and what it would count with any date between its bounds lies within the interval', () => {
    const bounds = fc.subarray(DAYS, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(
        arbitraryDescription(rubric),
        bounds,
        fc.boolean(),
        (base, [from = '', day = '', to = ''], isBounded) => {
          const dateAs = (published: string | null) => ({
            ...base,
            sources: base.sources.map(
              (source): Source =>
                LIVE.includes(source.kind)
                  ? source
                  : { ...source, published, accessed: to, not_before: isBounded ? from : null },
            ),
          });
          const [open] = scoreDescription(dateAs(null), rubric);
          const [dated] = scoreDescription(dateAs(day), rubric);
          if (open === undefined || dated === undefined) throw new Error('a declared track has a score');
          expect(compareRationals(open.index.supported, dated.index.supported)).toBeLessThanOrEqual(0);
          expect(compareRationals(dated.index.supported, open.index.possible)).toBeLessThanOrEqual(0);
          for (const bound of ['claimed', 'possible'] as const)
            expect(compareRationals(open.index[bound], dated.index[bound])).toBe(0);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('an archived copy', () => {
  const ARCHIVE = 'https://web.archive.org/web/20250304120000/https://example.org/x';
  const read = (more: Partial<Source>) => {
    const [base] = fc.sample(arbitraryDescription(rubric), { numRuns: 1, seed: 1 });
    if (base === undefined) throw new Error('there is no description');
    const [kind = ''] = LIVE;
    const source: Source = {
      id: 'x',
      title: 'X',
      url: 'https://example.org/x',
      kind,
      published: null,
      accessed: null,
      ...more,
    };
    const { date, olderDate } = createSourceReader({ ...base, sources: [source] }, rubric)(source);
    return { date, olderDate };
  };

  it.each([
    ['dates a live document that nobody says when they read', { archive: ARCHIVE }, '2025-03-04', null],
    [
      'leaves the day on which a live document was read',
      { archive: ARCHIVE, accessed: '2026-09-01' },
      '2026-09-01',
      null,
    ],
    ['leaves the date of an older document', { archive: ARCHIVE, published: '2024-06' }, '2024-06', null],
    ['is never older than its document', { archive: ARCHIVE, published: '2025-06-01' }, '2025-03-04', null],
    [
      'is told where it contradicts the date',
      { archive: ARCHIVE, published: '2026-06-01' },
      '2025-03-04',
      '2025-03-04',
    ],
    [
      'without a day says nothing',
      { archive: 'https://archive.ph/Ab3dE', published: '2026-06-01' },
      '2026-06-01',
      null,
    ],
  ])('%s', (_, more, date, olderDate) => {
    expect(read(more)).toEqual({ date, olderDate });
  });
});
