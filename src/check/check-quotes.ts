import { getCriterionKind } from '../criteria/registry.ts';
import type { Citation, Description, Source } from '../model/description.ts';
import type { DocumentText } from '../model/document.ts';
import type { Finding, RuleId } from '../model/finding.ts';
import type { SeenQuote } from '../model/lock.ts';
import { toPointer } from '../model/pointer.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import { countSharedWords, extractKeywords } from '../prose/keywords.ts';
import { MOST_ANSWERS, matchQuote } from '../prose/match-quote.ts';
import { readMatchable } from '../prose/matchable-text.ts';
import { compilePhrases, hasMatch } from '../prose/phrase-patterns.ts';
import { seeQuote } from '../prose/see-quote.ts';
import { getVocabulary, type Vocabulary } from '../prose/vocabulary.ts';
import { findContrary } from '../reading/quotes/contrary.ts';
import { type QuotedWords, statesFigure } from '../reading/quotes/quoted-figures.ts';
import { deniesName, hasWords } from '../reading/quotes/quoted-names.ts';
import { asksOfOthers, describeUse, QuoteVerifier } from '../reading/quotes/verify-quotes.ts';
import { createSourceReader } from '../score/evidence.ts';

/** The text of the file that a source names, as it was found. */
export type CitedFile =
  | { readonly status: 'read'; readonly document: DocumentText }
  | { readonly status: 'missing' }
  /** `says`: what is wrong with it, as the end of a sentence. */
  | { readonly status: 'unread'; readonly says: string };

/** Among the words of a longer quote nearly any answer is somewhere. */
const LONGEST_QUOTE = 600;

/** A citation with a quote, and the part of an answer that it is under. */
interface PlacedQuote extends Citation {
  readonly quote: string;
  readonly criterion: Criterion;
  /** The part's own fields. */
  readonly part: Readonly<Record<string, unknown>>;
  readonly unit: string;
  /** False for evidence against the answer, and for what shows something other than the answer itself. */
  readonly isFor: boolean;
  /** True under a key of its own, as the alternative. */
  readonly isInner: boolean;
  readonly at: Finding['at'];
}

function getPart(value: unknown, path: readonly (string | number)[]): Readonly<Record<string, unknown>> {
  const part = path.reduce<unknown>((whole, step) => (whole as Readonly<Record<string, unknown>>)[step], value);
  return part as Readonly<Record<string, unknown>>;
}

function listQuotes({ answers, placeOf }: Description, { criteria }: Rubric): readonly PlacedQuote[] {
  return criteria.flatMap((criterion) => {
    const { id, dimension, kind } = criterion;
    const answer = answers[id];
    if (answer?.status !== 'answered') return [];
    const { value } = answer;
    return getCriterionKind(kind)
      .citations(value as never)
      .flatMap(({ path, quote, ...citation }): readonly PlacedQuote[] => {
        if (quote === null) return [];
        const pointer = toPointer([dimension, id, ...path]);
        const at = placeOf(`${pointer}/quote`) ?? placeOf(pointer) ?? placeOf(toPointer([dimension, id]));
        const above = path.slice(0, -2);
        const [part, whole] = [getPart(value, above), getPart(value, [])];
        const unit = [part['unit'], whole['unit'], criterion.unit].find((one) => typeof one === 'string') ?? '';
        const isInner = above.some((step) => typeof step === 'string');
        return [{ ...citation, quote, criterion, part, unit, isFor: path.at(-2) === 'sources', isInner, at }];
      });
  });
}

function collectFileFindings(description: Description, files: ReadonlyMap<string, CitedFile>): readonly Finding[] {
  return description.sources.flatMap(({ id: subject, file }): readonly Finding[] => {
    const found = files.get(subject);
    if (found === undefined || found.status === 'read') return [];
    const at = description.placeOf(toPointer(['sources', subject, 'file']));
    const detail = { file: file ?? '', ...(found.status === 'unread' ? { says: found.says } : {}) };
    return [{ id: found.status === 'missing' ? 'source/file-missing' : 'source/file-unread', subject, detail, at }];
  });
}

