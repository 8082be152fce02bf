import type { GradedEvidence } from '../criteria/criterion-kind.ts';
import { addMonths, type Day, parseFirstDay } from '../model/day.ts';
import type { Citation, Description, Source } from '../model/description.ts';
import { type Level, minLevel } from '../model/level.ts';
import { toPointer } from '../model/pointer.ts';
import type { HostRegister } from '../model/register.ts';
import { rememberByPair } from '../model/remember.ts';
import type { LoweringReason, SourceUse } from '../model/report.ts';
import type { CitedDocument, Criterion, Evidence, Grade, Rubric, SourceKind } from '../model/rubric.ts';
import { findPageDate, findSeenQuote, findSight, isQuoteMissing, type Sight } from '../model/sight.ts';
import { findOwner, isOnPlace, type Ownership, readOwnHosts } from './own-hosts.ts';
import type { WebLocation } from './web-location.ts';

function findGradeRank(evidence: Evidence, grade: string): number {
  return evidence.grades.findIndex((entry) => entry.id === grade);
}

/** One grade lower for a document without a date or older than `months` at `asOf`; none at all for a later one. */
function lowerByAge(
  rank: number,
  date: string | null,
  months: number,
  asOf: Day,
): { readonly rank: number; readonly lowered: readonly LoweringReason[] } {
  const day = date === null ? null : parseFirstDay(date);
  if (day === null) return { rank: Math.max(0, rank - 1), lowered: ['undated'] };
  if (day > asOf) return { rank: 0, lowered: ['after-as-of'] };
  return addMonths(day, months) < asOf ? { rank: Math.max(0, rank - 1), lowered: ['stale'] } : { rank, lowered: [] };
}

/** What evidence carries on one criterion of one description. */
export interface Grader {
  grade(citations: readonly Citation[]): GradedEvidence;
  gradeReference(reference: CitedDocument): GradedEvidence;
  weaker(a: GradedEvidence, b: GradedEvidence): GradedEvidence;
  /** Each source that is cited, once, in order of id; a citation of an unlisted source does not count. */
  use(citations: readonly Citation[]): readonly SourceUse[];
}

/** What is the same of a source on every criterion. */
export interface SourceFacts {
  readonly source: Source;
  /** Where its address leads; null for none. */
  readonly place: WebLocation | null;
  readonly owner: Ownership;
  /** Its grade before its age and the criterion count. */
  readonly rank: number;
  /** Why that is lower than its kind's. */
  readonly lowered: readonly LoweringReason[];
  /** The date that its age is judged on. */
  readonly date: string | null;
  /** The latest date that the page gives itself, where that is before `date`. */
  readonly pageDate: string | null;
  /** The day or month that its address, its archived copy or its page bears, where that is long before `published`. */
  readonly olderDate: string | null;
  /** What the lock says of it; null without a lock. */
  readonly sight: Sight | null;
}

/** True where the first day of a date is before that of another. */
function isBefore(date: string, other: string): boolean {
  return (parseFirstDay(date) ?? '') < (parseFirstDay(other) ?? '');
}

/**
 * The date of a document: what it bears, or for a live one the day it was read, or else the latest event that it reports. Where only
 * bounds are known it is the earlier one, or null: what lies between is open, as an answer's age bears on supported alone.
 */
function findDate(
  { published, accessed, not_before }: Source,
  place: WebLocation | null,
  archived: string | null,
  isLive: boolean,
): string | null {
  // A copy was read when it was made, whenever somebody looked at it, and holds nothing younger.
  const copied = place?.copied ?? archived;
  const read = place?.copied ?? accessed ?? archived;
  if (published !== null) return copied !== null && isBefore(copied, published) ? copied : published;
  if (isLive && read !== null) return read;
  return not_before != null && read !== null && !isBefore(read, not_before) ? not_before : null;
}

/** A year or a date in a path, as a day or a month. */
function findPathDate({ path }: WebLocation): string | null {
  const [, year, month, day] =
    /(?:^|[/_-])((?:19|20)\d\d)(?:[/_-]?([01]\d)(?:[/_-]?([0-3]\d))?)?(?=[/_.-]|$)/.exec(path) ?? [];
  if (year === undefined) return null;
  const dates = [`${year}-${month}-${day}`, `${year}-${month}`, `${year}-12`];
  return dates.find((date) => parseFirstDay(date) !== null) ?? null;
}

/** The date of a copy, a path or a page that is more than a year before the one that the document is said to bear. */
function findOlderDate(
  { published }: Source,
  place: WebLocation | null,
  others: readonly (string | null)[],
): string | null {
  const said = published === null ? null : parseFirstDay(published);
  if (said === null || place === null) return null;
  const older = [place.copied, ...others, findPathDate(place)].find((date) => {
    const day = date === null ? null : parseFirstDay(date);
    return day !== null && addMonths(day, 12) < said;
  });
  return older ?? null;
}

