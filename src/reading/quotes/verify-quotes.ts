import type { DocumentPlace, DocumentText } from '../../model/document.ts';
import type { NearestQuote, RefusedQuote, VerifiedQuote } from '../../model/reply.ts';
import type { Criterion, Rubric } from '../../model/rubric.ts';
import { matchQuote, type QuoteContext, SHORTEST_PART, SHORTEST_QUOTE } from '../../prose/match-quote.ts';
import { dropUnprinted, type MatchableText, readMatchable } from '../../prose/matchable-text.ts';
import { overlaps, type PassageSpan, toFileSpan } from '../../prose/passage.ts';
import { compilePhrases, findMatches, hasMatch } from '../../prose/phrase-patterns.ts';
import { type Sentence, sliceSentence } from '../../prose/sentences.ts';
import { isAboutOther, isDenied, isOpen, isQuestion, isWish } from '../../prose/stance.ts';
import { getVocabulary, type Vocabulary } from '../../prose/vocabulary.ts';
import { getCueIndex } from '../cue-index.ts';
import { type DocumentProse, findPlace, listSentences, readProse } from '../document-prose.ts';
import { findAddressed } from '../find-addressed.ts';
import { findPrices } from '../prices/find-prices.ts';
import { StatementOwners } from '../statement-owner.ts';
import { type DocumentStatement, listStatements } from '../statements.ts';

/** A quote with what it is in: statements for what is in prose, and its sentences. */
export interface FoundQuote {
  readonly quote: VerifiedQuote;
  readonly statements: readonly DocumentStatement[];
  /** The sentences that it touches, with the part of each that it has. */
  readonly sentences: readonly { readonly sentence: Sentence; readonly at: PassageSpan }[];
}

export type QuoteCheck =
  | ({ readonly ok: true } & FoundQuote)
  /** `isFound`: true where the words are there and cannot be evidence. */
  | ({ readonly ok: false; readonly isFound: boolean } & RefusedQuote);

/** What a quote is needed for. */
export interface QuoteUse {
  /** True where the question is about buyers or the market, so that words about them are to the point. */
  readonly isOfOthers: boolean;
  /** True where the answer is the lowest, for which a plan or a condition is evidence too. */
  readonly isLowest: boolean;
}

/** True for a question about buyers or the market. */
export function asksOfOthers({ needs, cues }: Criterion): boolean {
  return needs.from_others && cues.some((cue) => cue.of_others);
}

/** What a part of an answer needs a quote for. @param isInner true for a part about somebody else, as the alternative. */
export function describeUse(criterion: Criterion, option: unknown, isInner: boolean): QuoteUse {
  const isLowest = option === 0 || option === (criterion.levels[0]?.option ?? undefined);
  return { isOfOthers: isInner || asksOfOthers(criterion), isLowest };
}

/** Of a quote that is in a document over and over, this many places are looked at. */
const MOST_PLACES = 5;

interface CheckedDocument {
  readonly prose: DocumentProse;
  readonly matchable: MatchableText;
  readonly statements: readonly DocumentStatement[];
  readonly addressed: readonly PassageSpan[];
}

/** The passage that an offset of the file is in, with the place of the span in its text; null for what is not prose. */
function findPassage({ passages }: DocumentProse, { from, to }: PassageSpan) {
  const passage = passages.find(({ offsets, ends }) => (offsets[0] ?? 0) < to && (ends.at(-1) ?? 0) > from);
  if (passage === undefined) return null;
  const start = passage.ends.findIndex((end) => end > from);
  const end = passage.offsets.findLastIndex((offset) => offset < to) + 1;
  return { passage, at: { from: start, to: Math.max(start + 1, end) } };
}

/** Looks up the quotes of a reply in the documents of one case. */
export class QuoteVerifier {
  readonly #documents: readonly CheckedDocument[];
  readonly #rubric: Rubric;
  readonly #name: string | null;
  readonly #vocabulary: Vocabulary;
  readonly #owners: StatementOwners;
  readonly #imagined: RegExp;
  /** Documents that never name the project. */
  readonly unnamed: readonly string[];

