import {
  type Document,
  type ErrorCode,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  visit,
  type YAMLError,
} from 'yaml';
import { makeExcerpt, quoteYaml } from '../text/quote.ts';
import type { TextDiagnostic, TextPlaces, TextRange } from '../text/text-places.ts';
import {
  explainInvisible,
  explainMissingSpace,
  explainTag,
  explainTooDeep,
  findSwallowedText,
  WHY_MAPPING,
} from './refusals.ts';

/** One error of the parser, with what is needed to find its cause. */
interface YamlErrorContext {
  readonly at: TextRange;
  /** The parser's own sentence, which distinguishes the variants of one code. */
  readonly message: string;
  readonly text: string;
  readonly places: TextPlaces;
  readonly doc: Document.Parsed;
  /** Where the scalar in quotes begins that ends at an offset; null for none. */
  readonly quoteBefore: (end: number) => number | null;
}

/** Says what an error means to the author, at the place of its cause. */
type YamlErrorExplainer = (context: YamlErrorContext) => TextDiagnostic;

/** From an offset to the end of its line, without a comment. */
function getRestOfLine({ places, text }: YamlErrorContext, from: number): TextRange {
  const rest = text.slice(from, places.line(places.lineOf(from)).to);
  const hash = rest.search(/[ \t]#/);
  return { from, to: from + (hash === -1 ? rest : rest.slice(0, hash)).trimEnd().length };
}

function getRestOfError(context: YamlErrorContext): TextRange {
  return getRestOfLine(context, context.at.from);
}

/** From the first letter at or after an offset to the end of that letter's line. */
function getNextLine({ places, text }: YamlErrorContext, offset: number): TextRange {
  const from = offset + text.slice(offset).search(/\S|$/);
  return { from, to: places.line(places.lineOf(from)).to };
}

/** Letters before an error in which its cause is looked for. */
const REACH = 200;

/** The key on this line whose value begins where the error is; null if there is none. */
function findKeyBefore({ at, places, text }: YamlErrorContext): string | null {
  const before = text.slice(Math.max(at.from - REACH, places.line(places.lineOf(at.from)).from), at.from).trimEnd();
  if (!before.endsWith(':')) return null;
  return (
    before
      .slice(0, -1)
      .trimEnd()
      .split(/[\s,{:]/)
      .at(-1) || null
  );
}

/** The value in quotes with its key, after a colon, for the end of a sentence; empty if it would be long. */
function quoteWithKey(context: YamlErrorContext, value: string): string {
  const key = findKeyBefore(context);
  return value.length > 60 ? '' : `: \`${key === null ? '' : `${makeExcerpt(key)}: `}${quoteYaml(value)}\``;
}

/** An explainer whose words are always the same. */
function explainAs(
  code: string,
  [what, why, fix]: readonly [what: string, why: string, fix: string],
  mark: (context: YamlErrorContext) => TextRange = ({ at }) => at,
): YamlErrorExplainer {
  return (context) => ({ code: `yaml/${code}`, at: mark(context), what, why, fix });
}

const explainUnclosedBracket: YamlErrorExplainer = ({ at, text, doc }) => {
  let from = at.from;
  visit(doc, {
    Collection: (_, node) => {
      const [start = 0, end = 0] = node.range ?? [];
      // The innermost one is met last.
      if (isCollection(node) && node.flow && start < at.from && end >= at.from) from = start;
    },
  });
  const sign = text[from] === '{' ? '}' : ']';
  return {
    code: 'yaml/unclosed-bracket',
    at: { from, to: from + 1 },
    what: `unclosed bracket: \`${sign}\` is missing`,
    why: 'Brackets end with the closing one, and all lines in them are indented more than their key.',
    fix: `Write \`${sign}\` after the last entry, or indent the lines in the brackets more than their key.`,
    ...(at.from < text.trimEnd().length
      ? { related: { at: { from: at.from, to: at.from + 1 }, what: 'it must be closed before this' } }
      : {}),
  };
};

/** The scalars in quotes: where each begins, by where it ends. */
function collectQuotedScalars(doc: Document.Parsed): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  visit(doc, {
    Scalar: (_, { range, type }) => {
      if (range != null && type?.startsWith('QUOTE')) found.set(range[1], range[0]);
    },
  });
  return found;
}

const explainUnclosedQuote: YamlErrorExplainer = (context) => {
  const from = context.quoteBefore(context.at.from) ?? context.at.from;
  return {
    code: 'yaml/unclosed-quote',
    at: { from, to: from + 1 },
    what: 'unclosed quotation mark',
    why: 'Everything after it, to the end of the file, becomes part of one text.',
    fix:
      context.text[from] === "'"
        ? "Write ' at the end of the text, and '' for an apostrophe within it."
        : 'Write " at the end of the text.',
  };
};

const explainTextAfterValue: YamlErrorExplainer = (context) => {
  const { at, text, places } = context;
  const before = text.slice(0, at.from).trimEnd();
  const alias = /(?:^|[\s,[{])(\*[^\s,[{]+)$/.exec(before.slice(-REACH))?.[1];
  if (alias !== undefined)
    return explainReservedStart({ ...context, at: { from: before.length - alias.length, to: at.to } });
  const sign = before.at(-1) ?? '';
  const closing = { from: before.length - 1, to: before.length };
  const opening = context.quoteBefore(before.length) ?? closing.from;
  const isQuoted = /["']/.test(sign);
  if (isQuoted && places.lineOf(opening) < places.lineOf(closing.from)) {
    return {
      code: 'yaml/unclosed-quote',
      at: { from: opening, to: opening + 1 },
      what: 'this quotation mark is not closed on its line',
      why: 'The text continues to the next quotation mark, which was meant to open another text.',
      fix: `Write ${sign} at the end of the text.`,
      related: { at: closing, what: 'the text continues to here' },
    };
  }
  const [quotes, within] = sign === "'" ? ['double', "'' for an apostrophe"] : ['single', '\\" for a quotation mark'];
  return {
    code: 'yaml/text-after-value',
    at: getRestOfError(context),
    what: `text follows ${isQuoted ? 'the closing quotation mark' : 'a value that has ended'}`,
    why: `${sign === "'" ? 'An apostrophe ends a text in single quotes, and nothing' : 'Nothing'} but a comment can follow a value on its line.`,
    fix: isQuoted
      ? `Put all of the text in ${quotes} quotes, or write ${within} within it.`
      : 'Put all of the text in quotes, or remove what follows.',
    ...(isQuoted ? { related: { at: closing, what: 'the quotes end here' } } : {}),
  };
};

const explainReservedStart: YamlErrorExplainer = (context) => {
  const range = getRestOfError(context);
  const value = context.text.slice(range.from, range.to);
  const sign = [...value][0] ?? '';
  return {
    code: 'yaml/reserved-start',
    at: range,
    what: `a value cannot begin with ${sign === '`' ? 'a backtick' : `\`${sign}\``}`,
    why: 'YAML reserves this character at the start of a value.',
    fix: `Put the value in quotes${quoteWithKey(context, value)}.`,
  };
};

const explainMisplacedItem = explainAs('list-out-of-place', [
  'this list item belongs to no key',
  'The line above has a value already, so no list can follow it here.',
  'Write the key of the list on a line of its own above the first item, or align the item with the others.',
]);

/** A text in place of a key with its value. */
function explainKeylessText(written: string, at: TextRange): TextDiagnostic {
  if (/^[\w-]+:[^\s/]/.test(written)) return explainMissingSpace(written, at);
  const [, key = '', value = ''] = /^([\w-]+)\s*=\s*(.*)$/.exec(written) ?? [];
  return {
    code: 'yaml/missing-colon',
    at,
    what: `\`${makeExcerpt(written)}\` is not a key with a value`,
    why: 'In this column YAML expects a key, a colon and a space.',
    fix:
      key === ''
        ? 'Write its key before it; if the line continues the text above, indent it.'
        : `Write \`${makeExcerpt(`${key}: ${value}`)}\`.`,
  };
}

/** A line that has no key: the colon is missing, or the space after it. */
const explainKeylessLine: YamlErrorExplainer = (context) => {
  const range = getRestOfLine(context, getNextLine(context, context.at.from).from);
  const written = context.text.slice(range.from, range.to);
  return /^-(?:\s|$)/.test(written)
    ? explainMisplacedItem({ ...context, at: range })
    : explainKeylessText(written, range);
};

/** Two keys on one line, or a key on a line that continues a value. */
const explainKeyWithinValue: YamlErrorExplainer = (context) => {
  const { at, text, places } = context;
  const range = getRestOfError(context);
  const value = text.slice(range.from, range.to);
  if (/^\?\s/.test(value)) return explainReservedStart(context);
  const key = findKeyBefore(context);
  const owner = key === null ? '' : `\`${makeExcerpt(key)}\``;
  if (/:(?:\s|$)/.test(value)) {
    const isCurly = /^[“”„‘’]/.test(value);
    return {
      code: 'yaml/colon-in-value',
      at: range,
      what: `the value${owner && ` of ${owner}`} contains a colon followed by a space`,
      why: `YAML reads the text before such a colon as a key${isCurly ? ', and curly quotes as letters' : ''}.`,
      fix: `Put the whole value in straight quotes${quoteWithKey(context, value.replace(/^[“”„‘’]|[“”„‘’]$/g, ''))}.`,
    };
  }
  const last = places.lineOf(text.length);
  let line = places.lineOf(at.from) + 1;
  while (line < last && !/:(?:\s|$)/.test(places.lineText(line))) line += 1;
  const below = getNextLine(context, places.line(line).from);
  return {
    code: 'yaml/key-under-value',
    at: below,
    what: `this line looks like a key, and ${owner ? `${owner} has a value already` : 'the value above has not ended'}`,
    why: 'An indented line continues the value above it, and running text cannot contain a key.',
    fix: `If it is a key, indent it like its neighbouring keys: ${compareIndents(context, below.from)}. If it is text, put all of the text in quotes.`,
    related: { at, what: 'the value that it would continue' },
  };
};

const explainAnchor = explainAs(
  'misplaced-anchor',
  [
    'an anchor or alias without a name',
    'A & at the start of a value marks it, and a * repeats a value that is marked.',
    'Put the value in quotes if it is text. A list has a hyphen and a space before each item.',
  ],
  getRestOfError,
);

const explainTagError: YamlErrorExplainer = ({ at, text }) => explainTag(text.slice(at.from, at.to), at);

const explainMissingComma = explainAs(
  'missing-comma',
  [
    'a comma is missing between two entries in brackets',
    'Entries in brackets are separated by commas, not by spaces or lines.',
    'Separate the two entries with a comma; put a text that has a colon or a comma in quotes.',
  ],
  (context) => {
    const { from, to } = getNextLine(context, context.at.from);
    return { from, to: Math.max(from + 1, Math.min(context.at.to, to)) };
  },
);

/** The spaces before the line at an offset and before the line with text above it, for the end of a sentence. */
function compareIndents({ places }: YamlErrorContext, offset: number): string {
  const count = (line: number) => places.lineText(line).search(/\S|$/);
  const line = places.lineOf(offset);
  let above = line - 1;
  while (above > 1 && /^\s*(?:#.*)?$/.test(places.lineText(above))) above -= 1;
  return `it has ${count(line)} spaces, line ${above} has ${count(above)}`;
}

const explainIndentation: YamlErrorExplainer = (context) => {
  const at = getNextLine(context, context.at.from);
  return {
    code: 'yaml/indentation',
    at,
    what: 'inconsistent indentation',
    why: 'Keys of one mapping, and items of one list, begin in the same column.',
    fix: `Indent the line by as many spaces as its neighbours: ${compareIndents(context, at.from)}.`,
  };
};

const explainStrayBracket = explainAs('stray-bracket', [
  'this bracket was never opened',
  'Outside brackets a value cannot begin with a closing one.',
  'Remove it, add the opening bracket, or put the value in quotes.',
]);

const explainListOnKeyLine = explainAs(
  'list-on-key-line',
  [
    'a list begins on the line of its key',
    'A list with hyphens begins on the line below its key.',
    'Move it to the next line, or write it in brackets. If it is text, put it in quotes.',
  ],
  getRestOfError,
);

const explainKeyNotText = explainAs(
  'key-not-text',
  [
    'a key must be text',
    'YAML reads a brace, a bracket or a * here as a mapping, a list or an alias.',
    'Put the text in quotes, or fill in the placeholder.',
  ],
  getRestOfError,
);

const explainTab = explainAs('tab-indent', [
  'this line is indented with a tab',
  'YAML allows only spaces there, as the width of a tab is not fixed.',
  'Replace the tab with spaces.',
]);

const explainSecondDocument = explainAs(
  'multiple-documents',
  [
    'a second document begins here',
    'A file holds one document; a line of three hyphens begins another.',
    'Put each document in a file of its own. A memo, with prose below the second line of hyphens, is named .md.',
  ],
  ({ at, places }) => places.line(places.lineOf(at.from)),
);

/** What is not explained below, in the words of the parser. */
const explainSyntax: YamlErrorExplainer = ({ at, message }) => ({
  code: 'yaml/syntax',
  at,
  what: `invalid YAML: ${makeExcerpt(message, 120).replace(/\.$/, '')}`,
  why: 'The rest of the file cannot be read reliably.',
  fix: 'Compare the line with those around it: indentation, colons, quotes and brackets. Put text with signs in quotes.',
});

/** The common errors, by the parser's code and a part of its sentence; the first that fits counts. */
const EXPLAINERS: readonly (readonly [code: ErrorCode, part: string, explain: YamlErrorExplainer])[] = [
  ['BAD_ALIAS', 'empty', explainAnchor],
  ['BAD_COLLECTION_TYPE', '', explainTagError],
  ['BAD_INDENT', 'end with a', explainUnclosedBracket],
  ['BAD_INDENT', 'same column', explainIndentation],
  ['BAD_SCALAR_START', '', explainReservedStart],
  ['BLOCK_AS_IMPLICIT_KEY', '', explainKeyWithinValue],
  ['BLOCK_IN_FLOW', '', explainMissingComma],
  ['MISSING_CHAR', 'closing', explainUnclosedQuote],
  ['MISSING_CHAR', 'end with a', explainUnclosedBracket],
  ['MISSING_CHAR', 'map values', explainKeylessLine],
  ['MISSING_CHAR', 'Missing space', ({ at, text }) => explainMissingSpace(text.slice(at.from, at.to), at)],
  ['MISSING_CHAR', 'Missing ,', explainMissingComma],
  ['MISSING_CHAR', 'Sequence item', explainMisplacedItem],
  ['MULTILINE_IMPLICIT_KEY', '', explainKeylessLine],
  ['MULTIPLE_DOCS', '', explainSecondDocument],
  ['NON_STRING_KEY', '', explainKeyNotText],
  ['RESOURCE_EXHAUSTION', '', ({ at }) => explainTooDeep(at)],
  ['TAB_AS_INDENT', '', explainTab],
  ['TAG_RESOLVE_FAILED', '', explainTagError],
  ['UNEXPECTED_TOKEN', 'block-seq-ind', explainListOnKeyLine],
  ['UNEXPECTED_TOKEN', 'flow-seq-end', explainStrayBracket],
  ['UNEXPECTED_TOKEN', 'flow-map-end', explainStrayBracket],
  ['UNEXPECTED_TOKEN', 'node end', explainTextAfterValue],
  ['UNEXPECTED_TOKEN', 'scalar token', explainTextAfterValue],
];

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
        what: 'unresolved merge conflict',
        why: 'Git marks both versions of a passage with such lines.',
        fix: 'Keep one of the two versions and delete the conflict markers.',
      };
    }
    const hash = written.search(/[ \t]#/);
    // A comment can only mislead the parser in what follows it.
    if (hash !== -1 && !/["']/.test(written.slice(0, hash)) && range.from + hash < at.from) {
      const start = VALUE_START.exec(written)?.[0] ?? '';
      const from = start.trim() === '' ? null : range.from + start.length;
      const lost = findSwallowedText(text, range.from + hash, { from, name: null });
      if (lost !== null) return lost;
    }
    if (range.to >= at.from && /^\s*[\w-]+:[\u00a0\u2000-\u200b\u202f\u3000]/.test(written))
      return explainInvisible(range);
  }
  return null;
}

/** Says what an error of the parser of a text means to the author, with its place moved to the cause if that is elsewhere. */
export function createErrorExplainer(
  text: string,
  places: TextPlaces,
  doc: Document.Parsed,
): (error: YAMLError) => TextDiagnostic {
  let quoted: ReadonlyMap<number, number> | null = null;
  const quoteBefore = (end: number) => {
    quoted ??= collectQuotedScalars(doc);
    return quoted.get(end) ?? null;
  };
  return ({ pos: [from, to], code, message }) => {
    const context: YamlErrorContext = { at: { from, to }, message, text, places, doc, quoteBefore };
    const known = EXPLAINERS.find(([id, part]) => id === code && message.includes(part));
    return findVisibleCause(context) ?? (known?.[2] ?? explainSyntax)(context);
  };
}

/** What a parsed text is instead of a mapping; null if it is one. */
export function findRootProblem(contents: unknown, text: string): TextDiagnostic | null {
  if (isMap(contents) || isAlias(contents)) return null;
  const from = text.search(/\S|$/);
  const at = { from, to: from + (/^.*/.exec(text.slice(from))?.[0].trimEnd().length ?? 0) };
  const fail = (code: string, what: string, fix = 'Begin with a key, such as `name: Example`.') => ({
    code: `yaml/${code}`,
    at,
    what,
    why: WHY_MAPPING,
    fix,
  });
  if (isSeq(contents))
    return fail('list-at-root', 'the file is a list', 'Write the keys without a hyphen, one document per file.');
  if (isScalar(contents) && (contents.source !== '' || contents.type !== 'PLAIN')) {
    const keyless = explainKeylessText(text.slice(at.from, at.to), at);
    if (keyless.code === 'yaml/missing-space') return keyless;
    const value = typeof contents.value === 'string' ? 'text' : `the value \`${contents.source}\``;
    return fail('text-at-root', `the file is ${value} without a key`);
  }
  return text.trim() === ''
    ? fail('empty', 'the file is empty')
    : fail('comments-only', 'the file contains only comments');
}
