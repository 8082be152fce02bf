import type { AnySchema, Schema, SchemaFields } from './schema.ts';

/** What `accept` gives back for a value that does not have the shape. */
export const REFUSED: unique symbol = Symbol('refused');

/** The value as the shape turns it out, or `REFUSED` without a reason: `toZod` explains it. */
export function accept<T>(shape: Schema<T>, value: unknown): T | typeof REFUSED {
  return readValue(shape, value) as T | typeof REFUSED;
}

function readValue(shape: AnySchema, value: unknown): unknown {
  switch (shape.kind) {
    case 'text': {
      if (typeof value !== 'string') return REFUSED;
      const text = shape.isTrimmed ? value.trim() : value;
      return text.length >= shape.least && (shape.form === null || shape.form.pattern.test(text)) ? text : REFUSED;
    }
    case 'web-address':
      return typeof value === 'string' ? readAddress(value) : REFUSED;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && isWithin(value, shape) ? value : REFUSED;
    case 'truth':
      return typeof value === 'boolean' ? value : REFUSED;
    case 'one-of':
      return (shape.words as readonly unknown[]).includes(value) ? value : REFUSED;
    case 'word':
      return value === shape.word ? value : REFUSED;
    case 'list':
      return Array.isArray(value) && value.length >= shape.least && value.length <= (shape.most ?? value.length)
        ? readEach(value, (entry) => readValue(shape.item, entry))
        : REFUSED;
    case 'tuple':
      return Array.isArray(value) && value.length === shape.items.length
        ? readEach(shape.items, (item, i) => readValue(item, value[i]))
        : REFUSED;
    case 'record':
      return isMapping(value) ? readRecord(shape.key, shape.value, value) : REFUSED;
    case 'mapping':
      return isMapping(value) ? readMapping(shape.fields, value) : REFUSED;
    case 'any-of':
      return readAny(shape.branches, value);
    case 'lazy':
      return readValue(shape.of(), value);
    case 'nullable':
      return value === null ? null : readValue(shape.inner, value);
    case 'optional':
      return value === undefined ? undefined : readValue(shape.inner, value);
    case 'defaulted':
      return value === undefined ? shape.value : readValue(shape.inner, value);
    case 'tested': {
      const inner = readValue(shape.inner, value);
      return inner !== REFUSED && shape.test.passes(inner as never) ? inner : REFUSED;
    }
    case 'mapped': {
      const inner = readValue(shape.inner, value);
      return inner === REFUSED ? REFUSED : shape.map(inner as never);
    }
  }
}

function isWithin(value: number, limits: Extract<AnySchema, { kind: 'number' }>): boolean {
  const { isWhole, least, most, above } = limits;
  return (
    (!isWhole || Number.isSafeInteger(value)) &&
    (least === null || value >= least) &&
    (most === null || value <= most) &&
    (above === null || value > above)
  );
}

/** True for a value with keys. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Letters of a web address, as browsers and servers take them. */
export const LONGEST_ADDRESS = 2048;

/** The address without blanks around it and without the tabs and line ends that a URL parser passes over. */
function readAddress(value: string): string | typeof REFUSED {
  const trimmed = value.trim();
  return /^https?:\/\//i.test(trimmed) && trimmed.length <= LONGEST_ADDRESS && URL.canParse(trimmed)
    ? trimmed.replace(/[\t\n\r]/g, '')
    : REFUSED;
}

/** What `read` makes of each entry, or `REFUSED` where it refuses one. */
function readEach<T>(entries: readonly T[], read: (entry: T, i: number) => unknown): unknown {
  const result: unknown[] = [];
  for (const [i, entry] of entries.entries()) {
    const accepted = read(entry, i);
    if (accepted === REFUSED) return REFUSED;
    result.push(accepted);
  }
  return result;
}

function readRecord(key: AnySchema, shape: AnySchema, values: Readonly<Record<string, unknown>>): unknown {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    // Set on a plain object it would become the prototype.
    if (name === '__proto__') continue;
    const accepted = readValue(key, name) === REFUSED ? REFUSED : readValue(shape, value);
    if (accepted === REFUSED) return REFUSED;
    result[name] = accepted;
  }
  return result;
}

function readMapping(fields: SchemaFields, values: Readonly<Record<string, unknown>>): unknown {
  for (const key of Object.keys(values)) if (!Object.hasOwn(fields, key)) return REFUSED;
  const result: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    const accepted = readValue(field, Object.hasOwn(values, key) ? values[key] : undefined);
    if (accepted === REFUSED) return REFUSED;
    if (accepted !== undefined) result[key] = accepted;
  }
  return result;
}

function readAny(branches: readonly AnySchema[], value: unknown): unknown {
  for (const branch of branches) {
    const accepted = readValue(branch, value);
    if (accepted !== REFUSED) return accepted;
  }
  return REFUSED;
}
