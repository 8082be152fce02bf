import { excerpt } from './fault.ts';
import { keylessFault } from './yaml-keys.ts';
import { keyBefore, nextLine, restOfLine, type Tell } from './yaml-situation.ts';
import { colonInValue, reservedStart } from './yaml-value-errors.ts';

export const listOutOfPlace: Tell = ({ at }) => ({
  code: 'yaml/list-out-of-place',
  at,
  what: 'this item of a list belongs to no key',
  why: 'The line above has a value already, so no list can follow it here.',
  fix: 'Write the key of the list on a line of its own above the first item, or align the item with the others.',
});

/** A line where a key was due: the colon is missing, or the blank behind it. */
export const noKey: Tell = (situation) => {
  const { from } = nextLine(situation);
  const range = restOfLine({ ...situation, at: { from, to: from } });
  const written = situation.text.slice(range.from, range.to);
  return /^-(?:\s|$)/.test(written) ? listOutOfPlace({ ...situation, at: range }) : keylessFault(written, range);
};

const keyUnderValue: Tell = (situation) => {
  const { at, text, places } = situation;
  const owner = keyBefore(situation);
  const last = places.lineOf(text.length);
  let line = places.lineOf(at.from) + 1;
  while (line < last && !/:(?:\s|$)/.test(places.lineText(line))) line += 1;
  const name = owner === null ? 'the value above' : `\`${excerpt(owner)}\``;
  return {
    code: 'yaml/key-under-value',
    at: nextLine({ ...situation, at: places.line(line) }),
    what: `this line looks like a key, and ${owner === null ? `${name} has not ended` : `${name} has a value already`}`,
    why: 'An indented line goes on with the value above it, and running text cannot hold a key.',
    fix: 'If it is a key, give it the column of the key that it stands beside. If it is text, put all of the text in quotes.',
    related: { at, what: 'the value that it would go on with' },
  };
};

/** Two keys on one line, or a key where the text of a value goes on. */
export const keyWithinValue: Tell = (situation) => {
  const range = restOfLine(situation);
  const rest = situation.text.slice(range.from, range.to);
  if (/^\?\s/.test(rest)) return reservedStart(situation);
  return /:(?:\s|$)/.test(rest) ? colonInValue(situation) : keyUnderValue(situation);
};

export const listOnKeyLine: Tell = (situation) => {
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

export const indentation: Tell = (situation) => ({
  code: 'yaml/indentation',
  at: nextLine(situation),
  what: 'this line does not line up with the lines that it belongs with',
  why: 'Keys of one mapping, and items of one list, begin in the same column.',
  fix: 'Indent it by as many spaces as its neighbours.',
});

export const keyNotText: Tell = (situation) => {
  const { at, text, places } = situation;
  const isTemplate = places.lineText(places.lineOf(at.from)).includes('{{');
  return {
    code: 'yaml/key-not-text',
    at: restOfLine(situation),
    what: isTemplate ? 'a placeholder in double braces was left unfilled' : 'a key must be text',
    why: isTemplate
      ? 'YAML takes the braces for a mapping that serves as a key.'
      : `A \`${text[at.from] ?? ''}\` begins a list, a mapping or an alias.`,
    fix: isTemplate
      ? 'Fill in the value, or put it in quotes.'
      : 'Put the key in quotes, or remove the signs around it.',
  };
};
