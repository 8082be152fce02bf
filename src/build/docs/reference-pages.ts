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
import { describeConversion } from '../../rubric-pages/alternatives.ts';
import type { EntryKind } from '../../rubric-pages/entry-kind.ts';
import { formatBandRange } from '../../rubric-pages/evidence.ts';
import { fields } from '../../rubric-pages/fields.ts';
import { buildPage, findEntriesOnClaim, words } from '../../rubric-pages/registry.ts';
import {
  buildBlockPage,
  findAnchorOf,
  findPageOf,
  linkToReference,
  listEntriesOfKind,
  type ReferencePage,
  renderEntry,
} from './reference-page.ts';

/** Each regulation with its duties; the sources are given with the regulation only. */
function buildRegulationPage(rubric: Rubric): ReferencePage {
  const entries = listEntriesOfKind('regulation', rubric);
  const duties = listEntriesOfKind('duty', rubric);
  const lines = entries.flatMap((entry) => {
    const own = duties.filter((duty) => duty.id.startsWith(`${entry.id}/`));
    return [...renderEntry(entry, rubric, 2), ...own.flatMap((duty) => renderEntry(duty, rubric, 3, 'Sources'))];
  });
  return { title: 'Regulations', id: 'regulations', lines, entries };
}

/** The alternatives by workload, whose table shows those that are alike. */
function buildAlternativePage(rubric: Rubric): ReferencePage {
  const entries = listEntriesOfKind('workload', rubric);
  const alternatives = listEntriesOfKind('alternative', rubric);
  const classes = table(
    ['Service class', 'Title', 'Means'],
    rubric.service_classes.map((entry) => [[ref('service-class', entry.id)], [entry.title], [entry.means]]),
  );
  const lines = entries.flatMap((workload) => {
    const own = rubric.alternatives.filter((entry) => entry.workload === workload.id).map(({ id }) => id);
    return [
      ...renderEntry(workload, rubric, 2),
      ...alternatives
        .filter(({ id }) => own.includes(id))
        .flatMap((entry) => renderEntry(entry, rubric, 3, 'Same workload and service class')),
    ];
  });
  return {
    title: 'Alternatives',
    id: 'alternatives',
    lines: [...writeMarkdownBlocks(classes, linkToReference(rubric, '', 'alternatives', 1)), ...lines],
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
  return writeMarkdownText([`\`${claim.id}\`: ${claim.text} ${own}`, ...why], linkToReference(rubric, '', 'claims', 1));
}

/** The claims by part of the article, each with what rests on it. */
function buildClaimPage(rubric: Rubric): ReferencePage {
  const { source, sections, claims } = rubric.seeds;
  const lines = Object.entries(sections).flatMap(([id, title]) => {
    const own = claims.filter((claim) => claim.section === id);
    const items = own.map(
      (claim) => `- <a id="${findAnchorOf(ref('claim', claim.id))}"></a>${renderClaimItem(claim, rubric)}`,
    );
    return own.length === 0 ? [] : [...writeMarkdownHeading(2, writeMarkdownProse(title)), ...items, ''];
  });
  const article: Text = [
    `From ${source.title}, by ${source.authors.join(' and ')}, ${source.published}: `,
    ...joinTexts(source.urls.map((url): Text => [{ says: url, url }])),
    '.',
  ];
  return {
    title: 'Claims',
    id: 'claims',
    lines: [writeMarkdownText(article, linkToReference(rubric, '', 'claims', 1)), '', ...lines],
    entries: [],
  };
}

function buildUnitPage(rubric: Rubric): ReferencePage {
  const rows = rubric.units.map((unit): Text[] => [[ref('unit', unit.id)], describeConversion(unit)]);
  return buildBlockPage('Units', 'units', rubric, table(['Unit', 'Conversion'], rows));
}

/** A table of all entries of a kind, each with its meaning. */
function buildMeaningPage(title: string, kind: EntryKind, rubric: Rubric): ReferencePage {
  const rows = kind.entries(rubric).map((entry): Text[] => [[ref(kind.id, entry.id)], [entry.means]]);
  return buildBlockPage(title, kind.plural, rubric, table(['Name', 'Means'], rows));
}

function buildBandPage(rubric: Rubric): ReferencePage {
  const floor = formatPercent(rubric.coverage_floor);
  return buildBlockPage(
    'Bands',
    'bands',
    rubric,
    paragraph(
      `The verdict is the band of the supported index after gates. A project is not rateable where less than ${floor} of the weight has an answer with a source and the bands of supported and possible differ.`,
    ),
    table(
      ['Band', 'Title', 'Index', 'Means'],
      rubric.bands.map((band) => [[ref('band', band.id)], [band.title], [formatBandRange(band, rubric)], [band.means]]),
    ),
  );
}

function buildRatingPage(rubric: Rubric): ReferencePage {
  return buildBlockPage(
    'How to rate',
    'how-to-rate',
    rubric,
    paragraph('These rules hold for every criterion.'),
    table(
      ['Rule', 'Title', 'Means'],
      rubric.rating_rules.map((rule) => [[ref('rating-rule', rule.id)], [rule.title], [rule.means]]),
    ),
  );
}

function buildEvidencePage(rubric: Rubric): ReferencePage {
  const { grades, kinds, contradicted_cap: limit, unknown_owner_cap: most, claims } = rubric.evidence;
  return buildBlockPage(
    'Evidence',
    'evidence',
    rubric,
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

function buildWeightPage(rubric: Rubric): ReferencePage {
  const where = paragraph('Of 100 on each track. The reasons are given with the dimensions and the tracks.');
  return buildBlockPage('Weights', 'weights', rubric, where, buildWeightTable(rubric));
}

/** The blocks of an entry that has a page to itself, and the entries that follow in full. */
function buildOwnPage(head: EntryHead, title: string, entries: readonly EntryHead[], rubric: Rubric): ReferencePage {
  const id = findPageOf(head, rubric);
  return {
    id,
    title,
    lines: [
      ...writeMarkdownBlocks(buildPage(rubric, head).blocks, linkToReference(rubric, '', id, 1)),
      ...entries.flatMap((entry) => renderEntry(entry, rubric, 2)),
    ],
    entries,
  };
}

function buildDimensionPage(dimension: EntryHead, rubric: Rubric): ReferencePage {
  const own = rubric.criteria.filter((criterion) => criterion.dimension === dimension.id).map(({ id }) => id);
  const entries = listEntriesOfKind('criterion', rubric).filter((entry) => own.includes(entry.id));
  return buildOwnPage(dimension, dimension.title, entries, rubric);
}

/** All entries of one kind, each with its whole text. */
function buildKindPage(title: string, kind: string, id: string, rubric: Rubric): ReferencePage {
  const entries = listEntriesOfKind(kind, rubric);
  return { title, id, lines: entries.flatMap((entry) => renderEntry(entry, rubric, 2)), entries };
}

/** The pages of the reference, in reading order. */
export function listReferencePages(rubric: Rubric): readonly ReferencePage[] {
  return [
    buildMeaningPage('Words', words, rubric),
    buildBandPage(rubric),
    buildEvidencePage(rubric),
    buildRatingPage(rubric),
    buildWeightPage(rubric),
    ...listEntriesOfKind('dimension', rubric).map((dimension) => buildDimensionPage(dimension, rubric)),
    ...listEntriesOfKind('track', rubric).map((track) => buildOwnPage(track, `Track: ${track.title}`, [], rubric)),
    buildKindPage('Gates', 'gate', 'gates', rubric),
    buildKindPage('Diagnoses', 'diagnosis', 'diagnoses', rubric),
    buildKindPage('Implications', 'implication', 'implications', rubric),
    buildRegulationPage(rubric),
    buildAlternativePage(rubric),
    buildClaimPage(rubric),
    buildUnitPage(rubric),
    buildMeaningPage('Fields of a description', fields, rubric),
    buildKindPage('Rules of demandfit check', 'rule', 'rules', rubric),
    buildKindPage('What keeps a file from being read', 'problem', 'problems', rubric),
  ];
}
