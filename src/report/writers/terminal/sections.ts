import type { OutputSection } from '../../output-section.ts';
import { widthOf } from './flow.ts';
import { heading, indented, labelled, type TerminalScreen } from './screen.ts';

/** Parts of an output, each under its title. */
export function partLines(parts: readonly OutputSection[], page: TerminalScreen): string[] {
  return parts.flatMap(({ title, says, items }) => {
    const column = Math.max(0, ...items.map(({ label }) => widthOf(label))) + 2;
    return [
      ...heading(title, page),
      ...says.flatMap((text) => indented([text], page)),
      ...items.flatMap((item) => {
        const gap = item.title === '' || item.says === '' ? '' : ': ';
        const flow = [{ text: item.title, style: page.paint.bold }, `${gap}${item.says}`];
        return labelled(item.label, flow, page, 2, column);
      }),
    ];
  });
}
