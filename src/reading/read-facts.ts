import { type Day, listMeantDates, parseFirstDay } from '../model/day.ts';
import type { DocumentText } from '../model/document.ts';
import type { DocumentQuote, Reading } from '../model/reading.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Passage } from '../prose/passage.ts';
import { NOT_ALPHABETIC, toAlternation, WORD_END } from '../prose/phrase-patterns.ts';
import { type DocumentProse, findPlace, quoteSpan, toBareHeading } from './document-prose.ts';
import { findSubject, isGeneric, type Subject } from './find-subject.ts';
import { type LabelledLine, listLabelledLines, toReaderText } from './labelled-lines.ts';

/** How many lines with text the head of a document has. */
const HEAD_LINES = 60;
/** A byline is among the first of them. */
const BYLINES = 14;
const MOST_NAME_WORDS = 16;
/** A subtitle follows a colon behind a name of this many words at most. */
const MOST_TITLE_WORDS = 4;
const MOST_BYLINE_WORDS = 14;
/** How far before a date the words are that make it the document's. */
const LEAD_REACH = 40;
/** Letters of a name from which a host that begins with it is taken for the project's. */
const FEWEST_HOST_LETTERS = 4;

function toTitlePatterns(rubric: Rubric) {
  const { titles, facts } = rubric.reading;
  const { kinds, addressed, qualities, sections, leads, calls } = titles;
  const words = `(?:${toAlternation([...kinds, ...addressed, ...qualities])}|v?\\d[\\d.]{0,7}(?![\\d.]))`;
  return {
    /** What the document is, at the end of a part of its title. */
    kind: new RegExp(`(?:^|${NOT_ALPHABETIC})${toAlternation([...kinds, ...addressed])}(?: v?\\d[\\d.]{0,7})?$`, 'iu'),
    /** The same where whoever it is addressed to may be before it. */
    addressed: new RegExp(`(?:^|${NOT_ALPHABETIC})${toAlternation(addressed)}(?: v?\\d[\\d.]{0,7})?$`, 'iu'),
    isKind: new RegExp(`^(?:${words}[ /+&]{0,2}){1,8}$`, 'iu'),
    lastKind: new RegExp(`(?<![ ,])[ ,]+${words}$`, 'iu'),
    isSection: new RegExp(`^${toAlternation(sections)}(?:$|[ :&,/]|\\s\\d)`, 'iu'),
    lead: new RegExp(`^${toAlternation(leads)}${WORD_END}[ :]*`, 'iu'),
    isCall: new RegExp(`^${toAlternation(calls)}${WORD_END}`, 'iu'),
    isGeneric: (text: string) => isGeneric(text, rubric),
    isMissing: new RegExp(`^\\W*${toAlternation(facts.missing)}${WORD_END}`, 'iu'),
  };
}

type TitlePatterns = ReturnType<typeof toTitlePatterns>;

/** True for what says what a document is: "Series A pitch deck". */
export function isKindOfDocument(text: string, rubric: Rubric): boolean {
  const { isKind, kind } = toTitlePatterns(rubric);
  return isKind.test(text.trim()) || kind.test(text.trim());
}

/** What parts a name from what the document says of itself or of the project. */
const TITLE_BREAK = /(?<!\s)\s+[-\u2013\u2014|\u00b7]+\s+|(?:(?<!\s)\s+)?\u2014\s*|:\s+/;

/** A name, and whether it may as well be that of whoever the document is addressed to. */
interface TitleName {
  readonly name: string;
  readonly isWeak: boolean;
}

/** What is left of a part of a title without the kind of the document; null where nothing is. */
function dropKind(part: string, patterns: TitlePatterns): TitleName | null {
  if (part === '' || patterns.isKind.test(part) || patterns.isGeneric(part)) return null;
  if (!patterns.kind.test(part)) return { name: part, isWeak: false };
  let name = part;
  while (patterns.lastKind.test(name)) name = name.replace(patterns.lastKind, '');
  return patterns.isKind.test(name) || patterns.isGeneric(name)
    ? null
    : { name, isWeak: patterns.addressed.test(part) };
}

