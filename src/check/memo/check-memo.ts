import { normalizeName } from '../../criteria/normalize-name.ts';
import { TextPlaces } from '../../input/text/text-places.ts';
import type { Description } from '../../model/description.ts';
import type { Report } from '../../model/report.ts';
import type { Rubric } from '../../model/rubric.ts';
import { type CustomerMention, findCustomers, isSameName } from '../../prose/customers.ts';
import { findFigures, readCellFigure } from '../../prose/find-figures.ts';
import { countSharedWords, extractKeywords } from '../../prose/keywords.ts';
import { findLaws, type LawMention } from '../../prose/laws.ts';
import { overlaps, type Passage, toFileSpan } from '../../prose/passage.ts';
import { buildLayoutPatterns, readPassages } from '../../prose/read-passages.ts';
import {
  collectLinkedUrls,
  normalizeUrl,
  type Sentence,
  sliceSentence,
  splitSentences,
} from '../../prose/sentences.ts';
import { identifyActors } from '../../prose/stance.ts';
import { findOwnStrongPhrases, type StrongPhrase } from '../../prose/strong-phrases.ts';
import { getVocabularyFor } from '../../prose/vocabulary.ts';
import type { MemoFinding } from '../rules/rule.ts';
import { judgeFigure } from './judge-figure.ts';
import { judgeLaws } from './judge-laws.ts';
import { buildLedger, type StatementContext, type StatementFinding } from './ledger.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** A customer needs an entry in the list of customers, or the note of a sourced answer that names it as one. */
function judgeCustomer(customer: CustomerMention, { ledger, vocabulary }: StatementContext): StatementFinding | null {
  const name = normalizeName(customer.name, vocabulary.noise);
  const listed = ledger.customers.filter((entry) => isSameName(name, entry.name));
  if (listed.some(({ entry }) => entry.isSourced)) return null;
  const base = { subject: customer.name, at: customer };
  const [unsourced] = listed;
  if (unsourced !== undefined)
    return { ...base, id: 'memo/no-source', detail: { criterion: unsourced.entry.criterion } };
  if ([...ledger.affirmed].some((known) => isSameName(name, known))) return null;
  return { ...base, id: 'memo/customer-not-in-ledger', detail: {} };
}

/** The answers that support the words: those that use such words of the same thing, and those on what the words are about. */
function findSupport(
  { family }: StrongPhrase,
  sentence: Sentence,
  { ledger, vocabulary }: StatementContext,
): readonly LedgerEntry[] {
  const words = extractKeywords(sliceSentence(sentence), vocabulary.keywords);
  const urls = collectLinkedUrls(sentence);
  const saying = ledger.strong.filter(
    (entry) => entry.family === family.id && countSharedWords(entry.words, words) > 0,
  );
  const reaching = ledger.entries.filter(
    ({ criterion, claimed, urls: cited, isBehind }) =>
      claimed !== null &&
      claimed >= family.from_level &&
      !isBehind &&
      (family.about.includes(criterion) || cited.some((url) => urls.has(normalizeUrl(url)))),
  );
  return [...saying.map(({ entry }) => entry), ...reaching];
}

/** Strong words need an answer that supports them, on evidence of the grade that they ask for. */
function judgeStrongPhrase(
  strong: StrongPhrase,
  sentence: Sentence,
  context: StatementContext,
): StatementFinding | null {
  const { family, said } = strong;
  const rankOf = ({ grade }: LedgerEntry) => context.grades.indexOf(grade);
  const needed = context.grades.indexOf(family.needs);
  const bestOf = (entries: readonly LedgerEntry[]) => [...entries].sort((a, b) => rankOf(b) - rankOf(a))[0];
  const best = bestOf(findSupport(strong, sentence, context));
  if (best !== undefined && rankOf(best) >= needed) return null;
  // An answer on the same matter that says less is reported too, where its evidence falls short.
  const near = context.ledger.entries.filter(
    ({ criterion, claimed }) => claimed !== null && family.about.includes(criterion),
  );
  const told = best ?? bestOf(near);
  if (told === undefined || rankOf(told) >= needed)
    return { id: 'memo/no-entry', subject: said, detail: {}, at: strong };
  const detail = { needs: family.needs, criterion: told.criterion, grade: told.grade };
  return { id: 'memo/too-strong', subject: said, detail, at: strong };
}

