import type { Claim, Rubric } from '../../model/rubric.ts';
import { type Block, joinTexts, paragraph, ref, refs, type Text, table, underHeading } from '../../report/document.ts';
import type { EntryHead } from '../../report/documents/rubric-entries.ts';
import { formatPercent, formatPoints } from '../../report/wording/figures.ts';
import {
  writeMarkdownBlocks,
  writeMarkdownHeading,
  writeMarkdownProse,
  writeMarkdownText,
} from '../../report/writers/markdown/write-markdown.ts';
import { describeConversion } from '../alternatives.ts';
import type { EntryKind } from '../entry-kind.ts';
import { formatBandRange } from '../evidence.ts';
import { fields } from '../fields.ts';
import { buildPage, findEntriesOnClaim, words } from '../registry.ts';
import {
  buildBlockChapter,
  CHAPTER_LEVEL,
  type Chapter,
  listEntriesOfKind,
  placeAtLevel,
  renderEntry,
  renderEntryUntil,
  toAnchor,
} from './chapter.ts';

/** Each regulation with its duties; the sources are given with the regulation only. */
function buildRegulationChapter(rubric: Rubric): Chapter {
  const entries = listEntriesOfKind('regulation', rubric);
  const duties = listEntriesOfKind('duty', rubric);
  const lines = entries.flatMap((entry) => {
    const own = duties.filter((duty) => duty.id.startsWith(`${entry.id}/`));
    return [
      ...renderEntry(entry, rubric, CHAPTER_LEVEL + 1),
      ...own.flatMap((duty) => renderEntryUntil('Sources', duty, rubric, CHAPTER_LEVEL + 2)),
    ];
  });
  return { title: 'Regulations', anchor: 'regulations', lines, entries };
}

/** The alternatives by workload, whose table shows those that are alike. */
function buildAlternativeChapter(rubric: Rubric): Chapter {
  const entries = listEntriesOfKind('workload', rubric);
  const alternatives = listEntriesOfKind('alternative', rubric);
  const classes = table(
    ['Service class', 'Title', 'Means'],
    rubric.service_classes.map((entry) => [[ref('service-class', entry.id)], [entry.title], [entry.means]]),
  );
  const lines = entries.flatMap((workload) => {
    const own = rubric.alternatives.filter((entry) => entry.workload === workload.id).map(({ id }) => id);
    return [
      ...renderEntry(workload, rubric, CHAPTER_LEVEL + 1),
      ...alternatives
        .filter(({ id }) => own.includes(id))
        .flatMap((entry) => renderEntryUntil('Same workload and service class', entry, rubric, CHAPTER_LEVEL + 2)),
    ];
  });
  return {
    title: 'Alternatives',
    anchor: 'alternatives',
    lines: [...writeMarkdownBlocks(classes, placeAtLevel(CHAPTER_LEVEL)), ...lines],
    entries,
  };
}

function renderClaimItem(claim: Claim, rubric: Rubric): string {
  const resting = findEntriesOnClaim(claim.id, rubric).map(({ kind, id }): Text => [ref(kind, id)]);
  const why: Text =
    resting.length === 0
      ? [claim.context ?? 'Nothing in the rubric rests on it.']
      : ['What rests on it: ', ...joinTexts(resting), '.'];
  const own = claim.own === null ? '' : `Our own: ${claim.own} `;
  return writeMarkdownText([`\`${claim.id}\`: ${claim.text} ${own}`, ...why], placeAtLevel(CHAPTER_LEVEL));
}

/** The claims by part of the article, each with what rests on it. */
function buildClaimChapter(rubric: Rubric): Chapter {
  const { source, sections, claims } = rubric.seeds;
  const lines = Object.entries(sections).flatMap(([id, title]) => {
    const own = claims.filter((claim) => claim.section === id);
    const items = own.map(
      (claim) => `- <a id="${toAnchor(ref('claim', claim.id))}"></a>${renderClaimItem(claim, rubric)}`,
    );
    return own.length === 0
      ? []
      : [...writeMarkdownHeading(CHAPTER_LEVEL + 1, writeMarkdownProse(title)), ...items, ''];
  });
  const article: Text = [
    `From ${source.title}, by ${source.authors.join(' and ')}, ${source.published}: `,
    ...joinTexts(source.urls.map((url): Text => [{ says: url, url }])),
    '.',
  ];
  return {
    title: 'Claims',
    anchor: 'claims',
    lines: [writeMarkdownText(article, placeAtLevel(CHAPTER_LEVEL)), '', ...lines],
    entries: [],
  };
}

function buildUnitChapter(rubric: Rubric): Chapter {
  const rows = rubric.units.map((unit): Text[] => [[ref('unit', unit.id)], describeConversion(unit)]);
  return buildBlockChapter('Units', 'units', table(['Unit', 'Conversion'], rows));
}

/** A table of all entries of a kind, each with its meaning. */
function buildMeaningChapter(title: string, kind: EntryKind, rubric: Rubric): Chapter {
  const rows = kind.entries(rubric).map((entry): Text[] => [[ref(kind.id, entry.id)], [entry.means]]);
  return buildBlockChapter(title, kind.plural, table(['Name', 'Means'], rows));
}

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
  const { grades, kinds, contradicted_cap: limit, unknown_owner_cap: most, claims } = rubric.evidence;
  return buildBlockChapter(
    'Evidence',
    'evidence',
    paragraph(
      'A grade caps the level that an answer can support. Where its address or the criterion contradicts the kind of a source, it counts as ',
      ref('grade', limit),
      '; where the owner of its page is unknown, as ',
      ref('grade', most),
      ' at best.',
    ),
    underHeading(
      'Grades, from worst to best',
      table(
        ['Grade', 'Supports at most', 'Means'],
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

/** The weights of the dimensions, by track. */
export function buildWeightTable({ tracks, dimensions }: Rubric): readonly Block[] {
  return table(
    ['Track', ...dimensions.map(({ title }) => title)],
    tracks.map((track): Text[] => [
      [ref('track', track.id)],
      ...dimensions.map(({ id }): Text => [formatPoints(track.weights[id]?.weight ?? 0)]),
    ]),
  );
}

function buildWeightChapter(rubric: Rubric): Chapter {
  const where = paragraph('Of 100 on each track. The reasons are given with the dimensions and the tracks.');
  return buildBlockChapter('Weights', 'weights', where, buildWeightTable(rubric));
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
    buildMeaningChapter('Words', words, rubric),
    buildBandChapter(rubric),
    buildEvidenceChapter(rubric),
    buildRatingChapter(rubric),
    buildWeightChapter(rubric),
    ...listEntriesOfKind('dimension', rubric).map((dimension) => buildDimensionChapter(dimension, rubric)),
    buildKindChapter('Tracks', 'track', 'tracks', rubric),
    buildKindChapter('Gates', 'gate', 'gates', rubric),
    buildKindChapter('Diagnoses', 'diagnosis', 'diagnoses', rubric),
    buildKindChapter('Implications', 'implication', 'implications', rubric),
    buildRegulationChapter(rubric),
    buildAlternativeChapter(rubric),
    buildClaimChapter(rubric),
    buildUnitChapter(rubric),
    buildMeaningChapter('Fields of a description', fields, rubric),
    buildKindChapter('Rules of demandfit check', 'rule', 'rules', rubric),
  ];
}
