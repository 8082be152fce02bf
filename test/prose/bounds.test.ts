import { describe, expect, it } from 'vitest';
import { refuseHostileMarkdown } from '../../src/input/text/refuse-hostile-markdown.ts';
import { matchQuote } from '../../src/prose/match-quote.ts';
import { splitSentences } from '../../src/prose/sentences.ts';
import { addHtml, HtmlState, TextBuilder } from '../../src/prose/text-builder.ts';
import { toBareHeading } from '../../src/reading/document-prose.ts';
import { listLabelledLines } from '../../src/reading/labelled-lines.ts';
import { isKindOfDocument } from '../../src/reading/read-facts.ts';
import { writeMarkdownProse } from '../../src/report/writers/markdown/write-markdown.ts';
import { splitGraphemes } from '../../src/report/writers/terminal/width.ts';
import { shippedRubric } from '../support/rubric.ts';

/** Seconds of CPU that something takes. */
function measure(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1e6;
}

describe('what was made to cost time', () => {
  it.each([
    ['stars', '*a_'],
    ['links', '[a](b) '],
    ['brackets of tags', '<'],
    ['backslashes', '\\'],
    ['entities', '&'],
    ['cells', '|5|6|\n'],
    ['items', '- a\n'],
    ['figures', 'It costs 5 USD. '],
  ])('is refused as prose: %s', (_, part) => {
    const text = `---\nname: X\n---\n${part.repeat(40_000)}`;
    const refused = refuseHostileMarkdown(text, 16, 'x.md');
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code.split('/')[0])).toEqual(['markdown']);
  });

  it('is read in proportion to its length', () => {
    const tag = `<${'a'.repeat(200_000)}`;
    const builder = new TextBuilder(tag);
    expect(measure(() => splitSentences(`We sell${'.'.repeat(300_000)}a`, new Set()))).toBeLessThan(1);
    expect(measure(() => addHtml(builder, tag, 0, tag.length, new HtmlState()))).toBeLessThan(1);
    expect(measure(() => splitGraphemes('\u6f22'.repeat(50_000)))).toBeLessThan(1);
  });

  it.each([
    ['digits before a heading', '', '7', 'a', toBareHeading],
    ['digits in a title', '', '7', 'a', (text: string) => isKindOfDocument(text, shippedRubric())],
    ['marks behind a heading', 'a', '\u0301', 'a', toBareHeading],
    ['quotation marks in a quote', 'the price is ', "'", 'a', (text: string) => matchQuote(text, 'the price is low')],
    ['spaces in a line', '', ' ', '!', (text: string) => listLabelledLines(text, 9)],
    ['bars behind a label', 'Name: a', '|', '!', (text: string) => listLabelledLines(text, 9)],
    ['spaces in a sentence', 'a', ' ', 'a', writeMarkdownProse],
  ])('is read in proportion to its length: %s', (_, before, part, behind, read) => {
    expect(measure(() => read(before + part.repeat(100_000) + behind))).toBeLessThan(1);
  });

  it('leaves plain prose of a megabyte alone', () => {
    const text = 'Owners look after the machines, and teams look for time.\n\n'.repeat(17_000);
    expect(refuseHostileMarkdown(text, 0, 'x.md').ok).toBe(true);
  });
});

describe('letters', () => {
  it.each([
    ['flags', '\u{1f1e9}\u{1f1ea}'.repeat(400)],
    ['families', '\u{1f469}\u200d\u{1f4bb}'.repeat(300)],
    ['marks', `e${'\u0301'.repeat(900)}a`],
    ['words', 'a\u6f22b\u{1f680} '.repeat(300)],
  ])('are the same however long a text is: %s', (_, text) => {
    const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
    expect(splitGraphemes(text)).toEqual(Array.from(segments, ({ segment }) => segment));
  });

  it('are composed with their marks and keep their places', () => {
    const written = 'Socie\u0301te\u0301 Be\u0323\u0302nh';
    const builder = new TextBuilder(written);
    builder.addValue(written, 0, written.length);
    expect(builder.text).toBe('Soci\u00e9t\u00e9 B\u1ec7nh');
    expect([builder.offsets[4], builder.ends[4], builder.offsets[5], builder.ends.at(-1)]).toEqual([4, 6, 6, 16]);
  });
});
