import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { cite, type Description, type Source } from '../../src/model/description.ts';
import type { SourceUse } from '../../src/model/report.ts';
import { arbitraryDescription } from '../support/arbitrary.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const rankOf = (grade: string) => rubric.evidence.grades.findIndex(({ id }) => id === grade);

const usesOf = (description: Description): readonly SourceUse[] =>
  assess(description, rubric)
    .dimensions.flatMap(({ criteria }) => criteria)
    .flatMap((entry) => (entry.status === 'answered' ? [...entry.sources, ...entry.disputedBy] : []));

function describing(source: Partial<Source>): Description {
  const deck = { id: 'deck', title: 'Deck', url: null, kind: 'audit', published: '2026-11-18', accessed: null };
  return {
    name: 'Heron',
    offer: null,
    summary: 'Rents out GPUs by the hour to AI labs, over a network of independent providers on a chain.',
    website: 'https://heron.example.org',
    own_hosts: [],
    reference: false,
    as_of: '2026-11-20',
    track: 'compute',
    sources: [{ ...deck, ...source }],
    answers: {
      proof: {
        status: 'answered',
        value: { answer: 'own-benchmark', sources: [cite('deck')], disputed_by: [], note: null },
      },
    },
    file: null,
    placeOf: () => null,
  };
}

describe('a source that nobody else can open', () => {
  it.each(rubric.evidence.kinds.map(({ id }) => id))('is a statement as %s, whatever it is called', (kind) => {
    const [use] = usesOf(describing({ kind, file: 'deck.pdf' }));
    expect(use?.grade).toBe('statement');
    expect(use).toMatchObject({ url: null, file: 'deck.pdf', lowered: kind === 'statement' ? [] : ['not-public'] });
  });

  it('is told where its kind claims more', () => {
    const idsOf = (source: Partial<Source>) => assess(describing(source), rubric).findings.map(({ id }) => id);
    expect(idsOf({})).toContain('source/not-published');
    expect(idsOf({ kind: 'statement' })).not.toContain('source/not-published');
    // Its website says nothing of what has no address.
    expect(idsOf({ kind: 'statement' })).not.toContain('website/without-source');
  });

  it('is as good as its address where it has one', () => {
    const [use] = usesOf(describing({ url: 'https://lab.example.edu/report', file: 'copy.pdf' }));
    expect(use).toMatchObject({ file: 'copy.pdf', lowered: expect.not.arrayContaining(['not-public']) });
  });

  it('never carries more than a statement', () => {
    fc.assert(
      fc.property(arbitraryDescription(rubric), fc.constantFrom(null, 'deck.pdf'), (description, file) => {
        const sources = description.sources.map((source) => ({ ...source, url: null, file }));
        const statement = rankOf('statement');
        for (const { grade } of usesOf({ ...description, sources }))
          expect(rankOf(grade)).toBeLessThanOrEqual(statement);
      }),
      { numRuns: 60 },
    );
  });

  it('carries the same with a quote and without one', () => {
    fc.assert(
      fc.property(arbitraryDescription(rubric), (description) => {
        const quoted = JSON.parse(
          JSON.stringify(description.answers).replaceAll('"quote":null', '"quote":"from $2.65 per hour"'),
        );
        const fitOf = (answers: Description['answers']) => assess({ ...description, answers }, rubric).fit;
        expect(fitOf(quoted)).toEqual(fitOf(description.answers));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a project that is declared outside', () => {
  const outside = { ...describing({ kind: 'statement' }), track: 'outside' };

  it('has no fit, and says who says so', () => {
    const report = assess(outside, rubric);
    expect(report).toMatchObject({ fit: null, verdict: null, verdictTitle: 'Outside, declared', questions: [] });
    expect(report.classification).toMatchObject({ declared: 'outside', scoredAs: null });
  });

  it('is told where the words speak for a track', () => {
    expect(assess(outside, rubric).findings.map(({ id }) => id)).toEqual(['track/disagreement']);
    const bakery = { ...outside, summary: 'A bakery that sells bread and cakes in Porto to people who walk in.' };
    expect(assess(bakery, rubric).findings).toEqual([]);
  });

  it('is scored on a track that the caller sets', () => {
    expect(assess(outside, rubric, { track: 'compute' }).fit).not.toBeNull();
  });
});
