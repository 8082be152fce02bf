import * as z from 'zod';
import { type Level, lowerLevel } from '../model/level.ts';
import { compare, type Rational, rational, toNumber } from '../model/rational.ts';
import type { Finding, Yardstick } from '../model/report.ts';
import type { Alternative, Criterion, Rubric } from '../model/rubric.ts';
import {
  type AnswerIssue,
  citationsOf,
  type ExactRatio,
  findingOn,
  type Graded,
  type Kind,
  type ReadContext,
  type ShownRatio,
} from './kind.ts';
import { figureAt, hardestRivals, hasRegister, type Rival, ratioOf, yardstickOf } from './rivals.ts';
import { levelByThreshold, sourceIds, supportFields, thresholdFault } from './shapes.ts';
import { areAlike } from './units.ts';

interface OwnAlternative {
  readonly name: string;
  readonly value: number;
  readonly unit: string | null;
  readonly sources: readonly string[];
}

/** The project's figure beside that of an alternative: a registered one by id, or one of the author's own. */
export interface ComparisonAnswer {
  readonly project: number;
  readonly alternative: string | OwnAlternative;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  readonly workload: string | null;
  readonly service_class: string | null;
  readonly sources: readonly string[];
  readonly disputed_by: readonly string[];
  readonly note: string | null;
}

interface AuthorSide {
  readonly ratio: Rational;
  readonly yardstick: Yardstick;
  readonly graded: Graded;
}

function choicesFor(criterion: Criterion, rubric: Rubric): readonly Alternative[] {
  return rubric.alternatives.filter((entry) => entry.criterion === criterion.id);
}

/** The registered alternative that the author chose, or what they state of their own. */
function chosenBy(answer: ComparisonAnswer, rubric: Rubric): Alternative | OwnAlternative {
  if (typeof answer.alternative !== 'string') return answer.alternative;
  const found = rubric.alternatives.find((entry) => entry.id === answer.alternative);
  if (found === undefined) throw new Error(`no alternative is registered as ${answer.alternative}`);
  return found;
}

function isRegistered(alternative: Alternative | OwnAlternative): alternative is Alternative {
  return 'figures' in alternative;
}

function oneOf(ids: readonly string[], description: string) {
  return z.enum(ids).nullable().default(null).meta({ description });
}

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

/** The author's ratio and the grade of its weaker side. */
function readAuthor(answer: ComparisonAnswer, context: ReadContext): AuthorSide {
  const { rubric } = context;
  const chosen = chosenBy(answer, rubric);
  const project = { value: answer.project, unit: answer.unit };
  const cited = context.grade(answer.sources);
  if (isRegistered(chosen)) {
    const figure = figureAt(chosen, context.asOf);
    const side = { value: figure.value, unit: chosen.unit };
    return {
      ratio: ratioOf(project, side, answer.better, rubric),
      yardstick: { id: chosen.id, name: chosen.name, ...side, from: figure.from },
      graded: context.weaker(cited, context.gradeReference(figure.source)),
    };
  }
  const side = { value: chosen.value, unit: chosen.unit ?? answer.unit };
  return {
    ratio: ratioOf(project, side, answer.better, rubric),
    yardstick: { id: null, name: chosen.name, ...side, from: null },
    graded: context.weaker(cited, context.grade(chosen.sources)),
  };
}

/** The ratio as far as a cap carries it: under the threshold of the first level that the cap rules out. */
function capped(ratio: Rational, cap: Level, criterion: Criterion): ExactRatio {
  const limit = criterion.levels[cap + 1]?.at_least;
  if (typeof limit !== 'number' || compare(ratio, rational(limit)) < 0) return { value: ratio, below: false };
  return { value: rational(limit), below: true };
}

function levelOf(ratio: Rational, criterion: Criterion): Level {
  return levelByThreshold(criterion, (threshold) => compare(ratio, rational(threshold)) >= 0);
}

/** Against the author's own alternative too, where that one is harder than the registered ones. */
function harder(rival: Rival | undefined, author: Rational): Rational {
  return rival !== undefined && compare(rival.ratio, author) < 0 ? rival.ratio : author;
}

