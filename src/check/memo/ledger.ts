import type { SentenceJudge } from '../../classify/sentences.ts';
import { normalizeName } from '../../criteria/normalize-name.ts';
import type { Description } from '../../model/description.ts';
import type { Finding } from '../../model/finding.ts';
import type { Level } from '../../model/level.ts';
import type { Report } from '../../model/report.ts';
import type { Regulation, Rubric } from '../../model/rubric.ts';
import { findFigures } from '../../prose/find-figures.ts';
import { extractKeywords } from '../../prose/keywords.ts';
import { findLaws } from '../../prose/laws.ts';
import { Parties, readKnownEdge } from '../../prose/parties.ts';
import { overlaps, type PassageSpan, toMatchSpan } from '../../prose/passage.ts';
import { splitSentences } from '../../prose/sentences.ts';
import type { Actors } from '../../prose/stance.ts';
import type { StatedFigure } from '../../prose/stated-figure.ts';
import { findStrongPhrases } from '../../prose/strong-phrases.ts';
import type { Vocabulary } from '../../prose/vocabulary.ts';
import { listBareNumbers } from './computed-figure.ts';
import { createPlainFigure, deriveFigures, type LedgerFigure } from './derive-figures.ts';
import { buildLedgerEntries, type LedgerEntry } from './ledger-entry.ts';

export interface LedgerStrongPhrase {
  readonly family: string;
  readonly entry: LedgerEntry;
  readonly words: ReadonlySet<string>;
}

/** What the front matter says, in the form in which statements of the prose are checked against it. */
export interface Ledger {
  readonly parties: Parties;
  readonly entries: readonly LedgerEntry[];
  readonly figures: readonly LedgerFigure[];
  /** Every number of answers and notes, whatever it counts. */
  readonly numbers: ReadonlySet<number>;
  /** Names of items, plain. */
  readonly customers: readonly { readonly name: string; readonly entry: LedgerEntry }[];
  /** What the description says of customers; null where it says nothing or that it is unknown. */
  readonly customerAnswers: readonly CustomerFacts[] | null;
  /** By criterion, what is said and the level that it claims. */
  readonly answers: ReadonlyMap<
    string,
    { readonly said: string; readonly claimed: Level; readonly levelOf: (option: string) => number }
  >;
  /** The criteria that the track asks. */
  readonly asked: ReadonlySet<string>;
  /** Everything that the answers and the titles of sources say, plain, between blanks. */
  readonly allText: string;
  /** Those that the answers cite. */
  readonly regulations: readonly Regulation[];
  /** Ids of regulations, with the first entry that has a source. */
  readonly laws: ReadonlyMap<string, LedgerEntry>;
  readonly strong: readonly LedgerStrongPhrase[];
}

/** What every statement of a memo is judged with. */
export interface StatementContext {
  readonly ledger: Ledger;
  readonly vocabulary: Vocabulary;
  readonly actors: Actors;
  /** What was learnt of claims, and the least weight of one; null where nothing was. */
  readonly claims: { readonly judge: SentenceJudge; readonly least: number } | null;
  /** The words of what is sold. */
  readonly offer: ReadonlySet<string>;
  /** The customers of the list by their names, and by the longest word of each. */
  readonly buyers: readonly string[];
  /** The day on which laws are judged. */
  readonly asOf: string;
  /** Figures of the ledger that the text tells somewhere. */
  readonly told: ReadonlySet<LedgerFigure>;
  /** Ids of the evidence grades, from worst to best. */
  readonly grades: readonly string[];
}

/** A finding about a stretch of a passage, before it has a place in the file. */
export interface StatementFinding extends Pick<Finding, 'id' | 'subject' | 'detail'> {
  readonly at: PassageSpan;
}

/** The words by which a criterion is known: those of its title and of the rubric's list. */
function collectSubjectWords(criterion: string, rubric: Rubric, { keywords }: Vocabulary): ReadonlySet<string> {
  const title = rubric.criteria.find(({ id }) => id === criterion)?.title ?? '';
  return extractKeywords([title, ...(rubric.statements.subjects[criterion] ?? [])].join(' '), keywords);
}

