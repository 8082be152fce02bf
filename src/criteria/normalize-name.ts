import { rememberByObject } from '../model/remember.ts';
import type { Rubric } from '../model/rubric.ts';

/** What is left out of a name: legal forms at its end and articles at its head. */
export interface NameNoise {
  readonly forms: readonly string[];
  readonly lead: readonly string[];
}

export function listNameNoise({ statements, grammar }: Rubric): NameNoise {
  return { forms: statements.customers.forms, lead: grammar.names.lead };
}

/** The forms in lower case. */
const listEndings = rememberByObject(
  (forms: readonly string[]): ReadonlySet<string> => new Set(forms.map((form) => form.toLowerCase())),
);

/** A name without case, punctuation and noise, so that one organisation under two spellings is one. */
export function normalizeName(name: string, { forms, lead }: NameNoise): string {
  const endings = listEndings(forms);
  const bare = forms.length === 0 ? name : name.replace(/\([^()]*\)/g, ' ');
  const words = (bare.trim() === '' ? name : bare)
    .normalize('NFKC')
    .toLowerCase()
    // `S.A.` is one word.
    .replace(/(?<=(?<!\p{L})\p{L}{1,2})\.(?=\p{L}{1,2}(?!\p{L}))/gu, '')
    .replace(/'s$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  if (words.length > 1 && lead.includes(words[0] ?? '')) words.shift();
  while (words.length > 1 && endings.has(words.at(-1) ?? '')) words.pop();
  while (words.length > 2 && endings.has(words.slice(-2).join(' '))) words.splice(-2);
  return words.join(' ');
}

/** True for a word in letters of two scripts that look alike, such as a Latin name with a Cyrillic letter in it. */
export function mixesScripts(name: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
  return name
    .normalize('NFKC')
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => scripts.filter((script) => script.test(word)).length > 1);
}

/**
 * A name as words by which organisations on one list are told apart: without `www.` and the ending of a domain, and with letters
 * that stand apart in one word.
 */
export function normalizeOrganisation(name: string, noise: NameNoise): readonly string[] {
  const bare = name
    .trim()
    .replace(/^www\.|(?<=^\S{1,60})\.\p{L}{2,6}$/giu, '')
    .replace(/[&+]/g, ' and ');
  const words = normalizeName(bare, noise).split(' ');
  return words.length > 2 && words.every((word) => word.length === 1) ? [words.join('')] : words;
}

const listKnownNames = rememberByObject(
  (names: readonly string[]) => new Set(names.map((name) => normalizeName(name, { forms: [], lead: [] }))),
);

/** True for a name that says that its bearer is inside crypto: that of a known firm or network, of the project itself, or with a telling word. */
export function readsInsideCrypto(name: string, project: string, rubric: Rubric): boolean {
  const { names, words } = rubric.statements.customers.inside_crypto;
  const noise = listNameNoise(rubric);
  const own = normalizeName(name, noise);
  const withoutAffixes = (text: string) =>
    text
      .split(' ')
      .filter((word, at) => at === 0 || !rubric.hosts.name_affixes.includes(word))
      .join(' ');
  const bare = withoutAffixes(own);
  const known = listKnownNames(names);
  return (
    own.split(' ').some((word) => words.includes(word)) ||
    known.has(own) ||
    known.has(bare) ||
    (bare !== '' && bare === withoutAffixes(normalizeName(project, noise)))
  );
}

const toPlainName = (text: string) => ` ${normalizeName(text, { forms: [], lead: [] })} `;

const toPlainNames = rememberByObject((words: readonly string[]) =>
  words.map((word) => ({ word, plain: toPlainName(word) })),
);

/** True where a customer is told of and not named: nobody could ask it. */
export function isUnnamed(name: string, { statements }: Rubric): boolean {
  const { leads, words, nouns } = statements.customers.unnamed;
  const parts = name
    .normalize('NFKC')
    .trim()
    .split(/[\s,]+/);
  const [first = '', ...rest] = parts;
  const [second = ''] = rest;
  const isNoun = (word: string) => nouns.includes(word.toLowerCase());
  const whole = toPlainName(name);
  const isHidden = toPlainNames(words).some(({ word, plain }) => {
    if (!whole.includes(plain)) return false;
    // One word may be a part of a name, as in "Anonymous Content".
    return /[\s\d]/.test(word) || !rest.some((part) => /^\p{Lu}/u.test(part) && toPlainName(part) !== plain);
  });
  return (
    !/[\p{L}\p{N}].*[\p{L}\p{N}]|\p{Script=Han}/u.test(name) ||
    isHidden ||
    (leads.includes(first.toLowerCase()) && /^\p{Ll}/u.test(second)) ||
    (isNoun(first) && (rest.length === 0 || (rest.length === 1 && /^#?(?:\d{1,3}|\p{L}|[IVX]+)$/u.test(second)))) ||
    (isNoun(parts.at(-1) ?? '') && rest.every((part) => /^\p{Ll}/u.test(part))) ||
    mixesScripts(name)
  );
}
