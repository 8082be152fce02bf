import type { Rule, RuleText } from './rule.ts';

const QUOTE_RULE_TEXTS: readonly RuleText[] = [
  {
    id: 'quote/not-found',
    severity: 'error',
    subject: 'source',
    title: 'A quote is not in its document',
    what: ({ text }) => `The quote "${text('quote')}" is not in ${text('file')}. ${text('nearest')}`,
    why: 'A quote is matched word for word, so that nobody has to take it on trust.',
    fix: 'Copy the words from the document, and check that the answer agrees with them.',
  },
  {
    id: 'quote/reused',
    severity: 'warn',
    subject: 'source',
    title: 'One quote is cited for many answers',
    what: ({ on, text }) => `The quote "${text('quote')}" is cited for: ${on}.`,
    why: 'A sentence seldom answers three questions; under some of them it is likely to be beside the point.',
    fix: 'Quote for each answer the words that say it.',
  },
  {
    id: 'quote/too-short',
    severity: 'error',
    subject: 'source',
    title: 'A quote is too short',
    what: ({ text }) => `The quote "${text('quote')}" has fewer than 12 characters.`,
    why: 'So few words are found in many documents, whatever those say.',
    fix: 'Quote more of the sentence.',
  },
  {
    id: 'source/file-missing',
    severity: 'warn',
    subject: 'source',
    title: 'The file of a source does not exist',
    what: ({ subject, text }) => `The source ${subject} names ${text('file')}, which does not exist.`,
    why: 'Its quotes cannot be verified.',
    fix: 'Correct the path, which is relative to the description, or put the document there.',
  },
  {
    id: 'source/file-unread',
    severity: 'warn',
    subject: 'source',
    title: 'The file of a source cannot be read',
    what: ({ subject, text }) => `${text('file')}, the file of the source ${subject}, cannot be read: ${text('says')}.`,
    why: 'Its quotes cannot be verified.',
    fix: 'Save it in a format that can be read: Markdown, text, HTML, PDF, Word or PowerPoint.',
  },
];

/** Rules whose findings come of holding quotes against local documents. */
export const QUOTE_RULES: readonly Rule[] = QUOTE_RULE_TEXTS.map((text) => ({
  ...text,
  scope: 'description',
  find: ({ quotes }, rule) => quotes.filter(({ id }) => id === rule),
}));
