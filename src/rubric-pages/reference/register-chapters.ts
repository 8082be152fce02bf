import type { Claim, Rubric } from '../../model/rubric.ts';
import { joinTexts, ref, type Text, table } from '../../report/document.ts';
import {
  writeMarkdownBlocks,
  writeMarkdownHeading,
  writeMarkdownProse,
  writeMarkdownText,
} from '../../report/writers/markdown/write-markdown.ts';
import { findEntriesOnClaim } from '../registry.ts';
import { describeConversion } from '../units.ts';
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

/** Each regulation with its duties; the sources stand with the regulation alone. */
export function buildRegulationChapter(rubric: Rubric): Chapter {
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
export function buildAlternativeChapter(rubric: Rubric): Chapter {
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
      ? [claim.context ?? 'Nothing rests on it.']
      : ['What rests on it: ', ...joinTexts(resting), '.'];
  return writeMarkdownText([`\`${claim.id}\`: ${claim.text} `, ...why], placeAtLevel(CHAPTER_LEVEL));
}

/** The claims by part of the article, each with what rests on it. */
export function buildClaimChapter(rubric: Rubric): Chapter {
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

/** The units with their conversions. */
export function buildUnitChapter(rubric: Rubric): Chapter {
  const rows = rubric.units.map((unit): Text[] => [[ref('unit', unit.id)], describeConversion(unit)]);
  return buildBlockChapter('Units', 'units', table(['Unit', 'Conversion'], rows));
}
