import { getCriterionKind } from '../criteria/registry.ts';
import type { Description } from '../model/description.ts';
import type { Span } from '../model/diagnostic.ts';
import { toPointer } from '../model/pointer.ts';
import type { Finding, LoweringReason, RuleId, SourceUse } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { findSeenQuote, findSight } from '../model/sight.ts';
import { findContradictions } from './contradictions.ts';
import { createSourceReader, type SourceFacts } from './evidence.ts';
import { readOwnHosts } from './own-hosts.ts';
import type { CriterionReading } from './read-answers.ts';

/** The findings about lowered grades; one on the website speaks for all sources whose owner it leaves open. */
const LOWERING_FINDINGS: Readonly<Record<LoweringReason, RuleId | null>> = {
  'after-as-of': 'source/after-as-of',
  stale: 'source/stale',
  undated: 'source/undated',
  'own-host': 'source/own-host',
  'not-public': 'source/not-published',
  'host-unknown': null,
  'owner-hidden': 'source/owner-hidden',
  'kind-unlikely': 'source/kind-unlikely',
  'kind-off-criterion': 'source/kind-off-criterion',
  'own-word': 'source/own-word',
  gone: null,
  'quote-missing': null,
};

/** Lowerings that are told only where they cost the answer something: any document shows that there is nothing. */
const TOLD_AT_A_COST: readonly LoweringReason[] = ['kind-off-criterion', 'own-word'];

function collectLoweringFindings(use: SourceUse, criterion: string, costs: boolean): readonly Finding[] {
  return use.lowered.flatMap((lowering) => {
    const id = costs || !TOLD_AT_A_COST.includes(lowering) ? LOWERING_FINDINGS[lowering] : null;
    const detail = { criterion, kind: use.kind, ...(use.date === null ? {} : { date: use.date }) };
    return id === null ? [] : [{ id, subject: use.id, detail, at: use.at }];
  });
}

/** What the lock says against a source as an answer cites it. */
function collectSightFindings(use: SourceUse, criterion: string, { lock, sources }: Description): readonly Finding[] {
  const source = sources.find(({ id }) => id === use.id);
  const sight = lock === undefined || source === undefined ? null : findSight(lock, source);
  if (sight === null) return [];
  const { id: subject, at } = use;
  const since = sight.own?.missed?.day ?? '';
  const gone: readonly Finding[] =
    sight.state === 'gone' ? [{ id: 'source/gone', subject, detail: { criterion, since }, at }] : [];
  const quotes = use.quotes.flatMap(({ text, prefix, suffix, seen }): readonly Finding[] => {
    if (seen === undefined || seen === 'found') return [];
    const nearest = findSeenQuote(sight, { text, prefix, suffix })?.nearest ?? '';
    const words = (sight.state === 'archived' ? sight.copy : sight.own)?.page?.words;
    const where = words === undefined ? (source?.file ?? subject) : `the page of ${subject} (${words} words read)`;
    return [{ id: `quote/${seen}`, subject, detail: { criterion, quote: text, nearest, where }, at }];
  });
  return [...gone, ...quotes];
}

/** What the address of a source says against the rest of its entry. */
function collectAddressFindings({ source, owner, olderDate }: SourceFacts, at: Span | null): readonly Finding[] {
  const { id: subject, url, published } = source;
  return [
    ...(owner === 'looks-own' ? [{ id: 'source/looks-own' as const, subject, detail: { url: url ?? '' }, at }] : []),
    ...(olderDate === null
      ? []
      : [{ id: 'source/date-unlikely' as const, subject, detail: { date: published ?? '', older: olderDate }, at }]),
  ];
}

/** What the website says of the sources: none is named, or none of the sources is on what the project claims. */
function collectWebsiteFindings(
  { name, website, sources, placeOf }: Description,
  isRooted: boolean,
): readonly Finding[] {
  if (sources.every(({ url }) => url === null)) return [];
  if (website === null) return [{ id: 'website/missing', subject: name, detail: {}, at: null }];
  return isRooted ? [] : [{ id: 'website/without-source', subject: website, detail: {}, at: placeOf('/website') }];
}

/** All ids that an answer cites, also on a criterion that does not apply. */
function listCitedIds({ criterion }: CriterionReading, description: Description): readonly string[] {
  const answer = description.answers[criterion.id];
  if (answer?.status !== 'answered') return [];
  return getCriterionKind(criterion.kind)
    .citations(answer.value as never)
    .map(({ id }) => id);
}

function collectReadingFindings(reading: CriterionReading, description: Description): readonly Finding[] {
  const { criterion } = reading;
  const at = description.placeOf(toPointer([criterion.dimension, criterion.id]));
  if (reading.status === 'not-applicable' && description.answers[criterion.id]?.status === 'answered') {
    return [{ id: 'answer/not-applicable', subject: criterion.id, detail: {}, at }];
  }
  if (reading.status !== 'answered') return [];
  const against = reading.disputedBy.map((use) => use.id).join(', ');
  const disputed: readonly Finding[] =
    against === '' ? [] : [{ id: 'answer/disputed', subject: criterion.id, detail: { source: against }, at }];
  const { graded, findings, levels } = reading.reading;
  const bare: readonly Finding[] =
    levels.claimed > 0 && graded.cap === 0 ? [{ id: 'answer/unsupported', subject: criterion.id, detail: {}, at }] : [];
  return [
    ...findings,
    ...bare,
    ...disputed,
    ...graded.sources.flatMap((use) => collectLoweringFindings(use, criterion.id, levels.supported < levels.claimed)),
    ...graded.sources.flatMap((use) => collectSightFindings(use, criterion.id, description)),
  ];
}

/** One finding for a source, or a quote of it, that several answers cite, with the answers in order. */
function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const bySubject = new Map<string, Finding>();
  for (const finding of findings) {
    const rest = finding.detail['criterion'] === undefined ? JSON.stringify(finding.detail) : finding.detail['quote'];
    const key = `${finding.id} ${finding.subject} ${rest ?? ''}`;
    const held = bySubject.get(key);
    const criteria = [held?.detail['criterion'], finding.detail['criterion']].filter((entry) => entry !== undefined);
    const detail =
      criteria.length === 0 ? finding.detail : { ...finding.detail, criterion: [...new Set(criteria)].join(', ') };
    bySubject.set(key, { ...finding, detail });
  }
  return [...bySubject.values()];
}

function toSortKey(finding: Finding): string {
  return `${finding.id} ${finding.subject} ${JSON.stringify(finding.detail)}`;
}

/** All findings about the answers and sources, in an order that does not depend on that of the file. */
export function collectFindings(
  description: Description,
  rubric: Rubric,
  readings: readonly CriterionReading[],
  more: readonly Finding[],
): readonly Finding[] {
  const cited = new Set(readings.flatMap((reading) => listCitedIds(reading, description)));
  const placeOf = (id: string) => description.placeOf(toPointer(['sources', id]));
  const readFacts = createSourceReader(description, rubric);
  const all = [
    ...more,
    ...collectWebsiteFindings(description, readOwnHosts(description, rubric.hosts).isRooted),
    ...findContradictions(description, readings, rubric),
    ...readings.flatMap((reading) => collectReadingFindings(reading, description)),
    ...description.sources.flatMap((source): readonly Finding[] =>
      cited.has(source.id)
        ? collectAddressFindings(readFacts(source), placeOf(source.id))
        : [{ id: 'source/uncited', subject: source.id, detail: {}, at: placeOf(source.id) }],
    ),
  ];
  const keyed = mergeFindings(all).map((finding) => ({ finding, key: toSortKey(finding) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ finding }) => finding);
}
