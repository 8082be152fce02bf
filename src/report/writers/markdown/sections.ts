import type { OutputSection } from '../../output-section.ts';
import { bullets, heading, paragraph } from './blocks.ts';
import { escapeForMarkdown as safe } from './escape-for-markdown.ts';

/** Parts of an output, each under its title. */
export function partBlocks(parts: readonly OutputSection[], level: number): string[] {
  return parts.flatMap(({ title, says, items }) => [
    ...heading(level, safe(title)),
    ...says.flatMap((text) => paragraph(safe(text))),
    ...bullets(
      items.map((item) => {
        const label = item.label === '' ? '' : `${safe(item.label)}: `;
        const name = item.title === '' ? '' : `**${safe(item.title)}**`;
        const gap = item.title === '' || item.says === '' ? '' : ': ';
        return `${label}${name}${gap}${safe(item.says)}`;
      }),
    ),
  ]);
}
