import { type Day, listMeantDates, parseFirstDay } from '../model/day.ts';
import type { DocumentQuote, Reading } from '../model/reading.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Passage } from '../prose/passage.ts';
import { hasMatch, toAlternation, WORD_END } from '../prose/phrase-patterns.ts';
import { type DocumentProse, findPlace, quoteSpan, toBareHeading } from './document-prose.ts';
import { type LabelledLine, listLabelledLines, toReaderText } from './labelled-lines.ts';

/** How many lines with text the head of a document has. */
const HEAD_LINES = 60;
/** A byline is among the first of them. */
const BYLINES = 14;
const MOST_NAME_WORDS = 16;
/** A subtitle follows a colon behind a name of this many words at most. */
const MOST_TITLE_WORDS = 4;
const MOST_BYLINE_WORDS = 14;
/** Letters of a name from which a host that begins with it is taken for the project's. */
const FEWEST_HOST_LETTERS = 4;

function toTitlePatterns({ reading: { titles, facts } }: Rubric) {
  const { kinds, qualities, sections, leads, calls } = titles;
  const kind = toAlternation(kinds);
  const words = `(?:${toAlternation([...kinds, ...qualities])}|v?\\d[\\d.]{0,7})`;
  return {
    /** A part of a title that says what the document is. */
    isKind: new RegExp(`^(?:${words}[ /+&]{0,2}){1,8}$|^${kind}${WORD_END}|(?:^|[^\\p{L}])${kind}$`, 'iu'),
    /** The same at the end of a name. */
    lastKind: new RegExp(`[ ,]+${words}$`, 'iu'),
    anyKind: new RegExp(`(?:^|[^\\p{L}])${kind}${WORD_END}`, 'iu'),
    isSection: new RegExp(`^${toAlternation(sections)}(?:$|[ :&,/]|\\s\\d)`, 'iu'),
    lead: new RegExp(`^${toAlternation(leads)}${WORD_END}[ :]*`, 'iu'),
    isCall: new RegExp(`^${toAlternation(calls)}${WORD_END}`, 'iu'),
    isMissing: new RegExp(`^\\W*${toAlternation(facts.missing)}${WORD_END}`, 'iu'),
  };
}

type TitlePatterns = ReturnType<typeof toTitlePatterns>;

/** What parts a name from what the document says of itself or of the project. */
const TITLE_BREAK = /\s+[-\u2013\u2014|\u00b7]+\s+|\s*[\u2014]\s*|:\s+/;