function shownOf(answer: ComparisonAnswer, rivals: readonly Rival[], context: ReadContext): ShownRatio {
  const author = readAuthor(answer, context);
  const { criterion } = context;
  const own: ExactRatio = { value: author.ratio, below: false };
  const hardest = rivals[0];
  if (hardest === undefined) {
    const stands = !hasRegister(criterion.id, context.track, context.rubric);
    const supported = stands ? capped(author.ratio, author.graded.cap, criterion) : null;
    return { bounds: { supported, claimed: own, possible: own }, against: author.yardstick };
  }
  const isRegisterHarder = compare(hardest.ratio, author.ratio) <= 0;
  const graded = isRegisterHarder
    ? context.weaker(context.grade(answer.sources), context.gradeReference(hardest.figure.source))
    : author.graded;
  const claimed = harder(hardest, author.ratio);
  return {
    bounds: {
      supported: capped(claimed, graded.cap, criterion),
      claimed: { value: claimed, below: false },
      possible: { value: harder(rivals.at(-1), author.ratio), below: false },
    },
    against: isRegisterHarder ? yardstickOf(hardest) : author.yardstick,
  };
}

/** A criterion answered by the ratio of the project to what a buyer would otherwise use. */
export const comparison: Kind<ComparisonAnswer> = {
  id: 'comparison',
  faultOf: thresholdFault,

  schema(criterion, rubric) {
    const known = choicesFor(criterion, rubric).map((entry) => entry.id);
    const figure = z.number().positive();
    const own = z.strictObject({
      name: z.string().min(1),
      value: figure,
      unit: z.string().min(1).nullable().default(null),
      sources: sourceIds,
    });
    const direction = z.enum(['lower', 'higher']);
    return z.strictObject({
      project: figure.meta({ description: 'The figure of this offer.' }),
      alternative: (known.length === 0 ? own : z.union([z.enum(known), own])).meta({
        description:
          'What a buyer would otherwise use: the id of a registered alternative, or name, value and sources.',
      }),
      unit: z.string().min(1).meta({ description: 'Unit of both figures, such as USD per TB-month.' }),
      better: criterion.better === null ? direction : z.literal(criterion.better).default(criterion.better),
      workload: oneOf(
        rubric.workloads.map((entry) => entry.id),
        'What the figures are for.',
      ),
      service_class: oneOf(
        rubric.service_classes.map((entry) => entry.id),
        'What comes with it.',
      ),
      ...supportFields,
    });
  },

  check: (answer, _criterion, rubric) => unitIssue(answer, rubric),

  citations: (answer) => [
    ...citationsOf(answer),
    ...(typeof answer.alternative === 'string'
      ? []
      : answer.alternative.sources.map((id, index) => ({ id, path: ['alternative', 'sources', index] }))),
  ],

  read(answer, context) {
    const { criterion, rubric, track } = context;
    const chosen = chosenBy(answer, rubric);
    const workload = answer.workload ?? (isRegistered(chosen) ? chosen.workload : null);
    const serviceClass = answer.service_class ?? (isRegistered(chosen) ? chosen.service_class : null);
    const { unit, better } = answer;
    const side = { criterion: criterion.id, track, value: answer.project, unit, better, workload, serviceClass };
    const rivals = hardestRivals(side, context.asOf, rubric);
    const author = readAuthor(answer, context);
    const claimed = levelOf(author.ratio, criterion);
    const best = rivals[0] ?? null;
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
    if (rivals.length > 1) findings.push(findingOn(context, 'comparison/class-not-stated', { groups: rivals.length }));
    return {
      said: `${answer.project} ${unit} against ${author.yardstick.value} of ${author.yardstick.name}`,
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
        best: best === null ? null : yardstickOf(best),
        bestRatio: best === null ? null : toNumber(best.ratio),
        workload,
        serviceClass,
      },
      shown: shownOf(answer, rivals, context),
      findings,
    };
  },
};
