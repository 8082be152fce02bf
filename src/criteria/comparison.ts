import { listChangeDays } from '../model/day.ts';
import { HIGHEST, LOWEST } from '../model/level.ts';
import { compareRationals, toNumber, toRational, ZERO } from '../model/rational.ts';
import type { AlternativeReport, Finding } from '../model/report.ts';
import type { Alternative, DefinedTerm, Rubric } from '../model/rubric.ts';
import * as s from '../model/schema/schema.ts';
import { askNextOfComparison, figureSchema, MAX_FIGURE, MIN_FIGURE } from './comparison-form.ts';
import {
  type AuthorComparison,
  type ComparisonAnswer,
  computeRatioLevel,
  computeShownRatio,
  findChosenAlternative,
  findRivals,
  gradeAgainst,
  type RivalSets,
  readAuthorComparison,
  reportRival,
} from './comparison-ratio.ts';
import {
  type AnswerIssue,
  buildFinding,
  type CriterionKind,
  listCitations,
  placeCitations,
  type ReadContext,
  supportLevel,
} from './criterion-kind.ts';
import { citationsSchema, findThresholdFault, listReachableLevels, supportFields } from './fields-and-thresholds.ts';
import { areCompatibleUnits, findRegisteredUnit, hasRegisteredAlternative, listPricedAlternatives } from './rivals.ts';

function describeAlternative({ name, unit, figures }: Alternative) {
  const newest = figures.at(-1);
  return { means: newest === undefined ? name : `${name}: ${newest.value} ${unit}, from ${newest.from}.` };
}

function buildIdSchema(entries: readonly DefinedTerm[], description: string) {
  return s.annotate(s.orNull(s.annotate(s.oneOf(entries.map(({ id }) => id)), { words: entries })), { description });
}

const directionSchema: s.Schema<'lower' | 'higher'> = s.oneOf(['lower', 'higher']);

const ownAlternativeSchema = s.mapping({
  name: s.nonEmptyText,
  value: figureSchema,
  unit: s.orNull(s.nonEmptyText),
  sources: citationsSchema,
});

function checkUnitsMatch(answer: ComparisonAnswer, rubric: Rubric): readonly AnswerIssue[] {
  const { name, unit: other } = findChosenAlternative(answer, rubric);
  if (other === null || areCompatibleUnits(answer.unit, other, rubric)) return [];
  return [
    {
      code: 'unit/unlike',
      at: ['unit'],
      what: `\`${answer.unit}\` and \`${other}\` are incompatible units`,
      why: 'A ratio of incompatible units says nothing, and the rubric has no conversion between these two.',
      fix: `Write \`unit: ${other}\`, in which ${name} is given, and state \`project\` in it.`,
      candidates: [
        other,
        ...rubric.units.map(({ id }) => id).filter((id) => id !== other && areCompatibleUnits(id, other, rubric)),
      ],
    },
  ];
}

function checkBetterDirection(answer: ComparisonAnswer, rubric: Rubric): readonly AnswerIssue[] {
  const known = rubric.units.find((unit) => unit.id === answer.unit)?.better ?? null;
  if (known === null || known === answer.better) return [];
  return [
    {
      code: 'unit/direction',
      at: ['better'],
      what: `of ${answer.unit}, ${known} is better`,
      why: 'Otherwise the ratio would favour the worse side.',
      fix: `Write \`better: ${known}\`.`,
      candidates: [],
    },
  ];
}

/** A figure of the project for a workload that the registered alternative does not have is a comparison of two things. */
function checkWorkload({ alternative, workload }: ComparisonAnswer, rubric: Rubric): readonly AnswerIssue[] {
  const chosen = rubric.alternatives.find(({ id }) => id === alternative);
  if (chosen === undefined || workload === null || workload === chosen.workload) return [];
  return [
    {
      code: 'comparison/other-workload',
      at: ['workload'],
      what: `${chosen.name} is registered for \`${chosen.workload}\`, not for \`${workload}\``,
      why: 'Figures for two workloads cannot be compared.',
      fix: `Write \`workload: ${chosen.workload}\`, or name an alternative of ${workload}.`,
      candidates: [chosen.workload],
    },
  ];
}

/** `2.71 USD per H100-hour against 6.88 of AWS p5`; both units where they differ. */
function describeComparison({ project, unit }: ComparisonAnswer, rival: AlternativeReport): string {
  const theirs = rival.unit === unit ? `${rival.value}` : `${rival.value} ${rival.unit}`;
  return `${project} ${unit} against ${theirs} of ${rival.name}`;
}

