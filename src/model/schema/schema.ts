/** What an editor shows of a value. */
export interface SchemaAnnotations {
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

/** A test of a text that no other part of a shape can state, with the words for one that fails it. */
export interface TextTest {
  readonly passes: (text: string) => boolean;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

type SchemaNode =
  | { readonly kind: 'text'; readonly isTrimmed: boolean; readonly least: number; readonly test: TextTest | null }
  | { readonly kind: 'web-address' }
  | { readonly kind: 'number'; readonly least: number | null; readonly most: number | null }
  | { readonly kind: 'truth' }
  | { readonly kind: 'one-of'; readonly words: readonly string[] }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'list'; readonly item: AnySchema }
  | { readonly kind: 'record'; readonly value: AnySchema }
  | { readonly kind: 'mapping'; readonly fields: Readonly<Record<string, AnySchema>> }
  | { readonly kind: 'any-of'; readonly branches: readonly AnySchema[] }
  | { readonly kind: 'nullable'; readonly inner: AnySchema }
  | { readonly kind: 'optional'; readonly inner: AnySchema }
  | { readonly kind: 'defaulted'; readonly inner: AnySchema; readonly value: unknown }
  | { readonly kind: 'mapped'; readonly inner: AnySchema; readonly map: (value: never) => unknown };

/**
 * What a value of a description must look like, as data that costs next to nothing to make. `accept` reads a value by it;
 * `zodOf` turns it into the schema that explains a refusal and becomes the JSON Schema for editors.
 */
export type Schema<T> = SchemaNode & {
  readonly about?: SchemaAnnotations;
  /** The type of an accepted value; no shape holds one. */
  readonly accepts?: T;
};

export type AnySchema = Schema<unknown>;

/** The type of a value that a shape accepts. */
export type AcceptedValue<S> = S extends Schema<infer T> ? T : never;

export type SchemaFields = Readonly<Record<string, AnySchema>>;

type AcceptedFields<F extends SchemaFields> = { readonly [K in keyof F]: AcceptedValue<F[K]> };

export const anyText: Schema<string> = { kind: 'text', isTrimmed: false, least: 0, test: null };

/** A text with at least one letter. */
export const nonEmptyText: Schema<string> = { ...anyText, least: 1 };

/** A text with at least one letter, less the blanks around it. */
export const trimmedText: Schema<string> = { ...nonEmptyText, isTrimmed: true };

/** A whole http or https address. */
export const webAddress: Schema<string> = { kind: 'web-address' };

export const booleanValue: Schema<boolean> = { kind: 'truth' };

export function testedText(test: TextTest): Schema<string> {
  return { kind: 'text', isTrimmed: false, least: 0, test };
}

/** A finite number from `least` to `most`, both included; null stands for no limit. */
export function numberWithin(least: number | null = null, most: number | null = null): Schema<number> {
  return { kind: 'number', least, most };
}

export function oneOf<W extends string>(words: readonly W[]): Schema<W> {
  return { kind: 'one-of', words };
}

export function literal<W extends string>(only: W): Schema<W> {
  return { kind: 'word', word: only };
}

export function list<T>(item: Schema<T>): Schema<readonly T[]> {
  return { kind: 'list', item };
}

/** A mapping from any keys but empty ones to values of one shape. */
export function record<T>(value: Schema<T>): Schema<Readonly<Record<string, T>>> {
  return { kind: 'record', value };
}

/** A mapping with these keys and no others. */
export function mapping<F extends SchemaFields>(fields: F): Schema<AcceptedFields<F>> {
  return { kind: 'mapping', fields };
}

/** The first branch that accepts the value. */
export function anyOf<B extends readonly AnySchema[]>(...branches: B): Schema<AcceptedValue<B[number]>> {
  return { kind: 'any-of', branches };
}

/** A key that may be missing, and is then missing from the result too. */
export function optional<T>(inner: Schema<T>): Schema<T | undefined> {
  return { kind: 'optional', inner };
}

/** A key that stands for `value` where it is missing. */
export function withDefault<T>(inner: Schema<T>, value: T): Schema<T> {
  return { kind: 'defaulted', inner, value };
}

/** A key that is null where it is missing or says so. */
export function orNull<T>(inner: Schema<T>): Schema<T | null> {
  return withDefault<T | null>({ kind: 'nullable', inner }, null);
}

/** A value of `inner`, turned into another one. */
export function transform<T, U>(inner: Schema<T>, map: (value: T) => U): Schema<U> {
  return { kind: 'mapped', inner, map };
}

export function annotate<T>(shape: Schema<T>, says: SchemaAnnotations): Schema<T> {
  return { ...shape, about: { ...shape.about, ...says } };
}