const NO_WORDS: ReadonlySet<string> = new Set();
const UNQUALIFIED = {
  derived: null,
  owner: null,
  beside: null,
  rise: null,
  edge: null,
  near: NO_WORDS,
  isAnswer: false,
} as const;

/** How many items each list has, under every word for what is counted. */
function countItems(
  report: Report,
  entries: readonly LedgerEntry[],
  counts: readonly string[],
): readonly LedgerFigure[] {
  return report.dimensions.flatMap(({ criteria }) =>
    criteria.flatMap((answered) => {
      const entry = entries.find(({ criterion }) => criterion === answered.id);
      if (answered.status !== 'answered' || answered.items.length === 0 || entry === undefined) return [];
      const levels = answered.items.map(({ claimed }) => claimed);
      const sizes = new Set([1, 2, 3].map((level) => levels.filter((claimed) => claimed >= level).length));
      return [...sizes].flatMap((size) =>
        counts.map((what) => ({
          figure: createPlainFigure(size, 'count', what.toLowerCase()),
          entry,
          words: NO_WORDS,
          subject: NO_WORDS,
          ...UNQUALIFIED,
        })),
      );
    }),
  );
}

/** Letters of a note that are read; a text made to have more takes minutes. */
const LONGEST_TEXT = 5000;

const toWholeSpan = (text: string): PassageSpan => ({ from: 0, to: text.length });

