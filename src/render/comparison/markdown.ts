import type { ComparisonJson } from '../../model/comparison-report.ts';
import { describeProvenance } from '../judged-by.ts';
import { heading, paragraph, table } from '../markdown/blocks.ts';
import { namedInterval } from '../markdown/overview.ts';
import { partBlocks } from '../markdown/parts.ts';
import { escapeForMarkdown as safe } from '../safe-markdown.ts';
import { ownSays, partsOf, rankNote, rankRange } from './parts.ts';

/** The ranked table and the parts below it, in GitHub-flavoured Markdown. */
export function renderComparisonMarkdown(file: ComparisonJson): string {
  const { comparison } = file;
  const rows = comparison.ranked.map((one) => [
    String(one.rank),
    rankRange(one.shownRank.best, one.shownRank.worst),
    rankRange(one.bestRank, one.worstRank),
    safe(one.verdictTitle),
    namedInterval(one.index),
    safe(one.track),
    safe(one.name),
  ]);
  const own = ownSays(file);
  const blocks = [
    ...(own === null ? [] : paragraph(safe(own))),
    ...heading(1, 'Comparison by demand fit'),
    ...table(['Rank>', 'As shown', 'Could be', 'Verdict', 'Index', 'Track', 'Project'], rows),
    ...paragraph(safe(rankNote(comparison))),
    ...partBlocks(partsOf(comparison), 2),
    ...paragraph(`Scope: ${safe(comparison.scope)}`),
    ...paragraph(safe(describeProvenance(file))),
  ];
  return `${blocks.join('\n').trimEnd()}\n`;
}
