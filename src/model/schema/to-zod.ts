import * as z from 'zod';
import { LONGEST_ADDRESS } from './accept.ts';
import type { AnySchema, Schema, SchemaAnnotations } from './schema.ts';

/** One zod schema for each shape, so that a shape used twice is one definition of a JSON Schema. */
const known = new WeakMap<AnySchema, z.ZodType>();

/**
 * The zod schema of a shape: it accepts the same values with the same results as `accept`, explains why it refuses others,
 * and has a JSON Schema.
 */
export function toZod<T>(shape: Schema<T>): z.ZodType<T> {
  const schema =
    known.get(shape) ?? (shape.about === undefined ? build(shape) : build(shape).meta(toMeta(shape.about)));
  known.set(shape, schema);
  return schema as z.ZodType<T>;
}

/** Annotations under the names of JSON Schema. `words` stays as it is, for whoever lays it out. */
function toMeta({ examples, ...told }: SchemaAnnotations): z.GlobalMeta {
  return examples === undefined ? told : { ...told, examples: [...examples] };
}

function build(shape: AnySchema): z.ZodType {
  switch (shape.kind) {
    case 'text':
      return buildText(shape);
    case 'web-address':
      return z.url({ protocol: /^https?$/ }).max(LONGEST_ADDRESS);
    case 'number':
      return buildNumber(shape);
    case 'truth':
      return z.boolean();
    case 'one-of': {
      const words = shape.words.filter((word) => typeof word === 'string');
      return words.length === shape.words.length ? z.enum(words) : z.literal([...shape.words]);
    }
    case 'word':
      return z.literal(shape.word);
    case 'list': {
      const entries = z.array(toZod(shape.item));
      const enough = shape.least > 0 ? entries.min(shape.least) : entries;
      return shape.most === null ? enough : enough.max(shape.most);
    }
    case 'tuple':
      return z.tuple(shape.items.map((item) => toZod(item)) as [z.ZodType, ...z.ZodType[]]);
    case 'record': {
      const [key, value] = [toZod(shape.key as Schema<string>), toZod(shape.value)];
      return shape.key.kind === 'one-of' ? z.partialRecord(key, value) : z.record(key, value);
    }
    case 'mapping':
      return z.strictObject(
        Object.fromEntries(Object.entries(shape.fields).map(([key, field]) => [key, toZod(field)])),
      );
    case 'any-of': {
      const branches = shape.branches.map((branch) => toZod(branch));
      return shape.tag === null ? z.union(branches) : z.discriminatedUnion(shape.tag, branches as never);
    }
    case 'lazy':
      return z.lazy(() => toZod(shape.of()));
    case 'nullable':
      return toZod(shape.inner).nullable();
    case 'optional':
      return toZod(shape.inner).optional();
    case 'defaulted':
      return toZod(shape.inner).default(shape.value);
    case 'tested': {
      const { passes, what, why, fix } = shape.test;
      return toZod(shape.inner).refine((value) => passes(value as never), { error: what, params: { why, fix } });
    }
    case 'mapped':
      return toZod(shape.inner).transform((value) => shape.map(value as never));
  }
}

function buildText({ isTrimmed, least, form }: Extract<AnySchema, { kind: 'text' }>): z.ZodType {
  const text = isTrimmed ? z.string().trim() : z.string();
  const filled = least > 0 ? text.min(least) : text;
  return form === null ? filled : filled.regex(form.pattern, form.what);
}

function buildNumber({ isWhole, least, most, above }: Extract<AnySchema, { kind: 'number' }>): z.ZodType {
  const any: z.ZodNumber = isWhole ? z.int() : z.number();
  const enough = least === null ? any : any.min(least);
  const limited = most === null ? enough : enough.max(most);
  return above === null ? limited : limited.gt(above);
}

type JsonSchema = Record<string, unknown>;

/**
 * The JSON Schema (draft-07) of a file: closed objects, one definition for each named shape. `io` says whether defaults may be missing,
 * as in what is read; `known` adds what only the caller knows to a definition, by its name.
 */
export function toJsonSchema(
  shape: AnySchema,
  title: string,
  {
    io = 'output',
    known = {},
  }: { readonly io?: 'input' | 'output'; readonly known?: Readonly<Record<string, JsonSchema>> } = {},
): JsonSchema {
  const schema = z.toJSONSchema(toZod(shape), {
    target: 'draft-07',
    io,
    override: ({ zodSchema, jsonSchema }) =>
      Object.assign(jsonSchema, known[z.globalRegistry.get(zodSchema)?.id ?? '']),
  });
  return { ...schema, title };
}
