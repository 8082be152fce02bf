import type { MemoGrammar } from '../../model/grammar.ts';
import { toOptional } from './phrase-patterns.ts';

const TOKEN = '(?:\\p{Lu}[\\p{L}\\p{N}&.-]{0,30}|[a-z]\\p{Lu}[\\p{L}\\p{N}]{1,30})(?<![.-])';

/** The source of a pattern for one name: words with capitals, and the small ones that join them. */
export function buildNamePattern({ names }: MemoGrammar): string {
  return `${TOKEN}(?: ${toOptional(names.inner)}${TOKEN}){0,4}`;
}

/** True where both are one name, or the one told is the beginning of the one that is listed, as with a name that is cut short. */
export function isSameName(told: string, listed: string): boolean {
  return listed === told || (told.length > 2 && listed.startsWith(`${told} `));
}
