import * as z from 'zod';
import type { AnySchema, Schema, SchemaAnnotations } from './schema.ts';

/** The zod schema of a shape: it accepts the same values and turns them out the same, tells why it refuses others, and has a JSON Schema. */
export function toZod<T>(shape: Schema<T>): z.ZodType<T> {
  const schema = toBareZod(shape);
  return (shape.about === undefined ? schema : schema.meta(toZodMeta(shape.about))) as z.ZodType<T>;
}

/** What is told of a value, under the names of JSON Schema. `words` stays as it is, for whoever lays it out. */
function toZodMeta({ examples, ...told }: SchemaAnnotations): z.GlobalMeta {
  return examples === undefined ? told : { ...told, examples: [...examples] };
}

function toBareZod(shape: AnySchema): z.ZodType {
  switch (shape.kind) {
    case 'text':
      return toZodText(shape);
    case 'web-address':
      return z.url({ protocol: /^https?$/ });
    case 'number': {
      const number = shape.least === null ? z.number() : z.number().min(shape.least);
      return shape.most === null ? number : number.max(shape.most);
    }
    case 'truth':
      return z.boolean();
    case 'one-of':
      return z.enum(shape.words);
    case 'word':
      return z.literal(shape.word);
    case 'list':
      return z.array(toZod(shape.item));
    case 'record':
      return z.record(z.string().min(1), toZod(shape.value));
    case 'mapping':
      return z.strictObject(
        Object.fromEntries(Object.entries(shape.fields).map(([key, field]) => [key, toZod(field)])),
      );
    case 'any-of':
      return z.union(shape.branches.map((branch) => toZod(branch)));
    case 'nullable':
      return toZod(shape.inner).nullable();
    case 'optional':
      return toZod(shape.inner).optional();
    case 'defaulted':
      return toZod(shape.inner).default(shape.value);
    case 'mapped':
      return toZod(shape.inner).transform((value) => shape.map(value as never));
  }
}

function toZodText({ isTrimmed, least, test }: Extract<AnySchema, { kind: 'text' }>): z.ZodType {
  const text = isTrimmed ? z.string().trim() : z.string();
  const filled = least > 0 ? text.min(least) : text;
  if (test === null) return filled;
  return filled.refine(test.passes, { error: test.what, params: { why: test.why, fix: test.fix } });
}
