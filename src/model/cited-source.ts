import { missReason, quoteState } from './lock.ts';
import { headFields } from './report.ts';
import {
  type AcceptedValue,
  annotate,
  anyText,
  booleanValue,
  list,
  mapping,
  namedMapping,
  nullable,
  numberWithin,
  oneOf,
} from './schema/schema.ts';
import { problem, share, texts } from './schema/values.ts';

/** Words of a source that answers rest on. */
export interface CitedWords extends AcceptedValue<typeof citedWords> {}

const citedWords = mapping({
  text: anyText,
  /** null where it was not looked for. */
  state: nullable(quoteState),
  nearest: nullable(anyText),
});

/** A source of a description, with what the lock file says of it. */
export interface CitedSource extends AcceptedValue<typeof citedSource> {}

const citedSource = namedMapping('CitedSource', 'A source, with what the lock file says of it.', {
  id: anyText,
  title: anyText,
  kind: anyText,
  url: nullable(anyText),
  archive: nullable(anyText),
  criteria: annotate(texts, { description: 'Criteria whose answers cite it.' }),
  carries: annotate(share, { description: 'Share of what is shown that would be lost without it.' }),
  /** `closed`: it has no address. */
  state: oneOf(['read', 'archived', 'gone', 'unclear', 'not-opened', 'closed']),
  /** When the page was last read, or found to be gone. */
  day: nullable(anyText),
  /** Why the last attempt did not read it. */
  reason: nullable(missReason),
  status: nullable(numberWithin()),
  isChanged: annotate(booleanValue, { description: 'The page is no longer as it was when it was pinned.' }),
  pin: nullable(mapping({ day: anyText, by: nullable(anyText) })),
  /** The dates that the page gives itself. */
  published: nullable(anyText),
  modified: nullable(anyText),
  quotes: list<CitedWords>(citedWords),
});

/** What one description cites, that which carries most first. */
export interface CitedSources extends AcceptedValue<typeof citedSources> {}

const citedSources = namedMapping('CitedSources', 'What one description cites.', {
  name: anyText,
  file: nullable(anyText),
  verified: annotate(share, { description: 'Share of what is shown that rests on quotes that were found.' }),
  sources: list<CitedSource>(citedSource),
});

/** The JSON output of `sources`. */
export interface SourcesJson extends AcceptedValue<typeof sourcesFile> {}

export const sourcesFile = mapping({ ...headFields, lists: list<CitedSources>(citedSources), problems: list(problem) });
