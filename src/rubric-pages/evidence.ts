import { toRational } from '../model/rational.ts';
import type { Band, Grade, Rubric, SourceKind } from '../model/rubric.ts';
import { type Block, facts, list, paragraph, ref, type Text, underHeading } from '../report/document.ts';
import { formatPoints } from '../report/wording/figures.ts';
import { findBand } from '../score/verdict.ts';
import { createEntryKind } from './entry-kind.ts';

function listLoweredCaps(grade: Grade, rubric: Rubric): readonly Text[] {
  return rubric.criteria.flatMap((criterion): Text[] => {
    const cap = criterion.caps[grade.id];
    if (cap === undefined || cap >= grade.cap) return [];
    return [[ref('criterion', criterion.id), `: level ${cap}. ${criterion.caps_reason ?? ''}`]];
  });
}

function buildGradeBlocks(grade: Grade, rubric: Rubric): readonly Block[] {
  const { grades, kinds } = rubric.evidence;
  const own = kinds.filter((kind) => kind.grade === grade.id);
  return [
    ...paragraph(grade.means),
    ...facts([
      ['supports', [`level ${grade.cap} at most`]],
      ['rank', [`${grades.findIndex(({ id }) => id === grade.id)} of ${grades.length - 1}; 0 means without evidence`]],
    ]),
    ...underHeading(
      'Source kinds of this grade',
      list(own.map((kind) => [ref('source-kind', kind.id), `: ${kind.means}`])),
    ),
    ...underHeading('Criteria for which it supports less', list(listLoweredCaps(grade, rubric))),
  ];
}

function buildSourceKindBlocks(kind: SourceKind, rubric: Rubric): readonly Block[] {
  const { grades, contradicted_cap: limit } = rubric.evidence;
  const grade = grades.find((entry) => entry.id === kind.grade);
  const nameKindPlaces = (ids: readonly string[]) =>
    rubric.hosts.places.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
  const [only, never] = [kind.only_on, kind.not_on].map(nameKindPlaces);
  return [
    ...paragraph(kind.means),
    ...facts([
      ['grade', [ref('grade', kind.grade), `, which supports level ${grade?.cap ?? 0} at most`]],
      kind.other_hand ? ["on the project's host", ['it counts as ', ref('grade', limit)]] : null,
      only?.length ? ['found only', [`${only.join('; or ')}; elsewhere it counts as `, ref('grade', limit)]] : null,
      never?.length ? ['never found', [`${never.join('; or ')}; there it counts as `, ref('grade', limit)]] : null,
    ]),
  ];
}

export const grades = createEntryKind({
  id: 'grade',
  plural: 'grades',
  means: 'What evidence can support, from worst to best',
  list: ({ evidence: { grades, claims } }) => grades.map((grade) => ({ ...grade, claims })),
  blocks: buildGradeBlocks,
  columns: ({ cap }) => ({ 'supports level': cap }),
});

export const sourceKinds = createEntryKind({
  id: 'source-kind',
  plural: 'source-kinds',
  means: 'What a cited document is',
  list: (rubric) => rubric.evidence.kinds,
  blocks: buildSourceKindBlocks,
  columns: ({ grade }) => ({ grade }),
});

/** `from 45 to under 65 points`; the last band has no upper end. */
export function formatBandRange(band: Band, rubric: Rubric): string {
  const next = rubric.bands[rubric.bands.findIndex((entry) => entry.id === band.id) + 1];
  return next === undefined
    ? `from ${formatPoints(band.from)} points`
    : `from ${formatPoints(band.from)} to under ${formatPoints(next.from)} points`;
}

function buildBandBlocks(band: Band, rubric: Rubric): readonly Block[] {
  const gates = rubric.gates.filter((gate) => findBand(toRational(gate.cap), rubric).id === band.id);
  return [
    ...paragraph(band.means),
    ...facts([['index', [formatBandRange(band, rubric)]]]),
    ...underHeading(
      'Gates that leave it at best',
      list(gates.map((gate) => [ref('gate', gate.id), `: ${gate.title}; caps at ${formatPoints(gate.cap)}`])),
    ),
  ];
}

export const bands = createEntryKind({
  id: 'band',
  plural: 'bands',
  means: 'A range of the index, which makes the verdict',
  list: (rubric) => rubric.bands,
  blocks: buildBandBlocks,
  columns: ({ from }) => ({ from }),
});
