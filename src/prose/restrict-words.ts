import type { Rubric } from '../model/rubric.ts';

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

function restrict(value: unknown, trigrams: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value
      .filter((entry) => typeof entry !== 'string' || mayOccur(entry, trigrams))
      .map((entry) => restrict(entry, trigrams));
  const entries = Object.entries(value);
  // Numbers by word, such as `dozen: 12`.
  const isOfWords = entries.every(([, entry]) => typeof entry === 'number');
  return Object.fromEntries(
    entries
      .filter(([key]) => !isOfWords || mayOccur(key, trigrams))
      .map(([key, entry]) => [key, WHOLE_LISTS.includes(key) ? entry : restrict(entry, trigrams)]),
  );
}

/**
 * The lists without the phrases that cannot occur in any of the texts, so that a pattern built from them finds the same there
 * and takes a fraction of the time to compile.
 */
export function restrictWords({ statements, grammar }: PhraseLists, texts: readonly string[]): PhraseLists {
  const trigrams = collectTrigrams(texts);
  const { reach, agreement, ...words } = grammar;
  return {
    statements: restrict(statements, trigrams) as PhraseLists['statements'],
    grammar: { ...(restrict(words, trigrams) as typeof words), reach, agreement },
  };
}
