import { getCriterionKind, KIND_IDS } from '../../../criteria/registry.ts';
import type { Inconsistency } from '../../../model/diagnostic.ts';
import type { Criterion, Dimension, Rubric } from '../../../model/rubric.ts';
import { HEAD_KEYS } from '../../description/description-schema.ts';
import {
  checkClaimIds,
  checkIdExists,
  FILES,
  type FileInconsistency,
  findOutOfOrder,
  type KnownIds,
} from './inconsistency.ts';

const WHY_UNREAD = 'It would be silently ignored.';

/** True if nothing compares answers of the criterion with an alternative; a kind that does not exist is reported elsewhere. */
export function lacksRatio(criterion: Criterion): boolean {
  return KIND_IDS.includes(criterion.kind) && !getCriterionKind(criterion.kind).hasRatio;
}

/** The first level with a key that the kind does not read, as it finds no fault once the key is removed; -1 for none. */
function findUnreadLevel(criterion: Criterion, key: 'option' | 'at_least'): number {
  const levels = criterion.levels.map((level) => ({ ...level, [key]: null }));
  const isRead = getCriterionKind(criterion.kind).findFault({ ...criterion, levels }) !== null;
  return isRead ? -1 : criterion.levels.findIndex((level) => level[key] !== null);
}

/** What is wrong with the cases of a criterion: each that its kind has needs a level, and a better one no lower. */
function* checkCases({ kind, cases, enough }: Criterion): Generator<Inconsistency<string>> {
  const { cases: scales = [], isCounted = false } = getCriterionKind(kind);
  const known = scales.flat();
  const list = known.map((word) => `\`${word}\``).join(', ');
  if (known.some((word) => cases[word] === undefined)) {
    yield {
      at: '',
      what: `a criterion of kind \`${kind}\` needs \`cases\` with a level for each of ${list}`,
      why: 'An answer in a case without a level could not be rated.',
      fix: `Add a level for ${known.filter((word) => cases[word] === undefined).join(', ')}.`,
    };
    return;
  }
  for (const word of Object.keys(cases).filter((word) => !known.includes(word)))
    yield {
      at: `/cases/${word}`,
      what: `a criterion of kind \`${kind}\` has no case \`${word}\``,
      why: WHY_UNREAD,
      fix: known.length === 0 ? 'Remove `cases`.' : `Remove it; the cases are ${list}.`,
    };
  for (const scale of scales) {
    const levels = scale.flatMap((word) => cases[word] ?? []);
    for (const i of findOutOfOrder(levels, (level, before) => level >= before))
      yield {
        at: `/cases/${scale[i]}`,
        what: `\`${scale[i]}\` is below \`${scale[i - 1]}\`, which has level ${levels[i - 1]}`,
        why: 'A better answer would be worth less.',
        fix: `Write ${levels[i - 1]} or more, or lower \`${scale[i - 1]}\`.`,
      };
  }
  if (isCounted !== (enough !== null))
    yield {
      at: isCounted ? '' : '/enough',
      what: `a criterion of kind \`${kind}\` ${isCounted ? 'needs' : 'takes no'} \`enough\``,
      why: isCounted ? 'Without it no list would reach the highest level.' : WHY_UNREAD,
      fix: isCounted ? 'Say how many in the best case make level 4, such as `enough: 3`.' : 'Remove it.',
    };
}

/** What is wrong with the levels and the range of a criterion, whose kind exists. */
function* checkLevels(criterion: Criterion): Generator<Inconsistency<string>> {
  const misplaced = criterion.levels.findIndex((level, i) => level.level !== i);
  if (misplaced !== -1)
    yield {
      at: `/levels/${misplaced}/level`,
      what: 'levels must be 0, 1, 2, 3, 4 in this order',
      why: 'The position of a level and its number have to agree.',
      fix: `Write \`level: ${misplaced}\` here, or put the levels in order.`,
    };
  const inner = getCriterionKind(criterion.kind).findFault(criterion);
  if (inner !== null) yield inner;
  yield* checkCases(criterion);
  for (const key of ['option', 'at_least'] as const) {
    const unread = findUnreadLevel(criterion, key);
    if (unread !== -1)
      yield {
        at: `/levels/${unread}/${key}`,
        what: `the levels of a criterion of kind \`${criterion.kind}\` take no \`${key}\``,
        why: WHY_UNREAD,
        fix: `Remove \`${key}\` from its levels, or correct the \`kind\` of the criterion.`,
      };
  }
  const { minimum, maximum } = criterion;
  if (minimum !== null && maximum !== null && minimum > maximum)
    yield {
      at: '/minimum',
      what: `the minimum ${minimum} is above the maximum ${maximum}`,
      why: 'No answer would be valid.',
      fix: 'Swap the two, or correct one.',
    };
}

