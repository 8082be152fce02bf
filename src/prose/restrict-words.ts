import type { Rubric } from '../model/rubric.ts';
import { buildPrefilter, hasAny, toWordSet } from './phrase-patterns.ts';

/** The words of a rubric that patterns are built from. */
type PhraseLists = Pick<Rubric, 'statements' | 'grammar'>;

/** Lists that stay whole: ids, words that are inflected before they are looked for, and what is compared with words of the rubric too. */
const WHOLE_LISTS = ['about', 'roles', 'verbs', 'works', 'participles', 'articles', 'article_ranges', 'citations'];

const LETTERS = 3;

/** Every run of three characters, in small letters; a long s counts as an s, as it does where case is ignored. */
function collectTrigrams(texts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of texts) {
    const plain = text.toLowerCase().replaceAll('\u017f', 's');
    for (let at = 0; at + LETTERS <= plain.length; at += 1) found.add(plain.slice(at, at + LETTERS));
  }
  return found;
}

/** False only where a part between blanks, or around a placeholder in braces, has characters that no text has in a row. */
function mayOccur(phrase: string, trigrams: ReadonlySet<string>): boolean {
  return phrase
    .toLowerCase()
    .split(/\s+|\{\w+\}/)
    .every((part) => {
      for (let at = 0; at + LETTERS <= part.length; at += 1)
        if (!trigrams.has(part.slice(at, at + LETTERS))) return false;
      return true;
    });
}

/** False for a phrase, of the list under a key, that no text can have. */
type Occurrence = (phrase: string, key?: string) => boolean;

function restrict(value: unknown, occurs: Occurrence, under = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value
      .filter((entry) => typeof entry !== 'string' || occurs(entry, under))
      .map((entry) => restrict(entry, occurs));
  const entries = Object.entries(value);
  // Numbers by word, such as `dozen: 12`.
  const isOfWords = entries.every(([, entry]) => typeof entry === 'number');
  return Object.fromEntries(
    entries
      .filter(([key]) => !isOfWords || occurs(key))
      .map(([key, entry]) => [key, WHOLE_LISTS.includes(key) ? entry : restrict(entry, occurs, key)]),
  );
}

/**
 * The lists without the phrases that cannot occur in any of the texts, so that a pattern built from them finds the same there
 * and takes a fraction of the time to compile. `occurs` tells the same of words that are made of those of a whole list.
 */
export function restrictWords(
  { statements, grammar }: PhraseLists,
  texts: readonly string[],
): PhraseLists & { readonly occurs: Occurrence } {
  const trigrams = collectTrigrams(texts);
  const words = toWordSet(texts.join('\n'));
  const occurs: Occurrence = (phrase, key) => {
    if (!mayOccur(phrase, trigrams)) return false;
    // A wording is looked for only where its longest word is, if it has one besides its groups.
    if (key !== 'wordings') return true;
    const longest = buildPrefilter([phrase]);
    return longest.size === 0 || hasAny(words, longest);
  };
  const { reach, agreement, ...rest } = grammar;
  return {
    statements: restrict(statements, occurs) as PhraseLists['statements'],
    grammar: { ...(restrict(rest, occurs) as typeof rest), reach, agreement },
    occurs,
  };
}
