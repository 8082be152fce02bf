import { listChangeDays } from '../model/day.ts';
import { minLevel } from '../model/level.ts';
import { compareRationals, toNumber } from '../model/rational.ts';
import type { AlternativeReport, Finding } from '../model/report.ts';
import type { Alternative, DefinedTerm, Rubric } from '../model/rubric.ts';
import {
  annotate,
  anyOf,
  literal,
  mapping,
  nonEmptyText,
  numberWithin,
  oneOf,
  orNull,
  type Schema,
  withDefault,
} from '../model/schema/schema.ts';
import {
  type ComparisonAnswer,
  computeRatioLevel,
  computeShownRatio,
  findChosenAlternative,
  findRivals,
  readAuthorComparison,
  reportRival,
} from './comparison-ratio.ts';
import { type AnswerIssue, buildFinding, type CriterionKind, listCitations } from './criterion-kind.ts';
import { findThresholdFault, listReachableLevels, sourceIdsSchema, supportFields } from './fields-and-thresholds.ts';
import { areCompatibleUnits, hasRegisteredAlternative, listPricedAlternatives } from './rivals.ts';

/** Figures beyond these are slips of the pen, and their ratios would overflow what JSON can hold. */
const LEAST_FIGURE = 1e-12;
const MOST_FIGURE = 1e15;

function describeAlternative({ name, unit, figures }: Alternative) {
  const newest = figures.at(-1);
  return { means: newest === undefined ? name : `${name}: ${newest.value} ${unit}, from ${newest.from}.` };
}

function buildIdSchema(entries: readonly DefinedTerm[], description: string) {
  return annotate(orNull(annotate(oneOf(entries.map(({ id }) => id)), { words: entries })), { description });
}

const directionSchema: Schema<'lower' | 'higher'> = oneOf(['lower', 'higher']);

const figureSchema = numberWithin(LEAST_FIGURE, MOST_FIGURE);

const ownAlternativeSchema = mapping({
  name: nonEmptyText,
  value: figureSchema,
  unit: orNull(nonEmptyText),
  sources: sourceIdsSchema,
});

function checkUnitsMatch(answer: ComparisonAnswer, rubric: Rubric): readonly AnswerIssue[] {
  const other = findChosenAlternative(answer, rubric).unit;
  if (other === null || areCompatibleUnits(answer.unit, other, rubric)) return [];
  return [
    {
      code: 'unit/unlike',
      at: ['unit'],
      what: `\`${answer.unit}\` and \`${other}\` are unlike units`,
      why: 'A ratio of unlike units says nothing, and the rubric has no conversion between these two.',
      fix: 'State both figures in one unit, or in units that units.yaml of the rubric converts.',
      candidates: rubric.units.map((unit) => unit.id),
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
      why: 'Turned round, a ratio would praise the worse side.',
      fix: `Write \`better: ${known}\`.`,
      candidates: [],
    },
  ];
}

/** `2.71 USD per H100-hour against 6.88 of AWS p5`; both units where they differ. */
function describeComparison({ project, unit }: ComparisonAnswer, rival: AlternativeReport): string {
  const theirs = rival.unit === unit ? `${rival.value}` : `${rival.value} ${rival.unit}`;
  return `${project} ${unit} against ${theirs} of ${rival.name}`;
}

/** A criterion answered by the ratio of the project to what a buyer would otherwise use. */
export const comparisonKind: CriterionKind<ComparisonAnswer> = {
  id: 'comparison',
  hasRatio: true,
  faultOf: findThresholdFault,

  shape(criterion, rubric) {
    const choices = listPricedAlternatives(criterion.id, rubric);
    const known = annotate(oneOf(choices.map(({ id }) => id)), { words: choices.map(describeAlternative) });
    const { better } = criterion;
    return mapping({
      project: annotate(figureSchema, { description: 'The figure of this offer.' }),
      alternative: annotate(choices.length === 0 ? ownAlternativeSchema : anyOf(known, ownAlternativeSchema), {
        description:
          'What a buyer would otherwise use: the id of a registered alternative, or name, value and sources.',
      }),
      unit: annotate(nonEmptyText, { description: 'Unit of both figures, such as USD per TB-month.' }),
      better: better === null ? directionSchema : withDefault(literal(better), better),
      workload: buildIdSchema(rubric.workloads, 'What the figures are for.'),
      service_class: buildIdSchema(rubric.service_classes, 'What comes with it.'),
      class_sources: annotate(sourceIdsSchema, { description: 'Ids of sources that show the service class.' }),
      ...supportFields,
    });
  },

  reachable: (criterion) => listReachableLevels(criterion, LEAST_FIGURE / MOST_FIGURE, MOST_FIGURE / LEAST_FIGURE),

  check: (answer, _criterion, rubric) => [...checkUnitsMatch(answer, rubric), ...checkBetterDirection(answer, rubric)],

  citations: (answer) => [
    ...listCitations(answer),
    ...answer.class_sources.map((id, index) => ({ id, path: ['class_sources', index] })),
    ...(typeof answer.alternative === 'string'
      ? []
      : answer.alternative.sources.map((id, index) => ({ id, path: ['alternative', 'sources', index] }))),
  ],

  turns: (_answer, criterion, rubric) =>
    listPricedAlternatives(criterion.id, rubric)
      .flatMap(({ figures }) => figures)
      .flatMap(({ from, source }) => [from, ...listChangeDays(source.date ?? from, criterion.max_age_months)]),

  read(answer, context) {
    const { criterion, rubric, track } = context;
    const { unit, better, workload, service_class: serviceClass } = answer;
    const rivals = findRivals(answer, context);
    const author = readAuthorComparison(answer, context);
    const claimed = computeRatioLevel(author.ratio, criterion);
    const best = rivals.shown[0] ?? null;
    const findings: Finding[] = [];
    if (
      best !== null &&
      best.alternative.id !== author.yardstick.id &&
      compareRationals(best.ratio, author.ratio) < 0
    ) {
      const detail = {
        named: author.yardstick.name,
        best: best.alternative.name,
        ratio: toNumber(author.ratio),
        bestRatio: toNumber(best.ratio),
      };
      findings.push(buildFinding(context, 'comparison/dear-alternative', detail, '/alternative'));
    }
    if (best === null && hasRegisteredAlternative(criterion.id, track, rubric)) {
      findings.push(buildFinding(context, 'comparison/no-registered-alternative', { unit }, '/unit'));
    }
    const groups = rivals.shown.length;
    if (groups > 1) findings.push(buildFinding(context, 'comparison/class-not-stated', { groups }));
    return {
      said: describeComparison(answer, author.yardstick),
      note: answer.note,
      levels: { supported: minLevel(claimed, author.graded.cap), claimed, possible: claimed },
      graded: author.graded,
      disputedBy: answer.disputed_by,
      items: [],
      comparison: {
        project: answer.project,
        unit,
        better,
        author: author.yardstick,
        ratio: toNumber(author.ratio),
        best: best === null ? null : reportRival(best, context),
        bestRatio: best === null ? null : toNumber(best.ratio),
        workload,
        serviceClass,
      },
      shown: computeShownRatio(answer, author, rivals, context),
      findings,
    };
  },
};
