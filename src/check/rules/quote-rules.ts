import type { Rule, RuleText } from './rule.ts';

const QUOTE_RULE_TEXTS: readonly RuleText[] = [
  {
    id: 'quote/not-found',
    severity: 'error',
    subject: 'source',
    title: 'A quote is not in its document',
    what: ({ text }) => `The quote "${text('quote')}" is not in ${text('file')}. ${text('nearest')}`,
    why: 'Quotes are matched word for word, so that readers do not have to trust the author.',
    fix: 'Copy the words from the document, and check that the answer agrees with them.',
  },
  {
    id: 'quote/reused',
    severity: 'warn',
    subject: 'source',
    title: 'One quote is cited for many answers',
    what: ({ on, text }) => `The quote "${text('quote')}" is cited for: ${on}.`,
    why: 'A sentence seldom answers three questions; for some of them it is probably not evidence.',
    fix: 'For each answer, quote the words that support it.',
  },
  {
    id: 'quote/too-short',
    severity: 'error',
    subject: 'source',
    title: 'A quote is too short',
    what: ({ text }) => `The quote "${text('quote')}" is too short to be looked for.`,
    why: 'A quote this short can be found in almost any document.',
    fix: 'Quote at least 12 characters, and at least 3 on each side of an ellipsis.',
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

/** Rules on quotes whose findings are part of every report. */
export const QUOTE_REPORT_RULES: readonly RuleText[] = [
  {
    id: 'quote/not-on-page',
    severity: 'error',
    subject: 'source',
    title: 'A quote is not on its page',
    what: ({ subject, text, on }) =>
      `The quote "${text('quote')}" is not on the page of ${subject} (${text('words')} words read); cited on: ${on}.`,
    why: 'Quotes are matched word for word, so this citation does not count.',
    fix: 'Copy the words from the page, correct the answer, and run `demandfit sources --refresh`.',
  },
  {
    id: 'quote/wording-differs',
    severity: 'error',
    subject: 'source',
    title: 'A quote differs from its page',
    what: ({ subject, text, on }) =>
      `The page of ${subject} does not have the quote "${text('quote')}" word for word; cited on: ${on}. Nearest: "${text('nearest')}".`,
    why: 'Quotes are matched word for word, so this citation does not count.',
    fix: 'Copy the words from the page, correct the answer, and run `demandfit sources --refresh`.',
  },
];

/** Rules whose findings come from comparing quotes with local documents. */
export const QUOTE_RULES: readonly Rule[] = QUOTE_RULE_TEXTS.map((text) => ({
  ...text,
  scope: 'description',
  find: ({ quotes }, rule) => quotes.filter(({ id }) => id === rule),
}));
