import type { Document, ErrorCode, YAMLError } from 'yaml';
import { excerpt, type Fault } from './fault.ts';
import type { TextPlaces } from './text-places.ts';
import { extraComma, missingComma, strayBracket, unclosedBracket } from './yaml-bracket-errors.ts';
import { longKeyFault, missingSpaceFault, unseenFault } from './yaml-keys.ts';
import { tooDeepFault } from './yaml-limits.ts';
import { indentation, keyNotText, keyWithinValue, listOnKeyLine, listOutOfPlace, noKey } from './yaml-line-errors.ts';
import { swallowedFault, tagFault } from './yaml-scalars.ts';
import type { Situation, Tell } from './yaml-situation.ts';
import { anchor, blockHeader, blockText, reservedStart, textAfterValue, unclosedQuote } from './yaml-value-errors.ts';

const unexplained: Tell = ({ at, message }) => ({
  code: 'yaml/syntax',
  at,
  what: `this is no valid YAML (${excerpt(message)})`,
  why: 'From here on the parts of the file cannot be told apart.',
  fix: 'Compare the line with those around it: indentation, colons, quotes and brackets.',
});

const tag: Tell = ({ at, text }) => tagFault(text.slice(at.from, at.to), at);

const commentWithoutBlank: Tell = ({ at }) => ({
  code: 'yaml/comment-without-blank',
  at,
  what: 'a # follows a value without a blank between them',
  why: 'YAML begins a comment at a # only behind a blank.',
  fix: 'Write a blank before the # for a comment; for text, put all of it in the quotes.',
});

/** The variants of one code, by a part of the parser's sentence; the first that fits counts. */
function variants(tells: readonly (readonly [part: string, tell: Tell])[]): Tell {
  return (situation) => (tells.find(([part]) => situation.message.includes(part))?.[1] ?? unexplained)(situation);
}

const TELL = {
  ALIAS_PROPS: anchor,
  BAD_ALIAS: anchor,
  BAD_COLLECTION_TYPE: tag,
  BAD_DIRECTIVE: unexplained,
  BAD_DQ_ESCAPE: ({ at, text }) => ({
    code: 'yaml/bad-escape',
    at: { from: at.from, to: at.from + 2 },
    what: `\`${excerpt(text.slice(at.from, at.from + 2))}\` is no escape sequence`,
    why: 'In double quotes a backslash begins one, such as \\n for a new line.',
    fix: 'Put the text in single quotes, or write \\\\ for a backslash.',
  }),
  BAD_INDENT: variants([
    ['end with a', unclosedBracket],
    ['Block scalar', blockText],
    ['same column', indentation],
  ]),
  BAD_PROP_ORDER: anchor,
  BAD_SCALAR_START: reservedStart,
  BLOCK_AS_IMPLICIT_KEY: keyWithinValue,
  BLOCK_IN_FLOW: missingComma,
  // Keys are compared in `yaml-tree`.
  DUPLICATE_KEY: unexplained,
  IMPOSSIBLE: unexplained,
  KEY_OVER_1024_CHARS: ({ at }) => longKeyFault(at),
  MISSING_CHAR: variants([
    ['closing', unclosedQuote],
    ['end with a', unclosedBracket],
    ['map values', noKey],
    ['Missing space', ({ at, text }) => missingSpaceFault(text.slice(at.from, at.to), at)],
    ['Missing ,', missingComma],
    ['Block scalars', blockText],
    ['Tags and anchors', anchor],
    ['Sequence item', listOutOfPlace],
    ['Comments', commentWithoutBlank],
  ]),
  MULTILINE_IMPLICIT_KEY: noKey,
  MULTIPLE_ANCHORS: anchor,
  MULTIPLE_DOCS: ({ at, places }) => ({
    code: 'yaml/multiple-documents',
    at: places.line(places.lineOf(at.from)),
    what: 'a second document begins here',
    why: 'One file holds one document; a line of three hyphens begins another.',
    fix: 'Put each document in a file of its own. A memo, with prose below the second line of hyphens, is named .md.',
  }),
  MULTIPLE_TAGS: tag,
  NON_STRING_KEY: keyNotText,
  RESOURCE_EXHAUSTION: ({ at }) => tooDeepFault(at),
  TAB_AS_INDENT: ({ at }) => ({
    code: 'yaml/tab-indent',
    at,
    what: 'this line is indented with a tab',
    why: 'YAML counts spaces only, as tabs are of no fixed width.',
    fix: 'Replace the tab with spaces.',
  }),
  TAG_RESOLVE_FAILED: tag,
  UNEXPECTED_TOKEN: variants([
    ['block-seq-ind', listOnKeyLine],
    ['Unexpected ,', extraComma],
    ['empty item', extraComma],
    ['flow-seq-end', strayBracket],
    ['flow-map-end', strayBracket],
    ['Block scalar header', blockHeader],
    ['Not a YAML token', blockHeader],
    ['node end', textAfterValue],
    ['scalar token', textAfterValue],
  ]),
} satisfies Record<ErrorCode, Tell>;

const CONFLICT = /^(?:<{7}|={7}|>{7})(?: |$)/;
const VALUE_START = /^\s*(?:- +)?(?:[\w-]+:)?\s*/;

/** Causes that show in a line at or above the error, whatever the parser made of it. */
function plainCause({ at, text, places }: Situation): Fault | null {
  const last = places.lineOf(Math.min(at.to, text.length));
  for (let line = Math.max(1, places.lineOf(at.from) - 1); line <= last; line += 1) {
    const range = places.line(line);
    const written = text.slice(range.from, range.to);
    if (CONFLICT.test(written)) {
      return {
        code: 'yaml/merge-conflict',
        at: range,
        what: 'a merge conflict was left unresolved',
        why: 'Git marks both versions of a passage with such lines.',
        fix: 'Keep one of the two versions and delete the lines of signs.',
      };
    }
    const hash = written.search(/[ \t]#/);
    // A comment can only mislead the parser in what comes behind it.
    if (hash !== -1 && !/["']/.test(written.slice(0, hash)) && range.from + hash < at.from) {
      const start = VALUE_START.exec(written)?.[0] ?? '';
      const from = start.trim() === '' ? null : range.from + start.length;
      const fault = swallowedFault(text, range.from + hash, { from, name: null });
      if (fault !== null) return fault;
    }
    if (range.to >= at.from && /^\s*[\w-]+:[\u00a0\u2000-\u200b\u202f\u3000]/.test(written)) return unseenFault(range);
  }
  return null;
}

/** What an error of the parser means to the author, with its place moved to the cause where that is elsewhere. */
export function explain(error: YAMLError, text: string, places: TextPlaces, doc: Document.Parsed): Fault {
  const [from, to] = error.pos;
  const situation: Situation = { at: { from, to }, message: error.message, text, places, doc };
  return plainCause(situation) ?? TELL[error.code](situation);
}