  constructor(documents: readonly DocumentText[], name: string | null, rubric: Rubric) {
    this.#rubric = rubric;
    this.#name = name;
    this.#vocabulary = getVocabulary(rubric);
    this.#owners = new StatementOwners({ rubric, name, track: null, asOf: null });
    this.#imagined = compilePhrases(rubric.reading.imagined);
    this.#documents = documents.map((document) => {
      const prose = readProse(document, rubric);
      const statements = listStatements([prose], rubric);
      return {
        prose,
        matchable: readMatchable(document.text),
        statements,
        addressed: findAddressed(prose, rubric),
      };
    });
    const { name: pattern } = this.#owners.actors;
    this.unnamed =
      name === null ? [] : documents.filter(({ text }) => !hasMatch(pattern, text)).map(({ file }) => file);
  }

  /** Looks for a quote in each document in turn; of several places the first that nothing speaks against. */
  check(quote: string, use: QuoteUse, context: Omit<QuoteContext, 'words'> = {}): QuoteCheck {
    const nearest: NearestQuote[] = [];
    const found: FoundQuote[] = [];
    const refused: string[] = [];
    for (const [number, checked] of this.#documents.entries()) {
      const { prose, matchable } = checked;
      const match = matchQuote(quote, matchable, { ...context, words: this.#rubric.statements });
      if (match.status === 'too-short')
        return {
          ok: false,
          isFound: false,
          why: `the quote is too short: ${SHORTEST_QUOTE} characters are needed, and ${SHORTEST_PART} on each side of an ellipsis`,
          nearest: null,
        };
      if (match.status !== 'found') {
        if (match.nearest !== null) nearest.push({ ...match.nearest, place: this.#placeOf(prose, match.nearest.from) });
        continue;
      }
      for (const span of match.at.slice(0, MOST_PLACES)) {
        const one = this.#describe(checked, number, span, quote, use);
        const why = this.#refuse(checked, span, one, use);
        if (why !== null) refused.push(why);
        else if (one.quote.doubts.length === 0) return { ok: true, ...one };
        else found.push(one);
      }
    }
    const [first] = found;
    if (first !== undefined) return { ok: true, ...first };
    const [why] = refused;
    if (why !== undefined) return { ok: false, isFound: true, why, nearest: null };
    nearest.sort((a, b) => a.differences.length - b.differences.length);
    return { ok: false, isFound: false, why: 'the quote is not in the documents', nearest: nearest[0] ?? null };
  }

  /** Every place of a quote in the documents, with the sentences that it touches there. */
  listPlaces(
    quote: string,
    context: Omit<QuoteContext, 'words'>,
  ): readonly { readonly place: DocumentPlace; readonly around: string }[] {
    return this.#documents.flatMap(({ prose, matchable }) => {
      const match = matchQuote(quote, matchable, { ...context, words: this.#rubric.statements });
      if (match.status !== 'found') return [];
      return match.at.map((span) => {
        const sentences = this.#listSentences(prose, span).map(({ sentence }) => sliceSentence(sentence));
        return { place: this.#placeOf(prose, span.from), around: sentences.join(' ') };
      });
    });
  }

  /** Whose a price is that the documents have; null where it may be the project's, or they do not have it. */
  findRivalOf(value: number, unit: string): string | null {
    const context = { rubric: this.#rubric, name: this.#name, track: null, asOf: null };
    const prices = this.#documents
      .flatMap(({ prose }) => findPrices(prose, context))
      .filter((price) => price.value === value && price.unit === unit);
    return prices.every(({ whose }) => whose === 'rival') ? (prices[0]?.party ?? null) : null;
  }

  #placeOf(prose: DocumentProse, offset: number): DocumentPlace {
    const passage = findPassage(prose, { from: offset, to: offset + 1 })?.passage;
    return findPlace(prose, offset, passage?.sections.at(-1) ?? null);
  }

  #listSentences(prose: DocumentProse, span: PassageSpan): FoundQuote['sentences'] {
    const found = findPassage(prose, span);
    if (found === null) return [];
    const touched = listSentences(found.passage, this.#rubric).filter((sentence) => overlaps(sentence, found.at));
    return touched.map((sentence) => ({
      sentence,
      at: { from: Math.max(found.at.from, sentence.from), to: Math.min(found.at.to, sentence.to) },
    }));
  }

  /** Why the words cannot be evidence in that place; null where they can. */
  #refuse(
    { addressed, statements: all }: CheckedDocument,
    span: PassageSpan,
    { sentences, statements }: FoundQuote,
    { isOfOthers, isLowest }: QuoteUse,
  ): string | null {
    if (addressed.some((block) => overlaps(block, span))) return 'this text addresses the reader';
    const denied = sentences.find(({ sentence, at }) => isDenied(sentence, at, this.#vocabulary));
    if (denied !== undefined)
      return `the whole sentence denies the quoted words: "${sliceSentence(denied.sentence).trim()}"`;
    const owners = statements.map((one) => {
      if (isRivalRow(one, all, this.#owners)) return 'rival';
      return this.#deniesRivals(one.text) ? 'project' : this.#owners.ownerOf(one);
    });
    if (!isOfOthers && owners.includes('rival')) return 'the quote is about another company';
    if (!isOfOthers && owners.includes('market')) return 'the quote is about the market';
    if (isLowest || isOfOthers) return null;
    if (owners.includes('plan')) return 'it is planned';
    const isUnsure = sentences.some(
      ({ sentence, at }) =>
        hasMatch(this.#imagined, sliceSentence(sentence)) ||
        isQuestion(sentence) ||
        isWish(sentence, at, this.#vocabulary) ||
        isOpen(sentence, at, this.#vocabulary),
    );
    return isUnsure ? 'it is a question, a wish or an example, or it depends on a condition' : null;
  }

  /** "No competing project ships it": what is denied of every rival is said of the project. */
  #deniesRivals(text: string): boolean {
    const { rival } = getCueIndex(this.#rubric).hear(text).marks;
    const [first] = findMatches(this.#vocabulary.negation, text);
    return rival !== undefined && first?.index === 0 && rival.from <= first[0].length + 1;
  }

  #describe(
    checked: CheckedDocument,
    document: number,
    span: PassageSpan,
    quote: string,
    { isOfOthers }: QuoteUse,
  ): FoundQuote {
    const { prose } = checked;
    const sentences = this.#listSentences(prose, span);
    const statements = checked.statements.filter((one) => overlaps(toFileSpan(one.passage, one), span));
    const isOwn = isOfOthers || statements.some((one) => this.#owners.ownerOf(one) === 'project');
    const isOther = sentences.some(({ sentence, at }) =>
      isAboutOther(sentence, at, this.#owners.actors, this.#vocabulary),
    );
    const doubts = isOther && !isOwn ? ['seems to be about someone else'] : [];
    const text = this.#showQuote(checked, span, quote);
    return { quote: { text, document, place: this.#placeOf(prose, span.from), doubts }, statements, sentences };
  }

  /** What is written of a quote: the words as a reader of the document sees them, else as the reply has them; each is found again. */
  #showQuote({ prose, matchable }: CheckedDocument, span: PassageSpan, quote: string): string {
    const found = findPassage(prose, span);
    const isWhole = found !== null && (found.passage.ends.at(-1) ?? 0) >= span.to;
    const seen = isWhole ? found.passage.text.slice(found.at.from, found.at.to) : '';
    const candidates = [seen, quote].map((words) => dropUnprinted(words).replace(/\s+/g, ' ').trim());
    return candidates.find((words) => matchQuote(words, matchable).status === 'found') ?? quote;
  }
}

/** True for a row of somebody else in a table that has a row of the project. */
function isRivalRow(row: DocumentStatement, all: readonly DocumentStatement[], { actors }: StatementOwners): boolean {
  const headOf = ({ cells }: DocumentStatement) => cells[0]?.passage.text ?? '';
  const isOwn = (one: DocumentStatement) => hasMatch(actors.project, headOf(one));
  if (row.cells.length < 2 || isOwn(row) || hasMatch(actors.project, row.heads)) return false;
  return all.some((one) => one.cells.length > 1 && one.heads === row.heads && one.under === row.under && isOwn(one));
}
