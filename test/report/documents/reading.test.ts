import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { ReadingJson } from '../../../src/model/reading.ts';
import { renderReadingScreens, toReadingDocument } from '../../../src/report/documents/reading.ts';
import { createRenderContext } from '../../../src/report/format.ts';
import { writeTerminal } from '../../../src/report/writers/terminal/write-terminal.ts';
import { options } from '../render-options.ts';
import { readingFile, sampleReading } from '../sample-reading.ts';

const screenOf = (file: ReadingJson, width = 80) => renderReadingScreens(file, createRenderContext(options({ width })));
const countLines = (text: string) => text.split('\n').length - 1;

describe('the screen of a reading', () => {
  it('says on 24 lines what the documents say', async () => {
    const text = screenOf(readingFile(sampleReading()));
    expect(countLines(text)).toBeLessThanOrEqual(24);
    await expect(text).toMatchFileSnapshot('./screens/reading.txt');
  });

  it.each([60, 80])('stays within 24 lines of %d columns whatever the texts', (width) => {
    const long = 'A sentence that goes on and on and on about nothing at all that a buyer pays for '.repeat(9);
    const { name, offer, dimensions, prices, contradictions, documents } = sampleReading();
    const [dimension] = dimensions;
    if (name === null || offer === null || dimension === undefined) throw new Error('the sample says nothing');
    const reading = sampleReading({
      documents: documents.map((document) => ({ ...document, file: long })),
      name: { ...name, text: long },
      offer: { ...offer, text: long },
      dimensions: Array.from({ length: 5 }, (_, at) => ({
        ...dimension,
        id: `dimension-${at}`,
        questions: dimension.questions.map((question) => ({
          ...question,
          title: long,
          quotes: question.quotes.map((quote) => ({ ...quote, text: long })),
        })),
      })),
      prices: [...prices, ...prices].map((price) => ({ ...price, unit: long })),
      contradictions: contradictions.map((one) => ({ ...one, of: long })),
    });
    const lines = screenOf(readingFile(reading), width).split('\n');
    expect(lines.length - 1).toBeLessThanOrEqual(24);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  });

  it('names several files by letters on the screen, and without their folders in the whole', () => {
    const { documents, offer } = sampleReading();
    const [one] = documents;
    if (one === undefined || offer === null) throw new Error('the sample says nothing');
    const file = '/cases/heron/terms.md';
    const reading = sampleReading({
      documents: [one, { ...one, file }],
      offer: { ...offer, place: { ...offer.place, file, line: 7 } },
    });
    const text = screenOf(readingFile(reading));
    expect(text).toContain(`read from A ${one.file}, B terms.md`);
    expect(text).toMatch(/Sells +B line 7: /);
    expect(writeTerminal(toReadingDocument(reading), options())).toContain('(terms.md line 7)');
  });

  it('ends with the next step', () => {
    const nextStep = () => 'Answers are in heron.yaml. Next: npx demandfit heron.yaml';
    const context = createRenderContext(options({ width: 80 }), { nextStep });
    const text = renderReadingScreens(readingFile(sampleReading()), context);
    expect(text).toContain('All quotes: --full. Answers are in heron.yaml. Next: npx demandfit heron.yaml');
    expect(text).not.toContain('demandfit init');
  });

  it('says nothing of a verdict, a level or a mark', () => {
    const text = [
      screenOf(readingFile(sampleReading())),
      writeTerminal(toReadingDocument(sampleReading()), options()),
    ].join('');
    expect(text).not.toMatch(/\b(?:fit|mismatch|level|marks?|points?|index|rateable)\b/i);
  });

  it('says that a text is not English and reads no further', () => {
    const { classification } = sampleReading();
    const foreign = sampleReading({
      classification: { ...classification, status: 'not-english', track: null, ranked: [], words: [] },
    });
    expect(screenOf(readingFile(foreign))).toContain('not in English, so it was not read further');
    expect(screenOf(readingFile(foreign))).not.toContain('Technical edge');
  });
});

describe('the whole reading', () => {
  it('has every quote with its place and its owner', () => {
    const text = writeTerminal(toReadingDocument(sampleReading()), options({ width: 200 }));
    expect(text).toContain('line 52, rival: "AWS p5 | $3.93"');
    expect(text).toContain('line 77, planned: "Service credits are planned for the next quarter."');
    expect(text).toContain('line 88: $520k, "We earn $520k a year."');
  });
});
