/** Keys and indexes from the root of a value to a part of it. */
export type ValuePath = readonly PropertyKey[];

/** The JSON pointer (RFC 6901) of a path of keys and indexes. */
export function toPointer(path: ValuePath): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The part of a value at a path; undefined if there is none. */
export function getValueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}
