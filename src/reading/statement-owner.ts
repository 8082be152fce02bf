import type { QuestionQuote } from '../model/reading.ts';
import { findMatches, hasMatch } from '../prose/phrase-patterns.ts';
import { type Actors, identifyActors } from '../prose/stance.ts';
import { getVocabulary, type Vocabulary } from '../prose/vocabulary.ts';
import { getCueIndex, type HeardPhrases } from './cue-index.ts';
import type { ReadingContext } from './reading-context.ts';
import type { DocumentStatement } from './statements.ts';

/** A rival that is named further on is what something else is compared with: "cheaper than the incumbents". */
const RIVAL_REACH = 40;

/** A word in front of a rival at the head of a sentence, as in "our competitors", does not make it the project's. */
const HEAD_REACH = 6;

/** Tells whose a statement is. */
export class StatementOwners {
  readonly actors: Actors;
  readonly #context: ReadingContext;
  readonly #vocabulary: Vocabulary;
  readonly #rivals: ReadonlySet<string>;

  constructor(context: ReadingContext) {
    const { rubric, name } = context;
    this.#context = context;
    this.#vocabulary = getVocabulary(rubric);
    const [anybody = ''] = rubric.statements.project;
    this.actors = identifyActors(name ?? anybody, rubric.statements, this.#vocabulary.ordinary);
    this.#rivals = new Set(this.#vocabulary.alternatives.map((word) => word.toLowerCase()));
  }

  ownerOf(statement: DocumentStatement, said?: HeardPhrases): QuestionQuote['whose'] {
    const { section, text } = statement;
    const { marks } = said ?? getCueIndex(this.#context.rubric).hear(text);
    const isPresent = marks.present !== undefined;
    if (!isPresent && (section === 'plan' || marks.plan !== undefined || hasMatch(this.#vocabulary.wish, text)))
      return 'plan';
    const own = this.#findOwn(text, marks.rival);
    if (own === 'project') return 'project';
    const [first = ''] = text.split(/[^\p{L}\p{N}]/u);
    const isOfRival = marks.rival !== undefined && marks.rival.from < RIVAL_REACH;
    if (own === 'compared' || isOfRival || section === 'rival' || this.#rivals.has(first.toLowerCase())) return 'rival';
    return marks.market !== undefined || section === 'market' ? 'market' : 'unsaid';
  }

  /** The project in a text; `compared` where somebody else is compared with it, and null for the `our` of "our competitors". */
  #findOwn(text: string, rival: HeardPhrases['marks']['rival']): 'project' | 'compared' | null {
    const from = rival !== undefined && rival.from < HEAD_REACH ? rival.to : 0;
    const own = findMatches(this.actors.project, text).filter(({ index }) => index >= from);
    const [first] = own;
    if (first === undefined) return null;
    const { against } = this.#vocabulary.parties;
    const isCompared = ({ index }: RegExpExecArray) => index < RIVAL_REACH && against.test(text.slice(0, index));
    if (!own.every(isCompared)) return 'project';
    // "Unlike Heron, Marten keeps a copy."
    const isAtHead = !/\s/.test(text.slice(0, first.index).trim());
    return isAtHead || this.#namesRival(text) ? 'compared' : 'project';
  }

  #namesRival(text: string): boolean {
    const words = text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu) ?? [];
    return words.some((word) => this.#rivals.has(word.toLowerCase()));
  }
}
