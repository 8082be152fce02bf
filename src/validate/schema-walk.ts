import type * as z from 'zod';

/** The parts of a zod definition that a walk needs. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly keyType?: z.core.$ZodType;
  /** Of an enum: its values by their names. */
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly options?: readonly z.core.$ZodType[];
  readonly getter?: () => z.core.$ZodType;
  readonly values?: readonly unknown[];
}

function definitionOf(schema: z.core.$ZodType): Definition {
  return schema._zod.def;
}

/** The object, array, record or plain schemas behind wrappers and unions. */
function unwrapped(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const definition = definitionOf(schema);
  if (definition.options !== undefined) return definition.options.flatMap(unwrapped);
  const inner = definition.innerType ?? definition.in ?? definition.getter?.();
  return inner === undefined ? [schema] : unwrapped(inner);
}

function step(schema: z.core.$ZodType, segment: PropertyKey): readonly z.core.$ZodType[] {
  return unwrapped(schema).flatMap((entry) => {
    const { shape, element, valueType } = definitionOf(entry);
    if (shape !== undefined)
      return Object.hasOwn(shape, segment) ? [shape[String(segment)]].filter((s) => s !== undefined) : [];
    const each = element ?? valueType;
    return each === undefined ? [] : [each];
  });
}

function mappingsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly Definition[] {
  const at = path.reduce<readonly z.core.$ZodType[]>(
    (schemas, segment) => schemas.flatMap((s) => step(s, segment)),
    [schema],
  );
  return at.flatMap(unwrapped).map(definitionOf);
}

function keysOf(mappings: readonly Definition[]): readonly string[] {
  const named = mappings.flatMap(({ shape, keyType }) => {
    const words = keyType === undefined ? undefined : definitionOf(keyType).entries;
    return Object.keys(shape ?? words ?? {});
  });
  return [...new Set(named)];
}

/** The keys that a mapping at `path` may have, over all branches of a union, in the schema's order. */
export function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  return keysOf(mappingsAt(schema, path));
}

/** A branch of a union that a value is told by: one of its keys must be one word, and is. */
export interface ToldBranch {
  readonly key: string;
  readonly word: string;
  /** All that the branch may have. */
  readonly keys: readonly string[];
}

/** The branch at `path` that the mapping there is told by; null where no word tells one. */
export function toldBranch(schema: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): ToldBranch | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = new Map(Object.entries(value));
  for (const mapping of mappingsAt(schema, path)) {
    for (const [key, field] of Object.entries(mapping.shape ?? {})) {
      const { type, values } = definitionOf(field);
      const word: unknown = given.get(key);
      if (type === 'literal' && typeof word === 'string' && values?.includes(word))
        return { key, word, keys: keysOf([mapping]) };
    }
  }
  return null;
}
