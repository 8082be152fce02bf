import type * as z from 'zod';

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
type SameType<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** The schema itself; compiles only while it describes exactly what the type `T` does. */
export function ensureDescribes<T, S extends z.ZodType>(schema: S, _sameAsT: SameType<DeepReadonly<z.infer<S>>, T>): S {
  return schema;
}