function checkSentence(
  sentence: Sentence,
  before: readonly LawMention[],
  laws: readonly LawMention[],
  context: StatementContext,
): readonly StatementFinding[] {
  const { vocabulary, actors } = context;
  const { passage } = sentence;
  const strong = findOwnStrongPhrases(sentence, actors, vocabulary);
  const isCell = sentence.from === 0 || passage.text.slice(0, sentence.from).trim() === '';
  const cell = isCell ? readCellFigure(passage, vocabulary.figures) : null;
  const figures = cell === null ? findFigures(passage.text, sentence, vocabulary.figures) : [cell];
  const customers = findCustomers(sentence, actors, vocabulary);
  return [
    ...figures
      .filter((figure) => ![...strong, ...laws].some((other) => overlaps(figure, other)))
      .map((figure) => judgeFigure(figure, sentence, context)),
    ...customers.map((customer) => judgeCustomer(customer, context)),
    ...judgeLaws(laws, before, sentence, context),
    ...strong.map((entry) => judgeStrongPhrase(entry, sentence, context)),
  ].filter((finding) => finding !== null);
}

/** What is found in one passage, each with its sentence; a cell's has the headings of its column and its row. */
function checkPassage(passage: Passage, context: StatementContext) {
  const before: LawMention[] = [];
  return splitSentences(passage.text, context.vocabulary.abbreviations).flatMap((stretch) => {
    const laws = findLaws(passage.text, stretch, context.vocabulary.laws);
    const whole: Sentence = { ...stretch, passage };
    const found = checkSentence(whole, before, laws, context);
    before.push(...laws);
    const sentence = `${passage.around} ${sliceSentence(whole)}`;
    return found.map((entry) => ({ ...entry, sentence }));
  });
}

/** Findings of a memo; nobody reads more, and a text made to have them takes minutes. */
const MOST_FINDINGS = 1000;

/** A word in lower case that is not part of an address or a file's name. */
const LOWER_CASE_WORD = /(?<![\p{L}\p{N}./@_-])\p{Ll}[\p{Ll}'-]*(?![/@_.-]?[\p{L}\p{N}])/gu;
/** A word with a capital within a sentence. */
const CAPITALISED_WORD = /[\p{Ll},] (\p{Lu}[\p{Ll}'-]+)/gu;

/** The words that the memo or the rubric writes in lower case somewhere. */
function collectOrdinaryWords(passages: readonly Passage[], known: ReadonlySet<string>): ReadonlySet<string> {
  const own = passages.flatMap(({ text }) => [...text.matchAll(LOWER_CASE_WORD)].map(([word]) => word));
  const names = passages
    .filter(({ isHeading }) => !isHeading)
    .flatMap(({ text }) => [...text.matchAll(CAPITALISED_WORD)].map((match) => (match[1] ?? '').toLowerCase()));
  const isName = new Set(names);
  return new Set([...known, ...own.filter((word) => !isName.has(word))]);
}

/** All that is read of a passage. */
function listPassageTexts({ text, under, around, unit, heads, sections }: Passage): readonly string[] {
  return [text, under, around, unit ?? '', ...heads, ...sections];
}

/**
 * Finds what the prose of a memo says and its answers do not support, in the order of the text, with places in the whole file.
 * @param memo the whole file, and the offset where its prose begins. @param report of the description; laws are judged on its day.
 */
export function checkMemo(
  { text, body }: { readonly text: string; readonly body: number },
  description: Description,
  report: Report,
  rubric: Rubric,
): readonly MemoFinding[] {
  const passages = readPassages(text, body, buildLayoutPatterns(rubric.grammar));
  const vocabulary = getVocabularyFor(rubric, [JSON.stringify(description), ...passages.flatMap(listPassageTexts)]);
  const ordinary = collectOrdinaryWords(passages, vocabulary.ordinary);
  const actors = identifyActors(description.name, rubric.statements, ordinary);
  const context: StatementContext = {
    ledger: buildLedger(description, report, rubric, vocabulary, actors),
    vocabulary,
    actors,
    asOf: report.asOf,
    grades: rubric.evidence.grades.map(({ id }) => id),
  };
  const places = new TextPlaces(text);
  const all: ReturnType<typeof checkPassage>[number][] = [];
  for (const passage of passages) {
    all.push(...checkPassage(passage, context).map((found) => ({ ...found, at: toFileSpan(passage, found.at) })));
    if (all.length > MOST_FINDINGS) throw new RangeError(`more than ${MOST_FINDINGS} findings`);
  }
  return all
    .sort((a, b) => a.at.from - b.at.from || a.at.to - b.at.to || (a.id < b.id ? -1 : 1))
    .map(({ at, ...found }) => ({ ...found, at: places.span(at) }));
}
