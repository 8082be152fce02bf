import { supportFields } from '../../criteria/fields-and-thresholds.ts';
import { getCriterionKind } from '../../criteria/registry.ts';
import { getDescriptionSchema } from '../../input/description/description-schema.ts';
import { validateDescription } from '../../input/description/validate-description.ts';
import { findNearest } from '../../input/problems/find-nearest.ts';
import { listKnownKeys } from '../../input/problems/schema-keys.ts';
import type { DocumentText } from '../../model/document.ts';
import type { ValuePath } from '../../model/pointer.ts';
import type { DroppedAnswer, RefusedQuote, ReplyCheck, TakenAnswer, VerifiedQuote } from '../../model/reply.ts';
import type { Criterion, Rubric, Track } from '../../model/rubric.ts';
import { accept, isMapping, REFUSED } from '../../model/schema/accept.ts';
import { webAddress } from '../../model/schema/schema.ts';
import { MOST_ANSWERS } from '../../prose/match-quote.ts';
import { readMatchable } from '../../prose/matchable-text.ts';
import { PhraseIndex } from '../../prose/phrase-index.ts';
import { sliceSentence } from '../../prose/sentences.ts';
import { getVocabulary } from '../../prose/vocabulary.ts';
import { findContrary } from '../../reading/quotes/contrary.ts';
import { statesFigure } from '../../reading/quotes/quoted-figures.ts';
import { deniesName, hasWords } from '../../reading/quotes/quoted-names.ts';
import {
  asksOfOthers,
  describeUse,
  type FoundQuote,
  type QuoteUse,
  QuoteVerifier,
} from '../../reading/quotes/verify-quotes.ts';
import { parseDate, statesDay } from '../../reading/read-facts.ts';
import { QuestionReader } from '../../reading/read-questions.ts';
import { completeAddress } from '../document-case.ts';
import { CustomerNames } from './customer-names.ts';
import { type AssistantReply, REPLY_HEAD, type ReplyAnswer, type ReplyHead, unwrapQuotes } from './read-reply.ts';
import { listAskedCriteria } from './write-brief.ts';

/** A reply without what the documents do not confirm. */
export interface VerifiedReply extends ReplyCheck {
  readonly head: ReplyHead;
  /** By criterion id; each citation has the id of a document's source. */
  readonly answers: ReadonlyMap<string, unknown>;
}

/** Thrown by the check of an answer that is dropped as a whole. */
class RefusedAnswer extends Error {
  readonly refusal: RefusedQuote;

  constructor(why: string, nearest: RefusedQuote['nearest'] = null) {
    super(why);
    this.refusal = { why, nearest };
  }
}

/** `quote` and `quotes` for `sources`, `class_quote` for `class_sources`; null for any other key. */
function findCitingKey(key: string): string | null {
  const [, before] = /^(\w+_)?quotes?$/.exec(key) ?? [];
  return /^(\w+_)?quotes?$/.test(key) ? `${before ?? ''}sources` : null;
}

function listTexts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value])
    .filter((entry): entry is string => typeof entry === 'string')
    .map(unwrapQuotes)
    .filter((text) => text !== '');
}

/** Whether an answer is left open in words. */
function isLeftOpen(value: unknown): boolean {
  const said = isMapping(value) ? value['answer'] : value;
  if (isMapping(value) && !('answer' in value)) return 'unknown' in value;
  return said === null || said === undefined || said === '' || said === 'unknown' || said === 'open';
}

/** Keys that only the author of a description may write, or the program from the quotes. */
const isAuthorsKey = (key: string) => key in supportFields || key === 'unknown' || key.endsWith('sources');

/** What a part of an answer cites, and its quotes. */
interface CheckedPart {
  readonly value: Readonly<Record<string, unknown>>;
  readonly quotes: readonly VerifiedQuote[];
}

/** What is around a part of an answer that is under a key of its own, as the alternative. */
interface PartContext {
  readonly path: ValuePath;
  readonly unit: string;
  /** Quotes that also count for a part without any. */
  readonly found: readonly FoundQuote[];
}

