import { isWithin, type Passage, type PassageSpan } from './passage.ts';
import { toAlternation } from './phrase-patterns.ts';

/** A sentence of a passage, with who speaks. */
export interface Sentence extends PassageSpan {
  readonly passage: Passage;
}

const SENTENCE_END = /(?<![.!?])[.!?]+["'”’)\]]*(?= |$)/g;
/** Whatever opens a sentence: a capital, a figure, a mark, or code. */
const SENTENCE_START = /^ +(?:["'“„(«[\ufffc]*[\p{Lu}\p{N}$€£¥]|["“„(«\ufffc])/u;

/** Nobody writes a longer sentence; it is cut, so that the work is in proportion to the length of the text. */
const MAX_SENTENCE_LENGTH = 1500;

/** The sentences of a text, in order, without the blanks between them. `abbreviations` are in lower case, without their last full stop. */
export function splitSentences(text: string, abbreviations: ReadonlySet<string>): readonly PassageSpan[] {
  const found: PassageSpan[] = [];
  let from = 0;
  const cut = (to: number) => {
    const lead = text.slice(from, to).search(/\S/);
    if (lead !== -1) from += lead;
    while (to - from > MAX_SENTENCE_LENGTH) {
      const blank = text.lastIndexOf(' ', from + MAX_SENTENCE_LENGTH);
      const middle = blank > from ? blank : from + MAX_SENTENCE_LENGTH;
      found.push({ from, to: middle });
      from = middle;
    }
    if (lead !== -1) found.push({ from, to });
    from = to;
  };
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (
      end === text.length ||
      (SENTENCE_START.test(text.slice(end, end + 12)) && !isAbbreviated(text, match, abbreviations))
    )
      cut(end);
  }
  cut(text.length);
  return found;
}

function isAbbreviated(text: string, match: RegExpExecArray, abbreviations: ReadonlySet<string>): boolean {
  if (match[0] !== '.') return false;
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, match.index - 12), match.index))?.[0] ?? '';
  return abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word);
}

/** What parts the clauses of a sentence: marks and the given conjunctions. */
export function buildClauseBreak(conjunctions: readonly string[]): RegExp {
  return new RegExp(`[,;:()\\u2013\\u2014]| - | ${toAlternation(conjunctions)} `, 'g');
}

/** The part of a sentence around `at`, between two of `breaks`. */
export function findClause(text: string, sentence: PassageSpan, at: PassageSpan, breaks: RegExp): PassageSpan {
  let { from, to } = sentence;
  const slice = text.slice(sentence.from, sentence.to);
  for (const match of slice.matchAll(breaks)) {
    const start = sentence.from + match.index;
    const end = start + match[0].length;
    // A comma within a figure parts nothing.
    if (match[0] === ',' && /\d/.test(text[end] ?? '')) continue;
    if (end <= at.from) from = end;
    else if (start >= at.to) {
      to = start;
      break;
    }
  }
  return { from, to };
}

/** An address without what makes no difference. */
export function normalizeUrl(url: string): string {
  return url
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');
}

/** The addresses that a sentence links to. A note's mark stands behind the full stop, so it may touch the end. */
export function collectLinkedUrls(sentence: Sentence): ReadonlySet<string> {
  const touches = ({ from, to }: PassageSpan) =>
    isWithin({ from, to: Math.max(from, Math.min(to, sentence.to)) }, sentence) && from <= sentence.to;
  return new Set(sentence.passage.links.filter(touches).map(({ url }) => normalizeUrl(url)));
}

export function sliceSentence({ passage, from, to }: Sentence): string {
  return passage.text.slice(from, to);
}