/** What speaks against the kind that a source is said to be; a statement by anybody may stand anywhere. */
function listContradictions(
  kind: SourceKind,
  place: WebLocation | null,
  owner: Ownership,
  hosts: HostRegister,
): readonly LoweringReason[] {
  const places = place === null ? [] : [place, ...place.through];
  const isOn = (id: string) => places.some((one) => isOnPlace(one, id, hosts));
  const isOnly = places.length > 0 && places.every((one) => kind.only_on.some((id) => isOnPlace(one, id, hosts)));
  const isUnlikely = kind.not_on.some(isOn) || (kind.only_on.length > 0 && !isOnly);
  const isOwn = kind.other_hand && (owner === 'own' || owner === 'looks-own');
  return [...(isUnlikely ? ['kind-unlikely' as const] : []), ...(isOwn ? ['own-host' as const] : [])];
}

/** What the addresses and kinds of a description's sources come to, whatever cites them; worked out once for each. */
export const createSourceReader = rememberByPair(prepareSourceReader);

function prepareSourceReader(description: Description, { evidence, hosts }: Rubric): (source: Source) => SourceFacts {
  const own = readOwnHosts(description, hosts);
  const rankOf = (grade: string) => findGradeRank(evidence, grade);
  const { lock } = description;
  const read = (source: Source): SourceFacts => {
    const place = source.url === null ? null : own.locate(source.url);
    const archived = source.archive == null ? null : (own.locate(source.archive)?.copied ?? null);
    const sight = lock === undefined ? null : findSight(lock, source);
    const kind = evidence.kinds.find((entry) => entry.id === source.kind);
    // What nobody else can open is the word of whoever hands it over, whatever it is called.
    const isClosed = source.url === null;
    const owner = isClosed ? 'own' : own.judge(place);
    const date = findDate(source, place, archived, kind?.live === true);
    const pageDate = source.published === null || sight?.own?.page == null ? null : findPageDate(sight.own.page);
    const shared = {
      source,
      place,
      owner,
      sight,
      date,
      pageDate: pageDate !== null && date !== null && isBefore(pageDate, date) ? pageDate : null,
      olderDate: findOlderDate(source, place, [archived, pageDate]),
    };
    const start = kind === undefined ? 0 : rankOf(kind.grade);
    if (kind === undefined || start <= rankOf(evidence.contradicted_cap))
      return { ...shared, rank: start, lowered: [] };
    if (isClosed) return { ...shared, rank: rankOf(evidence.contradicted_cap), lowered: ['not-public'] };
    const contradictions = listContradictions(kind, place, owner, hosts);
    const isHidden = place === null || findOwner(place, hosts) === null;
    const lowered = [
      ...contradictions,
      ...(owner === 'unknown' ? [isHidden ? ('owner-hidden' as const) : ('host-unknown' as const)] : []),
    ];
    const isContradicted = contradictions.length > 0 || (kind.other_hand && owner === 'unknown');
    const limits = [
      ...(isContradicted ? [rankOf(evidence.contradicted_cap)] : []),
      ...(owner === 'unknown' ? [rankOf(evidence.unknown_owner_cap)] : []),
    ];
    return { ...shared, rank: Math.min(start, ...limits), lowered };
  };
  const known = new Map<Source, SourceFacts>();
  return (source) => {
    const facts = known.get(source) ?? read(source);
    known.set(source, facts);
    return facts;
  };
}

/** The highest level that evidence of a grade carries on a criterion: the grade's own cap, or a lower one of the criterion. */
export function findGradeCap({ id, cap }: Grade, { caps }: Pick<Criterion, 'caps'>): Level {
  return minLevel(cap, caps[id] ?? cap);
}

/** The kinds of sources that can carry a level of the criterion. */
export function listCarryingKinds(level: Level, criterion: Criterion, { evidence }: Rubric): readonly string[] {
  const carrying = evidence.grades.filter((grade) => findGradeCap(grade, criterion) >= level).map(({ id }) => id);
  const kinds = evidence.kinds.filter(({ grade }) => carrying.includes(grade)).map(({ id }) => id);
  return criterion.needs.kinds.filter((kind) => kinds.includes(kind));
}

function findGradeAtRank(
  rank: number,
  criterion: Criterion,
  evidence: Evidence,
): Pick<GradedEvidence, 'grade' | 'cap'> {
  const grade = evidence.grades[Math.max(0, rank)] ?? evidence.grades[0];
  if (grade === undefined) throw new Error('the rubric has no evidence grades');
  return { grade, cap: findGradeCap(grade, criterion) };
}

/** The grade of a document that a register of the rubric cites, on one criterion and day. */
export function gradeCitedDocument(
  reference: CitedDocument,
  criterion: Criterion,
  evidence: Evidence,
  asOf: Day,
): Pick<GradedEvidence, 'grade' | 'cap'> {
  const kind = evidence.kinds.find((entry) => entry.id === reference.kind);
  const start = kind === undefined ? 0 : findGradeRank(evidence, kind.grade);
  const day = reference.date === null ? null : parseFirstDay(reference.date);
  // The register belongs to the rubric: a figure that it learned after `asOf` is still its own knowledge.
  const isLater = day !== null && day > asOf;
  const rank = isLater ? start : lowerByAge(start, reference.date, criterion.max_age_months, asOf).rank;
  return findGradeAtRank(rank, criterion, evidence);
}

