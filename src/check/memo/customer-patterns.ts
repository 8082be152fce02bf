import type { MemoGrammar } from '../../model/grammar.ts';
import type { StatementVocabulary } from '../../model/rubric.ts';
import { buildNamePattern } from './names.ts';
import { listBothCases, toAlternation, toOptional, toWordAlternation, WORD_END } from './phrase-patterns.ts';
import { buildPrefilter } from './prefilter.ts';

/**
 * Takes the place of each letter of the project's name: with it in a text the patterns are the same for every project and built
 * once, which takes longer than to read a memo by them. A letter of private use, so no name holds it.
 */
export const NAME_PLACEHOLDER = '\uE000';

/** What makes a customer of the names beside it. */
export interface CustomerPatterns {
  /** One name or more. */
  readonly list: RegExp;
  /** What is before such a list, up to it. */
  readonly before: RegExp;
  /** What is behind one, from it on. */
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
  /** An article before a name. */
  readonly lead: RegExp;
  /** The last name of a list, with what joins it. */
  readonly lastName: RegExp;
  /** A word for people of a trade, with a capital. */
  readonly trade: RegExp;
  /** Small words among names. */
  readonly small: RegExp;
  /** A name that owns what is before it. */
  readonly owned: RegExp;
  /** A relative clause that is not over. */
  readonly relative: RegExp;
}

/** The regular forms of a verb, or of a phrase that begins with one. */
function inflectVerb(phrase: string): readonly string[] {
  const [, verb = '', rest = ''] = /^(\S+)(.*)$/.exec(phrase) ?? [];
  const stem = verb.replace(/e$/, '');
  const isY = /[^aeiou]y$/.test(verb);
  const third = isY ? verb.replace(/y$/, 'ies') : /(?:s|x|[cs]h)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const past = isY ? verb.replace(/y$/, 'ied') : `${stem}ed`;
  return [verb, third, past, `${stem}ing`].map((form) => form + rest);
}

/** A few words in small letters. */
const upTo = (count: number) => `(?:[\\p{Ll}-]{1,20} ){0,${count}}`;

function buildCuePatterns(s: StatementVocabulary, g: MemoGrammar) {
  const { before, paying, adverbs, nouns, verbs, acts, past } = s.customers;
  const c = g.customers;
  const project = `${NAME_PLACEHOLDER}+`;
  const us = `(?:${project}|${toAlternation([...s.project, ...s.pronouns, ...c.here])})`;
  // A word within a clause: not a name, and nobody else who acts.
  const step = `(?: (?!${toAlternation(c.halts)}${WORD_END})[\\p{Ll}\\d][\\p{L}\\d'.-]{0,24})`;
  const lead = `(?:(?!${toAlternation([...s.prepositions, ...c.not_between])} )[\\p{Ll}-]{1,20} ){0,3}`;
  const adverb = `(?:,? ?${toAlternation(adverbs)})?`;
  const forms = [...verbs.flatMap(inflectVerb), ...past];
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
    `${aside} ${toAlternation(c.becomes)}${step}{0,2}? ${toAlternation(c.one_of)} ?${upTo(3)}${isNoun}`,
    `,? \\(?${toAlternation(c.apposed)} ${upTo(2)}${isNoun}`,
    ` ${toAlternation(c.ranked)} ${upTo(2)}${toAlternation(nouns)}${WORD_END}`,
  ];
  return {
    before: new RegExp(`(?<![\\p{L}\\p{N}])(?:${cuesBefore.join('|')})$`, 'u'),
    after: new RegExp(`^(?:'s?)?(?:${cuesAfter.join('|')})`, 'u'),
    paying: new RegExp(
      `^${aside}${adverb} ${toAlternation(paying)}${WORD_END}(?<object>(?: [\\p{L}'-]{1,24}){0,3})`,
      'u',
    ),
    keys: buildPrefilter([
      ...before,
      ...paying,
      ...forms,
      ...acts,
      ...nouns,
      ...s.customers.offices,
      ...c.among,
      ...c.by,
    ]),
  };
}

/** The patterns of customers, for a text with `NAME_PLACEHOLDER` in the place of the project's name. */
export function buildCustomerPatterns(s: StatementVocabulary, g: MemoGrammar): CustomerPatterns {
  const { paid, groups, not_names, adverbs, nouns, offices } = s.customers;
  const c = g.customers;
  const name = buildNamePattern(g);
  const join = `(?:,? ${toAlternation(g.names.joins)} |, | \\u00b7 )${toOptional(g.names.articles)}`;
  return {
    ...buildCuePatterns(s, g),
    list: new RegExp(`${name}(?:${join}${name}){0,9}`, 'gu'),
    speaking: new RegExp(
      `(?<![\\p{L}])${toAlternation(offices)}(?: \\p{Ll}{1,20}){0,3} ${toAlternation(c.offices_at)} ${toOptional(g.names.lead)}$`,
      'iu',
    ),
    office: new RegExp(toWordAlternation(offices.filter((word) => word === word.toUpperCase())), 'gu'),
    heading: new RegExp(
      `^(?:[\\p{L}'-]{1,20} ){0,3}${toAlternation([...nouns, ...c.headings])}(?: ${toAlternation(c.heading_ends)})?:?$`,
      'iu',
    ),
    name: new RegExp(name, 'gu'),
    paid: new RegExp(toWordAlternation(paid), 'iu'),
    joins: new RegExp(
      `^ ${toAlternation([...s.prepositions, ...s.clause_heads, ...s.determiners, ...adverbs])}(?![\\p{L}])`,
      'u',
    ),
    isNoName: new RegExp(`^(?:${toAlternation(not_names)}|\\p{Lu}\\d+s?)$`, 'u'),
    group: new RegExp(`^(?:'s)? ${toAlternation(groups)}${WORD_END}`, 'u'),
    lead: new RegExp(`^${toAlternation(listBothCases(g.names.lead))} `, 'u'),
    lastName: new RegExp(`, ${toAlternation(g.names.last_joins)} [^,]*$`, 'u'),
    trade: new RegExp(`^\\p{Lu}\\p{Ll}+${toAlternation(g.names.trades)}$`, 'u'),
    small: new RegExp(` ${toAlternation(g.names.small)} `, 'gu'),
    owned: new RegExp(`(?: ${toAlternation(g.names.of)}|'s) \\p{Lu}`, 'u'),
    relative: new RegExp(`(?:^|[^\\p{L}])${toAlternation(c.relatives)} (?:\\p{Ll}+ ){0,4}$`, 'u'),
  };
}
