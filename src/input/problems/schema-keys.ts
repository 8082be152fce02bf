import type * as z from 'zod';

/** The parts of a zod definition that a walk needs. */
interface ZodDefinition {
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

function getDefinition(schema: z.core.$ZodType): ZodDefinition {
  return schema._zod.def;
}

/** The object, array, record or plain schemas behind wrappers and unions. */
function unwrapSchema(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const definition = getDefinition(schema);
  if (definition.options !== undefined) return definition.options.flatMap(unwrapSchema);
  const inner = definition.innerType ?? definition.in ?? definition.getter?.();
  return inner === undefined ? [schema] : unwrapSchema(inner);
}

function stepInto(schema: z.core.$ZodType, segment: PropertyKey): readonly z.core.$ZodType[] {
  return unwrapSchema(schema).flatMap((entry) => {
    const { shape, element, valueType } = getDefinition(entry);
    if (shape !== undefined)
      return Object.hasOwn(shape, segment) ? [shape[String(segment)]].filter((s) => s !== undefined) : [];
    const each = element ?? valueType;
    return each === undefined ? [] : [each];
  });
}

function findMappings(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly ZodDefinition[] {
  const at = path.reduce<readonly z.core.$ZodType[]>(
    (schemas, segment) => schemas.flatMap((s) => stepInto(s, segment)),
    [schema],
  );
  return at.flatMap(unwrapSchema).map(getDefinition);
}

function listKeys(mappings: readonly ZodDefinition[]): readonly string[] {
  const named = mappings.flatMap(({ shape, keyType }) => {
    const words = keyType === undefined ? undefined : getDefinition(keyType).entries;
    return Object.keys(shape ?? words ?? {});
  });
  return [...new Set(named)];
}

/** The keys that a mapping at `path` may have, over all branches of a union, in the schema's order. */
export function listKnownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  return listKeys(findMappings(schema, path));
}

/** A branch of a union that a value is told by: one of its keys must be one word, and is. */
export interface DiscriminatedBranch {
  readonly key: string;
  readonly word: string;
  /** All that the branch may have. */
  readonly keys: readonly string[];
}

/** The branch at `path` that the mapping there is told by; null where no word tells one. */
export function findDiscriminatedBranch(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  value: unknown,
): DiscriminatedBranch | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = new Map(Object.entries(value));
  for (const mapping of findMappings(schema, path)) {
    for (const [key, field] of Object.entries(mapping.shape ?? {})) {
      const { type, values } = getDefinition(field);
      const word: unknown = given.get(key);
      if (type === 'literal' && typeof word === 'string' && values?.includes(word))
        return { key, word, keys: listKeys([mapping]) };
    }
  }
  return null;
}
