import type { SheetStart } from '../../model/document.ts';

/** Lines by which converters and note takers mark a page or slide; the last group is the title that follows it. */
const MARKERS: readonly RegExp[] = [
  /^[ \t]*<!--\s*(slide|page)(?:\s+(?:number|no\.?))?\s*[:#]?\s*(\d{1,4})\s*-->()[ \t]*$/i,
  /^[ \t]*[-=]{2,}\s*(slide|page)\s+(\d{1,4})(?:\s+of\s+\d{1,4})?\s*[-=]{2,}()[ \t]*$/i,
  /^[ \t]*\[(slide|page)\s+(\d{1,4})\]()[ \t]*$/i,
  /^#{1,6}[ \t]+(slide|page)\s+(\d{1,4})[ \t]*(?:[:.\u2013\u2014-][ \t]*(.*))?$/i,
  /^\*\*(slide|page)\s+(\d{1,4})\*\*()[ \t]*$/i,
];

/** A marker of one page alone may be a word of the text. */
const LEAST = 2;

interface MarkedLine extends SheetStart {
  readonly to: number;
  readonly title: string;
}

function findMarkedLines(text: string): readonly MarkedLine[] {
  const found: MarkedLine[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    for (const pattern of line.length > 200 ? [] : MARKERS) {
      const [, kind, number, title = ''] = pattern.exec(line) ?? [];
      if (kind === undefined) continue;
      const sheet = kind.toLowerCase() === 'page' ? 'page' : 'slide';
      found.push({ from, to: from + line.length, kind: sheet, number: Number(number), title });
      break;
    }
    from += line.length + 1;
  }
  const isAscending = found.every((marker, at) => at === 0 || marker.number > (found[at - 1]?.number ?? 0));
  return found.length >= LEAST && isAscending ? found : [];
}

function startAfter(text: string, separator: RegExp, kind: SheetStart['kind']): readonly SheetStart[] {
  const ends = [...text.matchAll(separator)].map((match) => match.index + match[0].length);
  if (ends.length === 0) return [];
  return [0, ...ends].map((from, at) => ({ from, kind, number: at + 1 }));
}

/** A text whose marks of pages and slides are blank, and where these begin. @param isDeck true where a line of hyphens ends a slide. */
export function readSheetMarkers(
  text: string,
  isDeck: boolean,
): { readonly text: string; readonly sheets: readonly SheetStart[] } {
  const marked = findMarkedLines(text);
  if (marked.length > 0) {
    let blanked = '';
    let at = 0;
    for (const { from, to, title } of marked) {
      blanked += text.slice(at, from);
      // A heading that also has a title of its own keeps it.
      const [hashes = ''] = title === '' ? [] : (/^#+/.exec(text.slice(from, to)) ?? []);
      blanked += hashes + title.padStart(to - from - hashes.length);
      at = to;
    }
    return {
      text: (blanked + text.slice(at)).replaceAll('\f', ' '),
      sheets: marked.map(({ from, kind, number }) => ({ from, kind, number })),
    };
  }
  const sheets = isDeck ? startAfter(text, /^---[ \t]*$/gm, 'slide') : startAfter(text, /\f/g, 'page');
  return { text: text.replaceAll('\f', ' '), sheets };
}
