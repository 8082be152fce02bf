import { turnsOfDate } from '../model/day.ts';
import { lowerLevel } from '../model/level.ts';
import { compare, toNumber } from '../model/rational.ts';
import type { Finding, Yardstick } from '../model/report.ts';
import type { Alternative, Criterion, Named, Rubric } from '../model/rubric.ts';
import { about, anyOf, defaulted, filled, mapping, number, oneOf, orNull, type Shape, word } from '../shape/shape.ts';
import {
  type ComparisonAnswer,
  chosenBy,
  levelOf,
  readAuthor,
  rivalsOf,
  shownOf,
  yardstickOfRival,
} from './comparison-sides.ts';
import { type AnswerIssue, citationsOf, findingOn, type Kind } from './kind.ts';
import { hasRegister } from './rivals.ts';
import { levelsWithin, sourceIds, supportFields, thresholdFault, unsupported } from './shapes.ts';
import { areAlike } from './units.ts';

/** Figures beyond these are slips of the pen, and their ratios would overflow what JSON can hold. */
const LEAST_FIGURE = 1e-12;
const MOST_FIGURE = 1e15;

function choicesFor(criterion: Criterion, rubric: Rubric): readonly Alternative[] {
  return rubric.alternatives.filter((entry) => entry.criterion === criterion.id);
}

function aboutAlternative({ name, unit, figures }: Alternative) {
  const newest = figures.at(-1);
  return { means: newest === undefined ? name : `${name}: ${newest.value} ${unit}, from ${newest.from}.` };
}

function idOf(entries: readonly Named[], description: string) {
  return about(orNull(about(oneOf(entries.map(({ id }) => id)), { words: entries })), { description });
}

const direction: Shape<'lower' | 'higher'> = oneOf(['lower', 'higher']);

const figure = number(LEAST_FIGURE, MOST_FIGURE);

const ownAlternative = mapping({ name: filled, value: figure, unit: orNull(filled), sources: sourceIds });

function unitIssue(answer: ComparisonAnswer, rubric: Rubric): readonly AnswerIssue[] {
  const other = chosenBy(answer, rubric).unit;
  if (other === null || areAlike(answer.unit, other, rubric)) return [];
  return [
    {
      code: 'unit/unlike',
      path: ['unit'],
      what: `\`${answer.unit}\` and \`${other}\` are unlike units`,
      why: 'A ratio of unlike units says nothing, and the rubric has no conversion between these two.',
      fix: 'State both figures in one unit, or in units that units.yaml of the rubric converts.',
      word: answer.unit,
      candidates: rubric.units.map((unit) => unit.id),
    },
  ];
}

function directionIssue(answer: ComparisonAnswer, rubric: Rubric): readonly AnswerIssue[] {
  const known = rubric.units.find((unit) => unit.id === answer.unit)?.better ?? null;
  if (known === null || known === answer.better) return [];
  return [
    {
      code: 'unit/direction',
      path: ['better'],
      what: `of ${answer.unit}, ${known} is better`,
      why: 'Turned round, a ratio would praise the worse side.',
      fix: `Write \`better: ${known}\`.`,
      word: null,
      candidates: [],
    },
  ];
}

/** `2.71 USD per H100-hour against 6.88 of AWS p5`; both units where they differ. */
function saidOf({ project, unit }: ComparisonAnswer, rival: Yardstick): string {
  const theirs = rival.unit === unit ? `${rival.value}` : `${rival.value} ${rival.unit}`;
  return `${project} ${unit} against ${theirs} of ${rival.name}`;
}

