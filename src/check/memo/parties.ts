import { isWithin, type PassageSpan } from './passage.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Stands for the project among the parties. */
export const PROJECT = 'project';

/** A place at which a text names the project or somebody that it is held against. */
export interface PartyMention extends PassageSpan {
  readonly party: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}.&-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu;
const NAMED = /^\p{Lu}|^\p{Ll}\p{Lu}/u;
/** The parties of a memo by the words of their names. */
export class Parties {
  readonly #byWord = new Map<string, string>();

  readonly #vocabulary: Vocabulary;

  /** @param name of the project. */
  constructor(name: string, vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    for (const word of vocabulary.statements.us) this.#byWord.set(word.toLowerCase(), PROJECT);
    const [first = ''] = name.match(WORD) ?? [];
    if (first.length > 2) this.#byWord.set(first.toLowerCase(), PROJECT);
  }

  /** Takes in a name; a word that is known already keeps its party. */
  add(name: string): string | null {
    const { customers, ordinary } = this.#vocabulary;
    const [lead = ''] = name.split(/[,(]/);
    const words = (lead.match(WORD) ?? []).filter(
      (word) => NAMED.test(word) && word.length > 1 && !customers.isNoName.test(word) && !/^\p{Lu}\d+$/u.test(word),
    );
    const [first] = words;
    if (first === undefined || ordinary.has(first.toLowerCase())) return null;
    const party = this.#byWord.get(first.toLowerCase()) ?? first.toLowerCase();
    for (const word of words) {
      const lower = word.toLowerCase();
      if (!this.#byWord.has(lower) && !ordinary.has(lower)) this.#byWord.set(lower, party);
    }
    return party;
  }

  /** Takes in the names that the note of a comparison holds side by side. */
  addFrom(note: string): void {
    const { customers, ordinary, parties } = this.#vocabulary;
    for (const match of note.matchAll(customers.name)) {
      const isHead = match.index === 0 || /[.;:] $/.test(note.slice(0, match.index));
      const [first = ''] = match[0].split(' ');
      if (parties.place.test(note.slice(0, match.index)) || /\d/.test(first) || first.length < 3) continue;
      if (!isHead || !ordinary.has(first.toLowerCase())) this.add(match[0]);
    }
  }

  /** The party by a side's name; null stands for the project. A side without a name of its own is told by what it is called. */
  of(name: string | null): string {
    if (name === null) return PROJECT;
    const [lead = ''] = name.split(/[,(]/);
    const known = (lead.match(WORD) ?? []).map((word) => this.#byWord.get(word.toLowerCase()));
    return known.find((party) => party !== undefined && party !== PROJECT) ?? name;
  }

  mentionsIn(text: string, { from, to }: PassageSpan): readonly PartyMention[] {
    const { parties, grammar } = this.#vocabulary;
    const near = grammar.reach.writer;
    return [...text.slice(from, to).matchAll(WORD)].flatMap((match): readonly PartyMention[] => {
      const [word] = match;
      const party = this.#byWord.get(word.toLowerCase());
      if (party === undefined || (party !== PROJECT && !NAMED.test(word))) return [];
      const start = from + match.index;
      if (parties.we.test(word) && parties.writer.test(text.slice(Math.max(from, start - near), start + near)))
        return [];
      return [{ from: start, to: start + word.length, party }];
    });
  }

  /** The party that the figure at `at` is told of; null where the sentence leaves it open. */
  ownerOf(text: string, sentence: PassageSpan, at: PassageSpan): string | null {
    const { parties } = this.#vocabulary;
    const mentions = this.mentionsIn(text, sentence);
    const inside = mentions.find((mention) => isWithin(mention, at));
    if (inside !== undefined) return inside.party;
    const behind = mentions.find(({ from }) => from >= at.to);
    if (behind !== undefined) {
      const gap = text.slice(at.to, behind.from);
      const isHere = parties.here.test(text.slice(behind.from, behind.to));
      if (parties.toOwner.test(gap) || (isHere && parties.toHere.test(gap))) return behind.party;
    }
    return this.subjectOf(text, sentence, at, mentions);
  }

  /** The last party before `at` that nobody is held against and that no other figure is told of. */
  subjectOf(
    text: string,
    sentence: PassageSpan,
    at: PassageSpan,
    mentions: readonly PartyMention[] = this.mentionsIn(text, sentence),
  ): string | null {
    const { parties, grammar } = this.#vocabulary;
    const before = mentions.findLast(({ from, to }) => {
      const lead = text.slice(Math.max(sentence.from, from - grammar.reach.against), from);
      const isOwn = parties.own.test(text.slice(to, at.from));
      return to <= at.from && !parties.taken.test(lead) && (isOwn || !parties.against.test(lead));
    });
    return before?.party ?? null;
  }

  /** The party that the figure is held against: "than Amazon", "as expensive as ours", "of what Wasabi charges". */
  objectOf(text: string, sentence: PassageSpan, at: PassageSpan): string | null {
    const behind = this.mentionsIn(text, sentence).find(({ from }) => from >= at.to - 1);
    if (behind === undefined) return null;
    const gap = text.slice(Math.max(0, at.to - 1), behind.from);
    return this.#vocabulary.parties.toObject.test(gap) || gap.trim().length <= 1 ? behind.party : null;
  }
}
