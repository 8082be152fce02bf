import { TextPlaces } from '../input/text/text-places.ts';
import type { DocumentPlace, DocumentText } from '../model/document.ts';
import type { DocumentQuote } from '../model/reading.ts';
import type { Rubric } from '../model/rubric.ts';
import { type Passage, type PassageSpan, toFileSpan } from '../prose/passage.ts';
import { toAlternation, WORD_END } from '../prose/phrase-patterns.ts';
import { readPassages } from '../prose/read-passages.ts';
import { type Sentence, splitSentences } from '../prose/sentences.ts';
import { getVocabulary } from '../prose/vocabulary.ts';

/** What a section is about by its heading; `unread` where nothing in it is a fact for a buyer. */
export type SectionKind = 'unread' | 'plan' | 'rival' | 'market';

/** A document with its prose taken apart. */
export interface DocumentProse {
  readonly document: DocumentText;
  readonly passages: readonly Passage[];
  readonly places: TextPlaces;
}

export function readProse(document: DocumentText, rubric: Rubric): DocumentProse {
  const passages = readPassages(document.text, 0, getVocabulary(rubric).layout, { isWhole: true });
  return { document, passages, places: new TextPlaces(document.text) };
}

/** The sentences of a passage; one that needs no full stop is a sentence as a whole. */
export function listSentences(passage: Passage, rubric: Rubric): readonly Sentence[] {
  return splitSentences(passage.text, getVocabulary(rubric).abbreviations).map((span) => ({ ...span, passage }));
}

/** Where the text of a document is, at an offset. */
export function findPlace({ document, places }: DocumentProse, offset: number, section: string | null): DocumentPlace {
  const sheet = document.sheets.findLast(({ from }) => from <= offset);
  return {
    file: document.file,
    line: document.hasLines ? places.lineOf(offset) : null,
    sheet: sheet === undefined ? null : { kind: sheet.kind, number: sheet.number },
    section,
  };
}

/** Part of a passage as a quote with its place. */
export function quoteSpan(prose: DocumentProse, passage: Passage, span: PassageSpan): DocumentQuote {
  const whole = passage.text.slice(span.from, span.to);
  const from = span.from + (whole.length - whole.trimStart().length);
  const { from: offset } = toFileSpan(passage, { from, to: span.to });
  return { text: whole.trim(), place: findPlace(prose, offset, passage.sections.at(-1) ?? null) };
}

const sectionCache = new WeakMap<Rubric, readonly (readonly [kind: SectionKind, heading: RegExp])[]>();

function getSectionPatterns(rubric: Rubric) {
  const { unread, plan, rival, market } = rubric.reading.sections;
  const compile = (phrases: readonly string[]) => new RegExp(`^${toAlternation(phrases)}${WORD_END}`, 'iu');
  const known = sectionCache.get(rubric) ?? [
    ['unread', compile(unread)] as const,
    ['plan', compile(plan)] as const,
    ['rival', compile(rival)] as const,
    ['market', compile(market)] as const,
  ];
  sectionCache.set(rubric, known);
  return known;
}

/** A heading without number, signs and mark-up around its words. */
export function toBareHeading(heading: string): string {
  return heading
    .replace(/^[^\p{L}\p{N}$]+/u, '')
    .replace(/^(?:\d{1,2}[.):]?)+\s+/, '')
    .replace(/^[^\p{L}\p{N}$]+/u, '')
    .replace(/:\w+:\s*$/, '')
    .replace(/[^\p{L}\p{N})+%!?]+$/u, '')
    .trim();
}

/** What the section of a passage is about, by the innermost heading that says it; null where none does. */
export function classifySection({ sections }: Passage, rubric: Rubric): SectionKind | null {
  const patterns = getSectionPatterns(rubric);
  for (const heading of [...sections].reverse()) {
    const bare = toBareHeading(heading);
    const found = patterns.find(([, pattern]) => pattern.test(bare));
    if (found !== undefined) return found[0];
  }
  return null;
}
