import type { Outcome } from '../../model/diagnostic.ts';
import { toProblem } from '../../model/diagnostic.ts';
import { makeExcerpt } from './quote.ts';
import { type TextDiagnostic, TextPlaces } from './text-places.ts';

/** The parts of a memo, as offsets of its text. */
export interface MemoParts {
  /** Where the YAML begins and ends, between the fences. */
  readonly yaml: { readonly from: number; readonly to: number };
  /** Where the prose begins, on the line below the closing fence. */
  readonly body: number;
}

const FENCE = /^---[ \t]*$/;
const CLOSING_FENCE = /^(?:---|\.\.\.)[ \t]*$/;
const WHY_FENCED = 'The answers of a memo stand at its top, between two lines of three hyphens each.';

/** True where the first line of a text is a fence. */
export function opensWithFence(text: string): boolean {
  return /^\ufeff?---[ \t]*(?:\r?\n|$)/.test(text);
}

function explainBadOpening(text: string, places: TextPlaces): TextDiagnostic {
  const from = text.search(/\S|$/);
  const at = places.line(places.lineOf(from));
  const line = text.slice(at.from, at.to);
  const fault = (code: string, what: string, fix: string): TextDiagnostic => ({ code, at, what, why: WHY_FENCED, fix });
  if (line === '')
    return {
      ...fault('memo/empty', 'the memo is empty', 'Begin with a line of three hyphens, then the answers.'),
      at: { from: 0, to: 0 },
    };
  if (/^\s*\+\+\+/.test(line)) {
    return fault(
      'memo/toml',
      'this front matter is TOML, which is not read',
      'Write it as YAML, and --- in place of +++.',
    );
  }
  if (/^[ \t]+---[ \t]*$/.test(line)) {
    return fault(
      'memo/indented-fence',
      'the opening line of hyphens is indented',
      'Move it to the first column of the first line.',
    );
  }
  if (FENCE.test(line)) {
    const fix = 'Delete what stands above it; the first line of the file must be this one.';
    return fault('memo/blank-line-first', 'an empty line stands above the front matter', fix);
  }
  if (/^[ \t]*-{3,}\s*\S*$/.test(line)) {
    const fix = 'Write three hyphens and nothing else on this line.';
    return fault('memo/fence-not-alone', `\`${makeExcerpt(line)}\` does not open front matter`, fix);
  }
  const fix =
    'Add a line of three hyphens, the answers as YAML, and a second line of three hyphens at the top of the memo.';
  return fault('memo/no-front-matter', 'the memo has no front matter', fix);
}

function explainUnclosedFence(opening: { from: number; to: number }, places: TextPlaces): TextDiagnostic {
  const last = places.lineOf(places.text.length);
  for (let number = 2; number <= last; number += 1) {
    if (!/^[ \t]+(?:---|\.\.\.)[ \t]*$/.test(places.lineText(number))) continue;
    return {
      code: 'memo/indented-fence',
      at: places.line(number),
      what: 'the closing line of hyphens is indented',
      why: WHY_FENCED,
      fix: 'Move it to the first column.',
      related: { at: opening, what: 'the front matter begins here' },
    };
  }
  return {
    code: 'memo/unclosed',
    at: opening,
    what: 'the front matter that begins here has no closing line of hyphens',
    why: WHY_FENCED,
    fix: 'Write a line of three hyphens below the last answer.',
  };
}

/**
 * Splits a memo into front matter and prose. The first line is exactly `---`, and the front matter ends at the next line
 * that is exactly `---` or `...`, blanks at the end of both aside, wherever it stands. The text has no byte order mark.
 */
export function splitMemo(text: string, file: string): Outcome<MemoParts> {
  const places = new TextPlaces(text);
  const fail = (fault: TextDiagnostic): Outcome<MemoParts> => ({
    ok: false,
    problems: [toProblem(fault, file, (at) => places.span(at))],
  });
  const opening = places.line(1);
  if (/^---[ \t]*\r/.test(places.lineText(1))) {
    return fail({
      code: 'yaml/cr-newline',
      at: opening,
      what: 'the lines of this memo end with a carriage return alone',
      why: 'Such line ends, of old Mac systems, are no line ends to most programs.',
      fix: 'Save the file with LF or CRLF line ends.',
    });
  }
  if (!FENCE.test(places.lineText(1))) return fail(explainBadOpening(text, places));
  const last = places.lineOf(text.length);
  for (let number = 2; number <= last; number += 1) {
    if (!CLOSING_FENCE.test(places.lineText(number))) continue;
    return {
      ok: true,
      value: { yaml: { from: places.line(2).from, to: places.line(number).from }, body: places.line(number + 1).from },
    };
  }
  return fail(explainUnclosedFence(opening, places));
}
