import type { AnySchema, Schema, SchemaFields } from './schema.ts';

/** What `accept` gives back for a value that does not have the shape. */
export const REFUSED: unique symbol = Symbol('refused');

/** The value as the shape turns it out, or `REFUSED` without a reason: `zodOf` gives the shape that tells reasons. */
export function accept<T>(shape: Schema<T>, value: unknown): T | typeof REFUSED {
  return readValue(shape, value) as T | typeof REFUSED;
}

function readValue(shape: AnySchema, value: unknown): unknown {
  switch (shape.kind) {
    case 'text': {
      if (typeof value !== 'string') return REFUSED;
      const text = shape.isTrimmed ? value.trim() : value;
      return text.length >= shape.least && shape.test?.passes(text) !== false ? text : REFUSED;
    }
    case 'web-address':
      return typeof value === 'string' ? readAddress(value) : REFUSED;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && isWithin(value, shape.least, shape.most)
        ? value
        : REFUSED;
    case 'truth':
      return typeof value === 'boolean' ? value : REFUSED;
    case 'one-of':
      return typeof value === 'string' && shape.words.includes(value) ? value : REFUSED;
    case 'word':
      return value === shape.word ? value : REFUSED;
    case 'list':
      return Array.isArray(value) ? readList(shape.item, value) : REFUSED;
    case 'record':
      return isMapping(value) ? readRecord(shape.value, value) : REFUSED;
    case 'mapping':
      return isMapping(value) ? readMapping(shape.fields, value) : REFUSED;
    case 'any-of':
      return readAny(shape.branches, value);
    case 'nullable':
      return value === null ? null : readValue(shape.inner, value);
    case 'optional':
      return value === undefined ? undefined : readValue(shape.inner, value);
    case 'defaulted':
      return value === undefined ? shape.value : readValue(shape.inner, value);
    case 'mapped': {
      const inner = readValue(shape.inner, value);
      return inner === REFUSED ? REFUSED : shape.map(inner as never);
    }
  }
}

function isWithin(value: number, least: number | null, most: number | null): boolean {
  return (least === null || value >= least) && (most === null || value <= most);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The address without blanks around it and without the tabs and line ends that a URL parser passes over. */
function readAddress(value: string): string | typeof REFUSED {
  const trimmed = value.trim();
  return /^https?:\/\//i.test(trimmed) && URL.canParse(trimmed) ? trimmed.replace(/[\t\n\r]/g, '') : REFUSED;
}

function readList(item: AnySchema, values: readonly unknown[]): unknown {
  const result: unknown[] = [];
  for (const value of values) {
    const accepted = readValue(item, value);
    if (accepted === REFUSED) return REFUSED;
    result.push(accepted);
  }
  return result;
}

function readRecord(shape: AnySchema, values: Readonly<Record<string, unknown>>): unknown {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    // Set on a plain object it would become the prototype.
    if (key === '__proto__') continue;
    const accepted = key === '' ? REFUSED : readValue(shape, value);
    if (accepted === REFUSED) return REFUSED;
    result[key] = accepted;
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
