import type { MemoGrammar } from '../model/grammar.ts';
import type { StatementVocabulary } from '../model/rubric.ts';
import type { PassageSpan } from './passage.ts';
import {
  ALPHABETIC,
  buildNamePattern,
  buildPrefilter,
  hasAny,
  hasMatch,
  LETTER,
  listBothCases,
  toAlternation,
  toOptional,
  toWordAlternation,
  toWordSet,
  WORD_END,
} from './phrase-patterns.ts';
import type { Sentence } from './sentences.ts';
import { type Actors, isAboutOther, isDenied, isOpen, type StancePatterns } from './stance.ts';

/**
 * Takes the place of each letter of the project's name: with it in a text the patterns are the same for every project and built
 * once, which takes longer than to read a memo by them. A letter of private use, so no name holds it.
 */
const NAME_PLACEHOLDER = '\uE000';

/** The regular forms of a verb, or of a phrase that begins with one. */
export function inflectVerb(phrase: string): readonly string[] {
  const [, verb = '', rest = ''] = /^(\S+)(.*)$/.exec(phrase) ?? [];
  const stem = verb.replace(/e$/, '');
  const isY = /[^aeiou]y$/.test(verb);
  const third = isY ? verb.replace(/y$/, 'ies') : /(?:s|x|[cs]h)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const past = isY ? verb.replace(/y$/, 'ied') : `${stem}ed`;
  return [verb, third, past, `${stem}ing`].map((form) => form + rest);
}

/** A few words in small letters. */
const upTo = (count: number) => `(?:[\\p{Ll}-]{1,20} ){0,${count}}`;

/** @param occurs false for a form of a verb that no text can have. */
function buildCuePatterns(s: StatementVocabulary, g: MemoGrammar, occurs: (form: string) => boolean) {
  const { before, paying, adverbs, nouns, verbs, acts, past } = s.customers;
  const c = g.customers;
  const project = `${NAME_PLACEHOLDER}+`;
  const us = `(?:${project}|${toAlternation([...s.project, ...s.pronouns, ...c.here])})`;
  // A word within a clause: not a name, and nobody else who acts.
  const step = `(?: (?!${toAlternation(c.halts)}${WORD_END})[\\p{Ll}\\d][\\p{L}\\d'.-]{0,24})`;
  const lead = `(?:(?!${toAlternation([...s.prepositions, ...c.not_between])} )[\\p{Ll}-]{1,20} ){0,3}`;
  const adverb = `(?:,? ?${toAlternation(adverbs)})?`;
  const forms = [...verbs.flatMap(inflectVerb), ...past].filter((form) => occurs(form));
  const worked = c.works.flatMap(inflectVerb).filter((form) => occurs(form));
  const ending = new RegExp(`${toAlternation(c.participles)}$`);
  const participles = forms.filter((form) => ending.test(form.split(' ')[0] ?? ''));
  const noun = `${upTo(3)}${toAlternation(listBothCases(nouns))}`;
  const isNoun = `${toAlternation(nouns)}${WORD_END}(?! ${toAlternation(g.names.of)} \\p{Lu})`;
  const aside = '(?:,? \\(?[^,;.()]{1,48}[,)])?';
  const owners = toAlternation(c.owners).replaceAll('\\{project\\}', project);
  const leading = `(?:, ${toAlternation(c.examples)}|:|,| [\\u2013\\u2014]| ${toAlternation(c.lists)})(?: ${toAlternation(c.lately)})? ${toOptional(c.likes)}`;
  const article = toOptional(g.names.determined);
  const cuesBefore = [
    `${toAlternation(listBothCases(before))}(?:: | )${lead}`,
    `${noun}(?: ${owners})?${leading}${lead}${article}`,
    `${noun}(?: ${owners})? \\(${toOptional(g.names.lead)}`,
    `${toAlternation(listBothCases(c.among))} [^.;,]{1,40} ${toAlternation(c.among_verbs)} ${article}`,
    `${toAlternation(listBothCases(participles))}${step}{0,3} ${toAlternation(c.by)} ${toOptional(c.by_leads)}`,
  ];
  const cuesAfter = [
    `${aside}${step}{0,6}? ${toAlternation(forms)}${step}{0,5}?,? ${us}${WORD_END}`,
    `${adverb} ${toAlternation(acts)}${WORD_END}`,
    `${aside} ${toAlternation(c.becomes)}(?:${step}{0,2}? ${toAlternation(c.one_of)})? ?${upTo(3)}${isNoun}`,
    ` ${toAlternation(c.as)} ${upTo(3)}${isNoun}`,
    // "At Acme, the vision team has moved its training onto the same cards."
    `, ${toAlternation(c.staff)}(?: [\\p{Ll}-]{1,20}){1,4}? (?:has |have |now ){0,2}${toAlternation([...worked, ...forms, ...acts])}${WORD_END}`,
    `${aside}${step}{0,4}? ${toAlternation(worked)}${step}{1,6}? ${toAlternation(c.particles)} ${us}${WORD_END}`,
    `${aside}${step}{0,2}? ${toAlternation(c.replaces)} [^.,;]{1,40} ${toAlternation(c.by)} ${us}${WORD_END}`,
    `${aside}${step}{0,2}? ${toAlternation(c.replaces)} [^.,;]{1,40} ${toAlternation(c.particles)} ${us}${WORD_END}`,
    `,? \\(?${toAlternation(c.apposed)} ${upTo(2)}${isNoun}`,
    ` ${toAlternation(c.ranked)} ${upTo(2)}${toAlternation(nouns)}${WORD_END}`,
  ];
  return {
    /** What is before a list of customers, up to it. */
    before: new RegExp(`(?<!${LETTER})(?:${cuesBefore.join('|')})$`, 'u'),
    /** What is behind such a list. */
    after: new RegExp(`^(?:'s?)?(?:${cuesAfter.join('|')})`, 'u'),
    /** The same for payments of any sum; the group `object` is what is paid, or who. */
    paying: new RegExp(
      `^${aside}${adverb} ${toAlternation(paying)}${WORD_END}(?<object>(?: [\\p{L}'-]{1,24}){0,3})`,
      'u',
    ),
    /** Words without one of which no cue is there. */
    keys: buildPrefilter([
      ...before,
      ...paying,
      ...forms,
      ...acts,
      ...nouns,
      ...s.customers.offices,
      ...c.among,
      ...c.by,
      ...worked,
      ...c.replaces,
    ]),
  };
}

