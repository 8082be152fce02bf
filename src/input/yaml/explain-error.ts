import type { Document, ErrorCode, YAMLError } from 'yaml';
import { makeExcerpt } from '../text/quote.ts';
import type { TextDiagnostic, TextPlaces } from '../text/text-places.ts';
import {
  explainExtraComma,
  explainMissingComma,
  explainStrayBracket,
  explainUnclosedBracket,
} from './bracket-errors.ts';
import type { YamlErrorContext, YamlErrorExplainer } from './error-context.ts';
import { explainInvisible, explainLongKey, explainMissingSpace } from './keys.ts';
import { explainTooDeep } from './limits.ts';
import {
  explainIndentation,
  explainKeylessLine,
  explainKeyNotText,
  explainKeyWithinValue,
  explainListOnKeyLine,
  explainMisplacedItem,
} from './line-errors.ts';
import { explainTag, findSwallowedText } from './scalars.ts';
import {
  explainAnchor,
  explainBlockHeader,
  explainBlockIndent,
  explainReservedStart,
  explainTextAfterValue,
  explainUnclosedQuote,
} from './value-errors.ts';

const explainSyntax: YamlErrorExplainer = ({ at, message }) => ({
  code: 'yaml/syntax',
  at,
  what: `this is no valid YAML (${makeExcerpt(message)})`,
  why: 'From here on the parts of the file cannot be told apart.',
  fix: 'Compare the line with those around it: indentation, colons, quotes and brackets.',
});

const explainTagError: YamlErrorExplainer = ({ at, text }) => explainTag(text.slice(at.from, at.to), at);

const explainCommentWithoutBlank: YamlErrorExplainer = ({ at }) => ({
  code: 'yaml/comment-without-blank',
  at,
  what: 'a # follows a value without a blank between them',
  why: 'YAML begins a comment at a # only behind a blank.',
  fix: 'Write a blank before the # for a comment; for text, put all of it in the quotes.',
});

/** The variants of one code, by a part of the parser's sentence; the first that fits counts. */
function chooseByMessage(tells: readonly (readonly [part: string, tell: YamlErrorExplainer])[]): YamlErrorExplainer {
  return (situation) => (tells.find(([part]) => situation.message.includes(part))?.[1] ?? explainSyntax)(situation);
}

const EXPLAINERS = {
  ALIAS_PROPS: explainAnchor,
  BAD_ALIAS: explainAnchor,
  BAD_COLLECTION_TYPE: explainTagError,
  BAD_DIRECTIVE: explainSyntax,
  BAD_DQ_ESCAPE: ({ at, text }) => ({
    code: 'yaml/bad-escape',
    at: { from: at.from, to: at.from + 2 },
    what: `\`${makeExcerpt(text.slice(at.from, at.from + 2))}\` is no escape sequence`,
    why: 'In double quotes a backslash begins one, such as \\n for a new line.',
    fix: 'Put the text in single quotes, or write \\\\ for a backslash.',
  }),
  BAD_INDENT: chooseByMessage([
    ['end with a', explainUnclosedBracket],
    ['Block scalar', explainBlockIndent],
    ['same column', explainIndentation],
  ]),
  BAD_PROP_ORDER: explainAnchor,
  BAD_SCALAR_START: explainReservedStart,
  BLOCK_AS_IMPLICIT_KEY: explainKeyWithinValue,
  BLOCK_IN_FLOW: explainMissingComma,
  // Keys are compared in `yaml-tree`.
  DUPLICATE_KEY: explainSyntax,
  IMPOSSIBLE: explainSyntax,
  KEY_OVER_1024_CHARS: ({ at }) => explainLongKey(at),
  MISSING_CHAR: chooseByMessage([
    ['closing', explainUnclosedQuote],
    ['end with a', explainUnclosedBracket],
    ['map values', explainKeylessLine],
    ['Missing space', ({ at, text }) => explainMissingSpace(text.slice(at.from, at.to), at)],
    ['Missing ,', explainMissingComma],
    ['Block scalars', explainBlockIndent],
    ['Tags and anchors', explainAnchor],
    ['Sequence item', explainMisplacedItem],
    ['Comments', explainCommentWithoutBlank],
  ]),
  MULTILINE_IMPLICIT_KEY: explainKeylessLine,
  MULTIPLE_ANCHORS: explainAnchor,
  MULTIPLE_DOCS: ({ at, places }) => ({
    code: 'yaml/multiple-documents',
    at: places.line(places.lineOf(at.from)),
    what: 'a second document begins here',
    why: 'One file holds one document; a line of three hyphens begins another.',
    fix: 'Put each document in a file of its own. A memo, with prose below the second line of hyphens, is named .md.',
  }),
  MULTIPLE_TAGS: explainTagError,
  NON_STRING_KEY: explainKeyNotText,
  RESOURCE_EXHAUSTION: ({ at }) => explainTooDeep(at),
  TAB_AS_INDENT: ({ at }) => ({
    code: 'yaml/tab-indent',
    at,
    what: 'this line is indented with a tab',
    why: 'YAML counts spaces only, as tabs are of no fixed width.',
    fix: 'Replace the tab with spaces.',
  }),
  TAG_RESOLVE_FAILED: explainTagError,
  UNEXPECTED_TOKEN: chooseByMessage([
    ['block-seq-ind', explainListOnKeyLine],
    ['Unexpected ,', explainExtraComma],
    ['empty item', explainExtraComma],
    ['flow-seq-end', explainStrayBracket],
    ['flow-map-end', explainStrayBracket],
    ['Block scalar header', explainBlockHeader],
    ['Not a YAML token', explainBlockHeader],
    ['node end', explainTextAfterValue],
    ['scalar token', explainTextAfterValue],
  ]),
} satisfies Record<ErrorCode, YamlErrorExplainer>;

const MERGE_CONFLICT = /^(?:<{7}|={7}|>{7})(?: |$)/;
const VALUE_START = /^\s*(?:- +)?(?:[\w-]+:)?\s*/;

/** Causes that show in a line at or above the error, whatever the parser made of it. */
function findVisibleCause({ at, text, places }: YamlErrorContext): TextDiagnostic | null {
  const last = places.lineOf(Math.min(at.to, text.length));
  for (let line = Math.max(1, places.lineOf(at.from) - 1); line <= last; line += 1) {
    const range = places.line(line);
    const written = text.slice(range.from, range.to);
    if (MERGE_CONFLICT.test(written)) {
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
      const fault = findSwallowedText(text, range.from + hash, { from, name: null });
      if (fault !== null) return fault;
    }
    if (range.to >= at.from && /^\s*[\w-]+:[\u00a0\u2000-\u200b\u202f\u3000]/.test(written))
      return explainInvisible(range);
  }
  return null;
}

/** What an error of the parser means to the author, with its place moved to the cause where that is elsewhere. */
export function explainError(error: YAMLError, text: string, places: TextPlaces, doc: Document.Parsed): TextDiagnostic {
  const [from, to] = error.pos;
  const situation: YamlErrorContext = { at: { from, to }, message: error.message, text, places, doc };
  return findVisibleCause(situation) ?? EXPLAINERS[error.code](situation);
}