class ReplyVerifier {
  readonly #quotes: QuoteVerifier;
  readonly #rubric: Rubric;
  readonly #sourceIds: readonly string[];
  readonly #names: CustomerNames;
  readonly #questions: QuestionReader;
  readonly #asides: readonly {
    readonly about: string;
    readonly not_for: readonly string[];
    readonly phrases: PhraseIndex;
  }[];
  readonly taken: TakenAnswer[] = [];
  readonly dropped: DroppedAnswer[] = [];
  readonly answers = new Map<string, unknown>();
  readonly ignored = new Set<string>();

  constructor(quotes: QuoteVerifier, sourceIds: readonly string[], names: CustomerNames, rubric: Rubric) {
    this.#quotes = quotes;
    this.#names = names;
    this.#questions = new QuestionReader({ rubric, name: null, track: null, asOf: null });
    const { asides, groups } = rubric.reading;
    this.#asides = asides.map((aside) => ({ ...aside, phrases: new PhraseIndex(aside.says, groups) }));
    this.#sourceIds = sourceIds;
    this.#rubric = rubric;
  }

  verify({ criterion: id, value, line, itemLines }: ReplyAnswer): void {
    const criterion = this.#rubric.criteria.find((entry) => entry.id === id);
    if (criterion === undefined || isLeftOpen(value)) return;
    const isList = getCriterionKind(criterion.kind).isList === true;
    const drop = (error: unknown, item: string | null, at = line) => {
      if (!(error instanceof RefusedAnswer)) throw error;
      this.dropped.push({ key: id, item, line: at, ...error.refusal });
    };
    const keep = (part: CheckedPart, title: string) => {
      this.#validate(criterion, isList ? [part.value] : part.value);
      const { answer, project = answer, unit = '' } = part.value;
      const said = isList ? '' : `${project} ${unit}`.trim();
      this.taken.push({ criterion: id, title, said, quotes: part.quotes });
      return part.value;
    };
    if (!isList) {
      try {
        this.answers.set(id, keep(this.#checkPart(value, criterion), criterion.title));
      } catch (error) {
        drop(error, null);
      }
      return;
    }
    const items: unknown[] = [];
    const given = Array.isArray(value) ? value : [value];
    if (given.length === 0) drop(new RefusedAnswer('it has no quote'), null);
    for (const [number, item] of given.entries()) {
      const said = isMapping(item) ? Object.values(item).find((part) => typeof part === 'string') : item;
      const name = typeof said === 'string' ? unwrapQuotes(said) : `entry ${number + 1}`;
      try {
        items.push(
          keep(
            this.#checkPart(item, criterion, { path: [number], unit: '', found: [] }),
            `${criterion.title}: ${name}`,
          ),
        );
      } catch (error) {
        drop(error, name, itemLines[number]);
      }
    }
    if (items.length > 0) this.answers.set(id, items);
  }

  /** A mapping of the reply with citations in the place of its quotes. @throws RefusedAnswer. */
  #checkPart(
    given: unknown,
    criterion: Criterion,
    { path, unit: outer, found: outerFound }: PartContext = { path: [], unit: criterion.unit ?? '', found: [] },
  ): CheckedPart {
    if (!isMapping(given)) throw new RefusedAnswer('it has no quote');
    const shape = getDescriptionSchema(this.#rubric).answers.get(criterion.id);
    const known = shape === undefined ? [] : listKnownKeys(shape, path);
    // What is under a key of its own, as the alternative, is about somebody else.
    const isInner = path.some((step) => typeof step === 'string');
    const use = describeUse(criterion, given['answer'], isInner);
    const entries = Object.entries(given).map(([written, value]) => {
      const key = unwrapQuotes(written);
      const citing = findCitingKey(key);
      return { key, value, citing: citing !== null && known.includes(citing) ? citing : null };
    });
    const parts = entries.filter(({ citing }) => citing === null);
    const isTaken = ({ key }: { readonly key: string }) => known.includes(key) && !isAuthorsKey(key);
    for (const { key } of parts.filter((entry) => !isTaken(entry))) this.ignored.add(key);
    const said: Record<string, unknown> = {};
    const found: FoundQuote[] = [];
    let inner: readonly VerifiedQuote[] = [];
    for (const { citing, value } of entries) {
      if (citing === null) continue;
      const checked = listTexts(value).map((quote) => this.#checkQuote(quote, use));
      if (checked.length > 0) said[citing] = checked.map(({ quote }) => this.#cite(quote));
      if (citing === 'sources') found.push(...checked);
      else inner = [...inner, ...checked.map(({ quote }) => quote)];
    }
    const isBorrowed = found.length === 0 && outerFound.length > 0;
    if (isBorrowed) said['sources'] = outerFound.map(({ quote }) => this.#cite(quote));
    const quotes = isBorrowed ? outerFound : found;
    if (quotes.length === 0) throw new RefusedAnswer('it has no quote');
    const unit = typeof given['unit'] === 'string' ? unwrapQuotes(given['unit']) : outer;
    for (const { key, value } of parts.filter(isTaken)) {
      if (isMapping(value)) {
        const part = this.#checkPart(value, criterion, { path: [...path, key], unit, found: quotes });
        said[key] = part.value;
        inner = [...inner, ...part.quotes];
      } else if (typeof value === 'string') said[key] = unwrapQuotes(value);
      else if (value !== null) said[key] = value;
    }
    this.#checkContent(said, unit, criterion, quotes);
    if (typeof path.at(-1) === 'number' && typeof said['name'] === 'string') this.#checkCustomer(said['name'], quotes);
    const contrary = asksOfOthers(criterion) ? null : this.#findContrary(said['answer'], quotes, criterion);
    if (contrary !== null) throw new RefusedAnswer(`the quote says "${contrary}", which speaks against this answer`);
    const own = isBorrowed
      ? []
      : isInner
        ? found.map(({ quote }) => quote)
        : this.#checkTie(found, criterion, said['answer'] !== undefined && use.isLowest);
    return { value: said, quotes: [...own, ...inner] };
  }

  /** The quotes with a doubt where they are not about the question. @throws RefusedAnswer where they are plainly about something else. */
  #checkTie(found: readonly FoundQuote[], criterion: Criterion, isLowest: boolean): readonly VerifiedQuote[] {
    const read = found.map(({ quote, statements }) => {
      const isTied = statements.some((one) => this.#questions.weigh(one).has(criterion.id));
      const text = statements.length === 0 ? quote.text : statements.map((one) => one.text).join(' ');
      const about = isLowest ? null : this.#findAside(text, criterion);
      return { quote, text, isTied, about };
    });
    const [first] = read;
    if (first?.about != null && read.every(({ isTied, about }) => about !== null && !isTied))
      throw new RefusedAnswer(`the sentence is about ${first.about}: "${first.text.trim()}"`);
    return read.map(({ quote, isTied, about }) => {
      const doubt = about === null ? 'does not seem to be about this question' : `seems to be about ${about}`;
      return isTied && about === null ? quote : { ...quote, doubts: [...quote.doubts, doubt] };
    });
  }

  /** What a sentence is about in place of the offer and its buyers; null where no word says so. */
  #findAside(text: string, { id }: Criterion): string | null {
    const found = this.#asides.find(({ phrases, not_for }) => !not_for.includes(id) && phrases.find(text).length > 0);
    return found?.about ?? null;
  }

  #findContrary(option: unknown, found: readonly FoundQuote[], criterion: Criterion): string | null {
    const vocabulary = getVocabulary(this.#rubric);
    const words = found.map(({ quote }) => findContrary(quote.text, option, criterion, vocabulary));
    return words.find((word) => word !== null) ?? null;
  }

  #checkQuote(quote: string, use: QuoteUse): FoundQuote {
    const checked = this.#quotes.check(quote, use);
    if (checked.ok) return checked;
    throw new RefusedAnswer(checked.why, checked.nearest);
  }

  #cite({ document, text, place }: VerifiedQuote): unknown {
    const { sheet } = place;
    return { id: this.#sourceIds[document], quote: text, ...(sheet === null ? {} : { page: sheet.number }) };
  }

  /** A figure and a name have to be in the quote, or a true quote could carry any answer. @throws RefusedAnswer. */
  #checkContent(
    said: Readonly<Record<string, unknown>>,
    unit: string,
    { levels }: Criterion,
    found: readonly FoundQuote[],
  ): void {
    const hasOptions = levels.some(({ option }) => option !== null);
    for (const value of Object.values(said))
      if (typeof value === 'number' && !hasOptions && !statesFigure(value, unit, found, this.#rubric))
        throw new RefusedAnswer(`its figure ${value} is not in the quote${unit === '' ? '' : ` in ${unit}`}`);
    const { name } = said;
    if (typeof name === 'string' && !found.some(({ quote }) => hasWords(quote.text, name)))
      throw new RefusedAnswer(`the name ${name} is not in the quote`);
  }

  /** @throws RefusedAnswer for a name that does not belong to a customer, or that the sentence denies. */
  #checkCustomer(name: string, found: readonly FoundQuote[]): void {
    const why = this.#names.refuse(name);
    if (why !== null) throw new RefusedAnswer(why);
    for (const { quote, sentences } of found) {
      if (!hasWords(quote.text, name)) continue;
      if (sentences.length > 1)
        throw new RefusedAnswer('the quote of a customer is more than one sentence; quote the one with the name');
      const [one] = sentences;
      const text = one === undefined ? quote.text : sliceSentence(one.sentence);
      if (deniesName(text, name, this.#rubric))
        throw new RefusedAnswer(`the sentence denies that ${name} is a customer: "${text.trim()}"`);
    }
    this.#names.add(name);
  }

  /** Whether a description takes the answer. @throws RefusedAnswer with what is wrong with it. */
  #validate(criterion: Criterion, value: unknown): void {
    const source = { title: 'x', url: 'https://example.org', kind: this.#rubric.evidence.kinds[0]?.id };
    const description = {
      name: 'x',
      summary: 'x',
      as_of: '2000-01-01',
      sources: Object.fromEntries(this.#sourceIds.map((id) => [id, source])),
      [criterion.dimension]: { [criterion.id]: value },
    };
    const nowhere = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const places = { span: () => nowhere, keySpan: () => null, placeOf: () => null, source: () => null };
    const read = validateDescription({ value: description, ...places }, this.#rubric, '');
    if (read.ok) return;
    const [problem] = read.problems;
    const { what, fix, suggestion } = problem ?? { what: 'it is not an answer', fix: '', suggestion: null };
    const help = suggestion === null ? fix.replace(/\.$/, '') : `did you mean ${suggestion}?`;
    throw new RefusedAnswer([what, help].filter((part) => part !== '').join('; '));
  }
}

/** Leaves out the answers under a quote that has carried as many as it may. */
function dropRepeated(verifier: ReplyVerifier): void {
  const answersOf = new Map<string, Set<string>>();
  for (const { criterion, quotes } of verifier.taken)
    for (const { text } of quotes) answersOf.set(text, (answersOf.get(text) ?? new Set()).add(criterion));
  for (const [text, criteria] of answersOf) {
    const left = [...criteria].slice(MOST_ANSWERS).filter((id) => verifier.answers.has(id));
    if (left.length === 0) continue;
    for (const id of left) verifier.answers.delete(id);
    const why = `one quote is under ${criteria.size} answers, and the first ${MOST_ANSWERS} keep it: "${text}"`;
    verifier.dropped.push({ key: left.join(', '), item: null, line: null, why, nearest: null });
  }
}

const dropScheme = (address: string) => address.replace(/^https?:\/\//i, '').replace(/\/$/, '');

/** What a reply says of the project as a whole, as far as the documents say it too. */
function verifyHead(
  { head }: AssistantReply,
  documents: readonly DocumentText[],
  quotes: QuoteVerifier,
  { tracks }: Rubric,
): { readonly head: ReplyHead; readonly dropped: readonly DroppedAnswer[] } {
  const letters = documents.map(({ text }) => readMatchable(text).letters);
  const isSaid = (words: string) => letters.some((text) => text.includes(readMatchable(words).letters.trim()));
  const ids = tracks.map(({ id }) => id);
  const refusalOf = (key: (typeof REPLY_HEAD)[number], text: string): RefusedQuote | null => {
    if (key === 'summary' || key === 'offer') {
      const checked = quotes.check(text, { isOfOthers: false, isLowest: true });
      return checked.ok ? null : checked;
    }
    if (key === 'website' && accept(webAddress, text) === REFUSED)
      return { why: `${text} is not a web address`, nearest: null };
    if (key === 'website')
      return isSaid(dropScheme(text)) ? null : { why: `${text} is not in the documents`, nearest: null };
    if (key === 'as_of') {
      const day = parseDate(text)?.day;
      const isStated = day !== undefined && statesDay(documents, day);
      return isStated ? null : { why: `the date ${text} is not in the documents`, nearest: null };
    }
    if (key !== 'track') return isSaid(text) ? null : { why: `${text} is not in the documents`, nearest: null };
    if (ids.includes(text)) return null;
    const near = findNearest(text, ids);
    return {
      why: `unknown track ${text}; ${near === null ? `one of ${ids.join(', ')}` : `did you mean ${near}?`}`,
      nearest: null,
    };
  };
  const dropped: DroppedAnswer[] = [];
  const kept = REPLY_HEAD.map((key) => {
    const said = head[key];
    const text = key === 'website' && said !== null ? completeAddress(said) : said;
    const refusal = text === null ? null : refusalOf(key, text);
    if (refusal !== null) dropped.push({ key, item: null, line: null, why: refusal.why, nearest: refusal.nearest });
    const kept = key === 'as_of' ? (parseDate(text ?? '')?.day ?? null) : text;
    return [key, refusal === null ? kept : null];
  });
  return { head: Object.fromEntries(kept) as ReplyHead, dropped };
}

/**
 * Checks an assistant's reply against the documents that the brief had. What is left has its quotes in them, word for word.
 * @param name of the project, as the documents state it.
 * @param sourceIds the id of each document's source.
 */
export function verifyReply(
  reply: AssistantReply,
  documents: readonly DocumentText[],
  name: string | null,
  sourceIds: readonly string[],
  givenTrack: string | null,
  rubric: Rubric,
): VerifiedReply {
  const quotes = new QuoteVerifier(documents, name ?? reply.head.name, rubric);
  const { head, dropped } = verifyHead(reply, documents, quotes, rubric);
  const track = givenTrack ?? head.track;
  const tracks: readonly Track[] = rubric.tracks.filter(({ id }) => track === null || id === track);
  const names = new CustomerNames(name ?? head.name, tracks, rubric);
  const verifier = new ReplyVerifier(quotes, sourceIds, names, rubric);
  const asked = listAskedCriteria(tracks, rubric);
  for (const answer of reply.answers) {
    const others = reply.answers.filter(({ criterion }) => criterion === answer.criterion);
    if (others[0] !== answer) continue;
    const isTwofold = others.some(({ value }) => JSON.stringify(value) !== JSON.stringify(answer.value));
    const why = isTwofold
      ? 'the reply gives two different answers'
      : asked.some(({ id }) => id === answer.criterion)
        ? null
        : `it is not asked on track ${track}`;
    if (why === null) verifier.verify(answer);
    else verifier.dropped.push({ key: answer.criterion, item: null, line: answer.line, why, nearest: null });
  }
  for (const { key, nearest, line } of reply.unknown.filter((entry) => entry.nearest !== null)) {
    const why = `unknown question; did you mean ${nearest}?`;
    verifier.dropped.push({ key, item: null, line, why, nearest: null });
  }
  dropRepeated(verifier);
  const called = name ?? head.name;
  return {
    head,
    answers: verifier.answers,
    taken: verifier.taken.filter(({ criterion }) => verifier.answers.has(criterion)),
    notes: quotes.unnamed.map((file) => `${file} never names ${called}; check that it is about this project.`),
    dropped: [...dropped, ...verifier.dropped],
    ignored: [
      ...new Set([
        ...reply.unknown.filter(({ nearest }) => nearest === null).map(({ key }) => key),
        ...verifier.ignored,
      ]),
    ],
    open: asked.filter(({ id }) => !verifier.answers.has(id)).map(({ title }) => title),
  };
}
