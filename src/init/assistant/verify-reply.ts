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
import { accept, REFUSED } from '../../model/schema/accept.ts';
import { webAddress } from '../../model/schema/schema.ts';
import { findFigures } from '../../prose/find-figures.ts';
import { readMatchable } from '../../prose/matchable-text.ts';
import { agrees } from '../../prose/stated-figure.ts';
import { getVocabulary } from '../../prose/vocabulary.ts';
import { type AssistantReply, REPLY_HEAD, type ReplyAnswer, type ReplyHead, unwrapQuotes } from './read-reply.ts';
import { QuoteVerifier } from './verify-quotes.ts';
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

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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

class ReplyVerifier {
  readonly #quotes: QuoteVerifier;
  readonly #rubric: Rubric;
  readonly #sourceIds: readonly string[];
  readonly taken: TakenAnswer[] = [];
  readonly dropped: DroppedAnswer[] = [];
  readonly answers = new Map<string, unknown>();
  readonly ignored = new Set<string>();

  constructor(quotes: QuoteVerifier, sourceIds: readonly string[], rubric: Rubric) {
    this.#quotes = quotes;
    this.#sourceIds = sourceIds;
    this.#rubric = rubric;
  }

  verify({ criterion: id, value, line }: ReplyAnswer): void {
    const criterion = this.#rubric.criteria.find((entry) => entry.id === id);
    if (criterion === undefined || isLeftOpen(value)) return;
    const isList = getCriterionKind(criterion.kind).isList === true;
    const drop = (error: unknown, item: string | null) => {
      if (!(error instanceof RefusedAnswer)) throw error;
      this.dropped.push({ key: id, item, line, ...error.refusal });
    };
    const keep = (part: CheckedPart, title: string) => {
      this.#validate(criterion, isList ? [part.value] : part.value);
      const { answer, project = answer, unit = '' } = part.value;
      const said = isList ? '' : `${project} ${unit}`.trim();
      this.taken.push({ criterion: id, title, said, quotes: this.#doubtDenials(part, criterion) });
      return part.value;
    };
    if (!isList) {
      try {
        this.answers.set(id, keep(this.#checkPart(value, criterion, []), criterion.title));
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
        items.push(keep(this.#checkPart(item, criterion, [number]), `${criterion.title}: ${name}`));
      } catch (error) {
        drop(error, name);
      }
    }
    if (items.length > 0) this.answers.set(id, items);
  }

  /** A mapping of the reply with citations in the place of its quotes. @throws RefusedAnswer. */
  #checkPart(given: unknown, criterion: Criterion, path: ValuePath): CheckedPart {
    if (!isMapping(given)) throw new RefusedAnswer('it has no quote');
    const shape = getDescriptionSchema(this.#rubric).answers.get(criterion.id);
    const known = shape === undefined ? [] : listKnownKeys(shape, path);
    const said: Record<string, unknown> = {};
    const quotes: VerifiedQuote[] = [];
    let inner: readonly VerifiedQuote[] = [];
    // What is under a key of its own, as the alternative, is about somebody else.
    const isOfOthers = criterion.needs.from_others || path.some((step) => typeof step === 'string');
    for (const [written, value] of Object.entries(given)) {
      const key = unwrapQuotes(written);
      const citing = findCitingKey(key);
      if (citing !== null && known.includes(citing)) {
        const found = listTexts(value).map((quote) => this.#checkQuote(quote, isOfOthers));
        said[citing] = found.map((quote) => this.#cite(quote));
        if (citing === 'sources') quotes.push(...found);
        else inner = [...inner, ...found];
      } else if (!known.includes(key) || isAuthorsKey(key)) this.ignored.add(key);
      else if (isMapping(value)) {
        const part = this.#checkPart(value, criterion, [...path, key]);
        said[key] = part.value;
        inner = [...inner, ...part.quotes];
      } else if (typeof value === 'string') said[key] = unwrapQuotes(value);
      else if (value !== null) said[key] = value;
    }
    if (quotes.length === 0) throw new RefusedAnswer('it has no quote');
    this.#checkContent(said, criterion, quotes);
    return { value: said, quotes: [...quotes, ...inner] };
  }

  /** The quotes, with a doubt about a word of denial under an answer that is not the lowest. */
  #doubtDenials({ value, quotes }: CheckedPart, { levels }: Criterion): readonly VerifiedQuote[] {
    if (levels[0]?.option === null || levels[0]?.option === value['answer']) return quotes;
    return quotes.map((quote) => {
      const [word] = quote.text.match(getVocabulary(this.#rubric).negation) ?? [];
      return word === undefined ? quote : { ...quote, doubts: [...quote.doubts, `says "${word}"`] };
    });
  }

  #checkQuote(quote: string, isOfOthers: boolean): VerifiedQuote {
    const checked = this.#quotes.check(quote, isOfOthers);
    if (checked.ok) return checked.quote;
    throw new RefusedAnswer(checked.why, checked.nearest);
  }

  #cite({ document, text, place }: VerifiedQuote): unknown {
    const { sheet } = place;
    return { id: this.#sourceIds[document], quote: text, ...(sheet === null ? {} : { page: sheet.number }) };
  }

  /** A figure and a name have to be in the quote, or a true quote could carry any answer. @throws RefusedAnswer. */
  #checkContent(
    said: Readonly<Record<string, unknown>>,
    { unit: asked, levels }: Criterion,
    quotes: readonly VerifiedQuote[],
  ): void {
    const text = quotes.map((quote) => quote.text).join('\n');
    const unit = typeof said['unit'] === 'string' ? said['unit'] : (asked ?? '');
    const hasOptions = levels.some(({ option }) => option !== null);
    for (const value of Object.values(said))
      if (typeof value === 'number' && !hasOptions && !this.#statesFigure(value, unit, text))
        throw new RefusedAnswer(`its figure ${value} is not in the quote`);
    const { name } = said;
    const letters = ` ${readMatchable(text).letters} `;
    if (typeof name === 'string' && !letters.includes(readMatchable(name).letters.trim()))
      throw new RefusedAnswer(`the name ${name} is not in the quote`);
  }

  #statesFigure(value: number, unit: string, text: string): boolean {
    const { figures, grammar } = getVocabulary(this.#rubric);
    const read = (words: string) => findFigures(words, { from: 0, to: words.length }, figures);
    const [known] = read(`${value} ${unit}`);
    const told = read(text).map((figure) => ({ ...figure, slack: 0, hedge: null }));
    if (known !== undefined && told.some((figure) => agrees(figure, known, grammar.agreement))) return true;
    // A cell of a table holds a bare number.
    const bare = text.match(/(?<![\d.,])\d[\d,]*(?:\.\d+)?(?!\d|[.,]\d)/g) ?? [];
    return (
      told.some((figure) => figure.value === value) ||
      bare.some((digits) => Number(digits.replaceAll(',', '')) === value)
    );
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
    const [{ what, suggestion } = { what: 'it is not an answer', suggestion: null }] = read.problems;
    throw new RefusedAnswer(suggestion === null ? what : `${what}; did you mean ${suggestion}?`);
  }
}

/** A quote given for this many answers was probably not chosen for each of them. */
const MANY_ANSWERS = 3;

/** The answers with a doubt about each quote that is under many of them. */
function doubtRepeatedQuotes(taken: readonly TakenAnswer[]): readonly TakenAnswer[] {
  const answersOf = (text: string) =>
    new Set(
      taken.filter(({ quotes }) => quotes.some((quote) => quote.text === text)).map(({ criterion }) => criterion),
    );
  return taken.map((answer) => ({
    ...answer,
    quotes: answer.quotes.map((quote) => {
      const { size } = answersOf(quote.text);
      return size < MANY_ANSWERS ? quote : { ...quote, doubts: [...quote.doubts, `is cited for ${size} answers`] };
    }),
  }));
}

const dropScheme = (address: string) => address.replace(/^https?:\/\//i, '').replace(/\/$/, '');

/** An address as documents write it, such as `example.org`, as a whole one. */
function completeAddress(address: string | null): string | null {
  return address !== null && /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(address) ? `https://${address}` : address;
}

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
      const checked = quotes.check(text);
      return checked.ok ? null : checked;
    }
    if (key === 'website' && accept(webAddress, text) === REFUSED)
      return { why: `${text} is not a web address`, nearest: null };
    if (key === 'website')
      return isSaid(dropScheme(text)) ? null : { why: `${text} is not in the documents`, nearest: null };
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
    const text = key === 'website' ? completeAddress(head[key]) : head[key];
    const refusal = text === null ? null : refusalOf(key, text);
    if (refusal !== null) dropped.push({ key, item: null, line: null, why: refusal.why, nearest: refusal.nearest });
    return [key, refusal === null ? text : null];
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
  const verifier = new ReplyVerifier(quotes, sourceIds, rubric);
  const track = givenTrack ?? head.track;
  const tracks: readonly Track[] = rubric.tracks.filter(({ id }) => track === null || id === track);
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
  return {
    head,
    answers: verifier.answers,
    taken: doubtRepeatedQuotes(verifier.taken),
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
