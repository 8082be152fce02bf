/** A function of an object, worked out once for each object; its results are never undefined. */
export function rememberByObject<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const held = known.get(key);
    if (held !== undefined) return held;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}

/** The same of an object that is looked at with another, of which there are few. */
export function rememberByPair<K extends object, C extends object, V>(
  work: (key: K, context: C) => V,
): (key: K, context: C) => V {
  const by = rememberByObject((context: C) => rememberByObject((key: K) => work(key, context)));
  return (key, context) => by(context)(key);
}

/** Results that are kept, so that a stream of any length takes the same memory. */
const MOST_TEXTS = 10_000;

/** Longer texts are not kept: V8 would keep with each the whole text that it is cut from. */
const LONGEST_TEXT = 12;

/** A function of a text, worked out once for each short text that comes again soon. */
export function rememberByText<V>(work: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    if (text.length > LONGEST_TEXT) return work(text);
    const held = known.get(text);
    if (held !== undefined) return held;
    const value = work(text);
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(text, value);
    return value;
  };
}

/** An object whose values are each worked out when they are first asked for. */
export function workOutLazily<M extends Readonly<Record<string, () => unknown>>>(
  makers: M,
): { readonly [K in keyof M]: ReturnType<M[K]> } {
  const made = {};
  for (const [key, make] of Object.entries(makers))
    Object.defineProperty(made, key, {
      configurable: true,
      enumerable: true,
      get() {
        const value = make();
        Object.defineProperty(made, key, { value, enumerable: true });
        return value;
      },
    });
  return made as { readonly [K in keyof M]: ReturnType<M[K]> };
}
