import type { ItemReport, SourceUse } from '../../../../model/report.ts';
import { describeSource } from '../../../wording/sentences.ts';
import { toSafeUrl } from '../../../writers/safe-url.ts';
import { labelled, type TerminalScreen } from '../../../writers/terminal/screen.ts';

/** One line a source with its kind, date, grade and what lowered it; its address below where it is no hyperlink. */
export function sourceLines(
  label: string,
  sources: readonly SourceUse[],
  page: TerminalScreen,
  indent: number,
): string[] {
  return sources.flatMap((source) => {
    const href = toSafeUrl(source.url);
    const facts = ` (${describeSource(source)})`;
    if (page.links && href !== null) {
      const style = (text: string) => `\u001b]8;;${href}\u001b\\${text}\u001b]8;;\u001b\\`;
      return labelled(label, [{ text: source.title || source.url, style }, facts], page, indent);
    }
    return [
      ...labelled(label, [source.title, facts], page, indent),
      ...labelled('', [{ text: source.url, style: page.paint.dim }], page, indent),
    ];
  });
}

/** The sources of an answer that none of its items cites, each once; those of items stand with the items. */
export function ownSources(sources: readonly SourceUse[], items: readonly ItemReport[]): readonly SourceUse[] {
  const told = new Set(items.flatMap((item) => item.sources.map(({ id }) => id)));
  return sources.filter(({ id }) => !told.has(id) && told.add(id));
}
