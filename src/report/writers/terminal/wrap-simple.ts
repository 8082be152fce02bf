import { isHarmless } from '../escape-for-terminal.ts';
import type { Flow, Run, Style } from './split-words.ts';
import { oneLine, plain } from './split-words.ts';
import { isSimple } from './width.ts';

/** Text of one style, from one place of the whole to the next one's. */
interface StyleStretch {
  readonly from: number;
  readonly style: Style;
}

function runOf(part: string | Run): Run {
  return typeof part === 'string' ? { text: part, style: plain } : part;
}

/** What stands between two places of the text, each stretch in its style. */
function painted(text: string, stretches: readonly StyleStretch[], from: number, to: number): string {
  let line = '';
  for (const [index, stretch] of stretches.entries()) {
    const start = Math.max(from, stretch.from);
    const end = Math.min(to, stretches[index + 1]?.from ?? text.length);
    if (start < end) line += stretch.style(text.slice(start, end));
  }
  return line;
}

/**
 * The lines of a flow by its letters alone, at a fraction of the cost of `splitWords`: for text of letters one column wide
 * with single spaces between its words, with nothing that could turn into a command where a line breaks, with no word
 * wider than a line, and with no space at the edge of a painted part. null for any other, which is nearly none.
 */
export function wrapSimple(flow: Flow, room: number): readonly string[] | null {
  let text = '';
  const stretches: StyleStretch[] = [];
  for (const part of flow) {
    const run = runOf(part);
    const line = oneLine(run.text);
    if (line === '') continue;
    if (run.style !== plain && /^ | $/.test(line)) return null;
    if (stretches.at(-1)?.style !== run.style) stretches.push({ from: text.length, style: run.style });
    text += line;
  }
  const end = text.endsWith(' ') ? text.length - 1 : text.length;
  if (!isSimple(text) || text.startsWith(' ') || text.includes('  ') || !isHarmless(text)) return null;

  const lines: string[] = [];
  for (let from = 0; from < end; ) {
    const fits = end - from <= room;
    const to = fits ? end : text.lastIndexOf(' ', from + room);
    if (to <= from) return null;
    lines.push(painted(text, stretches, from, to));
    from = to + 1;
  }
  return lines.length === 0 ? [''] : lines;
}
