import type { Rule, RuleText } from './rule.ts';

const MEMO_RULE_TEXTS: readonly RuleText[] = [
  {
    id: 'memo/customer-not-in-ledger',
    severity: 'error',
    title: 'The memo names a customer that the answers do not',
    what: ({ subject }) => `The text names ${subject} as a customer; no answer does.`,
    why: 'A customer in the text counts for nothing until the answers list it, with a source that names it.',
    fix: 'Add it to the customers in the front matter, with a source, or take it out of the text.',
  },
  {
    id: 'memo/figure-disagrees',
    severity: 'error',
    title: 'A figure of the memo differs from the answers',
    what: ({ subject, text }) => `The text says ${subject}; the answer on ${text('criterion')} says ${text('ledger')}.`,
    why: 'A reader takes the figure from the text, and the score takes the one from the answers.',
    fix: 'Correct whichever of the two the source does not bear out.',
  },
  {
    id: 'memo/law-not-in-force',
    severity: 'error',
    title: 'The memo says that a law is in force before it is',
    what: ({ subject, detail, text }) =>
      detail['from'] === undefined
        ? `The text says that ${subject} is in force; the register says that it is not.`
        : `The text says that ${subject} is in force; the register says that it applies from ${text('from')}.`,
    why: 'Nobody has to buy for a law before it applies.',
    fix: 'Say from when it applies.',
  },
  {
    id: 'memo/no-entry',
    severity: 'error',
    title: 'The memo says something that no answer supports',
    what: ({ subject }) => `No answer supports what the text says: ${subject}.`,
    why: 'What is in the text alone has no source, and neither the score nor a reader can check it.',
    fix: 'Put it into the note of the answer that it belongs to, with a source, or take it out of the text.',
  },
  {
    id: 'memo/no-source',
    severity: 'warn',
    title: 'The memo says something whose answer has no source',
    what: ({ subject, text }) =>
      `The text says ${subject}; the answer on ${text('criterion')} says so too, without a source.`,
    why: 'Repeating an answer is not evidence for it.',
    fix: 'Cite a source under the answer.',
  },
  {
    id: 'memo/too-strong',
    severity: 'error',
    title: 'The memo words something more strongly than its evidence',
    what: ({ subject, text }) =>
      `"${subject}" asks for evidence of the grade ${text('needs')} or better; the answer on ${text('criterion')} rests on ${text('grade')}.`,
    why: 'Words such as these promise a reader more than anybody has shown.',
    fix: 'Say who says so, or say less.',
  },
];

/** Rules whose findings come of reading the prose of a memo. */
export const MEMO_RULES: readonly Rule[] = MEMO_RULE_TEXTS.map((text) => ({
  ...text,
  scope: 'description',
  needs: 'memo',
  find: ({ memo }, rule) => memo.filter(({ id }) => id === rule),
}));
