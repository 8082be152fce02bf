import {
  type AcceptedValue,
  annotate,
  anyText,
  list,
  literal,
  mapping,
  namedMapping,
  nullable,
  oneOf,
  record,
  webAddress,
  wholeNumber,
} from './schema/schema.ts';
import { date, day } from './schema/values.ts';

/** How a quote compares with the page. */
export type QuoteState = AcceptedValue<typeof quoteState>;

export const quoteState = oneOf(['found', 'wording-differs', 'not-on-page']);

/** Why a page was not read. `gone` is an answer; any other says nothing about the page. */
export type MissReason = AcceptedValue<typeof missReason>;

export const missReason = oneOf([
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
export interface SeenPage extends AcceptedValue<typeof seenPage> {}

const seenPage = namedMapping('SeenPage', 'The page when it was last read well.', {
  /** Where the redirects led. */
  finalUrl: webAddress,
  day,
  status: wholeNumber(100, 599),
  contentType: nullable(anyText),
  hash: annotate(anyText, { description: 'SHA-256 of its words, without case, punctuation and markup.' }),
  words: wholeNumber(0),
  title: nullable(anyText),
  published: annotate(nullable(date), { description: 'The date that the page gives itself.' }),
  modified: annotate(nullable(date), { description: 'The latest date that it gives itself, if that is another.' }),
  /** For a conditional request. */
  etag: nullable(anyText),
  lastModified: nullable(anyText),
});

/** A quote as it was looked for on the page. */
export interface SeenQuote extends AcceptedValue<typeof seenQuote> {}

const seenQuote = namedMapping('SeenQuote', 'A quote as it was looked for on the page.', {
  text: anyText,
  prefix: nullable(anyText),
  suffix: nullable(anyText),
  state: quoteState,
  nearest: annotate(nullable(anyText), { description: 'The words on the page that are most like it.' }),
});

/** What was seen of one address. */
export interface SeenSource extends AcceptedValue<typeof seenSource> {}

const seenSource = namedMapping('SeenSource', 'What was seen of one address.', {
  page: nullable<SeenPage>(seenPage),
  missed: annotate(
    nullable(
      mapping({
        /** Of a page that is gone, the first day; of any other, the last one. */
        day,
        status: nullable(wholeNumber(100, 599)),
        reason: missReason,
      }),
    ),
    { description: 'The last attempt, if it did not read the page.' },
  ),
  /** In the order of their texts. */
  quotes: list<SeenQuote>(seenQuote),
  pin: annotate(
    nullable(
      mapping({
        day,
        by: nullable(anyText),
        /** The hash of the page that was looked at; null where none had been read. */
        hash: nullable(anyText),
      }),
    ),
    { description: 'A person has looked at it.' },
  ),
});

/** What was seen of the sources of all descriptions in a folder, by address. */
export interface Lock extends AcceptedValue<typeof lockFile> {
  /** The quotes of local documents, by the id of the source: looked for on every run, and never in the file. */
  readonly files?: Readonly<Record<string, readonly SeenQuote[]>>;
}

export const lockFile = mapping({
  lockVersion: literal(1),
  sources: record<SeenSource>(seenSource, webAddress),
});
