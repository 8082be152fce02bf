import { SentenceJudge } from '../../classify/sentences.ts';
import { normalizeName } from '../../criteria/normalize-name.ts';
import { TextPlaces } from '../../input/text/text-places.ts';
import type { Description } from '../../model/description.ts';
import type { Report } from '../../model/report.ts';
import type { Rubric } from '../../model/rubric.ts';
import { findCustomerStates } from '../../prose/customer-states.ts';
import { type CustomerMention, findCustomers, isSameName } from '../../prose/customers.ts';
import { addHeadDivisors, findFigures, readCellFigure } from '../../prose/find-figures.ts';
import { collectOfferWords, findFramedNames } from '../../prose/frames.ts';
import { countSharedWords, extractKeywords } from '../../prose/keywords.ts';
import { countWords, isForeign } from '../../prose/language.ts';
import { findLaws, type LawMention } from '../../prose/laws.ts';
import { findLevelClaims, type LevelClaim } from '../../prose/level-claims.ts';
import { overlaps, type Passage, type PassageSpan, toFileSpan } from '../../prose/passage.ts';
import { hasMatch } from '../../prose/phrase-patterns.ts';
import { buildLayoutPatterns, readText, type UnreadPart } from '../../prose/read-passages.ts';
import {
  collectLinkedUrls,
  normalizeUrl,
  type Sentence,
  sliceSentence,
  splitSentences,
} from '../../prose/sentences.ts';
import { identifyActors } from '../../prose/stance.ts';
import { agrees, type StatedFigure } from '../../prose/stated-figure.ts';
import { findOwnStrongPhrases, type StrongPhrase } from '../../prose/strong-phrases.ts';
import { isOffHand, isOfLaterTime } from '../../prose/topic.ts';
import { getVocabularyFor, type Vocabulary } from '../../prose/vocabulary.ts';
import type { MemoFinding } from '../rules/rule.ts';
import type { LedgerFigure } from './derive-figures.ts';
import { judgeClaim } from './judge-claims.ts';
import { judgeFigure } from './judge-figure.ts';
import { judgeLaws } from './judge-laws.ts';
import {
  buildLedger,
  type CustomerFacts,
  type Ledger,
  type StatementContext,
  type StatementFinding,
} from './ledger.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** A customer needs an entry in the list of customers. */
function judgeCustomer(customer: CustomerMention, { ledger, vocabulary }: StatementContext): StatementFinding | null {
  const name = normalizeName(customer.name, vocabulary.noise);
  const listed = ledger.customers.filter((entry) => isSameName(name, entry.name));
  if (listed.some(({ entry }) => entry.isSourced)) return null;
  const base = { subject: customer.name, at: customer };
  const [unsourced] = listed;
  if (unsourced !== undefined)
    return { ...base, id: 'memo/no-source', detail: { criterion: unsourced.entry.criterion } };
  return { ...base, id: 'memo/customer-not-in-ledger', detail: {} };
}

/** True for "the Company" of a contract, a token, a measure or an abbreviation of the trade. */
function isNoFirm(name: string, { vocabulary: { customers, layout, statements } }: StatementContext): boolean {
  const lower = name.toLowerCase();
  const isShort = /^\p{Lu}{2,5}s?$/u.test(name) && !hasMatch(layout.lowerCaseNames, lower);
  return isShort || customers.isNoName.test(name.split(' ')[0] ?? '') || statements.project.includes(`the ${lower}`);
}

