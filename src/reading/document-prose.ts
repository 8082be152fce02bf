import { TextPlaces } from '../input/text/text-places.ts';
import type { DocumentPlace, DocumentText } from '../model/document.ts';
import type { DocumentQuote } from '../model/reading.ts';
import { rememberByObject } from '../model/remember.ts';
import type { Rubric } from '../model/rubric.ts';
import { type Passage, type PassageSpan, toFileSpan } from '../prose/passage.ts';
import { PhraseIndex } from '../prose/phrase-index.ts';
import { readPassages } from '../prose/read-passages.ts';
import { type Sentence, splitSentences } from '../prose/sentences.ts';
import { getVocabulary } from '../prose/vocabulary.ts';

/** What a section is about by its heading; `unread` where nothing in it is a fact for a buyer. */
const SECTION_KINDS = ['unread', 'token', 'plan', 'rival', 'market'] as const;

export type SectionKind = (typeof SECTION_KINDS)[number];

/** A longer heading is a sentence, and not the name of a section. */
const MOST_HEADING_WORDS = 6;

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

/** The headings that say what is under them, by their words. */
class SectionIndex {
  readonly #kinds: readonly SectionKind[];
  readonly #index: PhraseIndex;
  readonly #known = new Map<string, SectionKind | null>();

  constructor({ reading: { sections } }: Rubric) {
    const phrases = SECTION_KINDS.flatMap((kind) => sections[kind].map((phrase) => ({ kind, phrase })));
    this.#kinds = phrases.map(({ kind }) => kind);
    this.#index = new PhraseIndex(phrases.map(({ phrase }) => phrase));
  }

  kindOf(heading: string): SectionKind | null {
    const known = this.#known.get(heading);
    if (known !== undefined) return known;
    const bare = toBareHeading(heading);
    const isName = bare.split(/\s+/).length <= MOST_HEADING_WORDS;
    const found = isName ? this.#index.find(bare).filter(({ from }) => from === 0) : [];
    const kinds = found.map(({ phrase }) => this.#kinds[phrase]);
    const kind = SECTION_KINDS.find((one) => kinds.includes(one)) ?? null;
    this.#known.set(heading, kind);
    return kind;
  }
}

const getSectionIndex = rememberByObject((rubric: Rubric) => new SectionIndex(rubric));

/** A heading without number, signs and mark-up around its words: `The problem` of `Slide 2: The problem`. */
export function toBareHeading(heading: string): string {
  return heading
    .replace(/^[^\p{L}\p{N}$]+/u, '')
    .replace(/^(?:\d[.):]?)+\s+/, '')
    .replace(/^\p{L}{4,8} \d{1,2}\s*[:.\u2013\u2014-]\s+/u, '')
    .replace(/^[^\p{L}\p{N}$]+/u, '')
    .replace(/:\w+:\s*$/, '')
    .replace(/(?<![^\p{L}\p{N})+%!?])[^\p{L}\p{N})+%!?]+$/u, '')
    .trim();
}

/** What the section of a passage is about: unread where any heading above it says so, or else by the innermost that says anything. */
export function classifySection({ sections }: Pick<Passage, 'sections'>, rubric: Rubric): SectionKind | null {
  const index = getSectionIndex(rubric);
  const kinds = sections.map((heading) => index.kindOf(heading));
  return kinds.includes('unread') ? 'unread' : (kinds.findLast((kind) => kind !== null) ?? null);
}