const BARE_NUMBER = /(?<![\p{L}\p{N}.,/:#-])\d{1,12}(?:,\d{3})*(?:\.\d+)?(?![\p{L}\p{N}/:-])(?!\.\d)/gu;

/** A bare number of a note has the unit of the figure before it: "10 percent in one season, with 17 for the next". */
function addEllipticFigures(
  text: string,
  sentence: PassageSpan,
  figures: readonly StatedFigure[],
): readonly StatedFigure[] {
  const bare = [...text.slice(sentence.from, sentence.to).matchAll(BARE_NUMBER)].flatMap((match) => {
    const [said] = match;
    const at = toMatchSpan(match, sentence.from);
    const before = figures.findLast((figure) => figure.to <= at.from);
    if (before === undefined || /^(?:19|20)\d\d$/.test(said) || figures.some((figure) => overlaps(at, figure)))
      return [];
    const [digits] = /\d[\d,.]*/.exec(before.said) ?? [];
    const scale =
      digits === undefined ? 1 : before.value / (Number(digits.replace(/,(?=\d{3})|\.$/g, '')) || before.value);
    return [{ ...before, ...at, said, value: Number(said.replaceAll(',', '')) * scale, slack: 0, hedge: null }];
  });
  return [...figures, ...bare];
}

/** The figures of a text, each with the words of its sentence and whose it is. */
function collectFigures(
  text: string,
  entry: LedgerEntry,
  parties: Parties,
  rubric: Rubric,
  vocabulary: Vocabulary,
): readonly LedgerFigure[] {
  const subject = collectSubjectWords(entry.criterion, rubric, vocabulary);
  const words = new Set([...subject, ...extractKeywords(entry.texts.join(' '), vocabulary.keywords)]);
  const isAnswer = text === entry.texts[0] && text === entry.answer;
  return splitSentences(text, vocabulary.abbreviations).flatMap((sentence) =>
    addEllipticFigures(text, sentence, findFigures(text, sentence, vocabulary.figures, { withSmall: true })).map(
      (figure): LedgerFigure => {
        const direction = parties.directionOf(text, sentence, figure);
        const owner = entry.owner === undefined ? parties.ownerOf(text, sentence, figure) : parties.of(entry.owner);
        const edge = readKnownEdge(direction, figure);
        const own = extractKeywords(text.slice(sentence.from, sentence.to), vocabulary.keywords);
        const near = isAnswer ? new Set([...own, ...subject]) : own;
        return { ...UNQUALIFIED, figure, entry, words, subject, near, isAnswer, owner, rise: direction.rise, edge };
      },
    ),
  );
}

/** The project, registered alternatives, and those that the answers compare it with. */
function collectParties(
  description: Description,
  report: Report,
  entries: readonly LedgerEntry[],
  vocabulary: Vocabulary,
): Parties {
  const parties = new Parties(description.name, vocabulary);
  for (const name of vocabulary.alternatives) parties.add(name);
  for (const answered of report.dimensions.flatMap(({ criteria }) => criteria)) {
    if (answered.status !== 'answered' || answered.comparison === null) continue;
    const { author, best } = answered.comparison;
    for (const side of [author, ...(best === null ? [] : [best])]) parties.add(side.name);
    for (const { criterion, texts, owner } of entries)
      if (criterion === answered.id && owner === undefined) for (const text of texts) parties.addFrom(text);
  }
  return parties;
}

/** What an item of the list of customers says. */
export interface CustomerFacts {
  readonly name: string;
  readonly stage: string | null;
  readonly paid: boolean | null;
}

/** The customers of a description as it lists them; null without a list. */
function collectCustomers({ answers }: Description, criteria: readonly string[]): readonly CustomerFacts[] | null {
  const lists = criteria.flatMap((criterion) => {
    const answer = answers[criterion];
    return answer?.status === 'answered' && Array.isArray(answer.value)
      ? [answer.value as readonly CustomerFacts[]]
      : [];
  });
  return lists.length === 0 ? null : lists.flat();
}

/** The answers that are an option, with the level that each claims and those of its options. */
function collectAnswers({ dimensions }: Report, { criteria }: Rubric): Ledger['answers'] {
  return new Map(
    dimensions.flatMap(({ criteria: answered }) =>
      answered.flatMap((entry) => {
        const levels = criteria.find(({ id }) => id === entry.id)?.levels ?? [];
        if (entry.status !== 'answered' || levels.every(({ option }) => option === null)) return [];
        const levelOf = (option: string) => levels.findIndex((level) => level.option === option);
        return [[entry.id, { said: entry.said, claimed: entry.levels.claimed, levelOf }] as const];
      }),
    ),
  );
}

export function buildLedger(description: Description, report: Report, rubric: Rubric, vocabulary: Vocabulary): Ledger {
  const none = rubric.evidence.grades[0]?.id ?? '';
  const entries = buildLedgerEntries(description, report, none);
  const { counts, roles } = rubric.statements;
  const parties = collectParties(description, report, entries, vocabulary);
  const laws = new Map<string, LedgerEntry>();
  const figures: LedgerFigure[] = [];
  const strong: LedgerStrongPhrase[] = [];
  for (const entry of entries) {
    for (const whole of entry.texts) {
      const text = whole.slice(0, LONGEST_TEXT).normalize('NFC');
      figures.push(...collectFigures(text, entry, parties, rubric, vocabulary));
      for (const { regulation } of findLaws(text, toWholeSpan(text), vocabulary.laws))
        if (regulation !== null && (entry.isSourced || !laws.has(regulation.id))) laws.set(regulation.id, entry);
      for (const { family } of findStrongPhrases(text, toWholeSpan(text), vocabulary))
        strong.push({ family: family.id, entry, words: extractKeywords(text, vocabulary.keywords) });
    }
  }
  figures.push(...deriveFigures(report, figures, vocabulary), ...countItems(report, entries, counts));
  const titles = description.sources.map(({ title }) => title);
  return {
    parties,
    entries,
    figures,
    numbers: new Set(entries.flatMap(({ texts }) => listBareNumbers(texts.join(' | '), vocabulary.figures))),
    customerAnswers: collectCustomers(description, roles.customers),
    answers: collectAnswers(report, rubric),
    asked: new Set(
      report.dimensions.flatMap(({ criteria }) =>
        criteria.flatMap(({ id, status }) => (status === 'not-applicable' ? [] : [id])),
      ),
    ),
    customers: entries
      .filter(({ criterion }) => roles.customers.includes(criterion))
      .flatMap((entry) => entry.names.map((name) => ({ name: normalizeName(name, vocabulary.noise), entry }))),
    allText: ` ${normalizeName([...entries.flatMap(({ texts }) => texts), ...titles].join(' | '), { ...vocabulary.noise, forms: [] })} `,
    laws,
    regulations: rubric.regulations.filter(({ id }) => laws.has(id)),
    strong,
  };
}
