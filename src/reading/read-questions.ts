import { SentenceJudge } from '../classify/sentences.ts';
import type { CueFigure } from '../model/criterion.ts';
import type { QuestionQuote, QuestionReading, Reading } from '../model/reading.ts';
import type { Criterion, Track } from '../model/rubric.ts';
import { findCustomers } from '../prose/customers.ts';
import { findLaws } from '../prose/laws.ts';
import type { PassageSpan } from '../prose/passage.ts';
import { type Actors, isDenied } from '../prose/stance.ts';
import type { StatedFigure } from '../prose/stated-figure.ts';
import { getVocabulary, type Vocabulary } from '../prose/vocabulary.ts';
import { type CriterionCue, type CueIndex, getCueIndex, type HeardCue, type HeardPhrases } from './cue-index.ts';
import type { DocumentProse } from './document-prose.ts';
import type { ReadingContext } from './reading-context.ts';
import { StatementOwners } from './statement-owner.ts';
import { type DocumentStatement, findStatedFigures, listStatements } from './statements.ts';

/** The most statements that a reading quotes on a question. */
const MOST_QUOTES = 40;

/** How telling it is that words are denied, and whose they are, in addition to what the classifier and the cues say. */
const TELLING = { denied: 1, project: 1, other: -2 } as const;

/** What a line says before what it says it of. */
const LABEL = /^\p{L}[^:]{1,40}:/u;

/** How far from the words of a cue a number may be that is of nothing. */
const REACH = 40;