/**
 * Grades the sources of a description at `asOf`, criterion by criterion. An id that is not listed counts as no source.
 * @param dropped ids of sources that carry nothing.
 */
export function createGraders(
  description: Description,
  rubric: Rubric,
  asOf: Day,
  dropped: readonly string[] = [],
): (criterion: Criterion) => Grader {
  const { evidence } = rubric;
  const readFacts = createSourceReader(description, rubric);
  const byId = new Map(description.sources.map((source) => [source.id, source]));
  const knownById = (id: string): SourceFacts | null => {
    const source = byId.get(id);
    if (source === undefined) return null;
    const facts = readFacts(source);
    return dropped.includes(id) ? { ...facts, rank: 0, lowered: [] } : facts;
  };
  return (criterion) => createGrader(criterion, description, evidence, asOf, knownById);
}

function listQuotes(citations: readonly Citation[], sight: Sight | null): SourceUse['quotes'] {
  return citations.flatMap(({ quote: text, prefix, suffix, page }) => {
    if (text === null) return [];
    const seen = sight === null ? null : findSeenQuote(sight, { text, prefix, suffix });
    return [{ text, prefix, suffix, page, ...(seen === null ? {} : { seen: seen.state }) }];
  });
}

function createGrader(
  criterion: Criterion,
  description: Description,
  evidence: Evidence,
  asOf: Day,
  knownById: (id: string) => SourceFacts | null,
): Grader {
  const contradicted = findGradeRank(evidence, evidence.contradicted_cap);

  /** By the date of the description and, where that is earlier, by that of the page; the lower grade counts. */
  const lowerByDates = (rank: number, { date, pageDate }: SourceFacts) => {
    const months = criterion.max_age_months;
    const byDate = { ...lowerByAge(rank, date, months, asOf), date };
    const byPage = pageDate === null ? byDate : { ...lowerByAge(rank, pageDate, months, asOf), date: pageDate };
    return byPage.rank < byDate.rank ? byPage : byDate;
  };

  const useSource = (id: string, citations: readonly Citation[]): readonly SourceUse[] => {
    const known = knownById(id);
    if (known === null) return [];
    const { sight } = known;
    const { title, url, file = null, kind } = known.source;
    const { kinds, from_others } = criterion.needs;
    const isMore = known.rank > contradicted;
    const offCriterion: readonly LoweringReason[] = [
      ...(isMore && !kinds.includes(kind) ? (['kind-off-criterion'] as const) : []),
      ...(isMore && from_others && known.owner !== 'other' ? (['own-word'] as const) : []),
    ];
    const borne = offCriterion.length > 0 ? contradicted : known.rank;
    const { rank, lowered, date } = lowerByDates(borne, known);
    const missing: readonly LoweringReason[] = [
      ...(sight?.state === 'gone' ? (['gone'] as const) : []),
      ...(sight !== null && citations.every((citation) => isQuoteMissing(sight, citation))
        ? (['quote-missing'] as const)
        : []),
    ];
    return [
      {
        id,
        title,
        url,
        file,
        kind,
        date,
        grade: findGradeAtRank(missing.length > 0 ? 0 : rank, criterion, evidence).grade.id,
        lowered: [...known.lowered, ...offCriterion, ...lowered, ...missing],
        quotes: listQuotes(citations, sight),
        at: description.placeOf(toPointer(['sources', id])),
      },
    ];
  };

  const use = (citations: readonly Citation[]): readonly SourceUse[] =>
    [...new Set(citations.map(({ id }) => id))].sort().flatMap((id) =>
      useSource(
        id,
        citations.filter((citation) => citation.id === id),
      ),
    );

  /** The best of some sources. */
  const gradeUses = (uses: readonly SourceUse[]) =>
    findGradeAtRank(Math.max(0, ...uses.map(({ grade }) => findGradeRank(evidence, grade))), criterion, evidence);

  return {
    use,
    grade(citations) {
      const sources = use(citations);
      const all = gradeUses(sources);
      const gradeByOthers = () => gradeUses(sources.filter(({ id }) => knownById(id)?.owner === 'other'));
      const capAt = (level: Level) => (criterion.levels[level]?.other_hand === true ? gradeByOthers().cap : all.cap);
      return { ...all, capAt, sources };
    },
    gradeReference(reference) {
      const graded = gradeCitedDocument(reference, criterion, evidence, asOf);
      return { ...graded, capAt: () => graded.cap, sources: [] };
    },
    weaker(a, b) {
      const [low] = [a, b].sort((x, y) => findGradeRank(evidence, x.grade.id) - findGradeRank(evidence, y.grade.id));
      const capAt = (level: Level) => minLevel(a.capAt(level), b.capAt(level));
      return { ...(low ?? a), capAt, sources: [...a.sources, ...b.sources] };
    },
  };
}
