export type ValuePath = readonly PropertyKey[];

/** What stands at a path; undefined where nothing does. */
export function getValueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}
