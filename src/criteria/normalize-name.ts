import type { Rubric } from '../model/rubric.ts';

/** What is left out of a name: legal forms at its end and articles at its head. */
export interface NameNoise {
  readonly forms: readonly string[];
  readonly lead: readonly string[];
}

export function listNameNoise({ statements, grammar }: Rubric): NameNoise {
  return { forms: statements.customers.forms, lead: grammar.names.lead };
}

/** A name without case, punctuation and noise, so that one organisation under two spellings is one. */
export function normalizeName(name: string, { forms, lead }: NameNoise): string {
  const endings = new Set(forms.map((form) => form.toLowerCase()));
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/'s$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  if (words.length > 1 && lead.includes(words[0] ?? '')) words.shift();
  while (words.length > 1 && endings.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}
