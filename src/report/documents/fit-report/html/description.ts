import { type Html, html, NOTHING } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { section } from './section.ts';

/** The lines of the description file as they are, each with its number; nothing where the page was not given them. */
export function description(text: string | null, file: string | null, context: SectionContext): Html {
  if (text === null) return NOTHING;
  const lines = text.replace(/\n$/, '').split('\n');
  const rows = lines.map(
    (line, index) => html`<li id="${context.prefix}line-${index + 1}"><code>${line.replace(/\r$/, '')}</code></li>`,
  );
  return section(
    context,
    'file',
    'The description file',
    html`<details class="file"><summary>${file ?? 'Its lines'}, ${lines.length} lines</summary><ol class="lines">${rows}</ol></details>`,
  );
}
