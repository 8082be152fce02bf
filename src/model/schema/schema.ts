// A small language for the shape of everything that is read or written. A shape is plain data, cheap to build. From one
// shape come the type (`AcceptedValue`), quick validation (`accept`) and, by zod, explained problems and JSON Schema
// (`toZod`). Import shapes as types alone where start-up matters.

/** What a JSON Schema, and an editor by it, says of a value. */
export interface SchemaAnnotations {
  /** The name of its definition in a JSON Schema; without one it is written out wherever it is used. */
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
  /** A regular expression for editors; what counts is the test of the shape. */
  readonly pattern?: string;
  /** Of `oneOf`: what each word means, in the order of the words. */
  readonly words?: readonly WordAnnotations[];
  readonly examples?: readonly unknown[];
}

/** What an editor shows of one word to choose. */
export interface WordAnnotations {
  readonly means: string;
  /** An example that the word fits, and one that looks so and does not. */
  readonly reaches?: string;
  readonly falls_short?: string;
}

/** A test of a value that no other part of a shape can state, with the words for one that fails it. */
export interface ValueTest<T> {
  readonly passes: (value: T) => boolean;
  readonly what: string;
  readonly why?: string;
  /** What to do, or what to do about this value. */
  readonly fix?: string | ((value: T) => string);
}

/** A regular expression that a text must match, and how a text that does is written. */
export interface TextForm {
  readonly pattern: RegExp;
  readonly what: string;
}

type SchemaNode =
  | { readonly kind: 'text'; readonly isTrimmed: boolean; readonly least: number; readonly form: TextForm | null }
  | { readonly kind: 'web-address' }
  | {
      readonly kind: 'number';
      readonly isWhole: boolean;
      /** Included; null for no limit. */
      readonly least: number | null;
      readonly most: number | null;
      /** Excluded; null for no limit. */
      readonly above: number | null;
    }
  | { readonly kind: 'truth' }
  | { readonly kind: 'one-of'; readonly words: readonly Literal[] }
  | { readonly kind: 'word'; readonly word: Literal }
  | { readonly kind: 'list'; readonly item: AnySchema; readonly least: number; readonly most: number | null }
  | { readonly kind: 'tuple'; readonly items: readonly AnySchema[] }
  | { readonly kind: 'record'; readonly key: AnySchema; readonly value: AnySchema }
  | { readonly kind: 'mapping'; readonly fields: Readonly<Record<string, AnySchema>> }
  /** `tag`: the key whose word names the branch. */
  | { readonly kind: 'any-of'; readonly branches: readonly AnySchema[]; readonly tag: string | null }
  | { readonly kind: 'lazy'; readonly of: () => AnySchema }
  | { readonly kind: 'nullable'; readonly inner: AnySchema }
  | { readonly kind: 'optional'; readonly inner: AnySchema }
  | { readonly kind: 'defaulted'; readonly inner: AnySchema; readonly value: unknown }
  | { readonly kind: 'tested'; readonly inner: AnySchema; readonly test: ValueTest<never> }
  | { readonly kind: 'mapped'; readonly inner: AnySchema; readonly map: (value: never) => unknown };

/** What a value must look like. `accept` reads a value by it; `toZod` explains a refusal and leads to the JSON Schema. */
export type Schema<T> = SchemaNode & {
  readonly about?: SchemaAnnotations;
  /** The type of an accepted value; no shape holds one. */
  readonly accepts?: T;
};

export type AnySchema = Schema<unknown>;

type Literal = string | number | boolean;

/** The type of a value that a shape accepts. */
export type AcceptedValue<S> = S extends { readonly accepts?: infer T } ? T : never;

export type SchemaFields = Readonly<Record<string, AnySchema>>;

/** The keys that may be missing from an accepted mapping. */
type OptionalKey<F extends SchemaFields> = {
  [K in keyof F]: unknown extends AcceptedValue<F[K]> ? never : undefined extends AcceptedValue<F[K]> ? K : never;
}[keyof F];

type AcceptedFields<F extends SchemaFields> = [OptionalKey<F>] extends [never]
  ? { readonly [K in keyof F]: AcceptedValue<F[K]> }
  : { readonly [K in keyof F as K extends OptionalKey<F> ? never : K]: AcceptedValue<F[K]> } & {
      readonly [K in keyof F as K extends OptionalKey<F> ? K : never]?: Exclude<AcceptedValue<F[K]>, undefined>;
    };

/** The shape of a mapping. Its type keeps the fields, and with them their comments in the emitted declarations. */
export interface MappingSchema<F extends SchemaFields> {
  readonly kind: 'mapping';
  readonly fields: F;
  readonly about?: SchemaAnnotations;
  readonly accepts?: AcceptedFields<F>;
}

/** The shape of a union. Its type keeps the branches, for the same reason. */
export interface UnionSchema<B extends readonly AnySchema[]> {
  readonly kind: 'any-of';
  readonly branches: B;
  readonly tag: string | null;
  readonly about?: SchemaAnnotations;
  readonly accepts?: AcceptedValue<B[number]>;
}

