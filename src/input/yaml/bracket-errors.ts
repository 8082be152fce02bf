import { isCollection, visit } from 'yaml';
import { getNextLine, type YamlErrorExplainer } from './error-context.ts';

export const explainUnclosedBracket: YamlErrorExplainer = ({ at, text, doc }) => {
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
    what: `this bracket is not closed by a \`${sign}\``,
    why: 'What stands in brackets ends with the closing one, and all its lines are indented more than its key.',
    fix: `Write \`${sign}\` behind the last entry, or indent the lines in the brackets by more than their key.`,
    ...(at.from < text.trimEnd().length
      ? { related: { at: { from: at.from, to: at.from + 1 }, what: 'it had to be closed before this' } }
      : {}),
  };
};

export const explainStrayBracket: YamlErrorExplainer = ({ at, text }) => ({
  code: 'yaml/stray-bracket',
  at,
  what: `this \`${text[at.from] ?? ''}\` closes no bracket`,
  why: 'Outside brackets a value cannot begin with a closing one.',
  fix: 'Remove it, add the opening bracket, or put the value in quotes.',
});

export const explainMissingComma: YamlErrorExplainer = (situation) => {
  const { from, to } = getNextLine(situation);
  return {
    code: 'yaml/missing-comma',
    at: { from, to: Math.max(from + 1, Math.min(situation.at.to, to)) },
    what: 'a comma is missing between two entries in brackets',
    why: 'In brackets it is commas that tell entries apart, not blanks or lines.',
    fix: 'Write a comma between the two entries; put a text that has a colon or a comma in quotes.',
  };
};

export const explainExtraComma: YamlErrorExplainer = ({ at }) => ({
  code: 'yaml/extra-comma',
  at,
  what: 'nothing stands before this comma',
  why: 'Two commas in a row, or one after the opening bracket, make an entry without a value.',
  fix: 'Remove the comma, or write the entry.',
});
