import { type AcceptedValue, list, mapping, orNull, record, trimmedText, webAddress } from './schema/schema.ts';
import { day, id } from './schema/values.ts';

/** One statement of the source article, or one of our own. */
export interface Claim extends AcceptedValue<typeof claim> {}

const claim = mapping({
  id,
  section: id,
  text: trimmedText,
  /** Why the claim is kept although no entry rests on it; null where one does. */
  context: orNull(trimmedText),
  /** What the article says instead, and why this is added; null where the claim is the article's. */
  own: orNull(trimmedText),
});

/** The article that the rubric rests on. */
export interface SourceArticle extends AcceptedValue<typeof claimsFile> {}

export const claimsFile = mapping({
  source: mapping({
    title: trimmedText,
    authors: list(trimmedText, 1),
    published: day,
    urls: list(webAddress, 1),
  }),
  sections: record(trimmedText, id),
  claims: list<Claim>(claim, 1),
});
