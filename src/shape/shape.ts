/** What an editor shows of a value. */
export interface About {
  readonly title?: string;
  readonly description?: string;
  /** A regular expression for editors; what counts is the test of the shape. */
  readonly pattern?: string;
  /** Of `oneOf`: what each word means, in the order of the words. */
  readonly words?: readonly WordAbout[];
  readonly examples?: readonly unknown[];
}

/** What an editor shows of one word to choose. */
export interface WordAbout {
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

type Node =
  | { readonly kind: 'text'; readonly isTrimmed: boolean; readonly least: number; readonly test: TextTest | null }
  | { readonly kind: 'web-address' }
  | { readonly kind: 'number'; readonly least: number | null; readonly most: number | null }
  | { readonly kind: 'truth' }
  | { readonly kind: 'one-of'; readonly words: readonly string[] }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'list'; readonly item: AnyShape }
  | { readonly kind: 'record'; readonly value: AnyShape }
  | { readonly kind: 'mapping'; readonly fields: Readonly<Record<string, AnyShape>> }
  | { readonly kind: 'any-of'; readonly branches: readonly AnyShape[] }
  | { readonly kind: 'nullable'; readonly inner: AnyShape }
  | { readonly kind: 'optional'; readonly inner: AnyShape }
  | { readonly kind: 'defaulted'; readonly inner: AnyShape; readonly value: unknown }
  | { readonly kind: 'mapped'; readonly inner: AnyShape; readonly map: (value: never) => unknown };

/**
 * What a value of a description must look like, as data that costs next to nothing to make. `accept` reads a value by it;
 * `zodOf` turns it into the schema that explains a refusal and becomes the JSON Schema for editors.
 */
export type Shape<T> = Node & {
  readonly about?: About;
  /** The type of an accepted value; no shape holds one. */
  readonly accepts?: T;
};

export type AnyShape = Shape<unknown>;

/** The type of a value that a shape accepts. */
export type Accepted<S> = S extends Shape<infer T> ? T : never;

export type Fields = Readonly<Record<string, AnyShape>>;

type AcceptedFields<F extends Fields> = { readonly [K in keyof F]: Accepted<F[K]> };

export const text: Shape<string> = { kind: 'text', isTrimmed: false, least: 0, test: null };

/** A text with at least one letter. */
export const filled: Shape<string> = { ...text, least: 1 };

/** A text with at least one letter, less the blanks around it. */
export const line: Shape<string> = { ...filled, isTrimmed: true };

/** A whole http or https address. */
export const webAddress: Shape<string> = { kind: 'web-address' };

export const truth: Shape<boolean> = { kind: 'truth' };

export function tested(test: TextTest): Shape<string> {
  return { kind: 'text', isTrimmed: false, least: 0, test };
}

/** A finite number from `least` to `most`, both included; null stands for no limit. */
export function number(least: number | null = null, most: number | null = null): Shape<number> {
  return { kind: 'number', least, most };
}

export function oneOf<W extends string>(words: readonly W[]): Shape<W> {
  return { kind: 'one-of', words };
}

export function word<W extends string>(only: W): Shape<W> {
  return { kind: 'word', word: only };
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return { kind: 'list', item };
}

/** A mapping from any keys but empty ones to values of one shape. */
export function record<T>(value: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return { kind: 'record', value };
}

/** A mapping with these keys and no others. */
export function mapping<F extends Fields>(fields: F): Shape<AcceptedFields<F>> {
  return { kind: 'mapping', fields };
}

/** The first branch that accepts the value. */
export function anyOf<B extends readonly AnyShape[]>(...branches: B): Shape<Accepted<B[number]>> {
  return { kind: 'any-of', branches };
}

/** A key that may be missing, and is then missing from the result too. */
export function optional<T>(inner: Shape<T>): Shape<T | undefined> {
  return { kind: 'optional', inner };
}

/** A key that stands for `value` where it is missing. */
export function defaulted<T>(inner: Shape<T>, value: T): Shape<T> {
  return { kind: 'defaulted', inner, value };
}

/** A key that is null where it is missing or says so. */
export function orNull<T>(inner: Shape<T>): Shape<T | null> {
  return defaulted<T | null>({ kind: 'nullable', inner }, null);
}

/** A value of `inner`, turned into another one. */
export function mapped<T, U>(inner: Shape<T>, map: (value: T) => U): Shape<U> {
  return { kind: 'mapped', inner, map };
}

export function about<T>(shape: Shape<T>, says: About): Shape<T> {
  return { ...shape, about: { ...shape.about, ...says } };
}
