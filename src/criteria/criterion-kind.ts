import type { Day } from '../model/day.ts';
import type { Citation } from '../model/description.ts';
import type { Diagnostic, Inconsistency, Span } from '../model/diagnostic.ts';
import { BOUNDS, type Bounds, HIGHEST, LEVELS, type Level, LOWEST, maxLevel, minLevel } from '../model/level.ts';
import { compareRationals, type Rational } from '../model/rational.ts';
import type { AlternativeReport, ComparisonReport, Finding, ItemReport, RuleId, SourceUse } from '../model/report.ts';
import type { CitedDocument, Criterion, Grade, Rubric } from '../model/rubric.ts';
import type { AnySchema, Schema } from '../model/schema/schema.ts';

/** What the sources cited for one answer come to: the best of them counts. */
export interface GradedEvidence {
  readonly grade: Grade;
  /** The highest level that the grade carries on this criterion. */
  readonly cap: Level;
  /** The highest level that the sources carry where this level is asked of them; a level may rule some of them out. */
  capAt(level: Level): Level;
  readonly sources: readonly SourceUse[];
}

/** What an answer is worth by its evidence: at least what the same sources would carry at any lower level. */
export function supportLevel(claimed: Level, { capAt }: Pick<GradedEvidence, 'capAt'>): Level {
  let most = LOWEST;
  for (const level of LEVELS) if (level <= claimed) most = maxLevel(most, minLevel(level, capAt(level)));
  return most;
}

/** Everything that a kind may know while it turns an answer into a level. */
export interface ReadContext {
  readonly rubric: Rubric;
  readonly criterion: Criterion;
  readonly track: string;
  readonly asOf: string;
  /** The name of the project. */
  readonly project: string;
  /** Grades the sources that are cited. */
  grade(citations: readonly Citation[]): GradedEvidence;
  /** Grades a document that the rubric's own registers cite. */
  gradeReference(reference: CitedDocument): GradedEvidence;
  /** The weaker of two gradings, which is what a comparison of two sides rests on. */
  weaker(a: GradedEvidence, b: GradedEvidence): GradedEvidence;
  /** Place in the file of a part of the answer, by JSON pointer below the answer. */
  span(pointer: string): Span | null;
}

/** A multiple of the alternative. `below` means that evidence caps it: anything under `value`, not `value` itself. */
export interface ExactRatio {
  readonly value: Rational;
  readonly below: boolean;
}

/** A multiple that a break-even gate can read; null stands for nothing shown. */
export interface ShownRatio {
  readonly bounds: Bounds<ExactRatio | null>;
  readonly against: Bounds<AlternativeReport | null>;
}

/** The multiples of what buyers mostly use today, and of the best registered alternative. */
export type ShownRatios = Readonly<Record<'incumbents' | 'best', ShownRatio>>;

/** An answer turned into levels. `supported` <= `claimed` <= `possible` always holds. */
export interface AnswerReading {
  readonly said: string;
  readonly note: string | null;
  readonly levels: Bounds<Level>;
  readonly graded: GradedEvidence;
  readonly disputedBy: readonly Citation[];
  readonly items: readonly ItemReport[];
  readonly comparison: ComparisonReport | null;
  readonly shown: ShownRatios | null;
  readonly findings: readonly Finding[];
}

/** Something in an answer that the shape alone can't rule out; the place is a path below the answer. */
export interface AnswerIssue extends Diagnostic<readonly (string | number)[]> {
  /** The words that would be right there; empty where none can be proposed. */
  readonly candidates: readonly string[];
}

/** A citation, and where below the answer it stands. */
interface PlacedCitation extends Citation {
  readonly path: readonly (string | number)[];
}

/** The fields of an answer, or of an item of a list, that a person has given so far. */
export type AnswerFields = Readonly<Record<string, unknown>>;

/** One of several answers to choose from, with the fields that it fills. */
export interface FormChoice {
  readonly id: string;
  readonly label: string;
  readonly fields: AnswerFields;
}

