import { missReason, quoteState } from './lock.ts';
import { headFields } from './report.ts';
import * as s from './schema/schema.ts';
import { problem, share, texts } from './schema/values.ts';

/** Words of a source that answers rest on. */
const citedWords = s.mapping({
  text: s.anyText,
  /** null where it was not looked for. */
  state: s.nullable(quoteState),
  nearest: s.nullable(s.anyText),
});

/** A source of a description, with what the lock file says of it. */
export interface CitedSource extends s.AcceptedValue<typeof citedSource> {}

const citedSource = s.namedMapping('CitedSource', 'A source, with what the lock file says of it.', {
  id: s.anyText,
  title: s.anyText,
  kind: s.anyText,
  url: s.nullable(s.anyText),
  archive: s.nullable(s.anyText),
  criteria: s.annotate(texts, { description: 'Criteria whose answers cite it.' }),
  carries: s.annotate(share, { description: 'Share of what is shown whose answers cite it, alone or with others.' }),
  alone: s.annotate(share, { description: 'Share of what is shown that would be lost without it.' }),
  /** `closed`: it has no address. */
  state: s.oneOf(['read', 'archived', 'gone', 'unclear', 'not-opened', 'closed']),
  /** When the page was last read, or found to be gone. */
  day: s.nullable(s.anyText),
  /** Why the last attempt did not read it. */
  reason: s.nullable(missReason),
  status: s.nullable(s.numberWithin()),
  isChanged: s.annotate(s.booleanValue, { description: 'The page is no longer as it was when it was pinned.' }),
  pin: s.nullable(s.mapping({ day: s.anyText, by: s.nullable(s.anyText) })),
  /** The dates that the page gives itself. */
  published: s.nullable(s.anyText),
  modified: s.nullable(s.anyText),
  quotes: s.list(citedWords),
});

/** What one description cites, that which carries most first. */
export interface CitedSources extends s.AcceptedValue<typeof citedSources> {}

const citedSources = s.namedMapping('CitedSources', 'What one description cites.', {
  name: s.anyText,
  file: s.nullable(s.anyText),
  verified: s.annotate(share, { description: 'Share of what is shown that rests on quotes that were found.' }),
  sources: s.list<CitedSource>(citedSource),
});

/** The JSON output of `sources`. */
export interface SourcesJson extends s.AcceptedValue<typeof sourcesFile> {}

export const sourcesFile = s.mapping({
  ...headFields,
  lists: s.list<CitedSources>(citedSources),
  problems: s.list(problem),
});
