/** A mapping of plain data. */
export type PlainMap = Readonly<Record<string, unknown>>;

export function isPlainMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mapping, or an empty one for anything else. */
export function toMap(value: unknown): PlainMap {
  return isPlainMap(value) ? value : {};
}

/** The list, or an empty one for anything else. */
export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** True for an answer that the description leaves out or calls unknown. */
export function isUnknown(answer: unknown): boolean {
  if (answer === undefined || answer === 'unknown') return true;
  return isPlainMap(answer) && (answer['answer'] === 'unknown' || Object.hasOwn(answer, 'unknown'));
}

/** The mapping without some of its keys. */
export function omitKeys(map: PlainMap, ...keys: readonly string[]): PlainMap {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
}

/** True for equal plain data with its keys in the same order. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
