import type { Claim, Rubric } from '../model/rubric.ts';
import { percent, points } from '../render/figures.ts';
import { bullets, heading, paragraph as paragraphLines } from '../render/markdown/blocks.ts';
import { rangeOf } from './bands.ts';
import {
  anchorOf,
  at,
  blockChapter,
  type Chapter,
  entriesOfKind,
  entryLines,
  entryLinesUntil,
  LEVEL,
} from './chapter.ts';
import { type Entry, joined, paragraph, ref, refs, section, type Text, table } from './page.ts';
import { blocksInMarkdown, inlineInMarkdown, proseInMarkdown } from './page-markdown.ts';
import { entriesRestingOn, pageFor } from './registry.ts';
import { conversionText } from './units.ts';

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

/** Each regulation with its duties; the sources stand with the regulation alone. */
function regulationChapter(rubric: Rubric): Chapter {
  const entries = entriesOfKind('regulation', rubric);
  const duties = entriesOfKind('duty', rubric);
  const lines = entries.flatMap((entry) => {
    const own = duties.filter((duty) => duty.id.startsWith(`${entry.id}/`));
    return [
      ...entryLines(entry, rubric, LEVEL + 1),
      ...own.flatMap((duty) => entryLinesUntil('Sources', duty, rubric, LEVEL + 2)),
    ];
  });
  return { title: 'Regulations', anchor: 'regulations', lines, entries };
}

/** The alternatives by workload, whose table shows those that are alike. */
function alternativeChapter(rubric: Rubric): Chapter {
  const entries = entriesOfKind('workload', rubric);
  const alternatives = entriesOfKind('alternative', rubric);
  const classes = table(
    ['Service class', 'Title', 'Means'],
    rubric.service_classes.map((entry) => [[ref('service-class', entry.id)], [entry.title], [entry.means]]),
  );
  const lines = entries.flatMap((workload) => {
    const own = rubric.alternatives.filter((entry) => entry.workload === workload.id).map(({ id }) => id);
    return [
      ...entryLines(workload, rubric, LEVEL + 1),
      ...alternatives
        .filter(({ id }) => own.includes(id))
        .flatMap((entry) => entryLinesUntil('Same workload and service class', entry, rubric, LEVEL + 2)),
    ];
  });
  return {
    title: 'Alternatives',
    anchor: 'alternatives',
    lines: [...blocksInMarkdown(classes, at(LEVEL)), ...lines],
    entries,
  };
}

function claimItem(claim: Claim, rubric: Rubric): string {
  const resting = entriesRestingOn(claim.id, rubric).map(({ kind, id }): Text => [ref(kind, id)]);
  const why: Text =
    resting.length === 0 ? [claim.context ?? 'Nothing rests on it.'] : ['What rests on it: ', ...joined(resting), '.'];
  return inlineInMarkdown([`\`${claim.id}\`: ${claim.text} `, ...why], at(LEVEL));
}

/** The claims by part of the article, each with what rests on it. */
function claimChapter(rubric: Rubric): Chapter {
  const { source, sections, claims } = rubric.seeds;
  const lines = Object.entries(sections).flatMap(([id, title]) => {
    const own = claims.filter((claim) => claim.section === id);
    const items = own.map((claim) => `<a id="${anchorOf(ref('claim', claim.id))}"></a>${claimItem(claim, rubric)}`);
    return own.length === 0 ? [] : [...heading(LEVEL + 1, proseInMarkdown(title)), ...bullets(items)];
  });
  const article: Text = [
    `From ${source.title}, by ${source.authors.join(' and ')}, ${source.published}: `,
    ...joined(source.urls.map((url): Text => [{ says: url, url }])),
    '.',
  ];
  return {
    title: 'Claims',
    anchor: 'claims',
    lines: [...paragraphLines(inlineInMarkdown(article, at(LEVEL))), ...lines],
    entries: [],
  };
}

function unitChapter(rubric: Rubric): Chapter {
  const rows = rubric.units.map((unit): Text[] => [[ref('unit', unit.id)], conversionText(unit)]);
  return blockChapter('Units', 'units', table(['Unit', 'Conversion'], rows));
}

/** The document's chapters, in reading order. */
export function chaptersOf(rubric: Rubric): readonly Chapter[] {
  return [
    bandChapter(rubric),
    evidenceChapter(rubric),
    weightChapter(rubric),
    ...entriesOfKind('dimension', rubric).map((dimension) => dimensionChapter(dimension, rubric)),
    kindChapter('Tracks', 'track', 'tracks', rubric),
    kindChapter('Gates', 'gate', 'gates', rubric),
    kindChapter('Diagnoses', 'diagnosis', 'diagnoses', rubric),
    regulationChapter(rubric),
    alternativeChapter(rubric),
    claimChapter(rubric),
    unitChapter(rubric),
  ];
}