/** What a reader of the comparison has to know: an expensive yardstick, a figure that is not believed, a class left open. */
function* listFindings(
  answer: ComparisonAnswer,
  author: AuthorComparison,
  { shown, all }: RivalSets,
  isImplausible: boolean,
  context: ReadContext,
): Generator<Finding> {
  const { criterion, rubric, track } = context;
  const { unit, workload } = answer;
  const [best] = shown;
  if (best === undefined) {
    if (!hasRegisteredAlternative(criterion.id, track, rubric)) return;
    const nearest = findRegisteredUnit(unit, criterion.id, track, rubric) ?? '';
    yield buildFinding(
      context,
      'comparison/no-registered-alternative',
      { unit, workload: workload ?? '', nearest },
      '/unit',
    );
    return;
  }
  if (best.alternative.id !== author.yardstick.id && compareRationals(best.ratio, author.ratio) < 0) {
    const detail = {
      named: author.yardstick.name,
      best: best.alternative.name,
      ratio: toNumber(author.ratio),
      bestRatio: toNumber(best.ratio),
    };
    yield buildFinding(context, 'comparison/cheaper-alternative', detail, '/alternative');
  }
  const [cheapest] = all;
  if (isImplausible && cheapest !== undefined) {
    const detail = { best: cheapest.alternative.name, bestRatio: toNumber(cheapest.ratio) };
    yield buildFinding(context, 'comparison/implausible', detail, '/project');
  }
  if (shown.length > 1) yield buildFinding(context, 'comparison/class-not-stated', { groups: shown.length });
}

/** A criterion answered by the ratio of the project to what a buyer would otherwise use. */
export const comparisonKind: CriterionKind<ComparisonAnswer> = {
  id: 'comparison',
  hasRatio: true,
  findFault: findThresholdFault,

  shape(criterion, rubric) {
    const choices = listPricedAlternatives(criterion.id, rubric);
    const known = s.annotate(s.oneOf(choices.map(({ id }) => id)), { words: choices.map(describeAlternative) });
    const { better } = criterion;
    return s.mapping({
      project: s.annotate(figureSchema, { description: 'The figure of this offer.' }),
      alternative: s.annotate(choices.length === 0 ? ownAlternativeSchema : s.anyOf(known, ownAlternativeSchema), {
        description:
          'What a buyer would otherwise use: the id of a registered alternative, or name, value and sources.',
      }),
      unit: s.annotate(s.nonEmptyText, { description: 'Unit of both figures, such as USD per TB-month.' }),
      better: better === null ? directionSchema : s.withDefault(s.literal(better), better),
      workload: buildIdSchema(rubric.workloads, 'Workload that the figures are for.'),
      service_class: buildIdSchema(rubric.service_classes, 'Service class: what comes with the offer.'),
      class_sources: s.annotate(citationsSchema, { description: 'Sources that show the service class.' }),
      ...supportFields,
    });
  },

  listReachableLevels: (criterion) => listReachableLevels(criterion, MIN_FIGURE / MAX_FIGURE, MAX_FIGURE / MIN_FIGURE),

  askNext: askNextOfComparison,

  check: (answer, _criterion, rubric) => [
    ...checkUnitsMatch(answer, rubric),
    ...checkBetterDirection(answer, rubric),
    ...checkWorkload(answer, rubric),
  ],

  citations: (answer) => [
    ...listCitations(answer),
    ...placeCitations(answer.class_sources, ['class_sources']),
    ...(typeof answer.alternative === 'string'
      ? []
      : placeCitations(answer.alternative.sources, ['alternative', 'sources'])),
  ],

  listChangeDates: (_answer, criterion, rubric) =>
    listPricedAlternatives(criterion.id, rubric)
      .flatMap(({ figures }) => figures)
      .flatMap(({ from, source }) => [from, ...listChangeDays(source.date ?? from, criterion.max_age_months)]),

  read(answer, context) {
    const { criterion, rubric } = context;
    const { unit, better, workload, service_class: serviceClass } = answer;
    const rivals = findRivals(answer, context);
    const author = readAuthorComparison(answer, context);
    const cited = context.grade(answer.sources);
    const [best] = rivals.shown;
    const [incumbent] = rivals.incumbents;
    const isImplausible = compareRationals(rivals.all[0]?.ratio ?? ZERO, toRational(rubric.plausible_multiple)) > 0;
    const isBelieved = best !== undefined && !isImplausible;
    const graded = isBelieved ? gradeAgainst(best, cited, context) : { ...context.grade([]), sources: cited.sources };
    const claimed = computeRatioLevel(rivals.stated[0]?.ratio ?? author.ratio, criterion);
    const possible = rivals.stated.at(-1);
    return {
      said: describeComparison(answer, author.yardstick),
      note: answer.note,
      levels: {
        supported: best === undefined ? LOWEST : supportLevel(computeRatioLevel(best.ratio, criterion), graded),
        claimed,
        possible: possible === undefined ? HIGHEST : computeRatioLevel(possible.ratio, criterion),
      },
      graded,
      disputedBy: answer.disputed_by,
      items: [],
      comparison: {
        project: answer.project,
        unit,
        better,
        author: author.yardstick,
        ratio: toNumber(author.ratio),
        best: best === undefined ? null : reportRival(best, context),
        bestRatio: best === undefined ? null : toNumber(best.ratio),
        incumbent: incumbent === undefined ? null : reportRival(incumbent, context),
        incumbentRatio: incumbent === undefined ? null : toNumber(incumbent.ratio),
        workload,
        serviceClass,
      },
      shown: {
        best: computeShownRatio(
          { shown: rivals.shown, claimed: rivals.stated[0], possible },
          cited,
          isBelieved,
          context,
        ),
        incumbents: computeShownRatio(
          { shown: rivals.incumbents, claimed: incumbent, possible: rivals.incumbents.at(-1) },
          cited,
          isBelieved,
          context,
        ),
      },
      findings: [...listFindings(answer, author, rivals, isImplausible, context)],
    };
  },
};
