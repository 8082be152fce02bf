import type * as z from 'zod';

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** The schema itself; compiles only while it describes exactly what the type `T` does. */
export function describing<T, S extends z.ZodType>(schema: S, _sameAsT: Same<Frozen<z.infer<S>>, T>): S {
  return schema;
}