/** Names that a frame ties to the offer, and that nothing of the description has. */
function judgeFramedNames(
  sentence: Sentence,
  told: readonly PassageSpan[],
  context: StatementContext,
): readonly StatementFinding[] {
  const { ledger, vocabulary } = context;
  const isKnown = (name: string) =>
    isNoFirm(name, context) ||
    ledger.allText.includes(` ${normalizeName(name, vocabulary.noise)} `) ||
    vocabulary.alternatives.includes(name.split(/[ ,]/)[0] ?? name);
  return findFramedNames(sentence, context, isKnown, vocabulary)
    .filter((at) => !told.some((other) => overlaps(at, other)))
    .map((at) => ({ id: 'memo/no-entry', subject: at.name, detail: {}, at }));
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

/** Words that say more of an answer than it does. */
function judgeLevelClaim(
  { wording, said, from, to }: LevelClaim,
  { ledger }: StatementContext,
): StatementFinding | null {
  const answer = ledger.answers.get(wording.criterion);
  if (answer === undefined || answer.claimed >= answer.levelOf(wording.option)) return null;
  const detail = { criterion: wording.criterion, ledger: answer.said };
  return { id: 'memo/answer-disagrees', subject: said, detail, at: { from, to } };
}

/** A name and the longest word of it, by which texts go on to call it. */
function listCallNames(name: string): readonly string[] {
  const words = name.match(/\p{Lu}[\p{L}\p{N}-]{3,}/gu) ?? [];
  return [name, ...words.sort((a, b) => b.length - a.length).slice(0, 1)];
}

/** Where a sentence names customers of the list, by the whole name or by the longest word of it. */
function findListedNames(sentence: Sentence, customers: readonly CustomerFacts[]) {
  const text = sliceSentence(sentence);
  return customers
    .flatMap((customer) => {
      const words = customer.name.match(/\p{Lu}[\p{L}\p{N}-]{3,}/gu) ?? [];
      const own = words.filter((word) => customers.every(({ name }) => name === customer.name || !name.includes(word)));
      const word = [...own].sort((a, b) => b.length - a.length)[0] ?? customer.name;
      const found = [customer.name, word].find((name) => text.includes(name));
      const at = found === undefined ? -1 : sentence.from + text.indexOf(found);
      return found === undefined ? [] : [{ customer, from: at, to: at + found.length }];
    })
    .sort((a, b) => a.from - b.from);
}

/** A stage or a payment that the list of customers says otherwise. */
function judgeCustomerStates(
  sentence: Sentence,
  { ledger, vocabulary }: StatementContext,
): readonly StatementFinding[] {
  const names = findListedNames(sentence, ledger.customerAnswers ?? []);
  return names.flatMap((place) =>
    findCustomerStates(sentence, place, names, vocabulary).flatMap(({ state, from, to }) => {
      const { name, stage, paid } = place.customer;
      const said =
        state === 'paid' ? (paid === false ? 'it does not pay' : null) : stage === 'production' ? null : stage;
      if (said === null) return [];
      const detail = { customer: name, ledger: said };
      return [
        { id: 'memo/customer-disagrees', subject: sentence.passage.text.slice(from, to), detail, at: { from, to } },
      ];
    }),
  );
}

/** The figures of a sentence; a cell with nothing but a number takes its unit from the head of its column or row. */
function readFigures(sentence: Sentence, { figures: patterns }: Vocabulary): readonly StatedFigure[] {
  const { passage } = sentence;
  const isCell = passage.text.slice(0, sentence.from).trim() === '';
  const cell = isCell ? readCellFigure(passage, patterns) : null;
  const plain = cell === null ? findFigures(passage.text, sentence, patterns, { withSmall: true }) : [cell];
  return passage.row === null ? plain : plain.map((figure) => addHeadDivisors(figure, passage, patterns));
}

/** The figures of the answers that the text tells. */
function collectTold(
  passages: readonly Passage[],
  { figures }: Ledger,
  vocabulary: Vocabulary,
): ReadonlySet<LedgerFigure> {
  const stated = passages.flatMap((passage) =>
    splitSentences(passage.text, vocabulary.abbreviations).flatMap((stretch) =>
      readFigures({ ...stretch, passage }, vocabulary),
    ),
  );
  const { agreement } = vocabulary.grammar;
  return new Set(
    figures.filter(
      (known) => known.derived === null && stated.some((figure) => agrees(figure, known.figure, agreement)),
    ),
  );
}

function checkSentence(
  sentence: Sentence,
  before: readonly LawMention[],
  laws: readonly LawMention[],
  context: StatementContext,
): readonly StatementFinding[] {
  const { vocabulary, actors } = context;
  if (isOfLaterTime(sentence, context.asOf)) return judgeLaws(laws, before, sentence, context);
  // The head of a row tells what the row is about, and nothing of it.
  const isRowHead = sentence.passage.row !== null && sentence.passage.heads[1] === '';
  const levels = (isRowHead ? [] : findLevelClaims(sentence, actors, vocabulary))
    .map((claim) => judgeLevelClaim(claim, context))
    .filter((finding) => finding !== null);
  const strong = findOwnStrongPhrases(sentence, actors, vocabulary).filter(
    (phrase) => !levels.some(({ at }) => overlaps(at, phrase)),
  );
  const figures = readFigures(sentence, vocabulary);
  const customers = findCustomers(sentence, actors, vocabulary).filter((at) => !isOffHand(sentence, at, vocabulary));
  const found = [
    ...figures
      .filter((figure) => ![...strong, ...laws].some((other) => overlaps(figure, other)))
      .map((figure) => judgeFigure(figure, sentence, context)),
    ...levels,
    ...judgeCustomerStates(sentence, context),
    ...customers.map((customer) => judgeCustomer(customer, context)),
    ...judgeFramedNames(sentence, [...customers, ...laws], context),
    ...judgeLaws(laws, before, sentence, context),
    ...strong.map((entry) => judgeStrongPhrase(entry, sentence, context)),
  ].filter((finding) => finding !== null);
  // Of a sentence in which words of it are wrong, nothing is said as a whole.
  const claim = found.length > 0 || isRowHead || sentence.passage.depth !== null ? null : judgeClaim(sentence, context);
  return claim === null ? found : [claim];
}

/** A part of the memo that is not judged, with its place in the file. */
interface Unjudged {
  readonly kind: 'language' | 'marked' | UnreadPart['kind'];
  readonly at: PassageSpan;
  readonly words: number;
}

/** What is found in one passage, each with its sentence; a cell's has the headings of its column and its row. */
function checkPassage(passage: Passage, context: StatementContext) {
  const before: LawMention[] = [];
  const found: (StatementFinding & { readonly sentence: string })[] = [];
  const unjudged: Unjudged[] = [];
  for (const stretch of splitSentences(passage.text, context.vocabulary.abbreviations)) {
    const preamble = context.vocabulary.preamble.exec(passage.text.slice(stretch.from, stretch.to))?.[0] ?? '';
    const whole: Sentence = { from: stretch.from + preamble.length, to: stretch.to, passage };
    const text = sliceSentence(whole);
    const kind = passage.isMarked ? 'marked' : isForeign(text, context.vocabulary.language) ? 'language' : null;
    if (kind !== null) {
      unjudged.push({ kind, at: toFileSpan(passage, whole), words: countWords(text) });
      continue;
    }
    const laws = findLaws(passage.text, stretch, context.vocabulary.laws);
    const sentence = `${passage.around} ${text}`;
    found.push(...checkSentence(whole, before, laws, context).map((entry) => ({ ...entry, sentence })));
    before.push(...laws);
  }
  return { found, unjudged };
}

/** One finding for each reason why parts of the memo are not judged, at the first of them. */
function tellUnjudged(parts: readonly Unjudged[], words: number) {
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const alike = parts.filter((part) => part.kind === kind);
    const [first] = alike;
    if (first === undefined) return [];
    const share = alike.reduce((sum, part) => sum + part.words, 0) / Math.max(1, words);
    const detail = { count: alike.length, ...(kind === 'picture' ? {} : { share: Math.ceil(100 * share) }) };
    return [{ id: 'memo/not-read' as const, subject: kind, detail, at: first.at, sentence: '' }];
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

function openClaims({ classifier: { claims } }: Rubric): StatementContext['claims'] {
  return claims === null ? null : { judge: new SentenceJudge(claims), least: claims.least };
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
  const { passages, unread } = readText(text, body, buildLayoutPatterns(rubric.grammar));
  const vocabulary = getVocabularyFor(rubric, [JSON.stringify(description), ...passages.flatMap(listPassageTexts)]);
  const ordinary = collectOrdinaryWords(passages, vocabulary.ordinary);
  const actors = identifyActors(description.name, rubric.statements, ordinary);
  const ledger = buildLedger(description, report, rubric, vocabulary);
  const context: StatementContext = {
    ledger,
    told: collectTold(passages, ledger, vocabulary),
    vocabulary,
    actors,
    offer: collectOfferWords(description.offer ?? '', vocabulary),
    claims: passages.length === 0 ? null : openClaims(rubric),
    buyers: (ledger.customerAnswers ?? []).flatMap(({ name }) => listCallNames(name)),
    asOf: report.asOf,
    grades: rubric.evidence.grades.map(({ id }) => id),
  };
  const places = new TextPlaces(text);
  const checked: (ReturnType<typeof checkPassage> & { readonly passage: Passage })[] = [];
  let count = 0;
  for (const passage of passages) {
    const part = checkPassage(passage, context);
    checked.push({ passage, ...part });
    count += part.found.length;
    if (count > MOST_FINDINGS) throw new RangeError(`more than ${MOST_FINDINGS} findings`);
  }
  const outside = unread.map(({ kind, from, to }) => ({
    kind,
    at: { from, to },
    words: kind === 'code' ? countWords(text.slice(from, to)) : 0,
  }));
  const unjudged = [...checked.flatMap((part) => part.unjudged), ...outside].sort((a, b) => a.at.from - b.at.from);
  const words = [...passages.map((passage) => countWords(passage.text)), ...outside.map((part) => part.words)];
  return [
    ...checked.flatMap(({ passage, found }) => found.map((entry) => ({ ...entry, at: toFileSpan(passage, entry.at) }))),
    ...tellUnjudged(
      unjudged,
      words.reduce((sum, more) => sum + more, 0),
    ),
  ]
    .sort((a, b) => a.at.from - b.at.from || a.at.to - b.at.to || (a.id < b.id ? -1 : 1))
    .map(({ at, ...found }) => ({ ...found, at: places.span(at) }));
}
