import type { Level } from '../model/level.ts';
import { compareRationals, type Rational, toRational } from '../model/rational.ts';
import type { AlternativeReport } from '../model/report.ts';
import type { Alternative, AlternativeFigure, CitedDocument, Criterion, Rubric } from '../model/rubric.ts';
import type { ExactRatio, GradedEvidence, ReadContext, ShownRatio, SupportedStatement } from './criterion-kind.ts';
import { findThresholdLevel } from './fields-and-thresholds.ts';
import {
  computeRatio,
  findCurrentFigure,
  findHardestRivals,
  hasRegisteredAlternative,
  type ProjectSide,
  type Rival,
  reportAlternative,
} from './rivals.ts';

/** An alternative that the register does not have. */
export interface OwnAlternative {
  readonly name: string;
  readonly value: number;
  readonly unit: string | null;
  readonly sources: readonly string[];
}

/** The project's figure beside that of an alternative: a registered one by id, or one of the author's own. */
export interface ComparisonAnswer extends SupportedStatement {
  readonly project: number;
  readonly alternative: string | OwnAlternative;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  readonly workload: string | null;
  readonly service_class: string | null;
  /** Sources that show the class; without one that can be inspected it counts as claimed only. */
  readonly class_sources: readonly string[];
}

/** The comparison as its author makes it. */
export interface AuthorComparison {
  readonly ratio: Rational;
  readonly yardstick: AlternativeReport;
  readonly graded: GradedEvidence;
  /** True for a registered alternative of the track, which is among the rivals already. */
  readonly isRival: boolean;
}

/** The registered alternative that the author chose, or what they state of their own. */
export function findChosenAlternative(answer: ComparisonAnswer, rubric: Rubric): Alternative | OwnAlternative {
  if (typeof answer.alternative !== 'string') return answer.alternative;
  const found = rubric.alternatives.find((entry) => entry.id === answer.alternative);
  if (found === undefined) throw new Error(`no alternative is registered as ${answer.alternative}`);
  return found;
}

/** What a figure of the register rests on; where that bears no date, it is as old as the day that the register gives the figure for. */
export function toDatedDocument({ source, from }: AlternativeFigure): CitedDocument {
  return { ...source, date: source.date ?? from };
}

function gradeFigure(figure: AlternativeFigure, context: ReadContext): GradedEvidence {
  return context.gradeReference(toDatedDocument(figure));
}

/** The author's ratio and the grade of its weaker side. */
export function readAuthorComparison(answer: ComparisonAnswer, context: ReadContext): AuthorComparison {
  const { rubric } = context;
  const chosen = findChosenAlternative(answer, rubric);
  const project = { value: answer.project, unit: answer.unit };
  const cited = context.grade(answer.sources);
  if ('figures' in chosen) {
    const figure = findCurrentFigure(chosen, context.asOf);
    const graded = gradeFigure(figure, context);
    return {
      ratio: computeRatio(project, { value: figure.value, unit: chosen.unit }, answer.better, rubric),
      yardstick: reportAlternative(chosen, figure, graded.grade.id),
      graded: context.weaker(cited, graded),
      isRival: chosen.track === context.track,
    };
  }
  const side = { value: chosen.value, unit: chosen.unit ?? answer.unit };
  return {
    ratio: computeRatio(project, side, answer.better, rubric),
    yardstick: { id: null, name: chosen.name, ...side, from: null, source: null },
    graded: context.weaker(cited, context.grade(chosen.sources)),
    isRival: false,
  };
}

/** A rival as a report names it. */
export function reportRival({ alternative, figure }: Rival, context: ReadContext): AlternativeReport {
  return reportAlternative(alternative, figure, gradeFigure(figure, context).grade.id);
}

/** The ratio as far as a cap carries it: under the threshold of the first level that the cap rules out. */
function capRatio(ratio: Rational, cap: Level, criterion: Criterion): ExactRatio {
  const limit = criterion.levels[cap + 1]?.at_least;
  if (typeof limit !== 'number' || compareRationals(ratio, toRational(limit)) < 0)
    return { value: ratio, below: false };
  return { value: toRational(limit), below: true };
}

/** The level that a ratio reaches, compared exactly. */
export function computeRatioLevel(ratio: Rational, criterion: Criterion): Level {
  return findThresholdLevel(criterion, (threshold) => compareRationals(ratio, toRational(threshold)) >= 0);
}

/** The harder of a rival and an alternative of the author's own; null where it is a rival itself. */
function pickHarderRatio(rival: Rival, own: Rational | null): Rational {
  return own === null || compareRationals(rival.ratio, own) < 0 ? rival.ratio : own;
}

/** The rivals, hardest first, by the class as stated and by the class as far as evidence shows it. */
export interface RivalSets {
  readonly stated: readonly Rival[];
  readonly shown: readonly Rival[];
}

/** The grade that shows a service class, or a better one. */
function isClassShown(answer: ComparisonAnswer, context: ReadContext): boolean {
  const { grades, class_shown_by } = context.rubric.evidence;
  const rankOf = (id: string) => grades.findIndex((grade) => grade.id === id);
  return rankOf(context.grade(answer.class_sources).grade.id) >= rankOf(class_shown_by);
}

export function findRivals(answer: ComparisonAnswer, context: ReadContext): RivalSets {
  const { project: value, unit, better, workload, service_class: serviceClass } = answer;
  const { criterion, track, rubric, asOf } = context;
  const side: ProjectSide = { criterion: criterion.id, track, value, unit, better, workload, serviceClass };
  const stated = findHardestRivals(side, asOf, rubric);
  const isShown = isClassShown(answer, context);
  return { stated, shown: isShown ? stated : findHardestRivals({ ...side, serviceClass: null }, asOf, rubric) };
}

/** The multiple that a break-even gate may read, and the alternative that decides it. */
export function computeShownRatio(
  answer: ComparisonAnswer,
  author: AuthorComparison,
  rivals: RivalSets,
  context: ReadContext,
): ShownRatio {
  const { criterion, rubric, track } = context;
  const [hardest] = rivals.shown;
  if (hardest === undefined) {
    const own: ExactRatio = { value: author.ratio, below: false };
    const stands = !hasRegisteredAlternative(criterion.id, track, rubric);
    const supported = stands ? capRatio(author.ratio, author.graded.cap, criterion) : null;
    return { bounds: { supported, claimed: own, possible: own }, against: author.yardstick };
  }
  const own = author.isRival ? null : author.ratio;
  const isRegisterHarder = own === null || compareRationals(hardest.ratio, own) <= 0;
  const graded = isRegisterHarder
    ? context.weaker(context.grade(answer.sources), gradeFigure(hardest.figure, context))
    : author.graded;
  return {
    bounds: {
      supported: capRatio(pickHarderRatio(hardest, own), graded.cap, criterion),
      claimed: { value: pickHarderRatio(rivals.stated[0] ?? hardest, own), below: false },
      possible: { value: pickHarderRatio(rivals.stated.at(-1) ?? hardest, own), below: false },
    },
    against: isRegisterHarder ? reportRival(hardest, context) : author.yardstick,
  };
}
