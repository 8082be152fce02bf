import { isScalar, type Scalar, visit } from 'yaml';
import { makeExcerpt } from '../text/quote.ts';
import {
  findKeyBefore,
  getLineBefore,
  getNextLine,
  getRestOfLine,
  quoteWithKey,
  type YamlErrorContext,
  type YamlErrorExplainer,
} from './error-context.ts';

export const explainReservedStart: YamlErrorExplainer = (situation) => {
  const range = getRestOfLine(situation);
  const value = situation.text.slice(range.from, range.to);
  const sign = [...value][0] ?? '';
  return {
    code: 'yaml/reserved-start',
    at: range,
    what: `a value cannot begin with ${sign === '`' ? 'a backtick' : `\`${sign}\``}`,
    why: 'YAML keeps this sign for itself at the start of a value.',
    fix: `Put the value in quotes${quoteWithKey(situation, value)}.`,
  };
};

export const explainColonInValue: YamlErrorExplainer = (situation) => {
  const range = getRestOfLine(situation);
  const value = situation.text.slice(range.from, range.to);
  const isCurly = /^[“”„‘’]/.test(value);
  const key = findKeyBefore(situation);
  return {
    code: 'yaml/colon-in-value',
    at: range,
    what: `the value${key === null ? '' : ` of \`${makeExcerpt(key)}\``} holds a colon with a blank after it`,
    why: `YAML takes the text before such a colon for a key${isCurly ? ', and curly quotes for letters' : ''}.`,
    fix: `Put the whole value in straight quotes${quoteWithKey(situation, value.replace(/^[“”„‘’]|[“”„‘’]$/g, ''))}.`,
  };
};

export const explainBlockIndent: YamlErrorExplainer = (situation) => ({
  code: 'yaml/block-text-indent',
  at: getNextLine(situation),
  what: 'this line of a text block is indented less than the block',
  why: 'The first line of the block sets its indentation, and an empty line with blanks in it counts.',
  fix: 'Indent all lines of the block alike, and leave no blanks in its empty lines.',
});

export const explainBlockHeader: YamlErrorExplainer = (situation) => {
  const before = getLineBefore(situation);
  const sign = before.search(/[|>][-+\d\s]*$/);
  const from = sign === -1 ? situation.at.from : situation.at.from - before.length + sign;
  return {
    code: 'yaml/block-header',
    at: getRestOfLine({ ...situation, at: { from, to: from } }),
    what: 'text follows the sign of a text block on its line',
    why: 'A | or > at the start of a value says that its text begins on the next line.',
    fix: 'Move the text to the next line and indent it, or put the value in quotes.',
  };
};

/** The scalar in quotes that ends at an offset. */
function findQuotedScalar({ doc }: YamlErrorContext, end: number): Scalar | null {
  let found: Scalar | null = null;
  visit(doc, {
    Scalar: (_, node) => {
      if (node.range?.[1] !== end || !node.type?.startsWith('QUOTE')) return;
      found = node;
      return visit.BREAK;
    },
  });
  return isScalar(found) ? found : null;
}

export const explainUnclosedQuote: YamlErrorExplainer = (situation) => {
  const { at, text } = situation;
  const from = findQuotedScalar(situation, at.from)?.range?.[0] ?? at.from;
  return {
    code: 'yaml/unclosed-quote',
    at: { from, to: from + 1 },
    what: 'this quotation mark is never closed',
    why: 'Everything after it, to the end of the file, becomes part of one text.',
    fix:
      text[from] === "'"
        ? "Write ' at the end of the text, and '' for an apostrophe within it."
        : 'Write " at the end of the text.',
  };
};

const AFTER_SINGLE = {
  what: 'text follows the closing quotation mark',
  why: 'An apostrophe ends a text in single quotes.',
  fix: "Put the text in double quotes, or write '' for an apostrophe.",
};

const AFTER_DOUBLE = {
  what: 'text follows the closing quotation mark',
  why: 'Nothing can follow a value on its line but a comment.',
  fix: 'Put all of the text in single quotes, or write \\" for a quotation mark within it.',
};

export const explainTextAfterValue: YamlErrorExplainer = (situation) => {
  const { at, text, places } = situation;
  const before = text.slice(0, at.from).trimEnd();
  const alias = /(?:^|[\s,[{])(\*\S+)$/.exec(before)?.[1];
  if (alias !== undefined)
    return explainReservedStart({ ...situation, at: { from: before.length - alias.length, to: at.to } });
  const range = getRestOfLine(situation);
  const sign = before.at(-1);
  if (sign !== '"' && sign !== "'") {
    return {
      code: 'yaml/text-after-value',
      at: range,
      what: 'text follows a value that has ended',
      why: 'Nothing can follow a value on its line but a comment.',
      fix: 'Put all of the text in quotes, or remove what follows.',
    };
  }
  const closing = { from: before.length - 1, to: before.length };
  const opening = findQuotedScalar(situation, before.length)?.range?.[0] ?? closing.from;
  if (places.lineOf(opening) < places.lineOf(closing.from)) {
    return {
      code: 'yaml/unclosed-quote',
      at: { from: opening, to: opening + 1 },
      what: 'this quotation mark is not closed on its line',
      why: 'The text goes on to the next mark, which was to open another text.',
      fix: `Write ${sign} at the end of the text.`,
      related: { at: closing, what: 'the text goes on to here' },
    };
  }
  return {
    code: 'yaml/text-after-value',
    at: range,
    ...(sign === "'" ? AFTER_SINGLE : AFTER_DOUBLE),
    related: { at: closing, what: 'the quotes end here' },
  };
};

export const explainAnchor: YamlErrorExplainer = (situation) => {
  const range = getRestOfLine(situation);
  return {
    code: 'yaml/misplaced-anchor',
    at: range,
    what: `\`${makeExcerpt(situation.text.slice(range.from, range.to))}\` is read as a mark for aliases, and is none`,
    why: 'A & at the start of a value marks it, and a * repeats a value that is marked.',
    fix: 'Put the value in quotes if it is text. A list has a hyphen and a blank before each item.',
  };
};
