import type { Claim, Rubric } from '../model/rubric.ts';
import { bullets, heading, paragraph } from '../render/markdown/blocks.ts';
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
import { joined, ref, type Text, table } from './page.ts';
import { blocksInMarkdown, inlineInMarkdown, proseInMarkdown } from './page-markdown.ts';
import { entriesRestingOn } from './registry.ts';
import { conversionText } from './units.ts';

/** Each regulation with its duties; the sources stand with the regulation alone. */
export function regulationChapter(rubric: Rubric): Chapter {
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
export function alternativeChapter(rubric: Rubric): Chapter {
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
export function claimChapter(rubric: Rubric): Chapter {
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
    lines: [...paragraph(inlineInMarkdown(article, at(LEVEL))), ...lines],
    entries: [],
  };
}

/** The units with their conversions. */
export function unitChapter(rubric: Rubric): Chapter {
  const rows = rubric.units.map((unit): Text[] => [[ref('unit', unit.id)], conversionText(unit)]);
  return blockChapter('Units', 'units', table(['Unit', 'Conversion'], rows));
}
