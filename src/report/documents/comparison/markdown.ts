import type { ComparisonJson } from '../../../model/comparison.ts';
import { describeProvenance } from '../../wording/provenance.ts';
import { toWords } from '../../wording/to-words.ts';
import { heading, paragraph, table } from '../../writers/markdown/blocks.ts';
import { escapeForMarkdown as safe } from '../../writers/markdown/escape-for-markdown.ts';
import { partBlocks } from '../../writers/markdown/sections.ts';
import { namedInterval } from '../fit-report/markdown/overview.ts';
import { ownSays, partsOf, rankNote, rankRange } from './parts.ts';

/** The ranked table and the parts below it, in GitHub-flavoured Markdown. */
export function renderComparisonMarkdown(file: ComparisonJson): string {
  const { comparison } = file;
  const rows = comparison.ranked.map((one) => [
    String(one.rank),
    rankRange(one.shownRank.best, one.shownRank.worst),
    safe(one.verdictTitle),
    namedInterval(one.index),
    safe(toWords(one.verdictAtPossible)),
    safe(one.track),
    safe(one.name),
  ]);
  const own = ownSays(file);
  const blocks = [
    ...(own === null ? [] : paragraph(safe(own))),
    ...heading(1, 'Comparison by demand fit'),
    ...table(['Rank>', 'As shown', 'Verdict', 'Index', 'At best', 'Track', 'Project'], rows),
    ...paragraph(safe(rankNote(comparison))),
    ...partBlocks(partsOf(comparison), 2),
    ...paragraph(`Scope: ${safe(comparison.scope)}`),
    ...paragraph(safe(describeProvenance(file))),
  ];
  return `${blocks.join('\n').trimEnd()}\n`;
}