/** What a person is asked for an answer, in plain words; `fieldsOf` turns what they write into fields. */
export type FormQuestion =
  | { readonly kind: 'choice'; readonly question: string; readonly choices: readonly FormChoice[] }
  | {
      readonly kind: 'text';
      readonly question: string;
      readonly example: string;
      fieldsOf(text: string): AnswerFields;
    }
  | {
      readonly kind: 'figure';
      readonly question: string;
      readonly unit: string;
      readonly shape: AnySchema;
      /** A figure of the size that is usual in the unit; left out where none is known. */
      readonly example?: string;
      fieldsOf(figure: number): AnswerFields;
    }
  /** Which documents show it, by the field that cites them. */
  | { readonly kind: 'sources'; readonly question: string; readonly key: string };

/** Where an answer is asked for. */
export interface FormContext {
  readonly rubric: Rubric;
  readonly criterion: Criterion;
  /** null where none is known. */
  readonly track: string | null;
  readonly asOf: Day;
}

/** The question after which an answer is complete. */
export const ASK_SOURCES: FormQuestion = { kind: 'sources', question: 'Which document shows it?', key: 'sources' };

/**
 * How an answer becomes a level. One file and one line in the registry make a new kind; nothing else in the program
 * knows what a kind's answers look like.
 */
export interface CriterionKind<A> {
  readonly id: string;
  /** True where an answer shows a multiple that a break-even gate can read. */
  readonly hasRatio: boolean;
  /** True where an answer is a list: each item cites its own sources, so that an empty one has none. Left out on any other. */
  readonly isList?: true;
  /** The scales of cases that a criterion of this kind gives a level, each from worst to best; left out where levels are told otherwise. */
  readonly cases?: readonly (readonly string[])[];
  /** What a condition of the rubric may ask of an item, with the words for it; left out where there is nothing to ask. */
  readonly itemFacts?: Readonly<Record<string, readonly (string | boolean)[]>>;
  /** True where `enough` items in the best case make the highest level. Left out on any other. */
  readonly isCounted?: true;
  /** What keeps a criterion of a rubric from being one of its kind, with a JSON pointer below the criterion; the first fault, or null. */
  findFault(criterion: Criterion): Inconsistency<string> | null;
  /** The shape of an answer in a description. */
  shape(criterion: Criterion, rubric: Rubric): Schema<A>;
  /** What to ask next for an answer, or for an item of a list, by what is given; null where it is complete. */
  askNext(given: AnswerFields, context: FormContext): FormQuestion | null;
  /** References and units that the shape can't check. */
  check(answer: A, criterion: Criterion, rubric: Rubric): readonly AnswerIssue[];
  citations(answer: A): readonly PlacedCitation[];
  /** The figure that an answer is; left out where it is not one. */
  figureOf?(answer: A): number;
  /** The highest level that any answer could have on the day; left out where every level can be had. */
  findHighestLevel?(criterion: Criterion, rubric: Rubric, track: string, asOf: string): Level;
  /** The levels that some answer claims on the track, on some day that the registers name; left out where all five can be had. */
  listReachableLevels?(criterion: Criterion, rubric: Rubric, track: string): readonly Level[];
  /** Days on which a register of the rubric alone may change what the answer is read as; left out where none does. */
  listChangeDates?(answer: A, criterion: Criterion, rubric: Rubric): readonly Day[];
  read(answer: A, context: ReadContext): AnswerReading;
}

/** The level that the criterion gives a case of its kind. @throws Error for any other word: a checked criterion has each case. */
export function getCaseLevel({ id, cases }: Criterion, word: string): Level {
  const level = cases[word];
  if (level === undefined) throw new Error(`${id} has no level for the case ${word}`);
  return level;
}

/** An item of an answer that is a list, with its level and evidence. */
export interface GradedItem<T extends SupportedStatement> {
  readonly item: T;
  /** Its place in the answer. */
  readonly index: number;
  readonly title: string;
  readonly claimed: Level;
  readonly reason: string;
  readonly graded: GradedEvidence;
}

