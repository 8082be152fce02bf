import { type Document, type ErrorCode, isCollection, isScalar, visit, type YAMLError } from 'yaml';
import { excerpt, type Fault, quoted } from './fault.ts';
import type { Range, TextPlaces } from './text-places.ts';
import { longKeyFault, missingSpaceFault, unseenFault } from './yaml-keys.ts';
import { tooDeepFault } from './yaml-limits.ts';
import { swallowedFault } from './yaml-scalars.ts';

/** One error of the parser, with what is needed to tell its cause. */
interface Situation {
  readonly at: Range;
  /** The parser's own sentence, which tells variants of one code apart. */
  readonly message: string;
  readonly text: string;
  readonly places: TextPlaces;
  readonly doc: Document.Parsed;
}

type Tell = (situation: Situation) => Fault;

/** From the error to the end of its line, without a comment. */
function restOfLine({ at, places, text }: Situation): Range {
  const { to } = places.line(places.lineOf(at.from));
  const rest = text.slice(at.from, to).replace(/[ \t]#.*$/, '').trimEnd();
  return { from: at.from, to: at.from + rest.length };
}

function lineBefore({ at, places, text }: Situation): string {
  return text.slice(places.line(places.lineOf(at.from)).from, at.from);
}

/** The key that a value on this line belongs to. */
function keyBefore(situation: Situation): string | null {
  return /(?:^|[\s,{-])([^\s,{:]+)\s*:\s*$/.exec(lineBefore(situation))?.[1] ?? null;
}

function example(situation: Situation, value: string): string {
  const key = keyBefore(situation);
  return value.length > 60 ? '' : `: \`${key === null ? '' : `${excerpt(key)}: `}${quoted(value)}\``;
}

const unexplained: Tell = ({ at, message }) => ({
  code: 'yaml/syntax',
  at,
  what: `this is no valid YAML (${excerpt(message)})`,
  why: 'The rest of the file can not be told apart from here on.',
  fix: 'Compare the line with those around it: indentation, colons, quotes and brackets.',
});

const reservedStart: Tell = (situation) => {
  const range = restOfLine(situation);
  const value = situation.text.slice(range.from, range.to);
  const sign = [...value][0] ?? '';
  return {
    code: 'yaml/reserved-start',
    at: range,
    what: `a value can not begin with ${sign === '`' ? 'a backtick' : `\`${sign}\``}`,
    why: 'YAML keeps this sign for itself at the start of a value.',
    fix: `Put the value in quotes${example(situation, value)}.`,
  };
};

const colonInValue: Tell = (situation) => {
  const range = restOfLine(situation);
  const value = situation.text.slice(range.from, range.to);
  const isCurly = /^[“”„‘’]/.test(value);
  const key = keyBefore(situation);
  return {
    code: 'yaml/colon-in-value',
    at: range,
    what: `the value${key === null ? '' : ` of \`${excerpt(key)}\``} holds a colon with a blank after it`,
    why: `YAML takes the text before such a colon for a key${isCurly ? ', and curly quotes for letters' : ''}.`,
    fix: `Put the whole value in straight quotes${example(situation, value.replace(/^[“”„‘’]|[“”„‘’]$/g, ''))}.`,
  };
};

const keyUnderValue: Tell = (situation) => {
  const { at, text, places } = situation;
  const owner = keyBefore(situation);
  let line = places.lineOf(at.from) + 1;
  while (line < places.lineOf(text.length) && !/:(?:\s|$)/.test(places.lineText(line))) line += 1;
  const { from, to } = places.line(line);
  const indent = text.slice(from, to).search(/\S|$/);
  const name = owner === null ? 'the value above' : `\`${excerpt(owner)}\``;
  return {
    code: 'yaml/key-under-value',
    at: { from: from + indent, to },
    what: `this line looks like a key, and ${name} has a value already`,
    why: 'An indented line goes on with the value above it, and running text can not hold a key.',
    fix: `If it is a key, give it the column of the key that it stands beside. If it is text, put all of the text in quotes.`,
    related: { at, what: 'the value that it would go on with' },
  };
};

const blockAsKey: Tell = (situation) => {
  const range = restOfLine(situation);
  const rest = situation.text.slice(range.from, range.to);
  if (/^\?\s/.test(rest)) return reservedStart(situation);
  return /:(?:\s|$)/.test(rest) ? colonInValue(situation) : keyUnderValue(situation);
};

/** A line where a key was due: the colon is missing, or the blank behind it. */
const noKey: Tell = (situation) => {
  const { text, places } = situation;
  const line = places.line(places.lineOf(situation.at.from));
  const start = situation.at.from + text.slice(situation.at.from, line.to).search(/\S|$/);
  const range = restOfLine({ ...situation, at: { from: start, to: start } });
  const written = text.slice(range.from, range.to);
  if (/^-(?:\s|$)/.test(written)) return listOutOfPlace({ ...situation, at: range });
  if (/^[\w-]+:[^\s/]/.test(written)) return missingSpaceFault(written, range);
  const [, key = '', value = ''] = /^([\w-]+)\s*=\s*(.*)$/.exec(written) ?? [];
  return {
    code: 'yaml/missing-colon',
    at: range,
    what: `\`${excerpt(written)}\` is no key with a value`,
    why: 'In this column YAML expects a key, a colon and a blank.',
    fix:
      key === ''
        ? 'Write its key before it; if the line goes on with the text above, indent it.'
        : `Write \`${excerpt(`${key}: ${value}`)}\`.`,
  };
};

const listOutOfPlace: Tell = ({ at }) => ({
  code: 'yaml/list-out-of-place',
  at,
  what: 'this item of a list belongs to no key',
  why: 'The line above has a value already, so no list can follow it here.',
  fix: 'Write the key of the list on a line of its own above the first item, or align the item with the others.',
});

const listOnKeyLine: Tell = (situation) => {
  const range = restOfLine(situation);
  const item = situation.text.slice(range.from, range.to).replace(/^-\s*/, '');
  return {
    code: 'yaml/list-on-key-line',
    at: range,
    what: 'a list in hyphens begins on the line of its key',
    why: 'Such a list begins on the line below its key.',
    fix: `Move it down a line, or use brackets: \`[${excerpt(item)}]\`. If it is text, put it in quotes.`,
  };
};

const indentation: Tell = ({ at, text, places }) => {
  const from = at.from + text.slice(at.from).search(/\S|$/);
  return {
    code: 'yaml/indentation',
    at: { from, to: places.line(places.lineOf(from)).to },
    what: 'this line does not line up with the lines that it belongs with',
    why: 'Keys of one mapping, and items of one list, begin in the same column.',
    fix: 'Indent it by as many spaces as its neighbours.',
  };
};

const blockText: Tell = ({ at, text, places }) => {
  const from = at.from + text.slice(at.from).search(/\S|$/);
  return {
    code: 'yaml/block-text-indent',
    at: { from, to: places.line(places.lineOf(from)).to },
    what: 'this line of a text block is indented less than the block',
    why: 'The first line of the block sets its indentation, and an empty line before it counts.',
    fix: 'Indent all lines of the block alike, and leave no blanks in its empty lines.',
  };
};

const blockHeader: Tell = (situation) => {
  const before = lineBefore(situation);
  const sign = before.search(/[|>][-+\d\s]*$/);
  const from = sign === -1 ? situation.at.from : situation.at.from - before.length + sign;
  const range = restOfLine({ ...situation, at: { from, to: from } });
  return {
    code: 'yaml/block-header',
    at: range,
    what: 'text follows the sign of a text block on its line',
    why: 'A | or > at the start of a value says that its text begins on the next line.',
    fix: 'Move the text to the next line and indent it, or put the value in quotes.',
  };
};

const textAfterValue: Tell = (situation) => {
  const { at, text } = situation;
  const before = text.slice(0, at.from).trimEnd();
  const sign = before.at(-1) ?? '';
  const alias = /(?:^|[\s,[{])(\*\S+)$/.exec(before)?.[1];
  if (alias !== undefined) return reservedStart({ ...situation, at: { from: before.length - alias.length, to: at.to } });
  const line = situation.places.line(situation.places.lineOf(at.from));
  const related =
    sign === '"' || sign === "'" ? { related: { at: { from: before.length - 1, to: before.length }, what: 'the quotes end here' } } : {};
  return {
    code: 'yaml/text-after-value',
    at: { from: at.from, to: Math.max(at.to, Math.min(line.to, at.from + text.slice(at.from, line.to).trimEnd().length)) },
    what: `text follows ${'related' in related ? 'the closing quotation mark' : 'a value that has ended'}`,
    why: sign === "'" ? 'An apostrophe ends a text in single quotes.' : 'Nothing can follow a value on its line but a comment.',
    fix:
      sign === "'"
        ? "Put the text in double quotes, or write '' for an apostrophe."
        : sign === '"'
          ? 'Put all of the text in single quotes, or write \\" for a quotation mark within it.'
          : 'Put all of the text in quotes, or remove what follows.',
    ...related,
  };
};

const unclosedQuote: Tell = ({ at, text, doc }) => {
  let from = at.from;
  visit(doc, { Scalar: (_, node) => (node.range?.[1] === at.from ? ((from = node.range[0]), visit.BREAK) : undefined) });
  const isSingle = text[from] === "'";
  return {
    code: 'yaml/unclosed-quote',
    at: { from, to: from + 1 },
    what: 'this quotation mark is never closed',
    why: 'Everything after it, to the end of the file, becomes part of one text.',
    fix: isSingle ? "Write ' at the end of the text, and '' for an apostrophe within it." : 'Write " at the end of the text.',
  };
};

const unclosedBracket: Tell = ({ at, text, doc }) => {
  let from = at.from;
  visit(doc, {
    Node: (_, node) => {
      if (isCollection(node) && node.flow && node.range && node.range[0] < at.from && node.range[1] >= at.from) from = node.range[0];
      else if (isScalar(node)) return;
    },
  });
  const sign = text[from] === '{' ? '}' : ']';
  return {
    code: 'yaml/unclosed-bracket',
    at: { from, to: from + 1 },
    what: `this bracket is not closed by a \`${sign}\` before its lines end`,
    why: 'What stands in brackets ends with the closing one, and all its lines are indented more than its key.',
    fix: `Write \`${sign}\` behind the last item, or indent the lines of the list by more than its key.`,
    ...(at.from < text.length ? { related: { at: { from: at.from, to: at.from + 1 }, what: 'it had to be closed before this' } } : {}),
  };
};

const strayBracket: Tell = ({ at, text }) => ({
  code: 'yaml/stray-bracket',
  at,
  what: `this \`${text[at.from] ?? ''}\` closes no bracket`,
  why: 'Outside brackets a value can not begin with a closing one.',
  fix: 'Remove it, add the opening bracket, or put the value in quotes.',
});

const missingComma: Tell = ({ at, text, places }) => ({
  code: 'yaml/missing-comma',
  at: { from: at.from + text.slice(at.from).search(/\S|$/), to: Math.min(at.to, places.line(places.lineOf(at.from)).to) },
  what: 'a comma is missing between two entries in brackets',
  why: 'In brackets it is commas that tell entries apart, not blanks or lines.',
  fix: 'Write a comma between the two entries; put a text that has a colon or a comma in quotes.',
});

const extraComma: Tell = ({ at }) => ({
  code: 'yaml/extra-comma',
  at,
  what: 'nothing stands before this comma',
  why: 'Two commas in a row, or one after the opening bracket, make an entry without a value.',
  fix: 'Remove the comma, or write the entry.',
});

const anchor: Tell = (situation) => {
  const range = restOfLine(situation);
  return {
    code: 'yaml/misplaced-anchor',
    at: range,
    what: `\`${excerpt(situation.text.slice(range.from, range.to))}\` is read as a mark for aliases, and is none`,
    why: 'A & or * at the start of a value marks or repeats a value.',
    fix: `Put the value in quotes if it is text. A list has a hyphen and a blank before each item.`,
  };
};

const tag: Tell = ({ at, text }) => ({
  code: 'yaml/tag',
  at,
  what: `\`${excerpt(text.slice(at.from, at.to))}\` is read as a tag, and means nothing here`,
  why: 'A ! at the start of a value gives it a type, and only the plain types of YAML are known.',
  fix: 'Put the value in quotes if the ! is part of the text, else remove the tag.',
});

const keyNotText: Tell = (situation) => {
  const { at, text, places } = situation;
  const isTemplate = /\{\{/.test(places.lineText(places.lineOf(at.from)));
  return {
    code: 'yaml/key-not-text',
    at: restOfLine(situation),
    what: isTemplate ? 'a placeholder in double braces was left unfilled' : 'a key must be text',
    why: isTemplate ? 'YAML takes the braces for a mapping that serves as a key.' : `\`${text[at.from] ?? ''}\` begins a list, a mapping or an alias.`,
    fix: isTemplate ? 'Fill in the value, or put it in quotes.' : 'Put the key in quotes, or remove the signs around it.',
  };
};

const missing: Tell = (situation) => {
  const { message, at } = situation;
  if (message.includes('closing')) return unclosedQuote(situation);
  if (message.includes('must end with')) return unclosedBracket(situation);
  if (message.includes('map values')) return noKey(situation);
  if (message.startsWith('Missing space')) return colonWithoutBlank(situation);
  if (message.startsWith('Missing ,')) return missingComma(situation);
  if (message.startsWith('Block scalars')) return blockText(situation);
  if (message.startsWith('Tags and anchors')) return anchor(situation);
  if (message.startsWith('Sequence item')) return listOutOfPlace(situation);
  if (!message.startsWith('Comments')) return unexplained(situation);
  return {
    code: 'yaml/comment-without-blank',
    at,
    what: 'a # follows a value without a blank between them',
    why: 'YAML begins a comment at a # only behind a blank.',
    fix: 'Write a blank before the # for a comment; for text, put all of it in the quotes.',
  };
};

const colonWithoutBlank: Tell = ({ at, text }) => missingSpaceFault(text.slice(at.from, at.to), at);

const indent: Tell = (situation) => {
  if (situation.message.includes('end with')) return unclosedBracket(situation);
  return situation.message.startsWith('Block scalar') ? blockText(situation) : indentation(situation);
};

const unexpected: Tell = (situation) => {
  const { message } = situation;
  if (message.includes('block-seq-ind')) return listOnKeyLine(situation);
  if (message.includes('Unexpected ,') || message.includes('empty item')) return extraComma(situation);
  if (/flow-(?:seq|map)-end/.test(message)) return strayBracket(situation);
  if (message.startsWith('Block scalar header') || message.startsWith('Not a YAML token')) return blockHeader(situation);
  return /node end|scalar token/.test(message) ? textAfterValue(situation) : unexplained(situation);
};

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
  BAD_INDENT: indent,
  BAD_PROP_ORDER: anchor,
  BAD_SCALAR_START: reservedStart,
  BLOCK_AS_IMPLICIT_KEY: blockAsKey,
  BLOCK_IN_FLOW: missingComma,
  // Keys are compared in `yaml-tree`, as the parser takes time that grows with the square of their number.
  DUPLICATE_KEY: unexplained,
  IMPOSSIBLE: unexplained,
  KEY_OVER_1024_CHARS: ({ at }) => longKeyFault(at),
  MISSING_CHAR: missing,
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
  UNEXPECTED_TOKEN: unexpected,
} satisfies Record<ErrorCode, Tell>;

const CONFLICT = /^(?:<{7}|={7}|>{7})(?: |$)/;

/** Causes that show themselves in the line, whatever the parser made of it. */
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
    // What a parser makes of a comment can only go wrong behind it.
    if (hash !== -1 && !/^\s*["'#]/.test(written) && range.from + hash < at.from) {
      const from = range.from + (/^\s*(?:- +)?(?:[\w-]+:)?\s*/.exec(written)?.[0].length ?? 0);
      const fault = swallowedFault(text, { from, to: range.from + hash }, null);
      if (fault !== null) return fault;
    }
    const unseen = /^[\w-]+:(?=[\u00a0\u2000-\u200b\u202f\u3000])/u.exec(written.trimStart());
    if (unseen !== null && range.to >= at.from) return unseenFault(range);
  }
  return null;
}

/** What an error of the parser means to the author, with its place moved to the cause where that is elsewhere. */
export function explain(error: YAMLError, text: string, places: TextPlaces, doc: Document.Parsed): Fault {
  const [from, to] = error.pos;
  const situation: Situation = { at: { from, to }, message: error.message, text, places, doc };
  return plainCause(situation) ?? TELL[error.code](situation);
}