export const anyText: Schema<string> = { kind: 'text', isTrimmed: false, least: 0, form: null };

/** A text with at least one letter. */
export const nonEmptyText: Schema<string> = { ...anyText, least: 1 };

/** A text with at least one letter, less the blanks around it. */
export const trimmedText: Schema<string> = { ...nonEmptyText, isTrimmed: true };

/** A text that matches a regular expression; `what` completes "Write it again: ...". */
export function formedText(pattern: RegExp, what: string): Schema<string> {
  return { kind: 'text', isTrimmed: false, least: 0, form: { pattern, what } };
}

/** A whole http or https address. */
export const webAddress: Schema<string> = { kind: 'web-address', about: { pattern: '^https?://' } };

export const booleanValue: Schema<boolean> = { kind: 'truth' };

/** A finite number from `least` to `most`, both included; null for no limit. */
export function numberWithin(least: number | null = null, most: number | null = null): Schema<number> {
  return { kind: 'number', isWhole: false, least, most, above: null };
}

/** A finite number greater than `above`, and at most `most`; null for no limit. */
export function numberAbove(above: number, most: number | null = null): Schema<number> {
  return { kind: 'number', isWhole: false, least: null, most, above };
}

/** A whole number from `least` to `most`, both included; null for no limit but that of exact integers (2^53 - 1). */
export function wholeNumber(least: number | null = null, most: number | null = null): Schema<number> {
  return { kind: 'number', isWhole: true, least, most, above: null };
}

export function oneOf<const W extends string | number>(words: readonly W[]): Schema<W> {
  return { kind: 'one-of', words };
}

export function literal<const W extends Literal>(only: W): Schema<W> {
  return { kind: 'word', word: only };
}

/** A list of `least` to `most` entries; null for no limit. */
export function list<T>(item: Schema<T>, least = 0, most: number | null = null): Schema<readonly T[]> {
  return { kind: 'list', item, least, most };
}

/** A list with one entry for each shape, in this order. */
export function tuple<const S extends readonly AnySchema[]>(
  ...items: S
): Schema<{ readonly [I in keyof S]: AcceptedValue<S[I]> }> {
  return { kind: 'tuple', items };
}

/** A mapping from keys that `key` accepts to values of one shape. Any of the keys may be missing. */
export function record<T>(value: Schema<T>, key: Schema<string> = nonEmptyText): Schema<Readonly<Record<string, T>>> {
  return { kind: 'record', key, value };
}

/** A mapping with these keys and no others. */
export function mapping<F extends SchemaFields>(fields: F): MappingSchema<F> {
  return { kind: 'mapping', fields };
}

/** The first branch that accepts the value. */
export function anyOf<B extends readonly AnySchema[]>(...branches: B): UnionSchema<B> {
  return { kind: 'any-of', branches, tag: null };
}

/** The branch whose literal at the key `tag` is the value's; a problem is explained by that branch alone. */
export function taggedUnion<B extends readonly AnySchema[]>(tag: string, ...branches: B): UnionSchema<B> {
  return { kind: 'any-of', branches, tag };
}

/** A shape that refers to itself. */
export function lazy<T>(of: () => Schema<T>): Schema<T> {
  return { kind: 'lazy', of };
}

/** A key that may be missing, and is then missing from the result too. */
export function optional<T>(inner: Schema<T>): Schema<T | undefined> {
  return { kind: 'optional', inner };
}

/** A key that has the value `value` where it is missing. */
export function withDefault<T>(inner: Schema<T>, value: T): Schema<T> {
  return { kind: 'defaulted', inner, value };
}

/** A value or null. */
export function nullable<T>(inner: Schema<T>): Schema<T | null> {
  return { kind: 'nullable', inner };
}

/** A key that is null where it is missing or says so. */
export function orNull<T>(inner: Schema<T>): Schema<T | null> {
  return withDefault(nullable(inner), null);
}

/** A value of `inner` that also passes a test. */
export function tested<T>(inner: Schema<T>, test: ValueTest<T>): Schema<T> {
  return { kind: 'tested', inner, test };
}

/** A value of `inner`, turned into another one. */
export function transform<T, U>(inner: Schema<T>, map: (value: T) => U): Schema<U> {
  return { kind: 'mapped', inner, map };
}

export function annotate<S extends AnySchema>(shape: S, says: SchemaAnnotations): S {
  return { ...shape, about: { ...shape.about, ...says } };
}

/** A shape with a definition of its own in a JSON Schema. */
export function named<S extends AnySchema>(id: string, description: string, shape: S): S {
  return annotate(shape, { id, description });
}

/** A mapping with a definition of its own in a JSON Schema. */
export function namedMapping<F extends SchemaFields>(id: string, description: string, fields: F): MappingSchema<F> {
  return named(id, description, mapping(fields));
}
