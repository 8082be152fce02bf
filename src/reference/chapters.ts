import type { Rubric } from '../model/rubric.ts';
import { percent, points } from '../render/figures.ts';
import { rangeOf } from './bands.ts';
import { anchorOf, at, blockChapter, type Chapter, entriesOfKind, entryLines, LEVEL } from './chapter.ts';
import { type Entry, paragraph, ref, refs, section, type Text, table } from './page.ts';
import { blocksInMarkdown } from './page-markdown.ts';
import { alternativeChapter, claimChapter, regulationChapter, unitChapter } from './register-chapters.ts';
import { pageFor } from './registry.ts';

function bandChapter(rubric: Rubric): Chapter {
  const floor = percent(rubric.coverage_floor);
  return blockChapter(
    'Bands',
    'bands',
    paragraph(
      `The verdict is the band of the supported index after gates. A project is not rateable where less than ${floor} of the weight has an answer with a source and the bands of supported and possible differ.`,
    ),
    table(
      ['Band', 'Title', 'Index', 'Means'],
      rubric.bands.map((band) => [[ref('band', band.id)], [band.title], [rangeOf(band, rubric)], [band.means]]),
    ),
  );
}

function ratingChapter(rubric: Rubric): Chapter {
  return blockChapter(
    'How to rate',
    'how-to-rate',
    paragraph('These rules hold for every criterion.'),
    table(
      ['Rule', 'Title', 'Means'],
      rubric.rating_rules.map((rule) => [[ref('rating-rule', rule.id)], [rule.title], [rule.means]]),
    ),
  );
}

function evidenceChapter(rubric: Rubric): Chapter {
  const { grades, kinds, own_host_cap: limit, claims } = rubric.evidence;
  return blockChapter(
    'Evidence',
    'evidence',
    paragraph(
      "A grade caps the level that an answer can carry. On the project's own host a source counts as ",
      ref('grade', limit),
      ' at best.',
    ),
    section(
      'Grades, from worst to best',
      table(
        ['Grade', 'Carries at most', 'Means'],
        grades.map((grade) => [[ref('grade', grade.id)], [`level ${grade.cap}`], [grade.means]]),
      ),
    ),
    section(
      'Source kinds',
      table(
        ['Kind', 'Grade', 'Title', 'Means'],
        kinds.map((kind) => [[ref('source-kind', kind.id)], [ref('grade', kind.grade)], [kind.title], [kind.means]]),
      ),
    ),
    section('Claims that the grades rest on', paragraph(...refs('claim', claims))),
  );
}

function weightChapter(rubric: Rubric): Chapter {
  const rows = rubric.tracks.map((track): Text[] => [
    [ref('track', track.id)],
    ...rubric.dimensions.map((dimension): Text => [points(track.weights[dimension.id]?.weight ?? 0)]),
  ]);
  return blockChapter(
    'Weights',
    'weights',
    paragraph('Of 100 on each track. The reasons stand with the dimensions and the tracks.'),
    table(['Track', ...rubric.dimensions.map((dimension) => dimension.title)], rows),
  );
}

/** A dimension with its criteria in full. */
function dimensionChapter(dimension: Entry, rubric: Rubric): Chapter {
  const own = rubric.criteria.filter((criterion) => criterion.dimension === dimension.id).map(({ id }) => id);
  const entries = entriesOfKind('criterion', rubric).filter((entry) => own.includes(entry.id));
  return {
    title: dimension.title,
    anchor: anchorOf(dimension),
    lines: [
      ...blocksInMarkdown(pageFor(rubric, dimension).blocks, at(LEVEL)),
      ...entries.flatMap((entry) => entryLines(entry, rubric, LEVEL + 1)),
    ],
    entries,
  };
}

/** All entries of one kind, each with its whole page. */
function kindChapter(title: string, kind: string, anchor: string, rubric: Rubric): Chapter {
  const entries = entriesOfKind(kind, rubric);
  return { title, anchor, lines: entries.flatMap((entry) => entryLines(entry, rubric, LEVEL + 1)), entries };
}

/** The document's chapters, in reading order. */
export function chaptersOf(rubric: Rubric): readonly Chapter[] {
  return [
    bandChapter(rubric),
    evidenceChapter(rubric),
    ratingChapter(rubric),
    weightChapter(rubric),
    ...entriesOfKind('dimension', rubric).map((dimension) => dimensionChapter(dimension, rubric)),
    kindChapter('Tracks', 'track', 'tracks', rubric),
    kindChapter('Gates', 'gate', 'gates', rubric),
    kindChapter('Diagnoses', 'diagnosis', 'diagnoses', rubric),
    regulationChapter(rubric),
    alternativeChapter(rubric),
    claimChapter(rubric),
    unitChapter(rubric),
    kindChapter('Rules of demandfit check', 'rule', 'rules', rubric),
  ];
}
