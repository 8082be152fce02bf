import type { Answer, Description, Source } from '../../model/description.ts';

export type EditPath = readonly (string | number)[];

type AnswerEntries = Readonly<Record<string, unknown>>;

/** True for a mapping of an answer, which holds plain data only. */
function isMapping(value: unknown): value is AnswerEntries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The part of a value at a path; undefined where there is none. */
function partAt(value: unknown, path: EditPath): unknown {
  return path.reduce<unknown>(
    (part, step) =>
      Array.isArray(part) ? part[Number(step)] : isMapping(part) ? part[step as keyof AnswerEntries] : undefined,
    value,
  );
}

/** The value with the part at a path turned into another one. */
function changedAt(value: unknown, path: EditPath, change: (part: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, at) => (at === step ? changedAt(item, rest, change) : item));
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === step ? changedAt(part, rest, change) : part]),
  );
}

/** The value with the part at a path replaced. */
export function replacedAt(value: unknown, path: EditPath, by: unknown): unknown {
  return changedAt(value, path, () => by);
}

/** The value with the item of a list at a path replaced by others, none of them included. */
export function splicedAt(value: unknown, path: EditPath, by: readonly unknown[]): unknown {
  const at = Number(path.at(-1));
  return changedAt(value, path.slice(0, -1), (list) =>
    Array.isArray(list) ? [...list.slice(0, at), ...by, ...list.slice(at + 1)] : list,
  );
}

/** Paths of all parts of a value whose last step is a key, the outer before the inner. */
export function keyedPaths(value: unknown, path: EditPath = []): readonly EditPath[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => keyedPaths(item, [...path, at]));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => [[...path, key], ...keyedPaths(part, [...path, key])]);
}

/** The value with a further id beside each citation of `id`, at the paths that its kind gives. */
export function citedBeside(value: unknown, citations: readonly EditPath[], id: string, more: string): unknown {
  // From the last to the first, so that no path is moved before it is used.
  return [...citations]
    .reverse()
    .reduce((edited, path) => (partAt(edited, path) === id ? splicedAt(edited, path, [id, more]) : edited), value);
}

export function withAnswer(description: Description, id: string, answer: Answer): Description {
  return { ...description, answers: { ...description.answers, [id]: answer } };
}

export function withoutAnswer(description: Description, id: string): Description {
  const { [id]: _, ...answers } = description.answers;
  return { ...description, answers };
}

export function withSources(description: Description, sources: readonly Source[]): Description {
  return { ...description, sources: [...sources].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
