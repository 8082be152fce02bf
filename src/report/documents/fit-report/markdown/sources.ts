import type { CriterionReport, Report, SourceUse } from '../../../../model/report.ts';
import { LOWERING_REASONS } from '../../../wording/sentences.ts';
import { heading, table } from '../../../writers/markdown/blocks.ts';
import { renderMarkdownLink, escapeForMarkdown as safe } from '../../../writers/markdown/escape-for-markdown.ts';

interface Use {
  readonly source: SourceUse;
  readonly says: string;
}

function useOf(source: SourceUse, criterion: CriterionReport, against: boolean): Use {
  const facts = [`grade ${source.grade}`, ...source.lowered.map((reason) => LOWERING_REASONS[reason])].join(', ');
  return { source, says: `${against ? 'against ' : ''}${criterion.title} (${facts})` };
}

function usesOf(criterion: CriterionReport): readonly Use[] {
  if (criterion.status !== 'answered') return [];
  const { sources, items, disputedBy } = criterion;
  return [
    ...[...sources, ...items.flatMap((item) => item.sources)].map((source) => useOf(source, criterion, false)),
    ...disputedBy.map((source) => useOf(source, criterion, true)),
  ];
}

/** Every source once with its link, and the answers that it speaks for or against, by the order of the criteria. */
export function sources({ dimensions }: Report, level: number): string[] {
  const byId = new Map<string, { readonly source: SourceUse; readonly says: Set<string> }>();
  for (const { source, says } of dimensions.flatMap(({ criteria }) => criteria).flatMap(usesOf)) {
    const entry = byId.get(source.id) ?? { source, says: new Set() };
    entry.says.add(says);
    byId.set(source.id, entry);
  }
  const rows = [...byId.values()].map(({ source, says }) => [
    renderMarkdownLink(source.title, source.url),
    safe(source.kind),
    safe(source.date ?? 'no date'),
    safe([...says].join('; ')),
  ]);
  return rows.length === 0
    ? []
    : [...heading(level + 1, 'Sources'), ...table(['Source', 'Kind', 'Date', 'Cited on'], rows)];
}
