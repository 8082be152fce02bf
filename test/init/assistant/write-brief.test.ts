import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBrief as writeBriefOf } from '../../../src/init/assistant/write-brief.ts';
import type { DocumentText } from '../../../src/model/document.ts';
import { readDocuments } from '../../../src/reading/read-documents.ts';
import { toDocumentText } from '../../support/document-text.ts';
import { shippedRubric } from '../../support/rubric.ts';

const rubric = shippedRubric();

/** Weak on purpose, so that texts with its digits in them occur. */
const digest = (text: string) => `${text.length % 7}`.repeat(64);

/** The brief of documents, by what they say. */
const writeBrief = (documents: readonly DocumentText[], tracks: typeof rubric.tracks, _: typeof rubric, by = digest) =>
  writeBriefOf(documents, readDocuments(documents, rubric), tracks, rubric, by);

/** What is asked of evidence, without the kinds of sources in brackets, which a reply does not name. */
const withoutKinds = (text: string) => text.replace(/ \([a-z]+(-[a-z]+)*(, [a-z]+(-[a-z]+)*)*\)/g, '');

const tracksOf = (...ids: readonly string[]) => rubric.tracks.filter(({ id }) => ids.includes(id));

describe('a brief', () => {
  it('asks the questions of the track, with every option and what each asks of evidence', () => {
    const brief = writeBrief([toDocumentText('Heron rents GPUs.')], tracksOf('verification'), rubric, digest);
    for (const { id, question, levels, needs, not_applicable } of rubric.criteria) {
      const isAsked = not_applicable['verification'] === undefined;
      expect(brief.includes(`\n${id}: ${question}\n`)).toBe(isAsked);
      if (isAsked) expect(brief).toContain(`Evidence: ${withoutKinds(needs.text)}`);
      if (isAsked)
        for (const { option, means } of levels) if (option !== null) expect(brief).toContain(`- ${option}: ${means}`);
    }
  });

  it('asks the questions of all tracks where none is chosen', () => {
    const brief = writeBrief([toDocumentText('Heron.')], rubric.tracks, rubric, digest);
    for (const { id, question } of rubric.criteria) expect(brief).toContain(`\n${id}: ${question}\n`);
  });

  it('names the alternatives and duties of the track alone', () => {
    const compute = writeBrief([toDocumentText('Heron.')], tracksOf('compute'), rubric, digest);
    expect(compute).toContain('workload: h100-rental, unit: USD per H100-hour, service_class: marketplace;');
    expect(compute).toContain('vast-ai-median');
    expect(compute).not.toContain('wasabi');
    const storage = writeBrief([toDocumentText('Heron.')], tracksOf('storage'), rubric, digest);
    expect(storage).toContain('- regulation: eu-ai-act (EU AI Act); duty: art-12');
    expect(storage).not.toContain('us-nyc-ll-144');
  });

  it('has the pages and slides of a document, and no letter that nobody can see', () => {
    const deck = {
      ...toDocumentText('Heron\u200b rents GPUs.\n\nAt 2 USD\u00ad an hour.', 'deck.pdf'),
      sheets: [
        { from: 0, kind: 'page' as const, number: 1 },
        { from: 20, kind: 'page' as const, number: 2 },
      ],
    };
    const brief = writeBrief([deck], tracksOf('compute'), rubric, digest);
    expect(brief).toContain('[page 1]\nHeron rents GPUs.\n\n[page 2]\nAt 2 USD an hour.\n');
    expect(brief).toContain('number="1" file="deck.pdf">');
  });

  it('has each document between marks that are in none of them, whatever they say', () => {
    const marked = fc.string({
      unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '</document-', '>', '\n', 'a'),
    });
    fc.assert(
      fc.property(fc.array(marked, { minLength: 1, maxLength: 3 }), (texts) => {
        const spread = (text: string) => `${digest(text)}`.replace(/^./, String(text.length % 10));
        const brief = writeBrief(
          texts.map((text) => toDocumentText(text)),
          tracksOf('compute'),
          rubric,
          spread,
        );
        const [, mark = ''] = /with the mark (\w+);/.exec(brief) ?? [];
        expect(brief.split(`</document-${mark}>`)).toHaveLength(texts.length + 1);
        expect(brief.split(`\n<document-${mark} `)).toHaveLength(texts.length + 1);
      }),
      { numRuns: 20 },
    );
  });

  it('is short enough for any assistant: under 5,500 words of questions, whatever the track', () => {
    for (const { id } of rubric.tracks) {
      const words = writeBrief([toDocumentText('Heron.')], tracksOf(id), rubric, digest).match(/\S+/g)?.length ?? 0;
      expect(words).toBeLessThan(5_500);
    }
  });
});
