import type { Graded } from '../kinds/kind.ts';
import { addMonths, type Day, firstDay } from '../model/day.ts';
import type { Description, Source } from '../model/description.ts';
import { lowerLevel } from '../model/level.ts';
import { pointerOf } from '../model/pointer.ts';
import type { Lowering, SourceUse } from '../model/report.ts';
import type { Criterion, Evidence, Reference, Rubric } from '../model/rubric.ts';
import { isOn, ownPlaces, type Place } from './own-hosts.ts';

interface Aged {
  readonly rank: number;
  readonly lowered: readonly Lowering[];
}

function rankOf(evidence: Evidence, grade: string): number {
  return evidence.grades.findIndex((entry) => entry.id === grade);
}

/** One grade lower for a document without a date or older than `months` at `asOf`; none at all for a later one. */
function aged(rank: number, date: string | null, months: number, asOf: Day): Aged {
  const day = date === null ? null : firstDay(date);
  if (day === null) return { rank: Math.max(0, rank - 1), lowered: ['undated'] };
  if (day > asOf) return { rank: 0, lowered: ['after-as-of'] };
  return addMonths(day, months) < asOf ? { rank: Math.max(0, rank - 1), lowered: ['stale'] } : { rank, lowered: [] };
}

/** The date that a source's age is judged on: its own, or for a live document the day on which it was read. */
function dateOf(source: Source, isLive: boolean): string | null {
  return source.published ?? (isLive ? source.accessed : null);
}

/** What evidence carries on one criterion of one description. */
export interface Grader {
  grade(ids: readonly string[]): Graded;
  gradeReference(reference: Reference): Graded;
  weaker(a: Graded, b: Graded): Graded;
  use(id: string): SourceUse | null;
}

/** What is the same of a source on every criterion. */
interface Known {
  readonly source: Source;
  /** Its grade before its age counts. */
  readonly rank: number;
  /** Why that is lower than its kind's; null where it is not. */
  readonly held: Lowering | null;
  readonly date: string | null;
}

function knownOf(source: Source, description: Description, evidence: Evidence, own: readonly Place[]): Known {
  const kind = evidence.kinds.find((entry) => entry.id === source.kind);
  const start = kind === undefined ? 0 : rankOf(evidence, kind.grade);
  const limit = rankOf(evidence, evidence.own_host_cap);
  const date = dateOf(source, kind?.live ?? false);
  if (start <= limit) return { source, rank: start, held: null, date };
  const isOwn = own.some((place) => isOn(source.url, place));
  if (isOwn) return { source, rank: limit, held: 'own-host', date };
  return description.website === null
    ? { source, rank: limit, held: 'host-unknown', date }
    : { source, rank: start, held: null, date };
}

function gradeAt(rank: number, criterion: Criterion, evidence: Evidence): Omit<Graded, 'sources'> {
  const grade = evidence.grades[Math.max(0, rank)] ?? evidence.grades[0];
  if (grade === undefined) throw new Error('the rubric has no evidence grades');
  return { grade, cap: lowerLevel(grade.cap, criterion.caps[grade.id] ?? grade.cap) };
}

/** The grade of a document that a register of the rubric cites, on one criterion and day. */
export function gradeOfReference(
  reference: Reference,
  criterion: Criterion,
  evidence: Evidence,
  asOf: Day,
): Omit<Graded, 'sources'> {
  const kind = evidence.kinds.find((entry) => entry.id === reference.kind);
  const start = kind === undefined ? 0 : rankOf(evidence, kind.grade);
  const day = reference.date === null ? null : firstDay(reference.date);
  // The register belongs to the rubric: a figure that it learned after `asOf` is still its own knowledge.
  const isLater = day !== null && day > asOf;
  const rank = isLater ? start : aged(start, reference.date, criterion.max_age_months, asOf).rank;
  return gradeAt(rank, criterion, evidence);
}

/** Grades the sources of a description at `asOf`, criterion by criterion. An id that is not listed counts as no source. */
export function gradersFor(description: Description, rubric: Rubric, asOf: Day): (criterion: Criterion) => Grader {
  const { evidence } = rubric;
  const own = ownPlaces(description);
  const known = new Map<string, Known>();
  const knownById = (id: string): Known | null => {
    const held = known.get(id);
    if (held !== undefined) return held;
    const source = description.sources.find((entry) => entry.id === id);
    if (source === undefined) return null;
    const fresh = knownOf(source, description, evidence, own);
    known.set(id, fresh);
    return fresh;
  };
  return (criterion) => graderOn(criterion, { description, evidence, asOf, knownById });
}

interface Grading {
  readonly description: Description;
  readonly evidence: Evidence;
  readonly asOf: Day;
  readonly knownById: (id: string) => Known | null;
}

function graderOn(criterion: Criterion, { description, evidence, asOf, knownById }: Grading): Grader {
  const gradedAs = (rank: number, sources: readonly SourceUse[]): Graded => ({
    ...gradeAt(rank, criterion, evidence),
    sources,
  });

  const use = (id: string): SourceUse | null => {
    const known = knownById(id);
    if (known === null) return null;
    const { title, url, kind } = known.source;
    const { rank, lowered } = aged(known.rank, known.date, criterion.max_age_months, asOf);
    return {
      id,
      title,
      url,
      kind,
      date: known.date,
      grade: gradeAt(rank, criterion, evidence).grade.id,
      lowered: known.held === null ? lowered : [known.held, ...lowered],
      at: description.placeOf(pointerOf(['sources', id])),
    };
  };

  return {
    use,
    grade(ids) {
      const unique = [...new Set(ids)].sort();
      const sources = unique.map(use).filter((entry) => entry !== null);
      return gradedAs(Math.max(0, ...sources.map((entry) => rankOf(evidence, entry.grade))), sources);
    },
    gradeReference: (reference) => ({ ...gradeOfReference(reference, criterion, evidence, asOf), sources: [] }),
    weaker(a, b) {
      const [low] = [a, b].sort((x, y) => rankOf(evidence, x.grade.id) - rankOf(evidence, y.grade.id));
      return { ...(low ?? a), sources: [...a.sources, ...b.sources] };
    },
  };
}
