import type { DocumentPlace, DocumentText } from '../../model/document.ts';
import type { NearestQuote, RefusedQuote, VerifiedQuote } from '../../model/reply.ts';
import type { Rubric } from '../../model/rubric.ts';
import { matchQuote, SHORTEST_QUOTE } from '../../prose/match-quote.ts';
import { type MatchableText, readMatchable } from '../../prose/matchable-text.ts';
import type { Passage, PassageSpan } from '../../prose/passage.ts';
import { hasMatch } from '../../prose/phrase-patterns.ts';
import { type Sentence, sliceSentence } from '../../prose/sentences.ts';
import { type Actors, identifyActors, isAboutOther, isDenied, isOpen, isWish } from '../../prose/stance.ts';
import { getVocabulary, type Vocabulary } from '../../prose/vocabulary.ts';
import {
  classifySection,
  type DocumentProse,
  findPlace,
  listSentences,
  readProse,
} from '../../reading/document-prose.ts';

export type QuoteCheck = { readonly ok: true; readonly quote: VerifiedQuote } | ({ readonly ok: false } & RefusedQuote);

/** Of a quote that is in a document over and over, this many places are looked at. */
const MOST_PLACES = 5;

interface CheckedDocument {
  readonly prose: DocumentProse;
  readonly matchable: MatchableText;
}

/** The passage that an offset of the file is in, with the place of the span in its text; null for what is not prose. */
function findPassage({ passages }: DocumentProse, { from, to }: PassageSpan) {
  const passage = passages.find(({ offsets, ends }) => (offsets[0] ?? 0) < to && (ends.at(-1) ?? 0) > from);
  if (passage === undefined) return null;
  const start = passage.ends.findIndex((end) => end > from);
  const end = passage.offsets.findLastIndex((offset) => offset < to) + 1;
  return { passage, at: { from: start, to: Math.max(start + 1, end) } };
}

/** What is with the words of a row or a list. */
const listHeads = ({ around, heads }: Passage) => [around, ...heads].join(' ');

/** Looks up the quotes of a reply in the documents of one case. */
export class QuoteVerifier {
  readonly #documents: readonly CheckedDocument[];
  readonly #rubric: Rubric;
  readonly #vocabulary: Vocabulary;
  readonly #actors: Actors;

  constructor(documents: readonly DocumentText[], name: string | null, rubric: Rubric) {
    this.#rubric = rubric;
    this.#vocabulary = getVocabulary(rubric);
    const [anybody = ''] = rubric.statements.project;
    this.#actors = identifyActors(name ?? anybody, rubric.statements, this.#vocabulary.ordinary);
    this.#documents = documents.map((document) => ({
      prose: readProse(document, rubric),
      matchable: readMatchable(document.text),
    }));
  }

  /**
   * Looks for a quote in each document in turn; of several places the first that nothing speaks against.
   * @param isOfOthers true where the question is about buyers or the market, so that nothing speaks against words about them.
   */
  check(quote: string, isOfOthers = false): QuoteCheck {
    const nearest: NearestQuote[] = [];
    const found: VerifiedQuote[] = [];
    const cut: string[] = [];
    for (const [number, checked] of this.#documents.entries()) {
      const { prose, matchable } = checked;
      const match = matchQuote(quote, matchable, { negations: this.#rubric.statements.negations });
      if (match.status === 'too-short')
        return { ok: false, why: `the quote has fewer than ${SHORTEST_QUOTE} characters`, nearest: null };
      if (match.status !== 'found') {
        if (match.nearest !== null) nearest.push({ ...match.nearest, place: this.#placeOf(prose, match.nearest.from) });
        continue;
      }
      for (const at of match.at.slice(0, MOST_PLACES)) {
        const denied = this.#findDenial(prose, at);
        if (denied !== null) {
          cut.push(denied);
          continue;
        }
        const described = this.#describe(checked, number, at, quote, isOfOthers);
        if (described.doubts.length === 0) return { ok: true, quote: described };
        found.push(described);
      }
    }
    const [first] = found;
    if (first !== undefined) return { ok: true, quote: first };
    const [denied] = cut;
    if (denied !== undefined)
      return { ok: false, why: `the whole sentence denies the quoted words: "${denied}"`, nearest: null };
    nearest.sort((a, b) => a.differences.length - b.differences.length);
    return { ok: false, why: 'the quote is not in the documents', nearest: nearest[0] ?? null };
  }

  #placeOf(prose: DocumentProse, offset: number): DocumentPlace {
    const passage = findPassage(prose, { from: offset, to: offset + 1 })?.passage;
    return findPlace(prose, offset, passage?.sections.at(-1) ?? null);
  }

  #sentencesAt(prose: DocumentProse, span: PassageSpan): { sentences: readonly Sentence[]; at: PassageSpan } {
    const found = findPassage(prose, span);
    if (found === null) return { sentences: [], at: { from: 0, to: 0 } };
    const { passage, at } = found;
    const sentences = listSentences(passage, this.#rubric).filter(({ from, to }) => from < at.to && to > at.from);
    return { sentences, at };
  }

  /** The sentence of which a quote leaves out the word that denies it; null where it does not. */
  #findDenial(prose: DocumentProse, span: PassageSpan): string | null {
    const { sentences, at } = this.#sentencesAt(prose, span);
    const denied = sentences.find((sentence) => isDenied(sentence, at, this.#vocabulary));
    return denied === undefined ? null : sliceSentence(denied).trim();
  }

  #describe(
    checked: CheckedDocument,
    document: number,
    span: PassageSpan,
    quote: string,
    isOfOthers: boolean,
  ): VerifiedQuote {
    const { prose } = checked;
    const { sentences, at } = this.#sentencesAt(prose, span);
    const text = this.#showQuote(checked, span, quote);
    const doubts = [...new Set(sentences.flatMap((sentence) => this.#listDoubts(sentence, at, isOfOthers)))];
    return { text, document, place: this.#placeOf(prose, span.from), doubts };
  }

  /** What is written of a quote: the words as a reader of the document sees them, else as the reply has them; each is found again. */
  #showQuote({ prose, matchable }: CheckedDocument, span: PassageSpan, quote: string): string {
    const found = findPassage(prose, span);
    const isWhole = found !== null && (found.passage.ends.at(-1) ?? 0) >= span.to;
    const seen = isWhole ? found.passage.text.slice(found.at.from, found.at.to) : '';
    const candidates = [seen, quote].map((words) => words.replace(/\s+/g, ' ').trim());
    return candidates.find((words) => matchQuote(words, matchable).status === 'found') ?? quote;
  }

  #listDoubts(sentence: Sentence, at: PassageSpan, isOfOthers: boolean): readonly string[] {
    const { passage } = sentence;
    const said = sliceSentence(sentence);
    const section = classifySection(passage, this.#rubric);
    const isOwn = isOfOthers || hasMatch(this.#actors.project, `${said} ${listHeads(passage)}`);
    const isRival = section === 'rival' || isAboutOther(sentence, at, this.#actors, this.#vocabulary);
    const isPlan =
      section === 'plan' || hasMatch(this.#vocabulary.plan, said) || isWish(sentence, at, this.#vocabulary);
    return [
      ...(isRival && !isOwn ? ['seems to be about someone else'] : []),
      ...(section === 'market' && !isOwn ? ['is about the market'] : []),
      ...(isPlan ? ['is about a plan or a wish'] : []),
      ...(!isPlan && isOpen(sentence, at, this.#vocabulary) ? ['is a question or depends on a condition'] : []),
    ];
  }
}
