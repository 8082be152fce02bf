import type { Statements } from '../model/rubric.ts';
import { hasAny, keysOf, wordSet } from './keys.ts';
import { NAME } from './names.ts';
import type { Stretch } from './passage.ts';
import { anyOf, has, wordOf } from './pattern.ts';
import { type Actors, isAboutOther, isDenied, isOpen, projectNames, type Sentence } from './stance.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A name that a text gives to a customer. */
export interface Customer extends Stretch {
  readonly name: string;
}

/** The cues of customers, for a project of one name. */
export interface CustomerPatterns {
  readonly before: RegExp;
  readonly after: RegExp;
  readonly paying: RegExp;
  /** Words without one of which no cue is there. */
  readonly keys: ReadonlySet<string>;
  readonly name: RegExp;
  readonly paid: RegExp;
  readonly isNoName: RegExp;
  readonly group: RegExp;
  /** What goes on with the sentence behind a list. */
  readonly joins: RegExp;
}

const LIST = `${NAME}(?:(?:,? (?:and|or|&) |, )(?:the )?${NAME}){0,9}`;

/** A phrase in small letters or with a capital, since a cue may open a sentence. */
function eitherCase(phrases: readonly string[]): string {
  return anyOf(phrases.flatMap((phrase) => [phrase, phrase.charAt(0).toUpperCase() + phrase.slice(1)]));
}

export function customerPatterns(projectName: string, s: Statements): CustomerPatterns {
  const { before, after, paying, paid, groups, not_names, adverbs } = s.customers;
  const us = anyOf([...projectNames(projectName, s), ...s.pronouns]);
  const withUs = (cue: string) => anyOf([cue]).replace(anyOf(['{us}']).slice(3, -1), us);
  const lead = `(?:(?!${anyOf([...s.prepositions, 'and', 'that', 'to', 'who', 'which'])} )[\\p{Ll}-]{1,20} ){0,3}`;
  const adverb = `(?:,? ?${anyOf(adverbs)})?`;
  return {
    before: new RegExp(`(?<![\\p{L}\\p{N}])${eitherCase(before)}(?:: | )${lead}(?<list>${LIST})`, 'gu'),
    after: new RegExp(`(?<list>${LIST})${adverb},? (?:${after.map(withUs).join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    paying: new RegExp(
      `(?<list>${LIST})${adverb} ${anyOf(paying)}(?![\\p{L}\\p{N}])(?<object>(?: [\\p{L}'-]{1,24}){0,3})`,
      'gu',
    ),
    keys: keysOf([...before, ...after, ...paying]),
    name: new RegExp(NAME, 'gu'),
    paid: new RegExp(wordOf(paid), 'iu'),
    joins: new RegExp(
      `^ ${anyOf([...s.prepositions, ...s.clause_heads, ...s.determiners, ...adverbs])}(?![\\p{L}])`,
      'u',
    ),
    isNoName: new RegExp(`^${anyOf(not_names)}$`, 'u'),
    group: new RegExp(`^(?:'s)? ${anyOf(groups)}(?![\\p{L}\\p{N}])`, 'u'),
  };
}

/** True for a capitalised word at the head of a sentence that texts write small elsewhere. */
function isOrdinary(name: string, start: number, sentence: Sentence, ordinary: ReadonlySet<string>): boolean {
  if (name.includes(' ')) return false;
  const isHead = /^[\s"'“„(]*$/.test(sentence.passage.text.slice(sentence.from, start));
  return isHead && ordinary.has(name.toLowerCase());
}

function namesIn(
  list: string,
  start: number,
  sentence: Sentence,
  patterns: CustomerPatterns,
  ordinary: ReadonlySet<string>,
): readonly Customer[] {
  const { text } = sentence.passage;
  return [...list.matchAll(patterns.name)].flatMap((match) => {
    const lead = /^The /.exec(match[0])?.[0].length ?? 0;
    const name = match[0].slice(lead);
    const from = start + match.index + lead;
    const behind = text.slice(from + name.length, sentence.to);
    const isName =
      !patterns.isNoName.test(name) &&
      !isOrdinary(name, from, sentence, ordinary) &&
      !(!name.includes(' ') && patterns.group.test(behind));
    return isName ? [{ name, from, to: from + name.length }] : [];
  });
}

/** The list without a last name that begins a clause of its own: "serves Acme, and Borea sells to shops". */
function withoutClause(list: string, behind: string, { joins }: CustomerPatterns): string {
  return /^ \p{Ll}/u.test(behind) && !joins.test(behind) ? list.replace(/, (?:and|or) [^,]*$/, '') : list;
}

/** The customers that a sentence names as such; `ordinary` are words that are no names at the head of a sentence. */
export function customersIn(
  sentence: Sentence,
  patterns: CustomerPatterns,
  actors: Actors,
  vocabulary: Vocabulary,
  ordinary: ReadonlySet<string>,
): readonly Customer[] {
  const slice = sentence.passage.text.slice(sentence.from, sentence.to);
  if (!hasAny(wordSet(slice), patterns.keys)) return [];
  const found = new Map<number, Customer>();
  for (const pattern of [patterns.before, patterns.after, patterns.paying]) {
    for (const match of slice.matchAll(pattern)) {
      const { list = '', object = '' } = match.groups ?? {};
      if (patterns.paid.test(object)) continue;
      const from = sentence.from + match.index;
      const cue =
        pattern === patterns.before ? { from, to: from + 1 } : { from: from + list.length, to: from + match[0].length };
      if (isDenied(sentence, cue, vocabulary) || isOpen(sentence, cue, vocabulary)) continue;
      if (
        pattern === patterns.before &&
        isAboutOther(sentence, { from, to: from + match[0].length }, actors, vocabulary)
      )
        continue;
      const start = sentence.from + match.index + match[0].indexOf(list);
      const names =
        pattern === patterns.before
          ? withoutClause(list, sentence.passage.text.slice(start + list.length, sentence.to), patterns)
          : list;
      for (const customer of namesIn(names, start, sentence, patterns, ordinary)) found.set(customer.from, customer);
    }
  }
  return [...found.values()].filter(({ name }) => !has(actors.project, name)).sort((a, b) => a.from - b.from);
}
