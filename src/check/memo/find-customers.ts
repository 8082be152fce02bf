import { type CustomerPatterns, NAME_PLACEHOLDER } from './customer-patterns.ts';
import type { PassageSpan } from './passage.ts';
import { hasMatch } from './phrase-patterns.ts';
import { hasAny, toWordSet } from './prefilter.ts';
import { type Actors, isAboutOther, isDenied, isOpen, type Sentence } from './stance.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A name that a text gives to a customer. */
export interface CustomerMention extends PassageSpan {
  readonly name: string;
}

/** True for a capitalised word at the head of a sentence that texts write small elsewhere, or that names people of a trade. */
function isOrdinary(
  name: string,
  start: number,
  sentence: Sentence,
  { trade }: CustomerPatterns,
  ordinary: ReadonlySet<string>,
): boolean {
  if (name.includes(' ')) return false;
  const isHead = /^[\s"'“„(]*$/.test(sentence.passage.text.slice(sentence.from, start));
  return isHead && (ordinary.has(name.toLowerCase()) || trade.test(name));
}

function findNames(
  list: string,
  start: number,
  sentence: Sentence,
  patterns: CustomerPatterns,
  ordinary: ReadonlySet<string>,
): readonly CustomerMention[] {
  const { text } = sentence.passage;
  return [...list.matchAll(patterns.name)].flatMap((match) => {
    const lead = patterns.lead.exec(match[0])?.[0].length ?? 0;
    const name = match[0].slice(lead);
    const from = start + match.index + lead;
    const behind = text.slice(from + name.length, sentence.to);
    const isName =
      !patterns.isNoName.test(name) &&
      !isOrdinary(name, from, sentence, patterns, ordinary) &&
      !(!name.includes(' ') && patterns.group.test(behind));
    return isName ? [{ name: text.slice(from, from + name.length), from, to: from + name.length }] : [];
  });
}

/** The list without a last name that begins a clause of its own: "serves Acme, and Borea sells to shops". */
function dropTrailingClause(list: string, behind: string, { joins, lastName }: CustomerPatterns): string {
  return /^ \p{Ll}/u.test(behind) && !joins.test(behind) ? list.replace(lastName, '') : list;
}

/** A sentence in capitals, with capitals left only to words that no text writes small. */
function toPlainCase(text: string, ordinary: ReadonlySet<string>, keys: ReadonlySet<string>): string {
  if (/\p{Ll}/u.test(text) || !/\p{Lu}{2,}[^\p{L}]+\p{Lu}{2,}/u.test(text)) return text;
  const plain = text.replace(/\p{Lu}[\p{Lu}\p{N}'&-]*/gu, (word) => {
    const lower = word.toLowerCase();
    return ordinary.has(lower) || keys.has(lower) ? lower : word.charAt(0) + lower.slice(1);
  });
  return plain.length === text.length ? plain : text;
}

/** Names under a heading or in a column that calls them customers: alone, or at the head of an item. */
function findListedCustomers(
  sentence: Sentence,
  actors: Actors,
  patterns: CustomerPatterns,
): readonly CustomerMention[] {
  const { passage, from, to } = sentence;
  if (from > 0 && passage.text.slice(0, from).trim() !== '') return [];
  if (!passage.heads.some((head) => patterns.heading.test(head.trim()))) return [];
  const text = passage.text.slice(from, to).replaceAll('\ufffc', ' ');
  const [first] = text.matchAll(patterns.list);
  if (first === undefined) return [];
  const lead = text.slice(0, first.index).replace(/^[\s"“(]+/, '');
  if (lead.replace(patterns.lead, '') !== '') return [];
  const behind = text.slice(first.index + first[0].length).trim();
  if (behind !== '' && !/^[,:(|/\u00b7\u2013\u2014-]/u.test(behind) && passage.isItem === false) return [];
  if (passage.isItem && behind !== '' && !/^[,.:(|/\u00b7\u2013\u2014-]/u.test(behind)) return [];
  const whole = passage.isItem ? first[0] : text.slice(first.index);
  if (!passage.isItem && /(?:^|[^\p{L}])\p{Ll}{3,}/u.test(whole.replace(patterns.small, ' '))) return [];
  return findNames(whole, from + first.index, sentence, patterns, actors.ordinary);
}

/** The cue of a list of names; null where nothing makes customers of them. */
function findCue(
  slice: string,
  start: number,
  end: number,
  isSpoken: boolean,
  { customers: patterns, grammar: { reach } }: Vocabulary,
): { readonly at: PassageSpan; readonly isBefore: boolean } | null {
  const before = slice.slice(Math.max(0, start - reach.customer_cue), start);
  const behind = slice.slice(end, end + reach.customer_cue);
  const lead = patterns.before.exec(before);
  // "Among the customers of Amazon are" is about those of Amazon.
  if (lead !== null && patterns.owned.test(lead[0])) return null;
  if (lead !== null) return { at: { from: start - lead[0].length, to: start - lead[0].length + 1 }, isBefore: true };
  // "Somebody who wants Acme pays": the name is not who pays.
  if (patterns.relative.test(before)) return null;
  for (const pattern of [patterns.after, patterns.paying]) {
    const match = pattern.exec(behind);
    if (match !== null && !patterns.paid.test(match.groups?.['object'] ?? ''))
      return { at: { from: end, to: end + match[0].length }, isBefore: false };
  }
  // "— Eva Klein, Acme" at the end of a quote.
  const isSigned = /[\u2013\u2014-] ?$/u.test(before) && /^[.\s]*$/.test(slice.slice(end));
  if (isSpoken && (isSigned || patterns.speaking.test(before)))
    return { at: { from: start, to: start }, isBefore: false };
  return null;
}

/** The customers that a sentence names as such. */
export function findCustomers(sentence: Sentence, actors: Actors, vocabulary: Vocabulary): readonly CustomerMention[] {
  const { customers: patterns } = vocabulary;
  const found = new Map<number, CustomerMention>();
  const add = (customers: readonly CustomerMention[]) => {
    for (const customer of customers) if (!hasMatch(actors.project, customer.name)) found.set(customer.from, customer);
  };
  if (sentence.passage.heads.length > 0) add(findListedCustomers(sentence, actors, patterns));
  const said = sentence.passage.text.slice(sentence.from, sentence.to);
  if (hasAny(toWordSet(said), patterns.keys)) {
    const plain = toPlainCase(said, actors.ordinary, patterns.keys);
    const slice = plain
      .replace(actors.name, (name) => NAME_PLACEHOLDER.repeat(name.length))
      .replace(patterns.office, (office) => office.toLowerCase());
    const isSpoken = sentence.passage.quoted.some(({ from, to }) => from < sentence.to && to > sentence.from);
    for (const match of slice.matchAll(patterns.list)) {
      const [list] = match;
      const end = match.index + list.length;
      const cue = findCue(slice, match.index, end, isSpoken, vocabulary);
      if (cue === null) continue;
      const at = { from: sentence.from + cue.at.from, to: sentence.from + cue.at.to };
      if (isDenied(sentence, at, vocabulary) || isOpen(sentence, at, vocabulary)) continue;
      if (!cue.isBefore && hasMatch(vocabulary.negation, slice.slice(cue.at.from, cue.at.to))) continue;
      const through = { from: at.from, to: sentence.from + match.index };
      if (cue.isBefore && isAboutOther(sentence, through, actors, vocabulary)) continue;
      const names = cue.isBefore ? dropTrailingClause(list, slice.slice(end), patterns) : list;
      // Of a signature the last name is the firm.
      const skip = cue.at.from === cue.at.to ? list.lastIndexOf(', ') + 1 : 0;
      const start = sentence.from + match.index + skip;
      add(findNames(names.slice(skip), start, sentence, patterns, actors.ordinary));
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from);
}
