import type { Statements, StrongFamily } from '../model/rubric.ts';
import { keysOf } from './keys.ts';
import { anyOf, finder, wordOf } from './pattern.ts';

/** The words of one family, made ready to be looked for. */
export interface StrongPattern {
  readonly family: StrongFamily;
  readonly words: RegExp;
  /** Words without one of which none of them is there. */
  readonly keys: ReadonlySet<string>;
  /** Beside these they are terms of a trade; null where there are none. */
  readonly notWith: RegExp | null;
}

const THING = '{thing}';

export function strongPatterns(statements: Statements): readonly StrongPattern[] {
  const { strong, things, counts, customers, others, determiners, prepositions, clause_heads } = statements;
  // What stands between belongs to the thing: no new phrase begins there, and no others are named.
  const many = others.filter((word) => word.endsWith('s'));
  const parting = wordOf([...determiners, ...prepositions, ...clause_heads, ...many]);
  // "The largest cloud providers" are not the largest cloud.
  const alone = `(?! ${anyOf([...counts, ...customers.groups, ...many])}(?![\\p{L}\\p{N}]))`;
  const thing = `(?:(?!${parting})[\\p{L}\\p{N}-]{1,24} ){0,2}${anyOf(things)}(?![\\p{L}\\p{N}])${alone}`;
  return strong.map((family) => {
    const plain = family.wordings.filter((wording) => !wording.includes(THING));
    const open = family.wordings
      .filter((wording) => wording.includes(THING))
      .map((wording) => `${anyOf([wording.replace(THING, '')])} ${thing}`);
    const source = [wordOf(plain), ...open.map((wording) => `(?<![\\p{L}\\p{N}])${wording}`)].join('|');
    return {
      family,
      words: new RegExp(source, 'giu'),
      keys: keysOf(family.wordings),
      notWith: family.not_with.length === 0 ? null : finder(family.not_with),
    };
  });
}
