import * as s from './schema/schema.ts';
import { date, day } from './schema/values.ts';

/** How a quote compares with the page. */
export type QuoteState = s.AcceptedValue<typeof quoteState>;

export const quoteState = s.oneOf(['found', 'wording-differs', 'not-on-page']);

/** Why a page was not read. `gone` is an answer; any other says nothing about the page. */
export type MissReason = s.AcceptedValue<typeof missReason>;

export const missReason = s.oneOf([
  /** 404, 410, or a host that does not exist. */
  'gone',
  /** 401, 403 and the like. */
  'refused',
  /** 429 or 503. */
  'busy',
  /** Any other 5xx. */
  'failed',
  'timeout',
  'unreachable',
  /** Its robots.txt does not allow it. */
  'robots',
  /** An address that is not public. */
  'not-public',
  'redirects',
  'too-large',
  /** A check for robots, a login or a paywall. */
  'wall',
  /** So little text that scripts must make the page. */
  'little-text',
  'no-text',
  'format',
  /** Reading it needs an optional package. */
  'package',
  /** Half of what was read before, or less. */
  'poorer',
]);

/** What a page was when it was read best. */
export interface SeenPage extends s.AcceptedValue<typeof seenPage> {}

const seenPage = s.namedMapping('SeenPage', 'The page when it was last read well.', {
  /** Where the redirects led. */
  finalUrl: s.webAddress,
  day,
  status: s.wholeNumber(100, 599),
  contentType: s.nullable(s.anyText),
  hash: s.annotate(s.anyText, { description: 'SHA-256 of its words, without case, punctuation and markup.' }),
  words: s.wholeNumber(0),
  title: s.nullable(s.anyText),
  published: s.annotate(s.nullable(date), { description: 'The date that the page gives itself.' }),
  modified: s.annotate(s.nullable(date), { description: 'The latest date that it gives itself, if that is another.' }),
  /** For a conditional request. */
  etag: s.nullable(s.anyText),
  lastModified: s.nullable(s.anyText),
});

/** A quote as it was looked for on the page. */
export interface SeenQuote extends s.AcceptedValue<typeof seenQuote> {}

const seenQuote = s.namedMapping('SeenQuote', 'A quote as it was looked for on the page.', {
  text: s.anyText,
  prefix: s.nullable(s.anyText),
  suffix: s.nullable(s.anyText),
  state: quoteState,
  nearest: s.annotate(s.nullable(s.anyText), { description: 'The words on the page that are most like it.' }),
});

/** What was seen of one address. */
export interface SeenSource extends s.AcceptedValue<typeof seenSource> {}

const seenSource = s.namedMapping('SeenSource', 'What was seen of one address.', {
  page: s.nullable<SeenPage>(seenPage),
  missed: s.annotate(
    s.nullable(
      s.mapping({
        /** Of a page that is gone, the first day; of any other, the last one. */
        day,
        status: s.nullable(s.wholeNumber(100, 599)),
        reason: missReason,
      }),
    ),
    { description: 'The last attempt, if it did not read the page.' },
  ),
  /** In the order of their texts. */
  quotes: s.list<SeenQuote>(seenQuote),
  pin: s.annotate(
    s.nullable(
      s.mapping({
        day,
        by: s.nullable(s.anyText),
        /** The hash of the page that was looked at; null where none had been read. */
        hash: s.nullable(s.anyText),
      }),
    ),
    { description: 'A person has looked at it.' },
  ),
});

/** What was seen of the sources of all descriptions in a folder, by address. */
export interface Lock extends s.AcceptedValue<typeof lockFile> {
  /** The quotes of local documents, by the id of the source: looked for on every run, and never in the file. */
  readonly files?: Readonly<Record<string, readonly SeenQuote[]>>;
}

export const lockFile = s.mapping({
  lockVersion: s.literal(1),
  sources: s.record<SeenSource>(seenSource, s.webAddress),
});
