import { describe, expect, it } from 'vitest';
import type { CitedQuote, SourceUse } from '../../../../src/model/report.ts';
import { renderMarkdown } from '../../../../src/report/documents/fit-report/markdown.ts';
import { reportFile, sampleReport } from '../../sample-report.ts';

/** The report with one quote under each source, on one line. */
function write(quote: Partial<CitedQuote>, source: Partial<SourceUse> = {}): string {
  const cited: CitedQuote = { text: 'from $2.65 per hour', prefix: null, suffix: null, page: null, ...quote };
  const report = sampleReport();
  const dimensions = report.dimensions.map((dimension) => ({
    ...dimension,
    criteria: dimension.criteria.map((criterion) =>
      criterion.status === 'answered'
        ? { ...criterion, sources: criterion.sources.map((one) => ({ ...one, ...source, quotes: [cited] })) }
        : criterion,
    ),
  }));
  return renderMarkdown(reportFile(sampleReport({ dimensions }))).replace(/\s+/g, ' ');
}

describe('a quote in a report', () => {
  it('leads to its words by a text fragment, in which dashes, commas and ampersands are written as bytes', () => {
    const said = write({ text: 'pay-as-you-go, R&D' });
    expect(said).toContain('#:~:text=pay%2Das%2Dyou%2Dgo%2C%20R%26D');
    expect(write({ text: 'from idle centres ... per hour' })).toContain('#:~:text=from%20idle%20centres,per%20hour');
    expect(write({ prefix: 'Heron:', suffix: 'by card' })).toContain(
      '#:~:text=Heron%3A-,from%20%242.65%20per%20hour,-by%20card',
    );
  });

  it('leads to its page', () => {
    expect(write({ page: 7 }, { url: 'https://example.org/deck.pdf#top' })).toContain(
      'https://example.org/deck.pdf#page=7',
    );
  });

  it('says whether it was verified, and where', () => {
    expect(write({})).toContain('(not verified)');
    expect(write({ seen: 'found' })).toContain('(verified)');
    expect(write({ seen: 'found' }, { file: 'prices.md' })).toContain('(verified in prices.md)');
    expect(write({ seen: 'wording-differs' })).toContain('(not word for word in its document)');
    expect(write({ seen: 'not-on-page', page: 3 })).toContain('(page 3, not in its document)');
  });

  it('has none of the letters that would show its words in another order', () => {
    expect(write({ text: 'from \u202e56.2$\u202c per hour' })).not.toMatch(/[\u202a-\u202e]/);
  });
});
