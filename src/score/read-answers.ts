import type { AnswerReading } from '../criteria/criterion-kind.ts';
import { getCriterionKind } from '../criteria/registry.ts';
import type { Day } from '../model/day.ts';
import { type Description, UNKNOWN_ANSWER, type UnknownAnswer } from '../model/description.ts';
import { type Bounds, HIGHEST, type Level, LOWEST } from '../model/level.ts';
import type { SourceUse } from '../model/report.ts';
import type { Criterion, Rubric, Track } from '../model/rubric.ts';
import { createGraders, type Grader } from './evidence.ts';

/** What a description comes to on one criterion. */
export type CriterionReading =
  | { readonly status: 'not-applicable'; readonly criterion: Criterion; readonly reason: string }
  | (UnknownAnswer & { readonly criterion: Criterion; readonly stated: boolean; readonly levels: Bounds<Level> })
  | {
      readonly status: 'answered';
      readonly criterion: Criterion;
      readonly reading: AnswerReading;
      readonly levels: Bounds<Level>;
      readonly disputedBy: readonly SourceUse[];
    };

export type AnsweredReading = Extract<CriterionReading, { status: 'answered' }>;

/** Unknown counts as the lowest level where evidence is asked for, and as the highest where everything is still possible. */
const UNKNOWN: Bounds<Level> = { supported: LOWEST, claimed: LOWEST, possible: HIGHEST };

/** Why a reference has no comparison. */
const REFERENCE_NOT_COMPARED = 'A reference is what others are compared with.';

function readAnswer(
  description: Description,
  rubric: Rubric,
  criterion: Criterion,
  track: Track,
  asOf: Day,
  graderOn: (criterion: Criterion) => Grader,
): CriterionReading {
  const isOwnYardstick = description.reference && getCriterionKind(criterion.kind).hasRatio;
  const reason = isOwnYardstick ? REFERENCE_NOT_COMPARED : criterion.not_applicable[track.id];
  if (reason !== undefined) return { status: 'not-applicable', criterion, reason };
  const given = description.answers[criterion.id];
  const answer = given ?? UNKNOWN_ANSWER;
  if (answer.status === 'unknown') return { ...answer, criterion, stated: given !== undefined, levels: UNKNOWN };
  const grader = graderOn(criterion);
  const base = `/${criterion.dimension}/${criterion.id}`;
  const reading = getCriterionKind(criterion.kind).read(answer.value as never, {
    rubric,
    criterion,
    track: track.id,
    asOf,
    project: description.name,
    grade: grader.grade,
    gradeReference: grader.gradeReference,
    weaker: grader.weaker,
    span: (pointer) => description.placeOf(base + pointer) ?? description.placeOf(base),
  });
  const disputedBy = grader.use(reading.disputedBy);
  return { status: 'answered', criterion, reading, levels: reading.levels, disputedBy };
}

/** Reads the answer on any criterion, for one track and day. @param dropped ids of sources that carry nothing. */
export function createAnswerReader(
  description: Description,
  rubric: Rubric,
  track: Track,
  asOf: Day,
  dropped: readonly string[] = [],
): (criterion: Criterion) => CriterionReading {
  const graderOn = createGraders(description, rubric, asOf, dropped);
  return (criterion) => readAnswer(description, rubric, criterion, track, asOf, graderOn);
}

/** Reads every criterion of the rubric, in the rubric's order. */
export function readAnswers(
  description: Description,
  rubric: Rubric,
  track: Track,
  asOf: Day,
): readonly CriterionReading[] {
  return rubric.criteria.map(createAnswerReader(description, rubric, track, asOf));
}
