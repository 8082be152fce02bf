import type { Criterion, Dimension, LevelText, Rubric } from '../model/rubric.ts';
import { type Block, facts, list, paragraph, ref, refs, type Text, table, underHeading } from '../report/document.ts';
import { formatFinePercent, formatMultiple, formatPoints } from '../report/wording/figures.ts';
import { findGradeCap } from '../score/evidence.ts';
import { renderAnswerExample } from './answer-example.ts';
import { createEntryKind } from './entry-kind.ts';
import { readsCriterion } from './gates.ts';
import { computeShares } from './tracks.ts';

function buildDimensionBlocks(dimension: Dimension, rubric: Rubric): readonly Block[] {
  const criteria = rubric.criteria.filter((criterion) => criterion.dimension === dimension.id);
  const weights = rubric.tracks.map((track): Text[] => {
    const entry = track.weights[dimension.id];
    return [[ref('track', track.id)], [formatPoints(entry?.weight ?? 0)], [entry?.reason ?? '']];
  });
  const gates = rubric.gates.filter((gate) => gate.kind === 'break-even' && gate.ease === dimension.id);
  return [
    ...paragraph(dimension.question),
    ...underHeading('Why it matters', paragraph(dimension.why)),
    ...underHeading(
      'Criteria',
      table(
        ['Criterion', 'Weight', 'Title'],
        criteria.map((entry) => [[ref('criterion', entry.id)], [String(entry.weight)], [entry.title]]),
      ),
    ),
    ...underHeading('Weight by track, of 100', table(['Track', 'Weight', 'Reason'], weights)),
    ...underHeading(
      'Used by',
      list(gates.map((gate) => ['gate ', ref('gate', gate.id), ': its mean level is the ease of switching'])),
    ),
  ];
}

export const dimensions = createEntryKind({
  id: 'dimension',
  plural: 'dimensions',
  means: 'A part of the fit index, made of criteria',
  list: (rubric) => rubric.dimensions,
  blocks: buildDimensionBlocks,
  columns: ({ id }, { criteria: all }) => ({ criteria: all.filter(({ dimension }) => dimension === id).length }),
});

export const ratingRules = createEntryKind({
  id: 'rating-rule',
  plural: 'rating-rules',
  means: 'A rule that applies to the rating of every criterion',
  list: (rubric) => rubric.rating_rules,
  blocks: ({ means }) => paragraph(means),
});

function formatThreshold({ at_least: threshold }: LevelText, { unit, better }: Criterion): string {
  if (threshold === null) return '';
  if (unit === null) return `, from ${formatMultiple(threshold)}`;
  return `, ${better === 'lower' ? 'at most' : 'at least'} ${threshold} ${unit}`;
}

export function buildLevelFacts(level: LevelText, criterion: Criterion): readonly Block[] {
  const option = level.option === null ? '' : `, \`${level.option}\``;
  return facts(
    [
      ['means', [level.means]],
      ['reaches it', [level.reaches]],
      ['falls short', [level.falls_short]],
    ],
    [`Level ${level.level}${option}${formatThreshold(level, criterion)}`],
  );
}

/** The criterion's own rules, and those of the whole set by name. */
function buildRuleBlocks({ rules }: Criterion, rubric: Rubric): readonly Block[] {
  const shared = refs(
    'rating-rule',
    rubric.rating_rules.map((rule) => rule.id),
  );
  return [
    ...(rules === null ? [] : paragraph(rules)),
    ...(shared.length === 0 ? [] : paragraph('For every criterion: ', ...shared)),
  ];
}

function buildEvidenceBlocks(criterion: Criterion, rubric: Rubric): readonly Block[] {
  const rows = rubric.evidence.grades.map((grade): Text[] => {
    const cap = findGradeCap(grade, criterion);
    return [[ref('grade', grade.id)], [`level ${cap}${cap < grade.cap ? `, lowered from ${grade.cap}` : ''}`]];
  });
  return [
    ...paragraph(criterion.needs.text),
    ...table(['Grade', 'Supports at most'], rows),
    ...facts([
      criterion.caps_reason === null ? null : ['why lower', [criterion.caps_reason]],
      ['age', [`over ${criterion.max_age_months} months at \`as_of\`, or without a date, it counts one grade lower`]],
    ]),
  ];
}

/** The weights of all criteria in the dimension of one. */
function sumWeights({ dimension }: Criterion, { criteria: all }: Rubric): number {
  return all.filter((entry) => entry.dimension === dimension).reduce((sum, { weight }) => sum + weight, 0);
}

