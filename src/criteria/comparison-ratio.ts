import type { Citation } from '../model/description.ts';
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
  type ProjectSide,
  type Rival,
  reportAlternative,
} from './rivals.ts';

/** An alternative that the register does not have. */
export interface OwnAlternative {
  readonly name: string;
  readonly value: number;
  readonly unit: string | null;
  readonly sources: readonly Citation[];
}

/** The project's figure and that of an alternative: a registered one by id, or one of the author's own. */
export interface ComparisonAnswer extends SupportedStatement {
  readonly project: number;
  readonly alternative: string | OwnAlternative;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  readonly workload: string | null;
  readonly service_class: string | null;
  /** Sources that show the class; without one that can be inspected it counts as claimed only. */
  readonly class_sources: readonly Citation[];
}

/** The comparison as its author makes it: printed, and of no bearing on a mark that the register can give. */
export interface AuthorComparison {
  readonly ratio: Rational;
  readonly yardstick: AlternativeReport;
}

/** The registered alternative that the author chose, or what they state of their own. */
export function findChosenAlternative(answer: ComparisonAnswer, rubric: Rubric): Alternative | OwnAlternative {
  if (typeof answer.alternative !== 'string') return answer.alternative;
  const found = rubric.alternatives.find((entry) => entry.id === answer.alternative);
  if (found === undefined) throw new Error(`no alternative is registered as ${answer.alternative}`);
  return found;
}

/** What a figure of the register rests on; where that is undated, it is as old as the day that the register gives the figure for. */
export function toDatedDocument({ source, from }: AlternativeFigure): CitedDocument {
  return { ...source, date: source.date ?? from };
}

function gradeFigure(figure: AlternativeFigure, context: ReadContext): GradedEvidence {
  return context.gradeReference(toDatedDocument(figure));
}

/** The author's ratio, and what it is a ratio to. */
export function readAuthorComparison(answer: ComparisonAnswer, context: ReadContext): AuthorComparison {
  const { rubric } = context;
  const chosen = findChosenAlternative(answer, rubric);
  const project = { value: answer.project, unit: answer.unit };
  if ('figures' in chosen) {
    const figure = findCurrentFigure(chosen, context.asOf);
    return {
      ratio: computeRatio(project, { value: figure.value, unit: chosen.unit }, answer.better, rubric),
      yardstick: reportAlternative(chosen, figure, gradeFigure(figure, context).grade.id),
    };
  }
  const side = { value: chosen.value, unit: chosen.unit ?? answer.unit };
  return {
    ratio: computeRatio(project, side, answer.better, rubric),
    yardstick: { id: null, name: chosen.name, ...side, from: null, source: null },
  };
}

/** A rival as a report names it. */
export function reportRival({ alternative, figure }: Rival, context: ReadContext): AlternativeReport {
  return reportAlternative(alternative, figure, gradeFigure(figure, context).grade.id);
}

/** What a comparison with a rival rests on: the weaker of the answer's sources and the register's document. */
export function gradeAgainst({ figure }: Rival, cited: GradedEvidence, context: ReadContext): GradedEvidence {
  return context.weaker(cited, gradeFigure(figure, context));
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

/** The rivals of an answer, each list hardest first; empty where the register has none of that workload in that unit. */
export interface RivalSets {
  /** By the class as stated. */
  readonly stated: readonly Rival[];
  /** By the class as far as evidence shows it. */
  readonly shown: readonly Rival[];
  /** Of any class. */
  readonly all: readonly Rival[];
  /** What buyers mostly use today, of any class; all of the workload where the register marks none. */
  readonly incumbents: readonly Rival[];
}

/** The grade that shows a service class, or a better one. */
function isClassShown(answer: ComparisonAnswer, context: ReadContext): boolean {
  const { evidence, service_classes } = context.rubric;
  const { shown_by = null } = service_classes.find(({ id }) => id === answer.service_class) ?? {};
  const rankOf = (id: string) => evidence.grades.findIndex((grade) => grade.id === id);
  return rankOf(context.grade(answer.class_sources).grade.id) >= rankOf(shown_by ?? evidence.class_shown_by);
}

export function findRivals(answer: ComparisonAnswer, context: ReadContext): RivalSets {
  const { project: value, unit, better, workload, service_class: serviceClass } = answer;
  const { criterion, track, rubric, asOf } = context;
  const side: ProjectSide = { criterion: criterion.id, track, value, unit, better, workload, serviceClass };
  const stated = findHardestRivals(side, asOf, rubric);
  const all = findHardestRivals({ ...side, serviceClass: null }, asOf, rubric);
  const marked = { ...rubric, alternatives: rubric.alternatives.filter(({ incumbent }) => incumbent) };
  const incumbents = findHardestRivals({ ...side, serviceClass: null }, asOf, marked);
  return {
    stated,
    shown: isClassShown(answer, context) ? stated : all,
    all,
    incumbents: incumbents.length === 0 ? all : incumbents,
  };
}

/** The multiples that a break-even gate may read; `isBelieved` is false for a figure that counts as claimed only. */
export function computeShownRatio(
  { shown, claimed, possible }: { shown: readonly Rival[]; claimed: Rival | undefined; possible: Rival | undefined },
  cited: GradedEvidence,
  isBelieved: boolean,
  context: ReadContext,
): ShownRatio {
  const [hardest] = shown;
  const toRatio = (rival: Rival | undefined) => (rival === undefined ? null : { value: rival.ratio, below: false });
  const toReport = (rival: Rival | undefined) => (rival === undefined ? null : reportRival(rival, context));
  return {
    bounds: {
      supported:
        hardest === undefined || !isBelieved
          ? null
          : capRatio(hardest.ratio, gradeAgainst(hardest, cited, context).cap, context.criterion),
      claimed: toRatio(claimed),
      possible: toRatio(possible),
    },
    against: { supported: toReport(hardest), claimed: toReport(claimed), possible: toReport(possible) },
  };
}
