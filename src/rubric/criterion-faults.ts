import { KIND_IDS, kindOf } from '../kinds/registry.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import { claimFaults, dangling, type Fault, FILES, type Lists } from './fault.ts';

/** True where nothing compares answers of the criterion with an alternative; a kind that does not exist is told elsewhere. */
export function lacksRatio(criterion: Criterion): boolean {
  return KIND_IDS.includes(criterion.kind) && !kindOf(criterion.kind).hasRatio;
}

/** True where levels have a key that the kind does not read: it finds no fault once the key is taken away. */
function hasIdle(criterion: Criterion, key: 'option' | 'at_least'): boolean {
  if (criterion.levels.every((level) => level[key] === null)) return false;
  const levels = criterion.levels.map((level) => ({ ...level, [key]: null }));
  return kindOf(criterion.kind).faultOf({ ...criterion, levels }) === null;
}

/** What is wrong with a criterion that stands at the pointer `at` of its dimension's file. */
export function criterionFaults(criterion: Criterion, at: string, rubric: Rubric, lists: Lists): readonly Fault[] {
  const file = FILES.dimension(criterion.dimension);
  const fault = (pointer: string, what: string): Fault => ({ file, pointer: at + pointer, what });
  const found: Fault[] = [...claimFaults(file, `${at}/claims`, criterion.claims, lists)];
  if (!KIND_IDS.includes(criterion.kind))
    return [...found, ...dangling(file, `${at}/kind`, 'kind of criterion', criterion.kind, KIND_IDS)];
  if (criterion.levels.some((level, i) => level.level !== i))
    found.push(fault('/levels', 'levels must be 0, 1, 2, 3, 4 in this order'));
  const inner = kindOf(criterion.kind).faultOf(criterion);
  if (inner !== null) found.push(fault('/levels', inner));
  for (const key of ['option', 'at_least'] as const) {
    if (hasIdle(criterion, key))
      found.push(fault('/levels', `the levels of a criterion of kind \`${criterion.kind}\` take no \`${key}\``));
  }
  const { minimum, maximum } = criterion;
  if (minimum !== null && maximum !== null && minimum > maximum)
    found.push(fault('/minimum', `the minimum ${minimum} is above the maximum ${maximum}`));
  for (const [grade, cap] of Object.entries(criterion.caps)) {
    found.push(...dangling(file, `${at}/caps/${grade}`, 'evidence grade', grade, lists.grades));
    const general = rubric.evidence.grades.find((entry) => entry.id === grade);
    if (general !== undefined && cap > general.cap)
      found.push(
        fault(`/caps/${grade}`, `a criterion may lower the cap of a grade, never raise it above ${general.cap}`),
      );
  }
  const caps = rubric.evidence.grades.map((grade) => criterion.caps[grade.id] ?? grade.cap);
  if (caps.some((cap, i) => cap < (caps[i - 1] ?? cap)))
    found.push(fault('/caps', 'a better grade must carry at least as much as a worse one'));
  if (Object.keys(criterion.caps).length > 0 && criterion.caps_reason === null)
    found.push(fault('/caps', 'lower caps need a `caps_reason`'));
  for (const track of Object.keys(criterion.not_applicable))
    found.push(...dangling(file, `${at}/not_applicable/${track}`, 'track', track, lists.tracks));
  return found;
}
