/** One name: words with capitals, and the small ones that join them. */
const TOKEN = '(?:\\p{Lu}[\\p{L}\\p{N}&.-]{0,30}|[a-z]\\p{Lu}[\\p{L}\\p{N}]{1,30})(?<![.-])';
export const NAME = `${TOKEN}(?: (?:(?:of|de|du|la|van|von|for|&) )?${TOKEN}){0,4}`;

/** A name without case, punctuation and the given legal forms, so that one organisation under two spellings is one. */
export function normalizeName(name: string, forms: readonly string[]): string {
  const endings = new Set(forms.map((form) => form.toLowerCase()));
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/'s$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  if (words[0] === 'the') words.shift();
  while (words.length > 1 && endings.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** True where both are one name, or the one told is the beginning of the one that is listed, as with a name that is cut short. */
export function isSameName(told: string, listed: string): boolean {
  return listed === told || (told.length > 2 && listed.startsWith(`${told} `));
}
