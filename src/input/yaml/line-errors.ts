import { makeExcerpt } from '../text/quote.ts';
import { findKeyBefore, getNextLine, getRestOfLine, type YamlErrorExplainer } from './error-context.ts';
import { explainKeylessText } from './keys.ts';
import { explainColonInValue, explainReservedStart } from './value-errors.ts';

export const explainMisplacedItem: YamlErrorExplainer = ({ at }) => ({
  code: 'yaml/list-out-of-place',
  at,
  what: 'this item of a list belongs to no key',
  why: 'The line above has a value already, so no list can follow it here.',
  fix: 'Write the key of the list on a line of its own above the first item, or align the item with the others.',
});

/** A line where a key was due: the colon is missing, or the blank behind it. */
export const explainKeylessLine: YamlErrorExplainer = (situation) => {
  const { from } = getNextLine(situation);
  const range = getRestOfLine({ ...situation, at: { from, to: from } });
  const written = situation.text.slice(range.from, range.to);
  return /^-(?:\s|$)/.test(written)
    ? explainMisplacedItem({ ...situation, at: range })
    : explainKeylessText(written, range);
};

const explainKeyUnderValue: YamlErrorExplainer = (situation) => {
  const { at, text, places } = situation;
  const owner = findKeyBefore(situation);
  const last = places.lineOf(text.length);
  let line = places.lineOf(at.from) + 1;
  while (line < last && !/:(?:\s|$)/.test(places.lineText(line))) line += 1;
  const name = owner === null ? 'the value above' : `\`${makeExcerpt(owner)}\``;
  return {
    code: 'yaml/key-under-value',
    at: getNextLine({ ...situation, at: places.line(line) }),
    what: `this line looks like a key, and ${owner === null ? `${name} has not ended` : `${name} has a value already`}`,
    why: 'An indented line goes on with the value above it, and running text cannot hold a key.',
    fix: 'If it is a key, give it the column of the key that it stands beside. If it is text, put all of the text in quotes.',
    related: { at, what: 'the value that it would go on with' },
  };
};

/** Two keys on one line, or a key where the text of a value goes on. */
export const explainKeyWithinValue: YamlErrorExplainer = (situation) => {
  const range = getRestOfLine(situation);
  const rest = situation.text.slice(range.from, range.to);
  if (/^\?\s/.test(rest)) return explainReservedStart(situation);
  return /:(?:\s|$)/.test(rest) ? explainColonInValue(situation) : explainKeyUnderValue(situation);
};

export const explainListOnKeyLine: YamlErrorExplainer = (situation) => {
  const range = getRestOfLine(situation);
  const item = situation.text.slice(range.from, range.to).replace(/^-\s*/, '');
  return {
    code: 'yaml/list-on-key-line',
    at: range,
    what: 'a list in hyphens begins on the line of its key',
    why: 'Such a list begins on the line below its key.',
    fix: `Move it down a line, or use brackets: \`[${makeExcerpt(item)}]\`. If it is text, put it in quotes.`,
  };
};

export const explainIndentation: YamlErrorExplainer = (situation) => ({
  code: 'yaml/indentation',
  at: getNextLine(situation),
  what: 'this line does not line up with the lines that it belongs with',
  why: 'Keys of one mapping, and items of one list, begin in the same column.',
  fix: 'Indent it by as many spaces as its neighbours.',
});

export const explainKeyNotText: YamlErrorExplainer = (situation) => {
  const { at, text, places } = situation;
  const isTemplate = places.lineText(places.lineOf(at.from)).includes('{{');
  return {
    code: 'yaml/key-not-text',
    at: getRestOfLine(situation),
    what: isTemplate ? 'a placeholder in double braces was left unfilled' : 'a key must be text',
    why: isTemplate
      ? 'YAML takes the braces for a mapping that serves as a key.'
      : `A \`${text[at.from] ?? ''}\` begins a list, a mapping or an alias.`,
    fix: isTemplate
      ? 'Fill in the value, or put it in quotes.'
      : 'Put the key in quotes, or remove the signs around it.',
  };
};