/** The patterns of customers, for a text with `NAME_PLACEHOLDER` in the place of the project's name. */
export function buildCustomerPatterns(s: StatementVocabulary, g: MemoGrammar, occurs: (form: string) => boolean) {
  const { paid, groups, not_names, adverbs, nouns, offices } = s.customers;
  const c = g.customers;
  const name = buildNamePattern(g);
  const joins = toAlternation(g.names.joins);
  // "Acme, the Basel maker of pumps, pays" is one name with what it is.
  const listed = `, ${toAlternation(g.names.articles)} (?=${name}(?:,| ${joins} |[.;:]|$))`;
  const join = `(?:,? ${joins} ${toOptional(g.names.articles)}|, | \\u00b7 |${listed})`;
  return {
    ...buildCuePatterns(s, g, occurs),
    list: new RegExp(`${name}(?:${join}${name}){0,9}`, 'gu'),
    /** The office of somebody who is quoted. */
    speaking: new RegExp(
      `(?<!${ALPHABETIC})${toAlternation(offices)}(?: \\p{Ll}{1,20}){0,3}(?:,| ${toAlternation(c.offices_at)}) ${toOptional(g.names.lead)}$`,
      'iu',
    ),
    /** The offices that are written with capitals. */
    office: new RegExp(toWordAlternation(offices.filter((word) => word === word.toUpperCase())), 'gu'),
    /** A heading, a lead-in or the head of a column or row under which customers are named. */
    heading: new RegExp(
      `^(?:(?:${ALPHABETIC}|['-]){1,20} ){0,3}${toAlternation([...nouns, ...c.headings])}(?: ${toAlternation(c.heading_ends)})?:?$`,
      'iu',
    ),
    name: new RegExp(name, 'gu'),
    /** A name and nothing else. */
    isName: new RegExp(`^${name}$`, 'u'),
    paid: new RegExp(toWordAlternation(paid), 'iu'),
    /** What goes on with the sentence behind a list. */
    joins: new RegExp(
      `^ ${toAlternation([...s.prepositions, ...s.clause_heads, ...s.determiners, ...adverbs])}(?![\\p{L}])`,
      'u',
    ),
    isNoName: new RegExp(`^(?:${toAlternation(not_names)}|\\p{Lu}\\d+s?|\\p{Lu}{2,}s)$`, 'u'),
    /** "Since June Acme pays": words that are not a name, before one. */
    noNameLead: new RegExp(
      `^(?:${toAlternation([...not_names, ...listBothCases([...s.determiners, ...s.clause_heads, ...s.conditions])])} )+(?=\\p{Lu})`,
      'u',
    ),
    group: new RegExp(`^(?:'s)? ${toAlternation(groups)}${WORD_END}`, 'u'),
    /** An article before a name. */
    lead: new RegExp(`^${toAlternation(listBothCases([...g.names.lead, ...s.prepositions]))} `, 'u'),
    /** The last name of a list, with what joins it. */
    lastName: new RegExp(`, ${toAlternation(g.names.last_joins)} [^,]*$`, 'u'),
    /** A word for people of a trade or for no one, with a capital. */
    trade: new RegExp(`^\\p{Lu}\\p{Ll}+${toAlternation([...g.names.trades, ...g.names.plain])}$`, 'u'),
    /** Small words among names. */
    small: new RegExp(` ${toAlternation(g.names.small)} `, 'gu'),
    /** A name that owns what is before it. */
    owned: new RegExp(`(?: ${toAlternation(g.names.of)}|'s) \\p{Lu}`, 'u'),
    /** A relative clause that is not over. */
    relative: new RegExp(`(?:^|[^\\p{L}])${toAlternation(c.relatives)} (?:\\p{Ll}+ ){0,4}$`, 'u'),
  };
}

