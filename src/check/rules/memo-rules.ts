import type { Rule, RuleText } from './rule.ts';

/** What is not judged, by the reason why. */
const UNREAD: Readonly<Record<string, readonly [one: string, many: string]>> = {
  language: ['sentence is not in English', 'sentences are not in English'],
  marked: ['sentence is marked as not about the offer', 'sentences are marked as not about the offer'],
  code: ['block of code', 'blocks of code'],
  picture: ['picture', 'pictures'],
};

const MEMO_RULE_TEXTS: readonly RuleText[] = [
  {
    id: 'memo/answer-disagrees',
    severity: 'error',
    title: 'The memo says more than the answer',
    what: ({ subject, on, text }) => `The text says "${subject}"; the answer on ${on} says ${text('ledger')}.`,
    why: 'Readers believe the text; the score uses the answer.',
    fix: 'Correct whichever of the two the source does not support.',
  },
  {
    id: 'memo/customer-disagrees',
    severity: 'error',
    title: 'The memo says more of a customer than the answers',
    what: ({ subject, text }) =>
      `The text says "${subject}" of ${text('customer')}; the list of customers says: ${text('ledger')}.`,
    why: 'A pilot is not production, and a free user is not a buyer.',
    fix: 'Correct whichever of the two the source does not support.',
  },
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
    severity: 'warn',
    title: 'The memo says something that no answer supports',
    what: ({ subject, detail, on, text }) =>
      detail['criterion'] === undefined
        ? `No answer supports this statement: ${subject}.`
        : `No answer supports this statement: ${subject}; the answer on ${on} says ${text('ledger')}.`,
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
    id: 'memo/not-read',
    severity: 'note',
    title: 'A part of the memo is not judged',
    what: ({ subject, detail, text }) => {
      const [one, many] = UNREAD[subject] ?? [subject, subject];
      const share = detail['share'] === undefined ? '' : ` (${text('share')}% of the words)`;
      return `Not judged: ${text('count')} ${detail['count'] === 1 ? one : many}${share}.`;
    },
    why: 'Only English prose about the offer is compared with the answers.',
    fix: 'Read this part yourself.',
  },
  {
    id: 'memo/too-strong',
    severity: 'warn',
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