/** The grading of the item that carries a list highest, with the sources of all items, each once. */
function pickStrongestEvidence(items: readonly GradedItem<SupportedStatement>[], context: ReadContext): GradedEvidence {
  const carried = ({ claimed, graded }: (typeof items)[number]) => supportLevel(claimed, graded) * 10 + graded.cap;
  const [first, ...rest] = items;
  if (first === undefined) return context.grade([]);
  const best = rest.reduce((a, b) => (carried(b) > carried(a) ? b : a), first);
  const sources = new Map<string, SourceUse>();
  for (const use of items.flatMap(({ graded }) => graded.sources))
    sources.set(use.id, { ...use, quotes: [...(sources.get(use.id)?.quotes ?? []), ...use.quotes] });
  return { ...best.graded, sources: [...sources.values()] };
}

/** The reading of an answer that is a list; the empty list says that there are none. */
export function readListAnswer(
  items: readonly GradedItem<SupportedStatement>[],
  { said, levels, findings }: Pick<AnswerReading, 'said' | 'levels' | 'findings'>,
  context: ReadContext,
): AnswerReading {
  return {
    said: said === '' ? 'none' : said,
    note: null,
    levels,
    graded: pickStrongestEvidence(items, context),
    disputedBy: items.flatMap(({ item }) => item.disputed_by),
    items: items.map(({ item, index, title, claimed, reason, graded }) => ({
      title,
      claimed,
      supported: supportLevel(claimed, graded),
      grade: graded.grade.id,
      reason,
      sources: graded.sources,
      note: item.note,
      at: context.span(`/${index}`),
    })),
    comparison: null,
    shown: null,
    findings,
  };
}

/** A finding about the criterion that is being read. */
export function buildFinding(
  context: ReadContext,
  id: RuleId,
  detail: Finding['detail'] = {},
  pointer = '',
  subject = context.criterion.id,
): Finding {
  return { id, subject, detail, at: context.span(pointer) };
}

/** What every answer, and every item of a list, has besides what it says. */
export interface SupportedStatement {
  readonly sources: readonly Citation[];
  readonly disputed_by: readonly Citation[];
  readonly note: string | null;
}

export function placeCitations(
  citations: readonly Citation[],
  path: readonly (string | number)[],
): readonly PlacedCitation[] {
  return citations.map((citation, index) => ({ ...citation, path: [...path, index] }));
}

/** The citations of `sources` and `disputed_by` below `path`. */
export function listCitations(
  part: SupportedStatement,
  path: readonly (string | number)[] = [],
): readonly PlacedCitation[] {
  return (['sources', 'disputed_by'] as const).flatMap((key) => placeCitations(part[key], [...path, key]));
}

/** The reading of an answer that is one statement with its sources: the evidence caps the level, nothing else bears on it. */
export function readPlainAnswer(
  said: string,
  claimed: Level,
  answer: SupportedStatement,
  context: ReadContext,
): AnswerReading {
  const graded = context.grade(answer.sources);
  return {
    said,
    note: answer.note,
    levels: {
      supported: supportLevel(claimed, graded),
      claimed,
      possible: context.criterion.levels[claimed]?.open === true ? HIGHEST : claimed,
    },
    graded,
    disputedBy: answer.disputed_by,
    items: [],
    comparison: null,
    shown: null,
    findings: [],
  };
}

/** True where two comparisons show the same ratios at every bound, or neither shows one. */
export function hasSameShownRatio(a: ShownRatios | null, b: ShownRatios | null): boolean {
  return (['incumbents', 'best'] as const).every((which) =>
    BOUNDS.every((bound) => {
      const [x, y] = [a?.[which].bounds[bound] ?? null, b?.[which].bounds[bound] ?? null];
      if (x === null || y === null) return x === y;
      return x.below === y.below && compareRationals(x.value, y.value) === 0;
    }),
  );
}
