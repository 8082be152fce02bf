import type { Report } from '../../model/report.ts';
import { partsOf } from '../explanation.ts';
import { safeForMarkdown as safe } from '../safe-markdown.ts';
import { bullets, heading, paragraph } from './blocks.ts';

/** How sure the verdict is, in full, and what would change it. */
export function explanation(report: Report, level: number): string[] {
  return partsOf(report).flatMap(({ title, says, items }) => [
    ...heading(level + 1, title),
    ...says.flatMap((text) => paragraph(safe(text))),
    ...bullets(
      items.map((item) => {
        const label = item.label === '' ? '' : `${safe(item.label)}: `;
        const title = item.title === '' ? '' : `**${safe(item.title)}**`;
        const gap = item.title === '' || item.says === '' ? '' : ': ';
        return `${label}${title}${gap}${safe(item.says)}`;
      }),
    ),
  ]);
}
