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

/** The keys that a mapping at `path` may have, over all branches of a union, in the schema's order. */
export function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const at = path.reduce<readonly z.core.$ZodType[]>(
    (schemas, segment) => schemas.flatMap((s) => step(s, segment)),
    [schema],
  );
  const keys = at.flatMap(unwrapped).flatMap((entry) => {
    const { shape, keyType } = definitionOf(entry);
    const words = keyType === undefined ? undefined : definitionOf(keyType).entries;
    return Object.keys(shape ?? words ?? {});
  });
  return [...new Set(keys)];
}