/** A criterion answered by the ratio of the project to what a buyer would otherwise use. */
export const comparison: Kind<ComparisonAnswer> = {
  id: 'comparison',
  hasRatio: true,
  faultOf: thresholdFault,

  shape(criterion, rubric) {
    const choices = choicesFor(criterion, rubric);
    const known = about(oneOf(choices.map(({ id }) => id)), { words: choices.map(aboutAlternative) });
    const { better } = criterion;
    return mapping({
      project: about(figure, { description: 'The figure of this offer.' }),
      alternative: about(choices.length === 0 ? ownAlternative : anyOf(known, ownAlternative), {
        description:
          'What a buyer would otherwise use: the id of a registered alternative, or name, value and sources.',
      }),
      unit: about(filled, { description: 'Unit of both figures, such as USD per TB-month.' }),
      better: better === null ? direction : defaulted(word(better), better),
      workload: idOf(rubric.workloads, 'What the figures are for.'),
      service_class: idOf(rubric.service_classes, 'What comes with it.'),
      class_sources: about(sourceIds, { description: 'Ids of sources that show the service class.' }),
      ...supportFields,
    });
  },

  reachable: (criterion) => levelsWithin(criterion, LEAST_FIGURE / MOST_FIGURE, MOST_FIGURE / LEAST_FIGURE),

  boasts(criterion, rubric, track) {
    const bare = { workload: null, service_class: null, class_sources: [], ...unsupported };
    const figures = { lower: LEAST_FIGURE, higher: MOST_FIGURE };
    const directions = criterion.better === null ? (['lower', 'higher'] as const) : [criterion.better];
    const own = directions.map((better) => ({
      project: figures[better],
      alternative: { name: 'What buyers use', value: 1, unit: null, sources: [] },
      unit: 'job',
      better,
      ...bare,
    }));
    const registered = choicesFor(criterion, rubric)
      .filter((entry) => entry.track === track)
      .map(({ id, unit, better, workload, service_class }) => ({
        project: figures[better],
        alternative: id,
        unit,
        better,
        ...bare,
        workload,
        service_class,
      }));
    return [...own, ...registered];
  },

  check: (answer, _criterion, rubric) => [...unitIssue(answer, rubric), ...directionIssue(answer, rubric)],

  citations: (answer) => [
    ...citationsOf(answer),
    ...answer.class_sources.map((id, index) => ({ id, path: ['class_sources', index] })),
    ...(typeof answer.alternative === 'string'
      ? []
      : answer.alternative.sources.map((id, index) => ({ id, path: ['alternative', 'sources', index] }))),
  ],

  turns: (_answer, criterion, rubric) =>
    choicesFor(criterion, rubric)
      .flatMap(({ figures }) => figures)
      .flatMap(({ from, source }) => [from, ...turnsOfDate(source.date ?? from, criterion.max_age_months)]),

  read(answer, context) {
    const { criterion, rubric, track } = context;
    const { unit, better, workload, service_class: serviceClass } = answer;
    const rivals = rivalsOf(answer, context);
    const author = readAuthor(answer, context);
    const claimed = levelOf(author.ratio, criterion);
    const best = rivals.shown[0] ?? null;
    const findings: Finding[] = [];
    if (best !== null && best.alternative.id !== author.yardstick.id && compare(best.ratio, author.ratio) < 0) {
      const detail = {
        named: author.yardstick.name,
        best: best.alternative.name,
        ratio: toNumber(author.ratio),
        bestRatio: toNumber(best.ratio),
      };
      findings.push(findingOn(context, 'comparison/dear-alternative', detail, '/alternative'));
    }
    if (best === null && hasRegister(criterion.id, track, rubric)) {
      findings.push(findingOn(context, 'comparison/no-registered-alternative', { unit }, '/unit'));
    }
    const groups = rivals.shown.length;
    if (groups > 1) findings.push(findingOn(context, 'comparison/class-not-stated', { groups }));
    return {
      said: saidOf(answer, author.yardstick),
      note: answer.note,
      levels: { supported: lowerLevel(claimed, author.graded.cap), claimed, possible: claimed },
      graded: author.graded,
      disputedBy: answer.disputed_by,
      items: [],
      comparison: {
        project: answer.project,
        unit,
        better,
        author: author.yardstick,
        ratio: toNumber(author.ratio),
        best: best === null ? null : yardstickOfRival(best, context),
        bestRatio: best === null ? null : toNumber(best.ratio),
        workload,
        serviceClass,
      },
      shown: shownOf(answer, author, rivals, context),
      findings,
    };
  },
};
