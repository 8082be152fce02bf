/** One name: words with capitals, and the small ones that join them. */
const TOKEN = '(?:\\p{Lu}[\\p{L}\\p{N}&.-]{0,30}|[a-z]\\p{Lu}[\\p{L}\\p{N}]{1,30})(?<![.-])';
export const NAME = `${TOKEN}(?: (?:(?:of|de|du|la|van|von|for|&) )?${TOKEN}){0,4}`;

/** A name without case, punctuation and the given legal forms, so that one organisation under two spellings is one. */
export function plainName(name: string, forms: readonly string[]): string {
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

/** True where both are one name, or one is the beginning of the other, as with a name that is cut short. */
export function isSameName(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long === short || (short.length > 2 && long.startsWith(`${short} `));
}
