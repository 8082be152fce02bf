import type { GradedEvidence } from '../criteria/criterion-kind.ts';
import { addMonths, type Day, parseFirstDay } from '../model/day.ts';
import type { Description, Source } from '../model/description.ts';
import { type Level, minLevel } from '../model/level.ts';
import { toPointer } from '../model/pointer.ts';
import type { LoweringReason, SourceUse } from '../model/report.ts';
import type { CitedDocument, Criterion, Evidence, Grade, Rubric } from '../model/rubric.ts';
import { isAtLocation, listOwnLocations, type WebLocation } from './own-hosts.ts';

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
  grade(ids: readonly string[]): GradedEvidence;
  gradeReference(reference: CitedDocument): GradedEvidence;
  weaker(a: GradedEvidence, b: GradedEvidence): GradedEvidence;
  use(id: string): SourceUse | null;
}

/** What is the same of a source on every criterion. */
interface SourceFacts {
  readonly source: Source;
  /** Its grade before its age counts. */
  readonly rank: number;
  /** Why that is lower than its kind's; null where it is not. */
  readonly held: LoweringReason | null;
  readonly date: string | null;
}

function readSourceFacts(
  source: Source,
  description: Description,
  { evidence, hosts }: Rubric,
  own: readonly WebLocation[],
): SourceFacts {
  const kind = evidence.kinds.find((entry) => entry.id === source.kind);
  const start = kind === undefined ? 0 : findGradeRank(evidence, kind.grade);
  const limit = findGradeRank(evidence, evidence.own_host_cap);
  // A live document is as old as its last reading.
  const date = source.published ?? (kind?.live === true ? source.accessed : null);
  if (start <= limit) return { source, rank: start, held: null, date };
  if (own.some((place) => isAtLocation(source.url, place, hosts)))
    return { source, rank: limit, held: 'own-host', date };
  const isHostKnown = description.website !== null;
  return { source, rank: isHostKnown ? start : limit, held: isHostKnown ? null : 'host-unknown', date };
}

/** The highest level that evidence of a grade carries on a criterion: the grade's own cap, or a lower one of the criterion. */
export function findGradeCap({ id, cap }: Grade, { caps }: Pick<Criterion, 'caps'>): Level {
  return minLevel(cap, caps[id] ?? cap);
}

function findGradeAtRank(rank: number, criterion: Criterion, evidence: Evidence): Omit<GradedEvidence, 'sources'> {
  const grade = evidence.grades[Math.max(0, rank)] ?? evidence.grades[0];
  if (grade === undefined) throw new Error('the rubric has no evidence grades');
  const cap = findGradeCap(grade, criterion);
  return { grade, cap, capAt: () => cap };
}

/** The grade of a document that a register of the rubric cites, on one criterion and day. */
export function gradeCitedDocument(
  reference: CitedDocument,
  criterion: Criterion,
  evidence: Evidence,
  asOf: Day,
): Omit<GradedEvidence, 'sources'> {
  const kind = evidence.kinds.find((entry) => entry.id === reference.kind);
  const start = kind === undefined ? 0 : findGradeRank(evidence, kind.grade);
  const day = reference.date === null ? null : parseFirstDay(reference.date);
  // The register belongs to the rubric: a figure that it learned after `asOf` is still its own knowledge.
  const isLater = day !== null && day > asOf;
  const rank = isLater ? start : lowerByAge(start, reference.date, criterion.max_age_months, asOf).rank;
  return findGradeAtRank(rank, criterion, evidence);
}

/** Grades the sources of a description at `asOf`, criterion by criterion. An id that is not listed counts as no source. */
export function createGraders(description: Description, rubric: Rubric, asOf: Day): (criterion: Criterion) => Grader {
  const { evidence } = rubric;
  const own = listOwnLocations(description, rubric.hosts);
  const known = new Map<string, SourceFacts>();
  const knownById = (id: string): SourceFacts | null => {
    const held = known.get(id);
    if (held !== undefined) return held;
    const source = description.sources.find((entry) => entry.id === id);
    if (source === undefined) return null;
    const fresh = readSourceFacts(source, description, rubric, own);
    known.set(id, fresh);
    return fresh;
  };
  return (criterion) => createGrader(criterion, description, evidence, asOf, knownById);
}

function createGrader(
  criterion: Criterion,
  description: Description,
  evidence: Evidence,
  asOf: Day,
  knownById: (id: string) => SourceFacts | null,
): Grader {
  const gradedAs = (rank: number, sources: readonly SourceUse[]): GradedEvidence => ({
    ...findGradeAtRank(rank, criterion, evidence),
    sources,
  });

  const use = (id: string): SourceUse | null => {
    const known = knownById(id);
    if (known === null) return null;
    const { title, url, kind } = known.source;
    const { rank, lowered } = lowerByAge(known.rank, known.date, criterion.max_age_months, asOf);
    return {
      id,
      title,
      url,
      kind,
      date: known.date,
      grade: findGradeAtRank(rank, criterion, evidence).grade.id,
      lowered: known.held === null ? lowered : [known.held, ...lowered],
      at: description.placeOf(toPointer(['sources', id])),
    };
  };

  return {
    use,
    grade(ids) {
      const unique = [...new Set(ids)].sort();
      const sources = unique.map(use).filter((entry) => entry !== null);
      return gradedAs(Math.max(0, ...sources.map((entry) => findGradeRank(evidence, entry.grade))), sources);
    },
    gradeReference: (reference) => ({ ...gradeCitedDocument(reference, criterion, evidence, asOf), sources: [] }),
    weaker(a, b) {
      const [low] = [a, b].sort((x, y) => findGradeRank(evidence, x.grade.id) - findGradeRank(evidence, y.grade.id));
      const capAt = (level: Level) => minLevel(a.capAt(level), b.capAt(level));
      return { ...(low ?? a), capAt, sources: [...a.sources, ...b.sources] };
    },
  };
}