function buildWeightBlocks(criterion: Criterion, rubric: Rubric): readonly Block[] {
  const rows = rubric.tracks.map((track): Text[] => {
    const share = computeShares(track, rubric).find((entry) => entry.criterion.id === criterion.id)?.share ?? null;
    return [[ref('track', track.id)], [share === null ? 'not applicable' : formatFinePercent(share)]];
  });
  const weight = `${criterion.weight} of ${sumWeights(criterion, rubric)} in the dimension. ${criterion.weight_reason}`;
  return [...paragraph(weight), ...table(['Track', 'Share of the index'], rows)];
}

function listNotApplicable(criterion: Criterion): readonly Text[] {
  return Object.entries(criterion.not_applicable).map(([track, reason]) => [ref('track', track), `: ${reason}`]);
}

/** Who reads the criterion's level or ratio. */
function listReaders({ id, dimension }: Criterion, rubric: Rubric): readonly Text[] {
  const tracks = rubric.tracks.filter((track) => track.deciding.criterion === id);
  const gates = rubric.gates.filter((gate) =>
    gate.kind === 'levels' ? readsCriterion(gate.require, id) : gate.ease === dimension || tracks.length > 0,
  );
  const diagnoses = rubric.diagnoses.filter((diagnosis) => readsCriterion(diagnosis.when, id));
  return [
    ...gates.map((gate): Text => ['gate ', ref('gate', gate.id), `: ${gate.title}`]),
    ...diagnoses.map((entry): Text => ['diagnosis ', ref('diagnosis', entry.id), `: ${entry.title}`]),
    ...rubric.implications
      .filter(({ when, implies }) => readsCriterion(when, id) || readsCriterion(implies, id))
      .map((entry): Text => ['implication ', ref('implication', entry.id), `: ${entry.title}`]),
    ...tracks.map((track): Text => ['track ', ref('track', track.id), ': it is the deciding comparison']),
  ];
}

function listAlternatives(criterion: Criterion, rubric: Rubric): readonly Text[] {
  return rubric.tracks.flatMap((track) => {
    const own = rubric.alternatives.filter((entry) => entry.criterion === criterion.id && entry.track === track.id);
    const ids = own.map((entry) => entry.id);
    return ids.length === 0 ? [] : [[ref('track', track.id), ': ', ...refs('alternative', ids)]];
  });
}

function buildCriterionBlocks(criterion: Criterion, rubric: Rubric): readonly Block[] {
  const { dimension, kind, since, unit, minimum, maximum, better, effort } = criterion;
  return [
    ...paragraph(criterion.question),
    ...facts([
      ['dimension', [ref('dimension', dimension)]],
      ['answered by', [kind]],
      since === null ? null : ['asked since', [`${since}; a description as of an earlier date may leave it out`]],
      unit === null ? null : ['unit', [unit]],
      minimum === null ? null : ['at least', [String(minimum)]],
      maximum === null ? null : ['at most', [String(maximum)]],
      better === null ? null : ['better', [better]],
      ['finding out', [`takes ${effort.find_out}`]],
      ['improving it', [`takes ${effort.raise}`]],
    ]),
    ...underHeading('Why it matters', paragraph(criterion.why)),
    ...underHeading('Levels', ...criterion.levels.map((level) => buildLevelFacts(level, criterion))),
    ...underHeading('How to rate', buildRuleBlocks(criterion, rubric)),
    ...underHeading('Evidence', buildEvidenceBlocks(criterion, rubric)),
    ...underHeading('What to ask the project', paragraph(criterion.ask_as)),
    ...underHeading('Weight', buildWeightBlocks(criterion, rubric)),
    ...underHeading('Not applicable', list(listNotApplicable(criterion))),
    ...underHeading('How to improve it', paragraph(criterion.raise)),
    ...underHeading('In a description', [
      { kind: 'code', language: 'yaml', text: renderAnswerExample(criterion, rubric) },
    ]),
    ...underHeading('Registered alternatives', list(listAlternatives(criterion, rubric))),
    ...underHeading('Used by', list(listReaders(criterion, rubric))),
  ];
}

export const criteria = createEntryKind({
  id: 'criterion',
  plural: 'criteria',
  means: 'A question, answered on five written levels',
  list: (rubric) => rubric.criteria,
  blocks: buildCriterionBlocks,
  groupedBy: 'dimension',
  columns: (criterion, rubric) => ({
    dimension: criterion.dimension,
    weight: `${criterion.weight} of ${sumWeights(criterion, rubric)}`,
    kind: criterion.kind,
  }),
});
