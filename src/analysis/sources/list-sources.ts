import { getCriterionKind } from '../../criteria/registry.ts';
import type { CitedSource, CitedSources } from '../../model/cited-source.ts';
import type { Description, Source } from '../../model/description.ts';
import type { SeenQuote } from '../../model/lock.ts';
import { toNumber, ZERO } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import { findSeenQuote, findSight, isSameQuote, NO_LOCK } from '../../model/sight.ts';
import { hasQuote, measureShown, type ShownShares } from '../../score/main-owner.ts';
import { scoreDescription } from '../../score/score-description.ts';

type QuoteWords = Pick<SeenQuote, 'text' | 'prefix' | 'suffix'>;

/** What the answers take from one source. */
interface SourceCitations {
  readonly criteria: readonly string[];
  /** Each once. */
  readonly quotes: readonly QuoteWords[];
}

/** What the answers take from each source, by its id. */
export function listCitedQuotes({ answers }: Description, { criteria }: Rubric): ReadonlyMap<string, SourceCitations> {
  const found = new Map<string, SourceCitations>();
  for (const { id: criterion, kind } of criteria) {
    const answer = answers[criterion];
    if (answer?.status !== 'answered') continue;
    for (const { id, quote, prefix, suffix } of getCriterionKind(kind).citations(answer.value as never)) {
      const held = found.get(id) ?? { criteria: [], quotes: [] };
      const words = quote === null ? [] : [{ text: quote, prefix, suffix }];
      found.set(id, {
        criteria: [...new Set([...held.criteria, criterion])],
        quotes: [...held.quotes, ...words.filter((entry) => !held.quotes.some((one) => isSameQuote(one, entry)))],
      });
    }
  }
  return found;
}

function toCitedSource(
  source: Source,
  { criteria, quotes }: SourceCitations,
  { lock = NO_LOCK }: Description,
  shares: ShownShares | null,
): CitedSource {
  const { id, title, kind, url, archive = null } = source;
  const sight = findSight(lock, source);
  const { page = null, missed = null, pin = null } = sight?.own ?? {};
  return {
    id,
    title,
    kind,
    url,
    archive,
    criteria,
    carries: toNumber(shares?.cited([id]) ?? ZERO),
    alone: toNumber(shares?.lost([id]) ?? ZERO),
    state: url === null ? 'closed' : (sight?.state ?? 'not-opened'),
    day: sight?.state === 'read' ? (page?.day ?? null) : (missed?.day ?? null),
    reason: missed?.reason ?? null,
    status: missed === null ? (page?.status ?? null) : missed.status,
    isChanged: sight?.isChanged ?? false,
    pin: pin === null ? null : { day: pin.day, by: pin.by },
    published: page?.published ?? null,
    modified: page?.modified ?? null,
    quotes: quotes.map((quote) => {
      const seen = sight === null ? null : findSeenQuote(sight, quote);
      return { text: quote.text, state: seen?.state ?? null, nearest: seen?.nearest ?? null };
    }),
  };
}

/** What a description cites, by how much of what is shown cites it, then by how much would be lost without it, then by id. */
export function listSources(description: Description, rubric: Rubric): CitedSources {
  const [score] = scoreDescription(description, rubric);
  const shares = score === undefined ? null : measureShown(description, rubric, score, description.as_of);
  const cited = listCitedQuotes(description, rubric);
  const sources = description.sources.map((source) =>
    toCitedSource(source, cited.get(source.id) ?? { criteria: [], quotes: [] }, description, shares),
  );
  const verified = shares?.where((reading) => hasQuote(reading, true));
  return {
    name: description.name,
    file: description.file,
    verified: toNumber(verified ?? ZERO),
    sources: sources.sort((a, b) => b.carries - a.carries || b.alone - a.alone || (a.id < b.id ? -1 : 1)),
  };
}