/** The name in a title; null where the title has none. @param isLabelled for a value that was called a name. */
function extractName(title: string, patterns: TitlePatterns, isLabelled: boolean): string | null {
  const bare = toBareHeading(title).replace(/\s*\([^()]*\)$/, '');
  const parts = bare.split(TITLE_BREAK).map((part) => part.trim());
  const kept = parts.filter((part) => part !== '' && !patterns.isKind.test(part));
  const [first = ''] = kept;
  // What is behind a colon belongs to a long name, as that of a talk or a paper.
  const isLong = first.split(' ').length > MOST_TITLE_WORDS;
  let name = kept.length === parts.length && isLong ? (isLabelled ? bare : first) : first;
  if (name === '') name = parts[0] ?? '';
  if (!isLabelled) name = name.replace(patterns.lead, '');
  if (hasMatch(patterns.anyKind, name)) while (patterns.lastKind.test(name)) name = name.replace(patterns.lastKind, '');
  name = toBareHeading(name).replace(/^["'\u201c]|["'\u201d?!]$/g, '');
  const words = name.split(/\s+/).length;
  const isNone =
    name === '' ||
    words > MOST_NAME_WORDS ||
    patterns.isMissing.test(name) ||
    patterns.isKind.test(name) ||
    patterns.isSection.test(name) ||
    (!isLabelled && patterns.isCall.test(name));
  return isNone ? null : name;
}

function quoteLine(prose: DocumentProse, { from, value }: LabelledLine, text = toReaderText(value)): DocumentQuote {
  const section = prose.passages.findLast(({ depth, offsets }) => depth !== null && (offsets[0] ?? 0) <= from);
  return { text, place: findPlace(prose, from, section?.text.trim() ?? null) };
}

/** The first line of the head with one of the labels, those that are believed first in front, whose value passes. */
function findLabelled<T>(
  prose: DocumentProse,
  labels: readonly string[],
  read: (line: LabelledLine) => T | null,
  most = HEAD_LINES,
): T | null {
  const lines = listLabelledLines(prose.document.text, most);
  for (const label of labels)
    for (const line of lines) {
      const found = line.label === label ? read(line) : null;
      if (found !== null) return found;
    }
  return null;
}

/** A line of its own at the head of a document without headings, as of a deck. */
function isTitleLine({ text, isItem, row }: Passage): boolean {
  return !isItem && row === null && text.trim().split(/\s+/).length <= 8 && !/[.:;,]\s*$/.test(text);
}

/** Who offers something at the head of most sentences. */
function findSubject({ passages }: DocumentProse, { offers: { adverbs, verbs } }: Rubric['reading']): Passage | null {
  const said = new RegExp(
    `^((?!(?:The|This|It|We|Our|A|An|In|If|That|These|Its|They|You)${WORD_END})\\p{Lu}[\\p{L}\\p{N}.-]{1,30}(?: \\p{Lu}[\\p{L}\\p{N}.-]{1,30}){0,2}) (?:${toAlternation(adverbs)} ){0,2}${toAlternation(verbs)}${WORD_END}`,
    'u',
  );
  const counts = new Map<string, { count: number; readonly passage: Passage }>();
  for (const passage of passages) {
    const [, subject] = said.exec(passage.text) ?? [];
    if (subject === undefined || passage.depth !== null) continue;
    const entry = counts.get(subject) ?? { count: 0, passage };
    entry.count += 1;
    counts.set(subject, entry);
  }
  const best = [...counts].reduce<{ count: number; subject: string; passage: Passage } | null>(
    (most, [subject, { count, passage }]) => (count > (most?.count ?? 1) ? { count, subject, passage } : most),
    null,
  );
  return best === null ? null : { ...best.passage, text: best.subject };
}

/** The project's name as the documents state it: labelled, in the title, or as who offers something. */
export function findName(proses: readonly DocumentProse[], rubric: Rubric): DocumentQuote | null {
  const patterns = toTitlePatterns(rubric);
  const { facts } = rubric.reading;
  const nameOf = (passage: Passage, prose: DocumentProse) => {
    const name = extractName(passage.text, patterns, false);
    const whole = quoteSpan(prose, passage, { from: 0, to: passage.text.length });
    return name === null ? null : { ...whole, text: name };
  };
  const first = <T>(read: (prose: DocumentProse) => T | null): T | null =>
    proses.reduce<T | null>((found, prose) => found ?? read(prose), null);
  const firstOf = (passages: readonly Passage[], prose: DocumentProse) =>
    passages.reduce<DocumentQuote | null>((found, passage) => found ?? nameOf(passage, prose), null);
  return (
    first((prose) =>
      findLabelled(prose, facts.name, (line) => {
        const name = extractName(toReaderText(line.value), patterns, true);
        return name === null ? null : quoteLine(prose, line, name);
      }),
    ) ??
    first((prose) => firstOf(prose.passages.filter(({ depth }) => depth === 1).slice(0, 2), prose)) ??
    first((prose) => {
      const name = extractName(prose.document.metadata.title ?? '', patterns, false);
      return name === null ? null : { text: name, place: findPlace(prose, 0, null) };
    }) ??
    first((prose) =>
      prose.passages.some(({ depth }) => depth !== null)
        ? firstOf(prose.passages.filter(({ depth }) => depth === 2).slice(0, 1), prose)
        : firstOf(prose.passages.slice(0, 3).filter(isTitleLine), prose),
    ) ??
    first((prose) => {
      const subject = findSubject(prose, rubric.reading);
      return subject === null ? null : quoteSpan(prose, subject, { from: 0, to: subject.text.length });
    })
  );
}

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>()[\]"'`|]{3,300}|(?<![\w@.])(?:[a-z0-9-]{2,40}\.){1,3}[a-z]{2,12}(?:\/[^\s<>()[\]"'`|]{0,200})?/gi;

function hostOf(address: string): string {
  return address
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[/?#:].*$/s, '')
    .toLowerCase();
}

const toLetters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The project's website as the documents state it: labelled, or an address with the project's name in it. */
export function findWebsite(
  proses: readonly DocumentProse[],
  name: string | null,
  rubric: Rubric,
): DocumentQuote | null {
  const shared = rubric.hosts.places.flatMap(({ hosts }) => hosts.map((host) => host.replace(/\/.*$/, '')));
  const isOwn = (address: string) => {
    const host = hostOf(address);
    return (
      host.includes('.') &&
      !shared.some(
        (one) => host === one || (host.endsWith(`.${one}`) && host.split('.').length === one.split('.').length),
      )
    );
  };
  const { facts } = rubric.reading;
  for (const prose of proses) {
    const labelled = findLabelled(
      prose,
      facts.website,
      (line) => {
        const [address] = toReaderText(line.value, true).match(ADDRESS) ?? [];
        return address === undefined || !isOwn(address) ? null : quoteLine(prose, line, address.replace(/[.,;]$/, ''));
      },
      Number.POSITIVE_INFINITY,
    );
    if (labelled !== null) return labelled;
  }
  for (const prose of proses) {
    const { website } = prose.document.metadata;
    if (website !== null && isOwn(website)) return { text: website, place: findPlace(prose, 0, null) };
  }
  if (name === null) return null;
  const names = [name, name.split(' ')[0] ?? ''].map(toLetters).filter((one) => one.length >= FEWEST_HOST_LETTERS);
  for (const prose of proses)
    for (const match of prose.document.text.matchAll(ADDRESS)) {
      const [address] = match;
      const host = hostOf(address);
      const labels = host.split('.').slice(0, -1).map(toLetters);
      const isNamed = labels.some((label) => names.some((one) => label.startsWith(one) || label === one));
      if (
        !isNamed ||
        !/^(?:https?:|www\.)/i.test(address) ||
        !isOwn(address) ||
        prose.document.text[match.index - 1] === '@'
      )
        continue;
      const text = address.replace(/[.,;]$/, '');
      return { text, place: findPlace(prose, match.index, null) };
    }
  return null;
}

/** A fact that is not a date. */
const OTHER_LABEL = /^\s*\p{L}[^:]{1,40}:\s/u;

const DATE =
  /\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|(?:\d{1,2}(?:st|nd|rd|th)?[ .-]+)?\p{Lu}\p{Ll}{2,8}[.,]?[ -]+(?:\d{1,2}(?:st|nd|rd|th)?[, ]+)?\d{4}|Q[1-4][ -]\d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[ -]Q[1-4]/gu;

/** The first date in a text with the day that it means; null without one. */
function parseDate(text: string): { readonly text: string; readonly day: Day } | null {
  for (const [written] of text.matchAll(DATE)) {
    const [date] = listMeantDates(written.replace(/\s+/g, ' '));
    const day = date === undefined ? null : parseFirstDay(date);
    if (day !== null) return { text: written, day };
  }
  return null;
}

/** The date of the documents as they state it: labelled, in what the file says of itself, or in a byline. */
export function findDate(proses: readonly DocumentProse[], rubric: Rubric): Reading['asOf'] {
  const { facts } = rubric.reading;
  for (const prose of proses) {
    const labelled = findLabelled(prose, facts.date, (line) => {
      const date = parseDate(toReaderText(line.value));
      return date === null ? null : { ...quoteLine(prose, line, date.text), day: date.day };
    });
    if (labelled !== null) return labelled;
  }
  for (const prose of proses) {
    const date = parseDate(prose.document.metadata.date ?? '');
    if (date !== null) return { ...date, place: findPlace(prose, 0, null) };
  }
  for (const prose of proses)
    for (const passage of prose.passages.slice(0, BYLINES)) {
      if (
        passage.row !== null ||
        OTHER_LABEL.test(passage.text) ||
        passage.text.trim().split(/\s+/).length > MOST_BYLINE_WORDS
      )
        continue;
      const date = parseDate(passage.text);
      const from = date === null ? -1 : passage.text.indexOf(date.text);
      if (date !== null && from >= 0)
        return { ...quoteSpan(prose, passage, { from, to: from + date.text.length }), day: date.day };
    }
  return null;
}