/** A quote that others of the same document contain is one with them. */
function collectReuse(quotes: readonly PlacedQuote[], { sources }: Description): readonly Finding[] {
  const documents = new Map(sources.map(({ id, url, file }) => [id, url ?? file ?? id]));
  const read = quotes.map((quote) => ({
    quote,
    letters: readMatchable(quote.quote).letters.replace(/(?<![ '.,;:])[ '.,;:]+$/, ''),
  }));
  const groups: { readonly document: string; readonly letters: string; readonly all: PlacedQuote[] }[] = [];
  for (const { quote, letters } of read.sort((a, b) => a.letters.length - b.letters.length)) {
    const document = documents.get(quote.id) ?? quote.id;
    const group = groups.find((one) => one.document === document && letters.includes(one.letters));
    if (group === undefined) groups.push({ document, letters, all: [quote] });
    else group.all.push(quote);
  }
  return groups.flatMap(({ all }): readonly Finding[] => {
    const criteria = [...new Set(all.map(({ criterion }) => criterion.id))];
    const [first] = all;
    if (first === undefined || criteria.length <= MOST_ANSWERS) return [];
    const detail = { quote: first.quote, criterion: criteria.join(', ') };
    return [{ id: 'quote/reused', subject: first.id, detail, at: first.at }];
  });
}

/** Letters and figures alone, as an address has a name. */
const toAddressPart = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** True for words about another model than that of a unit: the A100, where the unit counts hours of an H100. */
function namesOtherModel(text: string, unit: string): boolean {
  const listModels = (words: string): readonly string[] => words.match(/\p{Lu}{1,4}\d{2,4}(?!\d)/gu) ?? [];
  const [said, asked] = [listModels(text), listModels(unit)];
  return asked.length > 0 && said.length > 0 && !said.some((model) => asked.includes(model));
}

/** Compares the quotes of one description with the answers that they are under. */
class QuoteChecker {
  readonly #description: Description;
  readonly #rubric: Rubric;
  readonly #vocabulary: Vocabulary;
  readonly #files: ReadonlyMap<string, CitedFile>;
  readonly #verifiers = new Map<string, QuoteVerifier>();
  readonly #asked = new Map<Criterion, ReadonlySet<string>>();
  /** Sources that somebody else than the project wrote. */
  readonly #foreign: ReadonlyMap<string, Source>;

  constructor(description: Description, files: ReadonlyMap<string, CitedFile>, rubric: Rubric) {
    this.#description = description;
    this.#files = files;
    this.#rubric = rubric;
    this.#vocabulary = getVocabulary(rubric);
    const readFacts = createSourceReader(description, rubric);
    const others = description.sources.map(readFacts).filter(({ owner }) => owner !== 'own' && owner !== 'looks-own');
    this.#foreign = new Map(others.map(({ source }) => [source.id, source]));
  }

  /** What is wrong with one quote by itself. */
  check(quote: PlacedQuote): readonly Finding[] {
    if (matchQuote(quote.quote, '').status === 'too-short')
      return [this.#report('quote/length', quote, { says: 'is too short to be looked for' })];
    if (quote.quote.length > LONGEST_QUOTE)
      return [this.#report('quote/length', quote, { says: `has more than ${LONGEST_QUOTE} characters` })];
    const read = this.#readIn(quote);
    if (read === null || !quote.isFor) return [];
    if ('why' in read) return [this.#report('quote/out-of-context', quote, { says: read.why })];
    const placed = this.#checkPlace(quote);
    const contrary = this.#findContrary(quote);
    return [
      ...(this.#isOffQuestion(quote) ? [this.#report('quote/off-question', quote)] : []),
      ...(placed === null ? [] : [placed]),
      ...(contrary === null ? [] : [this.#report('quote/contrary', quote, { word: contrary })]),
      ...(this.#isOffSubject(quote) ? [this.#report('quote/off-subject', quote)] : []),
    ];
  }

  /** What the quotes of one part of an answer lack together; nothing where a source is cited as a whole. */
  checkPart(quotes: readonly PlacedQuote[]): readonly Finding[] {
    const [first] = quotes;
    if (first === undefined) return [];
    const { part, unit, criterion } = first;
    const words = quotes.flatMap((quote): readonly QuotedWords[] => {
      const read = this.#readIn(quote);
      if (read === null) return [];
      return 'why' in read ? [{ quote: { text: quote.quote }, statements: [] }] : [read];
    });
    const sources = part['sources'] as readonly Citation[];
    if (words.length < sources.length) return [];
    const ofGood = words.filter(({ quote: { text } }) => !namesOtherModel(text, unit));
    const hasOptions = criterion.levels.some(({ option }) => option !== null);
    const figures = hasOptions ? [] : Object.values(part).filter((value) => typeof value === 'number');
    const missing = figures.filter((figure) => !statesFigure(figure, unit, ofGood, this.#rubric));
    const { name, project } = part;
    const rivals = quotes.flatMap((quote) => {
      const rival = typeof project === 'number' ? this.#getVerifier(quote.id)?.findRivalOf(project, unit) : null;
      return rival == null ? [] : [{ quote, says: `${project} ${unit} is a price of ${rival}` }];
    });
    const isNamed =
      first.isInner ||
      typeof name !== 'string' ||
      quotes.some(({ quote, prefix, suffix }) => [quote, prefix, suffix].some((text) => hasWords(text ?? '', name)));
    return [
      ...rivals.map(({ quote, says }) => this.#report('quote/out-of-context', quote, { says })),
      ...missing.map((figure) => this.#report('quote/answer-missing', first, { missing: `${figure} ${unit}`.trim() })),
      ...(isNamed ? [] : [this.#report('quote/answer-missing', first, { missing: String(name) })]),
    ];
  }

  #report(id: RuleId, { id: subject, quote, criterion, at }: PlacedQuote, more: Finding['detail'] = {}): Finding {
    return { id, subject, detail: { quote, criterion: criterion.id, ...more }, at };
  }

  /** A quote as it is read in its document, or by itself where that is elsewhere; null where the document does not have it. */
  #readIn({ id, quote, prefix, suffix, criterion, part, isInner }: PlacedQuote): QuotedWords | { why: string } | null {
    const verifier = this.#getVerifier(id);
    if (verifier === null) return { quote: { text: quote }, statements: [] };
    const checked = verifier.check(quote, describeUse(criterion, part['answer'], isInner), { prefix, suffix });
    if (checked.ok) {
      const [doubt] = checked.quote.doubts;
      return doubt === undefined ? checked : { why: `the quote ${doubt}` };
    }
    return checked.isFound ? { why: checked.why } : null;
  }

  /** Where a quote of a local document is. */
  #checkPlace(quote: PlacedQuote): Finding | null {
    const { id, prefix, suffix, page } = quote;
    const places = this.#getVerifier(id)?.listPlaces(quote.quote, { prefix, suffix }) ?? [];
    const sheets = places.flatMap(({ place: { sheet } }) => sheet ?? []);
    const [sheet] = sheets;
    if (page !== null && sheet !== undefined && sheets.every(({ number }) => number !== page)) {
      const says = `it is on ${sheet.kind} ${sheet.number}, not ${page}`;
      return this.#report('quote/out-of-context', quote, { says });
    }
    const isPlaced = page !== null || prefix !== null || suffix !== null;
    if (isPlaced || new Set(places.map(({ around }) => around)).size < 2) return null;
    const { file = null } = this.#description.sources.find((source) => source.id === id) ?? {};
    return this.#report('quote/ambiguous', quote, { file: file ?? id, count: places.length });
  }

  #getVerifier(source: string): QuoteVerifier | null {
    const file = this.#files.get(source);
    if (file?.status !== 'read') return null;
    const known = this.#verifiers.get(source);
    const verifier = known ?? new QuoteVerifier([file.document], this.#description.name, this.#rubric);
    this.#verifiers.set(source, verifier);
    return verifier;
  }

  #findContrary({ quote, criterion, part, isInner }: PlacedQuote): string | null {
    if (isInner || asksOfOthers(criterion)) return null;
    const { name } = part;
    if (typeof name === 'string' && hasWords(quote, name) && deniesName(quote, name, this.#rubric)) return name;
    return findContrary(quote, part['answer'], criterion, this.#vocabulary, true);
  }

  /** True for words that have nothing to do with a question whose answers are told in words; what many questions ask with does not tie. */
  #isOffQuestion({ quote, prefix, suffix, criterion }: PlacedQuote): boolean {
    if (criterion.levels.every(({ option }) => option === null)) return false;
    const all = this.#rubric.criteria.map((one) => this.#listAskedWords(one));
    const said = extractKeywords([quote, prefix, suffix].join(' '), this.#vocabulary.keywords);
    const asked = this.#listAskedWords(criterion);
    const isTelling = (word: string) => all.filter((words) => words.has(word)).length <= all.length / 4;
    return ![...said].some((word) => asked.has(word) && isTelling(word));
  }

  #listAskedWords(criterion: Criterion): ReadonlySet<string> {
    const known = this.#asked.get(criterion);
    if (known !== undefined) return known;
    const { title, question, levels, needs, cues } = criterion;
    const texts = levels.flatMap(({ means, reaches, falls_short }) => [means, reaches, falls_short]);
    const all = [
      title,
      question,
      needs.text,
      ...texts,
      ...cues.flatMap((cue) => [...(cue.says ?? []), ...(cue.with ?? []), ...(cue.under ?? [])]),
    ].join(' ');
    const asked = extractKeywords(all, this.#vocabulary.keywords);
    this.#asked.set(criterion, asked);
    return asked;
  }

  /** True for words of somebody else that name neither the project nor anything of its offer. */
  #isOffSubject({ id, quote, prefix, suffix, criterion, part, isInner }: PlacedQuote): boolean {
    const source = this.#foreign.get(id);
    if (source === undefined || isInner || asksOfOthers(criterion) || 'regulation' in part) return false;
    const { name, offer, reference } = this.#description;
    if (reference) return false;
    const file = this.#files.get(id);
    const text = [quote, prefix, suffix, file?.status === 'read' ? file.document.text : ''].join(' ');
    const [first = name] = name.split(/\s+/);
    if (hasMatch(compilePhrases([name, first]), text) || toAddressPart(source.url ?? '').includes(toAddressPart(name)))
      return false;
    const { keywords } = this.#vocabulary;
    return countSharedWords(extractKeywords(offer ?? '', keywords), extractKeywords(text, keywords)) === 0;
  }
}

/** Quotes as they are in the text of a document; one that is too short is left out. */
export function seeQuotes(
  quotes: readonly Pick<SeenQuote, 'text' | 'prefix' | 'suffix'>[],
  text: string,
  { statements }: Rubric,
): readonly SeenQuote[] {
  const matchable = readMatchable(text);
  return quotes.flatMap((quote) => seeQuote(quote, matchable, statements) ?? []);
}

/** What is wrong with the quotes of a description. @param files the local documents that its sources name, by the id of the source. */
export function checkQuotes(
  description: Description,
  files: ReadonlyMap<string, CitedFile>,
  rubric: Rubric,
): readonly Finding[] {
  const quotes = listQuotes(description, rubric);
  const checker = new QuoteChecker(description, files, rubric);
  const parts = new Map<unknown, PlacedQuote[]>();
  for (const quote of quotes) if (quote.isFor) parts.set(quote.part, [...(parts.get(quote.part) ?? []), quote]);
  return [
    ...collectFileFindings(description, files),
    ...quotes.flatMap((quote) => checker.check(quote)),
    ...[...parts.values()].flatMap((part) => checker.checkPart(part)),
    ...collectReuse(quotes, description),
  ];
}
