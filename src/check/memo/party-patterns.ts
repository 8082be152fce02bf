import type { MemoGrammar } from '../../model/grammar.ts';
import { toAlternation, toOptional } from './phrase-patterns.ts';

/** What the words beside a name say of whose a figure is. */
export interface PartyPatterns {
  /** A name behind this is a place, an author or a part, and not a party. */
  readonly place: RegExp;
  /** A name behind this is what the figure is compared with, whoever's it is. */
  readonly against: RegExp;
  /** What may be between a figure and its party: "95 ms at Amazon", "90 cents on average here". */
  readonly toOwner: RegExp;
  readonly toHere: RegExp;
  /** A party that an earlier figure belongs to, as in "95 ms at Amazon, and 180 here". */
  readonly taken: RegExp;
  /** What makes a `we` the writer's and not the project's. */
  readonly writer: RegExp;
  readonly we: RegExp;
  readonly here: RegExp;
  /** What is between a party and a figure of its own. */
  readonly own: RegExp;
  /** What is between a figure and what it is compared with. */
  readonly toObject: RegExp;
}

export function buildPartyPatterns({ parties: g, reach }: MemoGrammar): PartyPatterns {
  const start = '(?:^|[^\\p{L}])';
  const few = (most: number) => `(?:\\p{Ll}[\\p{L}-]{0,20} ){0,${most}}?`;
  return {
    place: new RegExp(`${start}${toAlternation(g.places)} $`, 'iu'),
    against: new RegExp(`${start}${toAlternation(g.against)} ${toOptional(g.against_leads)}$`, 'iu'),
    toOwner: new RegExp(`^,? ?${few(4)}${toAlternation(g.owners)} ${toOptional(g.owners_leads)}$`, 'u'),
    toHere: new RegExp(`^ ${few(2)}$`, 'u'),
    taken: new RegExp(`\\d[^\\d;.]{0,30}${toAlternation(g.taken)} $`, 'u'),
    writer: new RegExp(
      `${start}${toAlternation(g.writers)}(?![\\p{L}])|${toAlternation(g.writers_endings)}(?![\\p{L}])`,
      'u',
    ),
    we: new RegExp(`^${toAlternation(g.we)}$`, 'i'),
    here: new RegExp(`^${toAlternation(g.here)}$`, 'i'),
    own: new RegExp(`^(?:'s)? ${toOptional(g.own)}$`),
    toObject: new RegExp(
      `^(?=[^.;:]{0,${reach.object}}$).*${start}${toAlternation(g.objects)}(?: \\p{Ll}+){0,2} $`,
      'su',
    ),
  };
}
