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
/** A name behind one of these is a place, an author or a part, and no party. */
const NO_PARTY = /(?:^|[^\p{L}])(?:in|of|from|by|since)(?: the)? $/iu;
/** Behind these, a name is held against whoever the figure is about. */
const AGAINST =
  /(?:^|[^\p{L}])(?:than|unlike|of what|against|versus|vs\.?|undercuts?|beats?|over|as)(?: the| that of)? $/iu;
/** What may stand between a figure and the party that it is told of: "95 ms at Amazon", "90 cents on average here". */
const TO_OWNER = /^,? ?(?:\p{Ll}[\p{L}-]{0,20} ){0,4}?(?:at|on|with|from|for|through|via)(?: the)? $/u;
const TO_HERE = /^ (?:\p{Ll}[\p{L}-]{0,20} ){0,2}$/u;
/** A party that an earlier figure is told of, as in "95 ms at Amazon, and 180 here". */
const TAKEN = /\d[^\d;.]{0,30}(?:at|on|with|from|for) $/u;
/** Words that make a `we` the writer's and not the project's. */
const WRITER = /(?:^|[^\p{L}])(?:why|that|whether|who|which)(?![\p{L}])|n't(?![\p{L}])|cannot/u;

/** The parties of a memo by the words of their names. */
export class Parties {
  readonly #byWord = new Map<string, string>();

  /** @param name of the project; `us` are the words that stand for it wherever a figure is told. */
  constructor(name: string, us: readonly string[]) {
    for (const word of us) this.#byWord.set(word.toLowerCase(), PROJECT);
    const [first = ''] = name.match(WORD) ?? [];
    if (first.length > 2) this.#byWord.set(first.toLowerCase(), PROJECT);
  }

  /** Takes in a name; a word that is known already keeps its party. */
  add(name: string, vocabulary: Vocabulary): string | null {
    const [lead = ''] = name.split(/[,(]/);
    const words = (lead.match(WORD) ?? []).filter(
      (word) =>
        NAMED.test(word) && word.length > 1 && !vocabulary.customers.isNoName.test(word) && !/^\p{Lu}\d+$/u.test(word),
    );
    const [first] = words;
    if (first === undefined || vocabulary.ordinary.has(first.toLowerCase())) return null;
    const party = this.#byWord.get(first.toLowerCase()) ?? first.toLowerCase();
    for (const word of words) {
      const lower = word.toLowerCase();
      if (!this.#byWord.has(lower) && !vocabulary.ordinary.has(lower)) this.#byWord.set(lower, party);
    }
    return party;
  }

  /** Takes in the names that the note of a comparison holds side by side. */
  addFrom(note: string, vocabulary: Vocabulary): void {
    for (const match of note.matchAll(vocabulary.customers.name)) {
      const isHead = match.index === 0 || /[.;:] $/.test(note.slice(0, match.index));
      const [first = ''] = match[0].split(' ');
      if (NO_PARTY.test(note.slice(0, match.index)) || /\d/.test(first) || first.length < 3) continue;
      if (!isHead || !vocabulary.ordinary.has(first.toLowerCase())) this.add(match[0], vocabulary);
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
    return [...text.slice(from, to).matchAll(WORD)].flatMap((match): readonly PartyMention[] => {
      const [word] = match;
      const party = this.#byWord.get(word.toLowerCase());
      if (party === undefined || (party !== PROJECT && !NAMED.test(word))) return [];
      const start = from + match.index;
      if (/^we$/i.test(word) && WRITER.test(text.slice(Math.max(from, start - 24), start + 24))) return [];
      return [{ from: start, to: start + word.length, party }];
    });
  }

  /** The party that the figure at `at` is told of; null where the sentence leaves it open. */
  ownerOf(text: string, sentence: PassageSpan, at: PassageSpan): string | null {
    const mentions = this.mentionsIn(text, sentence);
    const inside = mentions.find((mention) => isWithin(mention, at));
    if (inside !== undefined) return inside.party;
    const behind = mentions.find(({ from }) => from >= at.to);
    if (behind !== undefined) {
      const gap = text.slice(at.to, behind.from);
      const isHere = text.slice(behind.from, behind.to).toLowerCase() === 'here';
      if (TO_OWNER.test(gap) || (isHere && TO_HERE.test(gap))) return behind.party;
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
    const before = mentions.findLast(({ from, to }) => {
      const lead = text.slice(Math.max(sentence.from, from - 48), from);
      const isOwn = /^(?:'s)? (?:the )?$/.test(text.slice(to, at.from));
      return to <= at.from && !TAKEN.test(lead) && (isOwn || !AGAINST.test(lead));
    });
    return before?.party ?? null;
  }

  /** The party that the figure is held against: "than Amazon", "as expensive as ours", "of what Wasabi charges". */
  objectOf(text: string, sentence: PassageSpan, at: PassageSpan): string | null {
    const behind = this.mentionsIn(text, sentence).find(({ from }) => from >= at.to - 1);
    if (behind === undefined) return null;
    const gap = text.slice(Math.max(0, at.to - 1), behind.from);
    const isNear =
      /^[^.;:]{0,48}$/.test(gap) && /(?:^|[^\p{L}])(?:than|as|of|what|that|times|at)(?: \p{Ll}+){0,2} $/u.test(gap);
    return isNear || gap.trim().length <= 1 ? behind.party : null;
  }
}
