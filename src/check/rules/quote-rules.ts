import { LOWEST } from '../../model/level.ts';
import type { ItemReport } from '../../model/report.ts';
import type { Rule, RuleContext, RuleMatch, RuleText } from './rule.ts';

const QUOTE_RULE_TEXTS: readonly RuleText[] = [
  {
    id: 'quote/ambiguous',
    severity: 'note',
    subject: 'source',
    title: 'A quote occurs more than once',
    what: ({ text }) => `The quote "${text('quote')}" is in ${text('file')} ${text('count')} times.`,
    why: 'A reader cannot tell which of them is meant, and they may be about different things.',
    fix: 'Add `prefix` or `suffix` with the words around it, or `page`; or quote more of the sentence.',
  },
  {
    id: 'quote/answer-missing',
    severity: 'warn',
    subject: 'source',
    title: 'A quote does not state the figure or the name of its answer',
    what: ({ on, text }) => `The quote "${text('quote')}" does not contain ${text('missing')}; cited on: ${on}.`,
    why: 'Words that do not contain the answer cannot confirm it.',
    fix: 'Quote the words with the figure, in the same currency and measure, or with the name; or correct the answer.',
  },
  {
    id: 'quote/contrary',
    severity: 'warn',
    subject: 'source',
    title: 'A quote speaks against its answer',
    what: ({ on, text }) =>
      `The quote "${text('quote')}" seems to deny its answer ("${text('word')}"); cited on: ${on}.`,
    why: 'Words that deny an answer are evidence against it.',
    fix: 'Correct the answer, or move the citation to `disputed_by`.',
  },
  {
    id: 'quote/missing',
    severity: 'note',
    title: 'Answers have no quote',
    what: ({ on }) => `No source is cited with a quote for: ${on}.`,
    why: 'A reader has to search whole documents for the words that these answers rest on.',
    fix: 'Cite it as `{ id: source, quote: "..." }`, word for word. To require quotes, set this rule to `error` in the config.',
    needs: 'fit',
  },
  {
    id: 'quote/off-question',
    severity: 'note',
    subject: 'source',
    title: 'A quote shares no word with its question',
    what: ({ on, text }) => `The quote "${text('quote')}" shares no word with the question and its answers: ${on}.`,
    why: 'An exact quote about something else supports nothing.',
    fix: 'Quote the words that support this answer.',
  },
  {
    id: 'quote/off-subject',
    severity: 'warn',
    subject: 'source',
    title: 'A quote names neither the project nor its offer',
    what: ({ on, text }) => `The quote "${text('quote')}" names neither the project nor its offer; cited on: ${on}.`,
    why: "Somebody else's words without a name may be about another company's product.",
    fix: 'Quote the words with the name, or give them as `prefix` or `suffix`.',
  },
  {
    id: 'quote/out-of-context',
    severity: 'warn',
    subject: 'source',
    title: 'A quote says something else in its document',
    what: ({ on, text }) =>
      `The quote "${text('quote')}" may not support its answer: ${text('says')}; cited on: ${on}.`,
    why: 'Words can be exact and still say something else where they are: of a rival, of a plan, or within a denial.',
    fix: 'Read the sentence around it. Quote the words that support the answer, or correct the answer.',
  },
  {
    id: 'quote/reused',
    severity: 'warn',
    subject: 'source',
    title: 'One quote is cited for many answers',
    what: ({ on, text }) => `The quote "${text('quote')}" is cited for: ${on}.`,
    why: 'A sentence seldom answers more than three questions; for some of them it is probably not evidence.',
    fix: 'For each answer, quote the words that support it.',
  },
  {
    id: 'quote/length',
    severity: 'error',
    subject: 'source',
    title: 'A quote is too short or too long',
    what: ({ text }) => `The quote "${text('quote').slice(0, 60)}" ${text('says')}.`,
    why: 'Few words are in almost any document, and many words contain almost any answer.',
    fix: 'Quote 12 to 600 characters, and at least 3 on each side of an ellipsis.',
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

/** `Nearest: "...", which has "30" instead of "90".`: one stretch of words between those that both begin and end with. */
function describeNearest(quote: string, nearest: string): string {
  const [asked, there] = [quote, nearest].map((text) => text.trim().split(/\s+/));
  const [a, b] = [asked ?? [], there ?? []];
  const isSame = (one = '', other = '') => toBareWord(one) === toBareWord(other);
  const limit = Math.min(a.length, b.length);
  let [before, behind] = [0, 0];
  while (before < limit && isSame(a[before], b[before])) before += 1;
  while (behind < limit - before && isSame(a.at(-1 - behind), b.at(-1 - behind))) behind += 1;
  const [mine, theirs] = [a, b].map((words) => words.slice(before, words.length - behind).join(' '));
  if (mine === '' && theirs === '') return 'It has these words, but not between the given prefix and suffix.';
  const shown = `Nearest: "${nearest}"`;
  if (theirs === '') return `${shown}, which lacks "${mine}".`;
  return mine === ''
    ? `${shown}, which also has "${theirs}".`
    : `${shown}, which has "${theirs}" instead of "${mine}".`;
}

/** A word without case, marks of emphasis and the punctuation at its ends. */
function toBareWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}\p{Sc}+-]+/u, '')
    .replace(/(?<![^\p{L}\p{N}%])[^\p{L}\p{N}%]+$/u, '');
}

/** Rules on quotes whose findings are part of every report. */
export const QUOTE_REPORT_RULES: readonly RuleText[] = [
  {
    id: 'quote/not-on-page',
    severity: 'error',
    subject: 'source',
    title: 'A quote is not in its document',
    what: ({ text, on }) => `The quote "${text('quote')}" is not in ${text('where')}; cited on: ${on}.`,
    why: 'Quotes are matched word for word, so this citation does not count.',
    fix: 'Copy the words from the document, and check that the answer agrees with them. After a change, run `demandfit sources --refresh` for a page.',
  },
  {
    id: 'quote/wording-differs',
    severity: 'error',
    subject: 'source',
    title: 'A quote differs from its document',
    what: ({ text, on }) =>
      `The quote "${text('quote')}" is not in ${text('where')} word for word; cited on: ${on}. ${describeNearest(text('quote'), text('nearest'))}`,
    why: 'Quotes are matched word for word, so this citation does not count.',
    fix: 'Copy the words from the document, and check that the answer agrees with them. After a change, run `demandfit sources --refresh` for a page.',
  },
];

/** What is shown and rests on no quote. */
function findUnquoted({ description, report }: RuleContext): readonly RuleMatch[] {
  const isUnquoted = ({ sources }: Pick<ItemReport, 'sources'>) => sources.every(({ quotes }) => quotes.length === 0);
  const bare = report.dimensions
    .flatMap(({ criteria }) => criteria)
    .filter((criterion) => {
      if (criterion.status !== 'answered' || criterion.levels.supported === LOWEST) return false;
      const { items } = criterion;
      return items.length === 0 ? isUnquoted(criterion) : items.some((item) => item.supported > 0 && isUnquoted(item));
    });
  const criterion = bare.map(({ id }) => id).join(', ');
  return bare.length === 0 ? [] : [{ subject: description.name, detail: { criterion, count: bare.length } }];
}

/** Rules whose findings come from comparing quotes with local documents. */
export const QUOTE_RULES: readonly Rule[] = QUOTE_RULE_TEXTS.map((text) => ({
  ...text,
  scope: 'description',
  find: (context, rule) =>
    rule === 'quote/missing' ? findUnquoted(context) : context.quotes.filter(({ id }) => id === rule),
}));
