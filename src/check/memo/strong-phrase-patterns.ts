import type { StatementVocabulary, StrongWording } from '../../model/rubric.ts';
import { compilePhrases, toAlternation, toWordAlternation } from './phrase-patterns.ts';
import { buildPrefilter } from './prefilter.ts';

/** The words of one family, made ready to be looked for. */
export interface StrongPhrasePattern {
  readonly family: StrongWording;
  readonly words: RegExp;
  /** Words without one of which none of them is there. */
  readonly keys: ReadonlySet<string>;
  /** Beside these they are terms of a trade; null where there are none. */
  readonly notWith: RegExp | null;
}

const THING_PLACEHOLDER = '{thing}';

export function buildStrongPhrasePatterns(statements: StatementVocabulary): readonly StrongPhrasePattern[] {
  const { strong, things, counts, customers, others, determiners, prepositions, clause_heads } = statements;
  // What stands between belongs to the thing: no new phrase begins there, and no others are named.
  const many = others.filter((word) => word.endsWith('s'));
  const parting = toWordAlternation([...determiners, ...prepositions, ...clause_heads, ...many]);
  // "The largest cloud providers" are not the largest cloud.
  const alone = `(?! ${toAlternation([...counts, ...customers.groups, ...many])}(?![\\p{L}\\p{N}]))`;
  const thing = `(?:(?!${parting})[\\p{L}\\p{N}-]{1,24} ){0,2}${toAlternation(things)}(?![\\p{L}\\p{N}])${alone}`;
  return strong.map((family) => {
    const plain = family.wordings.filter((wording) => !wording.includes(THING_PLACEHOLDER));
    const open = family.wordings
      .filter((wording) => wording.includes(THING_PLACEHOLDER))
      .map((wording) => `${toAlternation([wording.replace(THING_PLACEHOLDER, '')])} ${thing}`);
    const source = [toWordAlternation(plain), ...open.map((wording) => `(?<![\\p{L}\\p{N}])${wording}`)].join('|');
    return {
      family,
      words: new RegExp(source, 'giu'),
      keys: buildPrefilter(family.wordings),
      notWith: family.not_with.length === 0 ? null : compilePhrases(family.not_with),
    };
  });
}
