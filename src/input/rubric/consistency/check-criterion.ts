import { getCriterionKind, KIND_IDS } from '../../../criteria/registry.ts';
import type { Criterion, Rubric } from '../../../model/rubric.ts';
import {
  checkClaimIds,
  checkIdExists,
  FILES,
  type FileInconsistency,
  findOutOfOrder,
  type InconsistencyText,
  type KnownIds,
} from './inconsistency.ts';

/** True where nothing compares answers of the criterion with an alternative; a kind that does not exist is told elsewhere. */
export function lacksRatio(criterion: Criterion): boolean {
  return KIND_IDS.includes(criterion.kind) && !getCriterionKind(criterion.kind).hasRatio;
}

/** The first level with a key that the kind does not read, as it finds no fault once the key is taken away; -1 for none. */
function findUnreadLevel(criterion: Criterion, key: 'option' | 'at_least'): number {
  const levels = criterion.levels.map((level) => ({ ...level, [key]: null }));
  const isRead = getCriterionKind(criterion.kind).faultOf({ ...criterion, levels }) !== null;
  return isRead ? -1 : criterion.levels.findIndex((level) => level[key] !== null);
}

/** What is wrong with the cases of a criterion: each that its kind has needs a level, and a better one no lower. */
function checkCases({ kind, cases, enough }: Criterion): readonly (InconsistencyText & { readonly pointer: string })[] {
  const { cases: known = [], isCounted = false } = getCriterionKind(kind);
  const list = known.map((word) => `\`${word}\``).join(', ');
  const levels = known.flatMap((word) => cases[word] ?? []);
  if (levels.length < known.length)
    return [
      {
        pointer: '',
        what: `a criterion of kind \`${kind}\` needs \`cases\` with a level for each of ${list}`,
        why: 'An answer in a case without a level could not be rated.',
        fix: `Add a level for ${known.filter((word) => cases[word] === undefined).join(', ')}.`,
      },
    ];
  const unread = Object.keys(cases).filter((word) => !known.includes(word));
  return [
    ...unread.map((word) => ({
      pointer: `/cases/${word}`,
      what: `a criterion of kind \`${kind}\` has no case \`${word}\``,
      why: 'Nothing would read it.',
      fix: known.length === 0 ? 'Take `cases` out.' : `Take it out; the cases are ${list}.`,
    })),
    ...findOutOfOrder(levels, (level, before) => level >= before).map((i) => ({
      pointer: `/cases/${known[i]}`,
      what: `\`${known[i]}\` is below \`${known[i - 1]}\`, which has level ${levels[i - 1]}`,
      why: 'A better answer would be worth less.',
      fix: `Write ${levels[i - 1]} or more, or lower \`${known[i - 1]}\`.`,
    })),
    ...(isCounted === (enough !== null)
      ? []
      : [
          {
            pointer: isCounted ? '' : '/enough',
            what: `a criterion of kind \`${kind}\` ${isCounted ? 'needs' : 'takes no'} \`enough\``,
            why: isCounted ? 'Without it no list would reach the highest level.' : 'Nothing would read it.',
            fix: isCounted ? 'Say how many in the best case make level 4, such as `enough: 3`.' : 'Take it out.',
          },
        ]),
  ];
}

/** What is wrong with a criterion that stands at the pointer `at` of its dimension's file. */
export function checkCriterion(
  criterion: Criterion,
  at: string,
  rubric: Rubric,
  lists: KnownIds,
): readonly FileInconsistency[] {
  const file = FILES.dimension(criterion.dimension);
  const fault = (pointer: string, told: InconsistencyText): FileInconsistency => ({
    file,
    pointer: at + pointer,
    ...told,
  });
  const found: FileInconsistency[] = [...checkClaimIds(file, `${at}/claims`, criterion.claims, lists)];
  if (!KIND_IDS.includes(criterion.kind))
    return [...found, ...checkIdExists(file, `${at}/kind`, 'kind of criterion', criterion.kind, KIND_IDS)];
  const misplaced = criterion.levels.findIndex((level, i) => level.level !== i);
  if (misplaced !== -1)
    found.push(
      fault(`/levels/${misplaced}/level`, {
        what: 'levels must be 0, 1, 2, 3, 4 in this order',
        why: 'A level is told by its place as by its figure.',
        fix: `Write \`level: ${misplaced}\` here, or put the levels in order.`,
      }),
    );
  const inner = getCriterionKind(criterion.kind).faultOf(criterion);
  if (inner !== null) found.push({ file, ...inner, pointer: at + inner.at });
  found.push(...checkCases(criterion).map(({ pointer, ...told }) => fault(pointer, told)));
  for (const key of ['option', 'at_least'] as const) {
    const idle = findUnreadLevel(criterion, key);
    if (idle !== -1)
      found.push(
        fault(`/levels/${idle}/${key}`, {
          what: `the levels of a criterion of kind \`${criterion.kind}\` take no \`${key}\``,
          why: 'Nothing would read it.',
          fix: `Take \`${key}\` out of its levels, or give the criterion the \`kind\` that it is.`,
        }),
      );
  }
  const { minimum, maximum } = criterion;
  if (minimum !== null && maximum !== null && minimum > maximum)
    found.push(
      fault('/minimum', {
        what: `the minimum ${minimum} is above the maximum ${maximum}`,
        why: 'No answer could be given.',
        fix: 'Exchange the two, or correct one.',
      }),
    );
  for (const [grade, cap] of Object.entries(criterion.caps)) {
    found.push(...checkIdExists(file, `${at}/caps/${grade}`, 'evidence grade', grade, lists.grades));
    const general = rubric.evidence.grades.find((entry) => entry.id === grade);
    if (general !== undefined && cap > general.cap)
      found.push(
        fault(`/caps/${grade}`, {
          what: `a criterion may lower the cap of a grade, never raise it above ${general.cap}`,
          why: 'What a kind of evidence can carry at most is one rule for all criteria.',
          fix: `Write ${general.cap} or less, or take the line out: the general cap then holds.`,
        }),
      );
  }
  const caps = rubric.evidence.grades.map((grade) => criterion.caps[grade.id] ?? grade.cap);
  const falling = findOutOfOrder(caps, (cap, before) => cap >= before)[0];
  if (falling !== undefined) {
    const [worse, better] = rubric.evidence.grades.slice(falling - 1, falling + 1).map(({ id }) => id);
    found.push(
      fault('/caps', {
        what: 'a better grade must carry at least as much as a worse one',
        why: `Here \`${worse}\` carries ${caps[falling - 1]}, and \`${better}\`, which is better, ${caps[falling]}.`,
        fix: `Lower the cap of \`${worse}\` to ${caps[falling]} too, or raise that of \`${better}\`.`,
      }),
    );
  }
  if (Object.keys(criterion.caps).length > 0 && criterion.caps_reason === null)
    found.push(
      fault('/caps', {
        what: 'lower caps need a `caps_reason`',
        why: 'A reader who meets the cap asks why it is lower here.',
        fix: 'Add a `caps_reason` beside `caps`.',
      }),
    );
  for (const track of Object.keys(criterion.not_applicable))
    found.push(...checkIdExists(file, `${at}/not_applicable/${track}`, 'track', track, lists.tracks));
  return found;
}