function isName(name: string, patterns: TitlePatterns): boolean {
  const words = name === '' ? 0 : name.split(/\s+/).length;
  return (
    words > 0 &&
    words <= MOST_NAME_WORDS &&
    ![patterns.isMissing, patterns.isSection].some((one) => one.test(name)) &&
    !patterns.isGeneric(name)
  );
}

/** The name in a title; null where the title has none. */
function extractName(title: string, patterns: TitlePatterns): TitleName | null {
  const bare = toBareHeading(title).replace(/\s*\([^()]*\)$/, '');
  const parts = bare.split(TITLE_BREAK).map((part) => dropKind(part.trim(), patterns));
  const kept = parts.filter((part) => part !== null);
  const found = kept.find(({ isWeak }) => !isWeak) ?? kept[0];
  if (found === undefined) return null;
  if (found.name.endsWith('?') && !patterns.lead.test(found.name)) return null;
  const name = toBareHeading(found.name.replace(patterns.lead, '')).replace(/^["'\u201c]|["'\u201d?!]$/g, '');
  return isName(name, patterns) && !patterns.isCall.test(name) ? { ...found, name } : null;
}

/** The name in what was called a name; what is behind a colon belongs to a long one, as that of a study. */
function readName(value: string, patterns: TitlePatterns): string | null {
  const bare = toBareHeading(toReaderText(value)).replace(/\s*\([^()]*\)$/, '');
  const [first = ''] = bare.split(TITLE_BREAK);
  const name = first.split(' ').length > MOST_TITLE_WORDS ? bare : first;
  return isName(name, patterns) && !/[.;]\s/.test(name) ? name.replace(/\.$/, '') : null;
}

/** True for words that say what something is: most of them are small. */
function isDescription(name: string): boolean {
  const [, ...rest] = name.split(' ');
  return rest.length >= MOST_TITLE_WORDS && rest.filter((word) => /^\p{Ll}/u.test(word)).length * 2 > rest.length;
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

/** The project's name as the documents state it: labelled, in the title, or as who offers something. */
export function findName(proses: readonly DocumentProse[], rubric: Rubric): DocumentQuote | null {
  const patterns = toTitlePatterns(rubric);
  const { facts } = rubric.reading;
  const inTitles = (prose: DocumentProse, passages: readonly Passage[], takesWeak: boolean): DocumentQuote | null => {
    for (const passage of passages) {
      const found = extractName(passage.text, patterns);
      if (found === null || (found.isWeak && !takesWeak)) continue;
      return { ...quoteSpan(prose, passage, { from: 0, to: passage.text.length }), text: found.name };
    }
    return null;
  };
  const titlesOf = ({ passages }: DocumentProse, depth: number, most: number) =>
    passages.filter((passage) => passage.depth === depth).slice(0, most);
  const hasHeadings = ({ passages }: DocumentProse) => passages.some(({ depth }) => depth !== null);
  const subjects = new Map<DocumentProse, Subject | null>();
  const subjectOf = (prose: DocumentProse): Subject | null => {
    const known = subjects.get(prose);
    const subject = known === undefined ? findSubject(prose, rubric) : known;
    subjects.set(prose, subject);
    return subject;
  };
  const toQuote = (prose: DocumentProse, subject: Subject | null): DocumentQuote | null => {
    if (subject === null) return null;
    const { name, passage } = subject;
    const from = passage.text.indexOf(name);
    return quoteSpan(prose, passage, { from, to: from + name.length });
  };
  // The title of a page may be about anything: who offers something in the sentences is believed before one that they never repeat.
  const preferSubject = (prose: DocumentProse, title: DocumentQuote | null): DocumentQuote | null => {
    const subject = title === null ? null : subjectOf(prose);
    if (title === null || subject === null) return title;
    const isLonger = subject.name.endsWith(` ${title.text}`);
    const [own, other] = [toLetters(title.text), toLetters(subject.name)];
    const isOther = !own.includes(other) && !other.includes(own);
    const isEchoed = prose.passages.some(
      ({ depth, text }) =>
        (depth === 1 && text.includes(subject.name)) || (depth === null && toLetters(text).includes(own)),
    );
    return isLonger || (isOther && !isEchoed && subject.isCentral && subject.offers > 1)
      ? toQuote(prose, subject)
      : title;
  };
  // The address of whoever is behind the project is not its name.
  const readLabelled = ({ label, value }: LabelledLine): string | null => {
    const name = readName(value, patterns);
    return facts.team.includes(label) && /^[\w-]+(?:\.[\w-]+)+$/.test(name ?? '') ? null : name;
  };
  // Below the title of a page, such as "Pricing", the headings are of sections.
  const isPage = ({ passages, document: { metadata } }: DocumentProse) => {
    if (metadata.title !== null && patterns.isGeneric(metadata.title)) return true;
    const title = passages.find(({ depth }) => depth !== null);
    const bare = toBareHeading(title?.text ?? '');
    return title?.depth === 1 && (patterns.isGeneric(bare) || patterns.isCall.test(bare));
  };
  const ways: readonly ((prose: DocumentProse) => DocumentQuote | null)[] = [
    (prose) =>
      findLabelled(prose, facts.name, (line) => {
        const name = readLabelled(line);
        return name === null || isDescription(name) ? null : quoteLine(prose, line, name);
      }),
    // A form that explains each answer behind it: "Heron: Name of your project".
    (prose) => {
      const isName = new RegExp(
        `^${toAlternation(facts.name.filter((label) => label.includes(' ')))}${WORD_END}`,
        'iu',
      );
      const line = listLabelledLines(prose.document.text, HEAD_LINES).find(({ value }) =>
        isName.test(toReaderText(value)),
      );
      const name = line === undefined ? null : readName(line.name, patterns);
      return line === undefined || name === null ? null : quoteLine(prose, line, name);
    },
    (prose) => preferSubject(prose, inTitles(prose, titlesOf(prose, 1, 2), false)),
    (prose) => {
      const found = extractName(prose.document.metadata.title ?? '', patterns);
      return preferSubject(prose, found === null ? null : { text: found.name, place: findPlace(prose, 0, null) });
    },
    (prose) => (isPage(prose) ? toQuote(prose, subjectOf(prose)) : null),
    (prose) =>
      inTitles(
        prose,
        hasHeadings(prose) ? titlesOf(prose, 2, isPage(prose) ? 0 : 1) : prose.passages.slice(0, 3).filter(isTitleLine),
        false,
      ),
    (prose) => toQuote(prose, subjectOf(prose)),
    (prose) => inTitles(prose, titlesOf(prose, 1, 1), true),
    (prose) =>
      findLabelled(prose, facts.name, (line) => {
        const name = readLabelled(line);
        return name === null ? null : quoteLine(prose, line, name);
      }),
  ];
  for (const way of ways)
    for (const prose of proses) {
      const found = way(prose);
      if (found !== null) return found;
    }
  return null;
}

/** Who is behind the project, as a line of the head says it. */
export function findTeam(proses: readonly DocumentProse[], rubric: Rubric): string | null {
  const patterns = toTitlePatterns(rubric);
  for (const prose of proses) {
    const team = findLabelled(prose, rubric.reading.facts.team, (line) => readName(line.value, patterns));
    if (team !== null)
      return team.replace(new RegExp(`,? ${toAlternation(rubric.statements.customers.forms)}\\.?$`), '');
  }
  return null;
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
  const names = [name ?? '', name?.split(' ')[0] ?? '']
    .map(toLetters)
    .filter((one) => one.length >= FEWEST_HOST_LETTERS);
  const isNamed = (address: string) => {
    const labels = hostOf(address).split('.').slice(0, -1).map(toLetters);
    return labels.some((label) => names.some((one) => label.startsWith(one)));
  };
  // A word with a full stop, such as the name of a library, is an address where it has the project's name.
  const isOwn = (address: string) =>
    !shared.includes(hostOf(address)) && (/^(?:https?:|www\.)/i.test(address) || isNamed(address));
  for (const prose of proses) {
    const labelled = findLabelled(
      prose,
      rubric.reading.facts.website,
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
  for (const prose of proses)
    for (const match of prose.document.text.matchAll(ADDRESS)) {
      const [address] = match;
      if (!/^(?:https?:|www\.)/i.test(address) || !isNamed(address) || !isOwn(address)) continue;
      const host = hostOf(address);
      const text = address.slice(0, address.toLowerCase().indexOf(host) + host.length);
      return { text, place: findPlace(prose, match.index, null) };
    }
  return null;
}

/** True for an item of a list that dates something in brackets, as a product that it names. */
function hasItemAside({ isItem, text }: Passage): boolean {
  return isItem && /\([^()]*\d{4}[^()]*\)/.test(text);
}

/** A fact that is not a date. */
const OTHER_LABEL = /^\s*\p{L}[^:]{1,40}:\s/u;

const DATE =
  /\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|(?:\d{1,2}(?:st|nd|rd|th)?[ .-]+)?\p{Lu}\p{Ll}{2,8}[.,]?[ -]+(?:\d{1,2}(?:st|nd|rd|th)?[, ]+)?\d{4}|Q[1-4][ -]\d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[ -]Q[1-4]/gu;

/** A date as a text has it, and the day that it means. */
interface WrittenDate {
  readonly from: number;
  readonly text: string;
  readonly day: Day;
}

export function* listDates(text: string): Generator<WrittenDate> {
  const pattern = new RegExp(DATE);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [written] = match;
    const [date] = listMeantDates(written.replace(/\s+/g, ' '));
    const day = date === undefined ? null : parseFirstDay(date);
    if (day !== null) yield { from: match.index, text: written, day };
    // A name before a year hides the date that begins with the year.
    else pattern.lastIndex = match.index + 1;
  }
}

/** The first date in a text; null without one. */
export function parseDate(text: string): WrittenDate | null {
  const [first = null] = listDates(text);
  return first;
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
    if (date !== null) return { text: date.text, day: date.day, place: findPlace(prose, 0, null) };
  }
  for (const prose of proses)
    for (const passage of prose.passages.slice(0, BYLINES)) {
      if (
        passage.row !== null ||
        hasItemAside(passage) ||
        OTHER_LABEL.test(passage.text) ||
        passage.text.trim().split(/\s+/).length > MOST_BYLINE_WORDS
      )
        continue;
      const date = parseDate(passage.text);
      const from = date === null ? -1 : passage.text.indexOf(date.text);
      if (date !== null && from >= 0)
        return { ...quoteSpan(prose, passage, { from, to: from + date.text.length }), day: date.day };
    }
  const lead = new RegExp(`(?:^|${NOT_ALPHABETIC})${toAlternation(facts.date_leads)}[ :]{1,3}$`, 'iu');
  for (const prose of proses)
    for (const passage of prose.passages)
      for (const { from, text, day } of listDates(passage.text)) {
        if (!lead.test(passage.text.slice(Math.max(0, from - LEAD_REACH), from))) continue;
        return { ...quoteSpan(prose, passage, { from, to: from + text.length }), day };
      }
  return null;
}

/** Whether one of the documents states the day. */
export function statesDay(documents: readonly DocumentText[], day: Day): boolean {
  return documents.some(({ text, metadata }) =>
    [...listDates(`${text}\n${metadata.date ?? ''}`)].some((date) => date.day === day),
  );
}
