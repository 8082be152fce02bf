import type { Rule, RuleText } from './rule.ts';

const MEMO_RULE_TEXTS: readonly RuleText[] = [
  {
    id: 'memo/customer-not-in-ledger',
    severity: 'error',
    title: 'The memo names a customer that is not in the answers',
    what: ({ subject }) => `The text names ${subject} as a customer; no answer does.`,
    why: 'A customer in the text counts for nothing until the answers list it, with a source that names it.',
    fix: 'Add it to the customers in the front matter, with a source, or remove it from the text.',
  },
  {
    id: 'memo/figure-disagrees',
    severity: 'error',
    title: 'A figure in the memo differs from the answers',
    what: ({ subject, on, text }) => `The text says ${subject}; the answer on ${on} says ${text('ledger')}.`,
    why: 'Readers take the figure from the text; the score uses the one in the answers.',
    fix: 'Correct whichever of the two the source does not support.',
  },
  {
    id: 'memo/law-not-in-force',
    severity: 'error',
    title: 'The memo calls a law in force before it applies',
    what: ({ subject, detail, text }) =>
      detail['from'] === undefined
        ? `The text says that ${subject} is in force; the register says that it is not.`
        : `The text says that ${subject} is in force; the register says that it applies from ${text('from')}.`,
    why: 'A law obliges no buyer before it applies.',
    fix: 'State the date from which it applies.',
  },
  {
    id: 'memo/no-entry',
    severity: 'error',
    title: 'The memo says something that no answer supports',
    what: ({ subject }) => `No answer supports this statement: ${subject}.`,
    why: 'A statement made only in the text has no source, so neither the score nor a reader can check it.',
    fix: 'Add it to the note of the answer that it belongs to, with a source, or remove it from the text.',
  },
  {
    id: 'memo/no-source',
    severity: 'warn',
    title: 'The memo repeats an answer that has no source',
    what: ({ subject, on }) => `The text says ${subject}; the answer on ${on} agrees, but cites no source.`,
    why: 'Repeating an answer is not evidence for it.',
    fix: 'Cite a source under the answer.',
  },
  {
    id: 'memo/too-strong',
    severity: 'error',
    title: 'The memo claims more than its evidence supports',
    what: ({ subject, on, text }) =>
      `"${subject}" needs evidence of grade ${text('needs')} or better; the answer on ${on} rests on ${text('grade')}.`,
    why: 'Such words promise more than anyone has shown.',
    fix: 'Attribute the statement, or tone it down.',
  },
];

/** Rules whose findings come of reading the prose of a memo. */
export const MEMO_RULES: readonly Rule[] = MEMO_RULE_TEXTS.map((text) => ({
  ...text,
  scope: 'description',
  needs: 'memo',
  find: ({ memo }, rule) => memo.filter(({ id }) => id === rule),
}));
