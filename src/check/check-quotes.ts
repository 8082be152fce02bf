import { getCriterionKind } from '../criteria/registry.ts';
import type { Citation, Description } from '../model/description.ts';
import type { Finding } from '../model/finding.ts';
import { toPointer } from '../model/pointer.ts';
import type { Rubric } from '../model/rubric.ts';
import { matchQuote, type NearestText } from '../prose/match-quote.ts';
import { readMatchable } from '../prose/matchable-text.ts';

/** The text of the file that a source names, as it was found. */
export type CitedFile =
  | { readonly status: 'read'; readonly text: string }
  | { readonly status: 'missing' }
  /** `says`: what is wrong with it, as the end of a sentence. */
  | { readonly status: 'unread'; readonly says: string };

/** One quote under answers to this many criteria carries some of them by accident. */
const MANY_ANSWERS = 3;

interface PlacedQuote extends Citation {
  readonly quote: string;
  readonly criterion: string;
  readonly at: Finding['at'];
}

function listQuotes({ answers, placeOf }: Description, { criteria }: Rubric): readonly PlacedQuote[] {
  return criteria.flatMap(({ id: criterion, dimension, kind }) => {
    const answer = answers[criterion];
    if (answer?.status !== 'answered') return [];
    const citations = getCriterionKind(kind).citations(answer.value as never);
    return citations.flatMap(({ path, quote, ...citation }) => {
      if (quote === null) return [];
      const pointer = toPointer([dimension, criterion, ...path]);
      const at = placeOf(`${pointer}/quote`) ?? placeOf(pointer) ?? placeOf(toPointer([dimension, criterion]));
      return [{ ...citation, quote, criterion, at }];
    });
  });
}

/** `Nearest: "...", which has "30" where the quote has "90".` */
function describeNearest(nearest: NearestText | null, isElsewhere: boolean): string {
  if (nearest === null) return 'It contains nothing similar.';
  if (isElsewhere) return `It has "${nearest.text}", but not between the given prefix and suffix.`;
  const [first] = nearest.differences;
  const shown = `Nearest: "${nearest.text}"`;
  if (first === undefined) return `${shown}.`;
  if (first.text === '') return `${shown}, which lacks "${first.quoted}".`;
  if (first.quoted === '') return `${shown}, which also has "${first.text}".`;
  return `${shown}, which has "${first.text}" instead of "${first.quoted}".`;
}

function collectFileFindings(description: Description, files: ReadonlyMap<string, CitedFile>): readonly Finding[] {
  return description.sources.flatMap(({ id: subject, file }): readonly Finding[] => {
    const found = files.get(subject);
    if (found === undefined || found.status === 'read') return [];
    const at = description.placeOf(toPointer(['sources', subject, 'file']));
    const detail = { file: file ?? '', ...(found.status === 'unread' ? { says: found.says } : {}) };
    return [{ id: found.status === 'missing' ? 'source/file-missing' : 'source/file-unread', subject, detail, at }];
  });
}

function collectReuse(quotes: readonly PlacedQuote[]): readonly Finding[] {
  const groups = new Map<string, PlacedQuote[]>();
  for (const quote of quotes) {
    const key = `${quote.id} ${readMatchable(quote.quote).letters.trim()}`;
    groups.set(key, [...(groups.get(key) ?? []), quote]);
  }
  return [...groups.values()].flatMap((group): readonly Finding[] => {
    const criteria = [...new Set(group.map(({ criterion }) => criterion))];
    const [first] = group;
    if (first === undefined || criteria.length < MANY_ANSWERS) return [];
    const detail = { quote: first.quote, criterion: criteria.join(', ') };
    return [{ id: 'quote/reused', subject: first.id, detail, at: first.at }];
  });
}

/** What is wrong with the quotes of a description. @param files the local documents that its sources name, by the id of the source. */
export function checkQuotes(
  description: Description,
  files: ReadonlyMap<string, CitedFile>,
  rubric: Rubric,
): readonly Finding[] {
  const quotes = listQuotes(description, rubric);
  const { negations } = rubric.statements;
  const texts = new Map(
    [...files].flatMap(([id, file]) => (file.status === 'read' ? [[id, readMatchable(file.text)] as const] : [])),
  );
  const matched = quotes.flatMap(({ id: subject, quote, prefix, suffix, criterion, at }): readonly Finding[] => {
    const text = texts.get(subject);
    const match = matchQuote(quote, text ?? '', { prefix, suffix, negations });
    const detail = { quote, criterion };
    if (match.status === 'too-short') return [{ id: 'quote/too-short', subject, detail, at }];
    if (text === undefined || match.status === 'found') return [];
    const file = description.sources.find(({ id }) => id === subject)?.file ?? '';
    const nearest = describeNearest(match.nearest, match.status === 'elsewhere');
    return [{ id: 'quote/not-found', subject, detail: { ...detail, file, nearest }, at }];
  });
  return [...collectFileFindings(description, files), ...matched, ...collectReuse(quotes)];
}