/** What is wrong with the caps that a criterion sets for evidence grades. */
function* checkCaps(criterion: Criterion, { evidence: { grades } }: Rubric): Generator<Inconsistency<string>> {
  for (const { id, cap } of grades)
    if ((criterion.caps[id] ?? 0) > cap)
      yield {
        at: `/caps/${id}`,
        what: `a criterion may lower the cap of a grade, never raise it above ${cap}`,
        why: 'The cap of a grade is the limit for all criteria.',
        fix: `Write ${cap} or less, or remove the line to use the general cap.`,
      };
  const caps = grades.map((grade) => criterion.caps[grade.id] ?? grade.cap);
  const falling = findOutOfOrder(caps, (cap, before) => cap >= before)[0];
  if (falling !== undefined) {
    const [worse, better] = grades.slice(falling - 1, falling + 1).map(({ id }) => id);
    yield {
      at: '/caps',
      what: 'a better grade must have at least the cap of a worse one',
      why: `Here \`${worse}\` has ${caps[falling - 1]}, and \`${better}\`, which is better, ${caps[falling]}.`,
      fix: `Lower the cap of \`${worse}\` to ${caps[falling]} too, or raise that of \`${better}\`.`,
    };
  }
  if (Object.keys(criterion.caps).length > 0 && criterion.caps_reason === null)
    yield {
      at: '/caps',
      what: 'lower caps need a `caps_reason`',
      why: 'A reader has to learn why the cap is lower here.',
      fix: 'Add a `caps_reason` next to `caps`.',
    };
}

/** The groups that the cues of a criterion name and that do not exist. */
function* checkGroups(
  { cues }: Criterion,
  file: string,
  at: string,
  groups: readonly string[],
): Generator<FileInconsistency> {
  for (const [i, cue] of cues.entries())
    for (const part of ['says', 'with', 'under', 'unless'] as const)
      for (const [n, phrase] of (cue[part] ?? []).entries())
        for (const [, group = ''] of phrase.matchAll(/<(\w+)>/g))
          yield* checkIdExists(file, `${at}/cues/${i}/${part}/${n}`, 'group of words', group, groups);
}

/** What is wrong with a criterion at the pointer `at` of its dimension's file. */
function* checkCriterion(
  criterion: Criterion,
  at: string,
  rubric: Rubric,
  lists: KnownIds,
): Generator<FileInconsistency> {
  const file = FILES.dimension(criterion.dimension);
  yield* checkClaimIds(file, `${at}/claims`, criterion.claims, lists);
  if (!KIND_IDS.includes(criterion.kind)) {
    yield* checkIdExists(file, `${at}/kind`, 'kind of criterion', criterion.kind, KIND_IDS);
    return;
  }
  yield* checkGroups(criterion, file, at, Object.keys(rubric.reading.groups));
  for (const [i, kind] of criterion.needs.kinds.entries())
    yield* checkIdExists(file, `${at}/needs/kinds/${i}`, 'kind of source', kind, lists.kinds);
  for (const grade of Object.keys(criterion.caps))
    yield* checkIdExists(file, `${at}/caps/${grade}`, 'evidence grade', grade, lists.grades);
  for (const found of [...checkLevels(criterion), ...checkCaps(criterion, rubric)])
    yield { file, ...found, at: at + found.at };
  for (const track of Object.keys(criterion.not_applicable))
    yield* checkIdExists(file, `${at}/not_applicable/${track}`, 'track', track, lists.tracks);
}

/** The criteria of a dimension, in the order of its file. */
export function listCriteria(dimension: Dimension, rubric: Rubric): readonly Criterion[] {
  return rubric.criteria.filter((criterion) => criterion.dimension === dimension.id);
}

/** What is wrong with a dimension and its criteria. */
export function* checkDimension(dimension: Dimension, rubric: Rubric, lists: KnownIds): Generator<FileInconsistency> {
  const file = FILES.dimension(dimension.id);
  if (HEAD_KEYS.includes(dimension.id))
    yield {
      file,
      at: '/id',
      what: `\`${dimension.id}\` is a key of every description already`,
      why: 'In a description the answers of a dimension are under its id.',
      fix: 'Give the dimension another id, also where it is referred to.',
    };
  yield* checkClaimIds(file, '/claims', dimension.claims, lists);
  for (const [i, criterion] of listCriteria(dimension, rubric).entries())
    yield* checkCriterion(criterion, `/criteria/${i}`, rubric, lists);
}