/** A figure of two digits or more, or with a magnitude, that is not a year, a version as in `TLS 1.3`, or part of a word. */
const ANY_NUMBER =
  /(?<![\p{L}\p{N}.#/-])(?!(?:19|20)\d\d(?!\d|[.,]\d)|(?<=\p{Lu}\p{L}{0,20} )\d\.\d(?![\d%kKMBx×]))(?:\d[\d.,]*\d|\d ?[kKMB%x×])(?![\p{L}\p{N}]*-)/u;

/**
 * True where names are listed, behind a label or without one: "DeFi: Acme, dBank", and not "Funds: groups that hold much". A label
 * may be a name too, unless it is one of many: "Nordland Bank: a pilot".
 */
function listsNames(text: string): boolean {
  const [label = ''] = LABEL.exec(text) ?? [];
  const isListed = (part: string) => {
    const words = part.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
    return words.length > 0 && words.filter((word) => /\p{Lu}/u.test(word)).length * 2 >= words.length;
  };
  return isListed(text.slice(label.length)) || (isListed(label) && !/[s)]:$/.test(label));
}

/** A statement that bears on a question. */
interface HeardStatement {
  readonly statement: DocumentStatement;
  readonly whose: QuestionQuote['whose'];
  readonly weight: number;
}

/** Whom a statement, or a cell of a row, names as customers. */
function listCustomers(statement: DocumentStatement, actors: Actors, vocabulary: Vocabulary): readonly string[] {
  const { cells } = statement;
  const parts =
    cells.length === 0 ? [statement] : cells.map((cell) => ({ ...cell, from: 0, to: cell.passage.text.length }));
  return parts.flatMap((part) => findCustomers(part, actors, vocabulary).map(({ name }) => name));
}

/** What one statement holds besides phrases, each looked for when it is first asked for. */
class StatementContent {
  readonly #statement: DocumentStatement;
  readonly #actors: Actors;
  readonly #vocabulary: Vocabulary;
  #figures: readonly StatedFigure[] | null = null;
  readonly #names = new Map<string, boolean>();

  constructor(statement: DocumentStatement, actors: Actors, vocabulary: Vocabulary) {
    this.#statement = statement;
    this.#actors = actors;
    this.#vocabulary = vocabulary;
  }

  /** A number that is of nothing counts next to the words; in a row, anywhere. */
  hasFigure(kinds: readonly CueFigure[], { from, to }: PassageSpan): boolean {
    const { cells, text } = this.#statement;
    const near = cells.length > 0 || to === 0 ? text : text.slice(Math.max(0, from - REACH), to + REACH);
    if (kinds.includes('number') && ANY_NUMBER.test(near)) return true;
    this.#figures ??= findStatedFigures(this.#statement, this.#vocabulary);
    return this.#figures.some((figure) => kinds.some((kind) => this.#isOfKind(figure, kind)));
  }

  #isOfKind({ of, per }: StatedFigure, kind: CueFigure): boolean {
    const isMoney = this.#vocabulary.statements.currencies.some(({ id }) => id === of);
    if (kind === 'money') return isMoney;
    if (kind === 'rate') return isMoney && per.length > 0;
    return of === (kind === 'size' ? 'bytes' : kind);
  }

  hasName(kind: NonNullable<CriterionCue['names']>): boolean {
    const known = this.#names.get(kind) ?? this.#findName(kind);
    this.#names.set(kind, known);
    return known;
  }

  #findName(kind: NonNullable<CriterionCue['names']>): boolean {
    const { passage, text } = this.#statement;
    if (kind === 'any') return listsNames(text);
    if (kind === 'regulation')
      return findLaws(passage.text, this.#statement, this.#vocabulary.laws).some((law) => law.regulation !== null);
    return listCustomers(this.#statement, this.#actors, this.#vocabulary).length > 0;
  }
}

/** The phrases found in a statement, in the heads of its columns, in what it is under, and in the heading above that. */
type HeardAround = Readonly<Record<'said' | 'heads' | 'under' | 'above', HeardPhrases>>;

/** Where the words of a cue are in a statement; null where a part of it is missing. In a row, the heads of the columns say what a figure is. */
function meets(cue: CriterionCue, number: number, around: HeardAround): PassageSpan | null {
  const partsIn = (where: keyof HeardAround): HeardCue => around[where].cues.get(number) ?? {};
  const [said, heads, under] = [partsIn('said'), partsIn('heads'), partsIn('under')];
  if (said.unless !== undefined) return null;
  if (cue.says !== null && (said.says ?? (cue.figure === null ? undefined : heads.says)) === undefined) return null;
  if (cue.with !== null && (said.with ?? heads.with) === undefined) return null;
  const isUnder = (under.under ?? partsIn('above').under) !== undefined && under.unless === undefined;
  if (cue.under !== null && !isUnder) return null;
  return said.says ?? { from: 0, to: 0 };
}

/** Sorts statements by the questions that they bear on. */
export class QuestionReader {
  readonly heard = new Map<string, HeardStatement[]>();
  readonly #index: CueIndex;
  readonly #vocabulary: Vocabulary;
  readonly #owners: StatementOwners;
  readonly #context: ReadingContext;
  readonly #judge: SentenceJudge;
  /** The criteria on which what is said of a rival or of the market bears, too. */
  readonly #ofOthers: ReadonlySet<string>;

  constructor(context: ReadingContext) {
    this.#context = context;
    this.#judge = new SentenceJudge(context.rubric.classifier.sentences);
    this.#index = getCueIndex(context.rubric);
    this.#vocabulary = getVocabulary(context.rubric);
    this.#owners = new StatementOwners(context);
    this.#ofOthers = new Set(this.#index.cues.filter((cue) => cue.of_others).map((cue) => cue.criterion));
  }

  read(statement: DocumentStatement): void {
    const said = this.#index.hear(statement.text);
    const { always, form } = said.marks;
    if (always !== undefined || form?.from === 0 || this.#isBehindNoise(statement)) return;
    const whose = this.#owners.ownerOf(statement, said);
    for (const [criterion, { weight, at }] of this.weigh(statement, said)) {
      const isOthers = whose === 'rival' || whose === 'market';
      if (isOthers && !this.#ofOthers.has(criterion)) continue;
      const denied = at !== undefined && isDenied(statement, at, this.#vocabulary) ? TELLING.denied : 0;
      const owner = whose === 'project' ? TELLING.project : whose === 'unsaid' ? 0 : TELLING.other;
      const heard = this.heard.get(criterion) ?? [];
      heard.push({ statement, whose, weight: weight + denied + owner });
      this.heard.set(criterion, heard);
    }
  }

  /** The criteria that a statement bears on, whoever it is about: how far, and where the words of a cue are. */
  weigh(
    statement: DocumentStatement,
    said = this.#index.hear(statement.text),
  ): ReadonlyMap<string, { readonly weight: number; readonly at: PassageSpan | undefined }> {
    const cued = this.#findCued(statement, said);
    const { least, cue } = this.#context.rubric.reading.quotes;
    const judged = this.#judge.judge({ text: statement.text, under: `${statement.under} ${statement.above}` });
    const weighed = this.#context.rubric.criteria.map(({ id }) => {
      const at = cued.get(id);
      // Of a criterion of which nothing was learnt, the cues decide.
      return [id, { weight: (judged.get(id) ?? least - cue) + (at === undefined ? 0 : cue), at }] as const;
    });
    return new Map(weighed.filter(([, { weight }]) => weight >= least));
  }

  /** The criteria of which a cue is met, with where its words are. */
  #findCued(statement: DocumentStatement, said: HeardPhrases): ReadonlyMap<string, PassageSpan> {
    const hear = (text: string) => this.#index.hear(text);
    const [heads, under, above] = [hear(statement.heads), hear(statement.under), hear(statement.above)];
    const around = { said, heads, under, above };
    const content = new StatementContent(statement, this.#owners.actors, this.#vocabulary);
    const met = new Map<string, PassageSpan>();
    for (const number of new Set(Object.values(around).flatMap(({ cues }) => [...cues.keys()]))) {
      const cue = this.#index.cues[number];
      if (cue === undefined || met.has(cue.criterion)) continue;
      const at = meets(cue, number, around);
      if (at === null) continue;
      if (cue.figure !== null && !content.hasFigure(cue.figure, at)) continue;
      if (cue.names !== null && !content.hasName(cue.names)) continue;
      met.set(cue.criterion, { from: statement.from + at.from, to: statement.from + at.to });
    }
    return met;
  }

  /** Whom what was heard of the project on a criterion names as customers. */
  listNames(criterion: string): QuestionReading['names'] {
    return (this.heard.get(criterion) ?? [])
      .filter(({ whose }) => whose === 'project' || whose === 'unsaid')
      .flatMap((heard) =>
        listCustomers(heard.statement, this.#owners.actors, this.#vocabulary).map((name) => ({
          name,
          quote: toQuote(heard),
        })),
      );
  }

  /** True where the label of the line marks no fact for a buyer: "Payment address: 0x1. In USDC, please." */
  #isBehindNoise({ passage, from, cells }: DocumentStatement): boolean {
    const [label] = cells.length > 0 || from === 0 ? [] : (LABEL.exec(passage.text) ?? []);
    return label !== undefined && this.#index.hear(label).marks.always !== undefined;
  }
}

