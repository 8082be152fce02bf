import { decodeEntities, INLINE_TAGS, INVISIBLE } from './text-builder.ts';

/** Leaves out the characters that are not printed, which may hide in words that were copied. */
export function dropUnprinted(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
}

// How a text is read for the comparison of words: letters that look alike are one, and the marks of Markdown and HTML are not there.

/** A text as it is compared, with the place of each letter. */
export interface MatchableText {
  readonly original: string;
  /** Case folded; white space of any length is one blank. */
  readonly letters: string;
  /** For each UTF-16 unit of the letters, the offset in the original of what stands for it. */
  readonly offsets: readonly number[];
  /** The offset behind each unit. */
  readonly ends: readonly number[];
  /** Labels of the links that the text defines at its end. */
  readonly labels: ReadonlySet<string>;
}

/** A hyphen at the end of a line between two letters: its word may be written without it. */
export const BREAK = '\u00ad';

const QUOTATION_MARK =
  /["'`\u00b4\u00ab\u00bb\u02b9-\u02bd\u2018-\u201f\u2032\u2033\u2039\u203a\u300c-\u300f\u301d-\u301f\uff02\uff07]/;
const DASH = /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
const SUPERSCRIPT = /[\u00b2\u00b3\u00b9\u2070\u2074-\u207f]/;
const FRACTION = /[\u00bc-\u00be\u2150-\u215e]/;
const WORD = /[\p{L}\p{N}\p{M}]/u;

const ALL_INVISIBLE = new RegExp(INVISIBLE, 'gu');

/** One letter as it is compared: after the letter `before` in the original. */
function foldLetter(letter: string, before: string): string {
  if (letter.length === 1 && letter < '\u0080' && letter !== '"' && letter !== '`') return letter.toLowerCase();
  if (QUOTATION_MARK.test(letter)) return "'";
  if (DASH.test(letter)) return '-';
  // 10² is not 102, and 2½ is not 21/2.
  if (SUPERSCRIPT.test(letter) && /[\d\u00b2\u00b3\u00b9\u2070\u2074-\u207f]/.test(before))
    return SUPERSCRIPT.test(before) ? letter.normalize('NFKC') : `^${letter.normalize('NFKC')}`;
  const plain = FRACTION.test(letter) ? ` ${letter.normalize('NFKC')}` : letter.normalize('NFKC');
  return plain
    .replace(/\u2044/g, '/')
    .replace(ALL_INVISIBLE, '')
    .toUpperCase()
    .toLowerCase();
}

const LINE_MARKS = /(?:[ \t]*>)*[ \t]*(?:#{1,6}(?=[ \t])|[-*+](?=[ \t]))?[ \t]*/y;
/** A line between the head and the rows of a table, under a heading, or between two sections. */
const RULE_LINE = /[ \t>]*[-=|:*_][-=|:*_ \t]*(?=\r?\n|$)/y;
/** The number of a page by itself on its line. */
const PAGE_LINE =
  /[ \t]*(?:page[ \t]+\d{1,4}(?:[ \t]*(?:of|\/)[ \t]*\d{1,4})?|[-\u2013][ \t]*\d{1,4}[ \t]*[-\u2013])[ \t]*(?=\r?\n|$)/iy;
const LINE_END = '[ \\t]*\\r?\\n[ \\t>]*';
const HYPHENATED = new RegExp(`[-\\u2010\\u2011]${LINE_END}(?=\\p{L})`, 'uy');
const SOFT_HYPHENATED = new RegExp(`\\u00ad${LINE_END}`, 'uy');
const TAG = /<\/?([a-zA-Z][a-zA-Z\d-]*)(?:\s[^<>]{0,2000})?\/?>/y;
const ENTITY = /&(?:#\d{1,6}|#[xX][\da-fA-F]{1,5}|[a-zA-Z]{2,6});/y;
/** A raised figure behind a word; behind a short one it may be that of a unit, as in m². */
const NOTE_MARK = /[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]+|<sup>\[?\d{1,3}\]?<\/sup>/iy;
const FOOTNOTE_MARK = /\[\^[^\]\s]{1,50}\]:?/y;
const LINK_TARGET =
  /\((?:<[^<>\n]{0,2000}>|(?:[^\s()]|\([^\s()]{0,500}\)){0,2000})(?:\s+(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\s*\)/y;
const LINK_LABEL = /\[([^\][\n]{0,200})\]/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The marks of links, and comments, by the offset at which each begins, with the offset behind it. */
function findLongMarks(text: string, labels: ReadonlySet<string>): ReadonlyMap<number, number> {
  const marks = new Map<number, number>();
  for (const { 0: link, index } of text.matchAll(/<https?:\/\/[^\s<>]{1,2000}>/g)) {
    marks.set(index, index + 1);
    marks.set(index + link.length - 1, index + link.length);
  }
  for (let from = text.indexOf('<!--'); from !== -1; ) {
    const to = text.indexOf('-->', from + 4);
    if (to === -1) break;
    marks.set(from, to + 3);
    from = text.indexOf('<!--', to);
  }
  const open: number[] = [];
  const brackets = /[[\]]/g;
  while (brackets.test(text)) {
    const at = brackets.lastIndex - 1;
    if (text[at - 1] === '\\') continue;
    if (text[at] === '[') {
      open.push(at);
      continue;
    }
    const start = open.pop();
    if (start === undefined) continue;
    const target = findLinkTarget(text, start, at + 1, labels);
    if (target === '') continue;
    marks.set(text[start - 1] === '!' ? start - 1 : start, start + 1);
    marks.set(at, at + 1 + target.length);
  }
  return marks;
}

/** What follows the words of a link and says where it leads; nothing where they are words in brackets. */
function findLinkTarget(text: string, start: number, behind: number, labels: ReadonlySet<string>): string {
  if (text[behind] === '(') return matchAt(LINK_TARGET, text, behind)?.[0] ?? '';
  if (text[behind] !== '[' || labels.size === 0) return '';
  const [all = '', label = ''] = matchAt(LINK_LABEL, text, behind) ?? [];
  return labels.has((label === '' ? text.slice(start + 1, behind - 1) : label).trim().toLowerCase()) ? all : '';
}

function isBlank(letter: string | undefined): boolean {
  return letter === undefined || /\s/.test(letter);
}

/** Letters of one mark of emphasis; a longer row of them is a line to write on. */
const LONGEST_MARK = 8;

/** The length of the emphasis or code mark at an offset; 0 where its letter is one of the text's own, as in `2*3` and `a_b`. */
function measureEmphasis(text: string, at: number): number {
  const mark = text[at];
  if (mark === '`') return 1;
  if (mark === '~') return text[at + 1] === '~' ? 2 : 0;
  if (mark !== '*' && mark !== '_') return 0;
  let [from, to] = [at, at + 1];
  while (text[from - 1] === mark && at - from < LONGEST_MARK) from -= 1;
  while (text[to] === mark && to - at < LONGEST_MARK) to += 1;
  const [before, after] = [text[from - 1], text[to]];
  const isOwn = mark === '*' ? /^\d\d$/.test(`${before}${after}`) : WORD.test(before ?? '') && WORD.test(after ?? '');
  return (isBlank(before) && isBlank(after)) || isOwn ? 0 : to - at;
}

/** How many letters at an offset are a mark that no reader sees. */
function measureMark(text: string, at: number, longMarks: ReadonlyMap<number, number>): number {
  const letter = text[at] ?? '';
  if (!/[![\]<>|\\*_`~]/.test(letter)) return 0;
  const behind = longMarks.get(at);
  if (behind !== undefined) return behind - at;
  switch (letter) {
    case '[':
      return text[at + 1] === '^' ? (matchAt(FOOTNOTE_MARK, text, at)?.[0].length ?? 0) : 0;
    case '<':
      return matchAt(TAG, text, at)?.[0].length ?? 0;
    case '|':
      return 1;
    case '\\':
      return /[!-/:-@[-`{-~\n]/.test(text[at + 1] ?? '') ? 1 : 0;
    default:
      return measureEmphasis(text, at);
  }
}

/** True for a mark that separates the words on its two sides: one of a table, or a tag that is not within words. */
function separatesWords(mark: string): boolean {
  if (mark[0] !== '<') return mark === '|';
  const name = /^<\/?([a-zA-Z][a-zA-Z\d-]*)/.exec(mark)?.[1];
  return name !== undefined && !INLINE_TAGS.has(name.toLowerCase());
}

/** The letter at an offset with the marks that are set on it, or the parts of a Hangul syllable. */
function takeLetter(text: string, at: number): string {
  let to = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  while (
    to < text.length &&
    to - at < 16 &&
    text.charCodeAt(to) > 0x02ff &&
    /[\p{M}\u1160-\u11ff]/u.test(text[to] ?? '')
  )
    to += 1;
  return text.slice(at, to);
}

/** Letters and figures of ASCII, as most are. */
const PLAIN = /[\da-zA-Z]+/y;

/** Reads a text for comparison; a quote with the `labels` of the text that it is looked for in. */
export function readMatchable(original: string, known: ReadonlySet<string> | null = null): MatchableText {
  const labels =
    known ??
    new Set(
      Array.from(original.matchAll(/^ {0,3}\[([^\][\n]{1,200})\]:/gm), ([, label = '']) => label.trim().toLowerCase()),
    );
  const longMarks = findLongMarks(original, labels);
  const parts: string[] = [];
  let last = ' ';
  const offsets: number[] = [];
  const ends: number[] = [];
  const add = (added: string, from: number, to: number) => {
    for (const unit of added.split('')) {
      if (unit === ' ' && last === ' ') continue;
      parts.push(unit);
      last = unit;
      offsets.push(from);
      ends.push(to);
    }
  };
  let at = 0;
  let isEscaped = false;
  while (at < original.length) {
    if (at === 0 || original[at - 1] === '\n') {
      const lead =
        (matchAt(PAGE_LINE, original, at) ??
          matchAt(RULE_LINE, original, at) ??
          matchAt(LINE_MARKS, original, at))?.[0] ?? '';
      if (lead !== '') {
        add(' ', at, at + 1);
        at += lead.length;
        continue;
      }
    }
    const plain = matchAt(PLAIN, original, at)?.[0] ?? '';
    // The last one may carry a mark that makes it another letter.
    const sure = original.charCodeAt(at + plain.length) > 0x02ff ? plain.length - 1 : plain.length;
    if (sure > 0) {
      last = plain.slice(0, sure).toLowerCase();
      parts.push(last);
      for (const end = at + sure; at < end; at += 1) {
        offsets.push(at);
        ends.push(at + 1);
      }
      continue;
    }
    const mark = isEscaped ? 0 : measureMark(original, at, longMarks);
    if (mark > 0) {
      isEscaped = original[at] === '\\';
      // 10<sup>2</sup> is not 102.
      if (/^<sup\b/i.test(original.slice(at, at + 5)) && /\d/.test(original[at - 1] ?? '')) add('^', at, at + mark);
      if (separatesWords(original.slice(at, at + mark))) add(' ', at, at + mark);
      at += mark;
      continue;
    }
    isEscaped = false;
    const before = parts.at(-1)?.at(-1) ?? '';
    const broken = matchAt(HYPHENATED, original, at)?.[0] ?? '';
    if (broken !== '' && /\p{L}/u.test(before)) {
      add(BREAK, at, at + broken.length);
      at += broken.length;
      continue;
    }
    const note = matchAt(NOTE_MARK, original, at)?.[0] ?? '';
    if (note !== '' && /[\p{L}\p{M}]{3}$/u.test(original.slice(Math.max(0, at - 3), at))) {
      at += note.length;
      continue;
    }
    at += matchAt(SOFT_HYPHENATED, original, at)?.[0].length ?? 0;
    const entity = original[at] === '&' ? (matchAt(ENTITY, original, at)?.[0] ?? '') : '';
    const decoded = decodeEntities(entity);
    const letter = decoded === entity ? takeLetter(original, at) : decoded;
    const to = at + (decoded === entity ? letter.length : entity.length);
    if (/^\s/.test(letter)) add(' ', at, to);
    else add(foldLetter(letter, original[at - 1] ?? ''), at, to);
    at = to;
  }
  return { original, letters: parts.join(''), offsets, ends, labels };
}
