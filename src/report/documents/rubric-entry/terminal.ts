import type { Flow } from '../../writers/terminal/flow.ts';
import { wrap } from '../../writers/terminal/flow.ts';
import type { TerminalScreen } from '../../writers/terminal/screen.ts';
import { writeTerminalBlocks } from '../../writers/terminal/write-terminal.ts';
import type { EntryPage } from './entry-page.ts';

/** The page for a terminal, no line wider than the screen. A blank line parts its blocks. */
export function pageLines({ blocks, kind, id, title }: EntryPage, screen: TerminalScreen): readonly string[] {
  const name: Flow = [
    { text: `${kind} `, style: screen.paint.dim },
    { text: id, style: screen.paint.cyan },
  ];
  return [
    ...wrap([{ text: title, style: screen.paint.bold }], screen.width),
    ...wrap(name, screen.width),
    ...(blocks[0]?.kind === 'heading' ? [] : ['']),
    ...writeTerminalBlocks(blocks, screen),
  ];
}
