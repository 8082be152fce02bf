import type { StatementVocabulary } from '../../model/rubric.ts';
import { NAME } from './names.ts';
import { toAlternation, toWordAlternation } from './phrase-patterns.ts';
import { buildPrefilter } from './prefilter.ts';

/**
 * Stands for each letter of the project's name: with it in a text the patterns are the same for every project and put together once,
 * which takes longer than to read a memo by them. A letter of private use, so no name holds it.
 */
export const NAME_PLACEHOLDER = '\uE000';

/** What makes a customer of the names beside it. */
export interface CustomerPatterns {
  /** One name or more. */
  readonly list: RegExp;
  /** What stands before such a list, up to it. */
  readonly before: RegExp;
  /** What stands behind one, from it on. */
  readonly after: RegExp;
  /** The same for payments of any sum; the group `object` is what is paid, or who. */
  readonly paying: RegExp;
  /** The office of somebody who is quoted. */
  readonly speaking: RegExp;
  /** The offices that are written with capitals. */
  readonly office: RegExp;
  /** A heading, a lead-in or the head of a column or row under which customers are named. */
  readonly heading: RegExp;
  /** Words without one of which no cue is there. */
  readonly keys: ReadonlySet<string>;
  readonly name: RegExp;
  readonly paid: RegExp;
  readonly isNoName: RegExp;
  readonly group: RegExp;
  /** What goes on with the sentence behind a list. */
  readonly joins: RegExp;
}

const JOIN = '(?:,? (?:and|or|&|as well as) |, | \u00b7 )(?:the |an? (?:certain )?)?';
const LIST = `${NAME}(?:${JOIN}${NAME}){0,9}`;
const END = '(?![\\p{L}\\p{N}])';
/** A word within a clause: no name, and nobody else who acts. */
const STEP = `(?: (?!(?:we|you|they|he|she|who|which|whose|what|whom|than|because|but|while|if|when)${END})[\\p{Ll}\\d][\\p{L}\\d'.-]{0,24})`;

/** A phrase in small letters or with a capital, since a cue may open a sentence. */
function toEitherCase(phrases: readonly string[]): string {
  return toAlternation(phrases.flatMap((phrase) => [phrase, phrase.charAt(0).toUpperCase() + phrase.slice(1)]));
}

/** The regular forms of a verb, or of a phrase that begins with one. */
function inflectVerb(phrase: string): readonly string[] {
  const [, verb = '', rest = ''] = /^(\S+)(.*)$/.exec(phrase) ?? [];
  const stem = verb.replace(/e$/, '');
  const isY = /[^aeiou]y$/.test(verb);
  const third = isY ? verb.replace(/y$/, 'ies') : /(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const past = isY ? verb.replace(/y$/, 'ied') : `${stem}ed`;
  return [verb, third, past, `${stem}ing`].map((form) => form + rest);
}

/** @param s of the rubric; the project's own name is `SELF` in a text that these are held against. */
export function buildCustomerPatterns(s: StatementVocabulary): CustomerPatterns {
  const { before, paying, paid, groups, not_names, adverbs, nouns, verbs, acts, offices } = s.customers;
  const us = `(?:${NAME_PLACEHOLDER}+|${toAlternation([...s.project, ...s.pronouns, 'here'])})`;
  const lead = `(?:(?!${toAlternation([...s.prepositions, 'and', 'that', 'to', 'who', 'which'])} )[\\p{Ll}-]{1,20} ){0,3}`;
  const adverb = `(?:,? ?${toAlternation(adverbs)})?`;
  const forms = [...verbs.flatMap(inflectVerb), ...s.customers.past];
  const noun = `(?:[\\p{Ll}-]{1,20} ){0,3}${toEitherCase(nouns)}`;
  const aside = '(?:,? \\(?[^,;.()]{1,48}[,)])?';
  const joined = [
    `(?:, (?:among them|including|e\\.g\\.)|:| \\(|,| [\\u2013\\u2014]| (?:is|are|was|were|include|includes|like|named|called|such as|range from))(?: (?:now|today|already))? (?:the likes of )?`,
  ].join('');
  const of = `(?: (?:of (?:ours|its|${NAME_PLACEHOLDER}+)|(?:we|they) have))?`;
  return {
    list: new RegExp(LIST, 'gu'),
    before: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${toEitherCase(before)}(?:: | )${lead}|${noun}${of}${joined.replace('| \\(', '')}${lead}(?:the |an? )?|${noun}${of} \\((?:the )?|${toEitherCase(['among'])} [^.;,]{1,40} (?:is|are) (?:the |an? )?|${toEitherCase(s.customers.past.concat(verbs.flatMap(inflectVerb)).filter((form) => /(?:ed|en|t|d)$/.test(form.split(' ')[0] ?? '')))}${STEP}{0,3} by (?:the |teams at |the likes of )?)$`,
      'u',
    ),
    after: new RegExp(
      `^(?:'s?)?(?:${aside}${STEP}{0,6}? ${toAlternation(forms)}${STEP}{0,5}?,? ${us}${END}|${adverb} ${toAlternation(acts)}${END}|${aside} (?:is|are|was|were|became|become|has become|have become|remains|joined us as|signed up as)${STEP}{0,2}? (?:an?|our|its|the|one of (?:our|its|the)|among (?:our|its|the|those who pay)) ?(?:[\\p{Ll}-]{1,20} ){0,3}${toAlternation(nouns)}${END}(?! of \\p{Lu})|,? \\(?(?:an?|our|its|one of (?:our|its)) (?:[\\p{Ll}-]{1,20} ){0,2}${toAlternation(nouns)}${END}(?! of \\p{Lu})| among (?:our|its|the) (?:[\\p{Ll}-]{1,20} ){0,2}${toAlternation(nouns)}${END}| for being (?:an?|our) (?:[\\p{Ll}-]{1,20} ){0,2}${toAlternation(nouns)}${END})`,
      'u',
    ),
    paying: new RegExp(`^${aside}${adverb} ${toAlternation(paying)}${END}(?<object>(?: [\\p{L}'-]{1,24}){0,3})`, 'u'),
    speaking: new RegExp(
      `(?<![\\p{L}])${toAlternation(offices)}(?: \\p{Ll}{1,20}){0,3} (?:of|at|for|with) (?:the )?$`,
      'iu',
    ),
    office: new RegExp(toWordAlternation(offices.filter((word) => word === word.toUpperCase())), 'gu'),
    heading: new RegExp(
      `^(?:[\\p{L}'-]{1,20} ){0,3}(?:${toAlternation([...nouns, 'trusted by', 'used by', 'case study', 'case studies'])})(?: (?:today|so far|named|in production|who pay))?:?$`,
      'iu',
    ),
    keys: buildPrefilter([...before, ...paying, ...forms, ...acts, ...nouns, ...offices, 'among', 'by']),
    name: new RegExp(NAME, 'gu'),
    paid: new RegExp(toWordAlternation(paid), 'iu'),
    joins: new RegExp(
      `^ ${toAlternation([...s.prepositions, ...s.clause_heads, ...s.determiners, ...adverbs])}(?![\\p{L}])`,
      'u',
    ),
    isNoName: new RegExp(`^(?:${toAlternation(not_names)}|\\p{Lu}\\d+s?)$`, 'u'),
    group: new RegExp(`^(?:'s)? ${toAlternation(groups)}(?![\\p{L}\\p{N}])`, 'u'),
  };
}
