import { type CustomerPatterns, SELF } from './customer-patterns.ts';
import { hasAny, wordSet } from './keys.ts';
import type { Stretch } from './passage.ts';
import { has } from './pattern.ts';
import { type Actors, isAboutOther, isDenied, isOpen, type Sentence } from './stance.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A name that a text gives to a customer. */
export interface Customer extends Stretch {
  readonly name: string;
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

/** The customers that a sentence names as such. */
export function customersIn(sentence: Sentence, actors: Actors, vocabulary: Vocabulary): readonly Customer[] {
  const { customers: patterns } = vocabulary;
  const { ordinary } = actors;
  const said = sentence.passage.text.slice(sentence.from, sentence.to);
  if (!hasAny(wordSet(said), patterns.keys)) return [];
  const slice = said.replace(actors.name, (name) => SELF.repeat(name.length));
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