/** What makes a customer of the names next to it. */
export type CustomerPatterns = ReturnType<typeof buildCustomerPatterns>;

interface CustomerVocabulary extends StancePatterns {
  readonly customers: CustomerPatterns;
}

/** A name that a text gives to a customer. */
export interface CustomerMention extends PassageSpan {
  readonly name: string;
}

export function findNames(
  list: string,
  start: number,
  sentence: Sentence,
  patterns: CustomerPatterns,
  ordinary: ReadonlySet<string>,
): readonly CustomerMention[] {
  const { text } = sentence.passage;
  return [...list.matchAll(patterns.name)].flatMap((match) => {
    const lead = patterns.lead.exec(match[0])?.[0].length ?? 0;
    const dated = patterns.noNameLead.exec(match[0].slice(lead))?.[0].length ?? 0;
    const name = match[0].slice(lead + dated);
    const from = start + match.index + lead + dated;
    const behind = text.slice(from + name.length, sentence.to);
    // A capitalised word at the head of a sentence that texts write in lower case elsewhere, or that names people of a trade.
    const isOrdinary =
      /^[\s"'“„(]*$/.test(text.slice(sentence.from, from)) &&
      (ordinary.has(name.toLowerCase()) || patterns.trade.test(name));
    const isName = name.includes(' ') || (!isOrdinary && !patterns.group.test(behind));
    return isName && !patterns.isNoName.test(name)
      ? [{ name: text.slice(from, from + name.length), from, to: from + name.length }]
      : [];
  });
}

/** The list without a last name that begins a clause of its own: "serves Acme, and Borea sells to shops". */
function dropTrailingClause(list: string, behind: string, { joins, lastName }: CustomerPatterns): string {
  return /^ \p{Ll}/u.test(behind) && !joins.test(behind) ? list.replace(lastName, '') : list;
}

/** A sentence in capitals, with capitals left only to words that no text writes small. */
function toPlainCase(text: string, ordinary: ReadonlySet<string>, keys: ReadonlySet<string>): string {
  if (/\p{Ll}/u.test(text) || !/\p{Lu}{2}[^\p{L}]+\p{Lu}{2}/u.test(text)) return text;
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
  { customers: patterns, grammar: { reach } }: CustomerVocabulary,
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
export function findCustomers(
  sentence: Sentence,
  actors: Actors,
  vocabulary: CustomerVocabulary,
): readonly CustomerMention[] {
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

/** True for the same name, or where the name is the beginning of the listed one, as with a name that is cut short. */
export function isSameName(name: string, listed: string): boolean {
  return listed === name || (name.length > 2 && listed.startsWith(`${name} `));
}
