import type { Rubric } from '../../model/rubric.ts';
import { paragraph, ref, refs, type Text, table, underHeading } from '../../report/document.ts';
import type { EntryHead } from '../../report/documents/rubric-entries.ts';
import { formatPercent, formatPoints } from '../../report/wording/figures.ts';
import { writeMarkdownBlocks } from '../../report/writers/markdown/write-markdown.ts';
import { formatBandRange } from '../bands.ts';
import { buildPage } from '../registry.ts';
import {
  buildBlockChapter,
  CHAPTER_LEVEL,
  type Chapter,
  listEntriesOfKind,
  placeAtLevel,
  renderEntry,
  toAnchor,
} from './chapter.ts';
import {
  buildAlternativeChapter,
  buildClaimChapter,
  buildRegulationChapter,
  buildUnitChapter,
} from './register-chapters.ts';

function buildBandChapter(rubric: Rubric): Chapter {
  const floor = formatPercent(rubric.coverage_floor);
  return buildBlockChapter(
    'Bands',
    'bands',
    paragraph(
      `The verdict is the band of the supported index after gates. A project is not rateable where less than ${floor} of the weight has an answer with a source and the bands of supported and possible differ.`,
    ),
    table(
      ['Band', 'Title', 'Index', 'Means'],
      rubric.bands.map((band) => [[ref('band', band.id)], [band.title], [formatBandRange(band, rubric)], [band.means]]),
    ),
  );
}

function buildRatingChapter(rubric: Rubric): Chapter {
  return buildBlockChapter(
    'How to rate',
    'how-to-rate',
    paragraph('These rules hold for every criterion.'),
    table(
      ['Rule', 'Title', 'Means'],
      rubric.rating_rules.map((rule) => [[ref('rating-rule', rule.id)], [rule.title], [rule.means]]),
    ),
  );
}

function buildEvidenceChapter(rubric: Rubric): Chapter {
  const { grades, kinds, own_host_cap: limit, claims } = rubric.evidence;
  return buildBlockChapter(
    'Evidence',
    'evidence',
    paragraph(
      "A grade caps the level that an answer can carry. On the project's own host a source counts as ",
      ref('grade', limit),
      ' at best.',
    ),
    underHeading(
      'Grades, from worst to best',
      table(
        ['Grade', 'Carries at most', 'Means'],
        grades.map((grade) => [[ref('grade', grade.id)], [`level ${grade.cap}`], [grade.means]]),
      ),
    ),
    underHeading(
      'Source kinds',
      table(
        ['Kind', 'Grade', 'Title', 'Means'],
        kinds.map((kind) => [[ref('source-kind', kind.id)], [ref('grade', kind.grade)], [kind.title], [kind.means]]),
      ),
    ),
    underHeading('Claims that the grades rest on', paragraph(...refs('claim', claims))),
  );
}

function buildWeightChapter(rubric: Rubric): Chapter {
  const rows = rubric.tracks.map((track): Text[] => [
    [ref('track', track.id)],
    ...rubric.dimensions.map((dimension): Text => [formatPoints(track.weights[dimension.id]?.weight ?? 0)]),
  ]);
  return buildBlockChapter(
    'Weights',
    'weights',
    paragraph('Of 100 on each track. The reasons stand with the dimensions and the tracks.'),
    table(['Track', ...rubric.dimensions.map((dimension) => dimension.title)], rows),
  );
}

/** A dimension with its criteria in full. */
function buildDimensionChapter(dimension: EntryHead, rubric: Rubric): Chapter {
  const own = rubric.criteria.filter((criterion) => criterion.dimension === dimension.id).map(({ id }) => id);
  const entries = listEntriesOfKind('criterion', rubric).filter((entry) => own.includes(entry.id));
  return {
    title: dimension.title,
    anchor: toAnchor(dimension),
    lines: [
      ...writeMarkdownBlocks(buildPage(rubric, dimension).blocks, placeAtLevel(CHAPTER_LEVEL)),
      ...entries.flatMap((entry) => renderEntry(entry, rubric, CHAPTER_LEVEL + 1)),
    ],
    entries,
  };
}

/** All entries of one kind, each with its whole page. */
function buildKindChapter(title: string, kind: string, anchor: string, rubric: Rubric): Chapter {
  const entries = listEntriesOfKind(kind, rubric);
  return { title, anchor, lines: entries.flatMap((entry) => renderEntry(entry, rubric, CHAPTER_LEVEL + 1)), entries };
}

/** The document's chapters, in reading order. */
export function listChapters(rubric: Rubric): readonly Chapter[] {
  return [
    buildBandChapter(rubric),
    buildEvidenceChapter(rubric),
    buildRatingChapter(rubric),
    buildWeightChapter(rubric),
    ...listEntriesOfKind('dimension', rubric).map((dimension) => buildDimensionChapter(dimension, rubric)),
    buildKindChapter('Tracks', 'track', 'tracks', rubric),
    buildKindChapter('Gates', 'gate', 'gates', rubric),
    buildKindChapter('Diagnoses', 'diagnosis', 'diagnoses', rubric),
    buildRegulationChapter(rubric),
    buildAlternativeChapter(rubric),
    buildClaimChapter(rubric),
    buildUnitChapter(rubric),
    buildKindChapter('Rules of demandfit check', 'rule', 'rules', rubric),
  ];
}
