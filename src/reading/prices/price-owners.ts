import type { QuestionQuote } from '../../model/reading.ts';
import { Parties, type PartyMention, PROJECT } from '../../prose/parties.ts';
import type { PassageSpan } from '../../prose/passage.ts';
import {
  buildNamePattern,
  findMatches,
  hasMatch,
  listBothCases,
  toAlternation,
  toOptional,
} from '../../prose/phrase-patterns.ts';
import { type Sentence, sliceSentence } from '../../prose/sentences.ts';
import { type Actors, identifyActors, isAboutOther } from '../../prose/stance.ts';
import { getVocabulary, type Vocabulary } from '../../prose/vocabulary.ts';
import type { SectionKind } from '../document-prose.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { PricePatterns } from './price-patterns.ts';

/** Whose a price is. */
export interface PriceOwner {
  readonly whose: QuestionQuote['whose'];
  /** The name of a rival, as written in the document; null for the project and if none is named. */
  readonly party: string | null;
  /** What is said of the party, by which one of its offers is told from the others. */
  readonly said: string;
}

interface PricePlace {
  readonly sentence: Sentence;
  readonly at: PassageSpan;
  readonly section: SectionKind | null;
  /** The short line or the heading above a table. */
  readonly caption: string;
}

/** Tells whose the prices of one case are. */
export class PriceOwners {
  readonly #vocabulary: Vocabulary;
  readonly #patterns: PricePatterns;
  readonly #parties: Parties;
  readonly #actors: Actors;
  readonly #isUnnamed: boolean;
  /** A name behind a word of comparison or of place: "than Acme", "on Acme". */
  readonly #cued: RegExp;
  readonly #label: RegExp;

  constructor({ name, rubric }: ReadingContext, patterns: PricePatterns) {
    this.#vocabulary = getVocabulary(rubric);
    this.#patterns = patterns;
    const project = name ?? '';
    this.#isUnnamed = project === '';
    this.#parties = new Parties(project, this.#vocabulary);
    this.#actors = identifyActors(
      project === '' ? 'The project' : project,
      rubric.statements,
      this.#vocabulary.ordinary,
    );
    const { statements: s, grammar: g } = rubric;
    const named = buildNamePattern(g);
    const cues = toAlternation([...s.against, ...g.parties.owners]);
    this.#cued = new RegExp(
      `(?<![\\p{L}\\p{N}])${cues} ${toOptional(listBothCases(g.names.determined))}(?<name>${named})`,
      'gu',
    );
    // "Acme", "Acme Cloud (p5)", "acme.net".
    this.#label = new RegExp(
      `^(?:${named}|[\\p{L}\\p{N}-]{2,30}\\.\\p{L}{2,5})(?: ?[(+/].{0,40}| [\\p{L}\\p{N}.-]{1,20}){0,3}$`,
      'u',
    );
  }

  /** True for words that name a good, or a thing of a table, and nobody. */
  #isThing(text: string): boolean {
    return hasMatch(this.#patterns.good, text) || hasMatch(this.#patterns.things, text) || /^\P{L}*$/u.test(text);
  }

  /** Whom the label of a row or a column names; null if it does not name anyone. */
  #ofLabel(label: string, isAmongRivals: boolean): string | null {
    const text = label.replace(/[*_`]/g, '').trim();
    if (text === '' || text.length > 60) return null;
    if (hasMatch(this.#actors.name, text) && !this.#isUnnamed) return PROJECT;
    if (this.#parties.mentionsIn(text, { from: 0, to: text.length }).length > 0) return PROJECT;
    if (hasMatch(this.#patterns.alternatives, text) || hasMatch(this.#patterns.rivals, text)) return text;
    const [first = ''] = text.split(/[ ,(]/);
    const isOrdinary = !isAmongRivals && this.#vocabulary.ordinary.has(first.toLowerCase());
    const isThing = this.#isThing(text) || this.#vocabulary.figures.unitHead.test(text);
    return isThing || isOrdinary || !this.#label.test(text) ? null : text;
  }

  /** The project and others that a sentence names. */
  mentionsIn({ passage, ...span }: Sentence): readonly PartyMention[] {
    const slice = passage.text.slice(span.from, span.to);
    const toMention = (text: string, index: number) => ({
      from: span.from + index,
      to: span.from + index + text.length,
      party: text,
    });
    const named = [
      ...findMatches(this.#patterns.alternatives, slice).map((match) => toMention(match[0], match.index)),
      ...findMatches(this.#patterns.rivals, slice).map((match) => toMention(match[0], match.index)),
      ...findMatches(this.#cued, slice).map((match) => {
        const name = match.groups?.['name'] ?? '';
        return toMention(name, match.index + match[0].length - name.length);
      }),
    ];
    const own = this.#parties.mentionsIn(passage.text, span);
    const kept = named.filter(
      (mention, at) =>
        !this.#isThing(mention.party) &&
        !own.some((other) => other.from < mention.to && mention.from < other.to) &&
        named.findIndex((other) => other.from < mention.to && mention.from < other.to) === at,
    );
    return [...own, ...kept].sort((a, b) => a.from - b.from);
  }

  #partyOf({ sentence, at, section, caption }: PricePlace): {
    readonly party: string | null;
    readonly isOther: boolean;
  } {
    const { passage } = sentence;
    if (passage.row !== null) {
      const labels = [...passage.heads].reverse();
      const party =
        [...labels, caption]
          .map((label) => this.#ofLabel(label, section === 'rival'))
          .find((found) => found !== null) ?? null;
      return { party, isOther: false };
    }
    const party = this.#parties.ownerOf(passage.text, sentence, at, this.mentionsIn(sentence));
    if (party !== null) return { party, isOther: false };
    // "Acme: $2 an hour" in a list of rivals.
    const label =
      section === 'rival' ? /^[^:\u2013\u2014]{2,40}(?=:| [\u2013\u2014-] )/.exec(passage.text)?.[0] : undefined;
    const labelled = label === undefined ? null : this.#ofLabel(label, true);
    if (labelled !== null) return { party: labelled, isOther: false };
    if (!isAboutOther(sentence, at, this.#actors, this.#vocabulary)) return { party: null, isOther: false };
    const before = passage.text.slice(sentence.from, at.from);
    const subject = findMatches(this.#vocabulary.other, before)
      .at(-1)?.[0]
      .replace(/^(?:\P{L}|\p{Ll}+ )+/u, '');
    if (subject !== undefined && this.#isThing(subject)) return { party: null, isOther: false };
    return { party: subject ?? null, isOther: true };
  }

  tell(place: PricePlace): PriceOwner {
    const { sentence, section, caption } = place;
    const { party, isOther } = this.#partyOf(place);
    const words = sliceSentence(sentence);
    const said = sentence.passage.row === null ? words : `${sentence.passage.heads.join(' ')} ${caption}`;
    const isNamed = party !== null && party !== PROJECT;
    if (isNamed || isOther) return { whose: 'rival', party, said };
    if (party === null && (section === 'market' || hasMatch(this.#patterns.market, words)))
      return { whose: 'market', party: null, said };
    if (party === null && section === 'rival') return { whose: 'rival', party: null, said };
    if (section === 'plan' || hasMatch(this.#vocabulary.plan, words)) return { whose: 'plan', party: null, said };
    return { whose: party === PROJECT ? 'project' : 'unsaid', party: null, said };
  }
}