function toQuote({ statement, whose }: HeardStatement): QuestionQuote {
  return { text: statement.text.trim(), place: statement.place, whose };
}

/** The most telling first; what is told twice is told once. */
function toQuotes(heard: readonly HeardStatement[]): QuestionQuote[] {
  const seen = new Set<string>();
  return heard
    .map((entry, order) => ({ ...entry, order }))
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
    .filter(({ statement }) => {
      const key = statement.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    })
    .slice(0, MOST_QUOTES)
    .map(toQuote);
}

/** Share of a track's weight that a criterion has. */
function computeShare(criterion: Criterion, track: Track, { rubric }: ReadingContext): number {
  if (criterion.not_applicable[track.id] !== undefined) return 0;
  const beside = rubric.criteria.filter(
    (other) => other.dimension === criterion.dimension && other.not_applicable[track.id] === undefined,
  );
  const whole = beside.reduce((sum, { weight }) => sum + weight, 0);
  return whole === 0 ? 0 : ((track.weights[criterion.dimension]?.weight ?? 0) / 100) * (criterion.weight / whole);
}

/** By dimension, what the documents say on the question of each criterion that the track asks, the most telling first. */
export function readQuestions(proses: readonly DocumentProse[], context: ReadingContext): Reading['dimensions'] {
  const { rubric, track } = context;
  const tracks = rubric.tracks.filter(({ id }) => track === null || id === track);
  const reader = new QuestionReader(context);
  for (const statement of listStatements(proses, rubric)) reader.read(statement);
  return rubric.dimensions.map(({ id, title }) => ({
    id,
    title,
    questions: rubric.criteria
      .filter((criterion) => criterion.dimension === id)
      .map((criterion) => ({
        criterion: criterion.id,
        title: criterion.title,
        question: criterion.ask_as,
        share: tracks.reduce((sum, one) => sum + computeShare(criterion, one, context), 0) / tracks.length,
        quotes: toQuotes(reader.heard.get(criterion.id) ?? []),
        names: criterion.cues.some(({ names }) => names === 'customer') ? reader.listNames(criterion.id) : [],
      }))
      .filter(({ share }) => share > 0),
  }));
}
